// Made from messages/*/studies/budgets.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface BudgetsMessages {
  title: string
  about: string
  nothing: {
    title: string
    text: string
  }
  offer: string
  study: string
  of: (of: { offer: string | number; study: string | number }) => string
  names: {
    reward: (of: { amount: string | number }) => string
    thanks: (of: { amount: string | number }) => string
    otherPlaces: string
    manyPlaces: (of: { count: number }) => string
  }
  amount: string
  total: string
  left: string
  held: string
  owed: string
  paid: string
  forecast: string
  used: (of: { percent: string | number }) => string
  more: (of: { count: number }) => string
  days: (of: { days: number }) => string
  reason: string
  reasonHint: string
  said: string
  topUp: {
    title: string
    about: string
    hint: (of: { currency: string | number }) => string
    button: string
  }
  giveBack: {
    title: string
    about: string
    nothing: string
    button: (of: { amount: string | number }) => string
  }
  refused: {
    not_found: string
    waiting: string
    not_closed: string
    nothing_left: string
    amount: string
    reason: string
  }
  proposed: {
    budget_topped_up: (of: { study: string | number; amount: string | number }) => string
    budget_returned: (of: { amount: string | number; study: string | number }) => string
  }
}

const en: BudgetsMessages = {
  title: 'Budgets',
  about: 'Where each reward’s budget stands. One person proposes a top-up or a return, and another approves it.',
  nothing: {
    title: 'No budget yet',
    text: 'A study that pays has one for each reward.',
  },
  offer: 'Reward',
  study: 'Study',
  of: ({ offer, study }) => `${offer}, ${study}`,
  names: {
    reward: ({ amount }) => `Reward of ${amount}`,
    thanks: ({ amount }) => `Thank-you of ${amount}`,
    otherPlaces: 'every other place',
    manyPlaces: ({ count }) => `${`${count} places`}`,
  },
  amount: 'Amount',
  total: 'Budget',
  left: 'Available',
  held: 'Reserved',
  owed: 'Owed or in clearing',
  paid: 'Paid',
  forecast: 'How far it goes',
  used: ({ percent }) => `${percent}% used`,
  more: ({ count }) => `Enough for ${count === 0 ? 'no reward' : count === 1 ? 'one more reward' : `${count} more rewards`}.`,
  days: ({ days }) => `At the current pace, that lasts ${days === 0 ? 'less than a day' : days === 1 ? 'one day' : `${days} days`}.`,
  reason: 'Why',
  reasonHint: 'For the person who approves it, and for the records.',
  said: 'It is proposed. Another person approves it.',
  topUp: {
    title: 'Top up',
    about: 'The money can be promised to people as soon as another person has approved the top-up.',
    hint: ({ currency }) => `In ${currency}, tax included.`,
    button: 'Propose the top-up',
  },
  giveBack: {
    title: 'Give back what is left',
    about: 'Once the study is closed, or while it has not opened yet, what is neither reserved nor owed goes back to the organiser. While people who have begun may still finish, a reward stays for each of them.',
    nothing: 'There is nothing to give back now: the study is open or paused, or all of it is reserved, owed or paid.',
    button: ({ amount }) => `Propose that ${amount} are given back`,
  },
  refused: {
    not_found: 'There is no such budget.',
    waiting: 'Such a proposal is waiting already.',
    not_closed: 'The study is open or paused, so its budget is still needed.',
    nothing_left: 'There is not that much left: it has been reserved, owed or paid.',
    amount: 'Write an amount above zero, such as 1500 or 1,500.00.',
    reason: 'Say why, in at most 500 characters.',
  },
  proposed: {
    budget_topped_up: ({ study, amount }) => `Top up the budget of ${study} by ${amount}`,
    budget_returned: ({ amount, study }) => `Give ${amount} of the budget of ${study} back`,
  },
}

