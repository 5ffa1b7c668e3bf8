/** What was typed, in the one form in which it is kept, hashed and paid. */
import type { Channel } from '../../../schema/tables.ts'
import { sanitizeText } from '../../platform/i18n/normalize-text.ts'
import type { Payee } from '../../ports.ts'
import { type FieldKind, type FieldName, type PayeeField, payeeFields } from './channels.ts'
import { invisible, readLatinName, readName } from './name.ts'
import { type PhoneFault, readMobile, tidyDigits } from './phone.ts'

/**
 * - `missing`: nothing was typed
 * - `too_long`, `characters`, `format`: it cannot be what was asked for
 * - `not_latin`: it has letters that the bank does not take
 * - `country`: a phone number of another country than the channel pays to
 * - `checksum`: a digit of the card number is wrong, or two have changed places
 */
export type PayeeFault = PhoneFault | 'missing' | 'too_long' | 'not_latin' | 'checksum'

export interface FieldFault {
  field: FieldName
  fault: PayeeFault
}

type Read = { value: string } | { fault: PayeeFault }

/**
 * Reads a payee from what was typed, by field name.
 * @param typed a text for each field asked for; others are not looked at
 * @param asked `fieldsAsked`, where it is known who pays
 * @returns the payee, or what is wrong with each field; no fields at all when the channel does not pay the currency
 */
export function normalisePayee(
  channel: Channel,
  currency: string,
  typed: Readonly<Record<string, string | undefined>>,
  asked: readonly PayeeField[] = payeeFields(channel, currency) ?? [],
): { payee: Payee } | { faults: FieldFault[] } {
  const read = asked.map(({ name, kind }) => ({ name, ...readField(kind, typed[name] ?? '') }))
  const faults = read.flatMap((it): FieldFault[] => ('fault' in it ? [{ field: it.name, fault: it.fault }] : []))
  if (faults.length > 0 || asked.length === 0) return { faults }
  const fields = Object.fromEntries(read.flatMap((it) => ('value' in it ? [[it.name, it.value]] : [])))
  return { payee: { channel, fields } }
}

function readField(kind: FieldKind, typed: string): Read {
  const text = sanitizeText(typed)
  if (text === '') return { fault: 'missing' }
  switch (kind) {
    case 'name':
      return readName(text, 70)
    case 'name_in_wallet':
      return readName(text, 70, true)
    case 'bank_name':
      return readName(text, 70)
    case 'name_latin':
    case 'bank_name_latin':
      return readLatinName(text, 70)
    case 'phone_cn':
      return readMobile(text, '86')
    case 'phone_hk':
    case 'phone_hk_mobile':
      return readMobile(text, '852')
    case 'phone_mo_mobile':
      return readMobile(text, '853')
    case 'bank_code':
      return readDigits(text, /^\d{3}$/)
    case 'account_hk':
      return readDigits(text, /^\d{6,12}$/)
    case 'account':
      return readDigits(text, /^\d{6,24}$/)
    case 'card':
      return readCard(text)
    case 'email':
      return readEmail(text)
    case 'login':
      return /^[\w-]{6,128}$/.test(text) ? { value: text } : { fault: 'format' }
  }
}

function readDigits(text: string, shape: RegExp): Read {
  const digits = tidyDigits(text)
  if (!/^\d*$/.test(digits)) return { fault: 'characters' }
  return shape.test(digits) ? { value: digits } : { fault: 'format' }
}

function readCard(text: string): Read {
  const read = readDigits(text, /^\d{16,19}$/)
  return 'value' in read && !passesLuhn(read.value) ? { fault: 'checksum' } : read
}

/** The check digit of card numbers (ISO/IEC 7812-1, annex B). */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((all, char, i) => {
    const digit = Number(char)
    if (i % 2 === 0) return all + digit
    return all + (digit > 4 ? digit * 2 - 9 : digit * 2)
  }, 0)
  return sum % 10 === 0
}

/**
 * An address as mail servers take it: the domain in lower case, the part before it as it was typed. What a Chinese keyboard
 * types for a dot is one, and what stands around an address that was copied goes.
 */
export function readEmail(text: string): Read {
  const email = text
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/\s/g, '')
    .replace(/[\u3002\uff61]/g, '.')
    .replace(/^(?:mailto:|<)+|[>.,;]+$/gi, '')
  if (email.length > 254) return { fault: 'too_long' }
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at)
  const domain = email.slice(at + 1).toLowerCase()
  const isLocal = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i.test(local) && local.length <= 64
  const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?'
  const isDomain = new RegExp(`^${label}(\\.${label})+$`).test(domain) && !/\.\d+$/.test(domain)
  return isLocal && isDomain ? { value: `${local}@${domain}` } : { fault: 'format' }
}
