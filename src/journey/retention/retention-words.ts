/** What a study keeps for how long, in words: for its notice and for the page of trust. */
import { commonMessages } from '../../../messages/generated/common.ts'
import { trustMessages } from '../../../messages/generated/trust.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { type Retention, type RetentionRule, retentionRules } from '../../survey/retention/rules.ts'

export interface RetentionText {
  kind: string
  /** From when on and for how many days, and the ground. */
  when: string
}

/** A line for each kind; without what only rewards bring where there are none. */
export function retentionTexts(retention: Retention, isPaid: boolean, language: Language): RetentionText[] {
  const words = trustMessages(language).notice.kept
  const common = commonMessages(language)
  const when = ({ kind, trigger, days }: RetentionRule) =>
    kind === 'money'
      ? words.law
      : days === null
        ? words.open
        : words.triggers[trigger as keyof typeof words.triggers]({ days })
  return retentionRules(retention)
    .filter(({ kind }) => isPaid || (kind !== 'payees' && kind !== 'money'))
    .map((rule) => ({
      kind: words.kinds[rule.kind],
      when: `${when(rule)}${common.bracketed({ text: words.grounds[rule.ground] })}`,
    }))
}
