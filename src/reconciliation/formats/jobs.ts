/** What is offloaded of a statement's file. Each job is bounded by what it is given. */
import { piecesOf, streamOf } from '../../platform/files/bytes.ts'
import type { FileBytes } from '../../platform/files/file-bytes.ts'
import { bytesOfAStep, recordsOfAStep } from '../../platform/files/limits.ts'
import type { Job } from '../../ports.ts'
import { type PreviewLine, type PreviewOptions, previewCsv } from './csv/preview.ts'
import { type GivenShape, type Sniffed, sniffCsv } from './csv/sniff-csv.ts'
import { hashing } from './digests.ts'
import { type OpenFile, openFile, type Wrapping } from './open-file.ts'
import type { Checkpoint, ParseOptions } from './parser.ts'
import { readInSteps } from './read.ts'
import { BrokenFile, type StatementFormat, type StatementItem } from './statement.ts'

/** Bytes of a file that hold whatever one thing may come to, and the beginning of the next. */
export const largestSlice = 2 * bytesOfAStep

interface Read {
  items: StatementItem[]
  /** Where to go on; null at the end, or where nothing was read. */
  next: Checkpoint | null
  /** One thing is larger than the bytes that were given: nothing was read. */
  needsMore: boolean
}

/** The bytes that were given have ended, and the file has not. */
class SliceEnds extends Error {}

/**
 * The next lines, of bytes that begin where the last step stopped. With `isLast` they are all that is left; without it
 * no more is read than is whole.
 */
export const readStep: Job<
  {
    format: StatementFormat
    bytes: Uint8Array
    isLast: boolean
    rows: number
    options: Omit<ParseOptions, 'counterparty'>
  },
  Read
> = {
  name: 'read a step',
  async run({ format, bytes, isLast, rows, options }) {
    const read: Read = { items: [], next: null, needsMore: false }
    let lines = 0
    let records = 0
    let checkpoint: (() => Checkpoint) | null = null
    try {
      for await (const step of readInSteps(format, streamOf(slice(bytes, isLast)), options)) {
        read.items.push(...step.items)
        lines += step.items.filter(({ is }) => is === 'line').length
        const last = step.items.at(-1)
        if (last?.is === 'totals' || last?.is === 'broken') return read
        checkpoint = step.checkpoint
        records += step.records
        if (lines >= rows || records >= recordsOfAStep) break
      }
    } catch (error) {
      if (!(error instanceof SliceEnds)) throw error
      if (checkpoint === null && bytes.length < largestSlice) return { ...read, needsMore: true }
      if (checkpoint === null) throw new BrokenFile('line_too_long', (options.from?.place.line ?? 0) + 1)
    }
    return { ...read, next: checkpoint?.() ?? null }
  },
}

async function* slice(bytes: Uint8Array, isLast: boolean) {
  yield bytes
  if (!isLast) throw new SliceEnds()
}

/**
 * What is inside of a packed file, in pieces of `pieceBytes`, at most `most` of them behind the first `kept`, and the SHA-1
 * of all of it in hex where one is asked for. `isAll` says whether that was the rest.
 */
export const unpackFile: Job<
  { pieceBytes: number; kept: number; most: number; isHashed: boolean },
  {
    wrapping: Wrapping | null
    format: StatementFormat
    size: number
    kept: number
    isAll: boolean
    sha1: string | null
  },
  Uint8Array
> = {
  name: 'unpack a file',
  async run({ pieceBytes, kept, most, isHashed }, give, file) {
    const { wrapping, format, stream } = await opened(file)
    const hashed = isHashed ? hashing(stream, ['sha1']) : null
    let [size, n] = [0, 0]
    for await (const piece of piecesOf(hashed?.stream ?? stream, pieceBytes)) {
      size += piece.length
      // What is not packed is kept already.
      if (wrapping === null) continue
      if (n === kept + most) return { wrapping, format, size, kept: n, isAll: false, sha1: null }
      n += 1
      if (n > kept) await give(piece.slice())
    }
    return { wrapping, format, size, kept: n, isAll: true, sha1: hashed?.digests().sha1 ?? null }
  },
}

/** What is inside of a file, and its first bytes. */
export const inspectBeginning: Job<object, Pick<OpenFile, 'format' | 'head'>> = {
  name: 'look inside a file',
  async run(_, __, file) {
    const { format, head, stream } = await opened(file)
    await stream.cancel()
    return { format, head: head.slice() }
  },
}

/** What a table seems to be, by its first bytes. */
export const sniffTable: Job<{ head: Uint8Array; said: GivenShape }, Sniffed | null> = {
  name: 'sniff a table',
  run: async ({ head, said }) => sniffCsv(head, said),
}

/** The first lines of a table, as a mapping reads them. */
export const tryColumns: Job<{ options: PreviewOptions }, PreviewLine[]> = {
  name: 'try columns',
  async run({ options }, _, file) {
    const { stream, head } = await opened(file)
    return previewCsv(stream, head, options)
  },
}

async function opened(file: FileBytes): Promise<OpenFile> {
  const found = await openFile(file)
  if ('is' in found) throw new BrokenFile(found.why, found.line, found.detail)
  return found
}
