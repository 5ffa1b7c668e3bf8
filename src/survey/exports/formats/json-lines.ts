/** JSON Lines: one response an object, the same keys in each. */
import type { Value } from '../../variables/variable.ts'
import type { ExportFormat } from './format.ts'
import { missingReasonsOf } from './missing.ts'

/**
 * Numbers and codes are numbers, texts and days (ISO 8601) are strings. Codes of missing answers (-1, 97, 98, 99) are as
 * in every other file. `null` is a question that was not shown, unless `missing` gives another reason.
 */
export const jsonLines: ExportFormat = {
  id: 'jsonl',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  permission: 'responses.export',
  hasLanguage: false,
  byRecord: true,
  async *write(dictionary, batches, { isContinued }) {
    const keys = dictionary.variables.map(({ name }) => `${JSON.stringify(name)}:`)
    const isNumber = dictionary.variables.map(({ type }) => type === 'number')
    const missingReasons = missingReasonsOf(dictionary)
    const lineOf = (record: readonly Value[]) => {
      let line = '{'
      for (let at = 0; at < keys.length; at += 1) {
        line += `${keys[at]}${cell(record[at] ?? null, isNumber[at] === true)},`
      }
      return `${line}"missing":${JSON.stringify(missingReasons(record) ?? {})}}\n`
    }
    // There is no head.
    if (!isContinued) yield ''
    for await (const { records } of batches) yield records.map(lineOf).join('')
  },
}

function cell(value: Value, isNumber: boolean): string {
  if (typeof value === 'string') return JSON.stringify(value)
  return value === null || !isNumber ? 'null' : String(value)
}
