/** What stands in the place of each value in a copy: other ids and moments, other hashes, and what was sealed, sealed anew. */
import { timeOfId, timePart } from '../../src/platform/time/id-time.ts'
import { lineHash } from '../../src/rewards/batches/hash.ts'
import type { Drawn } from './drawn.ts'
import { type SiteKeys, sealerOf } from './sealed.ts'
import type { OfTable, Row } from './template-rows.ts'

/** One copy that is being made. */
export interface Copy {
  /** How much later everything happened to this one. */
  laterMs: number
  laterDays: number
  /** The ids in the place of the template's. */
  ids: ReadonlyMap<string, string>
  drawn: Drawn
  /** What was made for one row and is asked for by another. */
  payee: string
  payeeHash: string
}

/** Gives the value for a copy. */
type Change = (copy: Copy, row: Row) => string | number | null

const momentPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const dayPattern = /^\d{4}-\d\d-\d\d$/
const dayMs = 86_400_000

const drawn =
  (length: number): Change =>
  (copy) =>
    copy.drawn.text(length)

/** So many different traces are shared: as many as there are usual ways to answer some questions. */
const usual = 2_000

const special: Record<string, (value: string, keys: SiteKeys, ids: ReadonlySet<string>, row: Row) => Change> = {
  'respondents.resume_hash': ({ length }) => drawn(length),
  'responses.export_ref': ({ length }) => drawn(length),
  'claims.account_hash': ({ length }) => drawn(length),
  'attempts.provider_id': ({ length }) => drawn(length),
  'vouchers.reference_hash':
    ({ length }) =>
    (copy) =>
      copy.drawn.hex(length),
  'payouts.payee_hash': () => (copy) => copy.payeeHash,
  'payee_years.payee_hash': () => (copy) => copy.payeeHash,
  'attempts.reference': (_value, _keys, _ids, row) => (copy) =>
    `H${(copy.ids.get(String(row.id)) ?? '').slice(2).toUpperCase()}`,
  'claims.payee': (value, keys, _ids, row) => {
    const seal = sealerOf(keys.payees, value)
    return (copy) => {
      copy.payee = seal(copy.ids.get(String(row.voucher_id)) ?? '')
      return copy.payee
    }
  },
  'documents.texts': (value, keys, _ids, row) => {
    const seal = sealerOf(keys.answers, value)
    return (copy) => seal(copy.ids.get(String(row.respondent_id)) ?? '')
  },
  'payouts.line_hash': (_value, _keys, _ids, row) => (copy) =>
    lineHash({
      claimId: copy.ids.get(String(row.claim_id)) ?? '',
      voucherId: copy.ids.get(String(row.voucher_id)) ?? '',
      provider: String(row.provider),
      channel: String(row.channel),
      currency: String(row.currency),
      amountMinor: Number(row.amount_minor),
      payee: copy.payee,
    }),
  // Half of what people say others have said as well.
  'response_signatures.hash':
    ({ length }, _keys, _ids, row) =>
    (copy) =>
      copy.drawn.below(2) === 0
        ? copy.drawn.text(length)
        : `${String(row.band).padStart(2, '0')}${copy.drawn.below(usual)}`.padEnd(length, 'x'),
}

function changeOf(table: string, column: string, row: Row, keys: SiteKeys, ids: ReadonlySet<string>): Change {
  const value = row[column] ?? null
  if (typeof value !== 'string' || value === '') return () => value
  const own = special[`${table}.${column}`]
  if (own !== undefined) return own(value, keys, ids, row)
  if (ids.has(value)) return (copy) => copy.ids.get(value) ?? value
  if (momentPattern.test(value)) {
    const ms = Date.parse(value)
    return (copy) => new Date(ms + copy.laterMs).toISOString()
  }
  if (dayPattern.test(value)) {
    const ms = Date.parse(value)
    return (copy) => new Date(ms + copy.laterDays * dayMs).toISOString().slice(0, 10)
  }
  return () => value
}

/** The rows of one table for a copy, all their values one behind the other. */
export interface Copier {
  table: string
  columns: readonly string[]
  rows: number
  values(copy: Copy): (string | number | null)[]
}

export function copierOf({ table, rows }: OfTable, keys: SiteKeys, ids: ReadonlySet<string>): Copier {
  const columns = Object.keys(rows[0] ?? {})
  const changes = rows.flatMap((row) =>
    columns.map((column) => ({ row, change: changeOf(table, column, row, keys, ids) })),
  )
  return {
    table,
    columns,
    rows: rows.length,
    values: (copy) => changes.map(({ row, change }) => change(copy, row)),
  }
}

/** An id like this one, made so much later. */
export function laterId(id: string, laterMs: number, drawn: Drawn): string {
  const at = id.indexOf('_') + 1
  return `${id.slice(0, at)}${timePart((timeOfId(id) ?? 0) + laterMs)}${drawn.text(id.length - at - 9)}`
}
