/** What a person says of a file in the forms. */

import type { Context } from 'hono'
import { field, readPosted } from '../../platform/http/form.ts'
import { formatMinorUnits, parseSignedMinorUnits } from '../../platform/money/money.ts'
import { isDay } from '../../platform/time/day.ts'
import type { AppEnv } from '../../ports.ts'
import type { FileClaims } from '../formats/parser.ts'
import type { UploadEnd } from './receive.ts'

/** Fields of a posted form, each with one text. */
export type PostedFields = Readonly<Record<string, string | undefined>>

/** What a person says of a file that says it not. */
export const claimNames = ['from', 'to', 'rows', 'opening', 'closing'] as const

/** Where the columns of a file are said, with what was said beside it. @param said what its page says of the upload */
export function columnsPath(statementId: string, fields: PostedFields, said?: 'same_waiting'): string {
  const claims = claimNames.flatMap((name) => (fields[name] ? [[name, fields[name]] as [string, string]] : []))
  const query = new URLSearchParams([...claims, ...(said ? [['said', said] as [string, string]] : [])]).toString()
  return `/finance/statements/${statementId}/columns${query === '' ? '' : `?${query}`}`
}

/** Claims as the forms show them. */
export function claimFields(claims: FileClaims, currency: string): PostedFields {
  const { fromDay, toDay, rows, openingMinor, closingMinor } = claims
  const money = (minor: number | null | undefined) => (minor == null ? '' : formatMinorUnits(minor, currency))
  return {
    from: fromDay ?? '',
    to: toDay ?? '',
    rows: rows == null ? '' : String(rows),
    opening: money(openingMinor),
    closing: money(closingMinor),
  }
}

/** Why an upload was not taken. */
export type UploadRefusal =
  | 'empty'
  | 'unknown_format'
  | 'archive'
  | 'old_workbook'
  | 'pdf'
  | 'other_statement'
  | 'nested'
  | 'which_account'
  | 'not_carried'
  | 'other_account'
  | 'too_large'
  | 'piece'
  | 'incomplete'
  | 'not_receiving'
  | 'which_columns'
  | 'columns'
  | 'fee'
  | 'amount'
  | 'rows'
  | 'period'
  | 'sha1'
  | 'several_said'
  | 'limits'

export type Refused = { refused: UploadRefusal }

/** What stands beside the file. Balances are decimals, taken for an account of two decimals when none is chosen. */
export function uploadEndIn(fields: PostedFields, currency: string): Omit<UploadEnd, 'bytes' | 'mapping'> | Refused {
  const text = (name: string) => fields[name]?.trim() ?? ''
  const claims: FileClaims = {}
  const [from, to] = [text('from'), text('to')]
  if (from !== '' || to !== '') {
    if (!isDay(from) || !isDay(to) || from > to) return { refused: 'period' }
    claims.fromDay = from
    claims.toDay = to
  }
  if (text('rows') !== '') {
    if (!/^\d{1,9}$/.test(text('rows'))) return { refused: 'rows' }
    claims.rows = Number(text('rows'))
  }
  for (const [name, key] of [
    ['opening', 'openingMinor'],
    ['closing', 'closingMinor'],
  ] as const) {
    if (text(name) === '') continue
    const minor = parseSignedMinorUnits(text(name).replaceAll(',', ''), currency)
    if (minor === null) return { refused: 'amount' }
    claims[key] = minor
  }
  const sha1 = text('sha1').toLowerCase()
  if (sha1 !== '' && !/^[0-9a-f]{40}$/.test(sha1)) return { refused: 'sha1' }
  return { claims, sha1: sha1 === '' ? null : sha1 }
}

/** The fields of a posted form. */
export async function fieldsPosted(c: Context<AppEnv>): Promise<PostedFields> {
  const read = await readPosted(c)
  return Object.fromEntries(Object.keys(read).map((name) => [name, field(read, name)]))
}
