// Made from messages/*/landing.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface LandingMessages {
  purpose: string
  asks: string
  long: string
  longKnown: (of: { about: string | number }) => string
  get: string
  forPlaces: (of: { places: string | number }) => string
  forOthers: (of: { places: string | number }) => string
  forAll: string
  paidBy: (of: { channels: string | number }) => string
  gone: string
  goneAll: string
  whenPaid: string
  languages: string
  languagesText: string
  privacy: string
  start: string
  startFree: string
  resume: string
  voucher: string
  complete: string
  screenedOut: string
  overQuota: string
  withdrawn: string
  notYet: string
  closed: string
  otherDevice: string
  invited: string
  enterCode: string
  home: {
    title: string
    lead: string
    none: string
    open: string
  }
  closedBegun: (of: { day: string | number }) => string
  closedUnfinished: string
  tooYoung: (of: { age: string | number }) => string
  longEstimated: (of: { about: string | number; count: number }) => string
  keptLabel: string
  kept: (of: { minutes: string | number }) => string
  longTimed: (of: { half: number; most: number }) => string
  lapsed: string
  queue: (of: { days: string | number }) => string
  paused: string
}

const en: LandingMessages = {
  purpose: 'Purpose',
  asks: 'Who runs this',
  long: 'How long it takes',
  longKnown: ({ about }) => `${about}. You can stop and come back.`,
  get: 'What you get',
  forPlaces: ({ places }) => `if you live in ${places}`,
  forOthers: ({ places }) => `if you live anywhere except ${places}`,
  forAll: 'for a complete questionnaire',
  paidBy: ({ channels }) => `Paid by ${channels}`,
  gone: 'No rewards left. You can still answer, without a reward.',
  goneAll: 'This study has no rewards left. You can still answer, without a reward.',
  whenPaid: 'When you are paid',
  languages: 'Languages',
  languagesText: 'Switch at any time; nothing that you have typed is lost.',
  privacy: 'Your privacy',
  start: 'Start',
  startFree: 'Start without a reward',
  resume: 'Continue where you left off',
  voucher: 'See my result',
  complete: 'You have already completed this study. Thank you.',
  screenedOut: 'Thank you for your interest. Your first answers showed that this study is not meant for you.',
  overQuota: 'Thank you. We already had enough answers from your group.',
  withdrawn: 'You have withdrawn from this study.',
  notYet: 'This study has not opened yet. Please come back later.',
  closed: 'This study is closed and no longer accepts answers. Thank you for your interest.',
  otherDevice: 'Started on another device? Use your resume code',
  invited: 'You have a personal invitation. It can be used once, by you.',
  enterCode: 'Enter your resume code',
  home: {
    title: 'Open studies',
    lead: 'Share your experience and get paid for your time.',
    none: 'No study is open at the moment.',
    open: 'View the study',
  },
  closedBegun: ({ day }) => `This study is closed to newcomers. You have begun, so you can finish until ${day}, with the amount and the terms that you began with.`,
  closedUnfinished: 'This study closed before you had finished. Nothing more can be sent, and there is no reward. You can still see what is kept of your answers, or have it erased.',
  tooYoung: ({ age }) => `This study is for people of ${age} and over. This browser remembers for 30 days, in a cookie, that the study does not open here.`,
  longEstimated: ({ about, count }) => `An estimate, until people have been timed: ${about}, by its words and at most ${count === 1 ? 'one question' : `${count} questions`}. You can stop and come back.`,
  keptLabel: 'Your reward while you answer',
  kept: ({ minutes }) => `It is set aside for you after the first questions, until ${minutes} minutes after your last answer. After that it may go to somebody else; your answers stay, and when you come back it is set aside again if any are left.`,
  longTimed: ({ half, most }) => `Half of those who took part needed ${half === 1 ? `${half} minute` : `${half} minutes`} or less, four in five ${most === 1 ? `${most} minute` : `${most} minutes`} or less. You can stop and come back.`,
  lapsed: 'You did not come back in the time that this study keeps what is not finished, so what you had answered was deleted.',
  queue: ({ days }) => `Some answers are reviewed by a person before their reward can be claimed. At present that takes up to ${days} working days.`,
  paused: 'This study is paused. Nobody can start it at the moment; whoever has begun can finish.',
}

