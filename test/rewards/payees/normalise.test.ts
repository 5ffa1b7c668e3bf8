/** However somebody types their account, it is kept in one form, or the fault has a name. */
import { describe, expect, it, test } from 'vitest'
import type { Channel } from '../../../schema/tables.ts'
import type { Payee } from '../../../src/ports.ts'
import { fieldsAsked } from '../../../src/rewards/payees/channels.ts'
import { isWrittenInLatin, lengthInLatin } from '../../../src/rewards/payees/latin-letters.ts'
import { normalisePayee } from '../../../src/rewards/payees/normalise.ts'
import { bankText, profiles } from '../../../src/rewards/payment-files/bank-profile.ts'

const read = (channel: Channel, currency: string, typed: Record<string, string>) => {
  const result = normalisePayee(channel, currency, typed)
  return 'payee' in result ? result.payee.fields : Object.fromEntries(result.faults.map((it) => [it.field, it.fault]))
}
const alipay = (phone: string, name = '王小明') => read('alipay', 'CNY', { phone, name })
const fps = (phone: string) => read('fps', 'HKD', { phone, name: 'Chan Tai Man' })

describe('a phone number', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+8613800138000',
    '+86 138 0013 8000',
    '0086 138 0013 8000',
    '8613800138000',
    '１３８００１３８０００',
    '＋８６ １３８－００１３－８０００',
    '\u202a13800138000\u202c',
    ' (138) 0013–8000 ',
    '+86 (0)138 0013 8000',
    '013800138000',
    '86-0138-0013-8000',
    '138−0013−8000',
    '138ー0013ー8000',
    '138\ufe0f0013\u31648000',
    '138・0013・8000',
    'tel:+8613800138000',
    'ＴＥＬ：13800138000',
    '﹢86 138•0013•8000',
    '138，0013，8000',
    '\ufeff138\u00a00013\u20078000\u200b',
  ])('of the mainland is +8613800138000 when it is typed as %j', (typed) => {
    expect(alipay(typed)).toMatchObject({ phone: '+8613800138000' })
  })

  it.each([
    '91234567',
    '9123 4567',
    '+852 9123 4567',
    '00852-91234567',
    '85291234567',
    '(+852) 9123/4567',
    '＋８５２　９１２３．４５６７',
  ])('of Hong Kong is +85291234567 when it is typed as %j', (typed) => {
    expect(fps(typed)).toMatchObject({ phone: '+85291234567' })
  })

  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['1380013800', 'format'],
    ['138001380001', 'format'],
    ['12800138000', 'format'],
    ['+86 91234567', 'format'],
    ['+852 91234567', 'country'],
    ['+1 415 555 0100', 'country'],
    ['me@example.org', 'characters'],
    ['138x0138000', 'characters'],
    ['138+00138000', 'characters'],
  ])('for Alipay that is typed as %j is refused as %s', (typed, fault) => {
    expect(alipay(typed)).toEqual({ phone: fault })
  })

  it('of eight digits means Hong Kong to FPS, and one of the mainland does not', () => {
    expect(fps('+8613800138000')).toEqual({ phone: 'country' })
    expect(fps('13800138000')).toEqual({ phone: 'country' })
  })
})

