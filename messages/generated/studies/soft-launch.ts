// Made from messages/*/studies/soft-launch.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface SoftLaunchMessages {
  title: string
  about: string
  none: string
  running: (of: { limit: string | number }) => string
  over: (of: { limit: number }) => string
  looked: (of: { count: number }) => string
  times: string
  fewTimes: string
  way: string
  responses: string
  median: string
  blanks: string
  question: string
  asked: string
  blank: string
  flags: string
  noFlags: string
  signing: string
  sign: string
  refused: {
    not_found: string
    not_over: string
    none_shown: string
    changed: string
  }
}

const en: SoftLaunchMessages = {
  title: 'The first responses',
  about: 'A soft launch pauses the study after a set number of complete responses, until somebody has reviewed them and signed.',
  none: 'No soft launch is running.',
  running: ({ limit }) => `It pauses at ${limit} complete responses.`,
  over: ({ limit }) => `It has its ${limit === 1 ? 'one complete response' : `${limit} complete responses`} and waits for a signature.`,
  looked: ({ count }) => `What follows is of ${count === 0 ? 'no response' : count === 1 ? 'one response' : `${count} responses`}: those that are shown so far.`,
  times: 'How long they took',
  fewTimes: 'Too few have taken any one way through it, in any one language.',
  way: 'Way and language',
  responses: 'Responses',
  median: 'Median',
  blanks: 'What was left blank',
  question: 'Question',
  asked: 'Asked',
  blank: 'Left blank',
  flags: 'What the checks noticed',
  noFlags: 'Nothing.',
  signing: 'Signing lets people start again, and fixes what the checks call usual: the medians above.',
  sign: 'Sign and go on',
  refused: {
    not_found: 'There is no such study.',
    not_over: 'No soft launch waits for a signature. Perhaps somebody else has signed.',
    none_shown: 'None of the first responses is shown yet. They appear together from the next day on, and after a week at the latest. Sign then.',
    changed: 'The figures have changed since you opened the page. Look at them again.',
  },
}

const zhHans: SoftLaunchMessages = {
  title: '最早的答卷',
  about: '试运行在收到一定数量的完整答卷后暂停研究，直到有人查看情况并签字。',
  none: '目前没有试运行。',
  running: ({ limit }) => `收到${limit}份完整答卷时暂停。`,
  over: ({ limit }) => `已收到${`${limit}份`}完整答卷，等待签字。`,
  looked: ({ count }) => `以下依据目前可显示的${`${count}份`}答卷。`,
  times: '用时',
  fewTimes: '任何一条路径、任何一种语言的人数都还太少。',
  way: '路径与语言',
  responses: '答卷数',
  median: '中位数',
  blanks: '留空的问题',
  question: '问题',
  asked: '被问到',
  blank: '留空',
  flags: '检查发现的情况',
  noFlags: '没有。',
  signing: '签字后人们可以再次开始，检查所用的常规值（上面的中位数）从此固定。',
  sign: '签字并继续',
  refused: {
    not_found: '没有这项研究。',
    not_over: '没有等待签字的试运行，也许别人已经签字。',
    none_shown: '目前还没有可显示的答卷。它们最早次日、最迟一周后一起显示，请届时再签字。',
    changed: '打开页面后数字有变，请重新查看。',
  },
}

const zhHant: SoftLaunchMessages = {
  title: '最早的答卷',
  about: '試運行在收到一定數量的完整答卷後暫停研究，直到有人查看情況並簽字。',
  none: '目前沒有試運行。',
  running: ({ limit }) => `收到${limit}份完整答卷時暫停。`,
  over: ({ limit }) => `已收到${`${limit}份`}完整答卷，等待簽字。`,
  looked: ({ count }) => `以下依據目前可顯示的${`${count}份`}答卷。`,
  times: '用時',
  fewTimes: '任何一條路徑、任何一種語言的人數都還太少。',
  way: '路徑與語言',
  responses: '答卷數',
  median: '中位數',
  blanks: '留空的問題',
  question: '問題',
  asked: '被問到',
  blank: '留空',
  flags: '檢查發現的情況',
  noFlags: '沒有。',
  signing: '簽字後人們可以再次開始，檢查所用的常規值（上面的中位數）從此固定。',
  sign: '簽字並繼續',
  refused: {
    not_found: '沒有這項研究。',
    not_over: '沒有等待簽字的試運行，也許別人已經簽字。',
    none_shown: '目前還沒有可顯示的答卷。它們最早次日、最遲一週後一起顯示，請屆時再簽字。',
    changed: '打開頁面後數字有變，請重新查看。',
  },
}

const languages: Record<Language, SoftLaunchMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/soft-launch, in one language. */
export function softLaunchMessages(language: Language): SoftLaunchMessages {
  return languages[language]
}
