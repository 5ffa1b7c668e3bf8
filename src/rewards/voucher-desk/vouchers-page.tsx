/** Finding vouchers: by a reference, or by state, amount and day. */

import type { Context } from 'hono'
import { type VouchersMessages, vouchersMessages } from '../../../messages/generated/vouchers.ts'
import type { Language } from '../../../schema/questionnaire.ts'
import { formatDate, formatMoney } from '../../platform/i18n/format.ts'
import { languageOf } from '../../platform/i18n/language.ts'
import type { AppEnv } from '../../ports.ts'
import type { Around } from '../../staff/frame/address.ts'
import { DataTable } from '../../staff/frame/data-table.tsx'
import { controlAttributes, Field } from '../../staff/frame/field.tsx'
import { Filters } from '../../staff/frame/filters.tsx'
import { StaffPage } from '../../staff/frame/frame.tsx'
import { NamedCell } from '../../staff/frame/named.tsx'
import { sortBy, sortByTime } from '../../staff/frame/sorting.ts'
import { type ShownState, shownStates } from '../vouchers/shown-state.ts'

/** What was asked for, as it was typed. */
export interface VoucherFilter {
  q: string
  amount: string
  currency: string
  day: string
  state: string
}

export interface ListedVoucher {
  reference: string
  study: string
  currency: string
  amountMinor: number
  state: ShownState
  /** UTC. */
  day: string
}

export interface VouchersPageProps {
  c: Context<AppEnv>
  asked: VoucherFilter
  currencies: readonly string[]
  faults: { q?: string; amount?: string; day?: string }
  listed: readonly ListedVoucher[]
  pages: Around
  /** Which are first where the address says nothing. */
  usual: 'newest' | 'oldest'
  /** Whether claims that are held are listed, which are sorted by their time alone. */
  isHeld: boolean
  /** Whether some vouchers cannot be found by their references yet. */
  isPartial: boolean
}

export function VouchersPage({
  c,
  asked,
  currencies,
  faults,
  listed,
  pages,
  usual,
  isHeld,
  isPartial,
}: VouchersPageProps) {
  const language = languageOf(c)
  const words = vouchersMessages(language)
  const { states } = words.list
  const others = isHeld ? [] : ['state', 'amount']
  const sort = sortByTime(c, usual, others)
  const sortOf = (name: string) => (isHeld ? undefined : sortBy(c, name))
  const isFiltered = [asked.amount, asked.day, asked.state].some((text) => text !== '')
  return (
    <StaffPage c={c} title={words.title}>
      <p>{words.about}</p>
      <Forms
        language={language}
        isFiltered={isFiltered}
        asked={asked}
        currencies={currencies}
        faults={faults}
        words={words}
        states={states}
      />
      {isPartial && <p class="notice wait">{words.notAll}</p>}
      <section>
        <h2 id="list">{isFiltered ? words.found : sort.now === 'descending' ? words.newest : words.title}</h2>
        <DataTable
          language={language}
          label={words.title}
          rows={listed}
          pages={pages}
          empty={words.nothing}
          columns={[
            {
              head: words.reference,
              is: 'name',
              cell: ({ reference, study }) => (
                <NamedCell href={`/finance/vouchers/${reference}`} code={reference}>
                  {study}
                </NamedCell>
              ),
            },
            {
              head: words.state,
              sort: sortOf('state'),
              cell: ({ state }) => <span class="badge">{states[state]}</span>,
            },
            {
              head: words.amount,
              is: 'number',
              sort: sortOf('amount'),
              cell: ({ amountMinor, currency }) => formatMoney(amountMinor, currency, language),
            },
            { head: words.day, is: 'when', sort, cell: ({ day }) => formatDate(day, language) },
          ]}
        />
      </section>
    </StaffPage>
  )
}

type FormsProps = Pick<VouchersPageProps, 'asked' | 'currencies' | 'faults'> & {
  words: VouchersMessages
  states: Record<ShownState, string>
  language: Language
  isFiltered: boolean
}

function Forms({ language, isFiltered, asked, currencies, faults, words, states }: FormsProps) {
  return (
    <>
      <form class="filters no-print" method="get" action="/finance/vouchers">
        <Field name="q" label={words.find} hint={words.findHint} error={faults.q}>
          <input
            type="text"
            {...controlAttributes({ name: 'q', label: words.find, hint: words.findHint, error: faults.q })}
            value={asked.q}
            maxlength={80}
            autocomplete="off"
            spellcheck={false}
          />
        </Field>
        <p class="go">
          <button class="button" type="submit">
            {words.search}
          </button>
        </p>
      </form>
      <Filters language={language} action="/finance/vouchers" isSet={isFiltered || asked.q !== ''}>
        <Field name="state" label={words.state}>
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
        </Field>
        <Field name="amount" label={words.amount} error={faults.amount}>
          <input
            type="text"
            {...controlAttributes({ name: 'amount', label: words.amount, error: faults.amount })}
            inputmode="decimal"
            value={asked.amount}
            maxlength={20}
            autocomplete="off"
          />
        </Field>
        <Field name="currency" label={words.currency}>
          <select id="currency" name="currency">
            {currencies.map((currency) => (
              <option value={currency} selected={asked.currency === currency}>
                {currency}
              </option>
            ))}
          </select>
        </Field>
        <Field name="day" label={words.day} error={faults.day}>
          <input
            type="date"
            {...controlAttributes({ name: 'day', label: words.day, error: faults.day })}
            value={asked.day}
          />
        </Field>
      </Filters>
    </>
  )
}
