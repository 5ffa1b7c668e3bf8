/** Reports that somebody signed, and who did. */
import type { ReportsTable } from '../../../schema/tables.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

export type ReportKind = ReportsTable['kind']

export interface Kept {
  id: string
  kind: ReportKind
  subject: string
  version: number
  content: string
  contentHash: string
}

const columns = ['id', 'kind', 'subject', 'version', 'content', 'content_hash as contentHash'] as const

/** Every version of a report, newest first. */
export const versionsOf = prepareQuery<{ kind: ReportKind; subject: string }, Kept>((p) =>
  sql
    .selectFrom('reports')
    .select(columns)
    .where('kind', '=', p.kind)
    .where('subject', '=', p.subject)
    .orderBy('version', 'desc'),
)

export const reportById = prepareQuery<{ id: string }, Kept>((p) =>
  sql.selectFrom('reports').select(columns).where('id', '=', p.id),
)

export interface Signature {
  nth: number
  /** A staff id. */
  by: string
  /** ISO 8601 in UTC. */
  at: string
}

/** Who signed a report, in order. */
export const signaturesOf = prepareQuery<{ reportId: string }, Signature>((p) =>
  sql
    .selectFrom('report_signatures')
    .select(['nth', 'signed_by as by', 'at'])
    .where('report_id', '=', p.reportId)
    .orderBy('nth'),
)

/** The newest reports with how often each is signed. */
export const newestReports = prepareQuery((p: { limit: number }) =>
  sql
    .selectFrom('reports')
    .select((eb) => [
      'id',
      'kind',
      'subject',
      'version',
      'at',
      eb
        .selectFrom('report_signatures')
        .select((of) => of.cast<number>(of.fn.countAll(), 'bigint').as('count'))
        .whereRef('report_signatures.report_id', '=', 'reports.id')
        .as('signatures'),
    ])
    .orderBy('id', 'desc')
    .limit(p.limit),
)

export const addReport = prepareQuery((p: Kept & { madeBy: string; at: string }) =>
  sql.insertInto('reports').values({
    id: p.id,
    kind: p.kind,
    subject: p.subject,
    version: p.version,
    content: p.content,
    content_hash: p.contentHash,
    made_by: p.madeBy,
    at: p.at,
  }),
)

export const addSignature = prepareQuery(
  (p: { reportId: string; nth: number; contentHash: string; by: string; at: string }) =>
    sql.insertInto('report_signatures').values({
      report_id: p.reportId,
      nth: p.nth,
      content_hash: p.contentHash,
      signed_by: p.by,
      at: p.at,
    }),
)
