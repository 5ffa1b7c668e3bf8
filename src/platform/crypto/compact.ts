/** The parts of a compact JWS or JWE (RFC 7515 and 7516): texts and JSON as base64url. */
import { fromBase64Url, toBase64Url } from './base64.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A text as its bytes in UTF-8. */
export const utf8Bytes = (text: string): Uint8Array => encoder.encode(text)

/** Bytes in UTF-8 as a text. */
export const utf8Text = (bytes: Uint8Array): string => decoder.decode(bytes)

/** An object as a part: its JSON as base64url. */
export const jsonPart = (value: object): string => toBase64Url(utf8Bytes(JSON.stringify(value)))

/** The object in a part, or null when there is none. */
export function objectIn(part: string): Record<string, unknown> | null {
  const bytes = fromBase64Url(part)
  if (bytes === null) return null
  try {
    const value: unknown = JSON.parse(utf8Text(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
