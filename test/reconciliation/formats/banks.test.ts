/**
 * Tables as banks and wallets of Hong Kong, Macao and the mainland let their customers download them, as their columns page
 * begins: what it guesses, what a person still has to choose, and what is read then.
 */
import { describe, expect, it } from 'vitest'
import { gbkBytes } from '../../../simulation/statements/gbk.ts'
import { sniffCsv } from '../../../src/reconciliation/formats/csv/sniff-csv.ts'
import { detect } from '../../../src/reconciliation/formats/detect.ts'
import { mappingIn } from '../../../src/reconciliation/reading-rules/columns-fields.ts'
import { guessedFields } from '../../../src/reconciliation/reading-rules/guessed-fields.ts'
import type { PostedFields } from '../../../src/reconciliation/statements/form.ts'
import { asBytes, readUpload } from './reading.ts'

interface Flavour {
  bank: string
  currency: string
  rows: string[]
  encoding?: 'gbk' | 'big5'
  /** What the page does not guess. */
  chosen?: PostedFields
  /** Day and amount with its sign. */
  came: [day: string, minor: number][]
}

const two: Flavour['came'] = [
  ['2026-11-13', -2_200],
  ['2026-11-14', 100_000],
]
const word = (amount: string, direction: string, debit: string, credit: string): PostedFields => ({
  ...{ by: 'word', amount, direction, debitWords: debit, creditWords: credit },
})

