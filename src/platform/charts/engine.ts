/** The parts of Apache ECharts that are used, drawn as SVG without a browser. Loaded when the first chart is drawn. */
import { BarChart, HeatmapChart, LineChart, SankeyChart } from 'echarts/charts'
import { GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { categorical } from './palette.ts'

use([SVGRenderer, BarChart, HeatmapChart, LineChart, SankeyChart, GridComponent, LegendComponent, VisualMapComponent])

const ink = 'currentColor'
const axis = {
  axisLine: { lineStyle: { color: ink, opacity: 0.5 } },
  axisTick: { lineStyle: { color: ink, opacity: 0.5 } },
  axisLabel: { color: ink },
  nameTextStyle: { color: ink },
  splitLine: { lineStyle: { color: ink, opacity: 0.15 } },
}
/** Ink is the page's own, on light and on dark paper. */
const theme = {
  textStyle: { color: ink, fontFamily: 'inherit' },
  color: categorical,
  // Wider than usual: without a browser the library takes words for narrower than they are.
  legend: { itemGap: 36, textStyle: { color: ink } },
  categoryAxis: axis,
  valueAxis: axis,
  timeAxis: axis,
  sankey: { label: { color: ink } },
}

/** What a chart shows, as ECharts takes it. */
export type ChartOption = EChartsCoreOption

/** The markup that ECharts makes of it, at so many pixels. */
export function render(option: ChartOption, width: number, height: number): string {
  const chart = init(null, theme, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ animation: false, ...option })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
