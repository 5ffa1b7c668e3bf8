/** A reader of Stata files (format 118) for tests, written from `help dta` and from nothing else. */
import { ByteReader } from './byte-reader.ts'

export interface DtaVariable {
  name: string
  /** Stata's number of its type: up to 2045 a text of so many bytes, 32768 a long text. */
  type: number
  format: string
  label: string
  /** By value; missing ones as `.a`. */
  labels: Map<number | string, string>
}

export interface DtaFile {
  label: string
  timestamp: string
  variables: DtaVariable[]
  /** By what they are a note of. */
  notes: Map<string, string>
  /** `.` is system-missing, `.a` to `.z` are the others; a day stays Stata's count of days. */
  rows: (number | string)[][]
}

const letter = (n: number) => (n === 0 ? '.' : `.${String.fromCharCode(96 + n)}`)

export function readDta(bytes: Uint8Array): DtaFile {
  const from = new ByteReader(bytes)
  from.expect('<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>')
  const k = from.u16()
  from.expect('</K><N>')
  const n = from.u64()
  from.expect('</N><label>')
  const label = from.text(from.u16())
  from.expect('</label><timestamp>')
  const timestamp = from.text(from.u8())
  from.expect('</timestamp></header>')

  const starts = [0]
  const open = (tag: string) => {
    starts.push(from.at)
    from.expect(tag)
  }
  open('<map>')
  const map = Array.from({ length: 14 }, () => from.u64())
  from.expect('</map>')
  const each = <T>(tag: string, read: () => T): T[] => {
    open(`<${tag}>`)
    const all = Array.from({ length: k }, read)
    from.expect(`</${tag}>`)
    return all
  }
  const types = each('variable_types', () => from.u16())
  const names = each('varnames', () => from.field(129))
  open('<sortlist>')
  from.raw(2 * (k + 1))
  from.expect('</sortlist>')
  const formats = each('formats', () => from.field(57))
  const labelNames = each('value_label_names', () => from.field(129))
  const labels = each('variable_labels', () => from.field(321))
  open('<characteristics>')
  const notes = notesIn(from)
  open('<data>')
  const data = Array.from({ length: n }, () => types.map((type) => valueIn(from, type)))
  from.expect('</data>')
  open('<strls>')
  const texts = longTexts(from)
  open('<value_labels>')
  const tables = labelTables(from)
  starts.push(from.at)
  from.expect('</stata_dta>')
  starts.push(from.at)
  if (from.at !== bytes.length || starts.join() !== map.join()) throw new Error(`map: ${map} is not ${starts}`)

  const rows = data.map((row) =>
    row.map((value) => {
      if (typeof value !== 'object') return value
      const text = texts.get(`${value.v} ${value.o}`)
      if (text === undefined) throw new Error(`no long text ${value.v} ${value.o}`)
      return text
    }),
  )
  const variables = names.map((name, at) => {
    if (!/^[A-Za-z_][A-Za-z0-9_]{0,31}$/.test(name)) throw new Error(`name ${name}`)
    if ([...(labels[at] ?? '')].length > 80) throw new Error('Stata shows 80 characters of a label')
    const table = labelNames[at] === '' ? new Map() : tables.get(labelNames[at] ?? '')
    if (table === undefined) throw new Error(`no labels ${labelNames[at]}`)
    return { name, type: types[at] ?? 0, format: formats[at] ?? '', label: labels[at] ?? '', labels: table }
  })
  return { label, timestamp, variables, notes, rows }
}

function notesIn(from: ByteReader): Map<string, string> {
  const notes = new Map<string, string>()
  while (from.text(4) === '<ch>') {
    const end = from.i32() + from.at
    const [of, name] = [from.field(129), from.field(129)]
    const contents = from.field(end - from.at)
    from.expect('</ch>')
    if (name === 'note1') notes.set(of, contents)
  }
  from.at -= 4
  from.expect('</characteristics>')
  return notes
}

function valueIn(from: ByteReader, type: number): number | string | { v: number; o: number } {
  const number = (value: number, missing: number) => (value >= missing ? letter(value - missing) : value)
  switch (type) {
    case 32_768: {
      const [v, low, high] = [from.u16(), from.i32(), from.u16()]
      return v === 0 && low === 0 ? '' : { v, o: low + high * 2 ** 32 }
    }
    case 65_530:
      return number(from.i8(), 101)
    case 65_529:
      return number(from.i16(), 32_741)
    case 65_528:
      return number(from.i32(), 2_147_483_621)
    case 65_526: {
      const value = from.f64()
      if (value < 2 ** 1023) return value
      const bits = new DataView(new ArrayBuffer(8))
      bits.setFloat64(0, value)
      return letter((bits.getUint32(0) - 0x7fe00000) >> 8)
    }
    default:
      return from.field(type)
  }
}

/** They must stand in the order of their records, and of their variables within one. */
function longTexts(from: ByteReader): Map<string, string> {
  const texts = new Map<string, string>()
  let last = 0
  while (from.text(3) === 'GSO') {
    const [v, o, type] = [from.i32(), from.u64(), from.u8()]
    if (type !== 130 || o * 65_536 + v <= last) throw new Error('order of long texts')
    last = o * 65_536 + v
    const length = from.i32()
    texts.set(`${v} ${o}`, from.text(length - 1))
    if (from.u8() !== 0) throw new Error('end of a long text')
  }
  from.at -= 3
  from.expect('</strls>')
  return texts
}

function labelTables(from: ByteReader): Map<string, DtaVariable['labels']> {
  const tables = new Map<string, DtaVariable['labels']>()
  while (from.text(5) === '<lbl>') {
    const length = from.i32()
    const name = from.field(129)
    from.raw(3)
    const end = from.at + length
    const [n, textLength] = [from.i32(), from.i32()]
    const places = Array.from({ length: n }, () => from.i32())
    const values = Array.from({ length: n }, () => from.i32())
    if (values.some((value, at) => at > 0 && value <= (values[at - 1] ?? 0))) throw new Error('order of labels')
    const texts = from.raw(textLength)
    const labels: DtaVariable['labels'] = new Map()
    for (const [at, value] of values.entries()) {
      const text = new ByteReader(texts.subarray(places[at])).field(textLength - (places[at] ?? 0))
      labels.set(value >= 2_147_483_621 ? letter(value - 2_147_483_621) : value, text)
    }
    tables.set(name, labels)
    from.expect('</lbl>')
    if (from.at !== end + 6) throw new Error('length of labels')
  }
  from.at -= 5
  from.expect('</value_labels>')
  return tables
}
