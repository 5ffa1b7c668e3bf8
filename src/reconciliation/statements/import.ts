/**
 * Reading a file into staged lines, so many rows a step. A step's lines and the checkpoint behind them are one write, so
 * that whoever goes on after a crash, or beside another, goes on at the right row.
 */

import { taken } from '../../../schema/constraints.ts'
import { chunked } from '../../platform/db/chunked.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { first } from '../../platform/db/together.ts'
import { allBytes } from '../../platform/files/bytes.ts'
import { firstBytes } from '../../platform/files/file-bytes.ts'
import { unpackedOfAStep } from '../../platform/files/limits.ts'
import { UnreadableFile } from '../../platform/files/unreadable-file.ts'
import { normalizeText } from '../../platform/http/form.ts'
import type { Ports } from '../../ports.ts'
import { referenceNamed } from '../../rewards/payment-files/message-id.ts'
import { bankAccountOf } from '../bank-account.ts'
import { csvMapping } from '../formats/csv/mapping.ts'
import { inspectBeginning, largestSlice, readStep, unpackFile } from '../formats/jobs.ts'
import type { ParseOptions } from '../formats/parser.ts'
import { BrokenFile, type StatementFormat, type StatementItem, type StatementLine } from '../formats/statement.ts'
import { bookingsMet } from '../matching/corrected.ts'
import { digestOf } from '../matching/line-digest.ts'
import { type KnownLine, keysAtOnce, linesWithKeys } from '../matching/lines-store.ts'
import { metBefore, metOfReports } from '../matching/overlapping-formats.ts'
import { insertMany } from '../tables.ts'
import { formerKeysOf, keysOf, keysOfAccount, tellNew } from './identity.ts'
import { isWrapped, keepingUnpacked, keptFile, pieceBytes, unpackedFrom } from './kept-file.ts'
import {
  addSummary,
  type ImportOutcome,
  type ImportProgress,
  noOutcome,
  type Problem,
  type Statement,
  type UploadDetails,
} from './statement.ts'
import * as store from './store.ts'

/** Reads the next rows of a statement that is being staged. */
export async function stageSome(ports: Ports, statement: Statement, rows: number): Promise<void> {
  const { db } = ports
  const details = JSON.parse(statement.told ?? '{}') as UploadDetails
  const progress = statement.checkpoint === null ? null : (JSON.parse(statement.checkpoint) as ImportProgress)
  try {
    // A checkpoint of an earlier release is of a file that was unpacked anew at each step; its places are the same.
    const isPacked = progress !== null && progress.wrapping !== null && !progress.isUnpacked
    if (progress !== null && !isPacked) return await stage(ports, { statement, details, progress, rows })
    const begun = await beginning(ports, statement, details, progress?.kept ?? 0)
    if (begun.wrapping === null) return await stage(ports, { statement, details, progress: begun, rows })
    const { isUnpacked, kept, size } = begun
    await noteBeginning(ports, statement, { ...begun, ...progress, isUnpacked, kept, size })
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const { line, why, detail } = error
    await noteProblem(db, statement, { line, why, detail })
  }
}

/**
 * From now on the statement is refused: what is staged of it goes, step by step, and whoever still reads it or is about
 * to publish it comes too late.
 * @returns false when somebody was faster, and the statement has to be read again
 */
export async function noteProblem(db: Ports['db'], statement: Statement, problem: Problem): Promise<boolean> {
  return perform(db, 'A problem', async () =>
    plan<boolean>({
      rows: [store.addImportStep(statement), store.setProblem({ id: statement.id, problem: JSON.stringify(problem) })],
      done: true,
      refused: ({ on }) => (on === taken.statementProgress ? false : unexpected),
    }),
  )
}

/**
 * Looks at the whole file once: what it is wrapped in, how long it is, and whether it is what the provider announced. What
 * was inside is kept, so that no step of reading unpacks it again; where it is large, in several steps.
 * @param before how many pieces of it are kept already
 */
async function beginning({ db, offload }: Ports, statement: Statement, { sha1 }: UploadDetails, before: number) {
  const progress: Omit<ImportProgress, 'wrapping' | 'size'> = { next: null, parts: [], leftOut: 0, isRead: false }
  if (sha1 === null && !(await isWrapped(db, statement))) {
    const { format } = await offload(inspectBeginning, {}, { file: keptFile(db, statement) })
    return { ...progress, wrapping: null, isUnpacked: false, kept: 0, format, size: statement.bytes }
  }
  const { wrapping, format, size, kept, isAll, ...found } = await offload(
    unpackFile,
    { pieceBytes, kept: before, most: unpackedOfAStep / pieceBytes, isHashed: sha1 !== null },
    { file: keptFile(db, statement), take: keepingUnpacked(db, statement.id, before) },
  )
  if (isAll && found.sha1 !== sha1) throw new BrokenFile('hash', 0, found.sha1)
  return { ...progress, wrapping, isUnpacked: isAll && wrapping !== null, kept, format, size }
}

