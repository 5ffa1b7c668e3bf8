/**
 * A reader of Prometheus' text format 0.0.4, strict about what its document asks for: HELP and TYPE once and in front of
 * a family's samples, families in one piece, no series twice, histograms that add up.
 */
export interface ReadFamily {
  type: string
  help: string
  /** Values by name and labels, as they stand in the text. */
  samples: Map<string, number>
}

const sampleLine = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(.*)\})? (\S+)$/
const labelPair = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(,|$)/

/** @throws Error that names the first line that is not of the format */
export function readMetrics(text: string): Map<string, ReadFamily> {
  if (!text.endsWith('\n')) throw new Error('The last line does not end')
  const families = new Map<string, ReadFamily>()
  let current = ''
  for (const line of text.slice(0, -1).split('\n')) {
    const header = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/.exec(line)
    const [, what, name = '', rest = ''] = header ?? []
    if (what === 'HELP') {
      if (families.has(name)) throw new Error(`twice: ${line}`)
      families.set(name, { type: '', help: rest, samples: new Map() })
      current = name
    } else if (what === 'TYPE') {
      const family = families.get(name)
      if (family === undefined || name !== current || family.samples.size > 0) throw new Error(`out of place: ${line}`)
      if (!/^(counter|gauge|histogram)$/.test(rest)) throw new Error(`no type: ${line}`)
      family.type = rest
    } else addSample(families.get(current), current, line)
  }
  for (const [name, family] of families) if (family.type === 'histogram') assertAddsUp(name, family)
  return families
}

function addSample(family: ReadFamily | undefined, of: string, line: string): void {
  const [, name = '', , labels = '', value = ''] = sampleLine.exec(line) ?? []
  const suffix = name.slice(of.length)
  const suffixes = family?.type === 'histogram' ? ['_bucket', '_sum', '_count'] : ['']
  if (family === undefined || !name.startsWith(of) || !suffixes.includes(suffix)) throw new Error(`no sample: ${line}`)
  for (let left = labels; left !== ''; ) {
    const pair = labelPair.exec(left)
    if (pair === null) throw new Error(`no labels: ${line}`)
    left = left.slice(pair[0].length)
  }
  const number = value === '+Inf' ? Number.POSITIVE_INFINITY : Number(value)
  if (Number.isNaN(number) || family.samples.has(name + labels)) throw new Error(`no value, or twice: ${line}`)
  family.samples.set(labels === '' ? name : `${name}{${labels}}`, number)
}

/** Buckets only rise, and the last one, of all, is the count. */
function assertAddsUp(name: string, { samples }: ReadFamily): void {
  const before = new Map<string, number>()
  for (const [key, value] of samples) {
    const [, labels = '', le] = /_bucket\{(.*?),?le="([^"]*)"\}$/.exec(key) ?? []
    if (le === undefined) continue
    if (value < (before.get(labels) ?? 0)) throw new Error(`falls: ${key}`)
    before.set(labels, value)
    const count = samples.get(labels === '' ? `${name}_count` : `${name}_count{${labels}}`)
    if (le === '+Inf' && count !== value) throw new Error(`does not add up: ${key}`)
  }
}
