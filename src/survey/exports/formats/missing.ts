/** Why a cell says nothing, for formats whose columns have one type and so no codes among texts. */
import { erased } from '../../../../schema/answers.ts'
import type { Dictionary, Value, Variable } from '../../variables/variable.ts'

/** `not_offered`: the question was shown, this option or row of it was not. A question that was not shown has no reason. */
export type MissingReason = 'blank' | 'erased' | 'not_offered'

/** Cells that stand beside others of their question: where one of these has a value, the question was shown. */
const offered: ReadonlySet<string> = new Set(['option', 'row'])

/**
 * A function that finds the reasons of a record, by the variable's name; null for a record without any. A number that
 * stands in the place of a text or day is one; codes of a variable of numbers (-1, 97, 98, 99) stay where they are.
 */
export function missingReasonsOf({
  variables,
}: Dictionary): (record: readonly Value[]) => Record<string, MissingReason> | null {
  const typed = variables.flatMap(({ type, name }, at) => (type === 'number' ? [] : [{ name, at }]))
  const groups = [...grouped(variables).values()].filter((group) => group.length > 1)
  return (record) => {
    let found: Record<string, MissingReason> | null = null
    for (const { name, at } of typed) {
      const value = record[at]
      if (typeof value !== 'number') continue
      found ??= {}
      found[name] = value === erased ? 'erased' : 'blank'
    }
    for (const group of groups) {
      if (group.every(({ at }) => record[at] === null)) continue
      for (const { name, at } of group) {
        if (record[at] !== null) continue
        found ??= {}
        found[name] = 'not_offered'
      }
    }
    return found
  }
}

function grouped(variables: readonly Variable[]): Map<string, { name: string; at: number }[]> {
  const groups = new Map<string, { name: string; at: number }[]>()
  for (const [at, { name, question, column }] of variables.entries()) {
    if (question === null || column === null || !offered.has(column.kind)) continue
    groups.set(question, [...(groups.get(question) ?? []), { name, at }])
  }
  return groups
}
