/**
 * Ids of respondents, vouchers and claims as the trail is shown: without the time that they begin with. When somebody began,
 * when a voucher was made and when it was claimed would lead from an answer to a payee; what was drawn tells them apart.
 */
import { timeLength } from '../../../platform/time/id-time.ts'

const prefixes = 'r|v|claim'
const timed = new RegExp(`\\b(${prefixes})_[0-9a-z]{${timeLength}}([0-9a-z]+)`, 'g')
const shown = new RegExp(`^(${prefixes})_…([0-9a-z]+)$`)

/** An actor or a subject as it is shown, such as `r_…k2f7m0xw9qza`. */
export function timeless(text: string): string {
  return text.replace(timed, '$1_…$2')
}

/** What is looked for by an id as it is shown: its prefix, and what was drawn, which begins at a character counted from 1; null for any other text. */
export function readTimeless(text: string): { prefix: string; drawnFrom: number; drawn: string } | null {
  const [, prefix, drawn] = shown.exec(text) ?? []
  if (prefix === undefined || drawn === undefined) return null
  return { prefix, drawn, drawnFrom: prefix.length + 1 + timeLength + 1 }
}
