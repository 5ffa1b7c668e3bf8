/** Unlearning a word, as the proposal is shown and confirmed. */

import { exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import { readingRulesMessages } from '../../../messages/generated/reading-rules.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import type { Effect } from '../../staff/approvals/effect.ts'
import { type WordRule, wordUnlearned } from './words.ts'

export const wordUnlearning: Effect = {
  effectOf: wordUnlearned,
  what({ payload }, language) {
    const rule = JSON.parse(payload) as WordRule
    const text = readingRulesMessages(language).unlearns({ ...told(rule, language) })
    return { text, href: `/finance/statements/rules#${rule.accountId}` }
  },
}

/** What learning a word does, in a sentence. */
export function learningText(rule: WordRule, language: Language): string {
  const words = readingRulesMessages(language)
  const said = told(rule, language)
  if (rule.before === null || rule.before === rule.kind) return words.learns(said)
  return `${words.learns(said)} ${words.instead({ before: exceptionsMessages(language).kinds[rule.before] })}`
}

function told({ accountId, word, kind, lines }: WordRule, language: Language) {
  return { account: accountId, word, kind: exceptionsMessages(language).kinds[kind], lines }
}
