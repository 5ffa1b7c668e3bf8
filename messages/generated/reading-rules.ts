// Made from messages/*/reading-rules.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface ReadingRulesMessages {
  learns: (of: { account: string | number; word: string | number; kind: string | number; lines: number }) => string
  instead: (of: { before: string | number }) => string
  unlearns: (of: { account: string | number; word: string | number; kind: string | number; lines: number }) => string
  facts: {
    account: string
    word: string
    kind: string
    before: string
    nothing: string
    lines: string
    rule: string
  }
}

const en: ReadingRulesMessages = {
  learns: ({ account, word, kind, lines }) => `From now on, lines of ${account} with the type “${word}” are booked as ${kind}; ${lines === 0 ? 'no line' : lines === 1 ? '1 line' : `${lines} lines`} so far had it, and ${lines === 1 ? 'stays' : 'stay'} as booked.`,
  instead: ({ before }) => `Until now it meant ${before}.`,
  unlearns: ({ account, word, kind, lines }) => `From now on, lines of ${account} with the type “${word}” are no longer booked as ${kind}: each becomes an exception. ${lines === 0 ? 'No line' : lines === 1 ? '1 line' : `${lines} lines`} had it, and ${lines === 1 ? 'stays' : 'stay'} as booked.`,
  facts: {
    account: 'Account',
    word: 'Provider’s type',
    kind: 'What it means',
    before: 'Until now',
    nothing: 'nothing known',
    lines: 'Lines so far',
    rule: 'Rule',
  },
}

const zhHans: ReadingRulesMessages = {
  learns: ({ account, word, kind, lines }) => `今后，${account} 中业务类型为“${word}”的对账单行一律记为${kind}；迄今有 ${lines} 行属该类型，其记账保持不变。`,
  instead: ({ before }) => `此前该类型表示${before}。`,
  unlearns: ({ account, word, kind, lines }) => `今后，${account} 中业务类型为“${word}”的对账单行不再记为${kind}，每一行都会成为差异。已有 ${lines} 行属该类型，其记账保持不变。`,
  facts: {
    account: '账户',
    word: '渠道业务类型',
    kind: '含义',
    before: '此前',
    nothing: '未知',
    lines: '已有记录',
    rule: '规则',
  },
}

const zhHant: ReadingRulesMessages = {
  learns: ({ account, word, kind, lines }) => `今後，${account} 中業務類型為「${word}」的結單行一律記為${kind}；至今有 ${lines} 行屬該類型，其記賬維持不變。`,
  instead: ({ before }) => `此前該類型表示${before}。`,
  unlearns: ({ account, word, kind, lines }) => `今後，${account} 中業務類型為「${word}」的結單行不再記為${kind}，每一行都會成為差異。已有 ${lines} 行屬該類型，其記賬維持不變。`,
  facts: {
    account: '賬戶',
    word: '渠道業務類型',
    kind: '含義',
    before: '此前',
    nothing: '未知',
    lines: '已有記錄',
    rule: '規則',
  },
}

const languages: Record<Language, ReadingRulesMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of reading-rules, in one language. */
export function readingRulesMessages(language: Language): ReadingRulesMessages {
  return languages[language]
}
