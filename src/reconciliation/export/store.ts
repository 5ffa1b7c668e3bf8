/** What the export reads: everything as it stood at one instant, which nothing that is written later can change. */
import type { Balance, LedgerAccount, VoucherState } from '../../../schema/tables.ts'
import type { Query, SqlValue } from '../../platform/db/together.ts'

function ask<Row>(sql: string, ...values: SqlValue[]): Query<Row> {
  return { sql, values }
}

export const offersOfStudies = ask<{
  study: string
  slug: string
  id: string
  currency: string
  amountMinor: number
  taxMinor: number
}>(
  `select studies.id as "study", slug as "slug", offers.id as "id", currency as "currency", amount_minor as "amountMinor",
  tax_minor as "taxMinor"
from studies join offers on offers.study_id = studies.id order by studies.id, position`,
)

export interface LaterMove extends Balance {
  source: 'balance' | 'later'
  offer: string
  debit: LedgerAccount
  credit: LedgerAccount
  amount: number
}

/** Balances as they are, and what has moved since, in one statement: the difference is how they stood. */
export const balancesSince = (until: string) =>
  ask<LaterMove>(
    `select 'balance' as "source", offer_id as "offer", '' as "debit", '' as "credit", 0 as "amount", total as "total",
  available as "available", reserved as "reserved", liability as "liability", clearing as "clearing", paid as "paid",
  tax as "tax", outside as "outside"
from offer_balances
union all
select 'later', offer_id, debit, credit, cast(sum(amount_minor) as bigint), 0, 0, 0, 0, 0, 0, 0, 0
from transfers where at >= ? group by offer_id, debit, credit
order by 2, 1, 3, 4`,
    until,
  )

export const dailyTransfers = (until: string) =>
  ask<{ offer: string; day: string; debit: string; credit: string; count: number; amountMinor: number }>(
    `select offer_id as "offer", substr(at, 1, 10) as "day", debit as "debit", credit as "credit", count(*) as "count",
  cast(sum(amount_minor) as bigint) as "amountMinor"
from transfers where at < ? group by offer_id, substr(at, 1, 10), debit, credit order by 2, 1, 3, 4`,
    until,
  )

export const openLeases = (until: string) =>
  ask<{ offer: string; count: number; amountMinor: number }>(
    `select step.offer_id as "offer", count(*) as "count", cast(sum(offers.amount_minor + offers.tax_minor) as bigint) as "amountMinor"
from lease_steps step join offers on offers.id = step.offer_id
where step.state = 'open' and step.at < ? and not exists (select 1 from lease_steps later
  where later.respondent_id = step.respondent_id and later.n > step.n and later.at < ?)
group by step.offer_id order by 1`,
    until,
    until,
  )

export interface PromiseRow {
  offer: string
  ended: number
  endedMinor: number
  heldMinor: number
}

/** Of each offer the vouchers that had expired or been rejected, and those that were held, with their tax. */
export const promisesBefore = (until: string) =>
  ask<PromiseRow>(
    `select vouchers.offer_id as "offer", count(case when step.state <> 'held' then 1 end) as "ended",
  cast(sum(case when step.state <> 'held' then amount_minor + tax_minor else 0 end) as bigint) as "endedMinor",
  cast(sum(case when step.state = 'held' then amount_minor + tax_minor else 0 end) as bigint) as "heldMinor"
from voucher_steps step join vouchers on vouchers.id = step.voucher_id
where step.state in ('held', 'expired', 'rejected') and step.at < ? and not exists (select 1 from voucher_steps later
  where later.voucher_id = step.voucher_id and later.n > step.n and later.at < ?)
group by vouchers.offer_id order by 1`,
    until,
    until,
  )

export const decisionsBefore = (until: string) =>
  ask<{ proposal: string; what: string; proposedBy: string; verdict: string; decidedBy: string; at: string }>(
    `select proposal_id as "proposal", kind as "what", proposals.proposed_by as "proposedBy", verdict as "verdict",
  decided_by as "decidedBy", decisions.at as "at"
from decisions join proposals on proposals.id = decisions.proposal_id where decisions.at < ? order by 1`,
    until,
  )

