/** The rows of statements, their steps, and the days that they cover. */
import { prepareQuery } from '../../platform/db/together.ts'
import { scopedQuery } from '../../staff/permissions/scope.ts'
import { isAccountSeen } from '../account-scope.ts'
import { coveringNoDay, type StatementFormat } from '../formats/statement.ts'
import { sql } from '../tables.ts'
import type { Statement } from './statement.ts'

const statements = () =>
  sql
    .selectFrom('statements')
    .innerJoin('provider_accounts', 'provider_accounts.id', 'statements.account_id')
    .select([
      'statements.id',
      'statements.account_id as accountId',
      'provider_accounts.provider',
      'provider_accounts.currency',
      'statements.format',
      'statements.file_hash as fileHash',
      'statements.bytes',
      'statements.chunks',
      'statements.mapping',
      'statements.rows_done as rowsDone',
      'statements.lines_new as linesNew',
      'statements.lines_matched as linesMatched',
      'statements.problem',
      'statements.period_from as periodFrom',
      'statements.period_to as periodTo',
      'statements.opening_minor as openingMinor',
      'statements.closing_minor as closingMinor',
      'statements.uploaded_by as uploadedBy',
      'statements.n',
      'statements.state',
      'statements.made_at as madeAt',
      'statements.checkpoint',
      'statements.told',
      'statements.summary',
      'statements.matched_at as matchedAt',
      'statements.tries',
      'statements.tried_step as triedStep',
      'statements.tried_at as triedAt',
      'statements.bank_account as bankAccount',
      'statements.given_at as givenAt',
    ])
    .select((eb) =>
      eb
        .selectFrom('statement_progress')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('statement_progress.statement_id', '=', 'statements.id')
        .where('statement_progress.phase', '=', 'import')
        .as('steps'),
    )
    .select((eb) =>
      eb
        .selectFrom('statement_progress')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('statement_progress.statement_id', '=', 'statements.id')
        .as('allSteps'),
    )
    .$castTo<Statement>()

export const statementById = prepareQuery<{ id: string }, Statement>((p) =>
  statements().where('statements.id', '=', p.id),
)

const listed = (past: '<' | '>', order: 'asc' | 'desc') =>
  scopedQuery<{ from: string; limit: number }, Statement>((p, isSeen) =>
    statements()
      .where('statements.id', past, p.from)
      .where(isAccountSeen('provider_accounts.currency', isSeen))
      .orderBy('statements.id', order)
      .limit(p.limit),
  )
/** Statements of accounts of a scope, the newest first: behind an id, or ahead of it the oldest first. */
export const listStatements = { behind: listed('<', 'desc'), ahead: listed('>', 'asc') }

const inState = (past: '<' | '>', order: 'asc' | 'desc') =>
  scopedQuery<{ state: Statement['state']; id: string; limit: number }, Statement>((p, isSeen) =>
    statements()
      .where('statements.state', '=', p.state)
      .where('statements.id', past, p.id)
      .where(isAccountSeen('provider_accounts.currency', isSeen))
      .orderBy('statements.id', order)
      .limit(p.limit),
  )
/** Those of one state, the newest first. */
export const statementsInState = { behind: inState('<', 'desc'), ahead: inState('>', 'asc') }

/** The one of an account with this file, staged or published. */
export const statementOfFile = prepareQuery((p: { accountId: string; fileHash: string }) =>
  sql
    .selectFrom('statements')
    .select('id')
    .where('account_id', '=', p.accountId)
    .where('file_hash', '=', p.fileHash)
    .where('state', 'in', ['staging', 'published']),
)

export const addStatement = prepareQuery(
  (
    p: Pick<Statement, 'id' | 'accountId' | 'format' | 'bytes' | 'chunks' | 'mapping' | 'uploadedBy'> & { at: string },
  ) =>
    sql.insertInto('statements').values({
      id: p.id,
      account_id: p.accountId,
      format: p.format,
      file_hash: null,
      bytes: p.bytes,
      chunks: p.chunks,
      mapping: p.mapping,
      rows_done: 0,
      lines_new: 0,
      lines_matched: 0,
      problem: null,
      period_from: null,
      period_to: null,
      opening_minor: null,
      closing_minor: null,
      uploaded_by: p.uploadedBy,
      n: 1,
      state: 'receiving',
      made_at: p.at,
      checkpoint: null,
      told: null,
      summary: null,
      matched_at: null,
      tries: 0,
      tried_step: null,
      tried_at: null,
      bank_account: null,
      given_at: null,
    }),
)

export const countPiece = prepareQuery((p: { id: string; n: number; bytes: number }) =>
  sql
    .updateTable('statements')
    .set((eb) => ({ chunks: p.n, bytes: eb('bytes', '+', p.bytes) }))
    .where('id', '=', p.id),
)

export const noteTold = prepareQuery(
  (p: { id: string; format: StatementFormat; fileHash: string; told: string; mapping: string | null }) =>
    sql
      .updateTable('statements')
      .set({ format: p.format, file_hash: p.fileHash, told: p.told, mapping: p.mapping })
      .where('id', '=', p.id),
)

