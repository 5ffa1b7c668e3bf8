/**
 * A database as it stands late in a large campaign, made by SQL in seconds: the rows are those of the app, the times are
 * spread over sixty days, and nothing else is true of them.
 */
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import type { StudyWithOffers } from '../src/journey/study.ts'
import { idFrom } from '../src/platform/time/id-time.ts'

/** Of every hundred vouchers, the first of these numbers that is above theirs says how they stand. */
const states = `case when n % 100 < 3 then 'held' when n % 100 < 18 then 'issued' when n % 100 < 27 then 'claimed'
  when n % 100 < 90 then 'paid' when n % 100 < 99 then 'expired' else 'voided' end`
const claimStates = `case state when 'paid' then 'paid' else case n % 100 when 25 then 'held' when 26 then 'frozen' else 'ready' end end`

const days = 60
const inABatch = 200

/** Fills the database in this directory, which is migrated, has this study and is not open, with so many vouchers. */
export function fillDesk(dataDirectory: string, study: StudyWithOffers, count: number, now: string): void {
  const [offer] = study.offers
  if (offer === undefined) throw new Error('The study has no offer.')
  const file = new SqliteFile(join(dataDirectory, 'honorarium.db'))
  // The rows are written in the order of tables, not of references; whether they hold is looked at in the end.
  file.pragma('foreign_keys = OFF')
  file.pragma('ignore_check_constraints = ON')
  file.pragma('synchronous = OFF')
  file.pragma('journal_mode = DELETE')
  file.pragma('journal_mode = OFF')
  file.pragma('cache_size = -600000')
  const began = Date.parse(now) - days * 86_400_000
  file.function('at_of', { deterministic: true }, (n) =>
    new Date(began + Math.floor((Number(n) / count) * (days - 1) * 86_400_000)).toISOString(),
  )
  file.function(
    'id_of',
    { deterministic: true },
    (prefix, at, n) => `${idFrom(String(prefix), Date.parse(String(at)))}${String(n).padStart(7, '0')}`,
  )
  const values = { study: study.id, version: study.version, offer: offer.id, amount: offer.amountMinor, count, now }
  const run = (sql: string) => file.prepare(sql).run(namesIn(sql, values))
  file.exec('begin')
  for (const sql of fills) run(sql)
  file.exec('commit')
  file.pragma('foreign_keys = ON')
  const broken = file.prepare("select count(*) as n from pragma_foreign_key_check('vouchers')").get() as { n: number }
  if (broken.n > 0) throw new Error(`${broken.n} vouchers refer to nothing`)
  file.close()
}

/** Only the values that a statement names: others are refused. */
function namesIn(sql: string, values: Record<string, string | number>) {
  return Object.fromEntries(Object.entries(values).filter(([name]) => sql.includes(`@${name}`)))
}

const step = (table: string, whose: string, from: string, id: string, state: string, move = `'>' || ${state}`) =>
  `insert into ${table} (${whose}, n, state, n_before, state_before, move, actor, reason, at)
select ${id}, 1, ${state}, null, null, ${move}, 'service', null, at from ${from}`

