import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../../src/platform/crypto/base64-pieces.ts'

it('bytes come back as they were, and are written as everybody writes them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      const text = toBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64').replace(/=+$/, ''))
      expect([...fromBase64(text)]).toEqual([...bytes])
    }),
  )
})