/** Says how far it has come, as a step of its own: the unpacking of a large file takes as long as many rows. */
async function noteBeginning({ db }: Ports, statement: Statement, progress: ImportProgress): Promise<void> {
  const { id, rowsDone } = statement
  await perform(db, 'Unpacking a statement', async () =>
    plan<void>({
      rows: [
        store.addImportStep(statement),
        store.noteProgress({ id, rowsDone, checkpoint: JSON.stringify(progress) }),
      ],
      done: undefined,
      refused: ({ on }) => (on === taken.statementProgress ? undefined : unexpected),
    }),
  )
}

/** So many bytes hold a step's rows, nearly always. */
const usualSlice = 2 * pieceBytes

/** The next lines of the file, read by an offloaded job from no more of its bytes than that takes. */
async function readNext(
  { db, offload }: Ports,
  statement: Statement,
  { next: from, isUnpacked, size }: ImportProgress,
  asked: { format: StatementFormat; rows: number; options: ParseOptions },
) {
  const offset = from?.place.offset ?? 0
  const read = async (length: number) => {
    const stream = isUnpacked ? unpackedFrom(db, statement.id, offset) : keptFile(db, statement).from(offset)
    const bytes = await allBytes(firstBytes(stream, length), length)
    return offload(readStep, { ...asked, bytes, isLast: offset + bytes.length >= size })
  }
  // To the end of a piece, which is read whole anyway.
  const first = await read(usualSlice - (offset % pieceBytes))
  const found = first.needsMore ? await read(largestSlice) : first
  // So many bytes hold any one thing, and the file's last bytes need no more.
  if (found.needsMore) throw new Error(`Pieces of ${statement.id} are missing.`)
  return found
}

interface Step {
  statement: Statement
  details: UploadDetails
  progress: ImportProgress
  /** How many lines it may read. */
  rows: number
}

/** @param isRepeated the step has met a line that is there already: each of its lines is looked for */
async function stage(ports: Ports, { statement, details, progress, rows }: Step, isRepeated = false): Promise<void> {
  const { db } = ports
  const { id, currency } = statement
  // A mapping was said for a table, whatever else it looks like.
  const format = statement.mapping === null ? (progress.format ?? statement.format) : statement.format
  if (format === 'csv' && statement.mapping === null) throw new BrokenFile('unknown_format', 0)
  const options: ParseOptions = {
    from: progress.next,
    claims: details.claims,
    kinds: details.kinds,
    currency,
    keysElsewhere: true,
    ...(statement.mapping === null ? {} : { mapping: csvMapping.parse(JSON.parse(statement.mapping)) }),
  }
  const { items, next } = await readNext(ports, statement, progress, { format, rows, options })
  const read = takeItems(statement, progress, items)
  const file = { ...statement, bankAccount: bankAccountOf(statement.format, read.parts) }
  const known = isRepeated ? await linesThere(ports, file, read.lines) : await knownLines(ports, file, read.lines)
  const { fresh, met, changed } = tellNew(file, read.lines, known)
  if (changed !== undefined) {
    await noteProblem(db, statement, { line: changed.place, why: 'line_changed', detail: changed.line_key })
    return
  }
  const to = Math.max(statement.rowsDone, ...read.lines.map(({ row }) => row), next?.lines ?? 0)
  const after: ImportProgress = {
    ...progress,
    next,
    parts: read.parts,
    leftOut: read.outcome.leftOut,
    isRead: next === null,
    reportsMet: metOfReports(statement, met, metBefore(progress)),
    bookingsMet: bookingsMet(statement, met, progress.bookingsMet ?? ''),
  }
  const written = await perform(db, 'Staging lines', async () =>
    plan<'staged' | 'repeated'>({
      rows: [
        store.addImportStep({ ...statement, rowsDone: to }),
        ...insertMany(
          'statement_lines',
          fresh.map(({ place: _, ...row }) => row),
        ),
        store.noteProgress({ id, rowsDone: to, checkpoint: JSON.stringify(after) }),
        ...(next === null ? [store.noteOutcome({ id, summary: JSON.stringify(read.outcome) })] : []),
      ],
      done: 'staged',
      // A key that an earlier step of this file has staged, unless somebody was faster.
      refused: ({ on }) =>
        on === taken.statementProgress ? 'staged' : on === taken.statementLine && !isRepeated ? 'repeated' : unexpected,
    }),
  )
  if (written === 'repeated') await stage(ports, { statement, details, progress, rows }, true)
}

