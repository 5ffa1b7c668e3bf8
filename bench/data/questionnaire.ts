/**
 * A questionnaire in which everything stands that a file of answers can hold: every type, options that not everybody is
 * offered, answers that are none, long lists, long labels. It was asked three times: once, once more with other words, and
 * once more with other codes.
 */

import type { MatrixRow, Option, Question, Questionnaire, Text } from '../../schema/questionnaire.ts'
import { questionnaireSchema } from '../../schema/shapes/questionnaire.ts'
import { wholeText } from '../../schema/text.ts'

const t = (en: string, hans: string, hant: string): Text => wholeText({ en, 'zh-Hans': hans, 'zh-Hant': hant })

const option = (code: number, label: Text, more: Partial<Option> = {}): Option => ({ code, label, ...more })
const row = (code: number, label: Text): MatrixRow => ({ code, label })

const noAnswers = [
  option(97, t('Does not apply', '不适用', '不適用'), { exclusive: true, last: true }),
  option(98, t('I do not know', '不知道', '不知道'), { exclusive: true, last: true }),
  option(99, t('I prefer not to say', '不愿回答', '不願回答'), { exclusive: true, last: true }),
]
/** In a question of one pick nothing excludes anything. */
const noAnswer = noAnswers.map(({ exclusive, ...rest }): Option => rest)

const cities = [
  option(1, t('Hong Kong', '香港', '香港')),
  option(2, t('Macao', '澳门', '澳門')),
  option(3, t('Shenzhen', '深圳', '深圳')),
  option(4, t('Elsewhere', '其他地方', '其他地方'), { detail: { list: 'countries' } }),
]

const long = t(
  'Waiting at the land ports on working days, when everybody travels at the same hours and all counters are busy at once',
  '工作日在陆路口岸排队等候，尤其是上下学高峰时段人流集中、通道全部开放仍需等待很久的时候',
  '工作日在陸路口岸排隊等候，尤其是上下學高峰時段人流集中、通道全部開放仍需等待很久的時候',
)
const troubles = [
  option(1, long, { short: t('Waiting at ports', '口岸排队', '口岸排隊') }),
  option(2, t('Renewing a permit', '续签证件', '續簽證件'), { when: { q: 'Q01', in: [1, 2] } }),
  option(3, t('Opening an account', '银行开户', '銀行開戶')),
  option(4, t('Finding a room', '租房', '租房')),
  option(90, t('Something else', '其他', '其他'), { detail: 'text', last: true }),
  ...noAnswers,
]
const degrees = [
  option(1, t('Very hard', '非常困难', '非常困難')),
  option(2, t('Hard', '困难', '困難')),
  option(3, t('Neither', '一般', '一般')),
  option(4, t('Easy', '容易', '容易')),
  option(5, t('Very easy', '非常容易', '非常容易')),
  ...noAnswer,
]

type Rest<T extends Question['type']> = Omit<Extract<Question, { type: T }>, 'code' | 'name' | 'text' | 'type'>
const ask = <T extends Question['type']>(code: string, type: T, text: Text, rest: Rest<T>): Question =>
  ({
    code,
    ...(type !== 'note' && { name: `name_of_${code.toLowerCase()}` }),
    type,
    text,
    ...rest,
  }) as unknown as Question

const optional = { optional: true } as const

function asked(words: { months: Text; third: Text }): Questionnaire {
  const cityOptions = cities.map((city) => (city.code === 3 ? { ...city, label: words.third } : city))
  return questionnaireSchema.parse({
    code: 'everything',
    title: t('Studying away', '跨境求学', '跨境求學'),
    facts: ['abroad'],
    sets: { degrees },
    lists: {
      countries: [
        { code: 'CN', label: t('China', '中国', '中國') },
        { code: 'GB', label: t('United Kingdom', '英国', '英國') },
        { code: 'JP', label: t('Japan', '日本', '日本') },
      ],
    },
    place: 'Q01',
    rates: {},
    pages: [
      {
        code: 'place',
        title: t('Where', '地点', '地點'),
        lease: true,
        consents: [{ code: 'C1', text: t('I agree.', '我同意。', '我同意。') }],
        questions: [
          ask('Q01', 'single', t('Where do you study?', '您在哪里就读？', '您在哪裡就讀？'), { options: cityOptions }),
        ],
      },
      {
        code: 'more',
        title: t('More', '更多', '更多'),
        questions: [
          ask('Q02', 'multi', t('What was hard?', '遇到过哪些困难？', '遇到過哪些困難？'), {
            options: troubles,
            shuffle: true,
          }),
        ],
      },
      {
        code: 'again',
        title: t('Again', '再问', '再問'),
        questions: [
          ask('N01', 'note', t('Now something else.', '接下来是其他问题。', '接下來是其他問題。'), {}),
          ask('Q03', 'multi', t('Which of them still is?', '哪些仍未解决？', '哪些仍未解決？'), {
            options: troubles,
            carry: { from: 'Q02' },
            when: { not: { q: 'Q02', in: [97, 98, 99] } },
            ...optional,
          }),
          ask('Q04', 'rank', t('What matters most?', '最看重什么？', '最看重什麼？'), {
            options: troubles.filter(({ code }) => code <= 4).map(({ when, ...rest }) => rest),
            max: 3,
            ...optional,
          }),
          ask('Q05', 'matrix', t('How hard are these?', '以下事项有多难？', '以下事項有多難？'), {
            rows: [row(1, t('Crossing', '通关', '通關')), row(2, t('Paying', '缴费', '繳費')), row(3, long)],
            scale: { set: 'degrees' },
            attention: { code: 'Q05A', targets: [1, 5], label: t('Pick {target}', '请选{target}', '請選{target}') },
          }),
          ask('Q06', 'scale', t('All in all?', '总体而言？', '總體而言？'), {
            options: { set: 'degrees' },
            ...optional,
          }),
        ],
      },
      {
        code: 'figures',
        title: t('Figures', '数字', '數字'),
        questions: [
          ask('Q07', 'nps', t('Would you recommend it?', '您会推荐吗？', '您會推薦嗎？'), {
            low: t('Not at all', '完全不会', '完全不會'),
            high: t('Certainly', '一定会', '一定會'),
            ...optional,
          }),
          ask('Q08', 'year', t('Born in', '出生年份', '出生年份'), { min: 1960, max: 2012 }),
          ask('Q09', 'number', words.months, { min: 0, max: 400, when: { q: 'Q01', in: [1, 2, 3] }, ...optional }),
          ask('Q10', 'date', t('Since when?', '从何时开始？', '從何時開始？'), {
            min: '2020-09-01',
            max: '2026-08-31',
            ...optional,
          }),
          ask('Q11', 'text', t('Anything else?', '还有什么想说的？', '還有什麼想說的？'), {
            maxLength: 2000,
            ...optional,
          }),
          ask('Q12', 'single', t('Where then?', '之后去哪里？', '之後去哪裡？'), {
            options: cityOptions,
            without: { q: 'Q01', codes: [1, 2, 3] },
          }),
        ],
      },
    ],
  })
}

const third = t('Shenzhen', '深圳', '深圳')
/** In the order in which they were asked. */
export const questionnaires: readonly Questionnaire[] = [
  asked({ months: t('For how many months?', '住了几个月？', '住了幾個月？'), third }),
  asked({ months: t('For how many months so far?', '至今住了几个月？', '至今住了幾個月？'), third }),
  asked({
    months: t('For how many months so far?', '至今住了几个月？', '至今住了幾個月？'),
    third: t('Another city of Guangdong', '广东省其他城市', '廣東省其他城市'),
  }),
]
