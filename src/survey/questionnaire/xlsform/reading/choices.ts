/** The sheet of choices: lists of options, label sets, and the long lists that an option may ask for. */
import type { Condition } from '../../../../../schema/questionnaire.ts'
import type { Notes } from '../sheet/notes.ts'
import { isYes } from '../sheet/question-types.ts'
import type { SheetRow, SheetTable, Speech, SpokenText } from '../sheet/table.ts'
import type { Origins } from './origins.ts'
import { type ConditionGiven, readCondition } from './read-condition.ts'

export interface Choice {
  row: SheetRow
  name: string
  code: number
}

export interface ChoiceList {
  name: string
  choices: Choice[]
  /** Codes by the names in the form. */
  codes: ReadonlyMap<string, readonly number[]>
  /** The name of the label set that it is in a form of ours; null for options of one question. */
  set: string | null
}

export interface ChoiceSheet {
  lists: Map<string, ChoiceList>
  /** The long lists by their names. */
  long: Record<string, { code: string; label: SpokenText }[]>
}

/**
 * Reads the sheet. Names that are whole numbers are codes; words get the numbers that are free, in their order.
 * @param mayRepeat whether a list may have a name twice, as those that are filtered sometimes do
 */
export function readChoiceSheet(
  table: SheetTable | null,
  mayRepeat: boolean,
  speech: Speech,
  notes: Notes,
  origins: Origins,
): ChoiceSheet {
  const byName = new Map<string, SheetRow[]>()
  for (const row of table?.rows ?? []) {
    const list = row.get('list_name')
    if (list === '') notes.faultAt(row, 'list_name', 'no_list_named')
    else byName.set(list, [...(byName.get(list) ?? []), row])
  }
  const result: ChoiceSheet = { lists: new Map(), long: {} }
  for (const [name, rows] of byName) {
    const long = rows[0]?.exact('honorarium::list') ?? ''
    if (long === '') result.lists.set(name, listOf(name, rows, mayRepeat, notes))
    else result.long[long] = entriesOf(rows, speech, notes, origins)
  }
  return result
}

function entriesOf(rows: readonly SheetRow[], speech: Speech, notes: Notes, origins: Origins) {
  return rows.flatMap((row) => {
    const code = row.exact('name')
    // A list of nothing has one row that says its name.
    if (code === '' && rows.length === 1) return []
    return [origins.of({ code, label: choiceLabel(row, code, speech, notes) }, row)]
  })
}

/** The words of a choice; its name where it has none. */
export function choiceLabel(row: SheetRow, name: string, speech: Speech, notes: Notes): SpokenText {
  const words = row.words('label', speech)
  if (words) return words
  if (name === '') notes.faultAt(row, 'label', 'no_label')
  else notes.add('label', { name })
  return { [speech.plain]: name }
}

/** Whether a choice's name is a whole number that may be its code. */
export const isCode = (text: string) => /^(0|-?[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text))

function listOf(name: string, rows: readonly SheetRow[], mayRepeat: boolean, notes: Notes): ChoiceList {
  const set = rows[0]?.exact('honorarium::set') || null
  const filled = rows.filter((row) => row.get('name') !== '' || set === null || rows.length > 1)
  const taken = new Set<number>()
  const seen = new Set<string>()
  const fixed = filled.map((row) => {
    const text = row.get('name')
    if (text === '') notes.faultAt(row, 'name', 'no_name')
    else if (seen.has(text) && !mayRepeat) notes.faultAt(row, 'name', 'choice_twice', { name: text, list: name })
    seen.add(text)
    const own = row.get('honorarium::code') || text
    if (!isCode(own)) return null
    taken.add(Number(own))
    return Number(own)
  })
  let next = 1
  const choices = filled.map((row, n): Choice => {
    let code = fixed[n] ?? null
    if (code === null) {
      while (taken.has(next)) next += 1
      code = next
      taken.add(code)
    }
    return { row, name: row.get('name'), code }
  })
  const coded = choices.filter(({ name: of, code }) => of !== String(code))
  if (coded.length > 0) {
    notes.add('choice_codes', { list: name, codes: coded.map(({ name: of, code }) => `${of} = ${code}`).join(', ') })
  }
  const codes = new Map<string, number[]>()
  for (const { name: of, code } of choices) codes.set(of, [...new Set([...(codes.get(of) ?? []), code])])
  return { name, choices, codes, set }
}

/** What is said of a choice apart from a filter: an option of a question or a set. */
export function optionOf({ row, name, code }: Choice, given: OptionGiven): Record<string, unknown> {
  const { speech, notes, origins, when, words } = given
  const short = words(row, 'honorarium::short')
  const own = readCondition(row, given)
  const detail = row.get('honorarium::detail')
  const list = row.exact('honorarium::detail').replace(/^list:/, '')
  const flag = (field: 'exclusive' | 'last' | 'decoy' | 'always') =>
    isYes(row.get(`honorarium::${field}`)) || (field === 'exclusive' && given.exclusive?.includes(name))
      ? { [field]: true }
      : {}
  const conditions = [own, when].filter((one) => one !== undefined)
  const [first, second] = conditions
  return origins.of(
    {
      code,
      label: words(row, 'label') ?? choiceLabel(row, name, speech, notes),
      ...(short && { short }),
      ...(first && { when: second ? { all: conditions } : first }),
      ...flag('exclusive'),
      ...flag('last'),
      ...(detail !== '' && { detail: detail === 'text' ? 'text' : { list } }),
      ...flag('decoy'),
      ...flag('always'),
    },
    row,
  )
}

export interface OptionGiven extends ConditionGiven {
  speech: Speech
  origins: Origins
  words: (row: SheetRow, field: string) => SpokenText | undefined
  /** From the filter of the question. */
  when?: Condition | undefined
  /** Names of choices that the question's constraint makes exclude all others. */
  exclusive?: readonly string[] | undefined
}
