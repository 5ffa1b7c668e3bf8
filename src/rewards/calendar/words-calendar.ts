import type { Language } from '../../../schema/questionnaire.ts'
import type { DayKind } from '../../../schema/tables.ts'

export interface CalendarWords {
  title: string
  titleOf: (year: number) => string
  about: string
  years: string
  unpublished: string
  back: string
  months: string[]
  /** Monday first. */
  weekdays: string[]
  kinds: Record<DayKind, string>
  /** A kind, and that it is slow. */
  kindOf: (kind: string, slow: boolean) => string
  /** Stands beside the number of a day; an ordinary working day has none. */
  letters: { closed: string; rest: string; extra: string; slow: string }
  legend: { title: string; plain: string; closed: string; rest: string; extra: string; slow: string; today: string }
  missing: { title: (year: number) => string; text: (year: number, from: string) => string; do: string }
  /** The same, where staff come by. */
  gap: (year: number, inDays: number) => string
  publish: (year: number) => string
  sources: string
  source: string
  publishedBy: string
  shipped: string
  changes: { title: string; day: string; now: string; source: string }
  changeOf: (day: string, was: string, becomes: string) => string
  publishOf: (year: number, closed: number, working: number) => string
}

const numbers = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)
const chineseWeekdays = [...'一二三四五六日']

const words: Record<Language, CalendarWords> = {
  en: {
    title: 'Calendar',
    titleOf: (year) => `Calendar ${year}`,
    about:
      'Days begin at midnight in mainland China (UTC+8). On a closed day no payment goes out; answering, claiming, asking and cancelling never stop.',
    years: 'Years',
    unpublished: 'not published',
    back: 'Back to what waits',
    months: 'January February March April May June July August September October November December'.split(' '),
    weekdays: 'Mo Tu We Th Fr Sa Su'.split(' '),
    kinds: { working: 'working day', rest: 'weekend', closed: 'closed' },
    kindOf: (kind, slow) => (slow ? `${kind}, slow` : kind),
    letters: { closed: 'C', rest: 'r', extra: 'W', slow: 's' },
    legend: {
      title: 'Signs',
      plain: 'No letter: a working day',
      closed: 'Closed: no payment goes out',
      rest: 'Weekend: open, but no working day',
      extra: 'Working day at a weekend',
      slow: 'Slow: open, and promises take twice as long',
      today: 'Framed: today',
    },
    missing: {
      title: (year) => `${year} is not published`,
      text: (year, from) =>
        `From ${from} on nothing is known, so no payment goes out on a day of ${year}, nor so late before it that a provider could still settle it then (WeChat: 24 hours). Nobody is promised a day in ${year}. Answering and claiming go on.`,
      do: 'Publish it as soon as it is announced: one person proposes, another confirms.',
    },
    gap: (year, inDays) =>
      inDays === 0
        ? `The calendar of ${year} is not published: no payment goes out.`
        : `The calendar of ${year} is not published. Payments stop in ${inDays} ${inDays === 1 ? 'day' : 'days'}.`,
    publish: (year) => `Publish ${year}`,
    sources: 'Where it comes from',
    source: 'Source',
    publishedBy: 'Published by',
    shipped: 'Part of the program',
    changes: { title: 'Changed days', day: 'Day', now: 'Since then', source: 'Why' },
    changeOf: (day, was, becomes) => `${day}: ${was} → ${becomes}`,
    publishOf: (year, closed, working) =>
      `Publish ${year}: ${closed} closed days, ${working} working days at weekends.`,
  },
  'zh-Hans': {
    title: '日历',
    titleOf: (year) => `${year}年日历`,
    about: '每天以中国内地时间（协调世界时+8）零点为界。停付日不发出任何付款；答题、领取、查询和取消从不停止。',
    years: '年份',
    unpublished: '未发布',
    back: '返回待决事项',
    months: numbers,
    weekdays: chineseWeekdays,
    kinds: { working: '工作日', rest: '周末', closed: '停付日' },
    kindOf: (kind, slow) => (slow ? `${kind}（缓办）` : kind),
    letters: { closed: '停', rest: '末', extra: '班', slow: '缓' },
    legend: {
      title: '图例',
      plain: '无字：工作日',
      closed: '停付日：不发出付款',
      rest: '周末：照常付款，但不计为工作日',
      extra: '调休上班的周末',
      slow: '缓办：照常付款，承诺时间加倍',
      today: '加框：今天',
    },
    missing: {
      title: (year) => `${year}年日历尚未发布`,
      text: (year, from) =>
        `从${from}起的日期尚不可知：${year}年内不会发出任何付款；临近该年、支付机构可能拖到那时才结算的付款也不会发出（微信支付为24小时）。也不会向任何人承诺${year}年的日期。答题和领取照常进行。`,
      do: '官方公布后请尽快发布：一人提议，另一人确认。',
    },
    gap: (year, inDays) =>
      inDays === 0 ? `${year}年日历尚未发布，付款已经停止。` : `${year}年日历尚未发布，${inDays}天后付款将停止。`,
    publish: (year) => `发布${year}年`,
    sources: '资料来源',
    source: '来源',
    publishedBy: '发布人',
    shipped: '随程序提供',
    changes: { title: '改动过的日期', day: '日期', now: '改为', source: '原因' },
    changeOf: (day, was, becomes) => `${day}：${was}→${becomes}`,
    publishOf: (year, closed, working) => `发布${year}年：停付${closed}天，周末上班${working}天。`,
  },
  'zh-Hant': {
    title: '日曆',
    titleOf: (year) => `${year}年日曆`,
    about: '每天以中國內地時間（協調世界時+8）零時為界。停付日不發出任何付款；作答、領取、查詢和取消從不停止。',
    years: '年份',
    unpublished: '未發佈',
    back: '返回待決事項',
    months: numbers,
    weekdays: chineseWeekdays,
    kinds: { working: '工作天', rest: '週末', closed: '停付日' },
    kindOf: (kind, slow) => (slow ? `${kind}（緩辦）` : kind),
    letters: { closed: '停', rest: '末', extra: '班', slow: '緩' },
    legend: {
      title: '圖例',
      plain: '無字：工作天',
      closed: '停付日：不發出付款',
      rest: '週末：照常付款，但不計為工作天',
      extra: '補班的週末',
      slow: '緩辦：照常付款，承諾時間加倍',
      today: '加框：今天',
    },
    missing: {
      title: (year) => `${year}年日曆尚未發佈`,
      text: (year, from) =>
        `由${from}起的日期尚不可知：${year}年內不會發出任何付款；臨近該年、支付機構可能拖到那時才結算的付款也不會發出（微信支付為24小時）。也不會向任何人承諾${year}年的日期。作答和領取照常進行。`,
      do: '官方公佈後請盡快發佈：一人提議，另一人確認。',
    },
    gap: (year, inDays) =>
      inDays === 0 ? `${year}年日曆尚未發佈，付款已經停止。` : `${year}年日曆尚未發佈，${inDays}天後付款將停止。`,
    publish: (year) => `發佈${year}年`,
    sources: '資料來源',
    source: '來源',
    publishedBy: '發佈人',
    shipped: '隨程式提供',
    changes: { title: '改動過的日期', day: '日期', now: '改為', source: '原因' },
    changeOf: (day, was, becomes) => `${day}：${was}→${becomes}`,
    publishOf: (year, closed, working) => `發佈${year}年：停付${closed}天，週末上班${working}天。`,
  },
}

/** What the pages of the calendar say. */
export function calendarWords(language: Language): CalendarWords {
  return words[language]
}
