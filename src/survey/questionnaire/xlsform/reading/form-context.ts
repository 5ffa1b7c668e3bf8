/** Everything that reading one row of a form needs to know of the whole form. */
import type { Scope, Subject } from '../expression/to-condition.ts'
import { Unreadable } from '../expression/tokens.ts'
import type { Notes } from '../sheet/notes.ts'
import type { SheetRow, Speech } from '../sheet/table.ts'
import type { Choices } from './choices.ts'
import type { Names } from './names.ts'
import type { Origins } from './origins.ts'
import { later } from './read-condition.ts'
import type { Item } from './tree.ts'

/** Questions that got limits which the form does not name. */
export type Limited = 'range' | 'length' | 'days'

export interface FormContext {
  /** Made here: what it says is exact, and nothing is put in or taken apart. */
  isOurs: boolean
  speech: Speech
  notes: Notes
  origins: Origins
  choices: Choices
  names: Names
  codes: ReadonlyMap<SheetRow, string>
  /** Questions by the names that they have in the form, with their place in it. */
  subjects: ReadonlyMap<string, { subject: Subject; order: number }>
  order: ReadonlyMap<Item, number>
  /** Lists that several questions use as they stand. */
  shared: ReadonlySet<string>
  /** Wordings by condition, by the question's name. */
  wordings: ReadonlyMap<string, SheetRow[]>
  limited: Record<Limited, string[]>
}

/** What the expressions of an item may look at: in a form from elsewhere only what comes before it. */
export function scopeOf(form: FormContext, item: Item | null, column?: Scope['column']): Scope {
  const own = item === null ? Number.POSITIVE_INFINITY : (form.order.get(item) ?? Number.POSITIVE_INFINITY)
  return {
    column,
    subject: (name) => {
      const found = form.subjects.get(name)
      if (!found) throw new Unreadable(name)
      if (!form.isOurs && found.order >= own) throw new Unreadable(later)
      return found.subject
    },
  }
}
