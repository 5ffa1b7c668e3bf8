/** A question's figures as a chart: on its page where bars of HTML are not enough, and as a file. Pure. */
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Chart } from '../../../platform/charts/chart.ts'
import { inkOn, sequential } from '../../../platform/charts/palette.ts'
import type { AskedQuestion } from '../../variables/variable.ts'
import { nOf } from '../weights/bar.tsx'
import { shadeAt } from './bar.tsx'
import { fixed, numberOrDay, percent } from './figure-text.ts'
import type { ResultFigures } from './result.ts'

const width = 720
const main = '#2a7fb8'

/**
 * Null where there is nothing to draw: a text has no picture.
 * @param weighted what it says of its weights; null for none
 */
export function questionChart(
  { code, label }: AskedQuestion,
  result: ResultFigures,
  language: Language,
  weighted: string | null = null,
): Chart | null {
  const words = questionsMessages(language)
  const about = {
    title: words.pictureOf({ code, question: label[language] }),
    heading: `${code} ${label[language]}`,
    description: [nOf(result, language, words.base), ...(weighted === null ? [] : [weighted])].join(' · '),
    width,
  }
  switch (result.kind) {
    case 'one':
    case 'several': {
      const bars = result.options.map(({ code: option, share }) => ({
        name: option.label[language],
        value: share ?? 0,
        said: percent(share),
      }))
      return { ...about, ...barsAcross(bars, about.title, 1) }
    }
    case 'rank': {
      const bars = result.options
        .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
        .map(({ code: option, score }) => ({ name: option.label[language], value: score ?? 0, said: fixed(score) }))
      return { ...about, ...barsAcross(bars, about.title, 3) }
    }
    case 'nps':
      return { ...about, ...columnsUp(result.counts.map((count, value) => ({ name: String(value), count }))) }
    case 'numbers': {
      const { isDay } = result
      const bins = result.numbers.bins.map(({ from, to, count }) => {
        const [first, last] = [numberOrDay(from, isDay, language), numberOrDay(to, isDay, language)]
        return { name: from === to ? first : `${first} – ${last}`, count }
      })
      return bins.length === 0 ? null : { ...about, ...columnsUp(bins) }
    }
    case 'matrix':
      return { ...about, ...stackedRows(result, language) }
    default:
      return null
  }
}

interface BarOf {
  name: string
  value: number
  said: string
}

/** How wide the names are that stand beside bars. */
const names = 280
const named = { width: names - 20, overflow: 'break', lineHeight: 14, fontSize: 12 } as const

function barsAcross(bars: readonly BarOf[], title: string, most: number) {
  const height = 24 + bars.length * 36
  const option = {
    grid: { left: names, right: 64, top: 8, bottom: 8 },
    xAxis: { type: 'value', max: most, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLabel: named,
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        name: title,
        barWidth: 18,
        itemStyle: { color: main },
        label: { show: true, position: 'right', color: 'currentColor' },
        data: bars.map(({ value, said }) => ({ value, label: { formatter: said } })),
      },
    ],
  }
  return { option, height }
}

function columnsUp(bins: readonly { name: string; count: number }[]) {
  const option = {
    grid: { left: 56, right: 12, top: 24, bottom: 48 },
    xAxis: { type: 'category', data: bins.map(({ name }) => name), axisLabel: { interval: 'auto', hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1 },
    series: [
      {
        type: 'bar',
        barCategoryGap: '8%',
        itemStyle: { color: main },
        label: { show: bins.length <= 15, position: 'top', color: 'currentColor', fontSize: 11 },
        // Weights of people come to no whole numbers.
        data: bins.map(({ count }) => Math.round(count)),
      },
    ],
  }
  return { option, height: 260 }
}

function stackedRows({ scale, rows }: Extract<ResultFigures, { kind: 'matrix' }>, language: Language) {
  const colours = sequential(scale.length)
  const option = {
    grid: { left: names, right: 16, top: 56, bottom: 8 },
    legend: { top: 4, left: 8, itemWidth: 14 },
    xAxis: { type: 'value', max: 1, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ variable }) => (variable.part ?? variable.label)[language]),
      axisLabel: named,
      axisTick: { show: false },
    },
    series: scale.map((code, at) => ({
      type: 'bar',
      stack: 'all',
      name: code.label[language],
      barWidth: 22,
      itemStyle: { color: colours[at], borderColor: '#8a8f98', borderWidth: 0.5 },
      label: { show: true, color: inkOn(shadeAt(at, scale.length)), fontSize: 11, textBorderWidth: 0 },
      data: rows.map(({ options }) => {
        const share = options[at]?.share ?? 0
        return { value: share, label: { formatter: share >= 0.06 ? `${Math.round(share * 100)}` : '' } }
      }),
    })),
  }
  return { option, height: 72 + rows.length * 40 }
}
