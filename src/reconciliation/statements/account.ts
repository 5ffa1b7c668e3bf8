/** Which of our accounts a file is of: by what stands in it, or as a person says. */
import { type Provider, providers } from '../../../schema/tables.ts'
import { decodePrefix } from '../../platform/files/encoding.ts'
import { inMemory } from '../../platform/files/file-bytes.ts'
import { beginningInside } from '../../platform/files/packed/files-inside.ts'
import { isPacked } from '../../platform/files/packed/wrapping.ts'
import { amountRange } from '../../platform/money/carries.ts'
import { isCurrency, payableCurrencies } from '../../platform/money/currencies.ts'
import type { Job, Ports } from '../../ports.ts'
import { accountIdOf } from '../../rewards/ledger/provider-books.ts'
import type { Stranger } from '../formats/detect.ts'
import { detectUpload, openFile, severalIn } from '../formats/open-file.ts'
import { readSome } from '../formats/read.ts'
import { isBankFormat, type StatementFault, type StatementFormat } from '../formats/statement.ts'

const notReadHere = ['archive', 'old_workbook', 'pdf', 'other_statement', 'nested'] as const

export interface ProviderAccount {
  provider: Provider
  currency: string
}

/** Whose file each format is, and its currency where that is always the same; a plain CSV could be anybody's. */
const sourceOf: { readonly [format in StatementFormat]: { provider: Provider; currency?: string } | null } = {
  // These two may be packed, so that their first bytes do not say.
  wechat_fund_bill: { provider: 'wechat', currency: 'CNY' },
  alipay_bill: { provider: 'alipay', currency: 'CNY' },
  tremendous: { provider: 'tremendous' },
  camt053: { provider: 'manual' },
  camt054: { provider: 'manual' },
  camt052: { provider: 'manual' },
  mt940: { provider: 'manual' },
  mt942: { provider: 'manual' },
  csv: null,
}

/** The account that an id names, or null when it names none. */
export function accountIn(id: string): ProviderAccount | null {
  const found = /^([^:]+):([A-Z]{3})$/.exec(id)
  const provider = providers.find((one) => one === found?.[1])
  const currency = found?.[2] ?? ''
  return provider === undefined || !isCurrency(currency) ? null : { provider, currency }
}

/**
 * Whether a provider pays this currency at all: a statement of any other is no account of ours. Of a provider that is
 * configured no more, the statements of before may still come.
 */
export function isCarried({ payers }: Pick<Ports, 'payers'>, { provider, currency }: ProviderAccount): boolean {
  const own = Object.values(sourceOf).find((source) => source?.provider === provider)?.currency
  if (own !== undefined) return own === currency
  const payer = payers.find((one) => one.provider === provider)
  return payer === undefined ? payableCurrencies.includes(currency) : amountRange(payer.carries, currency) !== undefined
}

/** The account of a file whose first bytes these are; null when the file does not say. */
export async function accountOfFile(format: StatementFormat, head: Uint8Array): Promise<ProviderAccount | null> {
  const source = sourceOf[format]
  if (source === null) return null
  const { provider, currency } = source
  if (currency !== undefined) return { provider, currency }
  const opened = await openFile(inMemory(head))
  if ('is' in opened) {
    const [one] = (await severalIn(inMemory(head)))?.files ?? []
    if (one !== undefined) return accountOfFile(one.format, one.head)
    // Of a packed file that goes on, the beginning of its first one can be read.
    const seen = isPacked(head) ? await beginningInside(head) : null
    return seen === null || seen.length === 0 || isPacked(seen) ? null : accountOfFile(format, seen)
  }
  const { items } = await readSome(format, opened.stream, 1)
  for (const item of items) {
    if ((item.is === 'heading' || item.is === 'line') && item.currency !== null) {
      return { provider, currency: item.currency }
    }
  }
  // One that breaks before its first line is still of an account, and is refused there for what is wrong with it.
  const named = currencyNamed(format, decodePrefix(opened.head))
  return named === null ? null : { provider, currency: named }
}

/** The first currency that a bank's file names, however little of it can be read. */
function currencyNamed(format: StatementFormat, text: string): string | null {
  const found = isBankFormat(format)
    ? /<(?:[\w-]{1,40}:)?Ccy>\s{0,20}([A-Z]{3})\s{0,20}<|\bCcy="([A-Z]{3})"/.exec(text)
    : /^:(?:60[FM]:[CD]\d{6}|34F:)([A-Z]{3})/m.exec(text)
  const currency = found?.[1] ?? found?.[2] ?? ''
  return isCurrency(currency) ? currency : null
}

/** What the first piece of an upload is of, and whose account, where the file says so; or why no such file is read. */
export interface SeenUpload {
  format: StatementFormat | null
  account: ProviderAccount | null
  notRead: Stranger | 'nested' | null
}

export const inspectUpload: Job<{ head: Uint8Array }, SeenUpload> = {
  name: 'look at an upload',
  async run({ head }) {
    // Of a ZIP of several, each is looked at once.
    const [one] = isPacked(head) ? ((await severalIn(inMemory(head)))?.files ?? []) : []
    if (one !== undefined) {
      return { format: one.format, account: await accountOfFile(one.format, one.head), notRead: null }
    }
    const format = await detectUpload(head)
    if (format !== null) return { format, account: await accountOfFile(format, head), notRead: null }
    const opened = await openFile(inMemory(head))
    return { format, account: null, notRead: 'is' in opened ? notReadOf(opened.why) : null }
  },
}

function notReadOf(why: StatementFault): SeenUpload['notRead'] {
  return notReadHere.find((one) => one === why) ?? null
}

export { accountIdOf }
