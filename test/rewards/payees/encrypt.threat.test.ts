/** What is kept of a payee opens for its own voucher, under our own keys, and in no other way. */
import { base64url, CompactEncrypt } from 'jose'
import { expect, it } from 'vitest'
import { newKeySet, readKeys, withNewKey } from '../../../src/platform/adapters/key-set.ts'
import type { Payee } from '../../../src/ports.ts'
import { decryptPayee, decryptText, encryptPayee, encryptText } from '../../../src/rewards/payees/encrypt.ts'

const set = await newKeySet()
const keys = await readKeys(JSON.stringify(set))
const payee: Payee = { channel: 'alipay', fields: { phone: '+8613800138000', name: '王小明' } }

it('opens for the voucher that it was sealed for', async () => {
  expect(await decryptPayee(keys, await encryptPayee(keys, payee, 'v_1'), 'v_1')).toEqual(payee)
})

it('shows nothing of the payee, and nothing twice', async () => {
  const [one, other] = [await encryptPayee(keys, payee, 'v_1'), await encryptPayee(keys, payee, 'v_1')]
  expect(one).not.toBe(other)
  const readable = one.split('.').map((part) => new TextDecoder().decode(base64url.decode(part)))
  for (const text of [one, ...readable]) expect(text).not.toMatch(/1380013|王小明|alipay/)
})

it('does not open for another voucher', async () => {
  const sealed = await encryptPayee(keys, payee, 'v_1')
  await expect(decryptPayee(keys, sealed, 'v_2')).rejects.toThrow('sealed for something else')
})

it('does not open when its header was rewritten for another voucher', async () => {
  const [head = '', ...rest] = (await encryptPayee(keys, payee, 'v_1')).split('.')
  const header = JSON.parse(new TextDecoder().decode(base64url.decode(head)))
  const moved = [base64url.encode(JSON.stringify({ ...header, ctx: 'v_2' })), ...rest].join('.')
  await expect(decryptPayee(keys, moved, 'v_2')).rejects.toThrow('decryption operation failed')
})

it('does not open when one character of it was changed', async () => {
  const parts = (await encryptPayee(keys, payee, 'v_1')).split('.')
  const text = parts[3] ?? ''
  parts[3] = (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
  await expect(decryptPayee(keys, parts.join('.'), 'v_1')).rejects.toThrow('decryption operation failed')
})

it('does not open under another key, nor when its key was taken out', async () => {
  const sealed = await encryptPayee(keys, payee, 'v_1')
  const elsewhere = await readKeys(JSON.stringify(await newKeySet()))
  await expect(decryptPayee(elsewhere, sealed, 'v_1')).rejects.toThrow('is not in the key set')
  const named = { kid: keys.payees.newest.kid, key: elsewhere.payees.newest.key }
  const impostor = { payees: { newest: named, all: [named] } }
  await expect(decryptPayee(impostor, sealed, 'v_1')).rejects.toThrow('decryption operation failed')
})

it('opens after rotation, and what is sealed then opens under the new key only', async () => {
  const sealed = await encryptPayee(keys, payee, 'v_1')
  const rotated = await readKeys(JSON.stringify(await withNewKey(set, 'payees')))
  expect(await decryptPayee(rotated, sealed, 'v_1')).toEqual(payee)
  const later = await encryptPayee(rotated, payee, 'v_1')
  expect(await decryptPayee(rotated, later, 'v_1')).toEqual(payee)
  await expect(decryptPayee(keys, later, 'v_1')).rejects.toThrow('is not in the key set')
})

it('takes no text for a payee, and no payee for a text', async () => {
  const text = await encryptText(keys, JSON.stringify(payee), 'v_1')
  expect(await decryptText(keys, text, 'v_1')).toBe(JSON.stringify(payee))
  await expect(decryptPayee(keys, text, 'v_1')).rejects.toThrow('sealed for something else')
  await expect(decryptText(keys, await encryptPayee(keys, payee, 'v_1'), 'v_1')).rejects.toThrow(
    'sealed for something else',
  )
})

it('takes no other algorithm than its own', async () => {
  const { kid, key } = keys.payees.newest
  const wrapped = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(payee)))
    .setProtectedHeader({ alg: 'A256GCMKW', enc: 'A256GCM', kid, typ: 'payee', ctx: 'v_1' })
    .encrypt(new Uint8Array(32))
  await expect(decryptPayee(keys, wrapped, 'v_1')).rejects.toThrow('not allowed')
  expect(key.extractable).toBe(false)
})
