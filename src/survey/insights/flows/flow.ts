/** Ways as what a Sankey diagram is drawn from: small answers joined, nodes by stage, links from one stage to the next. Pure. */
import type { OneAxis } from '../axes/axis.ts'
import type { FlowCounts } from './count.ts'

/** So many answers of a stage are drawn; the smaller ones are one node. */
const mostNodes = 8

export interface FlowNode {
  stage: number
  /** Where it stands in the stage's categories; null for the others, joined. */
  place: number | null
  count: number
}

export interface FlowLink {
  /** Places in `nodes`. */
  from: number
  to: number
  count: number
}

export interface Flow {
  /** Those who answered every question. */
  base: number
  nodes: FlowNode[]
  links: FlowLink[]
  /** Whole ways, the most common first: the place in `nodes` at each stage. */
  ways: { nodes: number[]; count: number }[]
}

export function flowOf(stages: readonly OneAxis[], { ways }: Pick<FlowCounts, 'ways'>): Flow {
  const nodes: FlowNode[] = []
  const nodeAt = stages.map((axis, stage) => {
    const totals = axis.categories.map(() => 0)
    for (const { places, count } of ways) {
      const place = places[stage] ?? 0
      totals[place] = (totals[place] ?? 0) + count
    }
    return joined(stage, totals, nodes)
  })
  const links = new Map<string, FlowLink>()
  const whole = new Map<string, { nodes: number[]; count: number }>()
  for (const { places, count } of ways) {
    const through = places.map((place, stage) => nodeAt[stage]?.[place] ?? 0)
    const way = whole.get(through.join()) ?? { nodes: through, count: 0 }
    way.count += count
    whole.set(through.join(), way)
    through.slice(1).forEach((to, stage) => {
      const from = through[stage] ?? 0
      const link = links.get(`${from} ${to}`) ?? { from, to, count: 0 }
      link.count += count
      links.set(`${from} ${to}`, link)
    })
  }
  const inOrder = (a: readonly number[], b: readonly number[]) =>
    a.map((node, at) => node - (b[at] ?? 0)).find((apart) => apart !== 0) ?? 0
  return {
    base: ways.reduce((sum, { count }) => sum + count, 0),
    nodes,
    links: [...links.values()].sort((a, b) => a.from - b.from || a.to - b.to),
    ways: [...whole.values()].sort((a, b) => b.count - a.count || inOrder(a.nodes, b.nodes)),
  }
}

/** Puts the nodes of a stage behind the others. @returns for each category its place among the nodes */
function joined(stage: number, totals: readonly number[], nodes: FlowNode[]): number[] {
  const used = totals.map((count, place) => ({ count, place })).filter(({ count }) => count > 0)
  const largest = new Set([...used].sort((a, b) => b.count - a.count || a.place - b.place).slice(0, mostNodes - 1))
  const own = used.length <= mostNodes ? used : used.filter((one) => largest.has(one))
  const from = nodes.length
  for (const { count, place } of own) nodes.push({ stage, place, count })
  const others = used.filter((one) => !own.includes(one)).reduce((sum, { count }) => sum + count, 0)
  if (others > 0) nodes.push({ stage, place: null, count: others })
  return totals.map((_, place) => {
    const at = own.findIndex((one) => one.place === place)
    return from + (at >= 0 ? at : own.length)
  })
}
