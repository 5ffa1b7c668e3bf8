/** By which rules lines were matched, as a report says it to people. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { reportsMessages } from '../../../messages/generated/reports.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { leadIn } from '../../platform/i18n/format.ts'

/** Which rules match lines to attempts, in their order; another set has another number. */
export const ruleSet = '2: provider_id, reference, batch, group, by_hand'

/** The first set had these rules too, and did not name that of whole batches. */
const unnamedBefore = '1: provider_id, reference, group, by_hand'

/** The rules that a report was made by, as they are called now: whether two were made by the same. */
export function sameRules(set: string): string {
  return set === unnamedBefore ? ruleSet : set
}

/** A set such as `1: reference, by_hand` with its rules by name; a signed report may have some that are not known any more. */
export function rulesText(set: string, language: Language): string {
  const [, version, rules] = /^(\d+): (.*)$/.exec(set) ?? []
  if (version === undefined || rules === undefined) return set
  const names: Readonly<Record<string, string>> = reportsMessages(language).rules
  const named = rules.split(', ').map((rule) => names[rule] ?? rule)
  return `${leadIn(version, language)}${named.join(commonMessages(language).listSeparator)}`
}
