/** The same account is known again, however it is written, within one study and nowhere else. */
import { describe, expect, it } from 'vitest'
import { newKeySet, readKeys, withNewKey } from '../../../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../../src/platform/adapters/node-secret-keys.ts'
import type { Payee } from '../../../src/ports.ts'
import { accountHash } from '../../../src/rewards/payees/account.ts'

const set = await newKeySet()
const keys = await readKeys(JSON.stringify(set), nodeSecretKeys)
const hash = (payee: Payee, study = 'study_1', ring = keys) => accountHash(ring, study, payee)
const gift = (email: string): Payee => ({ channel: 'gift', fields: { email } })
const bank = (fields: Record<string, string>): Payee => ({ channel: 'bank', fields: { name: '王小明', ...fields } })
const phone: Payee = { channel: 'alipay', fields: { phone: '+8613800138000', name: '王小明' } }

describe('the hash of an account', () => {
  it('is the same whoever it is said to belong to', async () => {
    const other = { ...phone, fields: { ...phone.fields, name: '李小红' } }
    expect(await hash(other)).toBe(await hash(phone))
    expect(await hash({ ...phone, fields: { ...phone.fields, phone: '+8613800138001' } })).not.toBe(await hash(phone))
  })

  it('cannot be compared between studies', async () => {
    expect(await hash(phone, 'study_2')).not.toBe(await hash(phone))
  })

  it('stays the same when every other key is rotated, and is another under another key', async () => {
    let rotated = set
    for (const purpose of ['tokens', 'codes', 'receipts', 'payees'] as const)
      rotated = await withNewKey(rotated, purpose)
    expect(await hash(phone, 'study_1', await readKeys(JSON.stringify(rotated), nodeSecretKeys))).toBe(
      await hash(phone),
    )
    const elsewhere = await readKeys(JSON.stringify(await newKeySet()), nodeSecretKeys)
    expect(await hash(phone, 'study_1', elsewhere)).not.toBe(await hash(phone))
    await expect(withNewKey(set, 'accounts')).rejects.toThrow('never rotated')
  })

  it('differs between channels: the same number is another account there', async () => {
    const channels = ['alipay', 'fps', 'alipayhk', 'mpay'] as const
    const hashes = await Promise.all(channels.map((channel) => hash({ ...phone, channel })))
    expect(new Set(hashes).size).toBe(channels.length)
  })

  it('does not hear what a bank is called', async () => {
    const one = await hash(bank({ bank: '中国银行', account: '6222021234567890128' }))
    expect(await hash(bank({ bank: 'Bank of China', account: '6222021234567890128' }))).toBe(one)
  })

  it('is the same in Hong Kong with the bank’s code in front of the account, and another at another bank', async () => {
    const one = await hash(bank({ bank: '004', account: '123456789' }))
    expect(await hash(bank({ bank: '004', account: '004123456789' }))).toBe(one)
    expect(await hash(bank({ bank: '012', account: '123456789' }))).not.toBe(one)
  })

  it('sees through labels, dots and capitals of a mailbox', async () => {
    const one = await hash(gift('meilin@gmail.com'))
    for (const email of ['Mei.Lin@gmail.com', 'meilin+2@gmail.com', 'm.e.i.lin+x@googlemail.com']) {
      expect(await hash(gift(email))).toBe(one)
    }
    expect(await hash(gift('mei.lin@example.org'))).not.toBe(await hash(gift('meilin@example.org')))
    expect(await hash(gift('mei.lin+2@example.org'))).toBe(await hash(gift('mei.lin@example.org')))
  })
})
