/**
 * What several processes have measured, as one text: whoever is asked asks the first process, which asks all the others.
 * Each series is told of each process, by its number (0 is the first one): no counter jumps back when another one answers,
 * and of one that ended nothing is left that would be added up wrongly.
 */
import cluster, { type Worker } from 'node:cluster'
import type { Family, Sample } from '../../platform/metrics/exposition.ts'

/** Who has not answered by then is busy, and is missing this time. */
const withinMs = 1_000

/** Given what one process has measured, asks for what all of them have. */
export type Gather = (own: () => Family[]) => () => Promise<Family[]>

type Part = readonly [process: string, families: Family[]]
/** What the first process and another one say to each other of it. */
export interface MetricsMessage {
  /** To the first process: what has everybody measured? And its answer. */
  askMetrics?: number
  metricsOfAll?: { n: number; parts: Part[] }
  /** From the first process: what have you measured? And the answer. */
  tellMetrics?: number
  metrics?: { n: number; families: Family[] }
}

/** For one of several processes. */
export const gatherFromPrimary: Gather = (own) => {
  const asked = new Map<number, (parts: Part[]) => void>()
  let count = 0
  process.on('message', ({ tellMetrics, metricsOfAll }: MetricsMessage) => {
    if (tellMetrics !== undefined) process.send?.({ metrics: { n: tellMetrics, families: own() } })
    if (metricsOfAll === undefined) return
    asked.get(metricsOfAll.n)?.(metricsOfAll.parts)
    asked.delete(metricsOfAll.n)
  })
  return () =>
    new Promise((resolve) => {
      const n = ++count
      asked.set(n, (parts) => resolve(byProcess(parts)))
      process.send?.({ askMetrics: n })
    })
}

/** In the first process: answers those who ask, each time with what all that are there tell within a second. */
export function answerGathering(own: () => Family[]): (worker: Worker, message: MetricsMessage) => void {
  const gathering = new Map<number, (worker: Worker, families: Family[]) => void>()
  let count = 0
  function gather(asker: Worker, askedAs: number): void {
    const n = ++count
    const all = Object.values(cluster.workers ?? {}).filter((one) => one?.isConnected()) as Worker[]
    const parts: Part[] = [['0', own()]]
    const end = () => {
      clearTimeout(timer)
      gathering.delete(n)
      parts.sort(([one], [other]) => Number(one) - Number(other))
      if (asker.isConnected()) asker.send({ metricsOfAll: { n: askedAs, parts } }, () => undefined)
    }
    const timer = setTimeout(end, withinMs)
    gathering.set(n, (worker, families) => {
      parts.push([String(worker.id), families])
      if (parts.length > all.length) end()
    })
    for (const one of all) one.send({ tellMetrics: n }, () => undefined)
  }
  return (worker, { askMetrics, metrics }) => {
    if (askMetrics !== undefined) gather(worker, askMetrics)
    if (metrics !== undefined) gathering.get(metrics.n)?.(worker, metrics.families)
  }
}

/** One family of each name, whose series say of which process they are. */
function byProcess(parts: readonly Part[]): Family[] {
  const families = new Map<string, Family & { samples: Sample[] }>()
  for (const [worker, own] of parts) {
    for (const family of own) {
      const samples = family.samples.map((sample) => ({ ...sample, labels: { worker, ...sample.labels } }))
      const known = families.get(family.name)
      if (known === undefined) families.set(family.name, { ...family, samples })
      else known.samples.push(...samples)
    }
  }
  return [...families.values()]
}
