import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../../src/platform/crypto/base64.ts'
import { packed } from '../../../src/reconciliation/statements/kept-file.ts'

it('bytes come back as they were, and are written as everybody writes them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const text = toBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect([...(fromBase64(text) ?? [])]).toEqual([...bytes])
      // What is kept has no padding, and is read all the same.
      expect(packed(bytes)).toBe(text.replace(/=+$/, ''))
      expect([...(fromBase64(packed(bytes)) ?? [])]).toEqual([...bytes])
    }),
  )
})

it('a piece of half a megabyte comes back as it was', () => {
  const bytes = Uint8Array.from({ length: 512 * 1024 }, (_, at) => (at * 7) & 255)
  expect(Buffer.from(fromBase64(packed(bytes)) ?? []).equals(Buffer.from(bytes))).toBe(true)
})

it.each(['a', 'ab=c', 'ü', 'ab*d'])('“%s” is none', (text) => {
  expect(fromBase64(text)).toBe(null)
})
