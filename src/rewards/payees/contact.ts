/** Which accounts a contact may be, as somebody writes it in a letter: a mobile number, an address, an account number. Pure. */
import type { Channel } from '../../../schema/tables.ts'
import type { Payee } from '../../ports.ts'
import { readEmail } from './normalise.ts'
import { type CallingCode, readMobile, tidyDigits } from './phone.ts'

const codes: readonly CallingCode[] = ['86', '852', '853']
const byPhone: readonly Channel[] = ['alipay', 'fps', 'alipayhk', 'mpay']

/**
 * The payees, without names, whose account it would be; none for what is no contact. None either for what may lead to
 * somebody else than its account belongs to, since a code is sent there: a number that may be of several places, an address
 * with a label behind a plus, which counts as the one without.
 */
export function payeesOfContact(typed: string): Payee[] {
  const numbers = numbersOf(typed)
  const phones = numbers.length > 1 ? [] : numbers
  const wallets = phones.flatMap((phone) => byPhone.map((channel): Payee => ({ channel, fields: { phone } })))
  const address = readEmail(typed)
  const isMailbox = 'value' in address && !address.value.includes('+')
  const mailbox: Payee[] = isMailbox ? [{ channel: 'gift', fields: { email: address.value } }] : []
  const digits = tidyDigits(typed)
  // In Hong Kong an account is known with the code of its bank in front.
  const accounts: Payee[] = /^\d{6,24}$/.test(digits)
    ? [
        { channel: 'bank', fields: { account: digits } },
        { channel: 'bank', fields: { bank: digits.slice(0, 3), account: digits } },
      ]
    : []
  return [...wallets, ...mailbox, ...accounts]
}

/** Whether it needs its country in front: without it, it may be the number of two people. */
export function lacksCountry(typed: string): boolean {
  return numbersOf(typed).length > 1
}

/** The mobile numbers that it may be, in E.164. */
function numbersOf(typed: string): string[] {
  return codes.flatMap((code) => {
    const read = readMobile(typed, code)
    return 'value' in read ? [read.value] : []
  })
}
