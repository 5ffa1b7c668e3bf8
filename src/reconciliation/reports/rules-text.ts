/** By which rules lines were matched, as a report says it to people. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { reportsMessages } from '../../../messages/generated/reports.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { leadIn } from '../../platform/i18n/format.ts'

/** A set such as `1: reference, by_hand` with its rules by name; a signed report may have some that are not known any more. */
export function rulesText(set: string, language: Language): string {
  const [, version, rules] = /^(\d+): (.*)$/.exec(set) ?? []
  if (version === undefined || rules === undefined) return set
  const names: Readonly<Record<string, string>> = reportsMessages(language).rules
  const named = rules.split(', ').map((rule) => names[rule] ?? rule)
  return `${leadIn(version, language)}${named.join(commonMessages(language).listSeparator)}`
}
