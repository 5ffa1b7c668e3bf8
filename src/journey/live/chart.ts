/** The tables of the live page as pictures: days in their order, everything else as bars. Pure. */
import type { Chart } from '../../platform/charts/chart.ts'
import { dayAfter } from '../../platform/time/zone.ts'
import type { LiveTable } from './table.ts'

const width = 900
/** How wide the names are that stand beside bars. */
const names = 280
const fill = '#2a7fb8'

/** Openings are views, not people: a line. Those who started and who were complete are bars, light and dark; the dark one stands out from a dark page as well. */
const series = [
  {
    type: 'line',
    symbol: 'circle',
    symbolSize: 6,
    lineStyle: { type: 'dashed', width: 2 },
    itemStyle: { color: '#b26a00' },
  },
  { type: 'bar', itemStyle: { color: '#9cc3e0', borderColor: fill, borderWidth: 1 } },
  { type: 'bar', itemStyle: { color: '#2475ae' } },
] as const

/** Null where there is nothing to draw. */
export function liveChart(table: LiveTable): Chart | null {
  const { bar, rows, title, note } = table
  if (bar === null || rows.length === 0) return null
  const about = { title, description: note, width }
  return table.id === 'days' ? { ...about, ...byDay(table) } : { ...about, ...bars(table, bar) }
}

const numberOf = (raw: string | number | undefined) => (typeof raw === 'number' ? raw : 0)

/** The oldest day at the left, those of which the table has nothing between them; a number that is nothing on all of them is left out. */
function byDay({ rows, heads }: LiveTable): Pick<Chart, 'option' | 'height'> {
  const known = new Map(rows.map((row) => [String(row[0]?.raw ?? ''), row]))
  const [last = '', first = last] = [rows[0]?.[0]?.raw, rows.at(-1)?.[0]?.raw].map(String)
  const days: string[] = []
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day)
  return {
    height: 300,
    option: {
      animation: false,
      legend: { top: 0 },
      grid: { left: 48, right: 16, top: 36, bottom: 32 },
      xAxis: { type: 'category', data: days.map((day) => day.slice(5)) },
      yAxis: { type: 'value', minInterval: 1 },
      series: heads.slice(1).flatMap((name, at) => {
        const data = days.map((day) => numberOf(known.get(day)?.[at + 1]?.raw))
        return data.some((count) => count > 0) ? [{ ...series[at], name, barMaxWidth: 24, data }] : []
      }),
    },
  }
}

function bars({ rows, whole }: LiveTable, bar: number): Pick<Chart, 'option' | 'height'> {
  return {
    height: rows.length * 30 + 40,
    option: {
      animation: false,
      grid: { left: names, right: 72, top: 8, bottom: 32 },
      xAxis: { type: 'value', minInterval: 1, ...(whole !== undefined && { max: whole }) },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(([name]) => (name?.shown ?? '') + (name?.tail?.text ?? '')),
        axisLabel: { width: names - 20, overflow: 'break', lineHeight: 14, fontSize: 12 },
        axisTick: { show: false },
      },
      series: [
        {
          type: 'bar',
          itemStyle: { color: fill },
          data: rows.map((row) => numberOf(row[bar]?.raw)),
          label: {
            show: true,
            position: 'right',
            color: 'currentColor',
            formatter: (of: { dataIndex: number }) => rows[of.dataIndex]?.[bar]?.shown ?? '',
          },
        },
      ],
    },
  }
}
