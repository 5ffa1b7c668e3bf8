/** The rows of exceptions and of what was done about each. */
import { type RawBuilder, sql as raw, type SqlBool } from 'kysely'
import type { ExceptionClass, Provider } from '../../../schema/tables.ts'
import { prepareQuery, type Query, type SqlValue, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { inScope, type Scope, scopedQuery } from '../../staff/permissions/scope.ts'
import { inScopeOfAccount, isAccountSeen } from '../account-scope.ts'
import { insertMany, sql } from '../tables.ts'
import type { ExceptionDetail } from './exception.ts'

export interface Exception {
  id: string
  class: ExceptionClass
  subject: string
  studyId: string | null
  provider: Provider | null
  currency: string
  amountMinor: number
  /** JSON of `ExceptionDetail`. */
  detail: string
  openedAt: string
  closedAt: string | null
  owner: string | null
  ownerName: string | null
  accountId: string | null
  day: string | null
}

const exceptions = () =>
  sql
    .selectFrom('exceptions')
    .leftJoin('staff', 'staff.id', 'exceptions.owner')
    .select([
      'exceptions.id',
      'exceptions.class',
      'exceptions.subject',
      'exceptions.study_id as studyId',
      'exceptions.provider',
      'exceptions.currency',
      'exceptions.amount_minor as amountMinor',
      'exceptions.detail',
      'exceptions.opened_at as openedAt',
      'exceptions.closed_at as closedAt',
      'exceptions.owner',
      'staff.name as ownerName',
      'exceptions.account_id as accountId',
      'exceptions.day',
    ])

export const exceptionById = prepareQuery<{ id: string }, Exception>((p) =>
  exceptions().where('exceptions.id', '=', p.id),
)

export const exceptionOf = prepareQuery<{ class: ExceptionClass; subject: string }, Exception>((p) =>
  exceptions().where('exceptions.class', '=', p.class).where('exceptions.subject', '=', p.subject),
)

interface OpenPage {
  /** A class; those of every class where it is ''. */
  ofClass: string
  /** When the one was opened behind or ahead of which the page lies, and its id; '' for the list's beginning. */
  fromAt: string
  fromId: string
  limit: number
}

const isExceptionSeen = (isSeen: (column: string) => RawBuilder<SqlBool>) =>
  raw<SqlBool>`((exceptions.study_id is not null and ${isSeen('exceptions.study_id')})
  or (exceptions.study_id is null and ${isAccountSeen('exceptions.currency', isSeen)}))`

const openPage = (past: '>' | '<', order: 'asc' | 'desc') =>
  scopedQuery<OpenPage, Exception>((p, isSeen) =>
    exceptions()
      .where('exceptions.closed_at', 'is', null)
      .where(raw<SqlBool>`(${raw.val(p.ofClass)} = '' or exceptions.class = ${raw.val(p.ofClass)})`)
      .where(isExceptionSeen(isSeen))
      .where((eb) =>
        eb.or([
          eb('exceptions.opened_at', past, p.fromAt),
          eb.and([eb('exceptions.opened_at', '=', p.fromAt), eb('exceptions.id', past, p.fromId)]),
        ]),
      )
      .orderBy('exceptions.opened_at', order)
      .orderBy('exceptions.id', order)
      .limit(p.limit),
  )

/** Open exceptions of a scope, oldest first, behind one of them; those about an account are of all studies that share it. */
export const openExceptions = openPage('>', 'asc')

/** The same the other way: those that were opened before one of them, the newest of them first. */
export const openExceptionsAhead = openPage('<', 'desc')

const openByAmount = (past: '>' | '<', order: 'asc' | 'desc') =>
  scopedQuery<{ ofClass: string; currency: string; minor: number; id: string; limit: number }, Exception>((p, isSeen) =>
    exceptions()
      .where('exceptions.closed_at', 'is', null)
      .where('exceptions.currency', '=', p.currency)
      .where(raw<SqlBool>`(${raw.val(p.ofClass)} = '' or exceptions.class = ${raw.val(p.ofClass)})`)
      .where(isExceptionSeen(isSeen))
      .where(
        raw<SqlBool>`(exceptions.amount_minor, exceptions.id) ${raw.raw(past)} (${raw.val(p.minor)}, ${raw.val(p.id)})`,
      )
      .orderBy('exceptions.amount_minor', order)
      .orderBy('exceptions.id', order)
      .limit(p.limit),
  )
/** Open exceptions of a currency and a scope by their amounts, the smallest first: behind one of them, or ahead of it, nearest first. */
export const openExceptionsByAmount = { behind: openByAmount('>', 'asc'), ahead: openByAmount('<', 'desc') }

/** The currencies of open exceptions. */
export const currenciesOfOpen = prepareQuery(() =>
  sql.selectFrom('exceptions').select('currency').distinct().where('closed_at', 'is', null).orderBy('currency'),
)

interface OfClass {
  class: ExceptionClass
  currency: string
  count: number
  amountMinor: number
}

/** How many of a scope are open of each class and currency, and their money: by the moment they were opened, which is indexed for open ones. */
export function openByClass(scope: Scope): Query<OfClass> {
  const seen = exceptionsSeen(scope)
  return {
    values: seen.values,
    sql: `select class as "class", currency as "currency", count(*) as "count", cast(sum(abs(amount_minor)) as bigint) as "amountMinor"
from exceptions where closed_at is null and opened_at > '' and ${seen.sql} group by class, currency order by 1, 2`,
  }
}

/** The condition on exceptions of a scope. */
export function exceptionsSeen(scope: Scope): { sql: string; values: SqlValue[] } {
  if (scope === null) return { sql: '1 = 1', values: [] }
  const ofStudy = inScope(scope, 'exceptions.study_id')
  const ofAccount = inScopeOfAccount(scope, 'exceptions.currency')
  return {
    sql: `(${ofStudy.sql} or (exceptions.study_id is null and ${ofAccount.sql}))`,
    values: [...ofStudy.values, ...ofAccount.values],
  }
}

/** Which of these exceptions a proposal to close waits about, by id. */
export function closingsProposed(ids: readonly string[]): Query<{ id: string }> {
  return {
    sql: `select subject as "id" from proposals where kind = 'exception_closed' and decided = 0
and subject in (${ids.map(() => '?').join(', ')})`,
    values: [...ids],
  }
}

export const openBreakOf = prepareQuery<{ accountId: string }, Exception>((p) =>
  exceptions()
    .where('exceptions.class', '=', 'balance_break')
    .where('exceptions.account_id', '=', p.accountId)
    .where('exceptions.closed_at', 'is', null),
)

/** The next open ones of a class and an account behind an id. */
export const openOfClass = prepareQuery(
  (p: { class: ExceptionClass; accountId: string; behind: string; limit: number }) =>
    sql
      .selectFrom('exceptions')
      .select(['id', 'detail'])
      .where('closed_at', 'is', null)
      .where('class', '=', p.class)
      .where('account_id', '=', p.accountId)
      .where('id', '>', p.behind)
      .orderBy('id')
      .limit(p.limit),
)

export const countBreaksOf = prepareQuery((p: { accountId: string }) =>
  sql
    .selectFrom('exceptions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('class', '=', 'balance_break')
    .where('account_id', '=', p.accountId),
)

export const recount = prepareQuery((p: { id: string; amountMinor: number; detail: string }) =>
  sql.updateTable('exceptions').set({ amount_minor: p.amountMinor, detail: p.detail }).where('id', '=', p.id),
)

export const setOwner = prepareQuery((p: { id: string; owner: string }) =>
  sql.updateTable('exceptions').set({ owner: p.owner }).where('id', '=', p.id),
)

const setClosed = prepareQuery((p: { id: string; at: string }) =>
  sql.updateTable('exceptions').set({ closed_at: p.at }).where('id', '=', p.id),
)

export interface ExceptionStep {
  n: number
  what: string
  actor: string
  note: string
  at: string
}

/** Who did what about an exception, in order. */
export const exceptionSteps = prepareQuery<{ id: string }, ExceptionStep>((p) =>
  sql
    .selectFrom('exception_steps')
    .select(['n', 'what', 'actor', 'note', 'at'])
    .where('exception_id', '=', p.id)
    .orderBy('n'),
)

/** The same of several, as far as they are told of in bulk; at most as many as values are bound. */
export const stepsOfAll = (ids: readonly string[]): Query<Pick<ExceptionStep, 'n' | 'what'> & { id: string }> => ({
  sql: `select exception_id as "id", n as "n", what as "what" from exception_steps
where exception_id in (${ids.map(() => '?').join(', ')}) order by exception_id, n`,
  values: [...ids],
})

export const addExceptionStep = prepareQuery(
  (p: { id: string; n: number; what: string; actor: string; note: string; at: string }) =>
    sql
      .insertInto('exception_steps')
      .values({ exception_id: p.id, n: p.n, what: p.what, actor: p.actor, note: p.note, at: p.at }),
)

export interface NewException {
  class: ExceptionClass
  subject: string
  studyId: string | null
  provider: Provider
  currency: string
  amountMinor: number
  detail: ExceptionDetail
  accountId: string
  day: string
}

/** Opens exceptions, each with the first step of its history and its line in the trail. */
export function openWrites(
  { ids, clock }: Pick<Ports, 'ids' | 'clock'>,
  some: readonly NewException[],
  actor: string,
): Write[] {
  const at = clock.now()
  const made = some.map((one) => ({ id: ids.next('exception'), ...one }))
  return [
    ...insertMany(
      'exceptions',
      made.map((one) => ({
        id: one.id,
        class: one.class,
        subject: one.subject,
        study_id: one.studyId,
        provider: one.provider,
        currency: one.currency,
        amount_minor: one.amountMinor,
        detail: JSON.stringify(one.detail),
        opened_at: at,
        closed_at: null,
        owner: null,
        account_id: one.accountId,
        day: one.day,
      })),
    ),
    ...insertMany(
      'exception_steps',
      made.map(({ id }) => ({ exception_id: id, n: 1, what: 'opened', actor, note: '', at })),
    ),
    ...insertMany(
      'audit_entries',
      made.map((one) => ({
        id: ids.next('audit'),
        actor,
        action: `exception.${one.class}`,
        subject: one.id,
        at,
      })),
    ),
  ]
}

/** Closes an exception: the step's number is its lock. `steps` is how many there are. */
export function closeWrites(
  { ids, clock }: Pick<Ports, 'ids' | 'clock'>,
  id: string,
  steps: number,
  step: { what: string; actor: string; note: string },
): Write[] {
  const at = clock.now()
  return [
    addExceptionStep({ id, n: steps + 1, at, ...step }),
    setClosed({ id, at }),
    addAudit({ id: ids.next('audit'), actor: step.actor, action: 'exception.closed', subject: id, at }),
  ]
}
