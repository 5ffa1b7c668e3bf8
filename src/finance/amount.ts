import { formatMoney } from '../web/format.ts'

/** Minor units as a plain decimal in major units, for machines: `20.00`, without a code or commas. */
export function decimalAmount(amountMinor: number, currency: string): string {
  return formatMoney(amountMinor, currency, 'en')
    .slice(currency.length + 1)
    .replaceAll(',', '')
}
