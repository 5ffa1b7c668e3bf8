/**
 * A reader of SPSS system files for tests, written from GNU PSPP's description of the format and from nothing else: it
 * holds every length, padding and order to what is said there.
 */
import { ByteReader } from './byte-reader.ts'

export interface SavVariable {
  name: string
  /** 0 for a number. */
  width: number
  label: string
  format: number
  measure: number
  /** As declared: single values, or `[low, high]`. */
  missing: (number | string | [number, number])[]
  labels: Map<number | string, string>
}

export interface SavFile {
  product: string
  created: string
  title: string
  n: number
  encoding: string
  variables: SavVariable[]
  sets: { name: string; counted: string; label: string; variables: string[] }[]
  /** Null is system-missing; a text has no blanks at its end. */
  rows: (number | string | null)[][]
}

interface Raw extends SavVariable {
  short: string
  /** Its first element, from 1. */
  index: number
  segments: number[]
}

const trimmed = (text: string) => text.replace(/ +$/, '')
const decoded = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

export function readSav(bytes: Uint8Array): SavFile {
  const from = new ByteReader(bytes)
  from.expect('$FL2')
  const product = from.text(60)
  const [layout, caseSize, compression, weight, n] = [from.i32(), from.i32(), from.i32(), from.i32(), from.i32()]
  if (layout !== 2 || compression !== 1 || weight !== 0 || from.f64() !== 100) throw new Error('header')
  const created = `${from.text(9)} ${from.text(8)}`
  const title = trimmed(from.text(64))
  if (from.raw(3).some((byte) => byte !== 0)) throw new Error('padding')

  const raw: Raw[] = []
  const extensions = new Map<number, Uint8Array>()
  let elements = 0
  for (;;) {
    const type = from.i32()
    if (type === 2) {
      elements += 1
      const found = variableRecord(from, elements)
      if (found !== null) raw.push(found)
    } else if (type === 3) labelRecord(from, raw)
    else if (type === 7) {
      const [subtype, size, count] = [from.i32(), from.i32(), from.i32()]
      if (extensions.has(subtype)) throw new Error(`two records ${subtype}`)
      extensions.set(subtype, from.raw(size * count))
    } else if (type === 999) {
      from.i32()
      break
    } else throw new Error(`record ${type} at ${from.at}`)
  }
  if (elements !== caseSize) throw new Error('case size')
  displays(extensions, raw)
  const variables = joined(extensions, raw)
  longNames(extensions, variables)
  longLabels(extensions, variables)
  const rows = records(from, variables, caseSize, n)
  if (from.at !== bytes.length) throw new Error(`${bytes.length - from.at} bytes are left`)
  return {
    product,
    created,
    title,
    n,
    encoding: decoded(extensions.get(20) ?? new Uint8Array()),
    variables: variables.map(({ name, width, label, format, measure, missing, labels }) => {
      return { name, width, label, format, measure, missing, labels }
    }),
    sets: setsOf(extensions, variables),
    rows,
  }
}

