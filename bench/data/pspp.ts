/** What PSPP is asked, and what it prints. */
import { type Counts, countsOf, nothing } from './counts.ts'

/** Frequencies of some variables, of the records of these versions. */
export interface Request {
  versions: readonly string[]
  names: readonly string[]
  /** Without those who picked one of these: they said that there is no answer. */
  without: readonly string[]
}

/**
 * Each request in turn; values as they are, not by their labels.
 * @param days variables that are printed as SPSS counts days, in seconds: as a day, nothing would stand for a blank one
 */
export function psppSyntax(file: string, requests: readonly Request[], days: readonly string[]): string {
  const lines = ['SET TNUMBERS=VALUES TVARS=NAMES.', `GET FILE='${file}'.`, `FORMATS ${days.join(' ')} (F20.0).`]
  for (const { versions, names, without } of requests) {
    const isOne = versions.map((version) => `version = '${version}'`).join(' OR ')
    lines.push('TEMPORARY.', `SELECT IF (${isOne}).`)
    if (without.length > 0) lines.push(`COUNT no_answer = ${without.join(' ')} (1).`, 'SELECT IF (no_answer = 0).')
    lines.push('FREQUENCIES', '  /VARIABLES=')
    lines.push(...names.map((name) => `  ${name}`), '  /STATISTICS=NONE.')
  }
  return `${lines.join('\n')}\n`
}

/** The counts of each request, out of what PSPP printed as CSV: a table for each variable. */
export function psppCounts(printed: string, requests: readonly Request[]): Counts[] {
  const tables = printed.split(/^(?=Table: )/m).filter((table) => table.startsWith('Table: '))
  let next = 0
  return requests.map(({ names }) => {
    const own = tables.slice(next, next + names.length)
    next += names.length
    return countsOf(own.flatMap(rowsOf))
  })
}

function rowsOf(table: string): (readonly [variable: string, value: string, count: number])[] {
  const [title = '', , ...rows] = table.trimEnd().split(/\r?\n/)
  const name = title.replace('Table: ', '')
  return rows.flatMap((row) => {
    const [, value, count] = /^(?:Valid|Missing|),([^,]*),(\d+),/.exec(row) ?? []
    return value === undefined ? [] : [[name, dayOf(value) || nothing, Number(count)] as const]
  })
}

/** SPSS counts seconds from 14 October 1582; no code and no number that is asked for is as large as a day of our time. */
function dayOf(value: string): string {
  if (!/^1\d{10}$/.test(value)) return value
  return new Date((Number(value) - 12_219_379_200) * 1000).toISOString().slice(0, 10)
}
