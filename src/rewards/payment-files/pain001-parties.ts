/** Who is paid, at which bank, into which account, in the words of ISO 20022. */
import { type Element, element, fitsXml } from '../../platform/files/xml/write.ts'
import { type BankProfile, bankText, phoneFor } from './bank-profile.ts'
import type { PaymentLine } from './line.ts'

/**
 * - `channel`: no bank pays it (Alipay, say)
 * - `name`, `bank`, `account`: there is none, or it is longer than the standard allows
 * - `name_too_long`, `characters`: the bank does not take it so
 */
export type CreditorFault = 'channel' | 'name' | 'name_too_long' | 'characters' | 'bank' | 'account'

type Fault = { why: CreditorFault }

/** A name as the bank takes it; never a part of one. */
export function nameFor(profile: BankProfile, name: string | undefined): { text: string } | Fault {
  if (name === undefined || name === '') return { why: 'name' }
  const text = bankText(profile, name)
  if (text === null || !fitsXml(text)) return { why: 'characters' }
  // A schema's lengths count characters, not UTF-16 units.
  return [...text].length > profile.nameLength ? { why: 'name_too_long' } : { text }
}

/** The elements of a transaction from `CdtrAgt` to `CdtrAcct`. */
export function creditorOf(line: PaymentLine, profile: BankProfile): { elements: Element[] } | Fault {
  const { channel, payee } = line
  if (channel !== 'bank' && channel !== 'fps') return { why: 'channel' }
  const name = nameFor(profile, payee.name)
  if ('why' in name) return name
  const creditor = element('Cdtr', [element('Nm', name.text)])
  if (channel === 'fps') {
    const proxy = proxyOf(payee, profile)
    return proxy === null ? { why: 'account' } : { elements: [creditor, element('CdtrAcct', proxy)] }
  }
  const { account = '' } = payee
  if (account === '' || account.length > 34 || !fitsXml(account)) return { why: 'account' }
  const bank = bankOf(payee.bank, profile)
  if ('why' in bank) return bank
  return { elements: [element('CdtrAgt', [bank.element]), creditor, element('CdtrAcct', [accountElement(account)])] }
}

/**
 * What FPS finds an account by, with ISO's code for it (external code set `ProxyAccountType`). This version of the
 * message also wants an account's number, which nobody has told us; a bank must not take a phone for one.
 */
function proxyOf({ phone, email }: PaymentLine['payee'], profile: BankProfile): Element[] | null {
  const [code, id] = phone !== undefined ? ['TELE', phoneFor(profile, phone)] : ['EMAL', email]
  if (id === undefined || id === '' || !fitsXml(id)) return null
  return [
    element('Id', [element('Othr', [element('Id', 'NOTPROVIDED')])]),
    element('Prxy', [element('Tp', [element('Cd', code)]), element('Id', id)]),
  ]
}

/** An account's number, as an IBAN where it is one. */
export function accountElement(account: string): Element {
  const isIban = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account)
  return element('Id', [isIban ? element('IBAN', account) : element('Othr', [element('Id', account)])])
}

const bic = /^[A-Z0-9]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/
/** By form, whose clearing code it is (external code set `ClearingSystemIdentification`). */
const clearingSystems: [RegExp, string][] = [
  [/^\d{3}$/, 'HKNCC'],
  [/^\d{12}$/, 'CNAPS'],
]

/** A bank by its BIC, its clearing code, or else its name. */
export function agentOf(bank: string): Element {
  if (bic.test(bank)) return institution(element('BICFI', bank))
  const system = clearingSystems.find(([form]) => form.test(bank))?.[1]
  if (system === undefined) return institution(element('Nm', bank))
  return institution(element('ClrSysMmbId', [element('ClrSysId', [element('Cd', system)]), element('MmbId', bank)]))
}

function institution(child: Element): Element {
  return element('FinInstnId', [child])
}

/** A payee's bank as it was typed. `HANGSENG` has the form of a BIC and is a name: the country tells. */
function bankOf(bank: string | undefined, profile: BankProfile): { element: Element } | Fault {
  if (bank === undefined || bank === '') return { why: 'bank' }
  const country = bic.exec(bank)?.[1]
  const isCode = /^\d+$/.test(bank) || (country !== undefined && ['CN', 'HK', 'MO'].includes(country))
  if (isCode) return { element: agentOf(bank) }
  const name = nameFor(profile, bank)
  return 'why' in name ? name : { element: institution(element('Nm', name.text)) }
}

/** What the payee reads: the title, or the voucher's reference where the bank's characters cannot say it. */
export function remittanceFor(profile: BankProfile, { title, voucherReference }: PaymentLine): string {
  const text = bankText(profile, title)
  return text !== null && fitsXml(text) && [...text].length <= 140 ? text : voucherReference
}
