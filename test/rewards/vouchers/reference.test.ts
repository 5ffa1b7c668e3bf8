/** What is printed, and what is kept to find it by: the same under the same key for ever, on every runtime. */
import { expect, test } from 'vitest'
import { nodeSecretKeys } from '../../../src/platform/adapters/node-secret-keys.ts'
import { webSecretKeys } from '../../../src/platform/adapters/web-secret-keys.ts'
import type { Keys } from '../../../src/ports.ts'
import { referenceHash, voucherCode, voucherReference } from '../../../src/rewards/vouchers/voucher.ts'

test.each([
  ['node', nodeSecretKeys],
  ['web', webSecretKeys],
])('a code, a reference and its hash are those of before (%s)', async (_, secrets) => {
  const key = await secrets.macKey('k', new Uint8Array(32).fill(7))
  const keys = { secrets, codes: { newest: key, all: [key] } } as unknown as Keys
  const voucher = { id: 'v_1', codeKey: 'k' }
  expect(await voucherCode(keys, voucher)).toBe('1sg4xrt3ggqpy')
  expect(await voucherReference(keys, voucher)).toBe('DJW8-7HDA-GM2T')
  expect(await referenceHash(keys, voucher)).toBe('3cf5ba7b2b0c79d1558dd8a1c9e490')
})