export const noteProgress = prepareQuery((p: { id: string; rowsDone: number; checkpoint: string }) =>
  sql.updateTable('statements').set({ rows_done: p.rowsDone, checkpoint: p.checkpoint }).where('id', '=', p.id),
)

export const noteOutcome = prepareQuery((p: { id: string; summary: string }) =>
  sql.updateTable('statements').set({ summary: p.summary }).where('id', '=', p.id),
)

export const setProblem = prepareQuery((p: { id: string; problem: string }) =>
  sql.updateTable('statements').set({ problem: p.problem }).where('id', '=', p.id),
)

export const notePublished = prepareQuery(
  (p: {
    id: string
    linesNew: number
    from: string
    to: string
    openingMinor: number | null
    closingMinor: number | null
    summary: string
    checkpoint: string | null
    bankAccount: string | null
    givenAt: string | null
  }) =>
    sql
      .updateTable('statements')
      .set({
        lines_new: p.linesNew,
        period_from: p.from,
        period_to: p.to,
        opening_minor: p.openingMinor,
        closing_minor: p.closingMinor,
        summary: p.summary,
        checkpoint: p.checkpoint,
        bank_account: p.bankAccount,
        given_at: p.givenAt,
      })
      .where('id', '=', p.id),
)

export const noteMatched = prepareQuery((p: { id: string; count: number }) =>
  sql
    .updateTable('statements')
    .set((eb) => ({ lines_matched: eb('lines_matched', '+', p.count) }))
    .where('id', '=', p.id),
)

export const noteAllMatched = prepareQuery((p: { id: string; at: string }) =>
  sql.updateTable('statements').set({ matched_at: p.at, checkpoint: null }).where('id', '=', p.id),
)

/** Says that the last line has been through matching: its key lets one say so, however many look at the same time. */
export const addMatchEnd = prepareQuery((p: { id: string; rows: number }) =>
  sql.insertInto('statement_progress').values({ statement_id: p.id, phase: 'matched', from_row: 0, to_row: p.rows }),
)

/** Says that a step of matching is being made, from the row that it begins behind: its key lets one through. */
export const addMatchStep = prepareQuery((p: { id: string; from: number; to: number }) =>
  sql.insertInto('statement_progress').values({ statement_id: p.id, phase: 'match', from_row: p.from, to_row: p.to }),
)

/**
 * Says that whatever comes next in an import is being done: reading on, a problem, publishing, refusing. Its key lets one
 * of them through for each reading of the statement. It is numbered and not named by a row, as a step may have none.
 */
export const addImportStep = prepareQuery(({ id, steps, rowsDone }: Pick<Statement, 'id' | 'steps' | 'rowsDone'>) =>
  sql.insertInto('statement_progress').values({ statement_id: id, phase: 'import', from_row: steps, to_row: rowsDone }),
)

/** The newest step of matching. */
export const lastMatchStep = prepareQuery((p: { id: string }) =>
  sql
    .selectFrom('statement_progress')
    .select('to_row as to')
    .where('statement_id', '=', p.id)
    .where('phase', '=', 'match')
    .orderBy('from_row', 'desc')
    .limit(1),
)

/** The days that an account's published statements cover, and how many there are. */
export const coveredDays = prepareQuery((p: { accountId: string }) =>
  sql
    .selectFrom('statements')
    .select((eb) => [
      eb.fn.min('period_from').as('from'),
      eb.fn.max('period_to').as('to'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('account_id', '=', p.accountId)
    .where('state', '=', 'published')
    .where('format', 'not in', coveringNoDay),
)

/** Whether anything of an account was published. */
export const anyPublished = prepareQuery((p: { accountId: string }) =>
  sql
    .selectFrom('statements')
    .select('id')
    .where('account_id', '=', p.accountId)
    .where('state', '=', 'published')
    .limit(1),
)

/** Published statements of an account that end on a day. */
export const statementsUpTo = prepareQuery((p: { accountId: string; to: string }) =>
  sql
    .selectFrom('statements')
    .select([
      'id',
      'opening_minor as openingMinor',
      'closing_minor as closingMinor',
      'matched_at as matchedAt',
      'period_from as from',
    ])
    .where('account_id', '=', p.accountId)
    .where('state', '=', 'published')
    .where('format', 'not in', coveringNoDay)
    .where('period_to', '=', p.to)
    .orderBy('id'),
)

/** Published statements of an account that begin on a day. */
export const statementsFrom = prepareQuery((p: { accountId: string; from: string }) =>
  sql
    .selectFrom('statements')
    .select(['id', 'opening_minor as openingMinor'])
    .where('account_id', '=', p.accountId)
    .where('state', '=', 'published')
    .where('format', 'not in', coveringNoDay)
    .where('period_from', '=', p.from)
    .orderBy('id'),
)

/** Published statements of an account whose lines have not all been through matching. */
export const unmatchedOf = prepareQuery((p: { accountId: string }) =>
  sql
    .selectFrom('statements')
    .select('id')
    .where('account_id', '=', p.accountId)
    .where('state', '=', 'published')
    .where('matched_at', 'is', null)
    .limit(2),
)

/** An account at a provider, with how far its lines have been matched. */
export const accountById = prepareQuery((p: { id: string }) =>
  sql.selectFrom('provider_accounts').selectAll().where('id', '=', p.id),
)
