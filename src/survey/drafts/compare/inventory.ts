/** Everything of a questionnaire that may differ from another, each under a key that stays when it is moved. Pure. */
import type { Condition, Option, Question, Questionnaire, Row, Text } from '../../../../schema/questionnaire.ts'
import { canonicalJson } from '../../../platform/crypto/version.ts'
import { attentionRow, givenOptions, rowsOf } from '../../questionnaire/parts.ts'
import type { Effect, Part, Place, Said } from './change.ts'

export interface Item {
  place: Place
  part: Part
  said: Said
  /** What it does when this differs. */
  effect: Effect
}

/** Things that come and go as a whole, and stand in an order. */
export interface Sequence {
  place: Place
  part: Part['of']
  members: { code: string; said: Said }[]
  added: Effect
  removed: Effect
  /** Unless it is all: who came and went, or who stands elsewhere among the others. */
  tells?: 'members' | 'order'
}

export interface Inventory {
  items: Map<string, Item>
  sequences: Map<string, Sequence>
}

/** The wording of a question, or of several by condition the first. */
export const wordingOf = ({ text }: Question): Text => (Array.isArray(text) ? (text[0]?.text as Text) : text)

/** Settings of a question that say in which range its answer lies. */
const ranges = ['min', 'max', 'maxLength'] as const
const unsaid = new Set([
  ...ranges,
  'code',
  'type',
  'text',
  'hint',
  'when',
  'optional',
  'options',
  'scale',
  'rows',
  'withheld',
])
const texts = ['unit', 'low', 'high'] as const

type Key = (...parts: (string | number)[]) => string
const key: Key = (...parts) => parts.join(' ')

