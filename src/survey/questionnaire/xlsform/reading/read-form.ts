/** A form as its sheets, read whole. */
import { type Language, languages } from '../../../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../../../schema/shapes/questionnaire.ts'
import { checkQuestionnaire } from '../../checks/check.ts'
import { shapeErrors } from '../../checks/shape.ts'
import type { ExpressionSubject } from '../expression/to-condition.ts'
import type { FormFault, FormResult, Sheet } from '../form.ts'
import { mostFaults } from '../limits.ts'
import { Notes } from '../sheet/notes.ts'
import { isYes } from '../sheet/question-types.ts'
import { speechOf } from '../sheet/speech.ts'
import { type SheetRow, SheetTable } from '../sheet/table.ts'
import { isTooMuch } from './amounts.ts'
import { jsonCell } from './cells.ts'
import { type ChoiceSheet, readChoiceSheet } from './choices.ts'
import { completeForm } from './complete.ts'
import type { FormContext } from './form-context.ts'
import { FormNames } from './names.ts'
import { otherCode, setOf } from './options.ts'
import { Origins } from './origins.ts'
import { pagesOf, slugOf } from './pages.ts'
import { isScale } from './question.ts'
import { type FormItem, type FormTree, treeOf } from './tree.ts'
import { noteUnread } from './unread.ts'
import { noteUnused } from './unused.ts'

/** The sheets that are read; others are told by their names. */
export const formSheets = ['survey', 'choices', 'settings', 'texts']

/**
 * Reads the sheets of a form.
 * @param name what it is called where it does not say so itself
 * @param wanted the languages in which every text has to be there before it is published
 */
export function readXlsForm(
  sheets: readonly Sheet[],
  name: string,
  wanted: readonly Language[] = languages,
): FormResult {
  const notes = new Notes()
  const tables = new Map(
    sheets.map((sheet) => [sheet.name.trim().toLowerCase(), new SheetTable(sheet, notes)] as const),
  )
  const survey = tables.get('survey')
  if (!survey) return { faults: [{ sheet: '', cell: '', code: 'no_survey', values: {} }] }
  for (const column of ['type', 'name']) {
    if (!survey.has(column)) notes.fault(survey.name, '', 'no_column', { column })
  }
  if (notes.faults.some(({ code }) => code === 'no_column')) return { faults: notes.faults }
  const settings = tables.get('settings')?.rows[0]
  const isOurs = settings?.get('honorarium::format') === '1'
  const usual = settings?.get('default_language') ?? ''
  const speech = speechOf([...tables.values()], usual, isOurs, notes)
  const origins = new Origins()
  const tree = treeOf(survey, notes)
  const mayRepeat = isOurs || isYes(settings?.get('allow_choice_duplicates') ?? '')
  const choices = readChoiceSheet(tables.get('choices') ?? null, mayRepeat, speech, notes, origins)
  if (isTooMuch([...tables.values()], tree, choices, notes)) return { faults: notes.faults }
  const form = inHand({ isOurs, speech, notes, origins, choices }, tree, tables.get('texts'))

  const title = settings?.words('honorarium::title', speech) ?? {}
  const given = settings?.[isOurs ? 'exact' : 'get']('form_title') ?? ''
  if (given !== '') title[speech.plain] ??= given
  if (Object.keys(title).length === 0) {
    title[speech.plain as Language] = name
    notes.add('title', { title: name })
  }
  const id = settings?.get('form_id') ?? ''
  const place = settings?.get('honorarium::place') ?? ''
  const questionnaire = completeForm(form, {
    code: isOurs ? id : slugOf(id) || slugOf(name) || 'form',
    title: settings ? origins.of(title, settings) : title,
    facts: settings ? factsOf(form, settings) : [],
    sets: Object.fromEntries(
      [...choices.lists.values()].flatMap((list) => {
        const set = list.set ?? (form.shared.has(list.name) ? list.name : null)
        return set === null ? [] : [[set, setOf(form, list)]]
      }),
    ),
    lists: choices.long,
    ...(place !== '' && { place: form.subjects.get(place)?.subject.code ?? place }),
    rates: (settings && jsonCell(form, settings, 'honorarium::rates')) ?? {},
    pages: pagesOf(form, tree.segments, title),
  })
  const filters = survey.rows.map((row) => row.get('choice_filter')).join(' ')
  noteUnused(form, tree, isScale)
  for (const [of, table] of tables) noteUnread(table, of, speech, filters, notes)
  if (questionnaire.pages.length === 0) notes.fault(survey.name, '', 'no_questions')
  if (notes.faults.length > 0) return { faults: notes.faults }

  const parsed = questionnaireSchema.safeParse(questionnaire)
  const faultsOf = (errors: Parameters<Origins['faultOf']>[0][]) =>
    errors.map((error) => origins.faultOf(error, questionnaire, speech))
  if (!parsed.success) return { faults: faultsOf(shapeErrors(parsed.error.issues, questionnaire)) }
  const checked = checkQuestionnaire(questionnaire, wanted)
  const { leftOut, added } = notes
  return { questionnaire, leftOut, added, unfinished: checked.ok ? [] : firstOf(faultsOf(checked.errors)) }
}

