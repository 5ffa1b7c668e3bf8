/** Shares as bars in a table, and what stands outside them. */
// biome-ignore-all lint/a11y/noRedundantRoles: drawn as cards, a table loses its roles in some browsers.
import { questionsMessages } from '../../../../messages/generated/insights/questions.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import { figures } from '../../../staff/frame/figures.ts'
import { BarHeads, ShareBar } from './bar.tsx'
import { interval, percent } from './figure-text.ts'
import type { NonAnswers, OptionResult } from './result.ts'

interface SharesProps {
  options: readonly OptionResult[]
  language: Language
  label: string
  isSeveral?: boolean
}

/** A row for each option: its bar, its share, how many, and the interval; for several picks, of how many. */
export function Shares({ options, language, label, isSeveral = false }: SharesProps) {
  const { table } = questionsMessages(language)
  const heads = [table.share, table.count, ...(isSeveral ? [table.of] : []), table.interval]
  return (
    <table class="shares" role="table">
      <caption class="sr">{label}</caption>
      <BarHeads name={table.answer} heads={heads} />
      <tbody role="rowgroup">
        {options.map(({ code, share, count, of, interval: range }) => (
          <tr role="row">
            <th scope="row" role="rowheader">
              {code.label[language]}
            </th>
            <td role="cell" class="picture">
              <ShareBar share={share} interval={range} />
            </td>
            <td role="cell" class="number">
              {percent(share)}
            </td>
            <td role="cell" class="number">
              {figures(count)}
            </td>
            {isSeveral && (
              <td role="cell" class="number" data-label={table.of}>
                {figures(of)}
              </td>
            )}
            <td role="cell" class="number soft">
              {interval(range)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What stands outside the shares; nothing where there is nothing. */
export function Outside({ beside, language }: { beside: NonAnswers; language: Language }) {
  const { title, notShown, blank } = questionsMessages(language).beside
  const outside = [
    ...beside.noAnswer.map(({ code, count }) => ({ label: code.label[language], count })),
    { label: blank, count: beside.blank },
    { label: notShown, count: beside.notShown },
  ].filter(({ count }) => count > 0)
  if (outside.length === 0) return null
  return (
    <dl class="outside">
      <dt>{title}</dt>
      {outside.map(({ label, count }) => (
        <dd>
          {label} <strong>{figures(count)}</strong>
        </dd>
      ))}
    </dl>
  )
}
