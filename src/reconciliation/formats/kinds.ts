/**
 * What providers' words mean. They are free text that changes from year to year, so a table knows the words that were
 * seen, and anything else is `unknown` until a person has said what it is.
 */
import type { Direction, MovementKind } from './statement.ts'

/** By word: what it is when money leaves, and when money comes. */
export type KindTable = ReadonlyMap<string, { debit: MovementKind; credit: MovementKind }>

function table(rows: readonly (readonly [words: string, debit: MovementKind, credit: MovementKind])[]): KindTable {
  return new Map(
    rows.flatMap(([words, debit, credit]) => words.split(' ').map((word) => [word, { debit, credit }] as const)),
  )
}

/** 业务类型 of a fund bill. Money that comes under the name of a payment is one that came back. */
export const wechatKinds = table([
  [
    '商家转账 商家转账到零钱 转账 企业付款 企业付款到零钱 企业付款到银行卡 付款到零钱 现金红包 微信红包',
    'payment',
    'return',
  ],
  [
    '商家转账退回 商家转账回退 转账退回 转账退款 转账过期退回 付款退回 企业付款退款 红包退款 红包退回 退票',
    'unknown',
    'return',
  ],
  ['扣除交易手续费 手续费 服务费 技术服务费 提现手续费', 'fee', 'return'],
  ['充值 账户充值 转账充值', 'unknown', 'topup'],
  ['提现 提现失败退回 交易 退款 分账 分账回退 解冻 冻结', 'other', 'other'],
  ['代扣税 税费 扣税', 'tax', 'return'],
])

/** 业务类型 of an account bill. */
export const alipayKinds = table([
  ['转账 单笔转账 单笔转账到支付宝账户 转账到支付宝 转账到银行卡 批量付款 代发 商家转账 红包', 'payment', 'return'],
  ['转账退回 转账退款 退票 退回 红包退回', 'unknown', 'return'],
  ['收费 服务费 手续费 转账收费', 'fee', 'return'],
  ['退费 手续费返还', 'unknown', 'return'],
  ['充值 账户充值', 'unknown', 'topup'],
  ['提现 在线支付 交易 交易退款 退款 余额宝 理财', 'other', 'other'],
  ['代扣税 税费', 'tax', 'return'],
])

/** Actions of a balance transaction; assumed, as Tremendous does not list them. */
export const tremendousKinds = table([
  ['order orders order_payment charge', 'payment', 'return'],
  ['refund order_refund reward_refund cancelation cancellation expiration', 'unknown', 'return'],
  ['fee fees order_fee', 'fee', 'return'],
  ['deposit topup top_up invoice funding', 'unknown', 'topup'],
])

/** The codes of field 61 of MT940 (SWIFT, subfield 6), without the letter before them. A transfer that comes may be one of ours that came back. */
export const swiftKinds = table([
  ['TRF ACH FPS MSC STO CLR 101 102 103 104 202', 'payment', 'return'],
  ['RTI RTN REJ', 'unknown', 'return'],
  ['CHG COM CMI', 'fee', 'return'],
  ['TAX', 'tax', 'return'],
])

/**
 * What a movement is: what a person has said of the word, or what the table says.
 * @param taught by word, as `ParseOptions.kinds`
 */
export function movementKind(
  rawType: string,
  direction: Direction,
  known: KindTable,
  taught: { readonly [rawType: string]: MovementKind } | undefined,
): MovementKind {
  if (taught !== undefined && Object.hasOwn(taught, rawType)) return taught[rawType] ?? 'unknown'
  return known.get(rawType)?.[direction] ?? 'unknown'
}

/** The sub-families of ISO 20022 bank transaction codes that say what a movement is, in any family. */
const subFamilies: { readonly [code: string]: MovementKind } = {
  CHRG: 'fee',
  COMM: 'fee',
  COME: 'fee',
  FEES: 'fee',
  TAXE: 'tax',
  RRTN: 'return',
  RPCR: 'return',
  PRTN: 'return',
}

/**
 * What an ISO 20022 bank transaction code says: domain, family, sub-family, `PMNT/ICDT/ESCT`, or a bank's own code.
 * Issued credit transfers are payments, received ones fill the account up.
 */
export function bankKindOf(
  rawType: string,
  direction: Direction,
  isReturn: boolean,
  taught: { readonly [rawType: string]: MovementKind } | undefined,
): MovementKind {
  if (taught !== undefined && Object.hasOwn(taught, rawType)) return taught[rawType] ?? 'unknown'
  if (isReturn) return 'return'
  const [domain = '', family = '', sub = ''] = rawType.split('/')
  const bySub = Object.hasOwn(subFamilies, sub) ? subFamilies[sub] : undefined
  if (bySub !== undefined) return bySub
  if (domain !== 'PMNT') return 'unknown'
  if (family === 'ICDT' || family === 'IRCT') return direction === 'debit' ? 'payment' : 'return'
  if (family === 'RCDT' || family === 'RRCT') return direction === 'credit' ? 'topup' : 'unknown'
  return 'unknown'
}
