/** A crossed table as a picture: bars of shares where they add up, and a field of cells otherwise. */
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Chart } from '../../../platform/charts/chart.ts'
import { inkOn, shade } from '../../../platform/charts/palette.ts'
import { textWidth } from '../../../platform/i18n/text-width.ts'
import { shadeAt } from '../questions/bar.tsx'
import { percent } from '../questions/figure-text.ts'
import { shortened } from '../shortened.ts'
import { baseWords, crossTitle } from './base-words.ts'
import type { ReadCross } from './read-cross.ts'
import { type ShareBase, shareOf } from './shares.ts'

const width = 880
/** A share below it has no room for its figure. */
const leastLabelled = 0.05
/** With more of them, neighbours are no longer told apart in black and white. */
const mostStacked = 7

/** The categories with anybody in them, as the picture has them. @param weighted what it says of its weights; null for none */
export function crossPicture(
  { table, weighed }: Pick<ReadCross, 'table' | 'weighed'>,
  share: ShareBase,
  language: Language,
  weighted: string | null = null,
): Chart {
  const { rows, columns } = table
  const used = (totals: readonly number[]) => totals.flatMap((total, at) => (total > 0 ? at : []))
  const picture = {
    rows: used(table.rowTotals).map((at) => ({ at, label: shortened(rows.categories[at]?.label[language] ?? '', 30) })),
    columns: used(table.columnTotals).map((at) => ({
      at,
      label: shortened(columns.categories[at]?.label[language] ?? '', 30),
    })),
    shareAt: (row: number, column: number) => {
      const cell = table.cells[row]?.[column]
      return cell === undefined ? null : shareOf(cell, share)[1]
    },
  }
  const addsUp = share === 'row' && columns.kind === 'one' && picture.columns.length <= mostStacked
  return {
    title: crossTitle(table, language),
    description: [baseWords({ table, weighed }, language), ...(weighted === null ? [] : [weighted])].join(' · '),
    ...(addsUp ? bars(picture) : field(picture)),
  }
}

interface Picture {
  rows: { at: number; label: string }[]
  columns: { at: number; label: string }[]
  shareAt(row: number, column: number): number | null
}

function bars({ rows, columns, shareAt }: Picture): Pick<Chart, 'option' | 'width' | 'height'> {
  const legend = 26 * Math.ceil(columns.reduce((sum, { label }) => sum + 80 + 8 * label.length, 0) / width)
  return {
    width,
    height: legend + 40 + 40 * rows.length,
    option: {
      legend: { top: 0, left: 0, icon: 'rect' },
      grid: { top: legend + 8, left: 215, right: 30, bottom: 30, outerBoundsMode: 'none' },
      xAxis: { type: 'value', max: 1, axisLabel: { formatter: (value: number) => `${Math.round(100 * value)}%` } },
      yAxis: { type: 'category', inverse: true, data: rows.map(({ label }) => label) },
      series: columns.map(({ at, label }, place) => ({
        type: 'bar',
        stack: 'all',
        name: label,
        data: rows.map((row) => {
          const value = shareAt(row.at, at) ?? 0
          return { value, label: { show: value >= leastLabelled, formatter: percent(value) } }
        }),
        itemStyle: { color: shade(shadeAt(place, columns.length)), borderColor: '#8a8f98', borderWidth: 0.5 },
        label: { color: inkOn(shadeAt(place, columns.length)), fontSize: 11, textBorderWidth: 0 },
      })),
    },
  }
}

function field({ rows, columns, shareAt }: Picture): Pick<Chart, 'option' | 'width' | 'height'> {
  const cells = rows.flatMap((row, y) =>
    columns.flatMap((column, x) => {
      const share = shareAt(row.at, column.at)
      // Nobody of the row was offered it: a hole, which is not the colour of nought.
      if (share === null) return []
      return {
        value: [x, y, share],
        itemStyle: { borderColor: '#ffffff', borderWidth: 1 },
        label: { show: columns.length <= 14, color: inkOn(share), fontSize: 11, formatter: percent(share) },
      }
    }),
  )
  const isTurned = columns.length > 4
  const bottom = isTurned ? Math.max(...columns.map(({ label }) => depthOf(label))) : 30
  return {
    width,
    height: 8 + bottom + 34 * rows.length,
    option: {
      grid: { top: 8, left: 215, right: 30, bottom, outerBoundsMode: 'none' },
      xAxis: {
        type: 'category',
        data: columns.map(({ label }) => label),
        axisLabel: { interval: 0, rotate: isTurned ? 40 : 0 },
        splitLine: { show: false },
      },
      yAxis: { type: 'category', inverse: true, data: rows.map(({ label }) => label) },
      visualMap: { show: false, min: 0, max: 1, inRange: { color: [shade(0), shade(1)] } },
      series: [{ type: 'heatmap', data: cells }],
    },
  }
}

/** How far down a label of the axis reaches that is turned by 40 degrees, in pixels. */
function depthOf(label: string): number {
  return Math.ceil(20 + 0.64 * 6.5 * textWidth(label))
}
