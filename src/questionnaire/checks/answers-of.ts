/** One answer of each kind that a question, as one route asks it, may get. */
import type { Answer } from '../../../schema/answers.ts'
import type { Asked } from '../ask.ts'
import type { Kinds } from './kinds.ts'

/** The answers to tell apart; for a multi or rank, every set of kinds that its limits allow. */
export function answersOf(asked: Asked, kinds: Kinds): Answer[] {
  const answers = given(asked, kinds)
  return asked.optional ? [-1, ...answers] : answers
}

function given(asked: Asked, kinds: Kinds): Answer[] {
  const { question } = asked.known
  switch (question.type) {
    case 'text':
      return ['text']
    case 'matrix':
      // Conditions can only ask whether a matrix was answered.
      return [{}]
    case 'year':
    case 'number':
    case 'nps':
      return [...(kinds.numbers.get(asked.code) ?? [])]
    case 'single':
    case 'scale':
      return [...kindsOffered(asked, kinds)]
    case 'multi':
    case 'rank':
      return setsOfKinds(asked, kinds)
  }
}

/** The kinds of the options offered, each under the code that stands for it. */
function kindsOffered(asked: Asked, kinds: Kinds): Set<number> {
  const standIn = kinds.standIn.get(asked.code)
  return new Set(asked.options.map(({ option }) => standIn?.get(option.code) ?? option.code))
}

function setsOfKinds(asked: Asked, kinds: Kinds): number[][] {
  const { question, options } = asked.known
  const max = asked.max ?? (question.type === 'multi' ? question.max : undefined) ?? Infinity
  const standIn = kinds.standIn.get(asked.code)
  const exclusive = new Set(options.filter((option) => option.exclusive).map((option) => option.code))
  const alone: number[][] = []
  let sets: { kinds: number[]; members: number }[] = [{ kinds: [], members: 0 }]
  // What was carried is one pick for its whole kind, so the members of a kind are counted in the list.
  const members = 'carry' in question && question.carry ? options : asked.options.map(({ option }) => option)
  let all = 0
  for (const kind of kindsOffered(asked, kinds)) {
    if (question.type === 'multi' && exclusive.has(kind)) {
      alone.push([kind])
      continue
    }
    const count = members.filter((option) => standIn?.get(option.code) === kind).length
    all += count
    const more = sets.map((set) => ({ kinds: [...set.kinds, kind], members: set.members + count }))
    sets = [...sets, ...more.filter((set) => set.kinds.length <= max)]
  }
  // The engine asks for no more picks than there are options.
  const min = Math.min(question.type === 'multi' ? (question.min ?? 1) : 1, all)
  const together = sets.filter((set) => set.kinds.length > 0 && set.members >= min)
  return [...alone, ...together.map((set) => set.kinds)]
}
