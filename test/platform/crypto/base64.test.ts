import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '../../../src/platform/crypto/base64.ts'
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

it('bytes in an address come back as they were, and are written as everybody writes them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const text = toBase64Url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect([...(fromBase64Url(text) ?? [])]).toEqual([...bytes])
    }),
  )
})

it('a piece of half a megabyte comes back as it was', () => {
  const bytes = Uint8Array.from({ length: 512 * 1024 }, (_, at) => (at * 7) & 255)
  expect(Buffer.from(fromBase64(packed(bytes)) ?? []).equals(Buffer.from(bytes))).toBe(true)
})

it.each(['a', 'ab=c', 'ü', 'ab*d'])('“%s” is none', (text) => {
  expect([fromBase64(text), fromBase64Url(text)]).toEqual([null, null])
})

it.each(['ab==', 'a+b', 'a/b', 'ab c', 'ab\n'])('“%s” is none in an address', (text) => {
  expect(fromBase64Url(text)).toBe(null)
})
