// Made from messages/*/common.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface CommonMessages {
  language: string
  test: string
  skip: string
  runBy: (of: { organiser: string | number }) => string
  contact: string
  about: (of: { minutes: number }) => string
  listSeparator: string
  and: string
  channels: {
    wechat: string
    alipay: string
    alipayhk: string
    bank: string
    fps: string
    mpay: string
    gift: string
  }
  copy: {
    copy: string
    copied: string
    link: string
  }
  devices: string
  rights: string
  message: {
    requestId: string
  }
  ways: {
    home: string
    resume: string
    study: string
  }
  service: string
  isReal: string
  privacyPoints: {
    name: string
    cookie: string
    stored: string
    stop: string
  }
  name: string
  date: (of: { day: string | number; month: string | number; year: string | number }) => string
  dateTime: (of: { date: string | number; time: string | number }) => string
  months: {
    '1': string
    '2': string
    '3': string
    '4': string
    '5': string
    '6': string
    '7': string
    '8': string
    '9': string
    '10': string
    '11': string
    '12': string
  }
  sentences: (of: { first: string | number; second: string | number }) => string
  next: string
  beforeTax: (of: { amount: string | number }) => string
  errorPrefix: string
  dayOfMonth: (of: { day: string | number; month: string | number }) => string
  labelled: (of: { label: string | number; text: string | number }) => string
  bracketed: (of: { text: string | number }) => string
  leadIn: (of: { label: string | number }) => string
  dates: (of: { from: string | number; to: string | number }) => string
  forget: string
  privacy: string
  rowSeparator: string
}

const en: CommonMessages = {
  language: 'Language',
  test: 'Test: nothing is paid or counted.',
  skip: 'Skip to the content',
  runBy: ({ organiser }) => `Run by ${organiser}.`,
  contact: 'Questions, or want to withdraw? Write to',
  about: ({ minutes }) => `${minutes === 1 ? `about ${minutes} minute` : `about ${minutes} minutes`}`,
  listSeparator: ', ',
  and: ' and ',
  channels: {
    wechat: 'WeChat Pay 微信支付',
    alipay: 'Alipay 支付宝',
    alipayhk: 'AlipayHK',
    bank: 'bank transfer',
    fps: 'FPS 轉數快',
    mpay: 'MPay 澳門錢包',
    gift: 'gift link by e-mail',
  },
  copy: {
    copy: 'Copy',
    copied: 'Copied',
    link: 'Resume link',
  },
  devices: 'Sign out other devices',
  rights: 'Your answers and your rights',
  message: {
    requestId: 'If you contact us, please quote this number',
  },
  ways: {
    home: 'Home',
    resume: 'Enter my resume code',
    study: 'Back to the study',
  },
  service: 'Honorarium: answers and rewards, kept apart.',
  isReal: 'Is this real? See what was paid, and how soon',
  privacyPoints: {
    name: 'The questions do not ask for your name; some payment methods need one. Your answers and your payment details are kept apart.',
    cookie: 'A cookie with a random number keeps your place on this device. It does not track you anywhere else, and no other company sees it.',
    stored: 'Nothing is stored until you have completed the first page.',
    stop: 'You can stop at any time, and withdraw or erase your answers yourself, with the code that you are given.',
  },
  name: 'English',
  date: ({ day, month, year }) => `${day} ${month} ${year}`,
  dateTime: ({ date, time }) => `${date}, ${time} (UTC+8)`,
  months: {
    '1': 'January',
    '2': 'February',
    '3': 'March',
    '4': 'April',
    '5': 'May',
    '6': 'June',
    '7': 'July',
    '8': 'August',
    '9': 'September',
    '10': 'October',
    '11': 'November',
    '12': 'December',
  },
  sentences: ({ first, second }) => `${first} ${second}`,
  next: 'Next',
  beforeTax: ({ amount }) => `after tax; ${amount} before tax`,
  errorPrefix: 'Error:',
  dayOfMonth: ({ day, month }) => `${day} ${month}`,
  labelled: ({ label, text }) => `${label}: ${text}`,
  bracketed: ({ text }) => ` (${text})`,
  leadIn: ({ label }) => `${label}: `,
  dates: ({ from, to }) => `${from} – ${to}`,
  forget: 'Forget me on this device',
  privacy: 'Privacy notice',
  rowSeparator: '; ',
}

