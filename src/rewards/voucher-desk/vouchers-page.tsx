/** Finding vouchers: by a reference, or by state, amount and day. */

import type { Context } from 'hono'
import { type VouchersMessages, vouchersMessages } from '../../../messages/generated/vouchers.ts'
import { formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { Scroll } from '../../staff/frame/scroll.tsx'
import { type ShownState, shownStates } from '../vouchers/shown-state.ts'

/** What was asked for, as it was typed. */
export interface Asked {
  q: string
  amount: string
  currency: string
  day: string
  state: string
}

export interface VouchersPageProps {
  c: Context<AppEnv>
  asked: Asked
  currencies: readonly string[]
  faults: { q?: string; amount?: string; day?: string }
  listed: {
    reference: string
    study: string
    currency: string
    amountMinor: number
    state: ShownState
    day: string
  }[]
  /** The address of the next page, if there is one. */
  next: string | null
  /** Whether some vouchers cannot be found by their references yet. */
  isPartial: boolean
}

export function VouchersPage({ c, asked, currencies, faults, listed, next, isPartial }: VouchersPageProps) {
  const language = languageOf(c)
  const words = vouchersMessages(language)
  const { states } = words.list
  const isFiltered = [asked.amount, asked.day, asked.state].some((text) => text !== '')
  return (
    <StaffPage c={c} title={words.title}>
      <p>{words.about}</p>
      <Forms asked={asked} currencies={currencies} faults={faults} words={words} states={states} />
      {isPartial && <p class="notice wait">{words.notAll}</p>}
      <section>
        <h2 id="list">{isFiltered ? words.found : words.newest}</h2>
        {listed.length === 0 ? (
          <p class="empty">{words.nothing}</p>
        ) : (
          <Scroll label={words.title}>
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{words.reference}</th>
                  <th scope="col">{words.state}</th>
                  <th scope="col" class="number">
                    {words.amount}
                  </th>
                  <th scope="col">{words.day}</th>
                </tr>
              </thead>
              <tbody>
                {listed.map(({ reference, study, state, amountMinor, currency, day }) => (
                  <tr>
                    <th scope="row">
                      <a href={`/finance/vouchers/${reference}`}>
                        <code>{reference}</code>
                      </a>
                      <br />
                      <span class="small">{study}</span>
                    </th>
                    <td>
                      <span class="badge">{states[state]}</span>
                    </td>
                    <td class="number">{formatMoney(amountMinor, currency, language)}</td>
                    <td class="when">{day}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
        <p class="actions no-print">
          {next !== null && (
            <a class="button quiet" href={next}>
              {words.next}
            </a>
          )}
          {(isFiltered || asked.q !== '') && (
            <a class="button quiet" href="/finance/vouchers">
              {words.clear}
            </a>
          )}
        </p>
      </section>
    </StaffPage>
  )
}

type FormsProps = Pick<VouchersPageProps, 'asked' | 'currencies' | 'faults'> & {
  words: VouchersMessages
  states: Record<ShownState, string>
}

function Forms({ asked, currencies, faults, words, states }: FormsProps) {
  return (
    <>
      <form class="q no-print" method="get" action="/finance/vouchers">
        <label class="ask" for="q">
          {words.find}
        </label>
        <p class="hint" id="q-h">
          {words.findHint}
        </p>
        {faults.q && (
          <p class="error" id="q-e">
            {faults.q}
          </p>
        )}
        <input
          type="text"
          id="q"
          name="q"
          value={asked.q}
          maxlength={80}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={faults.q ? 'true' : undefined}
          aria-describedby={faults.q ? 'q-h q-e' : 'q-h'}
        />
        <p class="actions">
          <button class="button" type="submit">
            {words.search}
          </button>
        </p>
      </form>
      <form class="q no-print" method="get" action="/finance/vouchers">
        <div class="line">
          <div class="field">
            <label class="ask" for="state">
              {words.state}
            </label>
            <select id="state" name="state">
              <option value="">{words.anyState}</option>
              {shownStates.map((state) => (
                <option value={state} selected={asked.state === state}>
                  {states[state]}
                </option>
              ))}
              <option value="claim_held" selected={asked.state === 'claim_held'}>
                {words.heldClaims}
              </option>
            </select>
          </div>
          <div class="field">
            <label class="ask" for="amount">
              {words.amount}
            </label>
            {faults.amount && (
              <p class="error" id="amount-e">
                {faults.amount}
              </p>
            )}
            <input
              type="text"
              id="amount"
              name="amount"
              inputmode="decimal"
              value={asked.amount}
              maxlength={20}
              autocomplete="off"
              aria-invalid={faults.amount ? 'true' : undefined}
              aria-describedby={faults.amount ? 'amount-e' : undefined}
            />
          </div>
          <div class="field">
            <label class="ask" for="currency">
              {words.currency}
            </label>
            <select id="currency" name="currency">
              {currencies.map((currency) => (
                <option value={currency} selected={asked.currency === currency}>
                  {currency}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label class="ask" for="day">
              {words.day}
            </label>
            {faults.day && (
              <p class="error" id="day-e">
                {faults.day}
              </p>
            )}
            <input
              type="date"
              id="day"
              name="day"
              value={asked.day}
              aria-invalid={faults.day ? 'true' : undefined}
              aria-describedby={faults.day ? 'day-e' : undefined}
            />
          </div>
        </div>
        <p class="actions">
          <button class="button" type="submit">
            {words.search}
          </button>
        </p>
      </form>
    </>
  )
}
