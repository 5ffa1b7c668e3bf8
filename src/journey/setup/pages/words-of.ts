import type { SetupMessages } from '../../../../messages/generated/studies/setup.ts'
import type { Fault } from '../faults.ts'

/** A fault in words. */
export function faultText(words: SetupMessages, { code, values }: Pick<Fault, 'code' | 'values'>): string {
  const say = words.faults[code] as string | ((of: Fault['values']) => string)
  return typeof say === 'string' ? say : say(values)
}

/** All that is wrong with a field, by its path, in words. */
export function faultTexts(words: SetupMessages, faults: readonly Fault[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const fault of faults) {
    const before = texts.get(fault.field)
    const text = faultText(words, fault)
    texts.set(fault.field, before === undefined ? text : `${before} ${text}`)
  }
  return texts
}
