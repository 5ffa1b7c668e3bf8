/** Everything that reading one row of a form needs to know of the whole form. */
import type { ExpressionScope, ExpressionSubject } from '../expression/to-condition.ts'
import { Unreadable } from '../expression/tokens.ts'
import type { Notes } from '../sheet/notes.ts'
import type { SheetRow, Speech } from '../sheet/table.ts'
import type { ChoiceSheet } from './choices.ts'
import type { FormNames } from './names.ts'
import type { Origins } from './origins.ts'
import { laterQuestion } from './read-condition.ts'
import type { FormItem } from './tree.ts'

/** Questions that got limits which the form does not name. */
export type LimitKind = 'range' | 'length' | 'days'

export interface FormContext {
  /** Made here: what it says is exact, and nothing is put in or taken apart. */
  isOurs: boolean
  speech: Speech
  notes: Notes
  origins: Origins
  choices: ChoiceSheet
  names: FormNames
  codes: ReadonlyMap<SheetRow, string>
  /** Questions by the names that they have in the form, with their place in it. */
  subjects: ReadonlyMap<string, { subject: ExpressionSubject; order: number }>
  order: ReadonlyMap<FormItem, number>
  /** Lists that several questions use as they stand. */
  shared: ReadonlySet<string>
  /** Wordings by condition, by the question's name. */
  wordings: ReadonlyMap<string, SheetRow[]>
  limited: Record<LimitKind, string[]>
}

/** What the expressions of an item may look at: in a form from elsewhere only what comes before it. */
export function expressionScope(
  form: FormContext,
  item: FormItem | null,
  column?: ExpressionScope['column'],
): ExpressionScope {
  const own = item === null ? Number.POSITIVE_INFINITY : (form.order.get(item) ?? Number.POSITIVE_INFINITY)
  return {
    column,
    subject: (name) => {
      const found = form.subjects.get(name)
      if (!found) throw new Unreadable(name)
      if (!form.isOurs && found.order >= own) throw new Unreadable(laterQuestion)
      return found.subject
    },
  }
}
