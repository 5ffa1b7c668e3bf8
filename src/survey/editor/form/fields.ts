/**
 * What the fields of the editor's forms are called, and the edits that a posted form means: only what differs from what
 * was shown. Pure.
 */
import { type Language, languages, type QuestionType } from '../../../../schema/questionnaire.ts'
import { questionSchema } from '../../../../schema/types/index.ts'
import { field, type Posted } from '../../../platform/http/form.ts'
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { type Address, type QuestionnaireDocument, stepsTo } from '../document.ts'
import { type Edit, type NewQuestion, type QuestionSetting, settings } from '../edit.ts'
import { editOfButton } from './buttons.ts'
import { readConditions } from './read-condition.ts'
import { entryCodeField, partEdits, partKinds, questionnaireEdits } from './read-parts.ts'

/** A text in one language. */
export const textField = (at: Address, language: Language) => `t/${at}/${language}`
/** A number, a choice or a box to be ticked. */
export const settingField = (at: Address, key: QuestionSetting) => `s/${at}/${key}`
/** Names the boxes that were shown, for those that are not ticked post nothing. */
export const shownBoxes = 'boxes'
/** The label of an option or row to be added. */
export const newItemField = (list: Address, language: Language) => `n/${list}/${language}`
/** The page that a question stands on. */
export const pageField = (question: Address) => `p/${question}`

/** The edits that a form means, against the questionnaire as its page showed it, in the order in which they are made. */
export function readEdits(posted: Posted, shown: QuestionnaireDocument): Edit[] {
  const edits: Edit[] = []
  for (const [name, [value = '']] of Object.entries(posted)) {
    const { kind, at, key } = partsOfName(name)
    if (kind === 't') edits.push(...textEdit(shown, at, key, value))
    else if (kind === 's') edits.push(...settingEdit(shown, at, key, value))
    else if (kind === 'p') edits.push(...pageEdit(shown, `${at}/${key}`, value))
    else if (partKinds.includes(kind)) edits.push(...partEdits(posted, shown, { kind, at, key, value }))
  }
  for (const box of posted[shownBoxes] ?? []) {
    const { at, key } = partsOfName(`s/${box}`)
    if (posted[`s/${box}`] === undefined) edits.push(...settingEdit(shown, at, key, ''))
  }
  edits.push(...newItems(posted), ...readConditions(posted, shown), ...questionnaireEdits(posted, shown))
  return [...edits, ...editOfButton(field(posted, 'do') ?? '', field(posted, 'do.page'), shown), ...added(posted)]
}

function partsOfName(name: string): { kind: string; at: Address; key: string } {
  const first = name.indexOf('/')
  const last = name.lastIndexOf('/')
  if (first < 0) return { kind: '', at: '', key: '' }
  return { kind: name.slice(0, first), at: name.slice(first + 1, Math.max(last, first + 1)), key: name.slice(last + 1) }
}

/** Line ends as they are kept. */
const tidy = (text: string) => text.replaceAll('\r\n', '\n').trim()
const languageOf = (key: string) => languages.find((one) => one === key)

function textEdit(shown: QuestionnaireDocument, at: Address, key: string, value: string): Edit[] {
  const language = languageOf(key)
  if (language === undefined) return []
  const steps = stepsTo(shown, `${at}/${language}`)
  const was = steps && valueAt(shown, steps)
  const text = tidy(value)
  return text === (typeof was === 'string' ? tidy(was) : '') ? [] : [{ edit: 'text', at, language, text }]
}

function settingEdit(shown: QuestionnaireDocument, at: Address, key: string, value: string): Edit[] {
  if (!Object.hasOwn(settings, key)) return []
  const setting = key as QuestionSetting
  const steps = stepsTo(shown, `${at}/${key}`)
  const was = (steps && valueAt(shown, steps)) ?? null
  const now = settingOf(setting, value.trim())
  const isSame = typeof was === 'object' && was !== null ? Reflect.get(was, 'list') === now : was === now
  return isSame ? [] : [{ edit: 'set', at, key: setting, value: now }]
}

function settingOf(key: QuestionSetting, value: string): number | string | boolean | null {
  if (value === '') return null
  if (settings[key] === 'flag') return true
  return settings[key] === 'number' && /^-?\d{1,10}$/.test(value) ? Number(value) : value
}

function pageEdit(shown: QuestionnaireDocument, at: Address, page: string): Edit[] {
  const steps = stepsTo(shown, at)
  const now = steps && valueAt(shown, [...steps.slice(0, 2), 'code'])
  return now === page ? [] : [{ edit: 'move', at, before: null, page }]
}

function newItems(posted: Posted): Edit[] {
  const lists = new Map<Address, Partial<Record<Language, string>>>()
  for (const [name, [value = '']] of Object.entries(posted)) {
    const { kind, at, key } = partsOfName(name)
    const language = languageOf(key)
    if (kind === 'n' && language !== undefined && tidy(value) !== '') {
      lists.set(at, { ...lists.get(at), [language]: tidy(value) })
    }
  }
  return [...lists].map(([list, label]) =>
    list.startsWith('lists/')
      ? { edit: 'add_entry', list, code: (field(posted, entryCodeField(list)) ?? '').trim(), label }
      : { edit: 'add_item', list, label },
  )
}

/** Every type of question that can be added. */
export const questionTypes: readonly QuestionType[] = questionSchema.options.map((option) => option.shape.type.value)

/** The question, page or consent that the form asks to add. */
function added(posted: Posted): Edit[] {
  const what = field(posted, 'add')
  const language = languageOf(field(posted, 'add.language') ?? '')
  const wording = tidy(field(posted, 'add.text') ?? '')
  if (what === undefined || language === undefined) return []
  const page = field(posted, 'add.page') ?? ''
  const before = field(posted, 'add.before') || null
  const text = { [language]: wording }
  if (what === 'consent') return [{ edit: 'add_consent', page, text }]
  const lines = (name: string) =>
    (field(posted, name) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => ({ [language]: line }))
  const type: QuestionType = questionTypes.find((one) => one === field(posted, 'add.type')) ?? 'single'
  const question: NewQuestion = { type, text, options: lines('add.options'), rows: lines('add.rows') }
  if (what === 'question') return [{ edit: 'add_question', page, before, question }]
  const title = tidy(field(posted, 'add.title') ?? '')
  return what === 'page' ? [{ edit: 'add_page', before, title: { [language]: title }, question }] : []
}
