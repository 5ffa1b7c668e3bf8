/** Unlearning a word, as the proposal is shown and confirmed. */

import { exceptionsMessages } from '../../../messages/generated/exceptions.ts'
import { readingRulesMessages } from '../../../messages/generated/reading-rules.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { accountName } from '../../rewards/ledger/account-name.ts'
import type { ApprovalEffect, ProposalFact } from '../../staff/approvals/effect.ts'
import { figures } from '../../staff/frame/figures.ts'
import { type WordRuleEffect, wordUnlearned } from './words.ts'

export const wordUnlearning: ApprovalEffect = {
  effectOf: wordUnlearned,
  what({ payload }, language) {
    const rule = JSON.parse(payload) as WordRuleEffect
    return { text: unlearningText(rule, language), href: `/finance/statements/rules#${rule.accountId}` }
  },
  async show(_ports, { payload }, language) {
    return { facts: ruleFacts(JSON.parse(payload) as WordRuleEffect, language) }
  },
}

/** Everything that a rule of a word says. */
export function ruleFacts(
  { accountId, word, kind, before, lines }: WordRuleEffect,
  language: Language,
): ProposalFact[] {
  const { facts } = readingRulesMessages(language)
  const { kinds } = exceptionsMessages(language)
  return [
    { label: facts.account, value: { text: accountName(accountId, language) } },
    { label: facts.word, value: { text: word, isVerbatim: true } },
    { label: facts.kind, value: { text: kinds[kind] } },
    { label: facts.before, value: { text: before === null ? facts.nothing : kinds[before] } },
    { label: facts.lines, value: { text: figures(lines) } },
  ]
}

/** What learning a word does, in a sentence. */
export function learningText(rule: WordRuleEffect, language: Language): string {
  const words = readingRulesMessages(language)
  const parts = ruleParts(rule, language)
  if (rule.before === null || rule.before === rule.kind) return words.learns(parts)
  return `${words.learns(parts)} ${words.instead({ before: exceptionsMessages(language).kinds[rule.before] })}`
}

/** What teaching it will do, before its meaning is chosen. */
export function teachingText({ accountId, word, lines }: WordRuleEffect, language: Language): string {
  return readingRulesMessages(language).willLearn({ account: accountName(accountId, language), word, lines })
}

/** What unlearning it does. */
export function unlearningText(rule: WordRuleEffect, language: Language): string {
  return readingRulesMessages(language).unlearns(ruleParts(rule, language))
}

function ruleParts({ accountId, word, kind, lines }: WordRuleEffect, language: Language) {
  return { account: accountName(accountId, language), word, kind: exceptionsMessages(language).kinds[kind], lines }
}
