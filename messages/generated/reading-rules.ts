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
  title: string
  about: string
  none: string
  columns: string
  names: string
  states: {
    in_use: string
    to_confirm: string
  }
  by: (of: { name: string | number; at: string | number }) => string
  change: string
  forget: string
  forgetHint: string
  changeAbout: string
  save: string
  unlearn: string
  unlearnHint: string
  note: string
  propose: string
  said: {
    changed: string
    forgotten: string
    proposed: string
    moved_on: string
    note: string
    waiting: string
  }
  willLearn: (of: { account: string | number; word: string | number; lines: number }) => string
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
  title: 'How files are read',
  about: 'What people have said of each account’s files: which column of a plain CSV is which, and what a type of the provider means.',
  none: 'Nothing yet. The first plain CSV of an account asks for its columns, and an exception of an unknown type for what it means.',
  columns: 'Columns of a plain CSV',
  names: 'Columns',
  states: {
    in_use: 'in use',
    to_confirm: 'changed; the next file asks to confirm it',
  },
  by: ({ name, at }) => `Said by ${name} on ${at}`,
  change: 'Change',
  forget: 'Forget',
  forgetHint: 'If forgotten, the next file with these columns asks what they mean.',
  changeAbout: 'There is no file to try it on. The next file with these columns is shown as it would be read this way, and waits until it is confirmed.',
  save: 'Save for the next file',
  unlearn: 'Unlearn this type',
  unlearnHint: 'Another person has to confirm it.',
  note: 'Reason',
  propose: 'Propose',
  said: {
    changed: 'Saved. The next file with these columns shows how it would be read, and waits to be confirmed.',
    forgotten: 'Forgotten. The next file with these columns asks what they mean.',
    proposed: 'Proposed. Another person has to confirm it.',
    moved_on: 'This rule has changed in the meantime: here is how things stand.',
    note: 'Add a reason first (up to 500 characters).',
    waiting: 'A proposal about it is already pending.',
  },
  willLearn: ({ account, word, lines }) => `If you choose a meaning, it becomes a rule once another person confirms it: from then on, lines of ${account} with the type “${word}” are booked so. ${lines === 0 ? 'No line' : lines === 1 ? '1 line' : `${lines} lines`} so far had it, and ${lines === 1 ? 'stays' : 'stay'} as booked.`,
}

const zhHans: ReadingRulesMessages = {
  learns: ({ account, word, kind, lines }) => `今后，${account}中业务类型为“${word}”的对账单行一律记为${kind}；迄今有${lines}行属该类型，其记账保持不变。`,
  instead: ({ before }) => `此前该类型表示${before}。`,
  unlearns: ({ account, word, kind, lines }) => `今后，${account}中业务类型为“${word}”的对账单行不再记为${kind}，每一行都会成为差异。已有${lines}行属该类型，其记账保持不变。`,
  facts: {
    account: '账户',
    word: '渠道业务类型',
    kind: '含义',
    before: '此前',
    nothing: '未知',
    lines: '已有记录',
    rule: '规则',
  },
  title: '文件读取规则',
  about: '各账户文件的读取规则：普通CSV文件各列的含义，以及渠道业务类型的含义。',
  none: '暂无规则。账户的第一个普通CSV文件会询问各列的含义，未知业务类型的差异会询问其含义。',
  columns: '普通CSV的各列',
  names: '列名',
  states: {
    in_use: '使用中',
    to_confirm: '已修改，下一个文件须确认',
  },
  by: ({ name, at }) => `${name}于${at}设定`,
  change: '修改',
  forget: '删除规则',
  forgetHint: '删除后，下一个列名相同的文件会重新询问各列的含义。',
  changeAbout: '此处没有文件可供试读。下一个列名相同的文件会先显示按此读取的结果，确认后才会读取。',
  save: '保存，用于下一个文件',
  unlearn: '取消该业务类型的含义',
  unlearnHint: '须由另一人确认。',
  note: '原因',
  propose: '提议',
  said: {
    changed: '已保存。下一个列名相同的文件会先显示读取结果，等待确认。',
    forgotten: '已删除。下一个列名相同的文件会询问各列的含义。',
    proposed: '已提议，须由另一人确认。',
    moved_on: '该规则已有变动，现状如下。',
    note: '请先填写原因（最多500字）。',
    waiting: '已有一项相关提议待确认。',
  },
  willLearn: ({ account, word, lines }) => `如选择含义，经另一人确认后即成为规则：此后，${account}中业务类型为“${word}”的对账单行一律照此记账。迄今有${lines}行属该类型，其记账保持不变。`,
}

const zhHant: ReadingRulesMessages = {
  learns: ({ account, word, kind, lines }) => `今後，${account}中業務類型為「${word}」的結單行一律記為${kind}；至今有${lines}行屬該類型，其記賬維持不變。`,
  instead: ({ before }) => `此前該類型表示${before}。`,
  unlearns: ({ account, word, kind, lines }) => `今後，${account}中業務類型為「${word}」的結單行不再記為${kind}，每一行都會成為差異。已有${lines}行屬該類型，其記賬維持不變。`,
  facts: {
    account: '賬戶',
    word: '渠道業務類型',
    kind: '含義',
    before: '此前',
    nothing: '未知',
    lines: '已有紀錄',
    rule: '規則',
  },
  title: '檔案讀取規則',
  about: '各賬戶檔案的讀取規則：普通CSV檔案各欄的含義，以及渠道業務類型的含義。',
  none: '暫無規則。賬戶的第一個普通CSV檔案會詢問各欄的含義，未知業務類型的差異會詢問其含義。',
  columns: '普通CSV的各欄',
  names: '欄名',
  states: {
    in_use: '使用中',
    to_confirm: '已修改，下一個檔案須確認',
  },
  by: ({ name, at }) => `${name}於${at}設定`,
  change: '修改',
  forget: '刪除規則',
  forgetHint: '刪除後，下一個欄名相同的檔案會重新詢問各欄的含義。',
  changeAbout: '此處沒有檔案可供試讀。下一個欄名相同的檔案會先顯示按此讀取的結果，確認後才會讀取。',
  save: '儲存，用於下一個檔案',
  unlearn: '取消該業務類型的含義',
  unlearnHint: '須由另一人確認。',
  note: '原因',
  propose: '提議',
  said: {
    changed: '已儲存。下一個欄名相同的檔案會先顯示讀取結果，等待確認。',
    forgotten: '已刪除。下一個欄名相同的檔案會詢問各欄的含義。',
    proposed: '已提議，須由另一人確認。',
    moved_on: '該規則已有變動，現況如下。',
    note: '請先填寫原因（最多500字）。',
    waiting: '已有一項相關提議待確認。',
  },
  willLearn: ({ account, word, lines }) => `如選擇含義，經另一人確認後即成為規則：此後，${account}中業務類型為「${word}」的結單行一律照此記賬。至今有${lines}行屬該類型，其記賬維持不變。`,
}

const languages: Record<Language, ReadingRulesMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of reading-rules, in one language. */
export function readingRulesMessages(language: Language): ReadingRulesMessages {
  return languages[language]
}
