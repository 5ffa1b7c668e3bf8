/** The rows of the template, person by person: everything in the database that is of one response and of its payment. */
import type SqliteFile from 'better-sqlite3'

export type Row = Record<string, string | number | null>

export interface OfTable {
  table: string
  rows: Row[]
}

/** One person's rows, the tables in an order that a real response fills them in. */
export interface Person {
  respondentId: string
  tables: OfTable[]
  /** Ids in them that are this person's: a copy has others in their place. */
  ids: string[]
  batchId: string | null
  /** What stands in each block of the segments, by its name. */
  characters: Map<string, string>
}

/** A batch and what is written about it. */
export interface BatchRows {
  id: string
  tables: OfTable[]
}

/** Of which of a person's ids a table has its rows, and the column that names it. */
const tables: readonly [
  table: string,
  column: string,
  whose: 'respondent' | 'voucher' | 'claim' | 'payout' | 'attempt',
][] = [
  ['respondents', 'id', 'respondent'],
  ['responses', 'respondent_id', 'respondent'],
  ['agreements', 'respondent_id', 'respondent'],
  ['lease_steps', 'respondent_id', 'respondent'],
  ['leases', 'respondent_id', 'respondent'],
  ['documents', 'respondent_id', 'respondent'],
  ['response_paradata', 'respondent_id', 'respondent'],
  ['response_flags', 'respondent_id', 'respondent'],
  ['response_signatures', 'respondent_id', 'respondent'],
  ['voucher_steps', 'voucher_id', 'voucher'],
  ['vouchers', 'id', 'voucher'],
  ['transfers', 'subject', 'voucher'],
  ['claim_steps', 'claim_id', 'claim'],
  ['claims', 'id', 'claim'],
  ['payout_steps', 'payout_id', 'payout'],
  ['payouts', 'id', 'payout'],
  ['attempt_steps', 'attempt_id', 'attempt'],
  ['attempts', 'id', 'attempt'],
  ['attempt_calls', 'attempt_id', 'attempt'],
  ['transfers', 'subject', 'attempt'],
]

const audited = ['respondent', 'voucher', 'claim', 'payout', 'attempt'] as const

/** Every table whose rows are copied. */
export const copied = [
  ...new Set([
    ...tables.map(([table]) => table),
    'payee_years',
    'audit_entries',
    'batches',
    'batch_steps',
    'batch_approvals',
  ]),
]

/** What retention drops of a response that stays: page times, and the traces that go with them. */
export const droppedByRetention = ['response_signatures', 'response_paradata']

type File = InstanceType<typeof SqliteFile>

/** @param without tables whose rows are left out */
export function readPeople(file: File, without: readonly string[] = []): Person[] {
  const all = (sql: string, ...values: unknown[]) => file.prepare(sql).all(...values) as Row[]
  const only = (sql: string, value: unknown) => (value === null ? undefined : all(sql, value)[0])
  const blocks = all('select name, width, data from answer_segments where n = 0')
  return all('select respondent_id, n from answer_places order by n').map((place) => {
    const respondent = String(place.respondent_id)
    const voucher = only('select id from vouchers where respondent_id = ?', respondent)?.id ?? null
    const claim = only('select id from claims where voucher_id = ?', voucher)?.id ?? null
    const payout = only('select id, batch_id, payee_hash from payouts where claim_id = ?', claim)
    const attempt = only('select id from attempts where payout_id = ?', payout?.id ?? null)?.id ?? null
    const ids = { respondent, voucher, claim, payout: payout?.id ?? null, attempt }
    const found = tables.map(([table, column, whose]) => ({
      table,
      rows: ids[whose] === null ? [] : all(`select * from ${table} where ${column} = ? order by rowid`, ids[whose]),
    }))
    const lease = found.find(({ table }) => table === 'leases')?.rows[0]
    found.push(
      // What set the money aside has no subject: it is known by its moment.
      {
        table: 'transfers',
        rows: all(
          `select * from transfers where subject is null and credit = 'reserved' and at = ? and offer_id = ?`,
          lease?.opened_at,
          lease?.offer_id,
        ),
      },
      { table: 'payee_years', rows: all('select * from payee_years where payee_hash = ?', payout?.payee_hash ?? '') },
      {
        table: 'audit_entries',
        rows: audited.flatMap((whose) =>
          all('select * from audit_entries where subject = ? order by id', ids[whose] ?? ''),
        ),
      },
    )
    const filled = found.filter(({ table, rows }) => rows.length > 0 && !without.includes(table))
    const own = filled.flatMap(({ table, rows }) =>
      table === 'transfers' || table === 'audit_entries' ? rows.map(({ id }) => String(id)) : [],
    )
    const characters = new Map(
      blocks.map(({ name, width, data }) => {
        const at = Number(place.n) * Number(width)
        return [String(name), String(data).slice(at, at + Number(width))]
      }),
    )
    return {
      respondentId: respondent,
      tables: filled,
      ids: [...Object.values(ids).flatMap((id) => (id === null ? [] : [String(id)])), ...own],
      batchId: payout === undefined ? null : String(payout.batch_id),
      characters,
    }
  })
}

export function readBatches(file: File): BatchRows[] {
  const all = (sql: string, ...values: unknown[]) => file.prepare(sql).all(...values) as Row[]
  return all('select id from batches order by id').map(({ id }) => ({
    id: String(id),
    tables: [
      { table: 'batch_steps', rows: all('select * from batch_steps where batch_id = ?', id) },
      { table: 'batches', rows: all('select * from batches where id = ?', id) },
      { table: 'batch_approvals', rows: all('select * from batch_approvals where batch_id = ?', id) },
      { table: 'audit_entries', rows: all('select * from audit_entries where subject = ?', id) },
    ],
  }))
}
