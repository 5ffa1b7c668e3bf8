// Made from messages/*/studies/permit.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface PermitMessages {
  title: string
  about: string
  elsewhere: string
  enter: string
  which: string
  kinds: {
    permit: string
    not_needed: string
  }
  study: string
  authority: string
  authorityHint: string
  number: string
  expires: string
  expiresHint: string
  file: string
  fileHint: string
  notNeeded: string
  notNeededHint: string
  send: string
  said: string
  now: string
  until: (of: { day: string | number }) => string
  confirmed: (of: { at: string | number }) => string
  take: (of: { number: string | number }) => string
  proposed: {
    permit: string
    not_needed: string
  }
  refused: {
    incomplete: string
    reason: string
    expired: string
    file: string
    type: string
    waiting: string
    not_found: string
  }
}

const en: PermitMessages = {
  title: 'Permit for the mainland',
  about: 'This study collects in the mainland. It can open once one person has entered who permitted it, or why no permit is needed, and another has confirmed it. When the permit ends, nobody can start.',
  elsewhere: 'This study does not collect in the mainland, so it needs no permit.',
  enter: 'Enter a permit',
  which: 'What it is',
  kinds: {
    permit: 'A permit',
    not_needed: 'None is needed',
  },
  study: 'Study',
  authority: 'Who permitted it',
  authorityHint: 'The authority, as the permit names it.',
  number: 'Its number',
  expires: 'Last day',
  expiresHint: 'Nobody can start after this day, in the mainland’s time.',
  file: 'The permit as a file',
  fileHint: 'PDF, PNG or JPEG, at most 5 MB.',
  notNeeded: 'Why none is needed',
  notNeededHint: 'Only where none is needed; leave the other fields empty then.',
  send: 'Enter it',
  said: 'It is entered. Another person confirms it.',
  now: 'In force',
  until: ({ day }) => `until ${day}`,
  confirmed: ({ at }) => `Confirmed ${at}`,
  take: ({ number }) => `Download the file of ${number}`,
  proposed: {
    permit: 'A permit for the mainland',
    not_needed: 'No permit for the mainland is needed',
  },
  refused: {
    incomplete: 'Say who permitted it, its number and its last day.',
    reason: 'Say why none is needed, in at most 500 characters.',
    expired: 'That permit has ended already.',
    file: 'Choose the file of the permit, of at most 5 MB, again.',
    type: 'The file is neither a PDF nor a PNG nor a JPEG. Choose another.',
    waiting: 'One of this study waits to be confirmed already.',
    not_found: 'There is no such permit.',
  },
}

const zhHans: PermitMessages = {
  title: '境内调查许可',
  about: '本研究在境内收集数据。须由一人填写许可机关（或说明为何不需要），并由另一人确认后，研究才能开放。许可到期后不能再开始。',
  elsewhere: '本研究不在境内收集数据，不需要许可。',
  enter: '填写许可',
  which: '类型',
  kinds: {
    permit: '许可',
    not_needed: '不需要许可',
  },
  study: '研究',
  authority: '许可机关',
  authorityHint: '按许可文件上的名称填写。',
  number: '许可文号',
  expires: '最后一天',
  expiresHint: '此日之后（北京时间）不能再开始。',
  file: '许可文件',
  fileHint: 'PDF、PNG或JPEG，最大5 MB。',
  notNeeded: '为何不需要',
  notNeededHint: '仅在不需要许可时填写，其他栏留空。',
  send: '提交',
  said: '已提交，等待另一人确认。',
  now: '有效',
  until: ({ day }) => `有效期至${day}`,
  confirmed: ({ at }) => `确认于${at}`,
  take: ({ number }) => `下载${number}的文件`,
  proposed: {
    permit: '境内调查许可',
    not_needed: '不需要境内调查许可',
  },
  refused: {
    incomplete: '请填写许可机关、文号和最后一天。',
    reason: '请说明为何不需要，最多500个字符。',
    expired: '该许可已经到期。',
    file: '请重新选择许可文件，最大5 MB。',
    type: '文件不是PDF、PNG或JPEG，请另选。',
    waiting: '本研究已有一份许可在等待确认。',
    not_found: '没有这份许可。',
  },
}

const zhHant: PermitMessages = {
  title: '境內調查許可',
  about: '本研究在境內收集數據。須由一人填寫許可機關（或說明為何不需要），並由另一人確認後，研究才能開放。許可到期後不能再開始。',
  elsewhere: '本研究不在境內收集數據，不需要許可。',
  enter: '填寫許可',
  which: '類型',
  kinds: {
    permit: '許可',
    not_needed: '不需要許可',
  },
  study: '研究',
  authority: '許可機關',
  authorityHint: '按許可文件上的名稱填寫。',
  number: '許可文號',
  expires: '最後一天',
  expiresHint: '此日之後（北京時間）不能再開始。',
  file: '許可文件',
  fileHint: 'PDF、PNG或JPEG，最大5 MB。',
  notNeeded: '為何不需要',
  notNeededHint: '僅在不需要許可時填寫，其他栏留空。',
  send: '提交',
  said: '已提交，等待另一人確認。',
  now: '有效',
  until: ({ day }) => `有效期至${day}`,
  confirmed: ({ at }) => `確認於${at}`,
  take: ({ number }) => `下載${number}的文件`,
  proposed: {
    permit: '境內調查許可',
    not_needed: '不需要境內調查許可',
  },
  refused: {
    incomplete: '請填寫許可機關、文號和最後一天。',
    reason: '請說明為何不需要，最多500個字元。',
    expired: '該許可已經到期。',
    file: '請重新選擇許可文件，最大5 MB。',
    type: '文件不是PDF、PNG或JPEG，請另選。',
    waiting: '本研究已有一份許可在等待確認。',
    not_found: '沒有這份許可。',
  },
}

const languages: Record<Language, PermitMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/permit, in one language. */
export function permitMessages(language: Language): PermitMessages {
  return languages[language]
}
