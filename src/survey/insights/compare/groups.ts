/** The two groups that an address names: each a version and a filter. */
import type { Database } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { askedVersions } from '../../exports/asked-versions.ts'
import { startFacts } from '../../studies/study.ts'
import { dictionaryOf } from '../../variables/dictionary.ts'
import { insightsQueryOf } from '../asked.ts'
import { axesOf } from '../axes/axes-of.ts'
import type { Axis } from '../axes/axis.ts'
import { filterFromQuery, filterToQuery } from '../filter/filter.ts'
import { filtersForVersion } from '../filter/of-version.ts'
import { type DataChoice, filterElsewhere, type Here } from '../here.ts'
import { type Weighted, weightedHere } from '../weights/fit.ts'
import { type ComparedQuestion, comparedOf } from './compared.ts'
import { matchOf } from './match.ts'
import { readGroups } from './read-groups.ts'

export interface NamedGroup {
  /** The filter as an address has it, with the version whose codes it names; '' for everybody. */
  filter: string
  choice: DataChoice
}

export interface GroupComparison {
  questions: ComparedQuestion[]
  /** Sides that could not be compared. */
  leftOut: Axis[]
  sizes: [a: number, b: number]
  /** How many are in both groups. */
  overlap: number
  /** The page of each group, with its version and its filter. */
  pages: [one: Here, other: Here]
  /** The weights of each, raked over its version's data; of one that cannot have them, neither has. */
  weighted: [one: Weighted, other: Weighted]
}

/** The versions and filters of `a` and `b`; the version of the page, and everybody, where the address says nothing. */
export function groupsIn({ choices, choice }: Here, query: URLSearchParams): [a: NamedGroup, b: NamedGroup] {
  const group = (name: string): NamedGroup => {
    const own = choices.find(({ ns }) => ns.includes(Number(query.get(`${name}v`)))) ?? choice
    const filter = filterFromQuery(new URLSearchParams(query.get(name) ?? ''))
    return { filter: filterToQuery(filterElsewhere({ filter, choice: own, choices })), choice: own }
  }
  return [group('a'), group('b')]
}

export async function compareGroups(
  ports: Pick<Ports, 'db' | 'keys'>,
  here: Here,
  a: NamedGroup,
  b: NamedGroup,
): Promise<GroupComparison> {
  const [one, other] = [await hereWith(ports.db, here, a), await hereWith(ports.db, here, b)]
  const { matched, leftOut } = matchOf(axesOf(one.dictionary), axesOf(other.dictionary))
  const { weight } = here.filter
  const weightedOf = (page: Here) => weightedHere(ports, { ...page, filter: { ...page.filter, weight } })
  const weights = await weightedOf(one)
  const isSameData = one.choice.dataVersion === other.choice.dataVersion
  const weighted: GroupComparison['weighted'] = [weights, isSameData ? weights : await weightedOf(other)]
  const isWeighted = weighted.every(({ weighing }) => weighing !== null)
  const [first, second] = weighted.map(({ weighing }) => (isWeighted ? weighing : null))
  const groups = await readGroups(
    ports,
    { ...insightsQueryOf(one), axes: matched.map((it) => it.one), weighing: first ?? null },
    { ...insightsQueryOf(other), axes: matched.map((it) => it.other), weighing: second ?? null },
  )
  return {
    questions: comparedOf(matched, groups),
    leftOut,
    sizes: [groups.one.size, groups.other.size],
    overlap: groups.overlap,
    pages: [one, other],
    weighted,
  }
}

/** The same page for another version and filter. */
export async function hereWith(db: Database, here: Here, { choice, filter: text }: NamedGroup): Promise<Here> {
  const { study, asked } = here
  const filterFor = (data: Pick<Here, 'versions' | 'dictionary'>) =>
    filtersForVersion({ db }, study, asked, data)(filterFromQuery(new URLSearchParams(text)))
  if (choice.dataVersion === here.choice.dataVersion) return { ...here, filter: await filterFor(here) }
  const versions = await askedVersions(db, asked, choice.dataVersion)
  const dictionary = dictionaryOf(versions, startFacts(study.settings, study.opensAt))
  const first = versions.find(({ version }) => version === choice.dataVersion) ?? here.first
  return { ...here, choice, versions, first, dictionary, filter: await filterFor({ versions, dictionary }) }
}