describe('a mobile number for a wallet', () => {
  const wallets = { alipayhk: 'HKD', mpay: 'MOP' } as const
  const wallet = (channel: keyof typeof wallets, typed: string) => {
    const { phone } = read(channel, wallets[channel], { phone: typed, name: 'LEI K* I**' })
    return { phone }
  }

  it.each([
    ['mpay', '66123456', '+85366123456'],
    ['mpay', '6612 3456', '+85366123456'],
    ['mpay', '6612-3456', '+85366123456'],
    ['mpay', '+853 6612 3456', '+85366123456'],
    ['mpay', '00853 66123456', '+85366123456'],
    ['mpay', '(853) 6612–3456', '+85366123456'],
    ['mpay', '６６１２３４５６', '+85366123456'],
    ['mpay', '＋８５３　６６１２３４５６', '+85366123456'],
    ['alipayhk', '61234567', '+85261234567'],
    ['alipayhk', '+852-6123-4567', '+85261234567'],
    ['alipayhk', '0085291234567', '+85291234567'],
    ['alipayhk', '８５２ ５１２３ ４５６７', '+85251234567'],
    ['alipayhk', '46012345', '+85246012345'],
    ['alipayhk', '70112345', '+85270112345'],
    ['alipayhk', '71031234', '+85271031234'],
    ['alipayhk', '59991234', '+85259991234'],
    ['alipayhk', '98991234', '+85298991234'],
    ['mpay', '62001234', '+85362001234'],
    ['mpay', '65001234', '+85365001234'],
    ['mpay', '68941234', '+85368941234'],
    ['alipayhk', '84812345', '+85284812345'],
    ['alipayhk', '90112345', '+85290112345'],
  ] as const)('for %s typed as %j is %s', (channel, typed, phone) => {
    expect(wallet(channel, typed)).toEqual({ phone })
  })

  it.each([
    ['mpay', '', 'missing'],
    ['mpay', '+852 6123 4567', 'country'],
    ['mpay', '85261234567', 'country'],
    ['mpay', '91234567', 'country'],
    ['mpay', '13800138000', 'country'],
    ['mpay', '+86 138 0013 8000', 'country'],
    ['mpay', '+853 9123 4567', 'format'],
    ['mpay', '28123456', 'format'],
    ['mpay', '61234567', 'country'],
    ['mpay', '+853 6123 4567', 'format'],
    ['mpay', '88123456', 'format'],
    ['mpay', '6612345', 'format'],
    ['mpay', '661234567', 'format'],
    ['mpay', 'me@example.org', 'characters'],
    ['alipayhk', '+853 6612 3456', 'country'],
    ['alipayhk', '85366123456', 'country'],
    ['alipayhk', '8613800138000', 'country'],
    ['alipayhk', '+1 415 555 0100', 'country'],
    ['alipayhk', '21234567', 'format'],
    ['alipayhk', '+852 3123 4567', 'format'],
    ['alipayhk', '58012345', 'format'],
    ['alipayhk', '74712345', 'format'],
    ['alipayhk', '80012345', 'format'],
    ['alipayhk', '41234567', 'format'],
    ['alipayhk', '50123456', 'format'],
    ['alipayhk', '71161234', 'format'],
    ['alipayhk', '72012345', 'format'],
    ['alipayhk', '81012345', 'format'],
    ['alipayhk', '85123456', 'format'],
    ['alipayhk', '61234567 or 91234567', 'characters'],
    ['alipayhk', '61234567/91234567', 'format'],
    ['alipayhk', '0138 0013 8000', 'country'],
    ['alipayhk', '90012345', 'format'],
    ['alipayhk', '99912345', 'format'],
    ['alipayhk', '6123456x', 'characters'],
  ] as const)('for %s typed as %j is refused as %s', (channel, typed, fault) => {
    expect(wallet(channel, typed)).toEqual({ phone: fault })
  })

  it('is read only in the currency of its place', () => {
    expect(normalisePayee('mpay', 'HKD', { phone: '66123456', name: 'LEI' })).toEqual({ faults: [] })
    expect(normalisePayee('alipayhk', 'MOP', { phone: '61234567' })).toEqual({ faults: [] })
    expect(normalisePayee('alipayhk', 'CNY', { phone: '61234567' })).toEqual({ faults: [] })
  })
})

describe('the name that a wallet shows', () => {
  it.each([
    ['CHAN T** M**', 'CHAN T** M**'],
    ['陳 ＊ 文', '陳 * 文'],
    ['李**', '李**'],
    ['●大文', '●大文'],
    ['陳●文', '陳●文'],
  ])('is kept with what hides a part of it: %j', (typed, name) => {
    expect(read('alipayhk', 'HKD', { phone: '61234567', name: typed })).toMatchObject({ name })
  })

  it.each([
    ['', 'missing'],
    ['***', 'characters'],
  ])('is asked for when it is %j', (name, fault) => {
    expect(read('mpay', 'MOP', { phone: '66123456', name })).toEqual({ name: fault })
  })
})

