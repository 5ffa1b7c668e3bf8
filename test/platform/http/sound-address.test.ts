/** Addresses that no page of ours leads to. */
import { expect, it } from 'vitest'
import { signedIn } from '../../staff/accounts/member.ts'
import { shared } from '../../support/databases/fresh.ts'

const world = shared()

it.each([
  '%0d%0aX-A:%20b',
  'a%00b',
  '%1F',
  '%7f',
  'x'.repeat(1_000_000),
  '%ff',
  '%ed%a0%80',
  '__proto__',
  '陈',
  '%E2%80%A8',
])('an id of odd bytes meets no 5xx and adds no header: %.20s', async (id) => {
  const preparer = await signedIn(world(), 'preparer')
  for (const path of [`/finance/batches/${id}/cancellation`, `/finance/exceptions/${id}/notes`]) {
    const response = await preparer.post(path, { note: 'a note' })
    expect(response.status).toBeLessThan(500)
    expect(response.headers.get('x-a')).toBeNull()
  }
})