const flavours: Flavour[] = [
  {
    bank: 'HSBC, for companies',
    currency: 'HKD',
    rows: [
      'Account name,Account number,Currency,Bank reference,Narrative,Customer reference,Value date,Credit amount,Debit amount,Post date,Balance',
      'STUDY ABROAD LTD,123456789838,HKD,N1,TRF,H1,13/11/2026,,-22.00,13/11/2026,978.00',
      'STUDY ABROAD LTD,123456789838,HKD,N2,TOP UP,,14/11/2026,"1,000.00",,14/11/2026,"1,978.00"',
    ],
    chosen: { day: 'Post date', dayFormat: 'DD/MM/YYYY' },
    came: two,
  },
  {
    bank: 'Hang Seng',
    currency: 'HKD',
    rows: [
      '"Account number","123-456789-838"',
      '',
      '"Date","Transaction details","Deposit (HKD)","Withdrawal (HKD)","Balance in account currency"',
      '"13 Nov 2026","TRANSFER","","22.00","978.00"',
      '"14 Nov 2026","FPS","1,000.00","","1,978.00"',
    ],
    came: two,
  },
  {
    bank: 'BOCHK, in Big5',
    currency: 'HKD',
    encoding: 'big5',
    rows: ['日期,摘要,支出,存入,結餘', '2026/11/13,轉賬,22.00,,978.00', '2026/11/14,存款,,"1,000.00","1,978.00"'],
    came: two,
  },
  {
    bank: 'BOCHK, in English, with a total',
    currency: 'HKD',
    rows: [
      'Transaction Date,Value Date,Description,Withdrawal,Deposit,Balance',
      '2026/11/13,2026/11/13,TRF,22.00,,978.00',
      '2026/11/14,2026/11/14,FPS,,1000.00,1978.00',
      'Total,,,22.00,1000.00,',
    ],
    came: two,
  },
  {
    bank: 'ICBC, with what was paid beside what was booked',
    currency: 'CNY',
    rows: [
      '卡号: 6222,起始日期: 2026-11-01',
      '交易日期,摘要,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额',
      '2026-11-13 \t,"转账 \t"," \t","3.10 \t",美元\t," \t","22.00 \t",人民币 \t,978.00',
      '2026-11-14 \t,"汇入 \t","1,000.00 \t"," \t",人民币\t,"1,000.00 \t"," \t",人民币 \t,"1,978.00"',
    ],
    came: two,
  },
  {
    bank: 'Standard Chartered',
    currency: 'HKD',
    rows: [
      'Date,Transaction,Currency,Deposit,Withdrawal,Running Balance',
      "'13/11/2026,TRF,HKD,,22.00,978.00 CR",
      '\'14/11/2026,FPS,HKD,"1,000.00",,"1,978.00 CR"',
    ],
    came: two,
  },
  {
    bank: 'ZA Bank',
    currency: 'HKD',
    rows: [
      '交易日期,交易類型,金額,交易後餘額',
      '13 Nov 2026,轉出,HKD -22.00,HKD 978.00',
      '14 Nov 2026,轉入,"HKD +1,000.00","HKD 1,978.00"',
    ],
    came: two,
  },
  {
    bank: 'ICBC, for companies',
    currency: 'CNY',
    encoding: 'gbk',
    rows: [
      '[HISTORYDETAIL]',
      '凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额',
      '0,\t0200001,\t6222001,2026-11-13 10.11.12.000000,借,22.00,0.00,102,网银,酬金,张三,978.00',
      '0,\t0200001,\t6222002,2026-11-14 10.11.12.000000,贷,0.00,"1,000.00",102,网银,充值,李四,"1,978.00"',
    ],
    chosen: { day: '交易时间', dayFormat: 'YYYY-MM-DD' },
    came: two,
  },
  {
    bank: 'CMB',
    currency: 'CNY',
    encoding: 'gbk',
    rows: [
      '# 招商银行交易记录',
      '# 导出时间: 2026-11-20 10:00:00',
      '',
      '"交易日期","交易时间","收入","支出","余额","交易类型","交易备注"',
      '"\t20261113","\t10:11:12","","22.00","978.00","转账","酬金"',
      '"\t20261114","\t10:11:12","1000.00","","1978.00","转账","充值"',
      '# 收入合计：1笔，共1000.00元',
    ],
    came: two,
  },
  {
    bank: 'ABC',
    currency: 'CNY',
    encoding: 'gbk',
    rows: [
      '账户明细查询,,,,,',
      '交易日期,交易时间,交易金额,本次余额,对方户名,交易摘要',
      '20261113,101112,-22.00,978.00,张三,转支',
      '20261114,101112,+1000.00,1978.00,李四,转存',
    ],
    came: two,
  },
  {
    bank: 'CCB, for companies',
    currency: 'CNY',
    encoding: 'gbk',
    rows: [
      '账号,账户名称,交易时间,借方发生额（支取）,贷方发生额（收入）,余额,币种,对方户名,摘要',
      '4400001,留学研究,20261113 10:11:12,22.00,0.00,978.00,人民币元,张三,酬金',
      '4400001,留学研究,20261114 10:11:12,0.00,"1,000.00","1,978.00",人民币元,李四,充值',
    ],
    chosen: { day: '交易时间', dayFormat: 'YYYYMMDD' },
    came: two,
  },
  {
    bank: 'Bank of Communications, day and time in one',
    currency: 'CNY',
    encoding: 'gbk',
    rows: [
      '交易时间,摘要,借贷标志,交易金额,账户余额,对方户名',
      '20261113101112,转账,借,22.00,978.00,张三',
      '20261114101112,转账,贷,1000.00,1978.00,李四',
    ],
    chosen: word('交易金额', '借贷标志', '借', '贷'),
    came: two,
  },
  {
    bank: 'BNU, in Portuguese',
    currency: 'MOP',
    rows: [
      'Data;Descrição;Débito;Crédito;Saldo',
      '13-nov-2026;TRF;22,00;;978,00',
      '14-nov-2026;DEP;;1.000,00;1.978,00',
      '02-dez-2026;TRF;22,00;;1.956,00',
    ],
    came: [...two, ['2026-12-02', -2_200]],
  },
  {
    bank: 'BOC Macau, in Big5',
    currency: 'MOP',
    encoding: 'big5',
    rows: [
      '賬戶號碼：,180101123456',
      '交易日期,交易摘要,支出金額,存入金額,賬戶結餘',
      '13/11/2026,轉賬,MOP 22.00,,MOP 978.00',
      '14/11/2026,存款,,"MOP 1,000.00","MOP 1,978.00"',
    ],
    came: two,
  },
  {
    bank: 'ICBC Macau',
    currency: 'MOP',
    rows: [
      'Transaction Date|Currency|Amount|DR/CR|Balance|Remark',
      '2026-11-13|MOP|22.00|DR|978.00|TRF',
      '2026-11-14|MOP|1,000.00|CR|1,978.00|DEP',
    ],
    chosen: word('Amount', 'DR/CR', 'DR', 'CR'),
    came: two,
  },
  {
    bank: 'WeChat Pay, as a person downloads it',
    currency: 'CNY',
    rows: [
      '微信支付账单明细,,,,,,,',
      '起始时间：[2026-11-13 00:00:00] 终止时间：[2026-11-14 23:59:59],,,,,,,',
      '----------------------微信支付账单明细列表--------------------,,,,,,,',
      '交易时间,交易类型,交易对方,商品,收/支,金额(元),当前状态,交易单号',
      '2026-11-13 10:11:12,转账,张三,"酬金",支出,¥22.00,支付成功,"10001\t"',
      '2026-11-14 10:11:12,转账,李四,"充值",收入,¥1000.00,已收钱,"10002\t"',
    ],
    chosen: word('金额(元)', '收/支', '支出', '收入'),
    came: two,
  },
  {
    bank: 'WeChat Pay, behind backticks',
    currency: 'CNY',
    rows: [
      '交易时间,微信订单号,商户订单号,收支,金额',
      '`2026-11-13 10:11:12,`42001,`H1,`支出,`22.00',
      '`2026-11-14 10:11:12,`42002,`H2,`收入,`1000.00',
    ],
    chosen: word('金额', '收支', '`支出', '`收入'),
    came: two,
  },
  {
    bank: 'Alipay, as a person downloads it',
    currency: 'CNY',
    encoding: 'gbk',
    rows: [
      '------------------------------------------------------------------------------------',
      '导出信息：',
      '姓名：张三',
      '共2笔记录',
      '------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------',
      '交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,',
      '2026-11-13 10:11:12,转账红包,张三,zha***@example.org,酬金,支出,22.00,余额,交易成功,2026111322001\t,H1\t,,',
      '2026-11-14 10:11:12,转账红包,李四,lis***@example.org,充值,收入,1000.00,余额,交易成功,2026111422001\t,H2\t,,',
    ],
    chosen: word('金额', '收/支', '支出', '收入'),
    came: two,
  },
]

