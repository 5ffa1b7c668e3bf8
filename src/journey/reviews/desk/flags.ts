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
}

/** The flags of responses by their export references, the heaviest first. */
export async function flagsOf(db: Database, refs: readonly string[]): Promise<Map<string, FoundFlag[]>> {
  const found = new Map<string, FoundFlag[]>(refs.map((ref) => [ref, []]))
  for (const some of chunked(refs, maxBoundValues)) {
    const { sql: text, parameters } = sql
      .selectFrom('response_flags')
      .innerJoin('responses', 'responses.respondent_id', 'response_flags.respondent_id')
      .select(['responses.export_ref as ref', 'name', 'family', 'points', 'response_flags.facts as facts'])
      .where('responses.export_ref', 'in', some)
      .orderBy('points', 'desc')
      .orderBy('name')
      .compile()
    const rows = await db.read<FoundFlag & { ref: string }>({
      sql: text,
      values: parameters as string[],
    })
    for (const { ref, ...flag } of rows) found.get(ref)?.push(flag)
  }
  return found
}

/** The export references of other responses that the facts of flags name. */
export function twinsIn(flags: readonly FoundFlag[], own: string): string[] {
  const texts = flags.flatMap(({ facts }) => Object.values(JSON.parse(facts) as object).flat())
  const refs = texts.filter((it): it is string => typeof it === 'string' && /^[0-9a-z]{13}$/.test(it))
  return [...new Set(refs)].filter((ref) => ref !== own)
}