describe('a name', () => {
  it('is kept as it is written, tidied and in NFC', () => {
    expect(alipay('13800138000', '  王　小明 ')).toMatchObject({ name: '王小明' })
    expect(alipay('13800138000', 'Jose\u0301  Álvares')).toMatchObject({ name: 'José Álvares' })
    expect(alipay('13800138000', '阿卜杜拉·买买提')).toMatchObject({ name: '阿卜杜拉·买买提' })
  })

  it.each([
    ['', 'missing'],
    ['123', 'characters'],
    ['Wang\u0001\ue000Xiao', 'characters'],
    ['Lee 😀', 'characters'],
    ['\u200b', 'missing'],
    ['名'.repeat(71), 'too_long'],
    // Signs that are drawn as letters are, and in colours.
    ['张三\u263a', 'characters'],
    ['張三\u2764\ufe0f', 'characters'],
    ['Zoé \u{1f469}\u200d\u{1f393}', 'characters'],
  ])('%j is refused as %s', (typed, fault) => {
    expect(alipay('13800138000', typed)).toEqual({ name: fault })
  })

  it.each([
    '\u2022',
    '\u30fb',
    '\u2027',
    '.',
    '\uff0e',
    '\uff65',
    '\u2219',
    ' \u00b7 ',
    '\u00b7',
    '\u16eb',
    '\u2024',
    '\u25e6',
    '\u2e31',
    '\ufe52',
    '\uff61',
    '··',
    '..',
    '\u200b·\u200b',
    '\u02d9',
    '\u0387',
    '\u2218',
    '\u22c5',
    '\u25aa',
    '\u25cf',
    '\u2981',
    '\u2e33',
  ])('of two parts has the dot of identity documents between them, when it is typed with %j', (dot) => {
    expect(alipay('13800138000', `阿依古丽${dot}买买提`)).toMatchObject({ name: '阿依古丽\u00b7买买提' })
  })

  it.each([
    ['张 三', '张三'],
    ['张\u200b三\u200b', '张三'],
    ['\u202a张三\u202c', '张三'],
    ['ＺＨＡＮＧ　ＳＡＮ', 'ZHANG SAN'],
    ['CHAN Tai Man 陳大文', 'CHAN Tai Man 陳大文'],
    ['J. R. O’Brien', 'J. R. O’Brien'],
    ['欧阳 娜娜 Nana', '欧阳娜娜 Nana'],
    ['张三\ufe0f', '张三'],
    ['葛\u{e0100}城', '葛城'],
    ['张\u3164三', '张三'],
    ['\u2800张\u2800三', '张三'],
    ['张\ufffc三', '张三'],
    ['⽅⼤⽂', '方大文'],
    ['张三。', '张三'],
    ['张三．', '张三'],
    ['张\n三', '张三'],
    ['\ufeffZhang\u00a0San', 'Zhang San'],
    ['Sammy Davis Jr.', 'Sammy Davis Jr.'],
  ])('typed as %j is %s', (typed, name) => {
    expect(alipay('13800138000', typed)).toMatchObject({ name })
  })

  it('of seventy characters is one, counted as people count them', () => {
    expect(alipay('13800138000', '𠮷'.repeat(70))).toMatchObject({ name: '𠮷'.repeat(70) })
  })
})

describe('a bank account', () => {
  const card = (account: string) => read('bank', 'CNY', { bank: '中国银行', account, name: '王小明' })

  it('of the mainland is a card number whose check digit is right', () => {
    expect(card('6222 0212 3456 7890 128')).toMatchObject({ account: '6222021234567890128' })
    expect(card('6222-0212-3456-7890-129')).toEqual({ account: 'checksum' })
    expect(card('6222 0212 3465 7890 128')).toEqual({ account: 'checksum' })
    expect(card('622202123456789')).toEqual({ account: 'format' })
    expect(card('my card')).toEqual({ account: 'characters' })
  })

  it('of Hong Kong has a bank code of three digits', () => {
    const typed = { bank: '004', account: '123-456789-838', name: 'Chan Tai Man' }
    expect(read('bank', 'HKD', typed)).toEqual({ bank: '004', account: '123456789838', name: 'Chan Tai Man' })
    expect(read('bank', 'HKD', { ...typed, bank: 'HSBC' })).toEqual({ bank: 'characters' })
    expect(read('bank', 'HKD', { ...typed, bank: '4', account: '12345' })).toEqual({
      bank: 'format',
      account: 'format',
    })
  })

  it('of Macao has a bank and an account number', () => {
    const typed = { bank: 'Banco Nacional Ultramarino', account: '9012345678', name: 'Lei Ka Ian' }
    expect(read('bank', 'MOP', typed)).toEqual(typed)
  })
})

