/** What the checks found about responses, as the desk of answers reads it. */
import type { FlagFamily } from '../../../../schema/tables.ts'
import { chunked, maxBoundValues } from '../../../platform/db/chunked.ts'
import type { Database } from '../../../platform/db/together.ts'
import { sql } from '../../tables.ts'

export interface FoundFlag {
  name: string
  family: FlagFamily
  points: number
  /** JSON of codes and numbers. */
  facts: string
  /** Whether it holds nobody any more in its study. */
  isReportOnly: boolean
}

/** The flags of responses by their export references, the heaviest first. */
export async function flagsOf(db: Database, refs: readonly string[]): Promise<Map<string, FoundFlag[]>> {
  const found = new Map<string, FoundFlag[]>(refs.map((ref) => [ref, []]))
  for (const some of chunked(refs, maxBoundValues)) {
    const { sql: text, parameters } = sql
      .selectFrom('response_flags')
      .innerJoin('responses', 'responses.respondent_id', 'response_flags.respondent_id')
      .leftJoin('report_only_flags', (join) =>
        join
          .onRef('report_only_flags.study_id', '=', 'responses.study_id')
          .onRef('report_only_flags.name', '=', 'response_flags.name')
          .onRef('report_only_flags.rules', '=', 'response_flags.rules'),
      )
      .select([
        'responses.export_ref as ref',
        'response_flags.name as name',
        'family',
        'points',
        'response_flags.facts as facts',
        'report_only_flags.since as reportOnlySince',
      ])
      .where('responses.export_ref', 'in', some)
      .orderBy('points', 'desc')
      .orderBy('response_flags.name')
      .compile()
    const rows = await db.read<Omit<FoundFlag, 'isReportOnly'> & { ref: string; reportOnlySince: string | null }>({
      sql: text,
      values: parameters as string[],
    })
    for (const { ref, reportOnlySince, ...flag } of rows) {
      found.get(ref)?.push({ ...flag, isReportOnly: reportOnlySince !== null })
    }
  }
  return found
}

/** The export references of other responses that the facts of flags name. */
export function twinsIn(flags: readonly FoundFlag[], own: string): string[] {
  const texts = flags.flatMap(({ facts }) => Object.values(JSON.parse(facts) as object).flat())
  const refs = texts.filter((it): it is string => typeof it === 'string' && /^[0-9a-z]{13}$/.test(it))
  return [...new Set(refs)].filter((ref) => ref !== own)
}
