/** A payee as it may be shown: enough for its holder to know it again, too little for anybody else. */
import type { Payee } from '../../ports.ts'
import type { FieldName } from './channels.ts'

/** The fields that may be shown, masked; what signing in told is not shown at all. The same in every language. */
export function maskPayee({ fields }: Pick<Payee, 'fields'>): { field: FieldName; text: string }[] {
  const masks: [FieldName, (value: string) => string][] = [
    ['phone', maskPhone],
    ['bank', (bank) => bank],
    ['account', (account) => `****${account.slice(-4)}`],
    ['email', maskEmail],
    ['name', maskName],
  ]
  return masks.flatMap(([field, mask]) => {
    const value = fields[field]
    return value === undefined ? [] : [{ field, text: mask(value) }]
  })
}

function maskPhone(phone: string): string {
  const [, country = '', own = ''] = /^\+(86|85[23])(\d+)$/.exec(phone) ?? []
  if (own.length === 11) return `+${country} ${own.slice(0, 3)}****${own.slice(-4)}`
  return own === '' ? `****${phone.slice(-2)}` : `+${country} ${own.slice(0, 2)}****${own.slice(-2)}`
}

function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, 1)}***${email.slice(at)}`
}

function maskName(name: string): string {
  return `${[...name][0] ?? ''}*`
}
