/** `/admin/studies/:slug/insights/compare`: two groups of people, or two versions, side by side. */
import { type Context, Hono } from 'hono'
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { refuse } from '../../../platform/http/refuse.tsx'
import { leadIn } from '../../../platform/i18n/format.ts'
import { languageOf } from '../../../platform/i18n/language.ts'
import type { AppEnv } from '../../../ports.ts'
import { addressWith } from '../../../staff/frame/address.ts'
import { figures } from '../../../staff/frame/figures.ts'
import { needs } from '../../../staff/permissions/needs.ts'
import { studyIdInAddress } from '../../studies/study-in-address.ts'
import { axisTitle } from '../axes/title.ts'
import { chartDownload, keptOf, tableDownload, workbookDownload } from '../downloads.ts'
import { filterFromQuery, filterToQuery, unweighted } from '../filter/filter.ts'
import { filterWords } from '../filter/subjects.ts'
import { filterElsewhere, type Here, insightsHere } from '../here.ts'
import { InsightsPage } from '../insights-page.tsx'
import { countedWords, picturedOn } from '../pictured.ts'
import { savedHere } from '../saved/here.ts'
import { WeightsBar, WeightsNote, weightedBy } from '../weights/bar.tsx'
import { type Weighted, weightedHere } from '../weights/fit.ts'
import { comparedFile, comparedWorkbook } from './file.ts'
import { compareGroups, type GroupComparison, groupsIn, hereWith, type NamedGroup } from './groups.ts'
import { type GroupChoice, GroupsForm } from './groups-form.tsx'
import { ComparedQuestions } from './page.tsx'
import { comparedPicture } from './picture.ts'
import { Suggestions } from './suggestions.tsx'

const fields = ['a', 'b', 'av', 'bv']

export const compareRoutes = new Hono<AppEnv>().get(
  '/admin/studies/:slug/insights/compare',
  needs('insights.view', studyIdInAddress),
  async (c) => {
    const here = await insightsHere(c)
    if (here === undefined) return refuse(c, 'not_found')
    const language = languageOf(c)
    const words = crossesMessages(language)
    const query = new URL(c.req.url).searchParams
    const [a, b] = groupsIn(here, query)
    const filter = filterToQuery(unweighted(filterElsewhere(here)))
    const choices = await choicesOf(c.var.ports, here, [filter, a.filter, b.filter], language)
    const compared = isSame(a, b) ? null : await compareGroups(c.var.ports, here, a, b)
    const weighted = compared?.weighted[0] ?? (await weightedHere(c.var.ports, here))
    const parameters = fields.flatMap((name) => [...query].filter(([one]) => one === name))
    const fileOf = (ending: string, question: string | null = null) =>
      addressWith(c, { question }).replace('/compare?', `/compare.${ending}?`)
    return c.html(
      <InsightsPage
        c={c}
        here={here}
        title={words.compare.title}
        kept={parameters}
        counted={compared === null ? [] : countedIn(c, compared.pages)}
        bar={<WeightsBar c={c} here={here} weighted={weighted} kept={parameters} />}
      >
        {(compared === null ? [weighted] : toldOf(compared)).map((one) => (
          <WeightsNote weighted={one} language={language} />
        ))}
        <p>{words.compare.how}</p>
        {filter !== '' && (
          <p class="actions no-print">
            <a class="button quiet small" href={addressWith(c, { a: filter })}>
              {words.compare.useA}
            </a>
            <a class="button quiet small" href={addressWith(c, { b: filter })}>
              {words.compare.useB}
            </a>
          </p>
        )}
        {compared === null && <Suggestions c={c} here={here} />}
        <GroupsForm
          language={language}
          action={c.req.path}
          choices={choices}
          versions={here.choices.map(({ n, ns }) => ({
            n,
            label: ns.map((one) => words.version({ n: one })).join(', '),
          }))}
          a={{ filter: a.filter, version: a.choice.n }}
          b={{ filter: b.filter, version: b.choice.n }}
          kept={keptOf(c.req.url, fields)}
        />
        {compared === null ? (
          (query.has('a') || query.has('b')) && <p class="note">{words.compare.same}</p>
        ) : (
          <>
            <p class="actions no-print">
              <a class="button quiet small" href={addressWith(c, swapped(query))}>
                {words.compare.swap}
              </a>
              <a class="button quiet small" href={fileOf('csv')} download>
                {words.compare.csv}
              </a>
              <a class="button quiet small" href={fileOf('xlsx')} download>
                {words.compare.xlsx}
              </a>
            </p>
            <Result language={language} compared={compared} picture={(question) => fileOf('svg', question)} />
          </>
        )}
      </InsightsPage>,
    )
  },
)

