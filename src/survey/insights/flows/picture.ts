/** Flows as a Sankey diagram. */
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Chart } from '../../../platform/charts/chart.ts'
import { categorical } from '../../../platform/charts/palette.ts'
import { figures } from '../../../staff/frame/figures.ts'
import type { OneAxis } from '../axes/axis.ts'
import { axisTitle } from '../axes/title.ts'
import { percent } from '../questions/figure-text.ts'
import { shortened } from '../shortened.ts'
import type { Flow } from './flow.ts'
import { nodeLabel } from './node-label.ts'

const width = 880

/** Every node stands at its question, with its label and share; every link is as wide as it has people. */
export function flowPicture(stages: readonly OneAxis[], flow: Flow, language: Language): Chart {
  const words = crossesMessages(language).flows
  const { base, nodes, links } = flow
  const most = Math.max(...stages.map((_, stage) => nodes.filter((node) => node.stage === stage).length))
  const last = stages.length - 1
  // Letters that fit between two questions, and behind the last one, with the share beside them.
  const room = (stage: number) => (stage === last ? 20 : Math.floor((width - 200) / last / 7) - 10)
  return {
    title: words.picture({ questions: stages.map((stage) => axisTitle(stage, language)).join(' → ') }),
    description: `${words.base({ count: figures(base) })} ${words.picturePart}`,
    width,
    height: 60 + 52 * most,
    option: {
      series: [
        {
          type: 'sankey',
          top: 12,
          bottom: 12,
          left: 4,
          right: 190,
          nodeWidth: 14,
          nodeGap: 12,
          layoutIterations: 0,
          nodeAlign: 'left',
          draggable: false,
          data: nodes.map(({ stage, place, count }, at) => ({
            name: String(at),
            depth: stage,
            itemStyle: { color: place === null ? '#8a8f98' : categorical[at % (categorical.length - 1)] },
            label: {
              position: 'right',
              formatter: `${shortened(nodeLabel(stages, flow, at, language), room(stage))} ${percent(count / base)}`,
            },
          })),
          links: links.map(({ from, to, count }) => ({ source: String(from), target: String(to), value: count })),
          lineStyle: { color: 'source', opacity: 0.35, curveness: 0.5 },
        },
      ],
    },
  }
}
