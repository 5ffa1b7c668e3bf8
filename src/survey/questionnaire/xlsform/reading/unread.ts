/** Columns and looks of a form that nothing was made of: each is told once. */

import type { LeftOutWhy } from '../form.ts'
import { sheetAddress } from '../sheet/headers.ts'
import type { Notes } from '../sheet/notes.ts'
import type { SheetTable, Speech } from '../sheet/table.ts'
import { firstCharacters } from './read-condition.ts'

const known: Record<string, readonly string[]> = {
  survey: [
    'type',
    'name',
    'label',
    'hint',
    'required',
    'relevant',
    'constraint',
    'choice_filter',
    'appearance',
    'parameters',
    'select_from_list_name',
    'disabled',
    // These say what rows of other types are, which are told by themselves.
    'calculation',
    'repeat_count',
    'kobo--score-choices',
    'kobo--rank-items',
  ],
  choices: ['list_name', 'name', 'label'],
  settings: ['form_title', 'form_id', 'default_language', 'allow_choice_duplicates'],
  texts: ['question', 'label', 'relevant'],
}

const own =
  /^honorarium::(when|name|type|code|attention|short|unit|low|high|carry|without|shuffle|show_all|draft_only|withheld|max|lease|ends|under_age|screened_out|consents|set|list|exclusive|last|detail|decoy|always|format|title|place|facts|rates)$/

const reasons: readonly [RegExp, LeftOutWhy][] = [
  [/_message$/, 'message'],
  [/^media::/, 'media'],
  [/^default$/, 'default'],
]

/** Notes what is in a sheet and was not looked at. @param filters the choice filters of the form, which name columns */
export function noteUnread(
  table: SheetTable,
  of: keyof typeof known,
  speech: Speech,
  filters: string,
  notes: Notes,
): void {
  for (const { field, language, title, at } of table.used()) {
    const isKnown = known[of]?.includes(field) || own.test(field)
    const isFilter = of === 'choices' && new RegExp(`(?<![\\w:.-])${escaped(field)}(?![\\w:.-])`, 'i').test(filters)
    const cell = sheetAddress(0, at)
    const leave = (why: LeftOutWhy) => notes.leftOut.push({ sheet: table.name, cell, what: title, why })
    if (isKnown && language !== null && speech.called(language) === undefined) leave('language')
    else if (!isKnown && !isFilter) {
      leave(of === 'settings' ? 'setting' : (reasons.find(([pattern]) => pattern.test(field))?.[1] ?? 'column'))
    }
  }
  for (const { at, row } of table.untitled()) {
    const what = firstCharacters(row.cells[at] ?? '')
    notes.leftOut.push({ sheet: table.name, cell: sheetAddress(row.at, at), what, why: 'column' })
  }
  if (of !== 'survey') return
  const seen = new Set<string>()
  for (const row of table.rows) {
    for (const look of row.get('appearance').toLowerCase().split(/\s+/)) {
      if (look === '' || seen.has(look) || taken.has(look)) continue
      seen.add(look)
      notes.leave(row, 'appearance', look, 'appearance')
    }
  }
}

const escaped = (text: string) => text.replace(/[^\p{L}\p{N}_]/gu, '\\$&')

/** Looks that say what a question is, or that ours have anyway. */
const taken = new Set(['field-list', 'table-list', 'list-nolabel', 'label', 'likert', 'year', 'multiline'])
