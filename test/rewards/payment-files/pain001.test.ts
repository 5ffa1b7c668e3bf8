import { describe, expect, test } from 'vitest'
import type { Debtor } from '../../../src/ports.ts'
import { profiles } from '../../../src/rewards/payment-files/bank-profile.ts'
import type { PaymentLine } from '../../../src/rewards/payment-files/line.ts'
import { messageIdOf } from '../../../src/rewards/payment-files/message-id.ts'
import { pain001 } from '../../../src/rewards/payment-files/pain001.ts'
import { all, type Node, oddNames, payment, textAt, tree } from './payment-lines.ts'

const debtor: Debtor = { name: 'Survey Office', account: '004123456001', bank: 'HSBCHKHHHKH', characters: 'unicode' }
const meta = { messageId: 'BATCH0001', day: '2026-02-26', executionDay: '2026-02-27' }

async function made(lines: PaymentLine[], profile: keyof typeof profiles = 'unicode'): Promise<Node> {
  const file = await pain001(lines, debtor, meta, profiles[profile])
  if ('refused' in file) throw new Error(JSON.stringify(file.refused))
  return tree(file.xml)
}

async function refusedFor(line: PaymentLine, profile: keyof typeof profiles = 'unicode') {
  const file = await pain001([line], debtor, meta, profiles[profile])
  return 'refused' in file ? file.refused.map(({ why }) => why) : 'not refused'
}

// The sequences of pain.001.001.09.xsd, as far as the file uses them; `?` may be missing, `+` may be there many times.
const sequences: Record<string, string> = {
  Document: 'CstmrCdtTrfInitn',
  CstmrCdtTrfInitn: 'GrpHdr PmtInf+',
  GrpHdr: 'MsgId CreDtTm Authstn? NbOfTxs CtrlSum? InitgPty FwdgAgt? InitnSrc?',
  PmtInf:
    'PmtInfId PmtMtd BtchBookg? NbOfTxs? CtrlSum? PmtTpInf? ReqdExctnDt PoolgAdjstmntDt? Dbtr DbtrAcct DbtrAgt DbtrAgtAcct? InstrForDbtrAgt? UltmtDbtr? ChrgBr? ChrgsAcct? ChrgsAcctAgt? CdtTrfTxInf+',
  ReqdExctnDt: 'Dt? DtTm?',
  CdtTrfTxInf:
    'PmtId PmtTpInf? Amt XchgRateInf? ChrgBr? ChqInstr? UltmtDbtr? IntrmyAgt1? CdtrAgt? CdtrAgtAcct? Cdtr? CdtrAcct? UltmtCdtr? InstrForCdtrAgt? InstrForDbtrAgt? Purp? RgltryRptg? Tax? RltdRmtInf? RmtInf?',
  PmtId: 'InstrId? EndToEndId UETR?',
  Amt: 'InstdAmt',
  InitgPty: 'Nm? PstlAdr? Id?',
  Dbtr: 'Nm? PstlAdr? Id?',
  Cdtr: 'Nm? PstlAdr? Id?',
  DbtrAcct: 'Id Tp? Ccy? Nm? Prxy?',
  CdtrAcct: 'Id Tp? Ccy? Nm? Prxy?',
  Othr: 'Id SchmeNm? Issr?',
  Prxy: 'Tp? Id',
  Tp: 'Cd',
  DbtrAgt: 'FinInstnId BrnchId?',
  CdtrAgt: 'FinInstnId BrnchId?',
  FinInstnId: 'BICFI? ClrSysMmbId? LEI? Nm? PstlAdr? Othr?',
  ClrSysMmbId: 'ClrSysId? MmbId',
  ClrSysId: 'Cd',
  RmtInf: 'Ustrd+',
}

function outOfOrder(node: Node): string[] {
  const inside = node.children.flatMap(outOfOrder)
  if (node.children.length === 0) return inside
  // An account's Id is a choice of two.
  const sequence = node.name === 'Id' ? 'IBAN? Othr?' : sequences[node.name]
  const pattern = sequence?.replace(/(\w+)([?+]?) ?/g, '(?:$1 )$2')
  const names = node.children.map(({ name }) => `${name} `).join('')
  return new RegExp(`^${pattern}$`).test(names) ? inside : [...inside, `${node.name}: ${names}`]
}

const mixed = [
  payment(1),
  payment(2, { channel: 'fps', payee: { name: '陈大文', phone: '+85261234567' } }),
  payment(3, { channel: 'fps', payee: { name: 'Wong', email: 'wong@example.org' } }),
  payment(4, { currency: 'CNY', payee: { name: '王芳', bank: '中国银行', account: '6222020200112233445' } }),
  payment(5, { currency: 'MOP', payee: { name: 'Lei', bank: 'BKCHMOMX', account: '123456789' } }),
]

