/** What a batch is called between us and a bank, there and back. */
import { describe, expect, it } from 'vitest'
import { batchIdsIn, messageIdOf, paymentIdOf } from '../../../src/rewards/payment-files/message-id.ts'

const id = 'batch_1m83pph00kdapyh0hbg06'
const name = messageIdOf(id)

describe('a text', () => {
  it.each<[what: string, text: string, ids: string[]]>([
    ['that is the message names its batch', name, [id]],
    ['that is the payment information names its batch', paymentIdOf(name, 'HKD'), [id]],
    ['without the hyphen names it as well', `${name}HKD`, [id]],
    ['among other words, in small letters, names it', `Bulk payment ${name.toLowerCase()}-hkd of today`, [id]],
    ['that names it twice names it once', `${name} ${paymentIdOf(name, 'HKD')}`, [id]],
    ['that is cut short names none', name.slice(0, -1), []],
    ['that is longer names none', `${name}7777`, []],
    ['of a payout names none', 'H1M83PPH00KDAPYH0HBG06', []],
  ])('%s', (_, text, ids) => {
    expect(batchIdsIn(text)).toEqual(ids)
  })
})