describe('a column of words', () => {
  const table = (words: readonly string[], amounts = ['22.00', '1000.00']) =>
    sniffCsv(
      asBytes(
        `Date,Text,Way,Amount\n${words.map((one, n) => `2026-11-1${n},a,${one},${amounts[n] ?? '5.00'}\n`).join('')}`,
      ),
    )
  const fields = (...args: Parameters<typeof table>) => {
    const { by, direction, debitWords, creditWords } = guessedFields(
      table(...args) as NonNullable<ReturnType<typeof table>>,
    )
    return { by, direction, debitWords, creditWords }
  }

  it.each([
    [['D', 'C'], 'D', 'C'],
    [['dr', 'cr'], 'dr', 'cr'],
    [['借', '贷'], '借', '贷'],
    [['借方', '借方'], '借方', '贷方'],
    [['支出', '/', '收入'], '支出', '收入'],
    [['`支出', '`收入'], '`支出', '`收入'],
    [['贷 Cr', '借 Dr'], '借 Dr', '贷 Cr'],
    [['Debit(借)'], 'Debit(借)', 'Credit(贷)'],
    [['Withdrawal', 'Deposit'], 'Withdrawal', 'Deposit'],
  ])('%j says where the money went, unless somebody says otherwise', (words, debitWords, creditWords) => {
    expect(fields(words)).toEqual({ by: 'word', direction: 'Way', debitWords, creditWords })
  })

  it.each([
    ['is none of these', ['D', 'X'], ['22.00', '1000.00']],
    ['says both', ['借 Cr', '贷 Cr'], ['22.00', '1000.00']],
    ['stands beside a sign, which says so itself', ['D', 'C'], ['-22.00', '1000.00']],
  ])('is not taken where it %s', (_what, words, amounts) => {
    expect(fields(words, amounts)).toMatchObject({ by: 'sign' })
  })

  const guessed = (text: string) => guessedFields(sniffCsv(asBytes(text)) as NonNullable<ReturnType<typeof sniffCsv>>)

  it.each([
    ['a letter that is a state', 'Date,Status,Amount\n2026-11-13,S,22.00\n', { by: 'sign' }],
    [
      'a letter of a column that is called so',
      'Date,Dr/Cr,Amount\n2026-11-13,D,22.00\n',
      { by: 'word', direction: 'Dr/Cr' },
    ],
    [
      'a state beside one that says it',
      'Date,State,D/C,Amount\n2026-11-13,C,D,22.00\n2026-11-14,C,C,1.00\n',
      { by: 'word', direction: 'D/C' },
    ],
    [
      'two that say the same',
      '日期,借贷标志,收付标志,金额\n2026-11-13,借,付款,22.00\n2026-11-14,贷,收款,1.00\n',
      { by: 'word', direction: '借贷标志' },
    ],
    [
      'two that say different things, which a person has to choose from',
      'Date,Card,D/C,Amount\n2026-11-13,Debit,C,22.00\n2026-11-14,Credit,C,1.00\n',
      { by: 'word', direction: '' },
    ],
    [
      'rows that say that no money moved',
      '时间,收/支,金额\n2026-11-13,支出,22.00\n2026-11-14,/,1.00\n2026-11-15,,1.00\n',
      { by: 'word', direction: '收/支', neitherWords: '/\n-' },
    ],
  ])('%s', (_what, text, fields) => {
    expect(guessed(text)).toMatchObject(fields)
  })
})