// Sums, and nobody's answers: no entry in the audit trail says who took them away.
for (const ending of ['csv', 'xlsx', 'svg'] as const) {
  compareRoutes.get(
    `/admin/studies/:slug/insights/compare.${ending}`,
    needs('insights.view', studyIdInAddress),
    async (c) => {
      const here = await insightsHere(c)
      if (here === undefined) return refuse(c, 'not_found')
      const query = new URL(c.req.url).searchParams
      const [a, b] = groupsIn(here, query)
      const { questions, pages, weighted } = await compareGroups(c.var.ports, here, a, b)
      const language = languageOf(c)
      const name = `compare-${here.study.slug}`
      const [by] = weighted.every(({ weighing }) => weighing !== null) ? weighted : []
      const weights = by === undefined ? null : weightedBy(by, language)
      const about = [here.study.questionnaire.title[language], ...countedIn(c, pages), picturedOn(c, here.study)]
      const heading = { weighted: weights, about }
      if (ending === 'csv') return tableDownload(c, name, comparedFile(questions, language, heading))
      if (ending === 'xlsx') return workbookDownload(c, name, await comparedWorkbook(questions, language, heading))
      // A picture is of one question.
      const question = questions.find(({ matched }) => matched.one.key === query.get('question'))
      if (question === undefined) return refuse(c, 'not_found')
      return chartDownload(c, `${name}-${question.matched.one.key}`, comparedPicture(question, language), [
        ...about,
        ...(weights === null ? [] : [weights]),
      ])
    },
  )
}

/** Whom each of the two counts. */
function countedIn(c: Context<AppEnv>, [a, b]: GroupComparison['pages']): string[] {
  const language = languageOf(c)
  const { compare } = crossesMessages(language)
  return [
    leadIn(compare.a, language) + countedWords(a, language),
    leadIn(compare.b, language) + countedWords(b, language),
  ]
}

interface ResultProps {
  language: Language
  compared: GroupComparison
  /** The address of a question's picture. */
  picture: (question: string) => string
}

function Result({ language, compared, picture }: ResultProps) {
  const words = crossesMessages(language)
  const { sizes, overlap, leftOut, questions } = compared
  const [a, b] = sizes.map(figures)
  return (
    <>
      <p>
        <strong>{words.compare.base({ a: a ?? '0', b: b ?? '0' })}</strong>{' '}
        {overlap > 0 ? words.compare.overlap({ count: overlap }) : words.compare.apart}
      </p>
      {leftOut.length > 0 && (
        <p class="small">
          {words.compare.leftOut({ names: leftOut.map((axis) => axisTitle(axis, language)).join(words.separator) })}
        </p>
      )}
      <ComparedQuestions language={language} questions={questions} picture={picture} />
    </>
  )
}

/** Of which weights a page tells: those of each version's data, or where one cannot have them, why neither has. */
function toldOf({ pages: [one, other], weighted }: GroupComparison): readonly Weighted[] {
  if (one.choice.dataVersion === other.choice.dataVersion) return weighted.slice(0, 1)
  const without = weighted.filter(({ weighing }) => weighing === null)
  return without.length === 0 ? weighted : without
}

function isSame(a: NamedGroup, b: NamedGroup): boolean {
  return a.filter === b.filter && a.choice.dataVersion === b.choice.dataVersion
}

/** What to choose from: everybody, the saved filters by their names, and those of the address in words. */
async function choicesOf(
  ports: AppEnv['Variables']['ports'],
  here: Here,
  others: readonly string[],
  language: Language,
): Promise<GroupChoice[]> {
  const saved = await savedHere(ports, here)
  const named = saved.map(({ name, filter }) => {
    return { filter: filterToQuery(filterElsewhere({ ...here, filter })), label: name }
  })
  const known = new Set(['', ...named.map(({ filter }) => filter)])
  const inWords = async (filter: string) => ({ filter, label: await groupWords(ports, here, filter, language) })
  const unnamed = [...new Set(others)].filter((one) => !known.has(one))
  return [await inWords(''), ...named, ...(await Promise.all(unnamed.map(inWords)))]
}

/** A filter in words, those of the version whose codes it names. */
async function groupWords(
  { db }: AppEnv['Variables']['ports'],
  here: Here,
  text: string,
  language: Language,
): Promise<string> {
  const words = crossesMessages(language).compare
  const { of = 0 } = filterFromQuery(new URLSearchParams(text))
  const choice = here.choices.find(({ ns }) => ns.includes(of)) ?? here.choice
  const own = await hereWith(db, here, { choice, filter: text })
  const { filter } = own
  const clauses = [
    ...filterWords({ ...own, ns: choice.ns }, filter, language),
    ...(filter.held === 'out' ? [words.heldOut] : []),
  ]
  return clauses.length === 0 ? words.everybody : clauses.join(' · ')
}

function swapped(query: URLSearchParams): Record<string, string | null> {
  return { a: query.get('b'), b: query.get('a'), av: query.get('bv'), bv: query.get('av') }
}