function variableRecord(from: ByteReader, index: number): Raw | null {
  const [width, hasLabel, count, format] = [from.i32(), from.i32(), from.i32(), from.i32()]
  from.i32()
  const short = trimmed(from.text(8))
  let label = ''
  if (hasLabel === 1) {
    const length = from.i32()
    label = from.text(length)
    from.raw((4 - (length % 4)) % 4)
  }
  const value = () => (width === 0 ? from.f64() : trimmed(from.text(8)))
  const missing: SavVariable['missing'] = []
  if (count < 0) missing.push([from.f64(), from.f64()])
  for (let at = count < 0 ? 2 : 0; at < Math.abs(count); at += 1) missing.push(value())
  if (width === -1) return null
  if (!/^[A-Z@#$][A-Z0-9._$#@]*$/.test(short)) throw new Error(`short name ${short}`)
  return { name: short, short, width, label, format, measure: 0, missing, labels: new Map(), index, segments: [width] }
}

function labelRecord(from: ByteReader, raw: Raw[]): void {
  const labels: [Uint8Array, string][] = []
  for (let left = from.i32(); left > 0; left -= 1) {
    const value = from.raw(8)
    const length = from.u8()
    if (length > 120) throw new Error('SPSS shows 120 bytes of a label')
    labels.push([value, from.text(length)])
    from.raw((8 - ((length + 1) % 8)) % 8)
  }
  if (from.i32() !== 4) throw new Error('labels without variables')
  for (let left = from.i32(); left > 0; left -= 1) {
    const index = from.i32()
    const variable = raw.find((one) => one.index === index)
    if (variable === undefined || variable.width > 8) throw new Error('labels of what cannot have them')
    for (const [value, label] of labels) {
      variable.labels.set(variable.width === 0 ? new ByteReader(value).f64() : trimmed(decoded(value)), label)
    }
  }
}

function displays(extensions: Map<number, Uint8Array>, raw: Raw[]): void {
  const from = new ByteReader(extensions.get(11) ?? new Uint8Array())
  for (const variable of raw) {
    variable.measure = from.i32()
    from.i32()
    from.i32()
  }
  if (from.at !== from.bytes.length) throw new Error('display')
}

/** Very long texts: as many pieces as their width needs stand behind one another. */
function joined(extensions: Map<number, Uint8Array>, raw: Raw[]): Raw[] {
  const widths = new Map(
    decoded(extensions.get(14) ?? new Uint8Array())
      .split('\0\t')
      .filter((pair) => pair !== '')
      .map((pair) => [pair.split('=')[0], Number(pair.split('=')[1])] as const),
  )
  const variables: Raw[] = []
  for (let at = 0; at < raw.length; ) {
    const variable = raw[at] as Raw
    const width = widths.get(variable.short)
    const count = width === undefined ? 1 : Math.ceil(width / 252)
    const segments = raw.slice(at, at + count).map((one) => one.width)
    if (width !== undefined) {
      const wanted = Array.from({ length: count }, (_, of) => (of < count - 1 ? 255 : width - (count - 1) * 252))
      if (wanted.join() !== segments.join()) throw new Error('segments')
    }
    variables.push({ ...variable, width: width ?? variable.width, segments })
    at += count
  }
  return variables
}

function longNames(extensions: Map<number, Uint8Array>, variables: Raw[]): void {
  const names = new Map(
    decoded(extensions.get(13) ?? new Uint8Array())
      .split('\t')
      .map((pair) => pair.split('=') as [string, string]),
  )
  if (new Set(variables.map(({ short }) => short)).size !== variables.length) throw new Error('short names')
  for (const variable of variables) variable.name = names.get(variable.short) ?? variable.short
}

function longLabels(extensions: Map<number, Uint8Array>, variables: Raw[]): void {
  const named = (name: string) => {
    const found = variables.find((one) => one.name === name)
    if (found === undefined || found.width <= 8) throw new Error(`no long text ${name}`)
    return found
  }
  const labels = new ByteReader(extensions.get(21) ?? new Uint8Array())
  while (labels.at < labels.bytes.length) {
    const variable = named(labels.text(labels.i32()))
    if (labels.i32() !== variable.width) throw new Error('width of labels')
    for (let left = labels.i32(); left > 0; left -= 1) {
      const value = trimmed(labels.text(labels.i32()))
      variable.labels.set(value, labels.text(labels.i32()))
    }
  }
  const missing = new ByteReader(extensions.get(22) ?? new Uint8Array())
  while (missing.at < missing.bytes.length) {
    const variable = named(missing.text(missing.i32()))
    const count = missing.u8()
    const length = missing.i32()
    for (let left = count; left > 0; left -= 1) variable.missing.push(trimmed(missing.text(length)))
  }
}

function setsOf(extensions: Map<number, Uint8Array>, variables: readonly Raw[]): SavFile['sets'] {
  const from = new ByteReader(extensions.get(7) ?? new Uint8Array())
  const sets: SavFile['sets'] = []
  const until = (sign: string) => {
    let text = ''
    for (let next = from.text(1); next !== sign; next = from.text(1)) text += next
    return text
  }
  while (from.at < from.bytes.length) {
    const name = until('=')
    from.expect('D')
    const counted = from.text(Number(until(' ')))
    from.expect(' ')
    const label = from.text(Number(until(' ')))
    from.expect(' ')
    const end = from.bytes.indexOf(0x0a, from.at)
    const names = from.text(end - from.at).split(' ')
    from.expect('\n')
    const known = names.map((short) => variables.find((one) => one.short.toLowerCase() === short)?.name ?? '?')
    sets.push({ name, counted, label, variables: known })
  }
  return sets
}

function records(from: ByteReader, variables: readonly Raw[], caseSize: number, n: number): SavFile['rows'] {
  let commands: number[] = []
  const element = (): Uint8Array | number | null => {
    for (;;) {
      if (commands.length === 0) commands = [...from.raw(8)]
      const command = commands.shift() ?? 0
      if (command === 0) continue
      if (command === 255) return null
      if (command === 254) return new Uint8Array(8).fill(0x20)
      if (command === 253) return from.raw(8)
      if (command === 252) throw new Error('end of file')
      return command - 100
    }
  }
  const rows: SavFile['rows'] = []
  for (let row = 0; row < n; row += 1) {
    let taken = 0
    rows.push(
      variables.map(({ width, segments }) => {
        if (width === 0) {
          taken += 1
          const value = element()
          return value instanceof Uint8Array ? new ByteReader(value).f64() : value
        }
        const bytes = segments.flatMap((segment, at) => {
          const count = Math.ceil(segment / 8)
          taken += count
          const whole = Array.from({ length: count }, element).flatMap((part) => [...(part as Uint8Array)])
          return whole.slice(0, at < segments.length - 1 ? 255 : segment)
        })
        return trimmed(decoded(Uint8Array.from(bytes)))
      }),
    )
    if (taken !== caseSize) throw new Error('elements of a record')
  }
  if (commands.some((command) => command !== 0)) throw new Error('more records than the header says')
  return rows
}
