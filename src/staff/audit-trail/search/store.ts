/** Reading the audit trail: a page of what fits, the seals, and what is sealed. */
import type { Query, SqlValue } from '../../../platform/db/together.ts'
import { idFrom } from '../../../platform/time/id-time.ts'
import { booksZone, dayAfter, startOf } from '../../../platform/time/zone.ts'
import { inScope, type Scope } from '../../permissions/scope.ts'
import { type Head, type SealedEntry, sealedEntriesAfter } from '../check-chain.ts'
import type { AuditEntry } from '../seal-hash.ts'
import { readTimeless } from './timeless.ts'

/** What is looked for; an empty text is no filter. */
export interface TrailFilter {
  action: string
  /** An id, or a word such as `operator`. */
  actor: string
  /** An id; a subject that begins with it and a space, as of a role, fits too. */
  subject: string
  /** Days as `2026-03-01`, those that the times of the list are read at, both of them included. */
  from: string
  to: string
}

/**
 * What respondents do with their own answers, and holders with vouchers: its exact time would lead from one to the other. Nor
 * how a voucher stands before its money is paid, which finance is not told: it followed the decision about its response.
 */
const notOfRespondents = `substr(action, 1, 9) <> 'response.'
  and action not in ('claim.made', 'claim.changed', 'claim.over_yearly_total',
    'voucher.held', 'voucher.issued', 'voucher.rejected', 'voucher.expired')`

/**
 * At most `count` entries that fit, from an id on (exclusive): the newest first for `behind`, the oldest first for
 * `ahead`. Whoever has a scope finds what names a study of theirs.
 */
export function entriesFound(
  wanted: TrailFilter,
  scope: Scope,
  way: 'behind' | 'ahead',
  from: string | null,
  count: number,
): Query<AuditEntry> {
  const conditions = [notOfRespondents]
  const values: SqlValue[] = []
  const also = (condition: string, ...more: SqlValue[]) => {
    conditions.push(condition)
    values.push(...more)
  }
  if (wanted.action !== '') also('action = ?', wanted.action)
  if (wanted.actor !== '') also('actor = ?', wanted.actor)
  const timeless = readTimeless(wanted.subject)
  if (timeless !== null) {
    const { prefix, drawnFrom, drawn } = timeless
    // The character behind the underscore ends the stretch of these ids.
    also(`subject > ? and subject < ? and substr(subject, ${drawnFrom}) = ?`, `${prefix}_`, `${prefix}\``, drawn)
  }
  // A role's subject is a person, a role and a study: `!` is the character behind the space.
  else if (wanted.subject !== '') also('subject >= ? and subject < ?', wanted.subject, `${wanted.subject}!`)
  if (wanted.from !== '') also('audit_entries.id >= ?', idFrom('audit', Date.parse(startOf(booksZone, wanted.from))))
  if (wanted.to !== '')
    also('audit_entries.id < ?', idFrom('audit', Date.parse(startOf(booksZone, dayAfter(wanted.to)))))
  if (from !== null) also(`audit_entries.id ${way === 'behind' ? '<' : '>'} ?`, from)
  const seen = inScope(scope, 'studies.id')
  if (scope !== null) {
    also(
      `(subject in (select studies.id from studies where ${seen.sql})
  or (subject like '% %' and exists (select 1 from studies where ${seen.sql}
    and substr(subject, 1, length(studies.id) + 1) = studies.id || ' ')))`,
      ...seen.values,
      ...seen.values,
    )
  }
  return {
    sql: `select audit_entries.id as "id", actor as "actor", action as "action", subject as "subject",
  audit_entries.at as "at"
from audit_entries where ${conditions.join(' and ')} order by audit_entries.id ${way === 'behind' ? 'desc' : 'asc'} limit ?`,
    values: [...values, count],
  }
}

/** The seal with this number. */
export const sealNumbered = (n: number): Query<Head> => ({
  sql: 'select n as "n", hash as "hash" from audit_seals where n = ?',
  values: [n],
})

/** The next seals behind a number, with their entries. */
export const sealsBehind = (n: number, count: number): Query<SealedEntry> => ({
  sql: sealedEntriesAfter,
  values: [n, count],
})
