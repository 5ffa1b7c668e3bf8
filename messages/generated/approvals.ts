// Made from messages/*/approvals.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface ApprovalsMessages {
  title: string
  about: string
  kinds: {
    calendar: string
    payout_failed: string
    batch_failed: string
    voucher_voided: string
    voucher_reissued: string
    claim_released: string
    match: string
    exception_closed: string
    stop_lifted: string
    word_unlearned: string
    payment_undone: string
    budget_topped_up: string
    budget_returned: string
    permit: string
  }
  waiting: string
  nothing: {
    title: string
    text: string
  }
  more: (of: { shown: string | number }) => string
  why: string
  by: (of: { name: string | number; at: string | number }) => string
  look: string
  confirm: string
  decline: string
  withdraw: string
  another: string
  approver: string
  history: string
  what: string
  who: string
  outcome: string
  verdicts: {
    confirmed: string
    declined: string
    withdrawn: string
  }
  said: {
    proposed: string
    confirmed: string
    declined: string
    withdrawn: string
  }
  refused: {
    decided: string
    same_person: string
    own_link: string
    not_yours: string
    moved_on: string
    not_found: string
  }
  all: string
  shown: {
    calendar: string
    day: string
    was: string
    becomes: string
    year: string
    closed: string
    working: string
    slow: string
    none: string
    wholeYear: string
    look: string
    evidence: string
    bankCode: string
    effect: string
    effects: {
      voucher_voided: string
      voucher_reissued: string
      claim_released: string
    }
    claimed: string
    claimState: string
    transfers: string
    way: string
    amount: string
    fileSays: string
  }
  together: {
    select: string
    all: string
    clear: string
    decide: string
    title: (of: { count: number }) => string
    about: string
    confirm: (of: { count: number }) => string
    decline: (of: { count: number }) => string
    nothing: string
    done: (of: { count: number }) => string
    rest: string
  }
  filter: {
    only: (of: { kind: string | number }) => string
    every: string
    some: (of: { kind: string | number }) => string
  }
}

const en: ApprovalsMessages = {
  title: 'Needs a second person',
  about: 'One person proposes, another confirms. A confirmed proposal takes effect at once.',
  kinds: {
    calendar: 'Calendar',
    payout_failed: 'Payment failed',
    batch_failed: 'Batch rejected by the bank',
    voucher_voided: 'Void a voucher',
    voucher_reissued: 'Reissue a voucher',
    claim_released: 'Release a claim',
    match: 'Manual match',
    exception_closed: 'Close an exception',
    stop_lifted: 'Resume payments',
    word_unlearned: 'Unlearn a type',
    payment_undone: 'Undo “paid”',
    budget_topped_up: 'Top up a budget',
    budget_returned: 'Give a budget back',
    permit: 'Permit for the mainland',
  },
  waiting: 'Pending',
  nothing: {
    title: 'Nothing is pending',
    text: 'Proposals appear here until another person decides on them.',
  },
  more: ({ shown }) => `Only the oldest ${shown} are shown; the rest follow once these are decided.`,
  why: 'Reason',
  by: ({ name, at }) => `Proposed by ${name} on ${at}`,
  look: 'View',
  confirm: 'Confirm',
  decline: 'Decline',
  withdraw: 'Withdraw',
  another: 'Somebody else has to confirm your proposal.',
  approver: 'An approver has to decide this.',
  history: 'Decided',
  what: 'Proposal',
  who: 'Proposed by',
  outcome: 'Decision',
  verdicts: {
    confirmed: 'Confirmed',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
  },
  said: {
    proposed: 'Proposed. Another person has to confirm it.',
    confirmed: 'Confirmed. It is in effect.',
    declined: 'Declined. Nothing has changed.',
    withdrawn: 'Withdrawn. Nothing has changed.',
  },
  refused: {
    decided: 'This has already been decided: see below.',
    same_person: 'Somebody else has to decide on your proposal.',
    own_link: 'Whoever proposed this made the link by which you signed in, so you count as one person. Sign in by the sign-in provider, or have another owner or the command line make you a link.',
    not_yours: 'Only the person who proposed it can withdraw it.',
    moved_on: 'The situation has changed since, so this can no longer be done. Decline it, and make a new proposal.',
    not_found: 'There is no such proposal.',
  },
  all: 'All proposals',
  shown: {
    calendar: 'Calendar',
    day: 'Day',
    was: 'Until now',
    becomes: 'Once confirmed',
    year: 'Year',
    closed: 'Closed days',
    working: 'Working days at weekends',
    slow: 'Slow days',
    none: 'none',
    wholeYear: 'The whole year',
    look: 'Day by day',
    evidence: 'Evidence',
    bankCode: 'The bank’s code',
    effect: 'What it does',
    effects: {
      voucher_voided: 'Its code stops working, and its claim ends. It is not paid.',
      voucher_reissued: 'Its code stops working, and its claim ends. A new voucher of the same amount takes its place.',
      claim_released: 'Its claim is no longer held: the next batch can pay it.',
    },
    claimed: 'Claimed',
    claimState: 'Claim',
    transfers: 'Where the money goes',
    way: 'From → to',
    amount: 'Amount',
    fileSays: 'What the file says of it',
  },
  together: {
    select: 'Select',
    all: 'Select all',
    clear: 'Select none',
    decide: 'Decide the selected together',
    title: ({ count }) => `${count === 1 ? `Decide ${count} proposal` : `Decide ${count} proposals together`}`,
    about: 'Each takes effect on its own. What has changed in the meantime is left undecided, and said.',
    confirm: ({ count }) => `${count === 1 ? 'Confirm' : `Confirm all ${count}`}`,
    decline: ({ count }) => `${count === 1 ? 'Decline' : `Decline all ${count}`}`,
    nothing: 'Select at least one proposal that you may decide.',
    done: ({ count }) => `${count === 0 ? 'None was decided.' : count === 1 ? `${count} proposal was decided.` : `${count} proposals were decided.`}`,
    rest: 'Not decided:',
  },
  filter: {
    only: ({ kind }) => `Only: ${kind}.`,
    every: 'Show every kind',
    some: ({ kind }) => `Only: ${kind}`,
  },
}

