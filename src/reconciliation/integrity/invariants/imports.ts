/** Imports of statements: each goes on, or says why it does not. */
import { type Invariant, seenBySql } from '../invariant.ts'

const hourMs = 3_600_000

const promise =
  'A statement that was uploaded counts or is refused with its reason within an hour, or waits for another of its account.'

/**
 * The sweep runs every minute and a step takes seconds: an import that has not ended in an hour is stuck, and so is every
 * later file of its account. A file may wait for another one of its account, which is then its reason. One whose pieces are
 * still arriving is thrown away after a day.
 */
export const importsGoOn: Invariant = {
  name: 'imports_go_on',
  promise,
  check(context) {
    const now = Date.parse(context.clock.now())
    const before = new Date(now - hourMs).toISOString()
    const twoDaysAgo = new Date(now - 48 * hourMs).toISOString()
    const importsThat = (which: string, what: string) => `select statements.id as "subject", ${what} as "what"
from statements join statement_steps on statement_steps.statement_id = statements.id and statement_steps.n = statements.n
where ${which}`
    return seenBySql(
      'imports_go_on',
      promise,
      `select state as "figure", count(*) as "value" from statements group by state order by state`,
      importsThat(
        `statements.state = 'staging' and statement_steps.at < '${before}'`,
        `'has been read since ' || statement_steps.at || ', and holds up its account: see whether the sweep runs, or take it back'`,
      ),
      importsThat(
        `statements.state = 'published' and statements.matched_at is null and statement_steps.at < '${before}'`,
        `'has been matched since ' || statement_steps.at || ': see whether the sweep runs'`,
      ),
      importsThat(
        `statements.state = 'receiving' and statements.told is not null and statements.made_at < '${before}'
  and not exists (select 1 from statements other
    join statement_steps step on step.statement_id = other.id and step.n = other.n
    where other.account_id = statements.account_id and (other.state = 'staging' or (other.n > 1 and step.at >= '${before}')))`,
        `'waits for no other: see whether the sweep runs'`,
      ),
      importsThat(
        `statements.state = 'receiving' and statements.told is null and statements.made_at < '${twoDaysAgo}'`,
        `'has been arriving for two days: see whether the sweep runs'`,
      ),
      importsThat(`statements.state = 'refused' and problem is null`, `'is refused without a reason'`),
      importsThat(`statements.state = 'published' and problem is not null`, `'counts although it has a problem'`),
      importsThat(
        `statements.state in ('receiving', 'refused', 'discarded', 'quarantined')
  and exists (select 1 from statement_lines where statement_lines.statement_id = statements.id)`,
        `'does not count, and lines of it are there'`,
      ),
    ).check(context)
  },
}

const asidePromise =
  'A file that was tried three times in vain counts for nothing, is kept whole, and waits for a person.'

/** Whoever decides can have it tried again, which takes its bytes and what was said of it. */
export const setAsideIsKept: Invariant = {
  name: 'set_aside_is_kept',
  promise: asidePromise,
  check(context) {
    const aside = (which: string, what: string) => `select statements.id as "subject", ${what} as "what"
from statements where statements.state = 'quarantined' and ${which}`
    return seenBySql(
      'set_aside_is_kept',
      asidePromise,
      `select 'set aside' as "figure", count(*) as "value" from statements where state = 'quarantined'`,
      aside(`coalesce(problem, '') not like '%"quarantined"%'`, `'is set aside for no reason'`),
      aside(`told is null`, `'is set aside, and nobody has said that it is whole'`),
      aside(
        `not exists (select 1 from statement_chunks where statement_id = statements.id and n = 1)`,
        `'is set aside, and its file is gone'`,
      ),
    ).check(context)
  },
}