export const exceptionsBefore = (until: string) =>
  ask<{
    class: string
    provider: string | null
    currency: string
    amountMinor: number
    openedAt: string
    closedAt: string | null
  }>(
    `select class as "class", provider as "provider", currency as "currency", amount_minor as "amountMinor",
  opened_at as "openedAt", case when closed_at < ? then closed_at end as "closedAt"
from exceptions where opened_at < ? order by id`,
    until,
    until,
  )

export interface BatchRow {
  id: string
  study: string
  provider: string
  currency: string
  preparedBy: string
  contentHash: string
  totalMinor: number
  approvalsNeeded: number
}

/** Batches made before a moment, at most `limit` behind the one with the id `after`. */
export const batchesBefore = (until: string, after: string, limit: number) =>
  ask<BatchRow>(
    `select id as "id", study_id as "study", provider as "provider", currency as "currency", prepared_by as "preparedBy",
  content_hash as "contentHash", total_minor as "totalMinor", approvals_needed as "approvalsNeeded"
from batches where made_at < ? and id > ? order by id limit ?`,
    until,
    after,
    limit,
  )

/** The hashes of a batch's lines, over which it was approved. */
export const linesOfBatch = (batchId: string) =>
  ask<{ hash: string }>(`select line_hash as "hash" from payouts where batch_id = ? order by line_hash`, batchId)

/** Who approved a batch before a moment, and over which hash. */
export const approvalsOfBatch = (batchId: string, until: string) =>
  ask<{ approver: string; contentHash: string; at: string }>(
    `select approver as "approver", content_hash as "contentHash", at as "at"
from batch_approvals where batch_id = ? and at < ? order by nth`,
    batchId,
    until,
  )

export interface StepRow {
  id: string
  n: number
  state: VoucherState & string
  reason: string | null
  actor: string | null
  at: string
  code: string | null
}

/** The steps of a batch before a moment. */
export const stepsOfBatch = (batchId: string, until: string) =>
  ask<StepRow>(
    `select batch_id as "id", n as "n", state as "state", reason as "reason", actor as "actor", at as "at", null as "code"
from batch_steps where batch_id = ? and at < ? order by n`,
    batchId,
    until,
  )

export interface ExportedVoucherDay {
  day: string
  count: number
  firstId: string
  lastId: string
}

/** On which days (UTC) vouchers were made before a moment, with how many, and the first and last id of each. */
export const voucherDaysBefore = (until: string) =>
  ask<ExportedVoucherDay>(
    `select substr(made_at, 1, 10) as "day", count(*) as "count", min(id) as "firstId", max(id) as "lastId"
from vouchers where made_at < ? group by substr(made_at, 1, 10) order by 1`,
    until,
  )

export interface ExportedVoucher {
  id: string
  codeKey: string
  replaces: string | null
  study: string
  offer: string
  currency: string
  amountMinor: number
  taxMinor: number
  madeAt: string
}

/** Vouchers by their ids behind `after`; those of other days stand among them when clocks disagreed. */
export const vouchersBetween = (after: string, lastId: string, until: string, limit: number) =>
  ask<ExportedVoucher>(
    `select id as "id", code_key as "codeKey", replaces as "replaces", study_id as "study", offer_id as "offer",
  currency as "currency", amount_minor as "amountMinor", tax_minor as "taxMinor", made_at as "madeAt"
from vouchers where id > ? and id <= ? and made_at < ? order by id limit ?`,
    after,
    lastId,
    until,
    limit,
  )

/** A seal with its entry; `id` is null when the entry is gone. */
export interface SealRow {
  n: number
  hash: string
  id: string | null
  actor: string
  action: string
  subject: string
  at: string
}

/**
 * Seals of the audit trail behind the `n`th, at most `limit`, each with the entry that it seals, where that is still
 * there.
 */
export const sealsAfter = (n: number, limit: number) =>
  ask<SealRow>(
    `select n as "n", hash as "hash", audit_entries.id as "id", actor as "actor", action as "action", subject as "subject",
  audit_entries.at as "at"
from audit_seals left join audit_entries on audit_entries.id = entry_id where n > ? order by n limit ?`,
    n,
    limit,
  )
