/**
 * A JSON document with one long list, cut into the texts of the list's objects while it streams. Everything around them
 * is kept as a shell and checked at the end: a document that does not close is refused.
 */
import { piecesOf } from '../../platform/files/bytes.ts'
import { decoded, markLength } from '../../platform/files/encoding.ts'
import { deepest, longestObject, mostRows } from '../../platform/files/limits.ts'
import type { FilePosition, ParsedBatch, ParsedRecord, Source } from './parser.ts'
import { BrokenFile } from './statement.ts'

interface Memory {
  /** What stands outside of the list's objects, so far. */
  shell: string
  depth: number
  /** How deep the list's objects lie; 0 before the list. */
  listDepth: number
  /** Between two objects stands one comma. */
  needsComma: boolean
  hasComma: boolean
  isClosed: boolean
}

/** What stands before the list, where the outermost object has it. */
const nameOfList = [...'transactions":'].map((char) => char.charCodeAt(0))
const [quote, backslash, open, close, openList, closeList, comma] = [...'"\\{}[],'].map((char) => char.charCodeAt(0))

/** What may stand between the signs of a JSON text (RFC 8259, section 2). */
const blanks = new Set([...' \t\n\r'].map((char) => char.charCodeAt(0)))

export const jsonSource: Source<string> = {
  begin: (): Memory => ({ shell: '', depth: 0, listDepth: 0, needsComma: false, hasComma: false, isClosed: false }),
  batches: (stream, place, memory) => objectsOf(stream, place, memory as Memory),
}

async function* objectsOf(
  stream: ReadableStream<Uint8Array>,
  from: FilePosition,
  memory: Memory,
): AsyncGenerator<ParsedBatch<string>> {
  let { line, offset } = from
  let rest: Uint8Array = new Uint8Array()
  let shell: number[] = []
  for await (const piece of piecesOf(stream)) {
    const skipped = offset === 0 && rest.length === 0 ? markLength(piece) : 0
    const bytes = new Uint8Array(rest.length + piece.length - skipped)
    bytes.set(rest)
    bytes.set(piece.subarray(skipped), rest.length)
    offset += skipped
    const parts: ParsedRecord<string>[] = []
    let at = 0
    while (at < bytes.length) {
      const byte = bytes[at]
      const end = byte === open && isInList(memory) ? endOf(bytes, at, memory.depth, line + 1) : -2
      if (end === -1) break
      if (end > 0) {
        if (memory.needsComma && !memory.hasComma) throw new BrokenFile('json', line + 1)
        line += 1
        if (line > mostRows) throw new BrokenFile('too_many', line, `${mostRows} objects`)
        const value = decoded(bytes.subarray(at, end), 'utf-8')
        if (value === null) throw new BrokenFile('encoding', line)
        at = end
        parts.push({ value, line })
        memory.needsComma = true
        memory.hasComma = false
        continue
      }
      if (byte === quote) {
        const stop = stringEnd(bytes, at)
        if (stop < 0) break
        for (let i = at; i < stop; i += 1) shell.push(bytes[i] ?? 0)
        at = stop
        continue
      }
      if (byte !== undefined && !blanks.has(byte)) {
        // Any other of these is none of JSON's, and would not be missed where nothing else stands around it.
        if (byte < 0x20) throw new BrokenFile('json', line + 1)
        if (step(memory, byte, shell, line)) shell.push(byte)
      }
      at += 1
    }
    const around = memory.shell.length + shell.length
    if (bytes.length - at > longestObject || around > longestObject) throw new BrokenFile('line_too_long', line + 1)
    offset += at
    rest = bytes.slice(at)
    memory.shell += textOf(shell, line)
    shell = []
    yield { parts, place: { line, offset }, memory: structuredClone(memory) }
  }
  if (rest.length > 0 || memory.depth > 0) throw new BrokenFile('truncated', line + 1)
  if (memory.listDepth === 0) throw new BrokenFile('json', line + 1)
  yield { parts: [{ value: shellOf(memory, line), line }], place: { line, offset }, memory }
}

function isInList({ depth, listDepth, isClosed }: Memory): boolean {
  return listDepth > 0 && depth === listDepth && !isClosed
}

/** Follows one byte outside of strings; false for what is no part of the shell. */
function step(memory: Memory, byte: number, shell: readonly number[], line: number): boolean {
  if (byte === open || byte === openList) {
    if (byte === openList && memory.listDepth === 0 && beginsList(memory, shell)) {
      memory.listDepth = memory.depth + 1
    }
    memory.depth += 1
    if (memory.depth > deepest) throw new BrokenFile('too_deep', line + 1, String(deepest))
  } else if (byte === close || byte === closeList) {
    if (isInList(memory)) {
      if (memory.hasComma) throw new BrokenFile('json', line + 1)
      memory.isClosed = true
    }
    memory.depth -= 1
  } else if (isInList(memory)) {
    if (byte !== comma || !memory.needsComma || memory.hasComma) throw new BrokenFile('json', line + 1)
    memory.hasComma = true
    return false
  }
  return true
}

/** The list is the document itself, or what the outermost object calls its transactions. */
function beginsList({ depth, shell }: Memory, more: readonly number[]): boolean {
  if (depth !== 1) return depth === 0
  const before = [...shell.slice(-nameOfList.length)].map((char) => char.charCodeAt(0))
  const end = [...before, ...more.slice(-nameOfList.length)].slice(-nameOfList.length)
  return end.length === nameOfList.length && end.every((byte, at) => byte === nameOfList[at])
}

/** Right behind the object that begins at `start`; -1 when it goes on in the next piece. */
function endOf(bytes: Uint8Array, start: number, around: number, line: number): number {
  let depth = 0
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === quote) {
      const stop = stringEnd(bytes, at)
      if (stop < 0) return -1
      at = stop - 1
    } else if (byte === open || byte === openList) {
      depth += 1
      if (around + depth > deepest) throw new BrokenFile('too_deep', line, String(deepest))
    } else if (byte === close || byte === closeList) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}

function stringEnd(bytes: Uint8Array, start: number): number {
  for (let at = start + 1; at < bytes.length; at += 1) {
    if (bytes[at] === backslash) at += 1
    else if (bytes[at] === quote) return at + 1
  }
  return -1
}

function textOf(shell: readonly number[], line: number): string {
  const text = decoded(Uint8Array.from(shell), 'utf-8')
  if (text === null) throw new BrokenFile('encoding', line + 1)
  return text
}

/** What the document says beside its list, as `[shell, total_count]`; it has to be JSON itself. */
function shellOf({ shell }: Memory, line: number): string {
  try {
    const value = JSON.parse(shell) as unknown
    const count = typeof value === 'object' && value !== null && 'total_count' in value ? value.total_count : null
    return JSON.stringify(['', typeof count === 'number' ? count : null])
  } catch {
    throw new BrokenFile('json', line + 1)
  }
}
