/** Reading a file of any format: whole, or so many rows at a time. */

import { peek } from '../../platform/files/bytes.ts'
import { bytesOfAStep } from '../../platform/files/limits.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import { alipayParser } from './alipay/alipay.ts'
import { camt } from './camt/camt.ts'
import { camtSource } from './camt/camt-source.ts'
import { mappedCsv } from './csv/mapped-csv.ts'
import { hashing } from './digests.ts'
import type {
  Checkpoint,
  DraftLine,
  FilePosition,
  ParsedItem,
  ParsedRecord,
  ParseOptions,
  Parser,
  Source,
} from './parser.ts'
import { rowSource } from './rows.ts'
import {
  BrokenFile,
  brokenItem,
  reusesReferences,
  type StatementFault,
  type StatementFormat,
  type StatementItem,
  type Totals,
} from './statement.ts'
import { swift } from './swift/swift.ts'
import { tremendousParser, tremendousSource } from './tremendous/tremendous.ts'
import { wechatParser } from './wechat/wechat.ts'

interface Reader {
  // Each pair agrees on its own types; from here on they are only handed to and fro.
  source: Source<never>
  machine: Parser<never, never>
}

const readers = {
  wechat_fund_bill: { source: rowSource(false), machine: wechatParser },
  alipay_bill: { source: rowSource(false), machine: alipayParser },
  camt053: { source: camtSource, machine: camt('camt053') },
  camt054: { source: camtSource, machine: camt('camt054') },
  camt052: { source: camtSource, machine: camt('camt052') },
  mt940: { source: rowSource(false), machine: swift('mt940') },
  mt942: { source: rowSource(false), machine: swift('mt942') },
  tremendous: { source: tremendousSource, machine: tremendousParser },
  csv: { source: rowSource(true), machine: mappedCsv },
} as unknown as { readonly [format in StatementFormat]: Reader }

/** What a reader remembers between two records: of its source, of its machine, and totals that wait for the end. */
interface Memory {
  source: unknown
  machine: unknown
  held: Totals[]
}

export interface ReadStep {
  items: StatementItem[]
  /** How far it has come, in bytes. */
  offset: number
  /** How many rows, elements or objects it took. */
  records: number
  /** Where to go on; valid until the next step is asked for. */
  checkpoint: () => Checkpoint
}

/**
 * A file as steps of about 64 KiB. Totals come at the very end, so that a file that breaks late has none.
 * @param stream the unpacked bytes (see `openFile`), from `options.from` on
 */
export async function* readInSteps(
  format: StatementFormat,
  stream: ReadableStream<Uint8Array>,
  options: ParseOptions = {},
): AsyncGenerator<ReadStep> {
  const { source, machine } = readers[format] as unknown as {
    source: Source<unknown>
    machine: Parser<unknown, unknown>
  }
  const from = options.from ?? null
  if (from !== null && options.sha1 !== undefined) throw new RangeError('A hash is only known of a file read whole.')
  if (from !== null && from.format !== format) throw new RangeError(`The checkpoint is one of ${from.format}.`)
  const hashed = options.sha1 === undefined ? null : hashing(stream, ['sha1'])
  let place: FilePosition = from?.place ?? { line: 0, offset: 0 }
  let lines = from?.lines ?? 0
  let memory = from === null ? null : (structuredClone(from.state) as Memory)
  const checkpoint = (): Checkpoint => ({ format, place, lines, state: structuredClone(memory) })
  const keys = options.keysElsewhere ? null : new Set<string>()
  const checkKey = (one: ParsedItem) => {
    if (one.is === 'line' && keys !== null) addKey(keys, one, format)
  }
  const finished = async (made: readonly ParsedItem[]): Promise<StatementItem[]> => {
    const items: StatementItem[] = []
    for (const one of made) {
      if (one.is === 'totals') memory?.held.push(one)
      else if (one.is === 'line') {
        lines += 1
        const { account, ...draft } = one
        const counterparty =
          account === null || options.counterparty === undefined ? null : await options.counterparty(account)
        items.push({ ...draft, n: lines, counterparty })
      } else items.push(one)
    }
    return items
  }
  try {
    const { head, whole } = await peek(hashed?.stream ?? stream)
    if (memory === null) {
      if (head.length === 0) throw new BrokenFile('empty', 0)
      memory = { source: source.begin(head, options), machine: machine.begin(options), held: [] }
    }
    for await (const batch of source.batches(whole, place, structuredClone(memory.source))) {
      const records = batch.parts.length
      const { made, broken } = takeAll(batch.parts, (part) => machine.take(memory?.machine, part, options), checkKey)
      place = batch.place
      memory.source = batch.memory
      const items = await finished(made)
      if (broken !== null) {
        // In one step with what stands before it: whoever stopped between the two would go on behind what is broken.
        yield { items: [...items, brokenItem(broken)], offset: place.offset, records, checkpoint }
        return
      }
      yield { items, offset: place.offset, records, checkpoint }
    }
    const items = await finished(machine.end(memory.machine, place, options))
    const found = hashed?.digests().sha1
    if (found !== options.sha1?.toLowerCase()) throw new BrokenFile('hash', 0, found ?? null)
    yield { items: [...items, ...memory.held], offset: place.offset, records: 0, checkpoint }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    yield { items: [brokenItem(error)], offset: place.offset, records: 0, checkpoint }
  }
}

/** What some records come to, up to the first that is broken. @param check throws for what cannot stand in the file */
function takeAll(
  parts: readonly ParsedRecord<unknown>[],
  take: (part: ParsedRecord<unknown>) => readonly ParsedItem[],
  check: (one: ParsedItem) => void,
): { made: ParsedItem[]; broken: UnreadableFile<StatementFault> | null } {
  const made: ParsedItem[] = []
  try {
    for (const part of parts) {
      for (const one of take(part)) {
        check(one)
        made.push(one)
      }
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    return { made, broken: error }
  }
  return { made, broken: null }
}

/**
 * At least `rows` lines of a file, or as many as stand in `bytesOfAStep`, or what is left of it. `next` is where to go on, null at the end; then the last item
 * is `totals`, or `broken`.
 *
 * Give the stream from `next.place.offset` on: where bytes can be read from a place, a step costs only itself.
 */
export async function readSome(
  format: StatementFormat,
  stream: ReadableStream<Uint8Array>,
  rows: number,
  options: ParseOptions = {},
): Promise<{ items: StatementItem[]; next: Checkpoint | null }> {
  const items: StatementItem[] = []
  let lines = 0
  const until = (options.from?.place.offset ?? 0) + bytesOfAStep
  for await (const step of readInSteps(format, stream, options)) {
    for (const item of step.items) {
      items.push(item)
      if (item.is === 'line') lines += 1
    }
    const last = items.at(-1)
    if (last?.is === 'totals' || last?.is === 'broken') break
    if (lines >= rows || step.offset >= until) return { items, next: step.checkpoint() }
  }
  return { items, next: null }
}

/** @throws BrokenFile where a line of the section has the key already (on its day, where references are used again) */
function addKey(keys: Set<string>, { section, day, key, line }: DraftLine, format: StatementFormat): void {
  const size = keys.size
  // Put together anew, so that the set does not keep the whole row that the key was cut from.
  keys.add(`${section}|${reusesReferences(format) ? day : ''}|${key}`)
  if (keys.size === size) throw new BrokenFile('duplicate_key', line, key)
}