const zhHans: ApprovalsMessages = {
  title: '双人确认',
  about: '一人提议，另一人确认。确认后立即生效。',
  kinds: {
    calendar: '日历',
    payout_failed: '付款失败',
    batch_failed: '银行拒绝整批',
    voucher_voided: '作废奖励券',
    voucher_reissued: '补发奖励券',
    claim_released: '放行申领',
    match: '人工匹配',
    exception_closed: '关闭差异',
    stop_lifted: '恢复付款',
    word_unlearned: '取消业务类型含义',
    payment_undone: '撤销“已付款”',
    budget_topped_up: '追加预算',
    budget_returned: '退回预算',
    permit: '境内调查许可',
  },
  waiting: '待确认',
  nothing: {
    title: '没有待确认的事项',
    text: '提议会显示在这里，直到另一人作出决定。',
  },
  more: ({ shown }) => `仅显示最早的${shown}项，处理后会显示其余各项。`,
  why: '原因',
  by: ({ name, at }) => `${name}于${at}提议`,
  look: '查看',
  confirm: '确认',
  decline: '拒绝',
  withdraw: '撤回',
  another: '您的提议须由他人确认。',
  approver: '须由审批人决定。',
  history: '已决定',
  what: '事项',
  who: '提议人',
  outcome: '决定',
  verdicts: {
    confirmed: '已确认',
    declined: '已拒绝',
    withdrawn: '已撤回',
  },
  said: {
    proposed: '已提议，须由另一人确认。',
    confirmed: '已确认并生效。',
    declined: '已拒绝，没有任何改动。',
    withdrawn: '已撤回，没有任何改动。',
  },
  refused: {
    decided: '该事项已处理，见下方。',
    same_person: '您的提议须由他人决定。',
    own_link: '您登录所用的链接由提议人生成，因此您与提议人视为同一人。请通过登录服务登录，或请其他负责人或用命令行为您生成链接。',
    not_yours: '只有提议人可以撤回。',
    moved_on: '情况已有变化，无法再执行。请拒绝后重新提议。',
    not_found: '没有该提议。',
  },
  all: '全部提议',
  shown: {
    calendar: '日历',
    day: '日期',
    was: '目前',
    becomes: '确认后',
    year: '年份',
    closed: '停付日',
    working: '周末上班日',
    slow: '缓办日期',
    none: '无',
    wholeYear: '全年',
    look: '逐日查看',
    evidence: '凭据',
    bankCode: '银行代码',
    effect: '结果',
    effects: {
      voucher_voided: '券码失效，申领终止，不再付款。',
      voucher_reissued: '券码失效，申领终止，由一张同额的新券取代。',
      claim_released: '申领不再暂缓，可列入下一批次付款。',
    },
    claimed: '申领时间',
    claimState: '申领',
    transfers: '资金去向',
    way: '转出 → 转入',
    amount: '金额',
    fileSays: '文件所载',
  },
  together: {
    select: '选择',
    all: '全选',
    clear: '取消全选',
    decide: '一并处理所选项',
    title: ({ count }) => `一并处理${count}项`,
    about: '每项各自生效。期间已有变化的不会处理，并会说明原因。',
    confirm: ({ count }) => `全部确认（${count}项）`,
    decline: ({ count }) => `全部拒绝（${count}项）`,
    nothing: '请至少选择一项您有权处理的事项。',
    done: ({ count }) => `已处理${count}项。`,
    rest: '未处理：',
  },
  filter: {
    only: ({ kind }) => `仅显示：${kind}。`,
    every: '显示全部类型',
    some: ({ kind }) => `仅显示：${kind}`,
  },
}

