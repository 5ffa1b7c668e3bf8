/** What the filter of an export comes to, where it says which version's codes it names. */
import type { Ports } from '../../ports.ts'
import type { Filter } from '../insights/filter/filter.ts'
import { type Matcher, matcherOf } from '../insights/filter/matcher.ts'
import { filtersForVersion } from '../insights/filter/of-version.ts'
import { type Study, startFacts } from '../studies/study.ts'
import type { StudyVersion } from '../studies/versions.ts'
import { dictionaryOf } from '../variables/dictionary.ts'
import type { AskedVersion, Dictionary } from '../variables/variable.ts'

export interface Filtered {
  /** By the version of the data; none where the filter goes by the names of the file's own dictionary. */
  matchers: ReadonlyMap<string, Matcher>
  /** What the filter reads like: by whose names, the numbers of the versions, and which clauses mean something else there. */
  said: { dictionary: Dictionary; ns: readonly number[]; filter: Filter }
}

/**
 * @param asked every version of the study
 * @param versions those whose answers the file has
 */
export async function filteredOf(
  ports: Pick<Ports, 'db'>,
  study: Pick<Study, 'settings' | 'opensAt'>,
  asked: readonly Pick<StudyVersion, 'n' | 'version' | 'dataVersion'>[],
  filter: Filter,
  versions: readonly AskedVersion[],
): Promise<Filtered> {
  const facts = startFacts(study.settings, study.opensAt)
  const saidOf = (own: readonly AskedVersion[], filterOfVersion: Filter) => {
    return { dictionary: dictionaryOf(own, facts), ns: own.map(({ n }) => n), filter: filterOfVersion }
  }
  if (filter.of === undefined) return { matchers: new Map(), said: saidOf(versions, filter) }
  const each = await Promise.all(
    [...new Set(versions.map(({ dataVersion }) => dataVersion))].map(async (dataVersion) => {
      const own = versions.filter((one) => one.dataVersion === dataVersion)
      const data = { versions: own, dictionary: dictionaryOf(own, facts) }
      const taken = await filtersForVersion(ports, study, asked, data)(filter)
      return { dataVersion, said: saidOf(own, taken), matcher: matcherOf(data.dictionary, taken) }
    }),
  )
  // Of several versions' data the filter reads as the one has it whose codes it names.
  const named = each.find(({ said }) => each.length === 1 || said.filter.of === undefined)
  return {
    matchers: new Map(each.map(({ dataVersion, matcher }) => [dataVersion, matcher])),
    said: named?.said ?? saidOf(versions, filter),
  }
}
