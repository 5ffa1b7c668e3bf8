import { expect, it } from 'vitest'
import { payeesOfContact } from '../../../src/rewards/payees/contact.ts'

const phones = (phone: string) =>
  ['alipay', 'fps', 'alipayhk', 'mpay'].map((channel) => ({ channel, fields: { phone } }))

it.each([
  [
    'a number of the mainland, which may be an account as well',
    '138 0013 8000',
    [
      ...phones('+8613800138000'),
      { channel: 'bank', fields: { account: '13800138000' } },
      { channel: 'bank', fields: { bank: '138', account: '13800138000' } },
    ],
  ],
  ['a number of Hong Kong, with its country', '+852 9123-4567', phones('+85291234567')],
  ['an address', ' <Mei.Chan@Example.org> ', [{ channel: 'gift', fields: { email: 'Mei.Chan@example.org' } }]],
  [
    'an account',
    '6222 0000 0000 0000',
    [
      { channel: 'bank', fields: { account: '6222000000000000' } },
      { channel: 'bank', fields: { bank: '622', account: '6222000000000000' } },
    ],
  ],
  [
    'a number that may be of Hong Kong or of Macau, which two people may have: an account at the most',
    '6234 5678',
    [
      { channel: 'bank', fields: { account: '62345678' } },
      { channel: 'bank', fields: { bank: '623', account: '62345678' } },
    ],
  ],
  ['an address with a label, which may be a mailbox of its own', 'mei+other@example.org', []],
  ['a name', 'Mei Chan', []],
  ['a reference', 'R7K2-9QXT', []],
  ['nothing', '', []],
])('%s may be these accounts', (_, typed, payees) => {
  expect(payeesOfContact(typed)).toEqual(payees)
})
