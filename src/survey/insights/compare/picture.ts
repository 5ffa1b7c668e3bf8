/** One question of two groups as a picture: for each answer a bar of either group, with its interval. */
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Chart } from '../../../platform/charts/chart.ts'
import { categorical } from '../../../platform/charts/palette.ts'
import { figures } from '../../../staff/frame/figures.ts'
import { axisTitle } from '../axes/title.ts'
import { percent } from '../questions/figure-text.ts'
import { shortened } from '../shortened.ts'
import type { ComparedQuestion, SideShare } from './compared.ts'
import { effectiveWords } from './page.tsx'

const width = 880

export function comparedPicture({ matched, bases, effective, answers }: ComparedQuestion, language: Language): Chart {
  const words = crossesMessages(language).compare
  const [a = '0', b = '0'] = bases.map(figures)
  const n = questionsMessages(language).base
  const side = (name: string, color: string, of: (answer: (typeof answers)[number]) => SideShare | null) => ({
    type: 'bar' as const,
    name,
    itemStyle: { color },
    label: { show: true, position: 'right' as const, color: 'currentColor' },
    data: answers.map((answer) => {
      const found = of(answer)
      return { value: found?.share ?? 0, label: { formatter: shareText(found) } }
    }),
  })
  return {
    title: axisTitle(matched.one, language),
    description: [words.base({ a, b }), ...(effective === null ? [] : [effectiveWords(effective, language)])].join(
      ' · ',
    ),
    width,
    height: 70 + 56 * answers.length,
    option: {
      legend: { top: 0, left: 0, icon: 'rect' },
      grid: { top: 34, left: 235, right: 150, bottom: 30, outerBoundsMode: 'none' },
      xAxis: {
        type: 'value',
        min: 0,
        max: 1,
        axisLabel: { formatter: (value: number) => `${Math.round(100 * value)}%` },
      },
      yAxis: { type: 'category', inverse: true, data: answers.map(({ label }) => shortened(label[language], 34)) },
      series: [
        side(`${words.a} · ${n({ n: a })}`, categorical[0], ({ one }) => one),
        side(`${words.b} · ${n({ n: b })}`, categorical[1], ({ other }) => other),
      ],
    },
  }
}

/** A share with its interval; a dash where nobody is in its base, or the version does not have the answer. */
function shareText(side: SideShare | null): string {
  if (side === null || side.share === null || side.interval === null) return '–'
  return `${percent(side.share)} (${percent(side.interval.low)}–${percent(side.interval.high)})`
}
