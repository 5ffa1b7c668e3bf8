import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { ApprovalEffect } from './effect.ts'

/** Why a proposal cannot be confirmed, by the code that refused it: in the words of its kind, or in those of all. */
export function refusalText(
  effect: Pick<ApprovalEffect, 'refusals'> | undefined,
  code: string,
  language: Language,
): string {
  const { refused } = approvalsMessages(language)
  const own = effect?.refusals?.(language) ?? {}
  if (Object.hasOwn(own, code)) return own[code] ?? refused.moved_on
  return Object.entries(refused).find(([name]) => name === code)?.[1] ?? refused.moved_on
}
