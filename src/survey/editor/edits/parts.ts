/** What a question has of others, and of its own beside options: carried options, wordings, the row that checks attention. */
import type { Option, Question } from '../../../../schema/questionnaire.ts'
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { givenOptions } from '../../questionnaire/parts.ts'
import { newFieldCode } from '../codes.ts'
import {
  type Address,
  type DocumentSteps,
  type DocumentText,
  type QuestionnaireDocument,
  stepsTo,
  withValue,
} from '../document.ts'
import type { Edited, EditOf } from '../edit.ts'

type Done = Edited<QuestionnaireDocument>

/** A name of a shared or long list that is made here. */
export const listName = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/

/** The options of a question as they stand in a draft, of a shared list too; none where it has none. */
export function optionsIn(document: QuestionnaireDocument, code: string): readonly Option[] {
  const question = questionAt(document, `questions/${code}`)?.question
  const { given } = (question && givenOptions(question)) ?? { given: [] }
  return Array.isArray(given) ? given : ((document.sets[given.set] ?? []) as Option[])
}

function questionAt(document: QuestionnaireDocument, at: Address): { question: Question; steps: DocumentSteps } | null {
  const steps = /^questions\/[^/]+$/.test(at) ? stepsTo(document, at) : null
  return steps && { question: valueAt(document, steps) as Question, steps }
}

/** Carries the picks of another question here. A matrix then has a row for each option that can be picked there. */
export function editCarry(document: QuestionnaireDocument, { at, from }: EditOf<'carry'>): Done {
  const found = questionAt(document, at)
  if (found === null) return { fault: 'not_found' }
  const { question, steps } = found
  if (from === null) {
    return { document: 'carry' in question ? withValue(document, [...steps, 'carry'], undefined) : document }
  }
  if (questionAt(document, `questions/${from}`) === null) return { fault: 'not_found' }
  const carried = withValue(document, [...steps, 'carry'], { from })
  if (!('rows' in question)) return { document: carried }
  const own = new Map(question.rows.map((row) => [row.code, row]))
  const rows = optionsIn(document, from)
    .filter(({ exclusive, decoy }) => !exclusive && !decoy)
    .map(({ code, label, short }) => own.get(code) ?? { code, label, ...(short && { short }) })
  return rows.length === 0 ? { fault: 'not_so' } : { document: withValue(carried, [...steps, 'rows'], rows) }
}

/** Leaves out what was picked in another question. */
export function editWithout(document: QuestionnaireDocument, { at, without }: EditOf<'without'>): Done {
  const found = questionAt(document, at)
  if (found === null || (without && questionAt(document, `questions/${without.q}`) === null)) {
    return { fault: 'not_found' }
  }
  if (without === null && !('without' in found.question)) return { document }
  const codes = without && [...new Set(without.codes)]
  return { document: withValue(document, [...found.steps, 'without'], without ? { q: without.q, codes } : undefined) }
}

/** Adds the row that checks attention; any degree of the scale may be asked for at first. */
export function addAttention(
  document: QuestionnaireDocument,
  { at, label }: EditOf<'add_attention'>,
  before: readonly QuestionnaireDocument[],
): Done {
  const found = questionAt(document, at)
  if (found === null) return { fault: 'not_found' }
  if ('attention' in found.question) return { fault: 'taken' }
  const code = newFieldCode('A', [document, ...before])
  const targets = optionsIn(document, found.question.code).map((option) => option.code)
  return {
    document: withValue(document, [...found.steps, 'attention'], { code, targets, label }),
    added: `${at}/attention`,
  }
}

/** Which degrees the row that checks attention may ask for. */
export function editTargets(document: QuestionnaireDocument, { at, codes }: EditOf<'targets'>): Done {
  const steps = stepsTo(document, `${at}/attention/targets`)
  if (steps === null) return { fault: 'not_found' }
  return { document: withValue(document, steps, [...new Set(codes)]) }
}

/** Gives a question the options of a shared list, or its own again, which are a copy of those. */
export function shareOptions(document: QuestionnaireDocument, { at, set }: EditOf<'share'>): Done {
  const found = questionAt(document, at)
  const given = found && givenOptions(found.question)
  if (!found || !given) return { fault: 'not_found' }
  const place = [...found.steps, given.key]
  const now = Array.isArray(given.given) ? null : given.given.set
  if (set === now) return { document }
  if (set === null) return { document: withValue(document, place, optionsIn(document, found.question.code)) }
  if (!Object.hasOwn(document.sets, set)) return { fault: 'not_found' }
  return { document: withValue(document, place, { set }) }
}

/** Makes a shared list of a question's own options. The name of another list is refused: its options are not these. */
export function addSet(document: QuestionnaireDocument, { at, set }: EditOf<'add_set'>): Done {
  const found = questionAt(document, at)
  const given = found && givenOptions(found.question)
  if (!found || !given) return { fault: 'not_found' }
  if (Object.hasOwn(document.sets, set)) return { fault: 'taken' }
  if (!listName.test(set) || set in Object.prototype) return { fault: 'not_so' }
  const sets = { ...document.sets, [set]: [...optionsIn(document, found.question.code)] }
  return { document: withValue({ ...document, sets }, [...found.steps, given.key], { set }) }
}

/** Whether an address is that of one of several wordings. */
export const isWording = (at: Address): boolean => /^questions\/[^/]+\/text\/\d+$/.test(at)

interface Wording {
  when?: unknown
  text: DocumentText
}

/** Adds a wording before the one that is for everybody else: it says the same until it is changed. */
export function addWording(document: QuestionnaireDocument, { at }: EditOf<'add_wording'>): Done {
  const found = questionAt(document, at)
  if (found === null) return { fault: 'not_found' }
  const now = valueAt(document, [...found.steps, 'text']) as DocumentText | Wording[]
  const wordings: Wording[] = Array.isArray(now) ? now : [{ text: now }]
  const place = wordings.length - 1
  const text = wordings[place]?.text ?? {}
  const more = wordings.toSpliced(place, 0, { text: { ...text } as DocumentText })
  return { document: withValue(document, [...found.steps, 'text'], more), added: `${at}/text/${place}` }
}

/** Takes a wording away; one that is left and needs no condition is the question's wording. */
export function removeWording(document: QuestionnaireDocument, at: Address): Done {
  const found = wordingsAt(document, at)
  if (found === null) return { fault: 'not_found' }
  const { steps, wordings, item } = found
  if (wordings.length === 1) return { fault: 'last_one' }
  const left = wordings.toSpliced(item, 1)
  const [only] = left
  return { document: withValue(document, steps, left.length === 1 && only && !only.when ? only.text : left) }
}

/** Puts a wording before another, by that one's place, or at the end. */
export function moveWording(document: QuestionnaireDocument, at: Address, before: string | null): Done {
  const found = wordingsAt(document, at)
  const self = found?.wordings[found.item]
  if (!found || !self) return { fault: 'not_found' }
  const { steps, wordings, item } = found
  const place = before === null ? wordings.length : Number(before)
  if (!(place >= 0 && place <= wordings.length)) return { fault: 'not_found' }
  const left = wordings.toSpliced(item, 1)
  return { document: withValue(document, steps, left.toSpliced(place > item ? place - 1 : place, 0, self)) }
}

function wordingsAt(document: QuestionnaireDocument, at: Address) {
  const steps = stepsTo(document, at)
  const wordings = steps && valueAt(document, steps.slice(0, -1))
  if (!steps || !Array.isArray(wordings)) return null
  return { steps: steps.slice(0, -1), wordings: wordings as Wording[], item: Number(steps.at(-1)) }
}
