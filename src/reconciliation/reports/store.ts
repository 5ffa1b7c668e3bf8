/** Reports that somebody signed, and who did. */
import type { ReportEndingsTable, ReportsTable } from '../../../schema/tables.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

export type ReportKind = ReportsTable['kind']

export interface StoredReport {
  id: string
  kind: ReportKind
  subject: string
  version: number
  content: string
  contentHash: string
}

/** A version of a report with how its signing ended; null while it waits for a second signature. */
export interface Version extends StoredReport {
  ending: ReportEndingsTable['ending'] | null
}

const versions = () =>
  sql
    .selectFrom('reports')
    .leftJoin('report_endings', 'report_endings.report_id', 'reports.id')
    .select([
      'reports.id',
      'reports.kind',
      'reports.subject',
      'reports.version',
      'reports.content',
      'reports.content_hash as contentHash',
      'report_endings.ending',
    ])

/** Every version of a report, newest first. */
export const reportVersions = prepareQuery<{ kind: ReportKind; subject: string }, Version>((p) =>
  versions()
    .where('reports.kind', '=', p.kind)
    .where('reports.subject', '=', p.subject)
    .orderBy('reports.version', 'desc'),
)

export const reportById = prepareQuery<{ id: string }, Version>((p) => versions().where('reports.id', '=', p.id))

/** The newest version that stands: its signature was not taken back. */
export function standingIn<Any extends Pick<Version, 'ending'>>(newestFirst: readonly Any[]): Any | undefined {
  return newestFirst.find(({ ending }) => ending !== 'withdrawn')
}

/** Newest versions of reports that wait for a second signature, oldest first, with who signed first. */
export const halfSigned = prepareQuery((p: { limit: number }) =>
  sql
    .selectFrom('reports')
    .innerJoin('report_signatures', (join) =>
      join.onRef('report_signatures.report_id', '=', 'reports.id').on('report_signatures.nth', '=', 1),
    )
    .leftJoin('report_endings', 'report_endings.report_id', 'reports.id')
    .leftJoin('reports as newer', (join) =>
      join
        .onRef('newer.kind', '=', 'reports.kind')
        .onRef('newer.subject', '=', 'reports.subject')
        .onRef('newer.version', '>', 'reports.version'),
    )
    .select([
      'reports.id',
      'reports.kind',
      'reports.subject',
      'reports.version',
      'report_signatures.signed_by as signedBy',
      'report_signatures.counts_as as countsAs',
      'report_signatures.at',
    ])
    .where('report_endings.report_id', 'is', null)
    .where('newer.id', 'is', null)
    .orderBy('reports.id')
    .limit(p.limit),
)

export interface ReportSignature {
  nth: number
  /** A staff id. */
  by: string
  /** ISO 8601 in UTC. */
  at: string
}

/** Who signed a report, in order. */
export const reportSignatures = prepareQuery<{ reportId: string }, ReportSignature>((p) =>
  sql
    .selectFrom('report_signatures')
    .select(['nth', 'signed_by as by', 'at'])
    .where('report_id', '=', p.reportId)
    .orderBy('nth'),
)

/** As whom the first signature of a report counts; null from before it was kept. */
export const firstCountsAs = prepareQuery((p: { reportId: string }) =>
  sql
    .selectFrom('report_signatures')
    .select('counts_as as countsAs')
    .where('report_id', '=', p.reportId)
    .where('nth', '=', 1),
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
      eb
        .selectFrom('report_endings')
        .select('ending')
        .whereRef('report_endings.report_id', '=', 'reports.id')
        .as('ending'),
    ])
    .orderBy('id', 'desc')
    .limit(p.limit),
)

export const addReport = prepareQuery((p: StoredReport & { madeBy: string; at: string }) =>
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
  (p: { reportId: string; nth: number; contentHash: string; by: string; countsAs: string; at: string }) =>
    sql.insertInto('report_signatures').values({
      report_id: p.reportId,
      nth: p.nth,
      content_hash: p.contentHash,
      signed_by: p.by,
      counts_as: p.countsAs,
      at: p.at,
    }),
)

/** Ends the signing of a report: its key lets the second signature or the withdrawal of the first one through. */
export const addEnding = prepareQuery(
  (p: { reportId: string; ending: ReportEndingsTable['ending']; by: string; at: string }) =>
    sql.insertInto('report_endings').values({ report_id: p.reportId, ending: p.ending, ended_by: p.by, at: p.at }),
)
