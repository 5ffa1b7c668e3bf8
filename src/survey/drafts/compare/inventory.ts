/** Everything of a questionnaire that may differ from another, each under a key that stays when it is moved. Pure. */
import type {
  Condition,
  MatrixRow,
  Option,
  Page,
  Question,
  Questionnaire,
  Text,
} from '../../../../schema/questionnaire.ts'
import { canonicalJson } from '../../../platform/crypto/version.ts'
import { attentionRow, givenOptions, rowsOf } from '../../questionnaire/parts.ts'
import type { ChangedPart, ChangedWording, ChangeEffect, ChangeLocation } from './change.ts'

export interface InventoryItem {
  place: ChangeLocation
  part: ChangedPart
  said: ChangedWording
  /** What it does when this differs. */
  effect: ChangeEffect
}

/** Things that come and go as a whole, and stand in an order. */
export interface Sequence {
  place: ChangeLocation
  part: ChangedPart['of']
  members: { code: string; said: ChangedWording }[]
  added: ChangeEffect
  removed: ChangeEffect
  /** Unless it is all: who came and went, or who stands elsewhere among the others. */
  tells?: 'members' | 'order'
}

export interface Inventory {
  readonly items: Map<string, InventoryItem>
  readonly sequences: Map<string, Sequence>
}

/** The wording of a question, or of several by condition the first. */
export const firstWording = ({ text }: Question): Text => (Array.isArray(text) ? (text[0]?.text as Text) : text)

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

const key = (...parts: (string | number)[]): string => parts.join(' ')

/** Takes the inventory. @param sets those that stand for themselves; options of any other are their questions' own */
export function inventoryOf(questionnaire: Questionnaire, sets: ReadonlySet<string>): Inventory {
  const taken = new Taking()
  taken.text('title', whole, { of: 'title' }, questionnaire.title)
  const { facts, place, rates } = questionnaire
  taken.value('settings', whole, { of: 'settings' }, { facts, place, rates }, 'changed_setting')
  const ownSet = ownSetsOf(questionnaire, sets)
  for (const page of questionnaire.pages) {
    takePage(taken, page)
    for (const question of page.questions) takeQuestion(taken, question, page.code, ownSet)
  }
  takeOrder(taken, questionnaire)
  for (const [name, options] of Object.entries(questionnaire.sets)) {
    if (sets.has(name)) takeSet(taken, name, options, questionnaire)
  }
  for (const [name, entries] of Object.entries(questionnaire.lists)) takeList(taken, name, entries)
  return taken
}

const whole: ChangeLocation = { at: 'whole' }

/** An inventory while it is taken. */
class Taking implements Inventory {
  readonly items = new Map<string, InventoryItem>()
  readonly sequences = new Map<string, Sequence>()

  text(
    name: string,
    place: ChangeLocation,
    part: ChangedPart,
    wording: Text | undefined,
    effect: ChangeEffect = 'wording',
  ): void {
    if (wording !== undefined) this.items.set(name, { place, part, said: { text: wording }, effect })
  }

  condition(name: string, place: ChangeLocation, part: ChangedPart, wording: Condition | undefined): void {
    const effect = 'changed_condition'
    this.items.set(key(name, 'when'), { place, part, said: { condition: wording ?? null }, effect })
  }

  value(name: string, place: ChangeLocation, part: ChangedPart, value: unknown, effect: ChangeEffect): void {
    this.items.set(name, { place, part, said: { value: written(value) }, effect })
  }

  choices(
    owner: string,
    place: ChangeLocation,
    of: 'option' | 'row',
    list: readonly (Option | MatrixRow)[],
    scale = false,
  ): void {
    this.sequences.set(key(owner, `${of}s`), {
      place,
      part: of,
      members: list.map(({ code, label }) => ({ code: String(code), said: { text: label } })),
      added: scale ? 'changed_scale' : 'new_code',
      removed: scale ? 'changed_scale' : 'removed_code',
    })
    for (const { code, label, short, when, ...rest } of list) {
      const part: ChangedPart = { of, code: String(code) }
      const name = key(owner, of, code)
      this.text(name, place, part, label)
      this.text(key(name, 'short'), place, { of: 'short', code: String(code) }, short)
      this.condition(name, place, part, when)
      this.value(key(name, 'rest'), place, part, rest, 'changed_setting')
    }
  }
}

function takePage(taken: Taking, page: Page): void {
  const place: ChangeLocation = { at: 'page', code: page.code, title: page.title }
  const own = (...parts: (string | number)[]) => key('page', page.code, ...parts)
  taken.text(own('title'), place, { of: 'title' }, page.title)
  taken.condition(own(), place, { of: 'page' }, page.when)
  taken.value(own('lease'), place, { of: 'settings' }, { lease: page.lease }, 'changed_setting')
  taken.value(own('ends'), place, { of: 'end' }, page.ends ?? [], 'changed_condition')
  const consents = page.consents ?? []
  taken.sequences.set(own('consents'), {
    place,
    part: 'consent',
    members: consents.map(({ code, text }) => ({ code, said: { text } })),
    added: 'changed_consent',
    removed: 'changed_consent',
  })
  for (const consent of consents) {
    const part: ChangedPart = { of: 'consent', code: consent.code }
    taken.text(key('consent', consent.code), place, part, consent.text, 'changed_consent')
    taken.condition(key('consent', consent.code), place, part, consent.when)
  }
  taken.sequences.set(own('questions'), {
    place,
    part: 'question',
    members: page.questions.map(memberOf),
    added: 'order',
    removed: 'order',
    tells: 'order',
  })
}

