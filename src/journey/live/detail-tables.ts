/** The tables of how long it took, how people came, and what is left: for those who may see each. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { type LiveMessages, liveMessages } from '../../../messages/generated/insights/live.ts'
import { reviewsMessages } from '../../../messages/generated/reviews.ts'
import { type Language, languages } from '../../../schema/questionnaire.ts'
import { formatMoney } from '../../platform/i18n/format.ts'
import { flagFamilies } from '../../survey/insights/segments/about.ts'
import { familyInWords } from '../../survey/quality/flag-words.ts'
import type { OpeningCount } from '../../survey/sources/store.ts'
import type { LiveFigures } from './figures.ts'
import { countCell, shareCell } from './funnel-tables.ts'
import type { Took } from './page-times.ts'
import { type LiveCell, type LiveTable, nameCell } from './table.ts'
import { completedCount, type EndedCount } from './tally.ts'

type Words = LiveMessages['page']

/** Those of them that whoever looks may see. */
export function detailTables(found: LiveFigures, language: Language): LiveTable[] {
  const words = liveMessages(language).page
  return [
    ...came(found, words),
    ...times(found, words, language),
    ...quotas(found, words, language),
    ...flags(found, words, language),
    ...budget(found, words, language),
  ]
}

/** A time as people read it; in a file in seconds. */
export function time(ms: number, words: Words): LiveCell {
  const seconds = Math.round(ms / 1000)
  const shown = seconds < 120 ? words.seconds({ seconds }) : words.minutes({ minutes: Math.round(seconds / 6) / 10 })
  return { shown, raw: Math.round(ms / 100) / 10 }
}

function times({ times: of, study }: LiveFigures, words: Words, language: Language): LiveTable[] {
  if (of === null) return []
  const titles = new Map(study.questionnaire.pages.map(({ code, title }) => [code, title[language]]))
  const took = ({ median, p80 }: Took) => [time(median, words), time(p80, words)]
  const everywhere = [...(of.routes[0]?.pages ?? [])].filter((page) =>
    of.routes.every(({ pages }) => pages.includes(page)),
  )
  return [
    {
      id: 'page-times',
      title: words.times.title,
      note: words.times.note({ count: of.sampled }),
      heads: [words.pages.page, words.count, words.times.half, words.times.four],
      rows: [...titles].flatMap(([code, title]) => {
        const one = of.pages.get(code)
        return one === undefined ? [] : [[nameCell(title, code), countCell(one.count), ...took(one)]]
      }),
      bar: 2,
    },
    {
      id: 'route-times',
      title: words.routes.title,
      note: words.routes.note({ count: of.sampled }),
      heads: [words.routes.route, words.count, words.times.half, words.times.four],
      rows: of.routes.map((route) => {
        const own = route.pages.filter((page) => !everywhere.includes(page))
        const named = own.map((page) => titles.get(page) ?? page).join(commonMessages(language).listSeparator)
        return [
          nameCell(named === '' ? words.routes.all : named, own.join(' ')),
          countCell(route.count),
          ...took(route),
        ]
      }),
      bar: 2,
    },
  ]
}

const doors = ['open_link', 'invitation'] as const

function came({ openings, tally, tags }: LiveFigures, words: Words): LiveTable[] {
  if (openings === null) return []
  const { came: labels } = words
  const opened = (is: (one: OpeningCount) => boolean) => openings.filter(is).reduce((sum, one) => sum + one.opened, 0)
  const line = (
    kind: string,
    label: string,
    raw: string,
    views: number,
    ended: EndedCount | undefined,
    lang?: Language,
  ) => [
    lang === undefined
      ? nameCell(`${kind} · ${label}`, raw)
      : { shown: `${kind} · `, raw, tail: { text: label, lang } },
    countCell(views),
    countCell(ended?.ended ?? 0),
    countCell(ended?.complete ?? 0),
    shareCell(ended?.complete ?? 0, completedCount(tally)),
  ]
  const sources = [
    { n: 0, tag: labels.none, raw: '' },
    ...tags.map(({ n, tag }) => ({ n, tag, raw: tag })),
    { n: 1, tag: labels.other, raw: 'other' },
  ]
  return [
    {
      id: 'came',
      title: labels.title,
      note: labels.note,
      heads: [labels.what, labels.opened, labels.ended, labels.complete, words.share],
      rows: [
        ...languages.map((tag, at) =>
          line(
            labels.language,
            commonMessages(tag).name,
            tag,
            opened((one) => one.language === tag),
            tally.languages.get(at + 1),
            tag,
          ),
        ),
        ...doors.map((door, at) =>
          line(
            labels.door,
            labels[door],
            door,
            opened((one) => one.door === door),
            tally.doors.get(at + 1),
          ),
        ),
        ...sources.map(({ n, tag, raw }) =>
          line(
            labels.source,
            tag,
            raw,
            opened((one) => one.n === n),
            tally.sources.get(n + 1),
          ),
        ),
      ],
      bar: 3,
    },
  ]
}

function quotas({ study, cells }: LiveFigures, words: Words, language: Language): LiveTable[] {
  const labels = reviewsMessages(language).quotas
  const rows = study.settings.quotas.flatMap(({ cell, label }) => {
    const count = cells.find((one) => one.cell === cell)
    if (count === undefined) return []
    const { open, held, accepted, cap } = count
    return [
      [nameCell(label[language], cell), ...[open, held, accepted, cap].map(countCell), shareCell(accepted + held, cap)],
    ]
  })
  if (rows.length === 0) return []
  const heads = [labels.group, labels.open, labels.held, labels.accepted, labels.cap, words.share]
  return [{ id: 'quotas', title: words.quotas.title, note: labels.about, heads, rows, bar: 5, whole: 100 }]
}

function flags({ flags: isSeen, tally }: LiveFigures, words: Words, language: Language): LiveTable[] {
  if (!isSeen) return []
  const whole = completedCount(tally)
  const row = (label: string, raw: string, count: number) => [
    nameCell(label, raw),
    countCell(count),
    shareCell(count, whole),
  ]
  return [
    {
      id: 'flags',
      title: words.flags.title,
      note: words.flags.note,
      heads: [words.flags.family, words.count, words.share],
      rows: [
        row(words.flags.any, 'any', tally.flagged),
        ...flagFamilies.map((family, at) => row(familyInWords(language, family), family, tally.flags[at] ?? 0)),
      ],
      bar: 1,
    },
  ]
}

function budget({ budgets }: LiveFigures, words: Words, language: Language): LiveTable[] {
  if (budgets === null || budgets.length === 0) return []
  const { budget: labels } = words
  return [
    {
      id: 'budget',
      title: labels.title,
      note: labels.note,
      heads: [labels.reward, labels.total, labels.promised, labels.left, labels.more, labels.days],
      rows: budgets.map((one) => {
        const money = (minor: number) => ({ shown: formatMoney(minor, one.currency, language), raw: minor })
        return [
          nameCell(formatMoney(one.amountMinor, one.currency, language), `${one.currency} ${one.amountMinor}`),
          money(one.total),
          money(one.promised),
          money(one.left),
          countCell(one.more),
          one.days === null ? { shown: '–', raw: '' } : countCell(one.days),
        ]
      }),
      bar: null,
    },
  ]
}
