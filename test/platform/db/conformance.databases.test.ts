import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Breach, first, type SqlValue, type Write } from '../../../src/platform/db/together.ts'
import { sql } from '../../../src/reconciliation/tables.ts'
import { everyWay } from '../../support/databases/every-way.ts'
import { everySampleRow, insertAll, insertRow, sampleRow } from '../../support/databases/sample-rows.ts'
import type { Opened } from '../../support/databases/test-database.ts'

const query = (text: string, ...values: SqlValue[]): Write => ({ sql: text, values })

/** The key that names a row: what the database must speak of when the row comes twice. */
const primaryKeys: Record<string, string> = {
  study_changes: 'study_id, n',
  export_checkpoints: 'export_id, bytes',
  export_takes: 'export_id, staff_id',
  finding_lists: 'study_id, n',
  saved_filters: 'id',
  margin_sets: 'id',
  figure_snapshots: 'study_id, data_version',
  theme_lists: 'study_id, question, n',
  text_codings: 'respondent_id, question, theme',
  study_openings: 'study_id, day, language, door, source',
  study_stops: 'study_id, page, question',
  stops_counted: 'study_id',
  questionnaires: 'version',
  known_keys: 'purpose, kid',
  review_steps: 'respondent_id, n',
  report_only_flags: 'study_id, name, rules',
  rejections: 'respondent_id, n',
  objections: 'respondent_id, n',
  wrong_codes: 'network',
  heartbeats: 'part',
  elections: 'part',
  offer_places: 'study_id, place',
  thanks_places: 'study_id, place',
  quota_cells: 'study_id, cell',
  quota_reservations: 'respondent_id',
  quota_places: 'respondent_id, cell',
  offer_balances: 'offer_id',
  invitation_ends: 'invitation_id',
  responses: 'respondent_id',
  agreement_texts: 'study_id, code, hash',
  agreements: 'respondent_id, code',
  saved_pages: 'respondent_id, page',
  response_pages: 'respondent_id, page',
  documents: 'respondent_id',
  lease_steps: 'respondent_id, n',
  networks: 'network',
  start_queues: 'network',
  start_places: 'respondent_id',
  leases: 'respondent_id',
  voucher_steps: 'voucher_id, n',
  sign_in_uses: 'sign_in_id',
  staff_desks: 'staff_id, study_id',
  staff_roles: 'staff_id, study_id, role',
  staff_identities: 'issuer, subject',
  owner_counts: 'scope',
  staff_duties: 'staff_id, study_id',
  invitation_list_links: 'list_id, n',
  refused_sign_ins: 'day, way, reason',
  decisions: 'proposal_id',
  calendar_years: 'calendar_id, year',
  calendar_days: 'calendar_id, day, n',
  claim_steps: 'claim_id, n',
  batch_steps: 'batch_id, n',
  batch_approvals: 'batch_id, nth',
  payout_steps: 'payout_id, n',
  attempt_steps: 'attempt_id, n',
  attempt_calls: 'attempt_id, n',
  provider_events: 'provider, event_id',
  audit_seals: 'n',
  provider_days: 'account_id, day',
  statement_steps: 'statement_id, n',
  statement_chunks: 'statement_id, n',
  statement_lines: 'account_id, line_key',
  matches: 'account_id, line_key, attempt_id',
  exception_steps: 'exception_id, n',
  column_mappings: 'account_id',
  report_signatures: 'report_id, nth',
  report_endings: 'report_id',
  result_file_pieces: 'file_id, n',
  voucher_links: 'voucher_id',
  statement_progress: 'statement_id, phase, from_row',
  statement_days: 'account_id, day',
  trust_days: 'study_id, day',
  payee_years: 'payee_hash, year, currency',
  response_paradata: 'respondent_id',
  response_flags: 'respondent_id, name',
  speed_baselines: 'study_id, questionnaire_version, route, language',
  answer_models: 'study_id, questionnaire_version',
  response_signatures: 'respondent_id, kind, band',
  study_alarms: 'study_id, kind, since',
  turns: 'part',
  study_steps: 'study_id, n',
  soft_launch_signatures: 'study_id, nth',
  permit_file_pieces: 'permit_id, n',
  permit_confirmations: 'permit_id',
  study_versions: 'study_id, n',
  questionnaire_drafts: 'study_id',
  questionnaire_draft_revisions: 'study_id, revision',
  confirmed_translations: 'study_id, place, language',
  answer_places: 'study_id, data_version, n',
  answer_segments: 'study_id, data_version, n, name',
}

/** Each is written behind its first step, whose key speaks first; some other key of theirs may speak before their own. */
const behindAStep = new Set(['vouchers', 'claims', 'payouts', 'attempts', 'statements', 'matches'])