describe('pain.001.001.09', () => {
  test('has its elements in the order of the schema', async () => {
    const document = await made(mixed)
    expect(document.attributes.xmlns).toBe('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09')
    expect(outOfOrder(document)).toEqual([])
  })

  test('counts and adds up exactly, in all and for each currency', async () => {
    const many = Array.from({ length: 1000 }, (_, nth) => payment(nth, { amountMinor: 1 + nth }))
    const document = await made([...many, payment(2000, { currency: 'JPY', amountMinor: 7 })])
    const group = all(document, 'CstmrCdtTrfInitn/GrpHdr')[0] as Node
    expect([textAt(group, 'NbOfTxs'), textAt(group, 'CtrlSum')]).toEqual(['1001', '5012.00'])
    const payments = all(document, 'CstmrCdtTrfInitn/PmtInf')
    expect(
      payments.map((it) => [
        textAt(it, 'PmtInfId'),
        textAt(it, 'NbOfTxs'),
        textAt(it, 'CtrlSum'),
        all(it, 'CdtTrfTxInf').length,
      ]),
    ).toEqual([
      ['BATCH0001-HKD', '1000', '5005.00', 1000],
      ['BATCH0001-JPY', '1', '7', 1],
    ])
    expect(payments.map((it) => textAt(it, 'ReqdExctnDt/Dt'))).toEqual(['2026-02-27', '2026-02-27'])
  })

  test('pays each reference once, the amount in its currency', async () => {
    const document = await made(mixed)
    const transactions = all(document, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf')
    const paid = transactions.map((it) => [
      textAt(it, 'PmtId/EndToEndId'),
      textAt(it, 'Amt/InstdAmt'),
      all(it, 'Amt/InstdAmt')[0]?.attributes.Ccy,
    ])
    expect(paid.sort()).toEqual(
      mixed.map(({ reference, amountMinor, currency }) => [reference, (amountMinor / 100).toFixed(2), currency]),
    )
  })

  test('names banks by BIC, clearing code or name, and FPS accounts by phone or email', async () => {
    const document = await made(mixed)
    const of = (nth: number) =>
      all(document, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf').find(
        (it) => textAt(it, 'PmtId/EndToEndId') === payment(nth).reference,
      ) as Node
    expect(textAt(of(1), 'CdtrAgt/FinInstnId/ClrSysMmbId/ClrSysId/Cd')).toBe('HKNCC')
    expect(textAt(of(1), 'CdtrAgt/FinInstnId/ClrSysMmbId/MmbId')).toBe('004')
    expect(textAt(of(1), 'CdtrAcct/Id/Othr/Id')).toBe('012345678901')
    expect(all(of(2), 'CdtrAgt')).toEqual([])
    expect([textAt(of(2), 'CdtrAcct/Prxy/Tp/Cd'), textAt(of(2), 'CdtrAcct/Prxy/Id')]).toEqual(['TELE', '+852-61234567'])
    expect([textAt(of(3), 'CdtrAcct/Prxy/Tp/Cd'), textAt(of(3), 'CdtrAcct/Prxy/Id')]).toEqual([
      'EMAL',
      'wong@example.org',
    ])
    expect(textAt(of(4), 'CdtrAgt/FinInstnId/Nm')).toBe('中国银行')
    expect(textAt(of(5), 'CdtrAgt/FinInstnId/BICFI')).toBe('BKCHMOMX')
  })

  test('takes a bank whose name looks like a BIC for a name', async () => {
    const document = await made([payment(1, { payee: { name: 'Lei', bank: 'HANGSENG', account: '123456' } })])
    expect(textAt(document, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/CdtrAgt/FinInstnId/Nm')).toBe('HANGSENG')
  })

  test('carries odd names unharmed', async () => {
    const lines = oddNames.map((name, nth) => payment(nth, { payee: { name, bank: '004', account: '123456' } }))
    const document = await made(lines)
    const names = all(document, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Cdtr/Nm').map(({ text }) => text)
    expect(names.sort()).toEqual([...oddNames].sort())
  })

  test('tells the day, not the time, and does not follow the order of the lines', async () => {
    const lines = Array.from({ length: 100 }, (_, nth) => payment(nth))
    const file = await pain001(lines, debtor, meta, profiles.unicode)
    expect(await pain001([...lines].reverse(), debtor, meta, profiles.unicode)).toEqual(file)
    const document = await made(lines)
    expect(textAt(document, 'CstmrCdtTrfInitn/GrpHdr/CreDtTm')).toBe('2026-02-26T00:00:00')
    const references = all(document, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/PmtId/EndToEndId').map(({ text }) => text)
    expect(references).not.toEqual([...references].sort())
  })
})

describe('a file for the bank is refused whole', () => {
  test('when a line is nothing that a bank pays', async () => {
    const alipay = payment(9, { channel: 'alipay', currency: 'CNY', payee: { name: '王芳', phone: '+8613800138000' } })
    const file = await pain001([payment(1), alipay], debtor, meta, profiles.unicode)
    expect(file).toEqual({ refused: [{ reference: alipay.reference, why: 'channel' }] })
  })

  test.each([
    ['no name', { bank: '004', account: '123456' }, 'name'],
    ['no account', { name: 'Chan', bank: '004' }, 'account'],
    ['no bank', { name: 'Chan', account: '123456' }, 'bank'],
    ['a name of 141 characters', { name: 'x'.repeat(141), bank: '004', account: '123456' }, 'name_too_long'],
    ['a name that XML cannot hold', { name: 'Chan\u0001', bank: '004', account: '123456' }, 'characters'],
  ])('when there is %s', async (_, payee, why) => {
    expect(await refusedFor(payment(1, { payee }))).toEqual([why])
  })

  test('counts a name in characters, so that 140 of them fit', async () => {
    expect(await refusedFor(payment(1, { payee: { name: '𠮷'.repeat(140), bank: '004', account: '1' } }))).toBe(
      'not refused',
    )
  })

  test('an id that no message can have is a mistake of ours', async () => {
    expect(messageIdOf('batch_0hq2k8v1wabcdefghjkmn')).toBe('BATCH0HQ2K8V1WABCDEFGHJKMN')
    await expect(pain001([payment(1)], debtor, { ...meta, messageId: 'batch_1' }, profiles.unicode)).rejects.toThrow(
      /message id/,
    )
  })
})

describe('a bank that takes Latin characters only', () => {
  const nameIn = async (name: string) => {
    const document = await made([payment(1, { payee: { name, bank: '004', account: '1' } })], 'latin')
    return textAt(document, 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Cdtr/Nm')
  }

  test('gets letters without marks, and a full stop for what it cannot write', async () => {
    expect(await nameIn('Séan Ｏ＇Neill & Söhne')).toBe("Sean O'Neill . Sohne")
  })

  // As EPC217-08 writes them.
  test.each([
    ['Đỗ Thị Weiß', 'Do Thi Weiss'],
    ['Łukasz Øberg', 'Lukasz Oberg'],
    ['Œuvre Æsir', 'Oeuvre Aesir'],
    ['ŒUVRE ÆSIR', 'OEUVRE AESIR'],
    ['İpek Yıldız', 'Ipek Yildiz'],
    ['Siobhán O’Brien', "Siobhan O'Brien"],
    ['Þórður Ðað', 'Thordur Dad'],
    ['Иван Петров', 'Ivan Petrov'],
    ['Γιώργος', 'Giorgos'],
    ['Jean–Luc Dupont‑Moretti', 'Jean-Luc Dupont-Moretti'],
    ['ʻOkina O′Brien', "'Okina O'Brien"],
    ['“Bob” {Lee}', "'Bob' (Lee)"],
    ['K. O\u2019Neil\u200f', "K. O'Neil"],
    ['STRAẞE Straße', 'STRASSE Strasse'],
    ['Əli Ŋgũgĩ Ɓello', 'Eli Ngugi Bello'],
    ['ɛsi Ŧuomma ĸala', 'esi Tuomma kala'],
    ['Ђорђе Јовић Џанић', 'Djordje Jovic Dzanic'],
    ['Әбілқайыр Өмірұлы', 'Abilkaiyr Omiruly'],
    ['Сүхбаатар ҢҮ', 'Sukhbaatar NU'],
    ['Щербакова ЩУКА', 'Shcherbakova SHCHUKA'],
    ['Χρήστος Ξένος', 'Christos Xenos'],
    ['Ma\ua78cya', "Ma'ya"],
    ['Nguyễn Thị Ánh Ngọc', 'Nguyen Thi Anh Ngoc'],
    ['Grzegorz Brzęczyszczykiewicz-Żółć', 'Grzegorz Brzeczyszczykiewicz-Zolc'],
    ['Ștefan Țăranu', 'Stefan Taranu'],
    ['Ganbaatar O\u0308nöro\u0301', 'Ganbaatar Onoro'],
    ['\uff2cI \uff2eA', 'LI NA'],
    ['U', 'U'],
  ])('keeps the letters of %s', async (typed, sent) => {
    expect(await nameIn(typed)).toBe(sent)
  })

  test('gets the voucher’s reference for a title in Chinese', async () => {
    expect(textAt(await made([payment(1)], 'latin'), 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/RmtInf/Ustrd')).toBe('V1')
    expect(textAt(await made([payment(1)]), 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/RmtInf/Ustrd')).toBe('调研参与奖励')
  })

  test('gets no name of which nothing would be left, and none beyond 70 characters', async () => {
    expect(await refusedFor(payment(1, { payee: { name: '陈大文', bank: '004', account: '1' } }), 'latin')).toEqual([
      'characters',
    ])
    expect(
      await refusedFor(payment(1, { payee: { name: 'x'.repeat(71), bank: '004', account: '1' } }), 'latin'),
    ).toEqual(['name_too_long'])
  })

  test.each(['CHAN Tai Man 陳大文', 'Chan 文', 'محمد Ali', '김 Kim'])(
    'gets no name of which letters would be lost: %s is refused',
    async (name) => {
      expect(await refusedFor(payment(1, { payee: { name, bank: '004', account: '1' } }), 'latin')).toEqual([
        'characters',
      ])
    },
  )
})
