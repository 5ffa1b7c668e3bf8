/** What is added: pages, questions, options, rows, consents. */
import type { QuestionType } from '../../../../schema/questionnaire.ts'
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { newFieldCode, newItemCode, newPageCode, newQuestionCode } from '../codes.ts'
import { type DocumentText, type QuestionnaireDocument, stepsTo, withValue } from '../document.ts'
import type { Edited, EditOf, NewQuestion } from '../edit.ts'

type Done = Edited<QuestionnaireDocument>
type Before = readonly QuestionnaireDocument[]
type DraftPage = QuestionnaireDocument['pages'][number]
type DraftQuestion = DraftPage['questions'][number]

/** Adds a page with its first question, for a page without one is never shown. */
export function addPage(document: QuestionnaireDocument, edit: EditOf<'add_page'>, before: Before): Done {
  const at = placeBefore(document.pages, edit.before)
  const question = made(document, edit.question, before)
  if (at === null) return { fault: 'not_found' }
  if (question === null) return { fault: 'items_needed' }
  const page: DraftPage = { code: newPageCode([document, ...before]), title: edit.title, questions: [question] }
  return { document: { ...document, pages: document.pages.toSpliced(at, 0, page) }, added: `pages/${page.code}` }
}

/** Adds a question to a page. */
export function addQuestion(document: QuestionnaireDocument, edit: EditOf<'add_question'>, before: Before): Done {
  const pageAt = document.pages.findIndex(({ code }) => code === edit.page)
  const page = document.pages[pageAt]
  const at = page ? placeBefore(page.questions, edit.before) : null
  if (!page || at === null) return { fault: 'not_found' }
  const question = made(document, edit.question, before)
  if (question === null) return { fault: 'items_needed' }
  const questions = page.questions.toSpliced(at, 0, question)
  return {
    document: withValue(document, ['pages', pageAt, 'questions'], questions),
    added: `questions/${question.code}`,
  }
}

/** Adds an option or a row behind the others, but before those that stay last. */
export function addItem(document: QuestionnaireDocument, { list, label }: EditOf<'add_item'>, before: Before): Done {
  const steps = stepsTo(document, list)
  const items = steps && itemsAt(document, list)
  if (!steps || !items) return { fault: 'not_found' }
  const versions = before.flatMap((version) => itemsAt(version, list) ?? [])
  const code = newItemCode([...items, ...versions].map((item) => item.code))
  const end = items.findIndex((item) => 'last' in item || 'exclusive' in item || item.code >= 90)
  const item = { code, label }
  return {
    document: withValue(document, steps, items.toSpliced(end < 0 ? items.length : end, 0, item)),
    added: `${list}/${code}`,
  }
}

/** Adds a box to be ticked on a page. */
export function addConsent(
  document: QuestionnaireDocument,
  { page, text }: EditOf<'add_consent'>,
  before: Before,
): Done {
  const pageAt = document.pages.findIndex(({ code }) => code === page)
  if (pageAt < 0) return { fault: 'not_found' }
  const code = newFieldCode('C', [document, ...before])
  const consents = [...(document.pages[pageAt]?.consents ?? []), { code, text }]
  return { document: withValue(document, ['pages', pageAt, 'consents'], consents), added: `consents/${code}` }
}

interface Item {
  code: number
  label: DocumentText
}

/** The options or rows at an address; null when there is no list. */
export function itemsAt(document: QuestionnaireDocument, list: string): readonly Item[] | null {
  const isList = /^(questions\/[^/]+\/(options|scale|rows)|sets\/[^/]+)$/.test(list)
  const steps = isList ? stepsTo(document, list) : null
  const items = steps && valueAt(document, steps)
  return Array.isArray(items) ? (items as Item[]) : null
}

/** Where something goes that stands before `code`, or at the end; null when that is not there. */
export function placeBefore(list: readonly { code: string | number }[], code: string | null): number | null {
  if (code === null) return list.length
  const at = list.findIndex((one) => String(one.code) === code)
  return at < 0 ? null : at
}

/** A new question with what its type needs; null when options or rows are missing. */
function made(document: QuestionnaireDocument, given: NewQuestion, before: Before): DraftQuestion | null {
  const { code, name } = newQuestionCode([document, ...before])
  const own = partsOf[given.type](given)
  if (own === null) return null
  const named = given.type === 'note' ? {} : { name }
  return { code, ...named, type: given.type, text: given.text, ...own } as DraftQuestion
}

const coded = (labels: readonly DocumentText[]) => labels.map((label, at) => ({ code: at + 1, label }))
const choice = ({ options }: NewQuestion) => (options.length === 0 ? null : { options: coded(options) })

/** What each type has besides its wording. Limits are wide: who adds the question narrows them. */
const partsOf: Record<QuestionType, (given: NewQuestion) => object | null> = {
  single: choice,
  multi: choice,
  scale: choice,
  rank: (given) => {
    const own = choice(given)
    return own && { ...own, max: Math.min(3, given.options.length) }
  },
  matrix: ({ options, rows }) =>
    options.length === 0 || rows.length === 0 ? null : { rows: coded(rows), scale: coded(options) },
  nps: ({ options: [low, high] }) => (low && high ? { low, high } : null),
  year: () => ({ min: 1950, max: 2035 }),
  number: () => ({ min: 0, max: 100 }),
  text: () => ({ maxLength: 500 }),
  date: () => ({ min: '1950-01-01', max: '2035-12-31' }),
  note: () => ({}),
}
