import { commonMessages } from '../../../../messages/generated/common.ts'
import { setupMessages } from '../../../../messages/generated/studies/setup.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { faultWords } from '../../../survey/editor/fault-words.ts'
import type { SetupFault } from '../faults.ts'

/** A fault in words of the reader's language. */
export function setupFaultText(language: Language, { code, values }: Pick<SetupFault, 'code' | 'values'>): string {
  const say = setupMessages(language).faults[code] as string | ((of: SetupFault['values']) => string)
  return typeof say === 'string' ? say : say(inWords(language, values))
}

/** The values of a fault as they are read: a channel by its name, and what the checker of questionnaires says. */
function inWords(language: Language, values: SetupFault['values']): SetupFault['values'] {
  const { channel, why } = values
  const channels: Readonly<Record<string, string>> = commonMessages(language).channels
  return {
    ...values,
    ...(channel !== undefined && { channel: channels[channel] ?? channel }),
    ...(why !== undefined && { why: faultWords({ path: '', message: String(why) }, language) }),
  }
}

/** All that is wrong with a field, by its path, in words. */
export function faultTexts(language: Language, faults: readonly SetupFault[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const fault of faults) {
    const before = texts.get(fault.field)
    const text = setupFaultText(language, fault)
    texts.set(fault.field, before === undefined ? text : `${before} ${text}`)
  }
  return texts
}