const memberOf = (question: Question) => ({ code: question.code, said: { text: firstWording(question) } })

/** Which pages there are in which order, and which questions on any of them. */
function takeOrder(taken: Taking, { pages }: Questionnaire): void {
  taken.sequences.set('pages', {
    place: whole,
    part: 'page',
    members: pages.map(({ code, title }) => ({ code, said: { text: title } })),
    added: 'order',
    removed: 'order',
  })
  taken.sequences.set('questions', {
    place: whole,
    part: 'question',
    members: pages.flatMap(({ questions }) => questions.map(memberOf)),
    added: 'new_question',
    removed: 'removed_question',
    tells: 'members',
  })
}

/** The options of each set that does not stand for itself. */
function ownSetsOf({ sets }: Questionnaire, standing: ReadonlySet<string>) {
  return (name: string): readonly Option[] | null => (standing.has(name) ? null : (sets[name] ?? []))
}

function takeQuestion(
  taken: Taking,
  question: Question,
  page: string,
  ownSet: (name: string) => readonly Option[] | null,
): void {
  const place: ChangeLocation = { at: 'question', code: question.code, text: firstWording(question) }
  const own = (...parts: (string | number)[]) => key('question', question.code, ...parts)
  const part: ChangedPart = { of: 'question' }
  taken.value(own('page'), place, part, page, 'order')
  taken.value(own('type'), place, part, question.type, 'changed_type')
  if (Array.isArray(question.text)) {
    question.text.forEach((variant, n) => {
      taken.text(own('text', n), place, { of: 'text', code: String(n + 1) }, variant.text)
      taken.condition(own('text', n), place, { of: 'text', code: String(n + 1) }, variant.when)
    })
  } else taken.text(own('text', 0), place, { of: 'text' }, question.text)
  taken.text(own('hint'), place, { of: 'hint' }, question.hint)
  taken.condition(own(), place, part, question.when)
  takeSettings(taken, question, place, own)
  const given = givenOptions(question)
  const options = given === null ? null : Array.isArray(given.given) ? given.given : ownSet(given.given.set)
  const isScale = question.type === 'scale' || given?.key === 'scale'
  if (options !== null) taken.choices(own(), place, 'option', options, isScale)
  taken.choices(own(), place, 'row', rowsOf(question))
}

function takeSettings(taken: Taking, question: Question, place: ChangeLocation, own: (name: string) => string): void {
  const bag = question as Record<string, unknown>
  const part: ChangedPart = { of: 'question' }
  taken.value(own('optional'), place, part, bag.optional === true ? 'optional' : 'required', 'changed_required')
  taken.value(own('withheld'), place, part, bag.withheld === true ? 'withheld' : 'shown', 'changed_withheld')
  taken.value(own('range'), place, part, Object.fromEntries(ranges.map((name) => [name, bag[name]])), 'changed_range')
  for (const of of texts)
    taken.text(own(of), place, { of }, bag[of] as Text | undefined, of === 'unit' ? 'changed_unit' : 'wording')
  const attention = attentionRow(question)
  taken.text(own('attention'), place, { of: 'attention' }, attention?.label)
  const rest = Object.fromEntries(
    Object.entries(bag).filter(([name]) => !unsaid.has(name) && !texts.some((of) => of === name)),
  )
  taken.value(own('rest'), place, { of: 'settings' }, { ...rest, attention: attention?.targets }, 'changed_setting')
}

function takeSet(taken: Taking, name: string, options: readonly Option[], { pages }: Questionnaire): void {
  const users = pages.flatMap((page) => page.questions).filter((question) => usesSet(question, name))
  const place: ChangeLocation = { at: 'set', name, questions: users.map(({ code }) => code) }
  const isScale = users.some(({ type }) => type === 'scale' || type === 'matrix')
  taken.choices(key('set', name), place, 'option', options, isScale)
}

function takeList(taken: Taking, name: string, entries: Questionnaire['lists'][string]): void {
  const place: ChangeLocation = { at: 'list', name }
  taken.sequences.set(key('list', name), {
    place,
    part: 'entry',
    members: entries.map(({ code, label }) => ({ code, said: { text: label } })),
    added: 'new_code',
    removed: 'removed_code',
  })
  for (const { code, label } of entries) taken.text(key('list', name, code), place, { of: 'entry', code }, label)
}

const written = (value: unknown) =>
  typeof value === 'string' ? value : canonicalJson(JSON.parse(JSON.stringify(value)) as unknown)

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
