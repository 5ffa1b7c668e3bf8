/** The quotas of the demonstration: wide enough that nobody who looks around meets one that is full. */
import type { NewStudy } from '../src/journey/setup/open-study.ts'

const stages = [
  ['planning', 1, 'people who are planning or preparing', '正在规划或准备的人', '正在規劃或準備的人'],
  ['applied', 2, 'people who have applied or been admitted', '已申请或已被录取的人', '已申請或已獲錄取的人'],
  ['studying', 3, 'people who are studying now', '正在就读的人', '正在就讀的人'],
  ['finished', 4, 'people who have finished', '已毕业或已结束的人', '已畢業或已結束的人'],
] as const

const thanks = [
  ['CNY', 500, ['wechat', 'alipay', 'bank'], 0],
  ['HKD', 550, ['fps', 'alipayhk', 'bank'], 2],
  ['MOP', 550, ['mpay', 'bank'], 3],
] as const

/** So many thank-yous in each budget. */
const mostThanks = 50

/** The study with a cell for each stage, one that lies across them, and a thank-you of a quarter of the reward. */
export function withQuotas(study: NewStudy): NewStudy {
  const across = { 'zh-Hans': '来自港澳台或海外的人', 'zh-Hant': '來自港澳台或海外的人' }
  return {
    ...study,
    settings: {
      ...study.settings,
      quotas: [
        ...stages.map(([cell, code, en, hans, hant]) => ({
          cell,
          label: { en, 'zh-Hans': hans, 'zh-Hant': hant },
          when: { q: 'Q02', in: [code] },
          limit: 5_000,
        })),
        {
          cell: 'not-mainland',
          label: { en: 'people from Hong Kong, Macao, Taiwan or abroad', ...across },
          when: { q: 'Q03', in: [2, 3, 4, 5] },
          limit: 8_000,
        },
      ],
    },
    thanks: thanks.map(([currency, amountMinor, channels, place]) => ({
      currency,
      amountMinor,
      budgetMinor: amountMinor * mostThanks,
      channels: [...channels],
      places: [place],
    })),
  }
}