/** Big5 has a table of its own in every runtime, though only for reading. */
function big5Bytes(text: string): Uint8Array<ArrayBuffer> {
  const table = new Map<string, [number, number]>()
  const decoder = new TextDecoder('big5')
  for (let lead = 0xa1; lead <= 0xf9; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const char = decoder.decode(new Uint8Array([lead, trail]))
      if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [lead, trail])
    }
  }
  return Uint8Array.from([...text].flatMap((char) => table.get(char) ?? [char.charCodeAt(0)]))
}

const encoded = { gbk: gbkBytes, big5: big5Bytes }

describe('a table of', () => {
  it.each(flavours)('$bank is read with what the columns page offers', async ({ currency, rows, ...flavour }) => {
    const { encoding, chosen = {}, came } = flavour
    const text = `${rows.join('\r\n')}\r\n`
    const bytes = encoding === undefined ? asBytes(text) : encoded[encoding](text)
    expect(detect(bytes)).toBe('csv')
    const sniffed = sniffCsv(bytes)
    if (sniffed === null) throw new Error('no table')
    const mapping = mappingIn({ ...guessedFields(sniffed), ...chosen }, sniffed, currency)
    if ('refused' in mapping) throw new Error(JSON.stringify(guessedFields(sniffed)))
    const found = await readUpload(bytes, { mapping, currency, claims: { rows: came.length } })
    expect(found.broken).toBeNull()
    const lines = found.lines.map(({ day, direction, amountMinor }) => [
      day,
      direction === 'debit' ? -amountMinor : amountMinor,
    ])
    expect(lines).toEqual(came)
  })
})