function primaryKey(table: string): string {
  const columns = (primaryKeys[table] ?? 'id').split(', ')
  return columns.map((column) => `${table}.${column}`).join(', ')
}

describe.each(everyWay)('$name', ({ openBound }) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openBound()
    expect(await opened.db.together(...insertAll())).toMatchObject({ done: true })
  })
  afterAll(() => opened.close())

  async function refused(...writes: Write[]): Promise<Breach | 'done'> {
    const outcome = await opened.db.together(...writes)
    return outcome.done ? 'done' : outcome.breach
  }

  test('a read gives rows by the names of their columns, in the order asked for', async () => {
    const read = sql.selectFrom('lease_steps').select(['n', 'state', 'n_before']).orderBy('n', 'desc').compile()
    expect(await opened.db.read({ sql: read.sql, values: [] })).toEqual([
      { n: 2, state: 'used', n_before: 1 },
      { n: 1, state: 'open', n_before: null },
    ])
  })

  test('a read of nothing gives no row', async () => {
    const nobody = query('select id from staff where id = ?', 'nobody')
    expect(await opened.db.read(nobody)).toEqual([])
    expect(await first(opened.db, nobody)).toBeUndefined()
  })

  test('a write gives back what it was asked to return, and the others nothing', async () => {
    const outcome = await opened.db.together(
      query(
        'insert into networks (network, open_leases, cap, starts, starts_cap, seen_at) values (?, 0, ?, 0, 9, ?)',
        'returning',
        3,
        't',
      ),
      query(
        'update networks set open_leases = open_leases + ? where network = ? returning open_leases, cap',
        2,
        'returning',
      ),
      query('select cap from networks where network = ?', 'returning'),
      query('delete from networks where network = ? returning network', 'nobody'),
    )
    expect(outcome).toEqual({ done: true, rows: [[], [{ open_leases: 2, cap: 3 }], [{ cap: 3 }], []] })
  })

  test('no writes at all are done', async () => {
    expect(await opened.db.together()).toEqual({ done: true, rows: [] })
  })

  test('the same insert may stand twice in one together', async () => {
    const see = (network: string) =>
      query(
        'insert into networks (network, open_leases, cap, starts, starts_cap, seen_at) values (?, 0, 1, 0, 9, ?)',
        network,
        't',
      )
    expect(await refused(see('twin1'), see('twin2'))).toBe('done')
    expect(await refused(see('twin3'), see('twin3'))).toEqual({ kind: 'unique', on: 'networks.network' })
  })

  test.each(everySampleRow.filter(({ table }) => !behindAStep.has(table)).map((row) => [row.table, row] as const))(
    'a row of %s that comes twice is refused by its primary key',
    async (table, row) => {
      expect(await refused(insertRow(row))).toEqual({ kind: 'unique', on: primaryKey(table) })
    },
  )

  test('a voucher that comes twice is refused by its first step, and another of one respondent by the respondent', async () => {
    const step = insertRow(sampleRow('voucher_steps'))
    expect(await refused(step, insertRow(sampleRow('vouchers')))).toEqual({
      kind: 'unique',
      on: 'voucher_steps.voucher_id, voucher_steps.n',
    })
    const another = insertRow(sampleRow('voucher_steps'), { voucher_id: 'voucher2' })
    expect(await refused(another, insertRow(sampleRow('vouchers'), { id: 'voucher2' }))).toEqual({
      kind: 'unique',
      on: 'vouchers.respondent_id',
    })
  })

  test('a second key is named by its columns, however many', async () => {
    const invitation = insertRow(sampleRow('respondents'), { id: 'respondent2', resume_hash: 'resume2' })
    expect(await refused(invitation)).toEqual({ kind: 'unique', on: 'respondents.invitation_id' })
    const offer = insertRow(sampleRow('offers'), { id: 'offer2' })
    expect(await refused(offer)).toEqual({ kind: 'unique', on: 'offers.study_id, offers.position' })
  })

  test('a check is named', async () => {
    const take = (amount: number) =>
      query(
        'update offer_balances set available = available - ?, liability = liability + ? where offer_id = ?',
        amount,
        amount,
        'offer1',
      )
    expect(await refused(take(16_001))).toEqual({ kind: 'check', on: 'offer_balances_available' })
    const odd = query('update offer_balances set liability = liability + 1 where offer_id = ?', 'offer1')
    expect(await refused(odd)).toEqual({ kind: 'check', on: 'offer_balances_parts_make_total' })
  })

  test('of several broken checks all databases name the same', async () => {
    const all = { total: 1, available: -1, reserved: -1, liability: -1, clearing: -1, paid: -1 }
    const offer = insertRow(sampleRow('offers'), { id: 'offer3', position: 3 })
    const balance = insertRow(sampleRow('offer_balances'), { offer_id: 'offer3', ...all })
    expect(await refused(offer, balance)).toEqual({ kind: 'check', on: 'offer_balances_available' })
  })

  test('a required value is named by its column, before any check or key', async () => {
    const nameless = insertRow(sampleRow('staff'), { name: null })
    expect(await refused(nameless)).toEqual({ kind: 'required', on: 'staff.name' })
    const free = insertRow(sampleRow('offers'), { amount_minor: 0, currency: null })
    expect(await refused(free)).toEqual({ kind: 'required', on: 'offers.currency' })
    const negative = insertRow(sampleRow('offers'), { amount_minor: 0 })
    expect(await refused(negative)).toEqual({ kind: 'check', on: 'offers_amount_positive' })
  })

  test('a reference is refused without a name, whether to something unknown or of something needed', async () => {
    const unknown = insertRow(sampleRow('offers'), { id: 'offer4', position: 4, study_id: 'nowhere' })
    expect(await refused(unknown)).toEqual({ kind: 'reference', on: null })
    expect(await refused(query('delete from studies where id = ?', 'study1'))).toEqual({ kind: 'reference', on: null })
    expect(await refused(query('update staff set role = ? where id = ?', 'king', 'staff1'))).toEqual({
      kind: 'reference',
      on: null,
    })
  })

  test('a key is named before a reference', async () => {
    const both = insertRow(sampleRow('offers'), { study_id: 'nowhere' })
    expect(await refused(both)).toEqual({ kind: 'unique', on: 'offers.id' })
  })

  test('a reference must stand when its own write ends, not only when all do', async () => {
    const offer = insertRow(sampleRow('offers'), { id: 'offer5', position: 5 })
    const balance = insertRow(sampleRow('offer_balances'), { offer_id: 'offer5' })
    expect(await refused(balance, offer)).toEqual({ kind: 'reference', on: null })
    expect(await refused(offer, balance)).toBe('done')
  })

  test('an earlier write is undone by a later refusal, and a later one never happens', async () => {
    const see = (network: string, open: number) =>
      query(
        'insert into networks (network, open_leases, cap, starts, starts_cap, seen_at) values (?, ?, 1, 0, 9, ?)',
        network,
        open,
        't',
      )
    expect(await refused(see('early', 0), see('full', 2), see('late', 0))).toEqual({
      kind: 'check',
      on: 'networks_within_cap',
    })
    const seen = query("select network from networks where network in ('early', 'full', 'late')")
    expect(await opened.db.read(seen)).toEqual([])
  })

  test('the first of two refusals is the one that counts', async () => {
    const bad = query('update networks set open_leases = -1 where network = ?', 'network1')
    expect(await refused(bad, insertRow(sampleRow('staff')))).toEqual({ kind: 'check', on: 'networks_not_negative' })
    expect(await refused(insertRow(sampleRow('staff')), bad)).toEqual({ kind: 'unique', on: 'staff.id' })
  })

  test('what is no refusal throws, and changes nothing', async () => {
    const see = query(
      'insert into networks (network, open_leases, cap, starts, starts_cap, seen_at) values (?, 0, 1, 0, 9, ?)',
      'thrown',
      't',
    )
    await expect(opened.db.together(see, query('insert into nowhere (id) values (1)'))).rejects.toThrow(/nowhere/)
    expect(await opened.db.read(query('select network from networks where network = ?', 'thrown'))).toEqual([])
  })

  test('an order is that of the bytes, whatever the locale', async () => {
    const names = ['a', 'B', 'Z', 'b', 'é', 'e', '中', '_', '0', '😀', '\uFF5E', 'aa', 'a b', 'A']
    const see = (name: string) => insertRow(sampleRow('audit_entries'), { id: `order ${name}` })
    expect(await refused(...names.map(see))).toBe('done')
    const read = query("select id from audit_entries where id >= 'order ' and id < 'order!' order by id")
    const bytes = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect(await opened.db.read(read)).toEqual(bytes.map((name) => ({ id: `order ${name}` })))
  })

  test('what one connection has written, another reads', async () => {
    const other = await opened.again()
    const see = query(
      'insert into networks (network, open_leases, cap, starts, starts_cap, seen_at) values (?, 0, 1, 0, 9, ?)',
      'shared',
      't',
    )
    expect((await opened.db.together(see)).done).toBe(true)
    expect(await other.read(query("select cap from networks where network = 'shared'"))).toEqual([{ cap: 1 }])
    await other.close()
  })
})
