/** How much a form comes to once it is read: a few kilobytes of filtered lists could come to millions of options. */
import { mostExpressions, mostOptions } from '../limits.ts'
import type { Notes } from '../sheet/notes.ts'
import type { SheetTable } from '../sheet/table.ts'
import type { ChoiceSheet } from './choices.ts'
import type { FormTree } from './tree.ts'

const expressions = [
  'relevant',
  'constraint',
  'required',
  'honorarium::when',
  'honorarium::ends',
  'honorarium::under_age',
  'honorarium::screened_out',
]

/** Notes a fault where the form comes to more than any has; whether it does. */
export function isTooMuch(
  tables: readonly SheetTable[],
  tree: FormTree,
  { lists }: ChoiceSheet,
  notes: Notes,
): boolean {
  let [length, options] = [0, 0]
  for (const row of tables.flatMap((table) => table.rows)) {
    for (const field of expressions) length += row.get(field).length
  }
  for (const { row, asked, rows, within } of tree.segments.flatMap(({ items }) => items)) {
    const count = lists.get(asked?.list ?? '')?.choices.length ?? 0
    options += count + rows.length
    // A filter is read for each choice, and the condition of a group for each question in it.
    length += row.get('choice_filter').length * count
    for (const group of within) length += row === group ? 0 : group.get('relevant').length
  }
  if (length > mostExpressions) notes.fault('survey', '', 'too_many_conditions', { length: String(mostExpressions) })
  if (options > mostOptions) notes.fault('choices', '', 'too_many_options', { options: String(mostOptions) })
  return length > mostExpressions || options > mostOptions
}
