/** Which column of a table says how a row stands, and which of its words are booked. */
import type { Sniffed } from '../formats/csv/sniff-csv.ts'
import type { PostedFields } from '../statements/form.ts'

/** What such a column is called. */
const named = /\bstatus\b|\bstate\b|状态|狀態|estado/i

/** By language, with spaces between: words for rows that are booked, and for those that are not (yet, or never). */
const known = [
  {
    booked: 'Completed Complete Booked Posted Settled Cleared Success Successful Succeeded',
    unbooked: 'Failed Pending Processing Cancelled Canceled Declined Rejected Unsuccessful',
  },
  {
    // What was paid back has a row of its own that came.
    booked:
      '成功 交易成功 支付成功 付款成功 处理成功 充值成功 充值完成 还款成功 退款成功 已全额退款 已完成 已入账 已结算 已到账 提现已到账 已收钱 对方已收钱 朋友已收钱 已转账 已存入零钱',
    unbooked: '失败 交易失败 支付失败 付款失败 处理中 处理失败 待处理 已取消 已关闭 交易关闭',
  },
  {
    booked: '已入賬 已入帳 已結算 已到賬 已到帳 已收錢 處理成功',
    unbooked: '失敗 交易失敗 付款失敗 處理中 處理失敗 待處理 已關閉',
  },
].map(({ booked, unbooked }) => ({ booked: booked.split(' '), unbooked: unbooked.split(' ') }))

/**
 * The fields of the form for that column. Its own words come first as the table writes them; those of the same language that
 * its first rows do not have come with them, in the same letters, so that one further down needs no question.
 * @returns nothing where no column is called so, or none of its words is known
 */
export function statusIn({ names, samples }: Pick<Sniffed, 'names' | 'samples'>): PostedFields {
  for (const [at, name] of names.entries()) {
    if (!named.test(name)) continue
    const words = [...new Set(samples.map((row) => row[at]?.trim() ?? ''))].filter((word) => word !== '')
    const of = (side: 'booked' | 'unbooked') =>
      known.flatMap((language) => {
        const isSpoken = words.some((word) =>
          [...language.booked, ...language.unbooked].some((one) => isSame(one, word)),
        )
        return isSpoken ? language[side] : []
      })
    const [booked, unbooked] = [of('booked'), of('unbooked')]
    if (booked.length === 0) continue
    const as = written(words)
    return { status: name, bookedWords: booked.map(as).join('\n'), unbookedWords: unbooked.map(as).join('\n') }
  }
  return {}
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** In the letters of a table's own words: large, small, or large at the beginning. */
function written(words: readonly string[]): (word: string) => string {
  if (words.every((word) => word === word.toUpperCase())) return (word) => word.toUpperCase()
  if (words.every((word) => word === word.toLowerCase())) return (word) => word.toLowerCase()
  return (word) => word
}
