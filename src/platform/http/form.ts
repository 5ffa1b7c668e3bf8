/** Forms as they are posted, without files: their fields, and text as it is stored. */
import type { Context } from 'hono'

/** A form as it was posted: each field's values in order. */
export type Posted = Record<string, string[]>

/** The largest body that any form of ours may post, in bytes. */
export const largestBody = 64 * 1024

/** Text as the databases keep it: well-formed, NFC, without NUL. */
export function normalizeText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').normalize('NFC')
}

/** Far more fields than any form of ours has; what comes behind them is not looked at. */
const mostFields = 1_000

/** The fields of a posted form (`application/x-www-form-urlencoded`), each with its values in order. */
export async function readPosted(c: Context): Promise<Posted> {
  const posted: Posted = Object.create(null)
  let fields = 0
  for (const [name, value] of new URLSearchParams(await c.req.text())) {
    if (++fields > mostFields) break
    const field = normalizeText(name)
    const values = posted[field]
    if (values === undefined) posted[field] = [normalizeText(value)]
    else values.push(normalizeText(value))
  }
  return posted
}

/** The first value of a field, or undefined. */
export function field(posted: Posted, name: string): string | undefined {
  return posted[name]?.[0]
}
