import { describe, expect, test } from 'vitest'
import { readConfig } from '../../../src/config.ts'
import { settingsOf } from '../../../src/entry/settings.ts'
import { profiles } from '../../../src/rewards/payment-files/bank-profile.ts'
import { pain001 } from '../../../src/rewards/payment-files/pain001.ts'
import { manualPayer } from '../../support/payer.ts'
import { payment } from './payment-lines.ts'

const whole = { DEBTOR_NAME: '調研辦公室', DEBTOR_ACCOUNT: '004-123456-001', DEBTOR_BANK: '004' }
const debtorOf = (env: Record<string, string>) => settingsOf(readConfig(env)).debtor

describe('whose account pays', () => {
  test('is configured whole, or a line says what is missing', () => {
    expect(debtorOf({ MODE: 'production', ...whole, DEBTOR_CHARACTERS: 'latin' })).toEqual({
      name: '調研辦公室',
      account: '004-123456-001',
      bank: '004',
      characters: 'latin',
    })
    expect(() => readConfig({ DEBTOR_NAME: 'Survey Office', DEBTOR_BANK: '004' })).toThrow(
      /^DEBTOR_ACCOUNT: missing, and DEBTOR_NAME is set: a file for the bank needs all of DEBTOR_NAME, DEBTOR_ACCOUNT, DEBTOR_BANK$/,
    )
    expect(() => readConfig({ ...whole, DEBTOR_BANK: 'Hang Seng' })).toThrow(/^DEBTOR_BANK: is no BIC/)
  })

  test('is nobody in production, and somebody of no real bank in a demonstration', async () => {
    expect(debtorOf({ MODE: 'production' })).toBeNull()
    const demo = debtorOf({ MODE: 'demo' })
    if (demo === null) throw new Error('none')
    const meta = { messageId: 'BATCH1', day: '2026-02-26', executionDay: '2026-02-27' }
    expect(await pain001([payment(1)], demo, meta, profiles[demo.characters])).toHaveProperty('xml')
  })
})

test('paying by hand accepts what it is sent, and knows nothing that staff have not said', async () => {
  const payer = manualPayer()
  const order = {
    reference: 'H1',
    amountMinor: 1,
    currency: 'HKD',
    payee: { channel: 'fps' as const, fields: {} },
    title: '',
  }
  expect(await payer.send(order)).toEqual({ state: 'accepted', code: null })
  const asked = { reference: 'H1', providerId: null }
  expect(await payer.query(asked)).toEqual({ state: 'unknown', code: 'ASK_STAFF' })
  expect(await payer.cancel(asked)).toEqual({ state: 'unknown', code: 'ASK_STAFF' })
})
