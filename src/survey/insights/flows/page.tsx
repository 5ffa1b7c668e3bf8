/** Flows through some questions: the ways that people went, and how many from each answer to the next. */
import { crossesMessages } from '../../../../messages/generated/insights/crosses.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { DataTable } from '../../../staff/frame/data-table.tsx'
import { figures } from '../../../staff/frame/figures.ts'
import type { OneAxis } from '../axes/axis.ts'
import { axisTitle } from '../axes/title.ts'
import { percent } from '../questions/figure-text.ts'
import type { FlowCounts } from './count.ts'
import type { Flow, FlowLink } from './flow.ts'
import { nodeLabel } from './node-label.ts'

/** So many ways are listed on the page. */
const mostWays = 25

interface FlowsProps {
  language: Language
  stages: readonly OneAxis[]
  counts: FlowCounts
  flow: Flow
}

export function Flows({ language, stages, counts, flow }: FlowsProps) {
  const words = crossesMessages(language).flows
  const { base, nodes, links, ways } = flow
  const name = (at: number) => nodeLabel(stages, flow, at, language)
  const without = stages
    .map((stage, at) => ({ question: axisTitle(stage, language), count: counts.without[at] ?? 0 }))
    .filter(({ count }) => count > 0)
  return (
    <>
      <p>
        <strong>{words.base({ count: figures(base) })}</strong>
      </p>
      {without.length > 0 && (
        <ul class="small">
          {without.map(({ question, count }) => (
            <li>{words.without({ count: figures(count), all: figures(counts.all), question })}</li>
          ))}
        </ul>
      )}
      <h2>{words.ways}</h2>
      <DataTable
        language={language}
        label={words.ways}
        rows={ways.slice(0, mostWays)}
        empty={words.nobody}
        columns={[
          { head: words.way, is: 'name', cell: (way) => way.nodes.map(name).join(' → ') },
          { head: words.people, is: 'number', cell: ({ count }) => figures(count) },
          { head: words.share, is: 'number', cell: ({ count }) => percent(count / base) },
        ]}
      />
      {ways.length > mostWays && <p class="small">{words.more({ count: ways.length - mostWays })}</p>}
      <details>
        <summary>{words.links}</summary>
        <DataTable<FlowLink>
          language={language}
          label={words.links}
          rows={links}
          empty={words.nobody}
          columns={[
            { head: words.from, is: 'name', cell: ({ from }) => name(from) },
            { head: words.to, cell: ({ to }) => name(to) },
            { head: words.people, is: 'number', cell: ({ count }) => figures(count) },
            { head: words.ofFrom, is: 'number', cell: ({ from, count }) => percent(count / (nodes[from]?.count ?? 1)) },
          ]}
        />
      </details>
    </>
  )
}
