/** What came of a decision, as the address of the list tells it, in words. */
import type { Context } from 'hono'
import { approvalsMessages } from '../../../messages/generated/approvals.ts'
import { commonMessages } from '../../../messages/generated/common.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { first } from '../../platform/db/together.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import type { Effects } from './effect.ts'
import type { ProposalsPageProps } from './page.tsx'
import { refusalText } from './refusal-text.ts'
import { shownProposals } from './shown.ts'
import { proposalById } from './store.ts'

/** What `?said=` stands for; anything else says nothing. */
export function approvalNotice(effects: Effects, result: string, language: Language): ProposalsPageProps['said'] {
  const words = approvalsMessages(language)
  const good = Object.entries(words.said).find(([code]) => code === result)?.[1]
  if (good !== undefined) return { text: good, good: true }
  const [kind = '', code = ''] = result.split('.')
  const effect = Object.entries(effects).find(([name]) => name === kind)?.[1]
  return code === '' ? null : { text: refusalText(effect, code, language), good: false }
}

/**
 * What came of decisions that were made together: how many there were, and of each that was not made, what it is and why.
 * @param not `ID.CODE`, separated by commas
 */
export async function bulkResultNotice(
  c: Context<AppEnv>,
  effects: Effects,
  count: string,
  not: string,
): Promise<ProposalsPageProps['said']> {
  const language = languageOf(c)
  const { together } = approvalsMessages(language)
  const { labelled } = commonMessages(language)
  const lines: string[] = []
  for (const [id = '', code = ''] of not
    .split(',')
    .map((one) => one.split('.'))
    .slice(0, 50)) {
    const row = await first(c.var.ports.db, proposalById({ id }))
    const [shown] = row === undefined ? [] : await shownProposals(c, effects, [row], false)
    if (row === undefined || shown === undefined) continue
    const why = approvalNotice(effects, `${row.kind}.${code}`, language)?.text ?? ''
    lines.push(labelled({ label: shown.text, text: why }))
  }
  const text = together.done({ count: Number(count) || 0 })
  return { text: lines.length === 0 ? text : `${text} ${together.rest}`, good: lines.length === 0, lines }
}
