import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { chunked } from '../../../src/platform/db/chunked.ts'

it('pieces hold everything once and in order, and all but the last are full', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 7 }), (values, size) => {
      const pieces = chunked(values, size)
      expect(pieces.flat()).toEqual(values)
      expect(pieces.slice(0, -1).every(({ length }) => length === size)).toBe(true)
      expect(pieces.every(({ length }) => length > 0 && length <= size)).toBe(true)
    }),
  )
})
