import type { PayeeField } from '../payees/channels.ts'

/** Digits in groups, so that they can be compared. */
export function groupDigits(kind: PayeeField['kind'], text: string): string {
  if (kind === 'card' || kind === 'account' || kind === 'account_hk') return text.replace(/(.{4})(?=.)/g, '$1 ')
  if (kind === 'phone_cn') return text.replace(/^\+86(\d{3})(\d{4})(\d{4})$/, '+86 $1 $2 $3')
  return kind.startsWith('phone_') ? text.replace(/^\+(85[23])(\d{4})(\d{4})$/, '+$1 $2 $3') : text
}
