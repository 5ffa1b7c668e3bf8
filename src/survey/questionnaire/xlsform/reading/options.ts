/** The options of a question: its list of choices, with its filter, or a label set that several questions share. */
import { toCondition } from '../expression/to-condition.ts'
import { Unreadable } from '../expression/tokens.ts'
import type { SheetRow } from '../sheet/table.ts'
import { otherLabel } from '../standard-texts.ts'
import { type Choice, type ChoiceList, optionOf } from './choices.ts'
import { expressionScope, type FormContext } from './form-context.ts'
import { firstCharacters, laterQuestion } from './read-condition.ts'
import { rowWords } from './texts.ts'
import type { FormItem } from './tree.ts'

export interface OptionsGiven {
  list: string
  hasOther: boolean
  exclusive: readonly string[]
}

/** The options in the shape of the schema; undefined (and a fault) where the form has no such list. */
export function readOptions(form: FormContext, item: FormItem, row: SheetRow, given: OptionsGiven): unknown {
  const list = form.choices.lists.get(given.list)
  if (!list) {
    form.notes.faultAt(row, 'type', 'no_list', { list: given.list })
    return undefined
  }
  if (list.set !== null) return { set: list.set }
  if (form.shared.has(list.name)) return { set: list.name }
  const options = list.choices.flatMap((choice) => filtered(form, item, row, choice, given))
  const named = given.hasOther ? list.codes.get('other') : undefined
  // The list has a choice of that name: it is the one that asks for more.
  if (named) for (const option of options) if (named.includes(Number(option.code))) option.detail = 'text'
  if (given.hasOther && !named) options.push({ code: otherCode(list), label: otherLabel, detail: 'text' })
  return options
}

/** The code of the option that `or_other` puts behind a list. */
export function otherCode({ choices }: ChoiceList): number {
  return Math.max(0, ...choices.map(({ code }) => code)) + 1
}

/** The options of a list that is a label set. */
export function setOf(form: FormContext, list: ChoiceList): unknown[] {
  return list.choices.map((choice) =>
    optionOf(choice, { ...form, scope: expressionScope(form, null), words: wordsIn(form, null) }),
  )
}

function filtered(form: FormContext, item: FormItem, row: SheetRow, choice: Choice, { exclusive }: OptionsGiven) {
  const filter = row.get('choice_filter')
  const column = (name: string) =>
    choice.row.table.has(name.toLowerCase()) ? choice.row.get(name.toLowerCase()) : undefined
  const given = { ...form, scope: expressionScope(form, item), exclusive, words: wordsIn(form, item) }
  if (filter === '') return [optionOf(choice, given)]
  try {
    const when = toCondition(filter, expressionScope(form, item, column))
    if (when === false) {
      form.notes.leave(choice.row, 'name', choice.name, 'choice_never')
      return []
    }
    return [optionOf(choice, { ...given, when: when === true ? undefined : when })]
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const why = error.message === laterQuestion ? 'later' : 'choice_filter'
    const cell = row.cell('choice_filter')
    const isKnown = form.notes.leftOut.some((one) => one.cell === cell && one.sheet === row.table.name)
    if (!isKnown) form.notes.leave(row, 'choice_filter', firstCharacters(filter), why)
    return [optionOf(choice, given)]
  }
}

const wordsIn = (form: FormContext, item: FormItem | null) => (row: SheetRow, field: string) =>
  rowWords(form, item, row, field)
