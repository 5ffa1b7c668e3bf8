// Made from messages/*/insights/figures.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface FiguresMessages {
  title: string
  about: string
  none: string
  of: string
  everybody: string
  language: string
  notAsked: string
  base: (of: { group: string | number; n: string | number }) => string
  asOf: (of: { day: string | number }) => string
  version: (of: { n: string | number }) => string
  universe: (of: { who: string | number }) => string
  answer: string
  figure: string
  offered: string
  share: string
  left: string
}

const en: FiguresMessages = {
  title: 'Figures for viewers',
  about: 'How often each answer was given, updated once a day. Every figure is deliberately off by a few, by seven at most, and the same people always give the same figure; groups of fewer than twenty people are not shown. Comparing two figures, or two days, therefore reveals next to nothing about any one person. Shares are of those who answered, and rounded. Nothing is weighted.',
  none: 'Nothing to show yet. Figures appear once there are at least twenty complete responses, and are updated once a day, after the day is over.',
  of: 'Show the figures of',
  everybody: 'Everybody',
  language: 'Language',
  notAsked: 'not asked',
  base: ({ group, n }) => `${group}: about ${n} responses.`,
  asOf: ({ day }) => `Made on ${day}. New figures come when at least ten responses, and a tenth, have come or gone; those of a group or a question stay as they were until ten of its own have.`,
  version: ({ n }) => `Version ${n} of the questionnaire`,
  universe: ({ who }) => `Asked where: ${who}`,
  answer: 'Answer',
  figure: 'About',
  offered: 'Offered to about',
  share: 'Share',
  left: 'Texts, dates, and questions with more than some twenty possible answers, such as a year or a country, are not among the figures, nor are questions that fewer than twenty people answered, or that the study withholds from viewers. Small groups are shown as one.',
}

const zhHans: FiguresMessages = {
  title: '汇总数字',
  about: '各选项被选择的次数，每天查看一次。每个数字都有意作了微小调整，相差最多7，同一批人得到的数字始终相同；不足20人的内容不予显示。因此，即使比较两个数字或两天的数字，也几乎无法推断任何人的答案。占比以作答者为基数，并经四舍五入。所有数字均未加权。',
  none: '暂时没有可以显示的内容：至少需要20份完整答卷。数字每天更新一次，在前一天的答卷整理后生成。',
  of: '显示范围',
  everybody: '全部答卷',
  language: '语言',
  notAsked: '未被问到',
  base: ({ group, n }) => `${group}：约${n}份答卷。`,
  asOf: ({ day }) => `${day}生成。至少增减10份、且达到一成时，才会更新；某个组别或某道题自身的增减不足10份时，其数字保持不变。`,
  version: ({ n }) => `问卷第${n}版`,
  universe: ({ who }) => `仅向符合条件者提问：${who}`,
  answer: '选项',
  figure: '约',
  offered: '约有多少人看到该选项',
  share: '占比',
  left: '文字、日期，以及可选答案超过二十来个的题目（例如年份、国家）不在其中；作答人数不足二十人的题目，以及研究设为不向查看者展示的题目，也不显示。人数较少的组别合并显示。',
}

const zhHant: FiguresMessages = {
  title: '匯總數字',
  about: '各選項被選擇的次數，每天查看一次。每個數字都刻意作了微小調整，相差最多7，同一批人得到的數字始終相同；不足20人的內容不予顯示。因此，即使比較兩個數字或兩天的數字，也幾乎無法推斷任何人的答案。佔比以作答者為基數，並經四捨五入。所有數字均未加權。',
  none: '暫時沒有可以顯示的內容：至少需要20份完整答卷。數字每天更新一次，在前一天的答卷整理後產生。',
  of: '顯示範圍',
  everybody: '全部答卷',
  language: '語言',
  notAsked: '未被問到',
  base: ({ group, n }) => `${group}：約${n}份答卷。`,
  asOf: ({ day }) => `${day}產生。至少增減10份、且達到一成時，才會更新；某個組別或某道題自身的增減不足10份時，其數字維持不變。`,
  version: ({ n }) => `問卷第${n}版`,
  universe: ({ who }) => `只向符合條件者提問：${who}`,
  answer: '選項',
  figure: '約',
  offered: '約有多少人看到該選項',
  share: '佔比',
  left: '文字、日期，以及可選答案超過二十來個的題目（例如年份、國家）不在其中；作答人數不足二十人的題目，以及研究設為不向檢視者展示的題目，亦不顯示。人數較少的組別合併顯示。',
}

const languages: Record<Language, FiguresMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of insights/figures, in one language. */
export function figuresMessages(language: Language): FiguresMessages {
  return languages[language]
}
