/** Reads what a study promises to whom, and how it is paid. */
import { channels as knownChannels } from '../../../../schema/tables.ts'
import { currencyExponent, isCurrency, payableCurrencies } from '../../../platform/money/currencies.ts'
import { formatGroupedMinorUnits, parseTypedMinorUnits } from '../../../platform/money/money.ts'
import { mostTopUpMinor } from '../../../rewards/budgets/propose.ts'
import { calendarIds } from '../../../rewards/calendar/calendar.ts'
import { otherRanges } from '../../../rewards/offers/keepable.ts'
import { grossOf, parted, type Tax } from '../../../rewards/offers/tax.ts'
import { payeeFields } from '../../../rewards/payees/channels.ts'
import type { FaultCollector } from '../faults.ts'
import type { Setup, TypedOffer } from '../setup.ts'
import { languagesOf } from './about.ts'
import type { SetupContext } from './context.ts'
import { offerPlaces } from './places.ts'
import { readChoice, readInteger, texts } from './values.ts'

/** Offers, thanks and tax of a study, from what was typed. */
export function readRewards(to: FaultCollector, setup: Setup, context: SetupContext) {
  const typed = setup.rewards
  const tax = readTax(to, typed)
  if (typed.offers.length === 0) to.fault('offers', 'no_offers', {})
  const offers = readOffers(to, 'offers', typed.offers, tax, context)
  const thanks = readOffers(to, 'thanks', typed.thanks, tax, context)
  return {
    offers,
    thanks,
    settings: {
      tax,
      paidWhen: texts(to, 'paidWhen', typed.paidWhen, { of: languagesOf(setup), isNeeded: true, most: 800 }) ?? {},
      voucherDays: readInteger(to, 'voucherDays', typed.voucherDays, 1, 3_650),
      graceDays: readInteger(to, 'graceDays', typed.graceDays, 0, 365),
      calendar: readChoice(to, 'calendar', typed.calendar, calendarIds as [string, ...string[]]),
      limits: readLimits(to, typed),
    },
  }
}

/** A rate in percent with up to two decimals, as hundredths of a percent. */
function readTax(to: FaultCollector, typed: Setup['rewards']): Tax {
  const mode = readChoice(to, 'taxMode', typed.taxMode, ['none', 'net', 'gross_up'])
  if (mode === 'none') return { mode }
  const [, integer = '', part = ''] = /^(\d{1,2})(?:\.(\d{1,2}))?\s*%?$/.exec(typed.taxRate.trim()) ?? []
  const rateBasisPoints = Number(`${integer}${part.padEnd(2, '0')}`)
  if (integer !== '' && rateBasisPoints > 0) return { mode, rateBasisPoints }
  to.fault('taxRate', 'tax_rate', {})
  return { mode: 'none' }
}

/** The limits hold for each batch in its currency: they are typed once, in currencies with the same decimals. */
function readLimits(to: FaultCollector, typed: Setup['rewards']) {
  const currencies = [...typed.offers, ...typed.thanks].map(({ currency }) => currency.trim()).filter(isCurrency)
  const first = currencies[0] ?? 'CNY'
  if (new Set(currencies.map(currencyExponent)).size > 1) to.fault('perPayout', 'decimals_differ', {})
  const limit = (field: 'perPayout' | 'perBatch') => {
    const minor = parseTypedMinorUnits(typed[field].trim(), first)
    if (minor === null || minor < 1) to.fault(field, 'amount', { currency: first })
    return minor ?? 1
  }
  return { perPayoutMinor: limit('perPayout'), perBatchMinor: limit('perBatch') }
}

function readOffers(
  to: FaultCollector,
  list: 'offers' | 'thanks',
  typed: readonly TypedOffer[],
  tax: Tax,
  context: SetupContext,
) {
  const taken = new Set<number>()
  return typed.map((offer, at) => {
    const path = `${list}.${at}`
    return {
      ...readMoney(to, path, offer, tax, context),
      places: readPlaces(to, `${path}.places`, offer, taken, context),
    }
  })
}

