/** What a file's records hold, counted as they pass: for what describes the file. */
import type { Dictionary } from '../../variables/variable.ts'
import type { RecordBatch } from './format.ts'

export interface RecordCounts {
  /** Records in all. */
  records: number
  /** Of each variable, in the dictionary's order. */
  variables: readonly CountedVariable[]
  /** The first and the last day (ISO 8601) that a record names; null where none does. */
  days: { first: string; last: string } | null
}

export interface CountedVariable {
  /** How often each code stands there; of a variable without codes, and of a text, its missing ones alone. */
  codes: ReadonlyMap<number, number>
  /** Values that are none of the missing codes. */
  valid: number
  /** Cells without a value: not shown, or not offered. */
  empty: number
  /** The least and the greatest of the valid numbers; null where there is none, or where they are texts. */
  range: { min: number; max: number } | null
}

/** Reads all records once. Memory is that of the counts, however many records there are. */
export async function countRecords(
  { variables }: Dictionary,
  batches: AsyncIterable<Pick<RecordBatch, 'records'>>,
): Promise<RecordCounts> {
  const known = variables.map(({ codes }) => new Map(codes.map(({ code, isMissing }) => [code, isMissing])))
  const counts = variables.map(() => ({
    codes: new Map<number, number>(),
    valid: 0,
    empty: 0,
    min: Number.POSITIVE_INFINITY,
    max: Number.NEGATIVE_INFINITY,
  }))
  const dayAt = variables.findIndex(({ name, column }) => name === 'day' && column === null)
  let all = 0
  let first = ''
  let last = ''
  for await (const { records } of batches) {
    all += records.length
    for (const record of records) {
      // Two days, where a response counts among those that ended from one to the other.
      const [from, to = from] = String(record[dayAt] ?? '').split('/')
      if (from && (first === '' || from < first)) first = from
      if (to && to > last) last = to
      for (const [at, count] of counts.entries()) {
        const value = record[at] ?? null
        if (value === null) count.empty += 1
        else if (typeof value === 'string') count.valid += 1
        else {
          const isMissing = known[at]?.get(value)
          if (isMissing !== undefined) count.codes.set(value, (count.codes.get(value) ?? 0) + 1)
          if (isMissing === true) continue
          count.valid += 1
          if (value < count.min) count.min = value
          if (value > count.max) count.max = value
        }
      }
    }
  }
  return {
    records: all,
    days: first === '' ? null : { first, last },
    variables: counts.map(({ codes, valid, empty, min, max }) => ({
      codes,
      valid,
      empty,
      range: min <= max ? { min, max } : null,
    })),
  }
}
