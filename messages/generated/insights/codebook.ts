// Made from messages/*/insights/codebook.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface CodebookMessages {
  title: string
  of: (of: { study: string | number }) => string
  records: (of: { n: number }) => string
  made: (of: { day: string | number }) => string
  notWeighted: string
  about: string
  variable: string
  label: string
  type: string
  types: {
    number: string
    text: string
    day: string
  }
  measures: {
    nominal: string
    ordinal: string
    scale: string
  }
  askedOf: (of: { condition: string | number }) => string
  code: string
  answer: string
  count: string
  option: string
  picked: string
  notPicked: string
  missing: string
  answered: string
  empty: string
  from: string
  to: string
  consents: string
}

const en: CodebookMessages = {
  title: 'Codebook',
  of: ({ study }) => `${study}: codebook`,
  records: ({ n }) => `${n === 1 ? `${n} response` : `${n} responses`}`,
  made: ({ day }) => `As of ${day}`,
  notWeighted: 'What is counted here is counted without weights.',
  about: 'About the response',
  variable: 'Variable',
  label: 'Label',
  type: 'Type',
  types: {
    number: 'number',
    text: 'text',
    day: 'day',
  },
  measures: {
    nominal: 'nominal',
    ordinal: 'ordinal',
    scale: 'scale',
  },
  askedOf: ({ condition }) => `Asked if ${condition}`,
  code: 'Code',
  answer: 'Answer',
  count: 'Responses',
  option: 'Option',
  picked: 'Picked',
  notPicked: 'Not picked',
  missing: 'missing',
  answered: 'Answered',
  empty: 'Not shown or not offered',
  from: 'Lowest',
  to: 'Highest',
  consents: 'Agreements',
}

const zhHans: CodebookMessages = {
  title: '编码手册',
  of: ({ study }) => `${study}：编码手册`,
  records: ({ n }) => `${`${n}份答卷`}`,
  made: ({ day }) => `数据截至${day}`,
  notWeighted: '此处的计数均未加权。',
  about: '关于答卷',
  variable: '变量',
  label: '标签',
  type: '类型',
  types: {
    number: '数值',
    text: '文本',
    day: '日期',
  },
  measures: {
    nominal: '名义',
    ordinal: '有序',
    scale: '标度',
  },
  askedOf: ({ condition }) => `提问对象：${condition}`,
  code: '编码',
  answer: '答案',
  count: '答卷数',
  option: '选项',
  picked: '已选',
  notPicked: '未选',
  missing: '缺失值',
  answered: '已作答',
  empty: '未显示或未提供',
  from: '最小值',
  to: '最大值',
  consents: '同意事项',
}

const zhHant: CodebookMessages = {
  title: '編碼手冊',
  of: ({ study }) => `${study}：編碼手冊`,
  records: ({ n }) => `${`${n}份答卷`}`,
  made: ({ day }) => `資料截至${day}`,
  notWeighted: '此處的計數均未加權。',
  about: '關於答卷',
  variable: '變項',
  label: '標籤',
  type: '類型',
  types: {
    number: '數值',
    text: '文字',
    day: '日期',
  },
  measures: {
    nominal: '名義',
    ordinal: '順序',
    scale: '尺度',
  },
  askedOf: ({ condition }) => `提問對象：${condition}`,
  code: '編碼',
  answer: '答案',
  count: '答卷數',
  option: '選項',
  picked: '已選',
  notPicked: '未選',
  missing: '遺漏值',
  answered: '已作答',
  empty: '未顯示或未提供',
  from: '最小值',
  to: '最大值',
  consents: '同意事項',
}

const languages: Record<Language, CodebookMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of insights/codebook, in one language. */
export function codebookMessages(language: Language): CodebookMessages {
  return languages[language]
}
