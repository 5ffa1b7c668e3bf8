/** The answers that the questions of a page may get: one of each kind, and every combination of them. */
import type { Answer, Answers } from '../../../../schema/answers.ts'
import type { Asked } from '../ask.ts'
import type { Kinds } from './kinds.ts'

/** The answers before with every combination of answers to these questions that is to be told apart. */
export function* combinations(
  before: Answers,
  [question, ...more]: readonly Asked[],
  kinds: Kinds,
): Generator<Answers> {
  if (!question) {
    yield before
    return
  }
  for (const answer of answersOf(question, kinds)) {
    yield* combinations({ ...before, [question.code]: answer }, more, kinds)
  }
}

function* answersOf(asked: Asked, kinds: Kinds): Generator<Answer> {
  if (asked.optional) yield -1
  const { question } = asked.known
  switch (question.type) {
    case 'text':
      yield 'text'
      return
    case 'matrix':
      // Conditions can only ask whether a matrix was answered.
      yield {}
      return
    case 'year':
    case 'number':
    case 'nps':
      yield* kinds.numbers.get(asked.code) ?? []
      return
    case 'single':
    case 'scale':
      yield* kindsOffered(asked, kinds)
      return
    case 'multi':
    case 'rank':
      yield* setsOfKinds(asked, kinds)
  }
}

/** The kinds of the options offered, each under the code that stands for it. */
function kindsOffered(asked: Asked, kinds: Kinds): Set<number> {
  const standIn = kinds.standIn.get(asked.code)
  return new Set(asked.options.map(({ option }) => standIn?.get(option.code) ?? option.code))
}

/** Every set of kinds that the limits of a multi or rank allow. */
function* setsOfKinds(asked: Asked, kinds: Kinds): Generator<number[]> {
  const { question, options } = asked.known
  const standIn = kinds.standIn.get(asked.code)
  const exclusive = new Set(options.filter((option) => option.exclusive).map((option) => option.code))
  // What was carried is one pick for its whole kind, so the members of a kind are counted in the list.
  const members = 'carry' in question && question.carry ? options : asked.options.map(({ option }) => option)
  const together: { kind: number; members: number }[] = []
  for (const kind of kindsOffered(asked, kinds)) {
    if (question.type === 'multi' && exclusive.has(kind)) yield [kind]
    else together.push({ kind, members: members.filter(({ code }) => standIn?.get(code) === kind).length })
  }
  const max = asked.max ?? (question.type === 'multi' ? question.max : undefined) ?? Infinity
  // The engine asks for no more picks than there are options.
  const all = together.reduce((sum, one) => sum + one.members, 0)
  const min = Math.min(question.type === 'multi' ? (question.min ?? 1) : 1, all)
  for (const set of subsets(together, max)) {
    const picks = set.reduce((sum, one) => sum + one.members, 0)
    if (set.length > 0 && picks >= min) yield set.map((one) => one.kind)
  }
}

/** The subsets of at most `max` items, one after the other: there may be more than anyone wants to see. */
function* subsets<T>([item, ...more]: readonly T[], max: number): Generator<T[]> {
  if (item === undefined) {
    yield []
    return
  }
  for (const rest of subsets(more, max)) {
    yield rest
    if (rest.length < max) yield [item, ...rest]
  }
}
