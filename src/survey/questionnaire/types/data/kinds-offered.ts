/** The picks of each kind that a question may get. */
import type { Asked } from '../../asked.ts'
import { carriedFrom } from '../../parts.ts'
import type { Kinds } from './question-data.ts'

/** The kinds of the options offered, each under the code that stands for it. */
export function kindsOffered(asked: Asked, _: unknown, kinds: Kinds): Set<number> {
  const standIn = kinds.standIn.get(asked.code)
  return new Set(asked.options.map(({ option }) => standIn?.get(option.code) ?? option.code))
}

/** Every set of kinds of `min` to `max` picks; an option for which `isAlone` says so stands by itself. */
export function* setsOfKinds(
  asked: Asked,
  kinds: Kinds,
  limits: { min: number; max: number },
  isAlone: (code: number) => boolean,
): Generator<number[]> {
  const { question, options } = asked.known
  const standIn = kinds.standIn.get(asked.code)
  // What was carried is one pick for its whole kind, so the members of a kind are counted in the list.
  const members = carriedFrom(question) === undefined ? asked.options.map(({ option }) => option) : options
  const together: { kind: number; members: number }[] = []
  for (const kind of kindsOffered(asked, question, kinds)) {
    if (isAlone(kind)) yield [kind]
    else together.push({ kind, members: members.filter(({ code }) => standIn?.get(code) === kind).length })
  }
  // The engine asks for no more picks than there are options.
  const all = together.reduce((sum, one) => sum + one.members, 0)
  const min = Math.min(limits.min, all)
  for (const set of subsets(together, limits.max)) {
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