const zhHans: CommonMessages = {
  language: '语言',
  test: '测试：不会支付，也不计入统计。',
  skip: '跳到正文',
  runBy: ({ organiser }) => `主办：${organiser}。`,
  contact: '如有疑问或希望撤回，请联系',
  about: ({ minutes }) => `约${minutes}分钟`,
  listSeparator: '、',
  and: '和',
  channels: {
    wechat: '微信支付',
    alipay: '支付宝',
    alipayhk: 'AlipayHK 支付宝香港',
    bank: '银行转账',
    fps: '转数快 FPS',
    mpay: 'MPay 澳门钱包',
    gift: '礼品链接（电子邮件）',
  },
  copy: {
    copy: '复制',
    copied: '已复制',
    link: '续答链接',
  },
  devices: '退出其他设备',
  rights: '您的回答与权利',
  message: {
    requestId: '联系我们时请提供此编号',
  },
  ways: {
    home: '首页',
    resume: '输入续答码',
    study: '返回研究首页',
  },
  service: 'Honorarium：回答与奖励，分开保存。',
  isReal: '这是真的吗？看看发放了多少、多久到账',
  privacyPoints: {
    name: '问卷不询问您的姓名；部分收款方式需要姓名。您的回答与收款信息分开保存。',
    cookie: '一个带随机编号的Cookie会在本设备上记住您的进度。它不会在别处跟踪您，其他公司也看不到它。',
    stored: '在您填完并提交第一页之前，我们不保存任何内容。',
    stop: '您可以随时停止，并可凭续答码自行撤回或删除您的回答。',
  },
  name: '简体中文',
  date: ({ year, month, day }) => `${year}年${month}${day}日`,
  dateTime: ({ date, time }) => `${date} ${time}（北京时间）`,
  months: {
    '1': '1月',
    '2': '2月',
    '3': '3月',
    '4': '4月',
    '5': '5月',
    '6': '6月',
    '7': '7月',
    '8': '8月',
    '9': '9月',
    '10': '10月',
    '11': '11月',
    '12': '12月',
  },
  sentences: ({ first, second }) => `${first}${second}`,
  next: '下一页',
  beforeTax: ({ amount }) => `税后金额（税前${amount}）`,
  errorPrefix: '错误：',
  dayOfMonth: ({ month, day }) => `${month}${day}日`,
  labelled: ({ label, text }) => `${label}：${text}`,
  bracketed: ({ text }) => `（${text}）`,
  leadIn: ({ label }) => `${label}：`,
  dates: ({ from, to }) => `${from}至${to}`,
  forget: '让此设备忘记我',
  privacy: '隐私声明',
  rowSeparator: '；',
}

const zhHant: CommonMessages = {
  language: '語言',
  test: '測試：不會支付，也不計入統計。',
  skip: '跳至主要內容',
  runBy: ({ organiser }) => `主辦：${organiser}。`,
  contact: '如有查詢或希望撤回，請聯絡',
  about: ({ minutes }) => `約${minutes}分鐘`,
  listSeparator: '、',
  and: '及',
  channels: {
    wechat: '微信支付 WeChat Pay',
    alipay: '支付寶 Alipay',
    alipayhk: 'AlipayHK 支付寶香港',
    bank: '銀行轉賬',
    fps: '轉數快 FPS',
    mpay: 'MPay 澳門錢包',
    gift: '禮品連結（電郵）',
  },
  copy: {
    copy: '複製',
    copied: '已複製',
    link: '續答連結',
  },
  devices: '登出其他裝置',
  rights: '您的答案與權利',
  message: {
    requestId: '聯絡我們時請提供此編號',
  },
  ways: {
    home: '首頁',
    resume: '輸入續答碼',
    study: '返回研究首頁',
  },
  service: 'Honorarium：答案與獎賞，分開保存。',
  isReal: '這是真的嗎？看看發放了多少、多久到賬',
  privacyPoints: {
    name: '問卷不會詢問您的姓名；部分收款方式需要姓名。您的答案與收款資料分開保存。',
    cookie: '一個載有隨機編號的Cookie會在這部裝置記住您的進度。它不會在其他地方追蹤您，其他公司亦看不到。',
    stored: '在您填妥並提交第一頁之前，我們不會儲存任何內容。',
    stop: '您可以隨時停止，並可憑續答碼自行撤回或刪除您的答案。',
  },
  name: '繁體中文',
  date: ({ year, month, day }) => `${year}年${month}${day}日`,
  dateTime: ({ date, time }) => `${date} ${time}（香港時間）`,
  months: {
    '1': '1月',
    '2': '2月',
    '3': '3月',
    '4': '4月',
    '5': '5月',
    '6': '6月',
    '7': '7月',
    '8': '8月',
    '9': '9月',
    '10': '10月',
    '11': '11月',
    '12': '12月',
  },
  sentences: ({ first, second }) => `${first}${second}`,
  next: '下一頁',
  beforeTax: ({ amount }) => `稅後金額（稅前${amount}）`,
  errorPrefix: '錯誤：',
  dayOfMonth: ({ month, day }) => `${month}${day}日`,
  labelled: ({ label, text }) => `${label}：${text}`,
  bracketed: ({ text }) => `（${text}）`,
  leadIn: ({ label }) => `${label}：`,
  dates: ({ from, to }) => `${from}至${to}`,
  forget: '讓此裝置忘記我',
  privacy: '私隱聲明',
  rowSeparator: '；',
}

const languages: Record<Language, CommonMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of common, in one language. */
export function commonMessages(language: Language): CommonMessages {
  return languages[language]
}
