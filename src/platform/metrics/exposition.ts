/** Measurements as text, in the format that Prometheus reads (text format 0.0.4). */

/** Values by the name of their label; few of each, and never of a person. */
export type Labels = Readonly<Record<string, string>>

export interface Sample {
  labels: Labels
  value: number
  /** Behind the family's name: `_bucket`, `_sum` and `_count` of a histogram. */
  suffix?: string
}

/** All that is measured under one name, which ends with its unit, and with `_total` where it only grows. */
export interface Family {
  name: string
  /** What it is, in a sentence. */
  help: string
  type: 'counter' | 'gauge' | 'histogram'
  samples: readonly Sample[]
}

export const contentType = 'text/plain; version=0.0.4; charset=utf-8'

/** Writes families in the order given, each with its HELP and TYPE. One without a sample says that it is known. */
export function exposition(families: readonly Family[]): string {
  return families
    .map(({ name, help, type, samples }) => {
      const lines = samples.map(
        ({ labels, value, suffix = '' }) => `${name}${suffix}${labelText(labels)} ${numberText(value)}\n`,
      )
      return `# HELP ${name} ${escaped(help)}\n# TYPE ${name} ${type}\n${lines.join('')}`
    })
    .join('')
}

/** A gauge of one value. */
export function gauge(name: string, help: string, value: number): Family {
  return { name, help, type: 'gauge', samples: [{ labels: {}, value }] }
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value).replaceAll('"', '\\"')}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf'
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value)
}