const fills = [
  `create temp table rows as with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < @count)
select n, at_of(n) as at, ${states} as state from numbers`,
  `create temp table made as select n, at, state, id_of('v', at, n) as voucher, id_of('r', at, n) as respondent from rows`,
  `insert into respondents (id, study_id, invitation_id, resume_hash, started_at)
select respondent, @study, null, 'resume ' || n, at from made`,
  `insert into responses (respondent_id, study_id, questionnaire_version, state, revision, revision_before, seed, facts,
  language_start, language, unrewarded, export_ref, started_at, progress_at, ended_at)
select respondent, @study, @version, 'complete', 9, 8, 'seed', '{}', 'en', 'en', 0, lower(hex(randomblob(7))), at, at, at from made`,
  `insert into voucher_steps (voucher_id, n, state, n_before, state_before, move, actor, reason, at)
select voucher, 1, state, null, null, '>issued', 'service', null, at from made`,
  `insert into vouchers (id, study_id, offer_id, respondent_id, currency, amount_minor, code_key, n, state, made_at, expires_at,
  replaces, reference_hash)
select voucher, @study, @offer, respondent, 'CNY', @amount, 'none', 1, state, at, at, null, lower(hex(randomblob(12))) from made`,
  `create temp table claiming as select n, at, voucher, id_of('claim', at, n) as claim, ${claimStates} as state
from made where state in ('claimed', 'paid')`,
  `insert into claims (id, voucher_id, study_id, channel, payee, account_hash, eligible_at, n, state, made_at)
select claim, voucher, @study, 'alipay', 'eyJ.a.b.c.d', 'hash ' || n, at, 1, state, at from claiming`,
  step('claim_steps', 'claim_id', 'claiming', 'claim', 'state', `'>ready'`),
  `create temp table paying as select n, at, voucher, claim, id_of('payout', at, n) as payout, id_of('a', at, n) as attempt,
  case state when 'paid' then 'paid' else 'open' end as state, case n % 2 when 0 then 'manual' else 'alipay' end as provider,
  'batch_' || printf('%09d', row_number() over (order by n) / ${inABatch}) as batch
from claiming where state in ('paid', 'frozen')`,
  `insert into batches (id, study_id, provider, currency, prepared_by, content_hash, payouts, total_minor, approvals_needed,
  approvals, n, state, made_at)
select batch, @study, 'alipay', 'CNY', (select min(id) from staff), 'hash', count(*), count(*) * @amount, 1, 1, 1, 'approved', min(at)
from paying group by batch`,
  `insert into batches (id, study_id, provider, currency, prepared_by, content_hash, payouts, total_minor, approvals_needed,
  approvals, n, state, made_at)
select 'batch_z' || n, @study, 'alipay', 'CNY', (select min(id) from staff), 'hash', 1, @amount, 1, null, 1, 'frozen', @now
from rows where n <= 300`,
  `insert into payouts (id, batch_id, claim_id, voucher_id, study_id, offer_id, provider, channel, currency, amount_minor,
  line_hash, n, state, made_at)
select payout, batch, claim, voucher, @study, @offer, provider, 'alipay', 'CNY', @amount, 'hash', 1, state, at from paying`,
  step('payout_steps', 'payout_id', 'paying', 'payout', 'state', `'>queued'`),
  `insert into attempts (id, payout_id, nth, offer_id, provider, reference, currency, amount_minor, calendar_id, day, day_n,
  settles_day, settles_day_n, is_open_day, provider_id, code, confirm, expires_at, next_at, calls, n, state, made_at)
select attempt, payout, 1, @offer, provider, 'H' || upper(substr(attempt, 3)), 'CNY', @amount, 'cn', substr(at, 1, 10), 1,
  substr(at, 1, 10), 1, 1, 'p' || n, null, null, null, null, 1, 1, case state when 'paid' then 'succeeded' else 'accepted' end, at
from paying`,
  `insert into attempt_steps (attempt_id, n, state, n_before, state_before, move, actor, reason, code, at)
select attempt, 1, case state when 'paid' then 'succeeded' else 'accepted' end, null, null, '>stored', 'sweep', null, null, at
from paying`,
  `insert into transfers (id, offer_id, debit, credit, amount_minor, at, subject)
select id_of('t', at, n), @offer, 'reserved', 'liability', @amount, at, voucher from made where state <> 'held'`,
  `insert into transfers (id, offer_id, debit, credit, amount_minor, at, subject)
select id_of('t', at, n) || 'b', @offer, 'liability', 'available', @amount, at, voucher from made where state in ('expired', 'voided')`,
  `insert into transfers (id, offer_id, debit, credit, amount_minor, at, subject)
select id_of('t', at, n) || 'b', @offer, 'liability', 'clearing', @amount, at, attempt from paying`,
  `insert into transfers (id, offer_id, debit, credit, amount_minor, at, subject)
select id_of('t', at, n) || 'c', @offer, 'clearing', 'paid', @amount, at, attempt from paying where state = 'paid'`,
  `insert into transfers (id, offer_id, debit, credit, amount_minor, at, subject)
select 't_leases', @offer, 'available', 'reserved', @count * @amount, @now, null`,
  `update offer_balances set
  reserved = (select count(*) from made where state = 'held') * @amount,
  liability = ((select count(*) from made where state in ('issued', 'claimed')) - (select count(*) from paying where state = 'open')) * @amount,
  clearing = (select count(*) from paying where state = 'open') * @amount,
  paid = (select count(*) from paying where state = 'paid') * @amount,
  available = total - ((select count(*) from made where state not in ('expired', 'voided')) * @amount)
where offer_id = @offer`,
  `insert into audit_entries (id, actor, action, subject, at) select id_of('audit', at, n), 'service', 'voucher.made', voucher, at from made`,
  `insert into audit_seals (n, entry_id, n_before, hash_before, hash, at)
select n, id_of('audit', at, n), nullif(n - 1, 0), case when n > 1 then printf('%064d', n - 1) end, printf('%064d', n), at
from made where n < @count - 50`,
  'drop table rows',
  'drop table made',
  'drop table claiming',
  'drop table paying',
]
