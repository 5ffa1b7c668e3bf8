/**
 * Which responses a picture, a table or a file is of. A filter is kept in the address: `is.Q02=1.2` for answers,
 * `from.Q19=10` and `to.Q19=20` for a range, `held=out`, `weight=margins_…`, `of=2` for the version whose codes it names. Pure, and the same text for equal filters.
 */

/** All clauses have to hold; of the codes of one, any. */
export interface Filter {
  /** Whether responses that wait for a person are in. */
  held: 'in' | 'out'
  clauses: readonly Clause[]
  /** The id of the set of margins by which they are weighted; it chooses nobody. */
  weight?: string | undefined
  /** The number of the version whose codes the clauses name, where that may be another than is looked at. */
  of?: number | undefined
}

/** The same without weights: what is saved under a name, and what groups are made of. */
export const unweighted = ({ held, clauses, of }: Filter): Filter => ({ held, clauses, of })

/**
 * - `on`: a variable's name, the code of a question of several picks, or a column about the response (`_language`)
 * - `codes`: values as text, such as `3`, `HK`, `zh-Hans`, and `blank`
 * - `from`, `to`: a number or a day (`2026-11-05`), both included; null for no end
 * - `isChanged`: the version that is looked at means something else by what it names, so that nobody meets it
 */
export type Clause = (
  | { on: string; codes: readonly string[] }
  | { on: string; from: string | null; to: string | null }
) & {
  isChanged?: true
}

/**
 * Stands for a question that was left blank, whose code in files is -1. Of a number, -1 may be an answer: a word is never
 * taken for one. Addresses from before say -1, and mean a blank wherever there can be one.
 */
export const blank = 'blank'

const mostClauses = 20
const mostCodes = 300
/** Of themes it has the name of a column in it, and codes of options may be below 0: `_theme_Q1_-2_text`. */
const named = /^(is|from|to)\.(_?[A-Za-z][\w-]{0,72})$/
/** Up to 400 characters, since a sign of another script takes nine or twelve of them. */
const aCode = /^(?:[\w-]|~[0-9A-Fa-f]{2}){1,400}$/
const anId = /^[\w-]{1,64}$/
const aVersion = /^[1-9]\d{0,8}$/
const anEnd = /^(-?\d{1,12}|\d{4}-\d{2}-\d{2})$/

/**
 * A code as it stands in an address, where a full stop parts codes: whatever else it has than letters of ASCII, digits, `_` and
 * `-` stands there by its bytes in UTF-8, `GB~2ESCT`.
 */
export const codeInAddress = (code: string): string =>
  encodeURIComponent(code.toWellFormed())
    .replace(/[.!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%', '~')

/** The code that stands there so; undefined for what is none. */
function codeFromAddress(text: string): string | undefined {
  if (!aCode.test(text)) return undefined
  try {
    const code = decodeURIComponent(text.replaceAll('~', '%'))
    return /\p{Cc}/u.test(code) ? undefined : code
  } catch {
    return undefined
  }
}

/** What an address says that is no clause. It is kept as one that nobody meets: leaving it out would show more people than were asked for. */
const notUnderstood: Clause = { on: '', codes: [] }

/**
 * The filter of an address. What it does not need is left alone; a name or code that the study does not have is kept, and
 * nobody meets it.
 */
export function filterFromQuery(query: URLSearchParams): Filter {
  const codes = new Map<string, Set<string>>()
  const ranges = new Map<string, { from: string | null; to: string | null }>()
  let isBroken = false
  for (const [name, value] of query) {
    if (!/^(is|from|to)\./.test(name) || value === '') continue
    const [, how, on] = named.exec(name) ?? []
    if (on === undefined) isBroken = true
    else if (how === 'is') {
      const chosen = codes.get(on) ?? new Set()
      for (const code of value.split('.').map(codeFromAddress)) {
        if (code === undefined) isBroken = true
        else chosen.add(code)
      }
      codes.set(on, chosen)
    } else if (anEnd.test(value)) {
      const range = ranges.get(on) ?? { from: null, to: null }
      ranges.set(on, how === 'from' ? { ...range, from: value } : { ...range, to: value })
    } else isBroken = true
  }
  const clauses: Clause[] = [
    // It is kept with an export: what is too long is cut, and nobody meets it.
    ...[...codes].map(([on, said]) => ({ on, codes: [...said].slice(0, mostCodes) })),
    ...[...ranges].map(([on, range]) => ({ on, ...range })),
  ]
  const isTooLong = clauses.length > mostClauses || [...codes.values()].some(({ size }) => size > mostCodes)
  const weight = query.get('weight') ?? ''
  const of = query.get('of') ?? ''
  return canonical({
    held: query.get('held') === 'out' ? 'out' : 'in',
    clauses: isBroken || isTooLong ? [notUnderstood, ...clauses.slice(0, mostClauses)] : clauses,
    // One that there cannot be is kept as one that there is not: nothing unweighted is taken for weighted.
    ...(weight !== '' && { weight: anId.test(weight) ? weight : '-' }),
    ...(aVersion.test(of) && { of: Number(of) }),
  })
}

/** The filter as an address has it, without the question mark; '' for none. */
export function filterToQuery(filter: Filter): string {
  const { held, clauses, weight, of } = canonical(filter)
  const query = new URLSearchParams()
  for (const clause of clauses) {
    if ('codes' in clause)
      query.append(clause.on === '' ? 'is.' : `is.${clause.on}`, clause.codes.map(codeInAddress).join('.') || '-')
    else {
      if (clause.from !== null) query.append(`from.${clause.on}`, clause.from)
      if (clause.to !== null) query.append(`to.${clause.on}`, clause.to)
    }
  }
  if (held === 'out') query.append('held', 'out')
  if (weight !== undefined) query.append('weight', weight)
  if (of !== undefined) query.append('of', String(of))
  return query.toString()
}

/** The same filter in the one order that it is written in. */
function canonical({ held, clauses, weight, of }: Filter): Filter {
  const inOrder = clauses.map((clause) =>
    'codes' in clause ? { ...clause, codes: [...new Set(clause.codes)].sort(byNumber) } : clause,
  )
  const key = (clause: Clause) => `${clause.on} ${'codes' in clause ? 0 : 1}`
  const sorted = inOrder.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return {
    held,
    clauses: sorted,
    ...(weight !== undefined && { weight }),
    // Without clauses no code is named.
    ...(of !== undefined && sorted.length > 0 && { of }),
  }
}

/** Numbers by what they are, before everything else in the order of its characters. */
function byNumber(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)]
  if (Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(x) ? 1 : -1
  if (x !== y && !Number.isNaN(x)) return x - y
  return a < b ? -1 : a > b ? 1 : 0
}