/** Takes the inventory. @param sets those that stand for themselves; options of any other are their questions' own */
export function inventoryOf(questionnaire: Questionnaire, sets: ReadonlySet<string>): Inventory {
  const items = new Map<string, Item>()
  const sequences = new Map<string, Sequence>()
  const put = (name: string, item: Item) => void items.set(name, item)
  const text = (name: string, place: Place, part: Part, said: Text | undefined, effect: Effect = 'wording') => {
    if (said !== undefined) put(name, { place, part, said: { text: said }, effect })
  }
  const condition = (name: string, place: Place, part: Part, said: Condition | undefined) =>
    put(key(name, 'when'), { place, part, said: { condition: said ?? null }, effect: 'changed_condition' })
  const value = (name: string, place: Place, part: Part, said: unknown, effect: Effect) =>
    put(name, { place, part, said: { value: written(said) }, effect })

  const choices = (
    owner: string,
    place: Place,
    of: 'option' | 'row',
    list: readonly (Option | Row)[],
    scale: boolean,
  ) => {
    const name = (code: number) => key(owner, of, code)
    sequences.set(key(owner, `${of}s`), {
      place,
      part: of,
      members: list.map(({ code, label }) => ({ code: String(code), said: { text: label } })),
      added: scale ? 'changed_scale' : 'new_code',
      removed: scale ? 'changed_scale' : 'removed_code',
    })
    for (const { code, label, short, when, ...rest } of list) {
      const part: Part = { of, code: String(code) }
      text(name(code), place, part, label)
      text(key(name(code), 'short'), place, { of: 'short', code: String(code) }, short)
      condition(name(code), place, part, when)
      value(key(name(code), 'rest'), place, part, rest, 'changed_setting')
    }
  }

  const whole: Place = { at: 'whole' }
  text('title', whole, { of: 'title' }, questionnaire.title)
  const { facts, place: placeQuestion, rates } = questionnaire
  value('settings', whole, { of: 'settings' }, { facts, place: placeQuestion, rates }, 'changed_setting')

  const pages: Sequence['members'] = []
  const questions: Sequence['members'] = []
  for (const page of questionnaire.pages) {
    const place: Place = { at: 'page', code: page.code, title: page.title }
    const own = (...parts: (string | number)[]) => key('page', page.code, ...parts)
    pages.push({ code: page.code, said: { text: page.title } })
    text(own('title'), place, { of: 'title' }, page.title)
    condition(own(), place, { of: 'page' }, page.when)
    value(own('lease'), place, { of: 'settings' }, { lease: page.lease }, 'changed_setting')
    value(own('ends'), place, { of: 'end' }, page.ends ?? [], 'changed_condition')
    const consents = page.consents ?? []
    sequences.set(own('consents'), {
      place,
      part: 'consent',
      members: consents.map(({ code, text: said }) => ({ code, said: { text: said } })),
      added: 'changed_consent',
      removed: 'changed_consent',
    })
    for (const consent of consents) {
      const part: Part = { of: 'consent', code: consent.code }
      text(key('consent', consent.code), place, part, consent.text, 'changed_consent')
      condition(key('consent', consent.code), place, part, consent.when)
    }
    sequences.set(own('questions'), {
      place,
      part: 'question',
      members: page.questions.map((question) => ({ code: question.code, said: { text: wordingOf(question) } })),
      added: 'order',
      removed: 'order',
      tells: 'order',
    })
    for (const question of page.questions) {
      questions.push({ code: question.code, said: { text: wordingOf(question) } })
      ofQuestion(question, page.code)
    }
  }
  sequences.set('pages', { place: whole, part: 'page', members: pages, added: 'order', removed: 'order' })
  sequences.set('questions', {
    place: whole,
    part: 'question',
    members: questions,
    added: 'new_question',
    removed: 'removed_question',
    tells: 'members',
  })

  function ofQuestion(question: Question, page: string): void {
    const place: Place = { at: 'question', code: question.code, text: wordingOf(question) }
    const own = (...parts: (string | number)[]) => key('question', question.code, ...parts)
    const part: Part = { of: 'question' }
    value(own('page'), place, part, page, 'order')
    value(own('type'), place, part, question.type, 'changed_type')
    if (Array.isArray(question.text)) {
      question.text.forEach((variant, n) => {
        text(own('text', n), place, { of: 'text', code: String(n + 1) }, variant.text)
        condition(own('text', n), place, { of: 'text', code: String(n + 1) }, variant.when)
      })
    } else text(own('text', 0), place, { of: 'text' }, question.text)
    text(own('hint'), place, { of: 'hint' }, question.hint)
    condition(own(), place, part, question.when)
    const bag = question as Record<string, unknown>
    value(own('optional'), place, part, bag.optional === true ? 'optional' : 'required', 'changed_required')
    value(own('withheld'), place, part, bag.withheld === true ? 'withheld' : 'shown', 'changed_withheld')
    value(own('range'), place, part, Object.fromEntries(ranges.map((name) => [name, bag[name]])), 'changed_range')
    for (const of of texts)
      text(own(of), place, { of }, bag[of] as Text | undefined, of === 'unit' ? 'changed_unit' : 'wording')
    const attention = attentionRow(question)
    text(own('attention'), place, { of: 'attention' }, attention?.label)
    const rest = Object.fromEntries(
      Object.entries(bag).filter(([name]) => !unsaid.has(name) && !texts.some((of) => of === name)),
    )
    value(own('rest'), place, { of: 'settings' }, { ...rest, attention: attention?.targets }, 'changed_setting')
    const given = givenOptions(question)
    const isScale = question.type === 'scale' || given?.key === 'scale'
    if (given !== null && Array.isArray(given.given)) choices(own(), place, 'option', given.given, isScale)
    else if (given !== null && !Array.isArray(given.given) && !sets.has(given.given.set)) {
      choices(own(), place, 'option', questionnaire.sets[given.given.set] ?? [], isScale)
    }
    choices(own(), place, 'row', rowsOf(question), false)
  }

  for (const [name, options] of Object.entries(questionnaire.sets)) {
    if (!sets.has(name)) continue
    const users = questionnaire.pages.flatMap((page) => page.questions).filter((question) => usesSet(question, name))
    const place: Place = { at: 'set', name, questions: users.map(({ code }) => code) }
    choices(
      key('set', name),
      place,
      'option',
      options,
      users.some(({ type }) => type === 'scale' || type === 'matrix'),
    )
  }
  for (const [name, entries] of Object.entries(questionnaire.lists)) {
    const place: Place = { at: 'list', name }
    sequences.set(key('list', name), {
      place,
      part: 'entry',
      members: entries.map(({ code, label }) => ({ code, said: { text: label } })),
      added: 'new_code',
      removed: 'removed_code',
    })
    for (const { code, label } of entries) text(key('list', name, code), place, { of: 'entry', code }, label)
  }
  return { items, sequences }
}

const written = (said: unknown) =>
  typeof said === 'string' ? said : canonicalJson(JSON.parse(JSON.stringify(said)) as unknown)

function usesSet(question: Question, name: string): boolean {
  const given = givenOptions(question)
  return given !== null && !Array.isArray(given.given) && given.given.set === name
}

/** The sets that both versions have, used by the same questions: a change in one is told once. */
export function sharedSets(before: Questionnaire, after: Questionnaire): Set<string> {
  const users = ({ pages }: Questionnaire, name: string) =>
    pages
      .flatMap((page) => page.questions)
      .filter((question) => usesSet(question, name))
      .map(({ code }) => code)
      .sort()
      .join(' ')
  return new Set(
    Object.keys(before.sets).filter((name) => name in after.sets && users(before, name) === users(after, name)),
  )
}
