/** The figures of the page of questions, beside those that PSPP printed of the same answers. */

import { type QuestionResult, readResults } from '../../src/survey/insights/questions/read-results.ts'
import type { NonAnswers, ResultFigures } from '../../src/survey/insights/questions/result.ts'
import { columnsOf, type SegmentColumns } from '../../src/survey/insights/segments/columns.ts'
import { layoutOf } from '../../src/survey/insights/segments/layout.ts'
import { placeText } from '../../src/survey/insights/segments/place-text.ts'
import { dictionaryOf } from '../../src/survey/variables/dictionary.ts'
import type { AskedVersion, Variable } from '../../src/survey/variables/variable.ts'
import { type Counts, isCounted, nothing } from './counts.ts'
import type { Request } from './pspp.ts'
import { type Answered, dictionary, versions } from './records.ts'

/** The versions that have the same data: a page shows those together, and no others. */
const groups: readonly (readonly AskedVersion[])[] = [...new Set(versions.map((one) => one.dataVersion))].map((data) =>
  versions.filter((one) => one.dataVersion === data),
)

/** For each group, every variable that can be counted; then each question of several picks, of those who gave an answer. */
export const requests: readonly Request[] = groups.flatMap((group) => {
  const own = namesOf(group)
  const all = { versions: group.map(({ version }) => version), without: [] }
  const several = dictionary.questions.filter(({ type }) => type === 'multi')
  return [
    { ...all, names: dictionary.variables.filter(isCounted).map(({ name }) => name) },
    ...several.map(({ variables, options }) => {
      const picks = variables.filter(({ column }) => column?.kind === 'option' && own.has(column.name))
      const noAnswer = new Set(options.filter(({ isMissing }) => isMissing).map(({ code }) => code))
      const isReal = ({ column }: Variable) => !noAnswer.has(column?.option ?? Number.NaN)
      const names = picks.filter(isReal).map(({ name }) => name)
      return { ...all, names, without: picks.filter((pick) => !isReal(pick)).map(({ name }) => name) }
    }),
  ]
})

/** Variables that hold days. */
export const days = dictionary.variables.filter(({ type }) => type === 'day').map(({ name }) => name)

/** What a column of a version's own is called in the file of all versions. */
function namesOf(group: readonly AskedVersion[]): Map<string, string> {
  const columns = group[0] && dictionary.columns.get(group[0].questionnaire)
  return new Map(
    dictionary.variables.flatMap(({ name }, at) => {
      const column = columns?.[at]
      return column ? [[column.name, name] as const] : []
    }),
  )
}

/** Where PSPP counts otherwise than the page does; `printed` is what it says to each of the requests. */
export async function comparedWithPages(printed: readonly Counts[], all: readonly Answered[]): Promise<string[]> {
  const each = printed.length / groups.length
  const found = await Promise.all(
    groups.map(async (group, at) => {
      const own = namesOf(group)
      const [counts = new Map(), ...picks] = printed.slice(at * each, (at + 1) * each)
      const page = await resultsOf(group, all)
      const figures = page.flatMap((one) => figuresOf(one, (name) => own.get(name) ?? name, counts, picks))
      if (figures.length < page.length) return ['The page says nothing.']
      return figures
        .filter(({ page, pspp }) => page !== pspp)
        .map((one) => `${one.what}: ${one.page}, PSPP ${one.pspp}`)
    }),
  )
  return found.flat()
}

async function resultsOf(group: readonly AskedVersion[], all: readonly Answered[]): Promise<readonly QuestionResult[]> {
  const [first] = group
  if (first === undefined) return []
  const own = all.filter(({ version }) => group.includes(version))
  const { n, counted } = await readResults(() => segment(first, own), first.questionnaire, dictionaryOf(group, {}), {
    held: 'in',
    clauses: [],
  })
  if (n !== own.length) throw new Error(`${n} are in the base, not ${own.length}.`)
  return counted
}

