// Made from messages/*/trust.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface TrustMessages {
  title: string
  answer: (of: { organiser: string | number; study: string | number }) => string
  nobodyYet: string
  paidSoFar: (of: { people: string | number }) => string
  took: (of: { days: number }) => string
  countedOn: (of: { day: string | number }) => string
  what: string
  people: string
  sum: string
  paid: string
  owed: string
  few: string
  next: string
  steps: {
    answer: string
    claim: string
    check: string
  }
  never: string
  ask: string
  back: string
  proof: string
  proofText: string
  seal: (of: { day: string | number; n: string | number }) => string
  file: string
  check: string
}

const en: TrustMessages = {
  title: 'Is this real?',
  answer: ({ organiser, study }) => `Yes. ${organiser} runs “${study}” and pays for complete answers.`,
  nobodyYet: 'So far nobody has been paid, or fewer than five people have: figures that small are not shown.',
  paidSoFar: ({ people }) => `${people} vouchers have been paid so far.`,
  took: ({ days }) => `${days === 0 ? 'Half of the most recent ones were paid on the day they were claimed.' : days === 1 ? `Half of the most recent ones were paid within ${days} working day of the claim.` : `Half of the most recent ones were paid within ${days} working days of the claim.`}`,
  countedOn: ({ day }) => `Counted at the start of ${day}`,
  what: 'Money',
  people: 'Vouchers',
  sum: 'Sum',
  paid: 'Paid',
  owed: 'Owed, not yet paid',
  few: 'A day with fewer than five is counted with the next one, so that no figure points to one person.',
  next: 'What happens next',
  steps: {
    answer: 'You answer, and receive a voucher with a code and a reference.',
    claim: 'On its page you choose where the money should go. The page always shows what comes next, who has to do it, and by when.',
    check: 'Two people check each payment before it goes out.',
  },
  never: 'Nobody from this study will ask you to pay anything, or ask for a password or a verification code.',
  ask: 'Where to ask',
  back: 'Back to the study',
  proof: 'How to check this',
  proofText: 'Each day’s figures are signed, and name the latest seal of the audit trail: a chain of hashes in which nothing can be changed afterwards without being noticed. Anyone who keeps an earlier hash can check it against later records.',
  seal: ({ day, n }) => `${day}: seal ${n}`,
  file: 'Today’s figures with their signature (JSON)',
  check: 'The signature is a JWS (ES256); the public keys are at /.well-known/jwks.json. Any JOSE library can check it, and so can this open-source program: npm run verify-books -- --report trust.json --jwks jwks.json',
}

const zhHans: TrustMessages = {
  title: '这是真的吗？',
  answer: ({ study, organiser }) => `是真的。“${study}”由${organiser}主办，完整作答即可获得奖励。`,
  nobodyYet: '目前尚无人领到款项，或不足五人；这样小的数字不予显示。',
  paidSoFar: ({ people }) => `目前已支付 ${people} 张奖励券。`,
  took: ({ days }) => `${days === 0 ? '最近的付款中，半数在领取当天支付。' : `最近的付款中，半数在领取后 ${days} 个工作日内支付。`}`,
  countedOn: ({ day }) => `统计截至${day}零时`,
  what: '款项',
  people: '张数',
  sum: '金额',
  paid: '已付',
  owed: '待付',
  few: '当天不足五人的，并入下一天统计，任何数字都不会指向某一个人。',
  next: '接下来会怎样',
  steps: {
    answer: '完成作答后，您会得到一张带有券码和编号的奖励券。',
    claim: '在奖励券页面填写收款方式。页面会一直显示下一步是什么、由谁处理、何时完成。',
    check: '每笔付款发出前都由两人核对。',
  },
  never: '本研究的任何人都不会向您收取费用，也不会索要密码或验证码。',
  ask: '向谁询问',
  back: '返回研究',
  proof: '如何核验',
  proofText: '每天的数字都经过签名，并注明审计记录的最新存证。存证是一条哈希链，事后改动必然留痕；保存过以前哈希值的人，可以用它核对之后的账目。',
  seal: ({ day, n }) => `${day}：第 ${n} 号存证`,
  file: '今日数字及签名（JSON）',
  check: '签名为 JWS（ES256），公钥见 /.well-known/jwks.json。任何 JOSE 程序库均可核验，也可使用本开源程序：npm run verify-books -- --report trust.json --jwks jwks.json',
}

const zhHant: TrustMessages = {
  title: '這是真的嗎？',
  answer: ({ study, organiser }) => `是真的。「${study}」由${organiser}主辦，完整作答即可獲得獎賞。`,
  nobodyYet: '目前尚未有人收到款項，或不足五人；這樣小的數字不予顯示。',
  paidSoFar: ({ people }) => `至今已支付 ${people} 張獎賞券。`,
  took: ({ days }) => `${days === 0 ? '最近的付款中，半數在領取當天支付。' : `最近的付款中，半數在領取後 ${days} 個工作天內支付。`}`,
  countedOn: ({ day }) => `統計截至${day}零時`,
  what: '款項',
  people: '張數',
  sum: '金額',
  paid: '已付',
  owed: '待付',
  few: '當日不足五人的，併入下一日統計，任何數字都不會指向某一個人。',
  next: '接下來會怎樣',
  steps: {
    answer: '完成作答後，您會得到一張附有券碼和編號的獎賞券。',
    claim: '在獎賞券頁面填寫收款方式。頁面會一直顯示下一步是甚麼、由誰處理、何時完成。',
    check: '每筆付款發出前都由兩人核對。',
  },
  never: '本研究的任何人都不會向您收取費用，也不會索取密碼或驗證碼。',
  ask: '向誰查詢',
  back: '返回研究',
  proof: '如何核驗',
  proofText: '每日的數字都經過簽名，並註明審計紀錄的最新存證。存證是一條雜湊鏈，事後改動必然留痕；保存過以前雜湊值的人，可以用它核對其後的賬目。',
  seal: ({ day, n }) => `${day}：第 ${n} 號存證`,
  file: '今日數字及簽名（JSON）',
  check: '簽名為 JWS（ES256），公鑰見 /.well-known/jwks.json。任何 JOSE 程式庫均可核驗，也可使用本開源程式：npm run verify-books -- --report trust.json --jwks jwks.json',
}

const languages: Record<Language, TrustMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of trust, in one language. */
export function trustMessages(language: Language): TrustMessages {
  return languages[language]
}
