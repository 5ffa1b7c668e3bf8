/** A text changed in one language; a condition; what is set on questions, options and rows. */
import { type Condition, languages } from '../../../../schema/questionnaire.ts'
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { type DocumentSteps, type DocumentText, type QuestionnaireDocument, stepsTo, withValue } from '../document.ts'
import type { Edited, EditOf } from '../edit.ts'
import { factsAskedBy } from '../references.ts'
import { factName } from './lists.ts'

type Done = Edited<QuestionnaireDocument>

const texts = ['title', 'text', 'hint', 'label', 'short', 'low', 'high', 'unit']
const mayGo = ['hint', 'short', 'unit']

/** Changes a text in one language; the others stay as they are. */
export function editText(document: QuestionnaireDocument, { at, language, text }: EditOf<'text'>): Done {
  const place = keyAt(document, at)
  if (place === null || !texts.includes(place.key)) return { fault: 'not_found' }
  const now = valueAt(document, place.steps)
  if (Array.isArray(now) || typeof now === 'string') return { fault: 'not_so' }
  const edited: DocumentText = {
    ...(now as DocumentText | undefined),
    [language]: text.trim() === '' ? undefined : text,
  }
  const words = Object.fromEntries(
    languages.flatMap((one) => (edited[one] === undefined ? [] : [[one, edited[one]] as const])),
  )
  if (Object.keys(words).length > 0) return { document: withValue(document, place.steps, words) }
  // A text that must be there is blank while it is written anew; the checker says so.
  if (!mayGo.includes(place.key)) return { document: withValue(document, place.steps, { [language]: '' }) }
  return { document: now === undefined ? document : withValue(document, place.steps, undefined) }
}

/** When a page, question, option, row, wording or consent is there; without a condition always. Facts that it names are listed. */
export function editCondition(document: QuestionnaireDocument, { at, when }: EditOf<'condition'>): Done {
  const steps = stepsTo(document, at)
  const owner = steps && valueAt(document, steps)
  if (steps === null || typeof owner !== 'object' || owner === null || Array.isArray(owner)) {
    return { fault: 'not_found' }
  }
  if (when === null && !('when' in owner)) return { document }
  const known = when === null ? document : withFacts(document, when)
  return known === null ? { fault: 'not_so' } : { document: withValue(known, [...steps, 'when'], when ?? undefined) }
}

/** The document with the facts that a condition names on its list; null where one could not be a fact's name. */
export function withFacts(document: QuestionnaireDocument, when: Condition): QuestionnaireDocument | null {
  const facts = factsAskedBy(when).filter((fact) => !document.facts.includes(fact))
  if (!facts.every((fact) => factName.test(fact))) return null
  return facts.length === 0 ? document : { ...document, facts: [...document.facts, ...new Set(facts)] }
}

/** Sets a number, a flag, a name or what an option asks for; null or false takes it away. */
export function editSetting(document: QuestionnaireDocument, { at, key, value }: EditOf<'set'>): Done {
  const steps = stepsTo(document, at)
  const owner = steps && valueAt(document, steps)
  if (steps === null || typeof owner !== 'object' || owner === null || Array.isArray(owner)) {
    return { fault: 'not_found' }
  }
  const isQuestion = /^questions\/[^/]+$/.test(at)
  if (
    key === 'name' &&
    isQuestion &&
    document.pages.some(({ questions }) => questions.some((one) => isNamed(one, owner, value)))
  ) {
    return { fault: 'taken' }
  }
  const isGone = value === null || value === false
  if (isGone && !(key in owner)) return { document }
  const isList = key === 'detail' && typeof value === 'string' && value !== 'text'
  return { document: withValue(document, [...steps, key], isGone ? undefined : isList ? { list: value } : value) }
}

function isNamed(question: object, own: object, name: unknown): boolean {
  return question !== own && 'name' in question && question.name === name
}

/** The steps to a key, which need not be there yet, of a part that is. */
function keyAt(document: QuestionnaireDocument, at: string): { steps: DocumentSteps; key: string } | null {
  const end = at.lastIndexOf('/')
  const key = at.slice(end + 1)
  if (end < 0) return Object.hasOwn(document, key) ? { steps: [key], key } : null
  const owner = stepsTo(document, at.slice(0, end))
  const value = owner && valueAt(document, owner)
  if (owner === null || typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return { steps: [...owner, key], key }
}