const zhHans: LandingMessages = {
  purpose: '研究目的',
  asks: '主办方',
  long: '需要多久',
  longKnown: ({ about }) => `${about}，可随时停下，之后再继续。`,
  get: '您将获得',
  forPlaces: ({ places }) => `适用于现居${places}的参与者`,
  forOthers: ({ places }) => `适用于现居${places}以外的参与者`,
  forAll: '完整作答即可获得',
  paidBy: ({ channels }) => `发放方式：${channels}`,
  gone: '名额已满。您仍可作答，但没有奖励。',
  goneAll: '本研究的奖励名额已满。您仍可作答，但没有奖励。',
  whenPaid: '何时发放',
  languages: '语言',
  languagesText: '可随时切换，已填内容不会丢失。',
  privacy: '隐私',
  start: '开始',
  startFree: '开始作答（无奖励）',
  resume: '继续上次的作答',
  voucher: '查看我的结果',
  complete: '您已完成本研究的问卷，谢谢。',
  screenedOut: '感谢您的关注。根据您最初的回答，您不属于本研究的对象。',
  overQuota: '谢谢。您所属群体的回答已经足够。',
  withdrawn: '您已退出本研究。',
  notYet: '本研究尚未开始，请稍后再来。',
  closed: '本研究已结束，不再接受作答。感谢您的关注。',
  otherDevice: '在其他设备上开始过？使用续答码',
  invited: '这是给您个人的邀请，仅限您本人使用一次。',
  enterCode: '输入续答码',
  home: {
    title: '正在进行的研究',
    lead: '分享您的经历，您的时间将获得奖励。',
    none: '目前没有正在进行的研究。',
    open: '查看研究',
  },
  closedBegun: ({ day }) => `本研究不再接受新的参与者。您已开始作答，可在${day}前按开始时的金额和条款完成。`,
  closedUnfinished: '您尚未完成，本研究已结束，无法再提交，也没有奖励。您仍可查看已保存的内容，或将其删除。',
  tooYoung: ({ age }) => `本研究面向${age}岁及以上人士。此浏览器会用一个Cookie记住30天，期间不会再打开本问卷。`,
  longEstimated: ({ count, about }) => `尚未实测，按字数和题数（最多${count}道题）估计：${about}。可随时暂停，稍后继续。`,
  keptLabel: '作答期间的奖励',
  kept: ({ minutes }) => `回答前几题后，奖励会为您保留至最后一次作答后${minutes}分钟。此后可能由他人获得；您的回答不受影响，您回来时如有名额会再次保留。`,
  longTimed: ({ half, most }) => `一半的参与者用时不超过${half}分钟，五分之四的人不超过${most}分钟。可随时停下，之后再继续。`,
  lapsed: '您未在本研究保留未完成内容的期限内返回，您已填写的内容已删除。',
  queue: ({ days }) => `部分回答须经工作人员审核后才能领取奖励，目前最多需要${days}个工作日。`,
  paused: '本研究暂停中，目前不能开始作答；已经开始的人可以继续完成。',
}

const zhHant: LandingMessages = {
  purpose: '研究目的',
  asks: '主辦機構',
  long: '需時多久',
  longKnown: ({ about }) => `${about}，可隨時停下，稍後再繼續。`,
  get: '您會得到',
  forPlaces: ({ places }) => `適用於現居${places}的參與者`,
  forOthers: ({ places }) => `適用於現居${places}以外的參與者`,
  forAll: '完成問卷即可獲得',
  paidBy: ({ channels }) => `發放途徑：${channels}`,
  gone: '名額已滿。您仍可作答，但沒有獎賞。',
  goneAll: '本研究的獎賞名額已滿。您仍可作答，但沒有獎賞。',
  whenPaid: '何時發放',
  languages: '語言',
  languagesText: '可隨時轉換，已填寫的內容不會遺失。',
  privacy: '私隱',
  start: '開始',
  startFree: '開始作答（沒有獎賞）',
  resume: '繼續上次的問卷',
  voucher: '查看我的結果',
  complete: '您已完成這項研究的問卷，多謝。',
  screenedOut: '多謝您的關注。根據您最初的答案，您不屬於這項研究的對象。',
  overQuota: '多謝。您所屬群體的答案已經足夠。',
  withdrawn: '您已退出本研究。',
  notYet: '本研究尚未開始，請稍後再來。',
  closed: '本研究已結束，不再接受作答。多謝您的關注。',
  otherDevice: '曾在其他裝置開始？使用續答碼',
  invited: '這是給您個人的邀請，只供您本人使用一次。',
  enterCode: '輸入續答碼',
  home: {
    title: '進行中的研究',
    lead: '分享您的經歷，您的時間會獲得獎賞。',
    none: '目前沒有進行中的研究。',
    open: '查看研究',
  },
  closedBegun: ({ day }) => `本研究不再接受新的參與者。您已開始作答，可在${day}前按開始時的金額和條款完成。`,
  closedUnfinished: '您尚未完成，本研究已結束，無法再提交，亦沒有獎賞。您仍可查看已儲存的內容，或將其刪除。',
  tooYoung: ({ age }) => `本研究的對象為${age}歲或以上人士。此瀏覽器會用一個Cookie記住30天，期間不會再開啟本問卷。`,
  longEstimated: ({ count, about }) => `尚未測定，按字數和題數（最多${count}條問題）估計：${about}。可隨時暫停，稍後繼續。`,
  keptLabel: '作答期間的獎賞',
  kept: ({ minutes }) => `回答首幾題後，獎賞會為您保留至最後一次作答後${minutes}分鐘。其後可能由他人獲得；您的答案不受影響，您回來時如有名額會再次保留。`,
  longTimed: ({ half, most }) => `一半的參與者用時不超過${half}分鐘，五分之四的人不超過${most}分鐘。可隨時停下，稍後再繼續。`,
  lapsed: '您未在本研究保留未完成內容的期限內返回，您已填寫的內容已刪除。',
  queue: ({ days }) => `部分答案須經職員審核後才能領取獎賞，目前最多需要${days}個工作天。`,
  paused: '本研究暫停中，目前不能開始作答；已經開始的人可以繼續完成。',
}

const languages: Record<Language, LandingMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of landing, in one language. */
export function landingMessages(language: Language): LandingMessages {
  return languages[language]
}
