/** Whether an offer can be kept: a study that promises what nobody can pay is refused before anything of it is written. */
import { channels as knownChannels } from '../../../schema/tables.ts'
import { amountRange, whyNotCarried } from '../../platform/money/carries.ts'
import { isCurrency, payableCurrencies } from '../../platform/money/currencies.ts'
import { formatGroupedMinorUnits } from '../../platform/money/money.ts'
import type { AmountRange, Payer } from '../../ports.ts'
import { payeeFields } from '../payees/channels.ts'
import { grossOf, parted, type Tax } from './tax.ts'

/** An offer as it is asked for: `amountMinor` as the tax has it, `budgetMinor` 0 for none yet. */
export interface AskedOffer {
  currency: string
  amountMinor: number
  budgetMinor: number
  channels: readonly string[]
}

/**
 * What is wrong with an offer, a line each: a currency that nobody is paid in, an amount or budget that is no whole number
 * of minor units, a channel that does not pay the currency, or whose configured providers do not pay the amount. A
 * channel that is not paid yet may stand in an offer: it is shown to students once it is.
 */
export function faultsOfOffer(offer: AskedOffer, tax: Tax, payers: readonly Payer[]): string[] {
  const { currency, amountMinor, budgetMinor, channels } = offer
  if (!isCurrency(currency)) return [`${currency} is no currency of ISO 4217 with a minor unit`]
  if (!payableCurrencies.includes(currency))
    return [`${currency} is a unit of account or withdrawn: nobody is paid in it`]
  if (!Number.isSafeInteger(budgetMinor) || budgetMinor < 0) {
    return [`${budgetMinor} is no budget in minor units of ${currency}`]
  }
  const isAmount = Number.isSafeInteger(amountMinor) && amountMinor > 0
  const worth = isAmount ? parted(amountMinor, tax) : { amountMinor, taxMinor: 0 }
  if (!isAmount || worth.amountMinor <= 0 || !Number.isSafeInteger(grossOf(worth))) {
    return [`${amountMinor} minor units of ${currency} leave no amount to pay`]
  }
  const gifts = payers.filter(({ everyOffer }) => everyOffer === true)
  if (channels.length === 0 && !gifts.some(({ carries }) => amountRange(carries, currency) !== undefined)) {
    return [`no configured provider pays ${currency}`]
  }
  return channels.flatMap((channel) => faultOfChannel(payers, channel, currency, worth.amountMinor))
}

function faultOfChannel(payers: readonly Payer[], named: string, currency: string, amountMinor: number): string[] {
  const channel = knownChannels.find((one) => one === named)
  if (channel === undefined) return [`${named} is no channel: there are ${knownChannels.join(', ')}`]
  if (payeeFields(channel, currency) === null) return [`${channel} does not pay ${currency}`]
  if (isCarriedBy(payers, channel, currency, amountMinor)) return []
  const paying = payers.filter(({ channels }) => channels.includes(channel))
  const money = (minor: number) => `${currency} ${formatGroupedMinorUnits(minor, currency)}`
  const ranges = paying.flatMap(({ provider, carries }) => {
    const range = amountRange(carries, currency)
    const rangeText = range && `${provider} pays ${money(range.leastMinor)} to ${money(range.mostMinor)} at once`
    return rangeText === undefined ? [] : [rangeText]
  })
  const why = ranges.length === 0 ? `${paying.map(({ provider }) => provider).join(', ')} does not` : ranges.join('; ')
  return [`${money(amountMinor)} cannot be paid by ${channel}: ${why}`]
}

/** Whether a provider of the channel pays the amount; a channel that has none yet may have one by then. */
function isCarriedBy(
  payers: readonly Payer[],
  channel: Payer['channels'][number],
  currency: string,
  amountMinor: number,
): boolean {
  const paying = payers.filter(({ channels }) => channels.includes(channel))
  return paying.length === 0 || paying.some(({ carries }) => whyNotCarried(carries, currency, amountMinor) === null)
}

/**
 * How much of a currency a channel pays at once, where that is not this amount; null where it is. No ranges where none of
 * its providers pays the currency.
 */
export function otherRanges(
  payers: readonly Payer[],
  channel: Payer['channels'][number],
  currency: string,
  amountMinor: number,
): AmountRange[] | null {
  if (isCarriedBy(payers, channel, currency, amountMinor)) return null
  const paying = payers.filter(({ channels }) => channels.includes(channel))
  return paying.flatMap(({ carries }) => amountRange(carries, currency) ?? [])
}
