/** A questionnaire that is being written: what it may lack, and how the engine reads it nevertheless. Pure. */
import type * as z from 'zod'
import { languages, type Questionnaire } from '../../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../../schema/shapes/questionnaire.ts'
import type { ContentError } from '../questionnaire/checks/content-error.ts'
import { shapeErrors } from '../questionnaire/checks/shape.ts'

/** As a questionnaire; texts may lack languages or be blank, and pages, options and rows may be missing still. */
export type DraftDocument = z.input<typeof questionnaireSchema>

/** The longest draft, in UTF-16 code units: what is kept of it is below what a row of the databases holds. */
export const longestDraft = 600_000

/** What stands in for a text that nobody has written yet. */
const unwritten = '…'

const isLanguage = (key: string) => (languages as readonly string[]).includes(key)

/** Whether it is a text by language, in as many languages as it has so far. */
export function isText(value: unknown): value is Partial<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([key, said]) => isLanguage(key) && typeof said === 'string')
}

/** The keys under which a text stands, so that one without any language is known for one. */
const textKeys: ReadonlySet<string> = new Set(['title', 'text', 'label', 'hint', 'short', 'low', 'high', 'unit'])

const isEmpty = (value: unknown) => typeof value === 'object' && value !== null && Object.keys(value).length === 0

const standIn = { en: unwritten }
/** What stands in where a list may not be empty. */
const standIns: Readonly<Record<string, unknown>> = {
  questions: { code: 'UNWRITTEN', type: 'note', text: standIn },
  options: { code: 1, label: standIn },
  rows: { code: 1, label: standIn },
  scale: { code: 1, label: standIn },
  pages: { code: 'unwritten', title: standIn, questions: [{ code: 'UNWRITTEN', type: 'note', text: standIn }] },
}

/** The draft with a stand-in wherever something is not written yet. */
function filledIn(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    if (value.length === 0 && standIns[key] !== undefined) return [standIns[key]]
    return value.map((item) => filledIn(item, ''))
  }
  if (typeof value !== 'object' || value === null) return value
  if (isText(value) || (textKeys.has(key) && isEmpty(value))) {
    const entries = Object.entries(value).filter(([, text]) => (text ?? '').trim() !== '')
    return entries.length === 0 ? standIn : Object.fromEntries(entries)
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filledIn(part, name)]))
}

export type ReadDraft = { ok: true; questionnaire: Questionnaire } | { ok: false; errors: ContentError[] }

/** The draft as the engine can draw it, with stand-ins for what is not written yet; or why it is none, all at once. */
export function readableDraft(document: unknown): ReadDraft {
  const filled = filledIn(document, '')
  const parsed = questionnaireSchema.safeParse(filled)
  if (parsed.success) return { ok: true, questionnaire: parsed.data }
  return { ok: false, errors: shapeErrors(parsed.error.issues, filled) }
}