type Row = ReturnType<typeof rowOf>

/** What the items of a step come to. @throws BrokenFile where the file breaks, or is of other accounts */
function takeItems(statement: Statement, progress: ImportProgress, items: readonly StatementItem[]) {
  const parts = new Map(progress.parts.map((part) => [part.section, { ...part }]))
  const lines: Row[] = []
  let outcome: ImportOutcome = { ...noOutcome, leftOut: progress.leftOut }
  for (const item of items) {
    if (item.is === 'broken') throw new BrokenFile(item.why, item.line, item.detail)
    if (item.is === 'heading') {
      const { section, account, givenAt, fromDay, toDay, openingMinor, closingMinor } = item
      parts.set(section, { section, account, givenAt, fromDay, toDay, openingMinor, closingMinor, ours: 0 })
      if (item.currency !== null && item.currency !== statement.currency) parts.delete(section)
      continue
    }
    const part = parts.get(item.section)
    if (item.is === 'line') {
      if (item.currency === statement.currency && part !== undefined) {
        part.ours += 1
        lines.push(rowOf(statement, item))
      } else outcome = { ...outcome, leftOut: outcome.leftOut + 1 }
    } else if (part !== undefined) {
      part.openingMinor ??= item.openingMinor
      part.closingMinor ??= item.closingMinor
      part.toDay ??= item.toDay ?? null
      outcome = addSummary(outcome, item.summary, item.proved)
      outcome = { ...outcome, waiting: (outcome.waiting ?? 0) + (item.waiting ?? 0) }
      const { firstDay, lastDay } = item.summary
      // Lines of days outside the period widen it, where the balances have shown that they belong to it.
      if (part.fromDay === null || (firstDay !== null && firstDay < part.fromDay)) part.fromDay = firstDay
      if (part.toDay === null || (lastDay !== null && lastDay > part.toDay)) part.toDay = lastDay
    }
  }
  return { lines, parts: [...parts.values()], outcome }
}

function rowOf({ accountId, id, format }: Statement, line: StatementLine) {
  return {
    account_id: accountId,
    line_key: normalizeText(line.key),
    statement_id: id,
    row: line.n,
    day: line.day,
    direction: line.direction,
    amount_minor: line.amountMinor,
    provider_id: textOrNull(line.providerId),
    // A table's narrative may have it among other words; by those the line is known again.
    reference: textOrNull(referenceNamed(line.reference)),
    kind: line.kind,
    raw_type: normalizeText(line.rawType),
    balance_minor: line.balanceMinor,
    digest: digestOf(format, line),
    outcome: null,
    batch_ids: line.batches === undefined || line.batches.length === 0 ? null : line.batches.join(' '),
    parts: line.parts,
    booking: line.booking === undefined ? null : normalizeText(line.booking),
    is_part: (line.entry !== null && line.booking === line.entry ? 1 : 0) as 0 | 1,
    carried_by: null,
    /** Where it stands in the file; not kept. */
    place: line.line,
  }
}

function textOrNull(text: string | null): string | null {
  return text === null ? null : normalizeText(text)
}

/** The lines that are there already. The first file of an account meets none, unless it repeats itself. */
async function knownLines(ports: Ports, statement: Statement, rows: readonly Row[]): Promise<Map<string, KnownLine>> {
  const published = await first(ports.db, store.anyPublished({ accountId: statement.accountId }))
  return published !== undefined ? linesThere(ports, statement, rows) : new Map()
}

async function linesThere({ db }: Ports, { accountId, format, bankAccount }: Statement, rows: readonly Row[]) {
  const found = new Map<string, KnownLine>()
  const look = async (asked: readonly string[]) => {
    for (const keys of chunked(asked, keysAtOnce)) {
      for (const line of await db.read(linesWithKeys(accountId, keys))) found.set(line.key, line)
    }
  }
  await look([...rows.flatMap((row) => keysOf(format, row)), ...[...formerKeysOf(format, rows).values()].flat()])
  await look(keysOfAccount(rows, found.values(), bankAccount))
  return found
}
