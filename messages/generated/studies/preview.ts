// Made from messages/*/studies/preview.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface PreviewMessages {
  tests: {
    title: string
    about: string
    open: string
    address: string
    older: string
    make: string
    renew: string
    renewHint: string
    responses: string
    noTest: string
    none: string
    response: string
    state: string
    language: string
    started: string
    newest: (of: { n: string | number }) => string
    erase: string
    kept: (of: { days: string | number }) => string
    said: {
      made: string
      erased: string
    }
    one: (of: { ref: string | number }) => string
    noAnswers: string
    answers: string
    question: string
    answer: string
    picked: string
  }
  testEnd: {
    title: string
    nothing: string
    held: (of: { amount: string | number }) => string
    issued: (of: { amount: string | number; until: string | number; channels: string | number }) => string
    noWay: (of: { amount: string | number; until: string | number }) => string
    again: string
  }
}

const en: PreviewMessages = {
  tests: {
    title: 'Test responses',
    about: 'A test is answered through the real pages, door and checks of this study. It is paid nothing and counts nowhere: in no figure, file, quota or budget.',
    open: 'Answer the test',
    address: 'For colleagues who are to try it:',
    older: 'The study asks another version by now. Renew the test to answer that one.',
    make: 'Make a test',
    renew: 'Renew the test',
    renewHint: 'The test then asks and promises what the study does now, at a new address; the old address leads nowhere.',
    responses: 'What was answered',
    noTest: 'Make a test first; what is answered to it stands here.',
    none: 'Nobody has answered the test yet.',
    response: 'Test response',
    state: 'State',
    language: 'Language',
    started: 'Begun',
    newest: ({ n }) => `The newest ${n} are shown.`,
    erase: 'Erase all test responses',
    kept: ({ days }) => `A test response is erased by itself ${days} days after it was last answered.`,
    said: {
      made: 'The test asks and promises what the study does now.',
      erased: 'All test responses are erased.',
    },
    one: ({ ref }) => `Test response ${ref}`,
    noAnswers: 'Nothing has been answered.',
    answers: 'Answers',
    question: 'Question',
    answer: 'Answer',
    picked: 'picked',
  },
  testEnd: {
    title: 'That was the test',
    nothing: 'Nobody is paid for it. With these answers a student would get no reward.',
    held: ({ amount }) => `Nobody is paid for it. A student would hold a voucher of ${amount} now, and could claim it once a person has looked at the answers.`,
    issued: ({ amount, until, channels }) => `Nobody is paid for it. A student would hold a voucher of ${amount} now, to be claimed until ${until} by ${channels}.`,
    noWay: ({ amount, until }) => `Nobody is paid for it. A student would hold a voucher of ${amount} now, until ${until}; no way of paying it is set up yet.`,
    again: 'Back to the start of the test',
  },
}

const zhHans: PreviewMessages = {
  tests: {
    title: '测试答卷',
    about: '测试经过本研究真实的页面、入口和检查，但不支付任何报酬，也不计入任何统计、文件、配额或预算。',
    open: '填写测试',
    address: '请同事试填时，可发送此地址：',
    older: '研究现已采用另一版本的问卷。更新测试后即可试填该版本。',
    make: '创建测试',
    renew: '更新测试',
    renewHint: '更新后，测试与研究目前的问卷和报酬一致，并换用新地址；旧地址随即失效。',
    responses: '已填写的测试',
    noTest: '请先创建测试；填写后会显示在这里。',
    none: '还没有人填写测试。',
    response: '测试答卷',
    state: '状态',
    language: '语言',
    started: '开始时间',
    newest: ({ n }) => `仅显示最新的 ${n} 份。`,
    erase: '删除所有测试答卷',
    kept: ({ days }) => `测试答卷在最后一次填写 ${days} 天后自动删除。`,
    said: {
      made: '测试已与研究目前的问卷和报酬一致。',
      erased: '所有测试答卷已删除。',
    },
    one: ({ ref }) => `测试答卷 ${ref}`,
    noAnswers: '尚未填写任何内容。',
    answers: '回答',
    question: '问题',
    answer: '回答',
    picked: '已选',
  },
  testEnd: {
    title: '测试已完成',
    nothing: '测试不支付报酬。如此作答的学生不会获得报酬。',
    held: ({ amount }) => `测试不支付报酬。学生此时会得到一张 ${amount} 的奖励券，待工作人员审核作答后方可领取。`,
    issued: ({ amount, until, channels }) => `测试不支付报酬。学生此时会得到一张 ${amount} 的奖励券，可在 ${until} 前通过${channels}领取。`,
    noWay: ({ amount, until }) => `测试不支付报酬。学生此时会得到一张 ${amount} 的奖励券，有效期至 ${until}；但支付方式尚未设置。`,
    again: '回到测试首页',
  },
}

const zhHant: PreviewMessages = {
  tests: {
    title: '測試答卷',
    about: '測試經過本研究真實的頁面、入口和檢查，但不支付任何報酬，也不計入任何統計、檔案、配額或預算。',
    open: '填寫測試',
    address: '請同事試填時，可發送此地址：',
    older: '研究現已採用另一版本的問卷。更新測試後即可試填該版本。',
    make: '建立測試',
    renew: '更新測試',
    renewHint: '更新後，測試與研究目前的問卷和報酬一致，並換用新地址；舊地址隨即失效。',
    responses: '已填寫的測試',
    noTest: '請先建立測試；填寫後會顯示在這裏。',
    none: '還沒有人填寫測試。',
    response: '測試答卷',
    state: '狀態',
    language: '語言',
    started: '開始時間',
    newest: ({ n }) => `只顯示最新的 ${n} 份。`,
    erase: '刪除所有測試答卷',
    kept: ({ days }) => `測試答卷在最後一次填寫 ${days} 天後自動刪除。`,
    said: {
      made: '測試已與研究目前的問卷和報酬一致。',
      erased: '所有測試答卷已刪除。',
    },
    one: ({ ref }) => `測試答卷 ${ref}`,
    noAnswers: '尚未填寫任何內容。',
    answers: '回答',
    question: '問題',
    answer: '回答',
    picked: '已選',
  },
  testEnd: {
    title: '測試已完成',
    nothing: '測試不支付報酬。如此作答的學生不會獲得報酬。',
    held: ({ amount }) => `測試不支付報酬。學生此時會得到一張 ${amount} 的獎賞券，待職員審核作答後方可領取。`,
    issued: ({ amount, until, channels }) => `測試不支付報酬。學生此時會得到一張 ${amount} 的獎賞券，可在 ${until} 前透過${channels}領取。`,
    noWay: ({ amount, until }) => `測試不支付報酬。學生此時會得到一張 ${amount} 的獎賞券，有效期至 ${until}；但支付方式尚未設定。`,
    again: '回到測試首頁',
  },
}

const languages: Record<Language, PreviewMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/preview, in one language. */
export function previewMessages(language: Language): PreviewMessages {
  return languages[language]
}
