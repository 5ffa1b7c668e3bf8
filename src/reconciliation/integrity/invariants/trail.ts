/** The audit trail: sealed without a gap, unchanged, and telling of every payment. */
import { idFrom } from '../../../platform/time/id-time.ts'
import {
  type ChainFault,
  checkChain,
  type Head,
  type SealedEntry,
  sealedEntriesAfter,
} from '../../../staff/audit-trail/check-chain.ts'
import type { AuditEntry } from '../../../staff/audit-trail/seal-hash.ts'
import { atMost, type Invariant, seenBySql } from '../invariant.ts'

const pageSize = 1_000

export const chainHolds: Invariant = {
  name: 'chain_holds',
  promise: 'The seals of the audit trail follow one another without a gap or a fork, and each fits its entry.',
  async check({ db }) {
    const breaches: string[] = []
    let head: Head | null = null
    let last = -1
    for (;;) {
      // A seal whose number stands twice would be passed over at the end of a page, and the next one then not follow.
      const page: SealedEntry[] = await db.read({ sql: sealedEntriesAfter, values: [last, pageSize] })
      const { faults, head: next } = checkChain(page, head)
      breaches.push(...faults.map(breachOf))
      head = next
      last = page.at(-1)?.n ?? last
      if (page.length < pageSize) return { figures: { seals: head?.n ?? 0 }, breaches: atMost(breaches) }
    }
  },
}

function breachOf({ n, entryId, is }: ChainFault): string {
  if (is === 'order') return `seal ${n} does not follow seal ${n - 1}`
  return is === 'gone' ? `seal ${n} is of an entry that is gone` : `seal ${n} does not fit ${entryId}, or was changed`
}

const quarterHourMs = 15 * 60_000
const dayMs = 24 * 3_600_000

/**
 * The sealer may be behind after a rush, which is counted and no breach; after a day it must be standing still, and an
 * entry that is not known to wait is one that it never comes to.
 */
export const everyEntryIsSealed: Invariant = {
  name: 'every_entry_is_sealed',
  promise: 'Audit entries are sealed within a day, and none is left that does not wait for its seal (--seal finds it).',
  async check({ db, clock }) {
    const now = Date.parse(clock.now())
    const [row] = await db.read<{ all: number; waiting: number; old: number | null; passed: number | null }>({
      sql: `select count(*) as "waiting",
  cast(sum(case when audit_entries.id < ? then 1 else 0 end) as bigint) as "all",
  cast(sum(case when audit_entries.id < ? then 1 else 0 end) as bigint) as "old",
  cast(sum(case when audit_entries.waits is null then 1 else 0 end) as bigint) as "passed"
from audit_entries left join audit_seals on audit_seals.entry_id = audit_entries.id where audit_seals.n is null`,
      values: [idFrom('audit', now - quarterHourMs), idFrom('audit', now - dayMs)],
    })
    const { waiting = 0, all, old, passed } = row ?? {}
    return {
      figures: { unsealed: waiting, unsealed_over_15_minutes: all ?? 0 },
      breaches: [
        ...(passed ? [`${passed} entries have no seal and do not wait for one`] : []),
        ...(old ? [`${old} entries have waited for longer than a day`] : []),
      ],
    }
  },
}

/** Each of these has its line in the trail, with its id as the subject. */
export const trailTellsAll = seenBySql(
  'trail_tells_all',
  'Every batch, approval and attempt has its entry in the audit trail, and so has the end of every attempt.',
  `select action as "figure", count(*) as "value" from audit_entries
where action like 'batch.%' or action like 'attempt.%' group by action order by action`,
  ...[
    {
      table: 'batch_approvals',
      id: 'batch_id',
      action: 'batch.approved',
      and: 'audit_entries.actor = batch_approvals.approver',
    },
    { table: 'batches', id: 'id', action: 'batch.prepared', and: 'audit_entries.actor = batches.prepared_by' },
    { table: 'attempts', id: 'id', action: 'attempt.stored', and: '1 = 1' },
  ].map(
    ({ table, id, action, and }) => `select ${table}.${id} as "subject", 'has no entry ${action}' as "what"
from ${table} left join audit_entries on audit_entries.subject = ${table}.${id} and audit_entries.action = '${action}' and ${and}
where audit_entries.id is null`,
  ),
  `select attempts.id as "subject", 'has no entry for its end' as "what" from attempts
left join audit_entries on audit_entries.subject = attempts.id and audit_entries.action = 'attempt.' || attempts.state
where state in ('succeeded', 'failed', 'cancelled') and audit_entries.id is null`,
  `select audit_entries.subject as "subject", 'is in the trail, and there is no such attempt' as "what" from audit_entries
left join attempts on attempts.id = audit_entries.subject where action = 'attempt.stored' and attempts.id is null`,
)

const code = /^[\w:.>+ -]{1,120}$/

/** Looked at in pages, since no pattern of SQL is read alike by all databases. */
export const trailHoldsCodes: Invariant = {
  name: 'trail_holds_codes',
  promise: 'Audit entries hold ids and codes, and never a name, an answer or an account.',
  async check({ db }) {
    const breaches: string[] = []
    let entries = 0
    for (let after = ''; ; ) {
      const page = await db.read<Pick<AuditEntry, 'id' | 'actor' | 'action' | 'subject'>>({
        sql: `select id as "id", actor as "actor", action as "action", subject as "subject" from audit_entries
where id > ? order by id limit ${pageSize}`,
        values: [after],
      })
      for (const { id, actor, action, subject } of page) {
        if (![actor, action, subject].every((text) => code.test(text))) breaches.push(`${id} holds more than codes`)
      }
      entries += page.length
      const last = page.at(-1)
      if (last === undefined) return { figures: { entries }, breaches: atMost(breaches) }
      after = last.id
    }
  },
}
