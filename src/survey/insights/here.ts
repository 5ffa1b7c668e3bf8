/** What a page of insights is about: the study, the version and the filter that its address names. */
import type { Context } from 'hono'
import type { AppEnv } from '../../ports.ts'
import { askedVersions } from '../exports/asked-versions.ts'
import type { Study } from '../studies/study.ts'
import { startFacts } from '../studies/study.ts'
import { studyInAddress } from '../studies/study-in-address.ts'
import { type StudyVersion, versionsOfStudy } from '../studies/versions.ts'
import { dictionaryOf } from '../variables/dictionary.ts'
import type { AskedVersion, Dictionary } from '../variables/variable.ts'
import { type Filter, filterFromQuery } from './filter/filter.ts'
import { filtersForVersion } from './filter/of-version.ts'
import type { ThemeList } from './texts/theme-list.ts'
import { themesOfStudy } from './texts/themes.ts'

/** The versions whose answers are the same data, by their numbers in the order of asking. */
export interface DataChoice {
  /** The version that the address names for them: the last of them. */
  n: number
  dataVersion: string
  ns: readonly number[]
}

export interface Here {
  study: Study
  /** Every version of it. */
  asked: readonly StudyVersion[]
  /** What there is to choose from, the newest first. */
  choices: readonly DataChoice[]
  choice: DataChoice
  /** The version and its corrections; the last one's words count. */
  versions: readonly AskedVersion[]
  /** The first of them: stored columns stand as its questionnaire has them. */
  first: AskedVersion
  dictionary: Dictionary
  /** Themes of open texts, by the names of their columns. */
  themes: ReadonlyMap<string, ThemeList>
  filter: Filter
}

/** Undefined where there is no such study or version. `v` in the address is a version's number; the newest otherwise. */
export async function insightsHere(c: Context<AppEnv>): Promise<Here | undefined> {
  const { db } = c.var.ports
  const study = await studyInAddress(c)
  if (study === undefined) return undefined
  const query = new URL(c.req.url).searchParams
  const asked = await db.read(versionsOfStudy({ studyId: study.id }))
  const choices = choicesOf(asked)
  const named = query.get('v')
  const choice = named === null ? choices[0] : choices.find(({ ns }) => ns.includes(Number(named)))
  if (choice === undefined) return undefined
  const versions = await askedVersions(db, asked, choice.dataVersion)
  const first = versions.find(({ version }) => version === choice.dataVersion) ?? versions[0]
  if (first === undefined) return undefined
  const dictionary = dictionaryOf(versions, startFacts(study.settings, study.opensAt))
  const themes = await themesOfStudy(db, study.id)
  const filter = await filtersForVersion({ db }, study, asked, { versions, dictionary })(filterFromQuery(query))
  return { study, asked, choices, choice, versions, first, dictionary, themes, filter }
}

/** The filter of a page for where another version may be chosen: it names the version whose codes it has, of a study with several. */
export function filterElsewhere({ filter, choice, choices }: Pick<Here, 'filter' | 'choice' | 'choices'>): Filter {
  return choices.length < 2 ? filter : { ...filter, of: filter.of ?? choice.n }
}

function choicesOf(asked: readonly { n: number; dataVersion: string }[]): DataChoice[] {
  const found = new Map<string, number[]>()
  for (const { n, dataVersion } of asked) found.set(dataVersion, [...(found.get(dataVersion) ?? []), n])
  return [...found].map(([dataVersion, ns]) => ({ dataVersion, ns, n: Math.max(...ns) })).sort((a, b) => b.n - a.n)
}
