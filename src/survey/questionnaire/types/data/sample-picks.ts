/** Picks among options as someone might make them. */
import type { Posted } from '../../../../platform/http/form.ts'
import type { OptionView } from '../../page/view.ts'
import type { RandomIndex } from './question-data.ts'

/** One option, with what it asks for. */
export function sampleOne(
  { code, options }: { code: string; options: readonly OptionView[] },
  pick: RandomIndex,
): Posted {
  const picked = pickOne(options, pick)
  return { [code]: [String(picked.code)], ...sampleDetail(code, [picked], pick) }
}

/** What the pick asks for that asks for more; nothing when none does. */
export function sampleDetail(code: string, picks: readonly OptionView[], pick: RandomIndex): Posted {
  const asks = picks.find((option) => option.detail)?.detail
  return asks ? { [`${code}.text`]: [asks === 'text' ? pickOne(others, pick) : pickOne(asks.list, pick).code] } : {}
}

/** So many of the items, none twice. */
export function someOf<T>(items: readonly T[], count: number, pick: RandomIndex): T[] {
  const left = [...items]
  const some: T[] = []
  while (some.length < count && left.length > 0) some.push(...left.splice(pick(left.length), 1))
  return some
}

/** One of the items. Throws a RangeError when there is none. */
export function pickOne<T>(items: readonly T[], pick: RandomIndex): T {
  const item = items[pick(items.length)]
  if (item === undefined) throw new RangeError('There is nothing to pick from.')
  return item
}

const others = ['something else', '别的', '其他情況', 'Brunei', '朋友介紹']
