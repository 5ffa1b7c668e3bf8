/** Conditions as forms post them: whether all or any of the parts must hold, and one part more. Pure. */
import type { Condition } from '../../../../schema/questionnaire.ts'
import { field, type Posted } from '../../../platform/http/form.ts'
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { hows, joinConditions, partFrom, partsOf, withPart } from '../conditions/parts.ts'
import { type Address, type QuestionnaireDocument, stepsTo } from '../document.ts'
import type { Edit } from '../edit.ts'

/** Whose condition a form adds a part to, and in which fields; `ends/new` of a page stands for one more early end. */
export const conditionField = {
  at: 'c.at',
  join: 'c.join',
  q: 'c.q',
  how: 'c.how',
  code: 'c.code',
  min: 'c.min',
  max: 'c.max',
  as: 'c.as',
  /** The number of the part that a new one stands together with. */
  to: 'c.to',
} as const

/** The value of the button that adds the part. */
export const addPart = 'part'

/** The condition of what stands at an address, if it has one. */
export function conditionAt(document: QuestionnaireDocument, at: Address): Condition | undefined {
  const steps = stepsTo(document, `${at}/when`)
  return steps === null ? undefined : (valueAt(document, steps) as Condition)
}

/** The conditions that a form changes: each value of `c.at` with the fields of its number. */
export function readConditions(posted: Posted, shown: QuestionnaireDocument): Edit[] {
  const at = field(posted, conditionField.at)
  if (at === undefined) return []
  // A part that is half picked waits for its own button.
  const part = field(posted, 'do') === addPart ? partPosted(posted) : null
  const end = /^pages\/([^/]+)\/ends\/new$/.exec(at)
  if (end) {
    const as = field(posted, conditionField.as) === 'under_age' ? 'under_age' : 'screened_out'
    return part === null ? [] : [{ edit: 'add_end', page: end[1] ?? '', when: part, as }]
  }
  const before = partsOf(conditionAt(shown, at))
  const asked = field(posted, conditionField.join)
  const join = asked === 'any' || asked === 'all' ? asked : before.join
  const now = { join, parts: before.parts }
  const together = numberIn(field(posted, conditionField.to))
  const { parts } = part === null ? now : withPart(now, part, together)
  const when = joinConditions({ join, parts })
  const isSame = part === null && (join === before.join || parts.length < 2)
  return isSame ? [] : [{ edit: 'condition', at, when }]
}

function partPosted(posted: Posted): Condition | null {
  const q = field(posted, conditionField.q) ?? ''
  const how = hows.find((one) => one === field(posted, conditionField.how))
  if (q === '' || how === undefined) return null
  return partFrom({
    q,
    how,
    codes: (posted[conditionField.code] ?? []).filter((code) => /^-?\d{1,10}$/.test(code)).map(Number),
    min: numberIn(field(posted, conditionField.min)),
    max: numberIn(field(posted, conditionField.max)),
  })
}

function numberIn(value: string | undefined): number | null {
  return value !== undefined && /^\s*-?\d{1,10}\s*$/.test(value) ? Number(value) : null
}
