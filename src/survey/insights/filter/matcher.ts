/** Whether a response is in the base, and meets a filter: one decision for stored columns and for records. Pure. */
import { blankOf, type Dictionary, type Value, type Variable } from '../../variables/variable.ts'
import { inBase } from '../base.ts'
import type { Decoder } from '../decoder.ts'
import { type FilteredFamily, filteredFamilies, flagFamilies } from '../segments/about.ts'
import { codes, numberIn } from '../segments/alphabet.ts'
import type { Block, SegmentColumns } from '../segments/columns.ts'
import type { SegmentLayout } from '../segments/layout.ts'
import { blank, type Clause, type Filter } from './filter.ts'
import { themeColumn, themedQuestion, themesIn } from './theme-column.ts'

/** What one column has to hold. */
interface Test {
  column: string
  allows(value: Value): boolean
}

export interface Matcher {
  /** What has to be known of a response: columns, by their names. */
  columns: readonly string[]
  /** Every group has to hold; of the tests of a group, any. */
  groups: readonly (readonly Test[])[]
}

/**
 * The base of a filter, as tests. A clause that names nothing of this dictionary is met by nobody.
 * @param isAsked whether the version whose answers are looked at has the variable: another may have a column of the same
 *   name whose codes say something else
 */
export function matcherOf(
  dictionary: Pick<Dictionary, 'variables' | 'questions'>,
  filter: Filter,
  isAsked: (variable: Variable) => boolean = () => true,
): Matcher {
  const groups: Test[][] = [
    [{ column: '_status', allows: (value) => inBase(value, filter) }],
    ...filter.clauses.map((clause) => testsOf(dictionary, clause, isAsked)),
  ]
  return { columns: [...new Set(groups.flatMap((tests) => tests.map(({ column }) => column)))], groups }
}

/**
 * Whether one response is in the base.
 * @param valueIn the value of a column, as `decoderOf` and records have it
 * @public
 */
export function matches({ groups }: Matcher, valueIn: (column: string) => Value): boolean {
  return groups.every((tests) => tests.some(({ column, allows }) => allows(valueIn(column))))
}

/**
 * Selects among the responses of segments.
 * @returns for a segment: 1 where a response is in the base; the array is used again for the next
 */
export function selecting({ groups }: Matcher, data: Data): (segment: SegmentColumns) => Uint8Array {
  const known = groups.map((tests) => {
    const characters = new Map<string, ByCharacter>()
    const others = tests.flatMap((test) => {
      // Themes are not stored, and so nothing that is decoded.
      const allowed = themesIn(test.column) ? isOne : remembered(test, data.decoder)
      const field = data.layout.fields.get(test.column)
      if (field?.width !== 1) return [{ column: test.column, allowed }]
      // Of one character, as most columns are: few, each asked about once for all that stand in it.
      const key = `${field.block} ${field.at}`
      const of = characters.get(key) ?? { column: test.column, at: field.at, table: new Uint8Array(codes) }
      for (let code = 0; code < codes; code += 1)
        of.table[code] = (of.table[code] ?? 0) | +allowed(numberIn(code, field))
      characters.set(key, of)
      return []
    })
    return { characters: [...characters.values()], others }
  })
  let selected = new Uint8Array(0)
  let any = new Uint8Array(0)
  return (segment) => {
    const n = segment.size
    if (selected.length < n) [selected, any] = [new Uint8Array(n), new Uint8Array(n)]
    for (const [group, { characters, others }] of known.entries()) {
      const into = group === 0 ? selected : any
      const [first, ...more] = characters
      if (first === undefined) into.fill(0, 0, n)
      else readAllowed(into, n, segment.block(first.column), first)
      for (const one of more) addAllowed(into, n, segment.block(one.column), one)
      for (const { column, allowed } of others) {
        const slots = segment.slots(column)
        for (let at = 0; at < n; at += 1) if (allowed(slots[at] ?? 0)) into[at] = 1
      }
      if (group > 0) for (let at = 0; at < n; at += 1) selected[at] = (selected[at] as number) & (any[at] as number)
    }
    return selected.subarray(0, n)
  }
}

/** What is known of the stored data. */
interface Data {
  decoder: Decoder
  layout: Pick<SegmentLayout, 'fields'>
}

/** Where a character stands in its block, and by its code whether any of the tests of a group that look at it allows it. */
interface ByCharacter {
  column: string
  at: number
  table: Uint8Array
}

function readAllowed(into: Uint8Array, size: number, { bytes, width }: Block, { at, table }: ByCharacter): void {
  for (let place = 0, from = at; place < size; place += 1, from += width) {
    into[place] = table[(bytes[from] as number) & 127] as number
  }
}