const zhHant: ApprovalsMessages = {
  title: '雙人確認',
  about: '一人提議，另一人確認。確認後立即生效。',
  kinds: {
    calendar: '日曆',
    payout_failed: '付款失敗',
    batch_failed: '銀行拒絕整批',
    voucher_voided: '作廢獎賞券',
    voucher_reissued: '補發獎賞券',
    claim_released: '放行申領',
    match: '人手配對',
    exception_closed: '關閉差異',
    stop_lifted: '恢復付款',
    word_unlearned: '取消業務類型含義',
    payment_undone: '撤銷「已付款」',
    budget_topped_up: '追加預算',
    budget_returned: '退回預算',
    permit: '境內調查許可',
  },
  waiting: '待確認',
  nothing: {
    title: '沒有待確認的事項',
    text: '提議會顯示在這裏，直到另一人作出決定。',
  },
  more: ({ shown }) => `只顯示最早的${shown}項，處理後會顯示其餘各項。`,
  why: '原因',
  by: ({ name, at }) => `${name}於${at}提議`,
  look: '查看',
  confirm: '確認',
  decline: '拒絕',
  withdraw: '撤回',
  another: '您的提議須由他人確認。',
  approver: '須由審批人決定。',
  history: '已決定',
  what: '事項',
  who: '提議人',
  outcome: '決定',
  verdicts: {
    confirmed: '已確認',
    declined: '已拒絕',
    withdrawn: '已撤回',
  },
  said: {
    proposed: '已提議，須由另一人確認。',
    confirmed: '已確認並生效。',
    declined: '已拒絕，沒有任何改動。',
    withdrawn: '已撤回，沒有任何改動。',
  },
  refused: {
    decided: '該事項已處理，見下方。',
    same_person: '您的提議須由他人決定。',
    own_link: '您登入所用的連結由提議人產生，因此您與提議人視為同一人。請透過登入服務登入，或請其他負責人或用命令列為您產生連結。',
    not_yours: '只有提議人可以撤回。',
    moved_on: '情況已有變化，無法再執行。請拒絕後重新提議。',
    not_found: '沒有該提議。',
  },
  all: '全部提議',
  shown: {
    calendar: '日曆',
    day: '日期',
    was: '目前',
    becomes: '確認後',
    year: '年份',
    closed: '停付日',
    working: '週末上班日',
    slow: '緩辦日期',
    none: '無',
    wholeYear: '全年',
    look: '逐日查看',
    evidence: '憑據',
    bankCode: '銀行代碼',
    effect: '結果',
    effects: {
      voucher_voided: '券碼失效，申領終止，不再付款。',
      voucher_reissued: '券碼失效，申領終止，由一張同額的新券取代。',
      claim_released: '申領不再暫緩，可列入下一批次付款。',
    },
    claimed: '申領時間',
    claimState: '申領',
    transfers: '資金去向',
    way: '轉出 → 轉入',
    amount: '金額',
    fileSays: '檔案所載',
  },
  together: {
    select: '選擇',
    all: '全選',
    clear: '取消全選',
    decide: '一併處理所選項',
    title: ({ count }) => `一併處理${count}項`,
    about: '每項各自生效。期間已有變化的不會處理，並會說明原因。',
    confirm: ({ count }) => `全部確認（${count}項）`,
    decline: ({ count }) => `全部拒絕（${count}項）`,
    nothing: '請至少選擇一項您有權處理的事項。',
    done: ({ count }) => `已處理${count}項。`,
    rest: '未處理：',
  },
  filter: {
    only: ({ kind }) => `僅顯示：${kind}。`,
    every: '顯示全部類型',
    some: ({ kind }) => `僅顯示：${kind}`,
  },
}

const languages: Record<Language, ApprovalsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of approvals, in one language. */
export function approvalsMessages(language: Language): ApprovalsMessages {
  return languages[language]
}