function readMoney(to: FaultCollector, path: string, typed: TypedOffer, tax: Tax, { payers }: SetupContext) {
  const currency = typed.currency.trim().toUpperCase()
  const isKnown = isCurrency(currency)
  if (currency === '') to.fault(`${path}.currency`, 'required', {})
  else if (!isKnown) to.fault(`${path}.currency`, 'currency', {})
  else if (!payableCurrencies.includes(currency)) to.fault(`${path}.currency`, 'not_payable', {})
  const amount = (field: 'amount' | 'budget') => {
    if (typed[field].trim() === '') to.fault(`${path}.${field}`, 'required', {})
    if (!isKnown || typed[field].trim() === '') return 0
    const minor = parseTypedMinorUnits(typed[field].trim(), currency)
    if (minor === null || (field === 'amount' && minor === 0)) to.fault(`${path}.${field}`, 'amount', { currency })
    else if (minor > mostTopUpMinor)
      to.fault(`${path}.${field}`, 'amount_large', { most: formatGroupedMinorUnits(mostTopUpMinor, currency) })
    return minor ?? 0
  }
  const amountMinor = amount('amount')
  const budgetMinor = amount('budget')
  const channels = knownChannels.filter((channel) => typed.channels.includes(channel))
  if (typed.channels.some((channel) => !knownChannels.some((known) => known === channel)))
    to.fault(`${path}.channels`, 'one_of', { choices: knownChannels.join(', ') })
  if (typed.channels.length === 0) to.fault(`${path}.channels`, 'no_channels', {})
  if (isKnown && amountMinor > 0) {
    const worth = parted(amountMinor, tax)
    const gross = grossOf(worth)
    if (worth.amountMinor <= 0) to.fault(`${path}.amount`, 'leaves_nothing', {})
    else if (!Number.isSafeInteger(gross))
      to.fault(`${path}.amount`, 'amount_large', { most: formatGroupedMinorUnits(mostTopUpMinor, currency) })
    else if (budgetMinor > 0 && budgetMinor < gross)
      to.fault(`${path}.budget`, 'budget_small', { least: formatGroupedMinorUnits(gross, currency) })
    const paying = channels.filter((channel) => {
      const isPaid = payeeFields(channel, currency) !== null
      if (!isPaid) to.fault(`${path}.channels`, 'channel_pays_not', { channel, currency })
      return isPaid
    })
    if (worth.amountMinor > 0) {
      const figure = (minor: number) => formatGroupedMinorUnits(minor, currency)
      for (const channel of paying) {
        const carried = otherRanges(payers, channel, currency, worth.amountMinor)
        if (carried === null) continue
        const ranges = carried.map(({ leastMinor, mostMinor }) => `${figure(leastMinor)}–${figure(mostMinor)}`)
        const amount = `${currency} ${figure(worth.amountMinor)}`
        if (ranges.length === 0) to.fault(`${path}.channels`, 'no_provider', { channel, currency })
        else to.fault(`${path}.amount`, 'not_carried', { channel, amount, ranges: ranges.join(' / ') })
      }
    }
  }
  return { currency, amountMinor, budgetMinor, channels: [...channels] as string[] }
}

/** Codes of places, each in one row of a list only. */
function readPlaces(
  to: FaultCollector,
  field: string,
  typed: TypedOffer,
  taken: Set<number>,
  { questionnaire }: SetupContext,
) {
  if (typed.places.length === 0) to.fault(field, 'no_places', {})
  const known = offerPlaces(questionnaire)
  return typed.places.map((text) => {
    const place = /^-?\d{1,10}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN
    if (questionnaire !== null && !known.some(({ code }) => code === place)) {
      if (questionnaire.place === undefined) to.fault(field, 'no_place_question', {})
      else to.fault(field, 'place_unknown', { place: text })
    } else if (taken.has(place)) to.fault(field, 'place_twice', { place: text })
    taken.add(place)
    return place
  })
}
