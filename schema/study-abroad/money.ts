/** Sources of information, budget, funding and paid services. */
import type { Option, Page, Questionnaire } from '../questionnaire.ts'
import { chooseAll, option, other, preferNotToSay, text } from './words.ts'

/** Read once and pinned with the questionnaire: a new rate makes a new version. */
export const rates: Questionnaire['rates'] = { CNYHKD: { rate: '1.10', on: '2025-09-30' } }

const hkd = (cny: number) => Math.round((cny * 1.1) / 10_000) * 10_000
const en = (amount: number) => `${amount / 1000},000`
const zh = (amount: number) => `${amount / 10_000}`

/** A band of the budget from `from` to under `to` CNY, with about the same in HKD. */
const band = (code: number, from: number, to: number): Option =>
  option(
    code,
    `CNY ${en(from)} to under ${en(to)} (about HKD ${en(hkd(from))} to under ${en(hkd(to))})`,
    `${zh(from)}万至不足${zh(to)}万元人民币（约${zh(hkd(from))}万至不足${zh(hkd(to))}万港元）`,
    `${zh(from)}萬至不足${zh(to)}萬元人民幣（約${zh(hkd(from))}萬至不足${zh(hkd(to))}萬港元）`,
  )

const bands: Option[] = [
  option(
    1,
    'Under CNY 100,000 (under about HKD 110,000)',
    '不足10万元人民币（约不足11万港元）',
    '不足10萬元人民幣（約不足11萬港元）',
  ),
  band(2, 100_000, 200_000),
  band(3, 200_000, 300_000),
  band(4, 300_000, 400_000),
  band(5, 400_000, 500_000),
  band(6, 500_000, 700_000),
  option(
    7,
    'CNY 700,000 or more (about HKD 770,000 or more)',
    '70万元人民币或以上（约77万港元或以上）',
    '70萬元人民幣或以上（約77萬港元或以上）',
  ),
  option(98, "Don't know", '不清楚', '不清楚'),
  preferNotToSay,
]

/** The services of Q15 that can be rated in Q16: a code and its label. */
const services: [number, string, string, string][] = [
  [1, 'Application agency', '申请中介', '升學中介'],
  [2, 'Test preparation', '备考培训', '備考培訓'],
  [3, 'Profile-building projects', '背景提升', '背景提升'],
  [4, 'Visa help', '签证协助', '簽證協助'],
  [5, 'Housing booking', '住宿预订', '住宿代訂'],
  [6, 'Insurance', '保险', '保險'],
  [7, 'Banking or money transfers', '银行及汇款', '銀行及匯款'],
  [8, 'Job coaching', '求职辅导', '求職輔導'],
]

export const money: Page = {
  code: 'money',
  title: text('Information, money and services', '信息、费用与服务', '資訊、費用與服務'),
  questions: [
    {
      code: 'Q12',
      name: 'info',
      type: 'multi',
      text: text('Which sources did you rely on?', '您主要从哪些渠道获取信息？', '您主要從哪些渠道獲取資訊？'),
      hint: chooseAll,
      options: [
        option(1, 'University website', '学校官网', '大學網站'),
        option(2, 'Education agency', '留学机构', '升學顧問'),
        option(3, 'Social media', '社交媒体', '社交媒體'),
        option(4, 'Alumni or friends', '校友或朋友', '校友或朋友'),
        option(5, 'Family', '家人', '家人'),
        option(6, 'Education fair or talk', '展会或讲座', '展覽或講座'),
        option(7, 'Ranking website', '排名网站', '排名網站'),
        option(8, 'AI assistant', 'AI助手', 'AI助理'),
        option(9, 'Government website', '政府网站', '政府網站'),
        other,
      ],
      shuffle: true,
    },
    {
      code: 'Q13',
      name: 'budget',
      type: 'single',
      text: text(
        'What is your total yearly budget for tuition and living costs?',
        '每年总预算（学费加生活费）约为？',
        '每年總預算（學費加生活費）約為？',
      ),
      hint: text(
        'HKD amounts are approximate: CNY 1 = HKD 1.10 on 30 September 2025.',
        '港元金额为约数，按2025年9月30日汇率（1元人民币＝1.10港元）折算',
        '港元金額為約數，按2025年9月30日匯率（1元人民幣＝1.10港元）折算',
      ),
      options: bands,
    },
    {
      code: 'Q14',
      name: 'fund',
      type: 'multi',
      text: text('How are your studies funded?', '费用来源有哪些？', '費用來源有哪些？'),
      hint: chooseAll,
      options: [
        option(1, 'Family', '家庭', '家庭'),
        option(2, 'Own savings', '个人积蓄', '個人積蓄'),
        option(3, 'University scholarship', '学校奖学金', '大學獎學金'),
        option(4, 'Government scholarship', '政府奖学金', '政府獎學金'),
        option(5, 'Loan', '贷款', '貸款'),
        option(6, 'Part-time work', '兼职', '兼職'),
        option(7, 'Employer', '雇主', '僱主'),
        other,
      ],
      shuffle: true,
    },
    {
      code: 'Q15',
      name: 'services',
      type: 'multi',
      text: text('Which paid services have you already used?', '您已使用过哪些付费服务？', '您已使用過哪些付費服務？'),
      hint: chooseAll,
      options: [
        ...services.map((service) => option(...service)),
        option(0, 'None', '未使用', '沒有使用', { exclusive: true, last: true }),
        other,
      ],
      shuffle: true,
    },
  ],
}

/** The picks of Q15 as rows: only what was used can be rated. */
export const ratedServices = [...services, [90, 'Other service', '其他服务', '其他服務'] as const]