/** So many that somebody could read them, and how many more there are. */
function firstOf(faults: FormFault[]): FormFault[] {
  if (faults.length <= mostFaults) return faults
  const more: FormFault = { sheet: '', cell: '', code: 'more', values: { count: String(faults.length - mostFaults) } }
  return [...faults.slice(0, mostFaults), more]
}

/** Names separated by commas, or a JSON list where one has a comma of its own. */
function factsOf(form: FormContext, settings: SheetRow): unknown {
  const text = settings.get('honorarium::facts')
  if (text.startsWith('[')) return jsonCell(form, settings, 'honorarium::facts')
  return text === '' ? [] : text.split(/\s*,\s*/)
}

function inHand(
  base: Pick<FormContext, 'isOurs' | 'speech' | 'notes' | 'origins' | 'choices'>,
  tree: FormTree,
  texts: SheetTable | undefined,
): FormContext {
  const names = new FormNames(base.notes)
  const codes = new Map<SheetRow, string>()
  const order = new Map<FormItem, number>()
  const subjects = new Map<string, { subject: ExpressionSubject; order: number }>()
  const uses = new Map<string, number>()
  for (const item of tree.segments.flatMap(({ items }) => items)) {
    const { row, asked } = item
    const code = names.codeOf(row, base.isOurs)
    codes.set(row, code)
    for (const check of item.rows) {
      if (check.get('honorarium::attention') !== '') codes.set(check, names.codeOf(check, base.isOurs))
    }
    order.set(item, order.size)
    const name = row.get('name')
    const kind = kindOf(item)
    if (kind !== null && !subjects.has(name)) {
      subjects.set(name, { subject: { code, kind, choices: choicesOf(item, base.choices) }, order: order.size - 1 })
    }
    if (asked?.list && !asked.hasOther && row.get('choice_filter') === '' && row.get('constraint') === '') {
      uses.set(asked.list, (uses.get(asked.list) ?? 0) + 1)
    }
  }
  return {
    ...base,
    names,
    codes,
    order,
    subjects,
    shared: new Set(base.isOurs ? [] : [...uses].flatMap(([list, count]) => (count > 1 ? [list] : []))),
    wordings: Map.groupBy(texts?.rows ?? [], (row) => row.get('question')),
    limited: { range: [], length: [], days: [] },
  }
}

function kindOf({ is, asked, row }: FormItem): ExpressionSubject['kind'] | null {
  if (is === 'matrix') return 'other'
  if (is === 'ranking') return 'choices'
  switch (asked?.type) {
    case 'select_one':
      return 'choice'
    case 'select_multiple':
    case 'rank':
      return 'choices'
    case 'integer':
    case 'decimal':
    case 'range':
      return 'number'
    case 'date':
      return /\byear\b/.test(row.get('appearance')) ? 'number' : 'other'
    case 'note':
    case 'acknowledge':
    case undefined:
      return null
    default:
      return 'other'
  }
}

function choicesOf({ asked, row }: FormItem, { lists }: ChoiceSheet): ExpressionSubject['choices'] {
  const list = lists.get(asked?.list || row.get('kobo--rank-items'))
  if (!list) return new Map()
  return asked?.hasOther ? new Map([['other', [otherCode(list)]], ...list.codes]) : list.codes
}