/** The answers as they are stored by column. */
async function* segment({ questionnaire }: AskedVersion, all: readonly Answered[]): AsyncGenerator<SegmentColumns> {
  const layout = layoutOf(questionnaire)
  const about = {
    state: 'complete',
    judged: null,
    language: 'en',
    languageStart: 'en',
    invited: 0,
    source: null,
  } as const
  const texts = all.map(({ version, answers, given }, key) =>
    placeText(layout, version.questionnaire, {
      ...about,
      ...given,
      answers,
      key,
      shownTo: '2026-11-20',
      activeMs: null,
      versionN: version.n,
      flags: 0,
    }),
  )
  const blocks = [...layout.blocks].map(([name, width]) => {
    return [name, texts.map((text) => text.get(name) ?? '0'.repeat(width)).join('')] as const
  })
  yield columnsOf(layout, all.length, new Map(blocks))
}

interface Figure {
  what: string
  page: number | null
  pspp: number | null
}

function figuresOf(
  { question, result }: QuestionResult,
  nameOf: (column: string) => string,
  counts: Counts,
  picks: readonly Counts[],
): Figure[] {
  const figure = (of: Counts, column: string, value: number | string, page: number): Figure => {
    const name = nameOf(column)
    return { what: `${name} ${value}`, page, pspp: of.get(name)?.get(String(value)) ?? 0 }
  }
  const beside = (column: string, { notShown, blank, noAnswer }: NonAnswers) => [
    figure(counts, column, nothing, notShown),
    figure(counts, column, -1, blank),
    ...noAnswer.map(({ code, count }) => figure(counts, column, code.code, count)),
  ]
  const { code } = question
  switch (result.kind) {
    case 'one':
      return [
        ...result.options.map((one) => figure(counts, code, one.code.code, one.count)),
        ...beside(code, result.beside),
      ]
    case 'several': {
      const of = picks.find((one) => one.has(nameOf(`${code}_${result.options[0]?.code.code}`))) ?? new Map()
      return result.options.flatMap((one) => {
        const column = `${code}_${one.code.code}`
        return [figure(of, column, 1, one.count), figure(of, column, 0, one.of - one.count)]
      })
    }
    case 'matrix':
      return result.rows.flatMap(({ variable, options, beside: outside }) => {
        const column = variable.column?.name ?? ''
        return [...options.map((one) => figure(counts, column, one.code.code, one.count)), ...beside(column, outside)]
      })
    case 'nps':
      return [
        ...result.counts.map((count, value) => figure(counts, code, value, count)),
        ...beside(code, result.beside),
      ]
    case 'rank':
      return [
        ...result.options.flatMap((one) =>
          one.places.map((count, place) => figure(counts, `${code}_r${place + 1}`, one.code.code, count)),
        ),
        ...beside(`${code}_r1`, result.beside),
      ]
    case 'numbers':
      return [...numbers(nameOf(code), result, counts), ...beside(code, result.beside)]
    case 'text':
      return []
  }
}

function numbers(
  name: string,
  { numbers: page, isDay }: Extract<ResultFigures, { kind: 'numbers' }>,
  counts: Counts,
): Figure[] {
  const pairs = [...(counts.get(name) ?? [])].flatMap(([value, count]): [number, number][] => {
    if (value === nothing || value === '-1') return []
    return [[isDay ? Date.parse(value) / 86_400_000 : Number(value), count]]
  })
  const n = pairs.reduce((sum, [, count]) => sum + count, 0)
  const values = pairs.map(([value]) => value)
  return [
    { what: `${name}, how many`, page: page.n, pspp: n },
    {
      what: `${name}, mean`,
      page: page.mean,
      pspp: n === 0 ? null : pairs.reduce((sum, [v, c]) => sum + v * c, 0) / n,
    },
    { what: `${name}, least`, page: page.quantiles[0] ?? null, pspp: n === 0 ? null : Math.min(...values) },
    { what: `${name}, most`, page: page.quantiles.at(-1) ?? null, pspp: n === 0 ? null : Math.max(...values) },
  ]
}
