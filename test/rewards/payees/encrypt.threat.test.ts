/** What is kept of a payee opens for its own voucher, under our own keys, and in no other way. */
import { base64url, CompactEncrypt, compactDecrypt } from 'jose'
import { expect, it } from 'vitest'
import { newKeySet, readKeys, withNewKey } from '../../../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../../src/platform/adapters/node-secret-keys.ts'
import { webSecretKeys } from '../../../src/platform/adapters/web-secret-keys.ts'
import type { Payee } from '../../../src/ports.ts'
import { decryptText, encryptText } from '../../../src/rewards/payees/encrypt.ts'
import { openPayee, sealPayee } from '../../../src/rewards/payees/sealed-payee.ts'

const set = await newKeySet()
const keys = await readKeys(JSON.stringify(set), nodeSecretKeys)
const payee: Payee = { channel: 'alipay', fields: { phone: '+8613800138000', name: '王小明' } }

it('opens for the voucher that it was sealed for', async () => {
  expect(await openPayee(keys.payees.all, await sealPayee(keys.payees.newest, payee, 'v_1'), 'v_1')).toEqual(payee)
})

it('shows nothing of the payee, and nothing twice', async () => {
  const [one, other] = [
    await sealPayee(keys.payees.newest, payee, 'v_1'),
    await sealPayee(keys.payees.newest, payee, 'v_1'),
  ]
  expect(one).not.toBe(other)
  const readable = one.split('.').map((part) => new TextDecoder().decode(base64url.decode(part)))
  for (const text of [one, ...readable]) expect(text).not.toMatch(/1380013|王小明|alipay/)
})

it('does not open for another voucher', async () => {
  const sealed = await sealPayee(keys.payees.newest, payee, 'v_1')
  await expect(openPayee(keys.payees.all, sealed, 'v_2')).rejects.toThrow('sealed for something else')
})

it('does not open when its header was rewritten for another voucher', async () => {
  const [head = '', ...rest] = (await sealPayee(keys.payees.newest, payee, 'v_1')).split('.')
  const header = JSON.parse(new TextDecoder().decode(base64url.decode(head)))
  const moved = [base64url.encode(JSON.stringify({ ...header, ctx: 'v_2' })), ...rest].join('.')
  await expect(openPayee(keys.payees.all, moved, 'v_2')).rejects.toThrow('decryption operation failed')
})

it('does not open when one character of it was changed', async () => {
  const parts = (await sealPayee(keys.payees.newest, payee, 'v_1')).split('.')
  const text = parts[3] ?? ''
  parts[3] = (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
  await expect(openPayee(keys.payees.all, parts.join('.'), 'v_1')).rejects.toThrow('decryption operation failed')
})

it('does not open under another key, nor when its key was taken out', async () => {
  const sealed = await sealPayee(keys.payees.newest, payee, 'v_1')
  const elsewhere = await readKeys(JSON.stringify(await newKeySet()), nodeSecretKeys)
  await expect(openPayee(elsewhere.payees.all, sealed, 'v_1')).rejects.toThrow('is not in the key set')
  const named = { ...elsewhere.payees.newest, kid: keys.payees.newest.kid }
  const impostor = { payees: { newest: named, all: [named] } }
  await expect(openPayee(impostor.payees.all, sealed, 'v_1')).rejects.toThrow('decryption operation failed')
})

it('opens after rotation, and what is sealed then opens under the new key only', async () => {
  const sealed = await sealPayee(keys.payees.newest, payee, 'v_1')
  const rotated = await readKeys(JSON.stringify(await withNewKey(set, 'payees')), nodeSecretKeys)
  expect(await openPayee(rotated.payees.all, sealed, 'v_1')).toEqual(payee)
  const later = await sealPayee(rotated.payees.newest, payee, 'v_1')
  expect(await openPayee(rotated.payees.all, later, 'v_1')).toEqual(payee)
  await expect(openPayee(keys.payees.all, later, 'v_1')).rejects.toThrow('is not in the key set')
})

it('takes no text for a payee, and no payee for a text', async () => {
  const text = await encryptText(keys, JSON.stringify(payee), 'v_1')
  expect(await decryptText(keys, text, 'v_1')).toBe(JSON.stringify(payee))
  await expect(openPayee(keys.payees.all, text, 'v_1')).rejects.toThrow('sealed for something else')
  await expect(decryptText(keys, await sealPayee(keys.payees.newest, payee, 'v_1'), 'v_1')).rejects.toThrow(
    'sealed for something else',
  )
})

it('takes no other algorithm than its own', async () => {
  const { kid } = keys.payees.newest
  const wrapped = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(payee)))
    .setProtectedHeader({ alg: 'A256GCMKW', enc: 'A256GCM', kid, typ: 'payee', ctx: 'v_1' })
    .encrypt(new Uint8Array(32))
  await expect(openPayee(keys.payees.all, wrapped, 'v_1')).rejects.toThrow('not allowed')
})

it('is read by another library, reads what that one made, and is the same by WebCrypto as by Node', async () => {
  const secret = base64url.decode(set.keys.find(({ purpose }) => purpose === 'payees')?.k ?? '')
  const sealed = await sealPayee(keys.payees.newest, payee, 'v_1')
  const { plaintext } = await compactDecrypt(sealed, secret)
  expect(JSON.parse(new TextDecoder().decode(plaintext))).toEqual(payee)
  const theirs = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(payee)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: keys.payees.newest.kid, typ: 'payee', ctx: 'v_1' })
    .encrypt(secret)
  const web = await readKeys(JSON.stringify(set), webSecretKeys)
  for (const one of [theirs, sealed, await sealPayee(web.payees.newest, payee, 'v_1')]) {
    expect(await openPayee(keys.payees.all, one, 'v_1')).toEqual(payee)
    expect(await openPayee(web.payees.all, one, 'v_1')).toEqual(payee)
  }
})

it.each([
  ['nothing', () => ''],
  ['five empty parts', () => '....'],
  ['a part less', (parts: string[]) => parts.slice(0, 4).join('.')],
  ['a part more', (parts: string[]) => [...parts, ''].join('.')],
  ['a key sent along', (parts: string[]) => parts.with(1, 'AAAA').join('.')],
  ['a short tag', (parts: string[]) => parts.with(4, parts[4]?.slice(0, 6) ?? '').join('.')],
  ['no tag', (parts: string[]) => parts.with(4, '').join('.')],
  ['a long nonce', (parts: string[]) => parts.with(2, 'A'.repeat(24)).join('.')],
  ['a text that is no base64', (parts: string[]) => parts.with(3, '!').join('.')],
])('that has %s does not open', async (_, changed) => {
  const parts = (await sealPayee(keys.payees.newest, payee, 'v_1')).split('.')
  for (const secrets of [nodeSecretKeys, webSecretKeys]) {
    const here = await readKeys(JSON.stringify(set), secrets)
    await expect(openPayee(here.payees.all, changed(parts), 'v_1')).rejects.toThrow(
      /not allowed|decryption operation failed/,
    )
  }
})