const zhHans: BudgetsMessages = {
  title: '预算',
  about: '每种奖励的预算情况。追加预算和退回余额都由一人提出、另一人批准。',
  nothing: {
    title: '还没有预算',
    text: '支付奖励的研究为每种奖励设有预算。',
  },
  offer: '奖励',
  study: '研究',
  of: ({ study, offer }) => `${study}：${offer}`,
  names: {
    reward: ({ amount }) => `奖励${amount}`,
    thanks: ({ amount }) => `致谢奖励${amount}`,
    otherPlaces: '其他所有地区',
    manyPlaces: ({ count }) => `${`${count}个地区`}`,
  },
  amount: '金额',
  total: '预算',
  left: '可用',
  held: '预留',
  owed: '应付及支付中',
  paid: '已付',
  forecast: '可用情况',
  used: ({ percent }) => `已用${percent}%`,
  more: ({ count }) => `还够${`${count}份`}奖励。`,
  days: ({ days }) => `按目前的速度可用${days === 0 ? '不到一天' : `${days}天`}。`,
  reason: '理由',
  reasonHint: '供批准的人查看，并留存记录。',
  said: '已提出，等待另一人批准。',
  topUp: {
    title: '追加',
    about: '另一人批准后，追加的资金即可用于奖励。',
    hint: ({ currency }) => `以${currency}计，含税。`,
    button: '提出追加',
  },
  giveBack: {
    title: '退回余额',
    about: '研究关闭后或尚未开放时，既未预留也非应付的资金退还主办方。在已经开始的人仍可完成期间，为每人保留一份奖励。',
    nothing: '目前没有可退回的资金：研究正在开放或暂停中，或资金均已预留、应付或已付。',
    button: ({ amount }) => `提出退回${amount}`,
  },
  refused: {
    not_found: '没有这项预算。',
    waiting: '已有同样的提议在等待。',
    not_closed: '研究正在开放或暂停中，预算仍然需要。',
    nothing_left: '余额已不足：资金已被预留、应付或已付。',
    amount: '请填写大于零的金额，例如1500或1,500.00。',
    reason: '请说明理由，最多500个字符。',
  },
  proposed: {
    budget_topped_up: ({ study, amount }) => `为${study}的预算追加${amount}`,
    budget_returned: ({ study, amount }) => `从${study}的预算退回${amount}`,
  },
}

const zhHant: BudgetsMessages = {
  title: '預算',
  about: '每種獎賞的預算情況。追加預算和退回餘額都由一人提出、另一人批准。',
  nothing: {
    title: '還沒有預算',
    text: '支付獎賞的研究為每種獎賞設有預算。',
  },
  offer: '獎賞',
  study: '研究',
  of: ({ study, offer }) => `${study}：${offer}`,
  names: {
    reward: ({ amount }) => `獎賞${amount}`,
    thanks: ({ amount }) => `致謝獎賞${amount}`,
    otherPlaces: '其他所有地區',
    manyPlaces: ({ count }) => `${`${count}個地區`}`,
  },
  amount: '金額',
  total: '預算',
  left: '可用',
  held: '預留',
  owed: '應付及支付中',
  paid: '已付',
  forecast: '可用情況',
  used: ({ percent }) => `已用${percent}%`,
  more: ({ count }) => `還夠${`${count}份`}獎賞。`,
  days: ({ days }) => `按目前的速度可用${days === 0 ? '不到一天' : `${days}天`}。`,
  reason: '理由',
  reasonHint: '供批准的人查看，並留存紀錄。',
  said: '已提出，等待另一人批准。',
  topUp: {
    title: '追加',
    about: '另一人批准後，追加的資金即可用於獎賞。',
    hint: ({ currency }) => `以${currency}計，含稅。`,
    button: '提出追加',
  },
  giveBack: {
    title: '退回餘額',
    about: '研究關閉後或尚未開放時，既未預留也非應付的資金退還主辦機構。在已經開始的人仍可完成期間，為每人保留一份獎賞。',
    nothing: '目前沒有可退回的資金：研究正在開放或暫停中，或資金均已預留、應付或已付。',
    button: ({ amount }) => `提出退回${amount}`,
  },
  refused: {
    not_found: '沒有這項預算。',
    waiting: '已有同樣的提議在等待。',
    not_closed: '研究正在開放或暫停中，預算仍然需要。',
    nothing_left: '餘額已不足：資金已被預留、應付或已付。',
    amount: '請填寫大於零的金額，例如1500或1,500.00。',
    reason: '請說明理由，最多500個字元。',
  },
  proposed: {
    budget_topped_up: ({ study, amount }) => `為${study}的預算追加${amount}`,
    budget_returned: ({ study, amount }) => `從${study}的預算退回${amount}`,
  },
}

const languages: Record<Language, BudgetsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/budgets, in one language. */
export function budgetsMessages(language: Language): BudgetsMessages {
  return languages[language]
}
