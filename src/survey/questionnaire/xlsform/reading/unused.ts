/** Cells that the type of their row has no use for: each is told, so that nothing that somebody wrote is dropped in silence. */
import type { LeftOutWhy } from '../form.ts'
import { type AskedType, isHead, isYes, rowTypeOf } from '../sheet/question-types.ts'
import type { SheetRow } from '../sheet/table.ts'
import type { FormContext } from './form-context.ts'
import { firstCharacters } from './read-condition.ts'
import type { FormItem, FormTree } from './tree.ts'

type Field = 'hint' | 'constraint' | 'parameters' | 'choice_filter' | 'calculation'

const reasons: Record<Field, LeftOutWhy> = {
  hint: 'unused',
  constraint: 'constraint',
  parameters: 'parameter',
  choice_filter: 'choice_filter',
  calculation: 'calculation',
}

const ofList: readonly Field[] = ['hint', 'constraint', 'parameters', 'choice_filter']
const typed: readonly Field[] = ['hint', 'constraint']

/** What the rows of a type are read for, beyond what all are. */
const used: Record<AskedType, readonly Field[]> = {
  select_one: ofList,
  select_multiple: ofList,
  rank: ofList,
  integer: typed,
  decimal: typed,
  text: typed,
  date: typed,
  datetime: typed,
  time: typed,
  range: ['hint', 'parameters'],
  note: ['hint'],
  acknowledge: [],
}

const listOf = (row: SheetRow) => {
  const type = rowTypeOf(row)
  return type.is === 'asked' ? type.list : null
}

/** Notes what stands in rows that do not use it, groups that hold nothing, and lists that nothing asks for. @param isScale whether a question became a scale */
export function noteUnused(
  { notes, speech, isOurs, choices }: FormContext,
  { segments, empty }: FormTree,
  isScale: (item: FormItem) => boolean,
) {
  // What is made here has such cells in no row.
  if (isOurs) return
  const textOf = (row: SheetRow, field: string) => {
    const words = row.words(field, speech)
    return row.get(field) || words?.[speech.plain] || Object.values(words ?? {})[0] || ''
  }
  const leave = (row: SheetRow, field: string, why: LeftOutWhy) => {
    const text = textOf(row, field)
    if (text !== '') notes.leave(row, field, firstCharacters(text), why)
  }
  const leaveAllBut = (row: SheetRow, usedFields: readonly Field[]) => {
    for (const [field, why] of Object.entries(reasons))
      if (!usedFields.some((one) => one === field)) leave(row, field, why)
  }
  for (const group of empty) notes.leave(group, 'type', textOf(group, 'label') || group.get('name'), 'group_empty')
  const asked = new Set(segments.flatMap(({ items }) => items.flatMap(({ row, rows }) => [row, ...rows].map(listOf))))
  for (const { name, choices: some } of choices.lists.values()) {
    const [first] = some
    if (first && !asked.has(name)) notes.leave(first.row, 'list_name', name, 'list_unused')
  }
  for (const { group, items } of segments) {
    if (group && items.every(({ row }) => row !== group)) leaveAllBut(group, [])
    for (const item of items) {
      const { is, row, asked, rows, within } = item
      for (const around of within) {
        leave(around, 'label', 'group_title')
        leaveAllBut(around, [])
      }
      if (is === 'consent' && !isYes(row.get('required'))) notes.leave(row, 'required', row.get('name'), 'must_tick')
      leaveAllBut(row, asked === null ? ['hint'] : isScale(item) ? ['hint', 'choice_filter'] : used[asked.type])
      rows.forEach((one, n) => {
        leaveAllBut(one, is === 'matrix' && n === 0 ? ['choice_filter'] : [])
        if (is === 'ranking') leave(one, 'label', 'unused')
      })
      const heads = rows.filter(isHead)
      // The first head's words are those of the table, which has room for two.
      const isSpare = (n: number) => n > 0 || (textOf(row, 'label') !== '' && textOf(row, 'hint') !== '')
      heads.forEach((one, n) => {
        if (isSpare(n)) leave(one, 'label', 'unused')
        leave(one, 'relevant', 'unused')
      })
      const asks = rows.filter((one) => !isHead(one))
      const some = asks.filter((one) => isYes(one.get('required')))
      if (some.length < asks.length) for (const one of some) leave(one, 'required', 'required')
    }
  }
}
