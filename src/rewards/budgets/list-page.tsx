/** Every budget at a glance: what is owed, set aside and left, and how long it lasts. */
import type { Context } from 'hono'
import { type BudgetsMessages, budgetsMessages } from '../../../messages/generated/studies/budgets.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import type { Budget } from './budget.ts'

export function BudgetsPage({ c, budgets }: { c: Context<AppEnv>; budgets: readonly Budget[] }) {
  const language = languageOf(c)
  const words = budgetsMessages(language)
  return (
    <StaffPage c={c} title={words.title}>
      <p>{words.about}</p>
      {budgets.length === 0 ? (
        <section class="empty">
          <h2>{words.nothing.title}</h2>
          <p>{words.nothing.text}</p>
        </section>
      ) : (
        <Scroll label={words.title}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.offer}</th>
                {(['total', 'left', 'held', 'owed', 'paid'] as const).map((name) => (
                  <th scope="col" class="number">
                    {words[name]}
                  </th>
                ))}
                <th scope="col">{words.forecast}</th>
              </tr>
            </thead>
            <tbody>
              {budgets.map((budget) => (
                <Row budget={budget} words={words} language={language} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </StaffPage>
  )
}

type Part = { budget: Budget; words: BudgetsMessages; language: Language }

function Row({ budget, words, language }: Part) {
  const { offerId, study, currency, amountMinor, total, available, held, owed, paid } = budget
  const money = (minor: number) => formatMoney(minor, currency, language)
  return (
    <tr>
      <th scope="row">
        <a href={`/finance/budgets/${offerId}`}>{money(amountMinor)}</a>
        <br />
        <span class="small">{study}</span>
      </th>
      <td class="number">
        <strong>{money(total)}</strong>
      </td>
      {[available, held, owed, paid].map((amount) => (
        <td class="number">{money(amount)}</td>
      ))}
      <td>
        <Lasting {...{ budget, words, language }} />
      </td>
    </tr>
  )
}

/** How much of it is used, and for how many rewards and days the rest is enough. */
export function Lasting({ budget, words }: Omit<Part, 'language'>) {
  const { alert, percent, forecast } = budget
  return (
    <>
      {alert !== null && (
        <>
          <span class={alert === 95 ? 'badge bad' : 'badge wait'}>{words.used({ percent })}</span>{' '}
        </>
      )}
      {words.more({ count: forecast.more })}
      {forecast.days !== null && forecast.more > 0 && <> {words.days({ days: forecast.days })}</>}
    </>
  )
}
