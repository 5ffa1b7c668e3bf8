/** What the checks found about responses, as the desk of answers reads it. */
import type { Text } from '../../../../schema/questionnaire.ts'
import type { FlagFamily } from '../../../../schema/tables.ts'
import { chunked, maxBoundValues } from '../../../platform/db/chunked.ts'
import type { Database } from '../../../platform/db/together.ts'
import type { FlagFacts } from '../../../survey/quality/flag.ts'
import { findQuestionnaire } from '../../../survey/studies/store.ts'
import { sql } from '../../tables.ts'

export interface FoundFlag {
  name: string
  family: FlagFamily
  points: number
  /** JSON of codes and numbers. */
  facts: string
  /** Whether it holds nobody any more in its study. */
  isReportOnly: boolean
  /** The titles of the pages that the facts name, by code. */
  titles: ReadonlyMap<string, Text>
}

interface Row extends Omit<FoundFlag, 'isReportOnly' | 'titles'> {
  ref: string
  version: string
  reportOnlySince: string | null
}

/** The flags of responses by their export references, the heaviest first. */
export async function flagsByReference(db: Database, refs: readonly string[]): Promise<Map<string, FoundFlag[]>> {
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
        'responses.questionnaire_version as version',
        'report_only_flags.since as reportOnlySince',
      ])
      .where('responses.export_ref', 'in', some)
      .orderBy('points', 'desc')
      .orderBy('response_flags.name')
      .compile()
    const rows = await db.read<Row>({ sql: text, values: parameters as string[] })
    for (const { ref, version, reportOnlySince, ...flag } of rows) {
      const titles = await titlesOf(db, version, flag.facts)
      found.get(ref)?.push({ ...flag, isReportOnly: reportOnlySince !== null, titles })
    }
  }
  return found
}

async function titlesOf(db: Database, version: string, facts: string): Promise<ReadonlyMap<string, Text>> {
  const { pages: named } = JSON.parse(facts) as FlagFacts
  if (!Array.isArray(named)) return new Map()
  const { pages } = await findQuestionnaire(db, version)
  const codes = new Set<unknown>(named)
  return new Map(pages.filter(({ code }) => codes.has(code)).map(({ code, title }) => [code, title]))
}

/** The export references of other responses that the facts of flags name. */
export function twinsIn(flags: readonly FoundFlag[], own: string): string[] {
  const texts = flags.flatMap(({ facts }) => Object.values(JSON.parse(facts) as object).flat())
  const refs = texts.filter((it): it is string => typeof it === 'string' && /^[0-9a-z]{13}$/.test(it))
  return [...new Set(refs)].filter((ref) => ref !== own)
}
