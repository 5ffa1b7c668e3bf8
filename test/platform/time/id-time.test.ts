import { expect, it } from 'vitest'
import { nanoIds } from '../../../src/platform/adapters/nano-ids.ts'
import { idFrom, timeOfId } from '../../../src/platform/time/id-time.ts'

const at = '2026-11-23T08:00:00.000Z'
const idAt = (ms: number) => nanoIds({ now: () => new Date(ms).toISOString() }).next('audit')

it('reads the time that ids are made with', () => {
  expect(timeOfId(idAt(Date.parse(at)))).toBe(Date.parse(at))
  expect(timeOfId('audit1')).toBeUndefined()
  expect(timeOfId('audit_short')).toBeUndefined()
  expect(timeOfId('audit_UPPERCASE123')).toBeUndefined()
})

it('bounds the ids of a time from below', () => {
  const bound = idFrom('audit', Date.parse(at))
  expect(idAt(Date.parse(at) - 1) < bound).toBe(true)
  expect(idAt(Date.parse(at)) >= bound).toBe(true)
})
