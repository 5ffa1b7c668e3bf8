/** What columns and results are called, in English and in Chinese of both scripts. */
import type { PaymentOutcome } from './result-line.ts'

export type ResultField = 'reference' | 'result' | 'providerId' | 'code' | 'amount' | 'amountMinor' | 'currency' | 'day'

/** A name as the lists here have it: narrow, in lower case, without spaces, signs and what stands in brackets. */
function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s_\-.:'"#*/]/g, '')
}

const fields: Record<ResultField, string> = {
  reference:
    'reference ref ourreference paymentreference endtoendid endtoendreference 参考号 参考编号 付款参考号 付款编号 參考號 參考編號 付款參考號 付款編號',
  result:
    'result outcome status paymentstatus 结果 付款结果 支付结果 交易结果 状态 付款状态 交易状态 結果 付款結果 交易結果 狀態 付款狀態 交易狀態',
  providerId:
    'bankid bankreference transactionid bankstransactionid 银行流水号 交易流水号 流水号 银行参考号 銀行流水號 交易流水號 流水號 銀行參考號',
  code: 'reasoncode code errorcode reason 原因代码 错误代码 失败代码 原因 失败原因 原因代碼 錯誤代碼 失敗代碼 失敗原因',
  amount: 'amount paidamount 金额 付款金额 交易金额 实付金额 金額 付款金額 交易金額 實付金額',
  amountMinor: 'amountminor',
  currency: 'currency ccy 币种 货币 幣種 貨幣 幣別',
  day: 'paidon day date paymentdate valuedate 日期 付款日期 交易日期 到账日期 到帳日期 到賬日期',
}

const fieldsByName = byWord(fields)

/** What a column holds, by its name; undefined for one that is not read. */
export function resultFieldOf(name: string): ResultField | undefined {
  return fieldsByName.get(plainName(name))
}

/** Words that can mean more than one thing (done, completed, 完成) are not among them: whoever knows says which. */
const outcomes: Record<PaymentOutcome, string> = {
  paid: 'paid success successful succeeded settled 成功 已付 已付款 已支付 付款成功 支付成功 转账成功 交易成功 已到账 已到帳 轉帳成功 轉賬成功 已到賬',
  failed:
    'failed fail failure rejected returned unsuccessful notpaid 失败 付款失败 支付失败 转账失败 交易失败 已退回 退回 退票 拒绝 已拒绝 失敗 付款失敗 支付失敗 轉帳失敗 轉賬失敗 交易失敗 拒絕 已拒絕',
  pending: 'pending processing inprogress accepted 处理中 待处理 银行处理中 處理中 待處理 銀行處理中',
}

/** Statuses of ISO 20022 (external code set `PaymentTransactionStatus`): only what is settled is paid. */
const statuses: Record<PaymentOutcome, string> = {
  paid: 'accc acsc',
  failed: 'rjct canc',
  pending: 'rcvd pdng accp actc acsp acwc acwp acfc patc',
}

const outcomesByWord = new Map([...byWord(outcomes), ...byWord(statuses)])
const outcomesByStatus = byWord(statuses)

/** What a result means; null for a word that is not known. An empty one says that nothing is known yet. */
export function outcomeOf(word: string): PaymentOutcome | null {
  const plain = plainName(word)
  return plain === '' ? 'pending' : (outcomesByWord.get(plain) ?? null)
}

/** What a status of ISO 20022 means; null for one that is not known. */
export function outcomeOfStatus(status: string): PaymentOutcome | null {
  return outcomesByStatus.get(status.toLowerCase()) ?? null
}

function byWord<Key extends string>(words: Record<Key, string>): Map<string, Key> {
  return new Map(
    (Object.entries(words) as [Key, string][]).flatMap(([key, list]) =>
      list.split(' ').map((word) => [word, key] as const),
    ),
  )
}
