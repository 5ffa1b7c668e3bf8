/** The condition of a row: `relevant`, as every form has it, or `honorarium::when`, as only ours do. */
import { type Condition, conditionSchema } from '../../../../../schema/condition.ts'
import { type ExpressionScope, toCondition } from '../expression/to-condition.ts'
import { Unreadable } from '../expression/tokens.ts'
import { jsonOr } from '../parse-json.ts'
import type { Notes } from '../sheet/notes.ts'
import type { SheetRow } from '../sheet/table.ts'

export interface ConditionGiven {
  scope: ExpressionScope
  notes: Notes
  /** In a form of ours a condition that cannot be read is a fault; in another one it is left out. */
  isOurs: boolean
}

/** The condition under which a row is used; undefined where there is none, or none that can be said. */
export function readCondition(row: SheetRow, given: ConditionGiven): Condition | undefined {
  const own = cellCondition(row, 'honorarium::when', { ...given, isOurs: true })
  const common = cellCondition(row, 'relevant', given)
  if (own && common) return { all: [own, common] }
  return own ?? common
}

/** What one cell says: an expression, or in our own columns the JSON of a condition. */
export function cellCondition(
  row: SheetRow,
  field: string,
  { scope, notes, isOurs }: ConditionGiven,
): Condition | undefined {
  const text = row.get(field)
  if (text === '') return undefined
  if (text.startsWith('{')) {
    const parsed = conditionSchema.safeParse(jsonOr(text))
    if (parsed.success) return parsed.data
    notes.faultAt(row, field, 'not_json', { text: firstCharacters(text) })
    return undefined
  }
  try {
    const condition = toCondition(text, scope)
    if (typeof condition !== 'boolean') return condition
    if (condition) return undefined
    notes.leave(row, field, firstCharacters(text), 'condition')
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    if (isOurs) notes.faultAt(row, field, 'condition', { text: firstCharacters(text) })
    else notes.leave(row, field, firstCharacters(text), error.message === laterQuestion ? 'later' : 'condition')
  }
  return undefined
}

/** What a scope throws of a question that comes later. */
export const laterQuestion = 'later'

/** The first 200 UTF-16 units, for a message. */
export const firstCharacters = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text)
