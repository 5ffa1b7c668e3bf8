/** Which lines of a file are new, and which were there before (docs/decisions, the identity of lines). */

import { batchIdsIn } from '../../rewards/payment-files/message-id.ts'
import { areApart } from '../bank-account.ts'
import {
  BrokenFile,
  isBankFormat,
  isNotification,
  reusesReferences,
  type StatementFormat,
} from '../formats/statement.ts'
import type { KnownLine } from '../matching/lines-store.ts'
import type { Statement } from './statement.ts'

/** A line as a file has it. */
export interface FileLine {
  line_key: string
  row: number
  day: string
  digest: string
  /** Where it stands in the file. */
  place: number
  /** Whose payment it is, and of which batches, where it says so. */
  reference?: string | null
  batch_ids?: string | null
  /** What the bank calls the booking. */
  booking?: string | null
  is_part?: 0 | 1
}

type Named = Pick<FileLine, 'line_key' | 'day'>

/**
 * The keys under which a line may be kept: its own, the one for a bank that reuses references, and the one for a booking
 * that both a notification and a statement report.
 */
function ownKeysOf(format: StatementFormat, { line_key, day }: Named): string[] {
  if (!reusesReferences(format)) return [line_key]
  const ofDay = `${line_key}|${day}`
  return [line_key, ofDay, `${ofDay}|${isNotification(format) ? 'told' : 'booked'}`]
}

/** The key of a line in one bank account, where another one has a line under its key. */
function keyOfAccount({ line_key, day }: Named, bankAccount: string): string {
  return `${line_key}|${day}|${bankAccount}`
}

/** The keys that lines may have since another bank account has used their own; none where none of what is known is of another. */
export function keysOfAccount(
  lines: readonly FileLine[],
  known: Iterable<KnownLine>,
  bankAccount: string | null,
): string[] {
  const isShared = bankAccount !== null && [...known].some((one) => areApart(one.bankAccount, bankAccount))
  return isShared ? lines.map((line) => keyOfAccount(line, bankAccount)) : []
}

/** Those, and the one under which it stands beside a line that did not say whose payment it is. */
export function keysOf(format: StatementFormat, line: Named): string[] {
  return reusesReferences(format) ? [...ownKeysOf(format, line), namedKeyOf(line)] : ownKeysOf(format, line)
}

const namedKeyOf = ({ line_key, day }: Named) => `${line_key}|${day}|named`

/** What names a booking that its bank gave no number: its day, direction and amount, and all else that it says. */
const unnumbered = /^(\d{4}-\d\d-\d\d)\|([dc]\d+)\|/

/**
 * The keys under which an earlier release may have kept a line whose bank left the number empty: by the amount alone, and
 * the order of those of one amount within a day.
 * @param lines of one file, in its order
 */
export function formerKeysOf(format: StatementFormat, lines: readonly FileLine[]): Map<FileLine, string[]> {
  const found = new Map<FileLine, string[]>()
  const alike = new Map<string, Map<string, number>>()
  for (const line of isBankFormat(format) ? lines : []) {
    const { line_key, day, booking } = line
    const whole = booking ?? line_key
    const [, named, bits] = unnumbered.exec(whole) ?? []
    if (named !== day || bits === undefined) continue
    const group = `${day}|${bits}`
    const places = alike.get(group) ?? new Map<string, number>()
    alike.set(group, places)
    const place = places.get(whole) ?? places.size + 1
    places.set(whole, place)
    const former = `|${bits}${place === 1 ? '' : `|${place}`}${line_key.slice(whole.length)}`
    found.set(line, ownKeysOf(format, { line_key: former, day }))
  }
  return found
}

/**
 * Whether the bank tells the same booking again, and now says whose payment it is, where it said nothing or only which
 * batch before: then it is kept, as a part of it.
 */
function saysMore(line: FileLine, known: KnownLine): boolean {
  const isOneBooking = known.booking !== null && known.booking === line.booking
  const names = line.reference ?? line.batch_ids ?? null
  const isPayment = line.reference != null && batchIdsIn(line.reference).length === 0
  const wasBatch = known.names !== null && batchIdsIn(known.names.replaceAll('_', '')).length > 0
  return isOneBooking && names !== null && (known.names === null || (wasBatch && isPayment))
}

/**
 * The lines that are new, each under a key that nothing has, in the order of the file.
 * @param known the lines that are there, by their keys; those of another bank account are others
 * @returns with those that are there by other files; `changed` instead: the first line that says something else than before
 * @throws BrokenFile `duplicate_key` where two lines of the file cannot be told apart
 */
export function tellNew<Line extends FileLine>(
  { id, format, bankAccount }: Pick<Statement, 'id' | 'format' | 'bankAccount'>,
  lines: readonly Line[],
  known: ReadonlyMap<string, KnownLine>,
): { fresh: Line[]; met: KnownLine[]; changed?: Line } {
  const there = new Map(known)
  const fresh: Line[] = []
  const met: KnownLine[] = []
  const formerKeys = formerKeysOf(format, lines)
  for (const line of lines) {
    const { row, day, digest, place, line_key } = line
    const keys = ownKeysOf(format, line)
    if (bankAccount !== null && keys.length > 1) keys.push(keyOfAccount(line, bankAccount))
    const isOthers = (one: KnownLine) => one.statementId !== id && areApart(one.bankAccount, bankAccount)
    const ofDay = keys
      .map((key) => there.get(key))
      .find(
        (one) =>
          one?.day === day &&
          isNotification(one.format) === isNotification(format) &&
          !isOthers(one) &&
          !(one.isElsewhere && one.digest === digest),
      )
    if (ofDay !== undefined) {
      if (ofDay.statementId === id && ofDay.row !== row) throw new BrokenFile('duplicate_key', place, line_key)
      if (ofDay.digest !== digest) return { fresh, met, changed: line }
      if (ofDay.statementId !== id) met.push(ofDay)
      const named = namedKeyOf(line)
      if (ofDay.statementId !== id && saysMore(line, ofDay) && !there.has(named)) {
        fresh.push({ ...line, line_key: named, is_part: 1 })
        there.set(named, keptAs(named, id, format, line))
      }
      continue
    }
    const former = (formerKeys.get(line) ?? [])
      .map((key) => known.get(key))
      .find(
        (one) =>
          one?.day === day &&
          one.digest === digest &&
          isNotification(one.format) === isNotification(format) &&
          !isOthers(one),
      )
    if (former !== undefined) {
      met.push(former)
      continue
    }
    const own = there.get(line_key)
    if (own?.statementId === id && keys.length === 1) throw new BrokenFile('duplicate_key', place, line_key)
    const free = keys.find((key) => !there.has(key))
    if (free === undefined) return { fresh, met, changed: line }
    const namesake = there.get(line_key)
    const isShared = namesake?.day === day && isOthers(namesake)
    const booking = isShared && line.booking != null ? { booking: `${line.booking}|${bankAccount}` } : {}
    fresh.push({ ...line, ...booking, line_key: free })
    there.set(free, keptAs(free, id, format, line))
  }
  return { fresh, met }
}

function keptAs(key: string, statementId: string, format: StatementFormat, line: FileLine): KnownLine {
  const { row, digest, day, reference = null, batch_ids = null, booking = null } = line
  return { key, statementId, row, digest, day, format, names: reference ?? batch_ids, booking }
}
