/** Which mailboxes of gift claims a person looks at. */
import { expect, it } from 'vitest'
import { mailboxDoubt } from '../../../src/rewards/claims/mailbox.ts'
import { mailboxKind } from '../../../src/rewards/payees/mail-domains.ts'
import { claimed, withAlipay } from '../../support/claimed.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'

const gift = (email: string) => ({ channel: 'gift' as const, fields: { email } })
const now = '2026-11-23T08:00:00.000Z'

it.each([
  ['a@mailinator.com', 'disposable'],
  ['A@X.GuerrillaMail.com', 'disposable'],
  ['a@notmailinator.com', 'own'],
  ['a@qq.com', 'known'],
  ['a@gmail.com', 'known'],
  ['a@mail.gmail.com', 'own'],
  ['a@connect.hku.hk', 'known'],
  ['a@uni-bonn.de', 'known'],
  ['a@pku.edu.cn', 'known'],
  ['a@ox.ac.uk', 'known'],
  ['a@education.cn', 'own'],
])('%s is %s', (email, is) => {
  expect(mailboxKind(email).is).toBe(is)
})

it('the sixth of a domain of its own within a day waits for a person, and so does what is thrown away', async () => {
  const world = await fresh()
  withAlipay(world)
  const vouchers = await claimed(world, 6)
  const { ports, study } = world
  const at = (n: number) => ({ studyId: study.id, id: vouchers[n]?.id ?? '' })
  const ask = (n: number, email: string, when = ports.clock.now()) => mailboxDoubt(ports, at(n), gift(email), when)
  expect(await ask(0, 'a@yopmail.com')).toEqual({ reason: 'disposable_mailbox', domainHash: null, domainNth: null })
  expect(await ask(0, 'a@gmail.com')).toEqual({ reason: null, domainHash: null, domainNth: null })
  const { domainHash, reason } = await ask(5, 'u6@catch.example.dev')
  expect([reason, domainHash?.includes('catch')]).toEqual([null, false])
  for (const { id } of vouchers.slice(0, 5)) {
    await ports.db.together({ sql: 'update claims set domain_hash = ? where voucher_id = ?', values: [domainHash, id] })
  }
  expect((await ask(5, 'other@CATCH.example.dev')).reason).toBe('many_of_one_domain')
  expect((await ask(4, 'other@catch.example.dev')).reason).toBe(null)
  expect(
    (await ask(5, 'other@catch.example.dev', new Date(Date.parse(now) + 3 * 86_400_000).toISOString())).reason,
  ).toBe(null)
  expect(await rowsOf(world, 'claims')).toHaveLength(6)
})
