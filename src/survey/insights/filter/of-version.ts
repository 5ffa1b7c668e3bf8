/** A filter that names the codes of one version, used on the data of another. */
import type { Ports } from '../../../ports.ts'
import { askedVersions } from '../../exports/asked-versions.ts'
import { type Study, startFacts } from '../../studies/study.ts'
import type { StudyVersion } from '../../studies/versions.ts'
import { dictionaryOf } from '../../variables/dictionary.ts'
import type { AskedVersion, Dictionary } from '../../variables/variable.ts'
import type { Filter } from './filter.ts'
import { matcherOf } from './matcher.ts'

/** The data that are filtered: a version and its corrections, with what is called how in them. */
interface Data {
  versions: readonly AskedVersion[]
  dictionary: Dictionary
}

/**
 * Filters as the data of one version take them: a clause that means something else there is marked, and nobody meets it, as
 * any does that names the codes of a version that there is not. What a
 * code means is compared as files of several versions compare it, once for each version that filters name.
 * @param asked every version of the study
 * @returns takes a filter; without `of` where it names these data's own codes, or says nothing of a version
 */
export function filtersForVersion(
  { db }: Pick<Ports, 'db'>,
  study: Pick<Study, 'settings' | 'opensAt'>,
  asked: readonly Pick<StudyVersion, 'n' | 'version' | 'dataVersion'>[],
  { versions, dictionary }: Data,
): (filter: Filter) => Promise<Filter> {
  const compared = new Map<string, Promise<Set<string>>>()
  const alikeIn = async (version: string) => {
    const then = await askedVersions(db, asked, version)
    const both = dictionaryOf(inOrder([...then, ...versions]), startFacts(study.settings, study.opensAt))
    return columnsAlike(then, versions, both)
  }
  const alikeAs = ({ dataVersion, version }: (typeof asked)[number]) => {
    const comparing = compared.get(dataVersion) ?? alikeIn(version)
    compared.set(dataVersion, comparing)
    return comparing
  }
  return async (filter) => {
    const { of, ...own } = filter
    const made = asked.find(({ n }) => n === of)
    if (of === undefined || versions.some(({ dataVersion }) => dataVersion === made?.dataVersion)) return own
    const alike = made === undefined ? new Set<string>() : await alikeAs(made)
    const clauses = filter.clauses.map((clause) => {
      const named = matcherOf(dictionary, { held: 'in', clauses: [clause] }).columns
      // What is known of a response, and themes, are the same whatever was asked.
      return named.every((column) => column.startsWith('_') || alike.has(column))
        ? clause
        : { ...clause, isChanged: true as const }
    })
    return { ...filter, clauses }
  }
}

const inOrder = (versions: readonly AskedVersion[]) => versions.toSorted((a, b) => a.n - b.n)

/** The columns that both have with the same meaning: they are one variable of a dictionary of both. */
function columnsAlike(then: readonly AskedVersion[], now: readonly AskedVersion[], both: Dictionary): Set<string> {
  const [before = [], after = []] = [then, now].map((versions) => {
    const last = versions.at(-1)
    return last && both.columns.get(last.questionnaire)
  })
  return new Set(after.flatMap((column, at) => (column && before[at] ? column.name : [])))
}