describe('an email address', () => {
  const gift = (email: string) => read('gift', 'CNY', { email })

  it('has its domain in lower case, and is otherwise kept', () => {
    expect(gift(' Mei.Lin+study@Example.ORG ')).toEqual({ email: 'Mei.Lin+study@example.org' })
    expect(gift('ｍｅｉ＠ｅｘａｍｐｌｅ．ｏｒｇ')).toEqual({ email: 'mei@example.org' })
    const typed = [
      'mei@example。org',
      '\u200bmei@example.org\u2060',
      '<mei@example.org>',
      'mailto:mei@example.org',
      'mei@example.org.',
    ]
    for (const email of typed) expect(gift(email), email).toEqual({ email: 'mei@example.org' })
  })

  it.each([
    'mei',
    'mei@',
    '@example.org',
    'mei@example',
    'mei@@example.org',
    'a..b@example.org',
    'mei@-x.org',
    'mei@1.2.3.4',
  ])('%j is refused', (typed) => {
    expect(gift(typed)).toEqual({ email: 'format' })
  })
})

describe('a channel', () => {
  it('takes only what it asks for', () => {
    expect(read('wechat', 'CNY', { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', name: '王小明' })).toEqual({
      openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
    })
  })

  it('that does not pay a currency reads no payee for it', () => {
    expect(normalisePayee('fps', 'CNY', { phone: '91234567', name: 'Chan Tai Man' })).toEqual({ faults: [] })
  })
})

it('of a bank of Latin characters is asked for anew just where the bank would lose a letter or a digit', () => {
  const alphabets = /(?=[\p{L}\p{N}])[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{Lm}\p{Script=Hangul}]/u
  const typed = Array.from({ length: 0xfb10 }, (_, code) => `x${String.fromCharCode(code)}y`)
  const differ = typed.filter((name) => {
    return alphabets.test(name.slice(1, -1)) && isWrittenInLatin(name) !== (bankText(profiles.latin, name) !== null)
  })
  expect(differ).toEqual([])
  const taken = typed.filter((name) => /\p{L}/u.test(name.slice(1, -1)) && isWrittenInLatin(name))
  const longer = taken.filter((name) => lengthInLatin(name) !== bankText(profiles.latin, name)?.length)
  expect(longer).toEqual([])
})

describe('a name for a bank of Latin characters', () => {
  const latin = fieldsAsked(
    { settings: { debtor: { name: 'O', account: '1', bank: '004', characters: 'latin' } } },
    'fps',
    'HKD',
  )
  const read = (name: string) => normalisePayee('fps', 'HKD', { phone: '61234567', name }, latin)

  test.each(['Chan Tai Man', 'Đỗ Thị Weiß', 'Siobhán O’Brien', 'Ｃhan', 'Иван Петров', 'Γιώργος', '-Lee 3rd'])(
    'is taken: %s',
    (name) => {
      expect(read(name)).toHaveProperty('payee')
      const { payee } = read(name) as { payee: Payee }
      expect(bankText(profiles.latin, payee.fields.name ?? '')).not.toBeNull()
    },
  )

  test('is no longer than the bank takes, as the bank gets it', () => {
    expect(read('ß'.repeat(35))).toHaveProperty('payee')
    expect(read('ß'.repeat(36))).toEqual({ faults: [{ field: 'name', fault: 'too_long' }] })
  })

  test.each(['陳大文', 'CHAN Tai Man 陳大文', '김 Kim', 'محمد', 'Chan ३', '〇 Chan'])(
    'is asked for anew: %s',
    (name) => {
      expect(read(name)).toEqual({ faults: [{ field: 'name', fault: 'not_latin' }] })
      expect(bankText(profiles.latin, name)).toBeNull()
    },
  )
})
