/** Who refers to a question or to an option: conditions, carries, texts that name an answer, the place question. */
import type { Condition, Option, Question, Questionnaire } from '../../../schema/questionnaire.ts'
import { readableDraft } from '../drafts/draft.ts'
import { atomsOf } from '../questionnaire/checks/kinds.ts'
import { eachQuestion, placedConditions, placedTexts } from '../questionnaire/checks/places.ts'
import { attentionRow, carriedFrom, carriesRows, givenOptions, rowsOf, withoutOf } from '../questionnaire/parts.ts'
import { type Address, addressOf, type DocumentSteps, type QuestionnaireDocument } from './document.ts'

interface Reference {
  steps: DocumentSteps
  question: string
  /** The codes of it that are named; null when it is the question itself. */
  codes: readonly number[] | null
}

/** The facts that a condition asks for. */
export function factsAskedBy(condition: Condition): string[] {
  if ('fact' in condition) return [condition.fact]
  if ('all' in condition) return condition.all.flatMap(factsAskedBy)
  if ('any' in condition) return condition.any.flatMap(factsAskedBy)
  return 'not' in condition ? factsAskedBy(condition.not) : []
}

/** The addresses of everything that asks for a fact, or has it in its words. */
export function whoNames(document: QuestionnaireDocument, fact: string): Address[] {
  const read = readableDraft(document)
  if (!read.ok) return []
  const asks = placedConditions(read.questionnaire).filter(({ condition }) => factsAskedBy(condition).includes(fact))
  const says = placedTexts(read.questionnaire).filter(({ text }) =>
    Object.values(text).some((words) => words.includes(`{${fact}}`)),
  )
  return [...new Set([...asks, ...says].map(({ path }) => addressOf(document, path as DocumentSteps)))]
}

/** The addresses of the questions that use a shared list, or whose options ask for an entry of a long one. */
export function whoUses(document: QuestionnaireDocument, list: Address): Address[] {
  const [room, name = ''] = list.split('/')
  if (room === 'sets') return [...usersOf(document, list)].map((code) => `questions/${code}`)
  if (room !== 'lists') return []
  const asks = (options: readonly Option[]) =>
    options.some(({ detail }) => typeof detail === 'object' && detail.list === name)
  const questions = document.pages.flatMap((page) => page.questions)
  const own = questions.filter((question) => {
    const { given } = givenOptions(question as Question) ?? { given: [] }
    return Array.isArray(given) && asks(given)
  })
  const sets = Object.entries(document.sets).filter(([, options]) => asks(options as Option[]))
  return [...own.map(({ code }) => `questions/${code}`), ...sets.map(([set]) => `sets/${set}`)]
}

/** The addresses of everything outside `within` that refers to one of these questions. */
export function whoRefersTo(
  document: QuestionnaireDocument,
  questions: ReadonlySet<string>,
  within: DocumentSteps,
): Address[] {
  return addresses(document, within, (reference) => questions.has(reference.question))
}

/** The addresses of everything outside `within` that refers to this option, or row, of one of these questions. */
export function whoRefersToItem(
  document: QuestionnaireDocument,
  questions: ReadonlySet<string>,
  code: number,
  within: DocumentSteps,
): Address[] {
  return addresses(document, within, ({ question, codes }) => questions.has(question) && codes?.includes(code) === true)
}

/** The codes of the questions whose options these are: of one question, or of all that use a set. */
export function usersOf(document: QuestionnaireDocument, list: Address): Set<string> {
  const [room, name = ''] = list.split('/')
  if (room !== 'sets') return new Set([name])
  const users = document.pages
    .flatMap(({ questions }) => questions)
    .filter((question) => {
      const { given } = givenOptions(question as Question) ?? { given: [] }
      return !Array.isArray(given) && given.set === name
    })
  return new Set(users.map(({ code }) => code))
}

function addresses(
  document: QuestionnaireDocument,
  within: DocumentSteps,
  isMeant: (reference: Reference) => boolean,
): Address[] {
  const read = readableDraft(document)
  if (!read.ok) return []
  const { questionnaire } = read
  const isInside = (steps: DocumentSteps) => within.length > 0 && within.every((step, n) => steps[n] === step)
  const found = referencesIn(questionnaire).filter((one) => isMeant(one) && !isInside(one.steps))
  return [...new Set(found.map(({ steps }) => addressOf(document, steps)))]
}

function referencesIn(questionnaire: Questionnaire): Reference[] {
  const found: Reference[] = []
  for (const { condition, path } of placedConditions(questionnaire)) {
    for (const atom of atomsOf(condition)) {
      const codes = 'in' in atom ? atom.in : 'only' in atom ? atom.only : null
      found.push({ steps: path as DocumentSteps, question: atom.q, codes })
    }
  }
  for (const { text, path } of placedTexts(questionnaire)) {
    const named = Object.values(text).flatMap((words) => [...words.matchAll(/\{([A-Z]\w*)\}/g)])
    for (const [, question = ''] of named) found.push({ steps: path as DocumentSteps, question, codes: null })
  }
  eachQuestion(questionnaire, (question, path) => {
    const steps = path as DocumentSteps
    const from = carriedFrom(question)
    if (from !== undefined) {
      const codes = carriesRows(question) ? rowsOf(question).map(({ code }) => code) : null
      found.push({ steps: [...steps, 'carry'], question: from, codes })
    }
    const without = withoutOf(question)
    if (without) found.push({ steps: [...steps, 'without'], question: without.q, codes: without.codes })
    const attention = attentionRow(question)
    if (attention) found.push({ steps: [...steps, 'attention'], question: question.code, codes: attention.targets })
  })
  if (questionnaire.place) found.push({ steps: ['place'], question: questionnaire.place, codes: null })
  return found
}
