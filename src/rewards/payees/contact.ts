/** Which accounts a contact may be, as somebody writes it in a letter: a mobile number, an address, an account number. Pure. */
import type { Channel } from '../../../schema/tables.ts'
import type { Payee } from '../../ports.ts'
import { readEmail } from './normalise.ts'
import { type CallingCode, readMobile, tidyDigits } from './phone.ts'

const codes: readonly CallingCode[] = ['86', '852', '853']
const byPhone: readonly Channel[] = ['alipay', 'fps', 'alipayhk', 'mpay']

/** The payees, without names, whose account it would be; none for what is no contact. */
export function payeesOfContact(typed: string): Payee[] {
  const phones = codes.flatMap((code) => {
    const read = readMobile(typed, code)
    return 'value' in read ? byPhone.map((channel): Payee => ({ channel, fields: { phone: read.value } })) : []
  })
  const address = readEmail(typed)
  const mailbox: Payee[] = 'value' in address ? [{ channel: 'gift', fields: { email: address.value } }] : []
  const digits = tidyDigits(typed)
  // In Hong Kong an account is known with the code of its bank in front.
  const accounts: Payee[] = /^\d{6,24}$/.test(digits)
    ? [
        { channel: 'bank', fields: { account: digits } },
        { channel: 'bank', fields: { bank: digits.slice(0, 3), account: digits } },
      ]
    : []
  return [...phones, ...mailbox, ...accounts]
}
