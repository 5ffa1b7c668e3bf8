/** Both ways in which a runtime works with secret keys: the same bytes of either, and no nonce twice. */
import { expect, test } from 'vitest'
import { nodeSecretKeys } from '../../../src/platform/adapters/node-secret-keys.ts'
import { webSecretKeys } from '../../../src/platform/adapters/web-secret-keys.ts'
import { toBase64Url } from '../../../src/platform/crypto/base64.ts'
import { utf8Bytes } from '../../../src/platform/crypto/compact.ts'
import { nonceBytes } from '../../../src/platform/keys/secret-keys.ts'

const secret = nodeSecretKeys.newSecret()
const texts = ['', 'r_1 page', '您好 😀', 'half a pair \ud800', 'x'.repeat(3_000)]

test.each(texts)('a text %# has the MAC of its bytes, and the same hash everywhere', async (text) => {
  const [here, there] = [await nodeSecretKeys.macKey('k', secret), await webSecretKeys.macKey('k', secret)]
  const expected = toBase64Url(await here.mac(utf8Bytes(text)))
  for (const mac of [here.mac(text), there.mac(text), there.mac(utf8Bytes(text))]) {
    expect(toBase64Url(await mac)).toBe(expected)
  }
  expect(await webSecretKeys.sha256(text)).toBe(await nodeSecretKeys.sha256(text))
})

test.each(texts)('what one way encrypts of a text %# the other opens, as a text and as bytes', async (text) => {
  const [here, there] = [await nodeSecretKeys.cipherKey('k', secret), await webSecretKeys.cipherKey('k', secret)]
  for (const [one, other] of [
    [here, there],
    [there, here],
  ] as const) {
    const encrypted = await one.encrypt('header', text)
    expect(toBase64Url((await other.decrypt(utf8Bytes('header'), encrypted)) ?? utf8Bytes('nothing'))).toBe(
      toBase64Url(utf8Bytes(text)),
    )
    expect(await other.decrypt('another header', encrypted)).toBeNull()
  }
})

test('no nonce is given out twice, however many are drawn', async () => {
  const key = await nodeSecretKeys.cipherKey('k', secret)
  const halves = new Set<string>()
  for (let n = 0; n < 2_000; n += 1) {
    const nonce = (await key.encrypt('', '')).slice(0, nonceBytes)
    // By halves, so that none overlaps with another either.
    for (const at of [0, nonceBytes / 2]) halves.add(toBase64Url(nonce.slice(at, at + nonceBytes / 2)))
  }
  expect(halves.size).toBe(4_000)
})
