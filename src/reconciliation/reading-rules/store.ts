/** The rows of what people have said about how an account's files are read. */
import { prepareQuery } from '../../platform/db/together.ts'
import type { MovementKind } from '../formats/statement.ts'
import { sql } from '../tables.ts'

/** What an earlier version has remembered of an account's words, all of them in one row of JSON. */
export const wordsBefore = prepareQuery((p: { accountId: string }) =>
  sql.selectFrom('column_mappings').select(['mapping', 'actor', 'at']).where('account_id', '=', p.accountId),
)

/** What people have said of an account's words, oldest first: the last of a word holds. */
export const typeRulesOf = prepareQuery((p: { accountId: string }) =>
  sql
    .selectFrom('type_rules')
    .select(['id', 'raw_type as rawType', 'kind', 'actor', 'at'])
    .where('account_id', '=', p.accountId)
    .orderBy('id'),
)

export const addTypeRule = prepareQuery(
  (p: { id: string; accountId: string; rawType: string; kind: MovementKind; actor: string; at: string }) =>
    sql
      .insertInto('type_rules')
      .values({ id: p.id, account_id: p.accountId, raw_type: p.rawType, kind: p.kind, actor: p.actor, at: p.at }),
)

/** What people have said of an account's columns beside its files, oldest first: the last of a row of names holds. */
export const columnRulesOf = prepareQuery((p: { accountId: string }) =>
  sql
    .selectFrom('column_rules')
    .select(['id', 'header', 'mapping', 'actor', 'at'])
    .where('account_id', '=', p.accountId)
    .orderBy('id'),
)

/** The newest plain CSVs of an account that count, and how they were read. */
export const publishedMappings = prepareQuery((p: { accountId: string; limit: number }) =>
  sql
    .selectFrom('statements')
    .select(['mapping', 'told', 'uploaded_by as uploadedBy', 'made_at as madeAt'])
    .where('account_id', '=', p.accountId)
    .where('state', '=', 'published')
    .where('mapping', 'is not', null)
    .orderBy('id', 'desc')
    .limit(p.limit),
)

/** How the newest files of an account were said to be read, whatever became of them. */
export const chosenMappings = prepareQuery((p: { accountId: string; limit: number }) =>
  sql
    .selectFrom('statements')
    .select(['mapping', 'told', 'made_at as madeAt'])
    .where('account_id', '=', p.accountId)
    .where('mapping', 'is not', null)
    .orderBy('id', 'desc')
    .limit(p.limit),
)

/** How many lines that count have a type. */
export const linesOfType = prepareQuery((p: { accountId: string; rawType: string }) =>
  sql
    .selectFrom('statement_lines')
    .innerJoin('statements', 'statements.id', 'statement_lines.statement_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('statement_lines.account_id', '=', p.accountId)
    .where('statement_lines.raw_type', '=', p.rawType)
    .where('statements.state', '=', 'published'),
)
export const addColumnRule = prepareQuery(
  (p: { id: string; accountId: string; header: string; mapping: string | null; actor: string; at: string }) =>
    sql
      .insertInto('column_rules')
      .values({ id: p.id, account_id: p.accountId, header: p.header, mapping: p.mapping, actor: p.actor, at: p.at }),
)
