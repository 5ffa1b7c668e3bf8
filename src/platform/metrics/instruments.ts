/** What counts and measures while the service works. Nothing is allocated for a series that was met before. */
import type { Family, Labels, Sample } from './exposition.ts'

/** A family keeps no more series than this, whatever it is handed: what comes later counts as `other`. */
const mostSeries = 1_000
const other = 'other'

export interface Counter {
  /** Adds one to the series of these label values, in the order of the labels' names. */
  add(...values: string[]): void
  family(): Family
}

export interface Histogram {
  observe(value: number, ...values: string[]): void
  family(): Family
}

interface Described {
  name: string
  help: string
  labels?: readonly string[]
  /** Label values that are there from the beginning, with nothing counted: a rate needs a zero to rise from. */
  known?: readonly (readonly string[])[]
}

/**
 * A counter of the Prometheus text format, with one series for each value of its labels that is known or was counted.
 */
export function counter({ name, help, labels = [], known = [] }: Described): Counter {
  const series = seriesOf(labels, () => ({ count: 0 }))
  for (const values of labels.length === 0 ? [[]] : known) series.of(values)
  return {
    add(...values) {
      series.of(values).count += 1
    },
    family: () => ({
      ...{ name, help, type: 'counter' },
      samples: series.all().map(({ labels, kept }) => ({ labels, value: kept.count })),
    }),
  }
}

/** @param bounds upper ends of the buckets, rising; one for all that is above comes by itself */
export function histogram({ name, help, labels = [], known = [] }: Described, bounds: readonly number[]): Histogram {
  const series = seriesOf(labels, () => ({ buckets: new Array<number>(bounds.length + 1).fill(0), sum: 0 }))
  for (const values of labels.length === 0 ? [[]] : known) series.of(values)
  return {
    observe(value, ...values) {
      const sample = series.of(values)
      let at = 0
      while (at < bounds.length && value > (bounds[at] as number)) at += 1
      sample.buckets[at] = (sample.buckets[at] ?? 0) + 1
      sample.sum += value
    },
    family: () => ({
      ...{ name, help, type: 'histogram' },
      samples: series.all().flatMap(({ labels, kept }) => samplesOf(labels, bounds, kept)),
    }),
  }
}

function samplesOf(labels: Labels, bounds: readonly number[], sample: { buckets: number[]; sum: number }): Sample[] {
  let count = 0
  const buckets = sample.buckets.map((some, at): Sample => {
    count += some
    return {
      suffix: '_bucket',
      labels: { ...labels, le: at < bounds.length ? String(bounds[at]) : '+Inf' },
      value: count,
    }
  })
  return [...buckets, { suffix: '_sum', labels, value: sample.sum }, { suffix: '_count', labels, value: count }]
}

/** One thing kept for each combination of label values, as many of them as there may be. */
function seriesOf<Kept>(names: readonly string[], make: () => Kept) {
  const all = new Map<string, { labels: Labels; kept: Kept }>()
  function made(key: string, values: readonly string[]): Kept {
    const labels = Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']))
    const sample = make()
    all.set(key, { labels, kept: sample })
    return sample
  }
  return {
    of(values: readonly string[]): Kept {
      const key = values.length === 1 ? (values[0] as string) : values.join('\n')
      const known = all.get(key)
      if (known !== undefined) return known.kept
      if (all.size < mostSeries) return made(key, values)
      const others = names.map(() => other)
      return all.get(others.join('\n'))?.kept ?? made(others.join('\n'), others)
    },
    all: () => [...all.values()],
  }
}
