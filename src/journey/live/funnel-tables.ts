/** The tables of how far people came: from opening the first page to counting, page by page, and day by day. */
import { type LiveMessages, liveMessages } from '../../../messages/generated/insights/live.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate } from '../../platform/i18n/format.ts'
import { zoneLabel } from '../../platform/time/zone.ts'
import { figures } from '../../staff/frame/figures.ts'
import { percent } from '../../survey/insights/questions/figure-text.ts'
import { beforeEnd } from '../../survey/insights/stops/stop.ts'
import { startFacts, studyZone } from '../../survey/studies/study.ts'
import { sayWith, wordingOf } from '../../survey/variables/words.ts'
import { dayText, type LiveFigures, type LiveStop } from './figures.ts'
import { type LiveCell, type LiveTable, nameCell } from './table.ts'
import { completedCount } from './tally.ts'

type Words = LiveMessages['page']

/** A whole number. */
export const countCell = (count: number): LiveCell => ({ shown: figures(count), raw: count })

/** Openings are counted only since there is a count of them: whoever came before has none. */
export const wasCounted = (opened: number, started: number) => opened > 0 || started === 0

const nothing: LiveCell = { shown: '–', raw: '' }

/** A share of a whole, in percent; nothing of nothing. */
export function shareCell(part: number, whole: number): LiveCell {
  if (whole === 0) return nothing
  return { shown: percent(part / whole), raw: Math.round((part / whole) * 1000) / 10 }
}

/** The tables of a study, in the order in which they are shown. */
export function funnelTables(found: LiveFigures, language: Language): LiveTable[] {
  const words = liveMessages(language).page
  return [
    funnel(found, words),
    days(found, words, language),
    ...(found.stops === null
      ? []
      : [pages(found, found.stops, words, language), questions(found, found.stops, words, language)]),
  ]
}

function funnel({ opened, started, tally }: LiveFigures, words: Words): LiveTable {
  const { how, shown } = tally
  const { funnel: steps } = words
  const rows: [string, number][] = [
    [steps.started, started],
    [steps.under_way, Math.max(0, started - shown)],
    [steps.screened_out, how.screened_out],
    [steps.over_quota, how.over_quota],
    [steps.lapsed, how.lapsed],
    [steps.completed, completedCount(tally)],
    [steps.held, how.held],
    [steps.rejected, how.rejected],
    [steps.counted, how.complete],
    [steps.gone, how.gone],
  ]
  return {
    id: 'funnel',
    title: steps.title,
    note: steps.note,
    heads: [steps.step, words.count, words.share],
    rows: [
      [nameCell(steps.opened), wasCounted(opened, started) ? countCell(opened) : nothing, nothing],
      ...rows.map(([label, count]) => [nameCell(label), countCell(count), shareCell(count, started)]),
    ],
    bar: 1,
  }
}

function days({ study, days: counts, tally }: LiveFigures, words: Words, language: Language): LiveTable {
  const complete = new Map([...tally.days].map(([day, ended]) => [dayText(day), ended.complete]))
  const all = new Map(counts.map((one) => [one.day, one]))
  const listed = [...new Set([...all.keys(), ...complete.keys()])].sort().reverse()
  return {
    id: 'days',
    title: words.days.title,
    note: words.days.note({ zone: zoneLabel(studyZone(study.settings)) }),
    heads: [words.days.day, words.funnel.opened, words.funnel.started, words.days.complete],
    rows: listed.map((day) => [
      nameCell(formatDate(day, language), day),
      countCell(all.get(day)?.opened ?? 0),
      countCell(all.get(day)?.started ?? 0),
      countCell(complete.get(day) ?? 0),
    ]),
    bar: 2,
  }
}

/** The pages of the questionnaire as it is asked now, then those that only older versions had, then the end. */
function pagesOf(
  { study }: LiveFigures,
  stops: readonly LiveStop[],
  words: Words,
  language: Language,
): { code: string; title: string }[] {
  const asked = study.questionnaire.pages.map(({ code, title }) => ({ code, title: title[language] }))
  const known = new Set([beforeEnd, ...asked.map(({ code }) => code)])
  const older = [...new Set(stops.map(({ page }) => page))].filter((code) => !known.has(code)).sort()
  return [...asked, ...older.map((code) => ({ code, title: code })), { code: beforeEnd, title: words.pages.beforeEnd }]
}

function pages(found: LiveFigures, stops: readonly LiveStop[], words: Words, language: Language): LiveTable {
  const stopped = new Map<string, number>()
  for (const { page, stopped: count } of stops) stopped.set(page, (stopped.get(page) ?? 0) + count)
  const all = completedCount(found.tally) + [...stopped.values()].reduce((sum, count) => sum + count, 0)
  let left = all
  return {
    id: 'pages',
    title: words.pages.title,
    note: words.pages.note,
    heads: [words.pages.page, words.pages.reached, words.share, words.pages.stopped, words.share],
    rows: pagesOf(found, stops, words, language).map(({ code, title }) => {
      const reached = left
      const here = stopped.get(code) ?? 0
      left -= here
      return [
        nameCell(title, code),
        countCell(reached),
        shareCell(reached, all),
        countCell(here),
        shareCell(here, reached),
      ]
    }),
    bar: 1,
  }
}

function questions(found: LiveFigures, stops: readonly LiveStop[], words: Words, language: Language): LiveTable {
  const { study } = found
  const whole = stops.reduce((sum, { stopped }) => sum + stopped, 0)
  const order = pagesOf(found, stops, words, language)
  const say = sayWith(startFacts(study.settings, study.opensAt))
  const asked = new Map(
    study.questionnaire.pages.flatMap((page) =>
      page.questions.map((one) => [one.code, wordingOf({ question: one }, say)[language]] as const),
    ),
  )
  const nameOf = (page: string, question: string) => {
    if (question !== '') return `${question} · ${asked.get(question) ?? ''}`
    const title = order.find(({ code }) => code === page)?.title ?? page
    return page === beforeEnd ? title : words.questions.endOfPage({ page: title })
  }
  return {
    id: 'questions',
    title: words.questions.title,
    note: words.questions.note,
    heads: [words.questions.question, words.pages.stopped, words.share],
    rows: stops
      .toSorted((a, b) => b.stopped - a.stopped || a.page.localeCompare(b.page) || a.question.localeCompare(b.question))
      .map(({ page, question, stopped }) => [
        nameCell(nameOf(page, question), question === '' ? page : question),
        countCell(stopped),
        shareCell(stopped, whole),
      ]),
    bar: 1,
  }
}