function addAllowed(into: Uint8Array, size: number, { bytes, width }: Block, { at, table }: ByCharacter): void {
  for (let place = 0, from = at; place < size; place += 1, from += width) {
    into[place] = (into[place] as number) | (table[(bytes[from] as number) & 127] as number)
  }
}

const isOne = (slot: number) => slot === 1

const mostRemembered = 1 << 18

/** A test of slots, each decoded once. */
function remembered({ column, allows }: Test, decoder: Decoder): (slot: number) => boolean {
  const valueIn = decoder(column)
  // 0 for not known yet, 1 for no, 2 for yes.
  let found = new Uint8Array(64)
  return (slot) => {
    if (slot >= mostRemembered) return allows(valueIn(slot))
    if (slot >= found.length) {
      const more = new Uint8Array(2 ** Math.ceil(Math.log2(slot + 1)))
      more.set(found)
      found = more
    }
    const before = found[slot]
    if (before !== 0) return before === 2
    const isAllowed = allows(valueIn(slot))
    found[slot] = isAllowed ? 2 : 1
    return isAllowed
  }
}

/** What is known of a response and filtered by. Not how long it took: see `filteredFamilies`. */
const aboutColumns = new Set(['_language', '_start_language', '_door', '_day', '_version'])

function testsOf(
  { variables, questions }: Pick<Dictionary, 'variables' | 'questions'>,
  clause: Clause,
  isAsked: (variable: Variable) => boolean,
): Test[] {
  const { on } = clause
  if (clause.isChanged) return []
  if (themedQuestion(on) !== undefined) {
    return 'codes' in clause ? [{ column: themeColumn(on, clause.codes), allows: (value) => value === 1 }] : []
  }
  if (on === '_flags') return 'codes' in clause ? [{ column: on, allows: foundBy(clause.codes) }] : []
  if (aboutColumns.has(on)) return [{ column: on, allows: allowsOf(clause) }]
  const variable = variables.find(({ name, column }) => name === on && column !== null)
  if (variable !== undefined) {
    return isAsked(variable) ? [{ column: variable.column?.name ?? on, allows: allowsOf(clause, variable) }] : []
  }
  const options = questions.find(({ code }) => code === on)?.variables.filter(({ column }) => column?.kind === 'option')
  return 'codes' in clause && options !== undefined ? anyOf(options, clause.codes, isAsked) : []
}

/** Any of these options was picked, or the question was left blank. Of two variables of one code, the newest is meant. */
function anyOf(
  options: readonly Variable[],
  codes: readonly string[],
  isAsked: (variable: Variable) => boolean,
): Test[] {
  const codeIn = ({ column }: Variable) => column?.option
  const newest = options.filter((one, at) => options.findIndex((other) => codeIn(other) === codeIn(one)) === at)
  const picked = newest.filter((one) => codes.includes(String(codeIn(one))) && isAsked(one))
  const any = options.find(isAsked)
  return [
    ...picked.map(({ column, name }) => ({ column: column?.name ?? name, allows: (value: Value) => value === 1 })),
    ...(any !== undefined && (codes.includes(blank) || codes.includes('-1'))
      ? [{ column: any.column?.name ?? any.name, allows: (value: Value) => value === -1 }]
      : []),
  ]
}

/** @param variable what is filtered by; undefined for what is known of the response */
function allowsOf(clause: Clause, variable?: Variable): (value: Value) => boolean {
  const blankCode = variable === undefined ? -1 : blankOf(variable)
  const isBlank = (value: Value) => value === blankCode
  if ('codes' in clause) {
    const codes = new Set(clause.codes)
    // What was picked from a long list is a text, whose code may be as a blank's, which is a number.
    const ofNumbers = new Set(clause.codes)
    for (const { code } of variable?.entries ?? []) ofNumbers.delete(code)
    return (value) => {
      if (value === null || typeof value === 'string') return value !== null && codes.has(value)
      return ofNumbers.has(String(value)) || (ofNumbers.has(blank) && isBlank(value))
    }
  }
  const { from, to } = clause
  return (value) => {
    if (value === null || isBlank(value)) return false
    const compare =
      typeof value === 'number' ? (end: string) => value - Number(end) : (end: string) => order(value, end)
    return (from === null || compare(from) >= 0) && (to === null || compare(to) <= 0)
  }
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Whether checks of these families found something; `none`: none of any did. */
function foundBy(families: readonly string[]): (value: Value) => boolean {
  const mask = maskOf((family) => families.includes(family))
  const orNone = families.includes('none')
  return (value) =>
    typeof value === 'number' && ((value & mask) !== 0 || (orNone && (value & maskOf(() => true)) === 0))
}

const maskOf = (is: (family: FilteredFamily) => boolean): number =>
  filteredFamilies.reduce((sum, family) => (is(family) ? sum | (1 << flagFamilies.indexOf(family)) : sum), 0)
