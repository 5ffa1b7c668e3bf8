import { describe, expect, test } from 'vitest'
import { wholeText } from '../../../schema/text.ts'
import {
  formatChannels,
  formatDate,
  formatDates,
  formatDateTime,
  formatMinutes,
  formatMoney,
  leadIn,
} from '../../../src/platform/i18n/format.ts'
import { sortedList } from '../../../src/survey/questionnaire/page/sorted-list.ts'

describe('formats', () => {
  test('money is a code and an amount to the last minor unit, on one line', () => {
    expect(formatMoney(2000, 'CNY', 'en')).toBe('CNY\u00a020.00')
    expect(formatMoney(5, 'HKD', 'en')).toBe('HKD\u00a00.05')
    expect(formatMoney(0, 'MOP', 'en')).toBe('MOP\u00a00.00')
    expect(formatMoney(123_456_789, 'CNY', 'en')).toBe('CNY\u00a01,234,567.89')
    expect(formatMoney(-150, 'CNY', 'en')).toBe('CNY\u00a0\u22121.50')
    expect(formatMoney(1500, 'JPY', 'en')).toBe('JPY\u00a01,500')
    expect(formatMoney(9_007_199_254_740_991, 'CNY', 'en')).toBe('CNY\u00a090,071,992,547,409.91')
  })

  test('money on Chinese pages has a sign, and the code where no sign says which currency it is', () => {
    expect(formatMoney(2000, 'CNY', 'zh-Hans')).toBe('¥20.00')
    expect(formatMoney(2000, 'CNY', 'zh-Hant')).toBe('¥20.00')
    expect(formatMoney(5, 'HKD', 'zh-Hant')).toBe('HK$0.05')
    expect(formatMoney(0, 'MOP', 'zh-Hans')).toBe('MOP$0.00')
    expect(formatMoney(-123_456_789, 'CNY', 'zh-Hans')).toBe('\u2212¥1,234,567.89')
    expect(formatMoney(1500, 'JPY', 'zh-Hant')).toBe('JPY\u00a01,500')
    expect(formatMoney(-1500, 'USD', 'zh-Hans')).toBe('USD\u00a0\u221215.00')
  })

  test('an instant is read at UTC+8, a day as it is', () => {
    expect(formatDate('2026-02-14T16:00:00.000Z', 'en')).toBe('15 February 2026')
    expect(formatDate('2026-02-14T15:59:59.999Z', 'zh-Hans')).toBe('2026年2月14日')
    expect(formatDate('2026-12-31', 'zh-Hant')).toBe('2026年12月31日')
    expect(formatDateTime('2026-12-31T16:05:00.000Z', 'en')).toBe('1 January 2027, 00:05 (UTC+8)')
    expect(formatDateTime('2026-02-14T01:05:00.000Z', 'zh-Hant')).toBe('2026年2月14日 09:05（香港時間）')
  })

  test('two days and a label before its value are joined as each language does', () => {
    expect(formatDates('2026-06-01', '2026-06-01', 'en')).toBe('1 June 2026')
    expect(formatDates('2026-06-01', '2026-06-03', 'en')).toBe('1 June 2026 – 3 June 2026')
    expect(formatDates('2026-06-01', '2026-06-03', 'zh-Hans')).toBe('2026年6月1日至2026年6月3日')
    expect(leadIn('Reason', 'en')).toBe('Reason: ')
    expect(leadIn('原因', 'zh-Hant')).toBe('原因：')
  })

  test('minutes and channels read as words, and an unknown channel as its code', () => {
    expect(formatMinutes(1, 'en')).toBe('about 1 minute')
    expect(formatMinutes(8, 'zh-Hans')).toBe('约8分钟')
    expect(formatChannels(['bank', 'octopus'], 'en')).toBe('bank transfer, octopus')
    expect(formatChannels(['wechat', 'bank'], 'zh-Hant')).toBe('微信支付 WeChat Pay、銀行轉賬')
  })

  test('a long list is in the order of each language', () => {
    const entry = (code: string, en: string, zh: string) => ({
      code,
      label: wholeText({ en, 'zh-Hans': zh, 'zh-Hant': zh }),
    })
    const list = [entry('JP', 'Japan', '日本'), entry('AX', 'Åland', '奥兰'), entry('BT', 'Bhutan', '不丹')]
    const codes = (language: 'en' | 'zh-Hans' | 'zh-Hant') => sortedList(list, language).map(({ code }) => code)
    expect(codes('en')).toEqual(['AX', 'BT', 'JP'])
    expect(codes('zh-Hans')).toEqual(['AX', 'BT', 'JP'])
    expect(codes('zh-Hant')).toEqual(['BT', 'JP', 'AX'])
    expect(list.map(({ code }) => code)).toEqual(['JP', 'AX', 'BT'])
  })
})
