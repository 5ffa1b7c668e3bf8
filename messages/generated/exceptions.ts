// Made from messages/*/exceptions.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface ExceptionsMessages {
  title: string
  about: string
  nothing: {
    title: string
    text: string
    compared: string
  }
  overview: string
  count: string
  class: string
  classes: {
    missing_at_provider: string
    missing_in_ledger: string
    amount_mismatch: string
    duplicate: string
    late: string
    state_conflict: string
    fee: string
    return_after_success: string
    unknown_type: string
    balance_break: string
    batch_mismatch: string
  }
  hints: {
    missing_at_provider: string
    missing_in_ledger: string
    amount_mismatch: string
    duplicate: string
    late: string
    state_conflict: string
    fee: string
    return_after_success: string
    unknown_type: string
    balance_break: string
    batch_mismatch: string
  }
  notPaidHint: string
  shareHint: string
  payoutTypeHint: string
  returnHint: string
  returnDiffersHint: string
  shareOf: (of: { line: string | number; whole: string | number }) => string
  money: string
  day: string
  account: string
  age: string
  workingDays: (of: { days: number }) => string
  ageUnknown: string
  owner: string
  nobody: string
  usually: string
  look: string
  facts: string
  provider: string
  ways: {
    credit: string
    debit: string
  }
  answer: string
  books: string
  reference: string
  providerId: string
  type: string
  payout: string
  statement: string
  difference: string
  batchDiffers: (of: { line: string | number; parts: number; count: number; sum: string | number; failed: number; failedSum: string | number; debits: number; debitsSum: string | number; difference: string | number }) => string
  batchReturned: (of: { line: string | number; parts: number; count: number; sum: string | number; failed: number; failedSum: string | number }) => string
  returnedPayouts: string
  batch: string
  history: string
  steps: {
    opened: string
    opened_again: string
    taken_on: string
    note: string
    recounted: string
    explained: string
    found: string
    came_back: string
    matched: string
    stop_lifted: string
    keep: string
    book: string
    reopen: string
    settle: string
  }
  byMatching: string
  takeOn: string
  takeOver: string
  note: string
  noteHint: string
  addNote: string
  close: string
  closeAlone: string
  closeTwo: string
  action: string
  notNow: string
  refusedAs: (of: { action: string | number; why: string | number }) => string
  actions: {
    keep: string
    book: string
    reopen: string
    settle: string
  }
  propose: string
  closeNow: string
  kind: string
  kindUnsaid: string
  kinds: {
    payment: string
    fee: string
    return: string
    topup: string
    tax: string
    other: string
    unknown: string
  }
  match: string
  matchHint: string
  matchBackHint: string
  matchBack: string
  candidates: string
  noCandidates: string
  onlyOne: string
  onlyBegun: string
  matchThis: string
  stop: string
  stopHint: string
  lift: string
  isLifted: string
  closedOn: (of: { at: string | number }) => string
  proposed: {
    keep: string
    book: string
    reopen: string
    settle: string
    match: string
    lift: string
  }
  said: {
    taken_on: string
    note: string
    closed: string
    proposed: string
  }
  refusals: {
    moved_on: string
    note: string
    two_people: string
    waiting: string
    not_this: string
    has_left: string
    differs: string
    still_owed: string
    frozen: string
    amount: string
  }
  back: string
  study: string
  closingLifts: string
  postings: string
  noPostings: string
  entry: string
  entryKinds: {
    opening: string
    funded: string
    fees: string
    returned: string
    other: string
  }
  line: string
  beside: string
  sure: string
  sureOnly: (of: { days: number }) => string
  sureBegun: (of: { days: number }) => string
  sureNot: (of: { days: number; others: number }) => string
  otherReference: string
  noReference: string
  others: string
  queued: string
  queuedOf: (of: { count: number; sum: string | number }) => string
  waiting: string
  together: {
    hint: string
    only: (of: { name: string | number }) => string
    every: string
    all: string
    none: string
    select: (of: { line: string | number }) => string
    look: string
    title: (of: { count: number }) => string
    show: string
    nothing: string
    propose: (of: { count: number }) => string
    close: (of: { count: number }) => string
    proposed: (of: { count: number }) => string
    closed: (of: { count: number }) => string
    rest: (of: { done: string | number }) => string
    back: (of: { name: string | number }) => string
    noneOf: (of: { name: string | number }) => string
    pick: string
  }
}

const en: ExceptionsMessages = {
  title: 'Exceptions',
  about: 'Where a statement and our ledger disagree, oldest first. Each stays open until a person closes it.',
  nothing: {
    title: 'No open exceptions',
    text: 'What statements cover is listed below. Days without a statement have not been compared.',
    compared: 'No statement is in effect yet, so nothing has been compared with the ledger. Upload the first one under Statements.',
  },
  overview: 'Open exceptions by class',
  count: 'Open',
  class: 'Class',
  classes: {
    missing_at_provider: 'Missing at the provider',
    missing_in_ledger: 'Missing in our ledger',
    amount_mismatch: 'Amount mismatch',
    duplicate: 'Paid twice',
    late: 'Booked late',
    state_conflict: 'Conflicting state',
    fee: 'Fee or tax',
    return_after_success: 'Returned after payment',
    unknown_type: 'Unknown type',
    balance_break: 'Balance break',
    batch_mismatch: 'Batch total differs',
  },
  hints: {
    missing_at_provider: 'Our ledger says that it was paid, but no statement line does. Ask the provider; if it was not paid, reopen the voucher.',
    missing_in_ledger: 'Money moved that none of our payouts explains. It is booked in suspense. If money left, payments from the account stop until two people resume them.',
    amount_mismatch: 'The provider moved an amount other than instructed. Find out why, then book the difference.',
    duplicate: 'The provider paid one payout twice. Claim the money back; until it returns, book it as a loss.',
    late: 'The provider booked it on a later day than our ledger. The amount agrees; a note is enough.',
    state_conflict: 'The provider paid what our ledger has as failed, or the other way round. For cash the statement counts: mark the voucher as paid, so that it is not paid again.',
    fee: 'A fee or tax was charged and booked. Check whether it is right; a note is enough.',
    return_after_success: 'A payment was returned. Reopen the voucher, so that its holder can use another account.',
    unknown_type: 'The provider uses a type that is not known here. Say what it means, or match the line with a payout.',
    balance_break: 'The balance on the statement is not what our ledger has for this account. With an account’s first statement the difference is what the account held before: book it. Otherwise find out first where it comes from.',
    batch_mismatch: 'The bank booked a batch as one line, and the line does not fit its payouts. Report on the batch’s page which of them failed: once the rest adds up, this closes by itself. Book the difference only if every other payout has reached its holder; that marks them as paid.',
  },
  notPaidHint: 'Our ledger has it as paid, and the provider or bank now says that it failed. If a statement shows the payment, the money left: book nothing more, and say so in the note. If none does, reopen the voucher, so that its holder is paid.',
  shareHint: 'The bank booked the whole batch as one line, and this payout in it has failed. Banks usually return the money in a line of its own, and this then closes by itself: wait for that line. Mark the voucher as paid outside only if its holder has the money.',
  payoutTypeHint: 'The line has the reference and the amount of this payout, and a type that is not known here. Closing it counts the payout as paid. If you say what the type means, later lines with it are booked by themselves.',
  returnHint: 'The bank gave back several payouts of a batch as one sum. Reopen their vouchers, so that their holders can use another account: one closing reopens all of them. The payouts are listed in the proposal, which a second person confirms.',
  returnDiffersHint: 'The bank gave money of a batch back as one sum, and nothing shows yet which of its payouts came back. Report on the batch’s page which of them failed, or upload the statement that booked the batch: once the sum adds up, this closes by itself. Book it only if it belongs to none of its payouts.',
  shareOf: ({ line, whole }) => `${line}, part of ${whole} booked for the whole batch`,
  money: 'Amount',
  day: 'Day',
  account: 'Account',
  age: 'Age',
  workingDays: ({ days }) => `${days === 0 ? 'less than a working day' : days === 1 ? '1 working day' : `${days} working days`}`,
  ageUnknown: 'unknown: a year’s calendar is not published',
  owner: 'Owner',
  nobody: 'nobody',
  usually: 'Usual action',
  look: 'Open',
  facts: 'Details',
  provider: 'Statement',
  ways: {
    credit: 'money in',
    debit: 'money out',
  },
  answer: 'Provider’s answer',
  books: 'Our ledger',
  reference: 'Reference',
  providerId: 'Provider’s number',
  type: 'Provider’s type',
  payout: 'Payout',
  statement: 'Statement',
  difference: 'Difference',
  batchDiffers: ({ line, parts, count, sum, failed, failedSum, debits, debitsSum, difference }) => `The bank booked ${line}${parts === 0 ? '' : parts === 1 ? ` as ${parts} payment` : ` as ${parts} payments`}. The batch’s payouts that have not failed: ${count === 1 ? `${count} payout` : `${count} payouts`}, ${sum}. Failed: ${failed === 0 ? 'none' : failed === 1 ? `${failed} payout, ${failedSum}` : `${failed} payouts, ${failedSum}`}.${debits === 0 ? '' : ` In all it has booked ${debits} debits that do not fit, ${debitsSum}.`} Difference: ${difference}.`,
  batchReturned: ({ line, parts, count, sum, failed, failedSum }) => `The bank gave back ${line}${parts === 0 ? '' : parts === 1 ? ` as ${parts} payment` : ` as ${parts} payments`}. The batch’s payouts whose money had left: ${count === 1 ? `${count} payout` : `${count} payouts`}, ${sum}. Of those, reported as failed: ${failed === 0 ? 'none' : failed === 1 ? `${failed} payout, ${failedSum}` : `${failed} payouts, ${failedSum}`}.`,
  returnedPayouts: 'Payouts that came back',
  batch: 'Batch',
  history: 'History',
  steps: {
    opened: 'Opened',
    opened_again: 'Opened again',
    taken_on: 'Assigned',
    note: 'Note',
    recounted: 'Recalculated',
    explained: 'Explained by later statements',
    found: 'Found in a later statement',
    came_back: 'Money returned',
    matched: 'Matched manually',
    stop_lifted: 'Payments resumed',
    keep: 'Closed without booking',
    book: 'Closed, and booked as at the provider',
    reopen: 'Closed, voucher reopened',
    settle: 'Closed, voucher paid outside',
  },
  byMatching: 'automatic matching',
  takeOn: 'Assign to me',
  takeOver: 'Take over',
  note: 'Note',
  noteHint: 'What you found out, and where the evidence is (the number of a letter or ticket). Never a name or an account.',
  addNote: 'Add note',
  close: 'Close this exception',
  closeAlone: 'No money is moved: your note is enough.',
  closeTwo: 'Money is involved, so another person has to confirm your proposal.',
  action: 'Action',
  notNow: 'Not possible now:',
  refusedAs: ({ action, why }) => `${action}. ${why}`,
  actions: {
    keep: 'Nothing more to book',
    book: 'Book what the provider moved',
    reopen: 'Reopen the voucher: the money is with us',
    settle: 'Mark the voucher as paid outside: its holder has the money',
  },
  propose: 'Propose',
  closeNow: 'Close',
  kind: 'What this type means from now on',
  kindUnsaid: 'leave it open',
  kinds: {
    payment: 'a payment',
    fee: 'a fee',
    return: 'a return',
    topup: 'a top-up',
    tax: 'a tax',
    other: 'something else',
    unknown: 'not known',
  },
  match: 'Match with a payout',
  matchHint: 'Payouts of the same amount at the same provider, within a few days, that no line accounts for yet.',
  matchBackHint: 'The payout of which this line has the beginning of the reference. If it is, its money came back, and what becomes of it is decided next.',
  matchBack: 'If this is confirmed, the payout’s money counts as having come back, and an exception asks what becomes of it.',
  candidates: 'Candidates',
  noCandidates: 'No matching payouts.',
  onlyOne: 'the only one, and this the only line for it',
  onlyBegun: 'its reference begins as the line has it, and no other’s',
  matchThis: 'Propose this match',
  stop: 'Payments stopped',
  stopHint: 'Nothing is paid from this account, in any study, until two people resume payments or close the exception.',
  lift: 'Propose to resume payments',
  isLifted: 'Payments have resumed; the exception is still open.',
  closedOn: ({ at }) => `Closed on ${at}`,
  proposed: {
    keep: 'Close the exception; book nothing more.',
    book: 'Close the exception, and book what the provider moved.',
    reopen: 'Close the exception, and reopen the voucher: the money is with us.',
    settle: 'Close the exception, and mark the voucher as paid outside: its holder has the money.',
    match: 'Match the line with a payout.',
    lift: 'Resume payments from the account.',
  },
  said: {
    taken_on: 'Assigned to you.',
    note: 'Note saved.',
    closed: 'Closed.',
    proposed: 'Proposed. Another person has to confirm it.',
  },
  refusals: {
    moved_on: 'Its state has changed in the meantime: please reload the page.',
    note: 'Add a note first (up to 500 characters).',
    two_people: 'Money is involved, so it needs a second person.',
    waiting: 'A proposal about it is already pending.',
    not_this: 'That action does not apply to this exception.',
    has_left: 'A statement shows that the money left.',
    differs: 'Our ledger and the statement would still differ: book the difference.',
    still_owed: 'The voucher could be paid again: mark it as paid.',
    frozen: 'The voucher is in a batch: cancel the batch first.',
    amount: 'The amounts differ.',
  },
  back: 'All exceptions',
  study: 'Study',
  closingLifts: 'Payments from the account resume.',
  postings: 'What is booked for the account',
  noPostings: 'Nothing: both sides already hold the same.',
  entry: 'Entry',
  entryKinds: {
    opening: 'Balance before the first line',
    funded: 'Top-up',
    fees: 'Fee',
    returned: 'Returned money',
    other: 'Difference, gain or loss',
  },
  line: 'Statement line',
  beside: 'The line beside the payout',
  sure: 'How sure it is',
  sureOnly: ({ days }) => `Likely: ${days === 0 ? 'same amount and day' : days === 1 ? `same amount, ${days} day apart` : `same amount, ${days} days apart`}, the only payout that fits, and this the only open line for it.`,
  sureBegun: ({ days }) => `Likely: the line has the beginning of this payout’s reference and of no other’s, ${days === 0 ? 'same amount and day' : days === 1 ? `same amount, ${days} day apart` : `same amount, ${days} days apart`}. The rest of the reference was cut off.`,
  sureNot: ({ days, others }) => `Uncertain: ${days === 0 ? 'same amount and day' : days === 1 ? `same amount, ${days} day apart` : `same amount, ${days} days apart`}, but ${others === 0 ? 'another open line could be this payout as well' : others === 1 ? `${others} other payout fits as well` : `${others} other payouts fit as well`}.`,
  otherReference: 'The line’s reference is not this payout’s.',
  noReference: 'The line has no reference.',
  others: 'Other payouts it could be',
  queued: 'Waiting to go out',
  queuedOf: ({ count, sum }) => `${count === 1 ? `${count} payout` : `${count} payouts`}, ${sum} in total`,
  waiting: 'Waiting for a second person',
  together: {
    hint: 'To close several at once, choose a class.',
    only: ({ name }) => `Only: ${name}.`,
    every: 'Show every class',
    all: 'Select all',
    none: 'Select none',
    select: ({ line }) => `Select ${line}`,
    look: 'Close the selected together',
    title: ({ count }) => `${count === 1 ? `close ${count} exception` : `close ${count} exceptions together`}`,
    show: 'Show with this action',
    nothing: 'None of the selected can be closed so. Select others, or choose another action.',
    propose: ({ count }) => `${count === 1 ? 'Propose' : `Propose all ${count}`}`,
    close: ({ count }) => `${count === 1 ? 'Close' : `Close all ${count}`}`,
    proposed: ({ count }) => `${count === 0 ? 'None was proposed.' : count === 1 ? `${count} proposed. Another person has to confirm it.` : `${count} proposed. Another person has to confirm them.`}`,
    closed: ({ count }) => `${count === 0 ? 'None was closed.' : count === 1 ? `${count} closed.` : `${count} closed.`}`,
    rest: ({ done }) => `${done} Not done, each with its reason; your note is kept below:`,
    back: ({ name }) => `Back to the list: ${name}`,
    noneOf: ({ name }) => `No open exceptions of this class: ${name}`,
    pick: 'Select',
  },
}

const zhHans: ExceptionsMessages = {
  title: '差异',
  about: '对账单与账目不一致之处，最早的在前。每一项都须人工关闭。',
  nothing: {
    title: '没有未关闭的差异',
    text: '对账单的覆盖情况见下方。没有对账单的日期未作核对。',
    compared: '尚无生效的对账单，账目未作核对。请先在“对账单”页面上传。',
  },
  overview: '未关闭的差异（按类别）',
  count: '未关闭',
  class: '类别',
  classes: {
    missing_at_provider: '渠道无记录',
    missing_in_ledger: '账目无记录',
    amount_mismatch: '金额不符',
    duplicate: '重复付款',
    late: '入账较晚',
    state_conflict: '状态矛盾',
    fee: '手续费或税费',
    return_after_success: '付款后退回',
    unknown_type: '未知业务类型',
    balance_break: '余额不衔接',
    batch_mismatch: '批次合计不符',
  },
  hints: {
    missing_at_provider: '账目记为已付，对账单中却没有这一笔。请向渠道查询；如未付出，请重新开放奖励券。',
    missing_in_ledger: '有资金变动，却没有对应的付款，已记入暂记款。如为支出，则暂停该账户付款，须两人恢复。',
    amount_mismatch: '渠道变动的金额与指令不符。请查明原因，再记入差额。',
    duplicate: '渠道对同一笔付款付了两次。请追回；追回前记为损失。',
    late: '渠道入账日晚于账上日期。金额一致，写明备注即可。',
    state_conflict: '账目记为失败而渠道已付出，或者相反。现金以对账单为准：请将奖励券标记为已付，以免再次付款。',
    fee: '已收取并记入手续费或税费。请核对是否正确，写明备注即可。',
    return_after_success: '款项被退回。请重新开放奖励券，让持有人另填账户。',
    unknown_type: '渠道使用了此处未知的业务类型。请说明其含义，或将该行与付款匹配。',
    balance_break: '对账单余额与系统账面余额不一致。若为该账户的首份对账单，差额即此前已有的余额，可直接记入；否则请先查明差额来源，再记入。',
    batch_mismatch: '银行把整个批次记为一笔，而该笔与批次中的付款不符。请在批次页面登记哪些付款失败：其余合计相符后，此项会自动关闭。只有确认其余每笔付款都已到账，才记入差额；记入后这些付款即标记为已付。',
  },
  notPaidHint: '账目记为已付，而渠道或银行现称付款失败。如对账单中有这笔付款，说明款项已付出，写明备注即可；如没有，请重新开放奖励券，让持有人收到款项。',
  shareHint: '银行把整个批次记为一笔，而其中这笔付款已失败。银行通常会另记一笔退回款项，届时此项会自动关闭：请先等待退款。只有确认持有人已收到款项，才将奖励券记为账外已付。',
  payoutTypeHint: '该行的参考号和金额与这笔付款一致，但业务类型在此未知。关闭后，这笔付款即视为已付；如说明该类型的含义，之后同类型的流水会自动入账。',
  returnHint: '银行把批次中的多笔付款合为一笔退回。请重新开放这些奖励券，让持有人另填账户：一次关闭即可全部重新开放。提议中列出各笔付款，由第二人确认。',
  returnDiffersHint: '银行把批次的款项合为一笔退回，而目前无法确定退回的是哪些付款。请在批次页面登记哪些付款失败，或上传记有该批次的对账单：合计相符后，此项会自动关闭。只有确认该款不属于其中任何一笔付款，才记账。',
  shareOf: ({ line, whole }) => `${line}（整个批次记账${whole}中的一部分）`,
  money: '金额',
  day: '日期',
  account: '账户',
  age: '账龄',
  workingDays: ({ days }) => `${days === 0 ? '不足1个工作日' : `${days}个工作日`}`,
  ageUnknown: '未知：有年份尚未发布日历',
  owner: '处理人',
  nobody: '无',
  usually: '通常处理',
  look: '查看',
  facts: '详情',
  provider: '对账单',
  ways: {
    credit: '收入',
    debit: '支出',
  },
  answer: '渠道回复',
  books: '账目',
  reference: '编号',
  providerId: '渠道单号',
  type: '渠道业务类型',
  payout: '付款',
  statement: '对账单文件',
  difference: '差额',
  batchDiffers: ({ line, parts, count, sum, failed, failedSum, debits, debitsSum, difference }) => `银行记账${line}${parts === 0 ? '' : `（${parts}笔）`}。批次中未失败的付款：${`${count}笔`}，合计${sum}。已失败：${failed === 0 ? '无' : `${failed}笔，合计${failedSum}`}。${debits === 0 ? '' : `银行共有${debits}笔对不上的扣款，合计${debitsSum}。`}差额：${difference}。`,
  batchReturned: ({ line, parts, count, sum, failed, failedSum }) => `银行退回${line}${parts === 0 ? '' : `（${parts}笔）`}。批次中款项已转出的付款：${`${count}笔`}，合计${sum}。其中登记为失败：${failed === 0 ? '无' : `${failed}笔，合计${failedSum}`}。`,
  returnedPayouts: '已退回的付款',
  batch: '批次',
  history: '操作记录',
  steps: {
    opened: '发现',
    opened_again: '再次打开',
    taken_on: '接手',
    note: '备注',
    recounted: '重新计算',
    explained: '后来的对账单已作出解释',
    found: '在后来的对账单中找到',
    came_back: '款项已退回',
    matched: '人工匹配',
    stop_lifted: '已恢复付款',
    keep: '已关闭，不再记账',
    book: '已关闭，按渠道记账',
    reopen: '已关闭，重新开放奖励券',
    settle: '已关闭，奖励券记为账外已付',
  },
  byMatching: '自动匹配',
  takeOn: '由我处理',
  takeOver: '转由我处理',
  note: '备注',
  noteHint: '写明查到的情况和证据所在（函件或工单编号）。切勿填写姓名或账号。',
  addNote: '添加备注',
  close: '关闭差异',
  closeAlone: '不涉及资金变动，写明备注即可。',
  closeTwo: '涉及资金，您提议后须由另一人确认。',
  action: '处理方式',
  notNow: '目前无法：',
  refusedAs: ({ action, why }) => `${action}：${why}`,
  actions: {
    keep: '无需再记账',
    book: '按渠道的变动记账',
    reopen: '重新开放奖励券：款项在我方',
    settle: '将奖励券记为账外已付：持有人已收到款项',
  },
  propose: '提议',
  closeNow: '关闭',
  kind: '今后该业务类型的含义',
  kindUnsaid: '暂不说明',
  kinds: {
    payment: '付款',
    fee: '手续费',
    return: '退回',
    topup: '充值',
    tax: '税费',
    other: '其他',
    unknown: '未知',
  },
  match: '与付款匹配',
  matchHint: '同一渠道、金额相同、日期相近且尚无对账单行对应的付款。',
  matchBackHint: '该行含有这笔付款参考号的开头部分。如确认，则视为该付款的款项已退回，随后再决定如何处理。',
  matchBack: '确认后，视为该付款的款项已退回，并另列一项差异，决定如何处理。',
  candidates: '候选付款',
  noCandidates: '没有符合的付款。',
  onlyOne: '唯一候选，且仅此一笔流水对应',
  onlyBegun: '流水中的参考号是其开头，且无其他付款如此',
  matchThis: '提议此匹配',
  stop: '付款已暂停',
  stopHint: '在两人恢复付款或关闭差异之前，任何研究都不能从此账户付款。',
  lift: '提议恢复付款',
  isLifted: '已恢复付款，差异仍未关闭。',
  closedOn: ({ at }) => `关闭于${at}`,
  proposed: {
    keep: '关闭差异，不再记账。',
    book: '关闭差异，并按渠道的变动记账。',
    reopen: '关闭差异，并重新开放奖励券：款项在我方。',
    settle: '关闭差异，并将奖励券记为账外已付：持有人已收到款项。',
    match: '将该行与一笔付款匹配。',
    lift: '恢复从该账户付款。',
  },
  said: {
    taken_on: '现由您处理。',
    note: '备注已保存。',
    closed: '已关闭。',
    proposed: '已提议，须由另一人确认。',
  },
  refusals: {
    moved_on: '状态已有变化，请刷新页面。',
    note: '请先填写备注，最多500字。',
    two_people: '涉及资金，须两人办理。',
    waiting: '已有相关提议等待决定。',
    not_this: '该处理方式不适用于此差异。',
    has_left: '对账单显示款项已经付出。',
    differs: '这样账目与对账单仍不一致：请记入差额。',
    still_owed: '该奖励券仍可能再次付款：请将其标记为已付。',
    frozen: '该奖励券在批次中：请先取消批次。',
    amount: '金额不一致。',
  },
  back: '全部差异',
  study: '研究',
  closingLifts: '恢复该账户的付款。',
  postings: '账户入账',
  noPostings: '无需入账：两边已一致。',
  entry: '入账项目',
  entryKinds: {
    opening: '首笔变动前的余额',
    funded: '充值',
    fees: '手续费',
    returned: '退回款项',
    other: '差额（损益）',
  },
  line: '对账单记录',
  beside: '对账单记录与付款对照',
  sure: '把握程度',
  sureOnly: ({ days }) => `较有把握：${days === 0 ? '金额、日期相同' : `金额相同，相隔${days}天`}，且是唯一相符的付款，也没有其他未处理的记录与之相符。`,
  sureBegun: ({ days }) => `较有把握：流水中的参考号是此付款参考号的开头（后段被截去），且无其他付款如此；${days === 0 ? '金额、日期相同' : `金额相同，相隔${days}天`}。`,
  sureNot: ({ days, others }) => `不确定：${days === 0 ? '金额、日期相同' : `金额相同，相隔${days}天`}，但${others === 0 ? '另有未处理的记录也可能对应此付款' : `另有${others}笔付款也相符`}。`,
  otherReference: '记录中的编号不是此付款的编号。',
  noReference: '记录中没有编号。',
  others: '其他可能的付款',
  queued: '待付出',
  queuedOf: ({ count, sum }) => `${count}笔付款，合计${sum}`,
  waiting: '等待另一人确认',
  together: {
    hint: '如需一次关闭多项，请先选择类别。',
    only: ({ name }) => `仅显示：${name}。`,
    every: '显示全部类别',
    all: '全选',
    none: '取消全选',
    select: ({ line }) => `选择${line}`,
    look: '一并关闭所选项',
    title: ({ count }) => `${`一并关闭${count}项差异`}`,
    show: '按此方式查看',
    nothing: '所选各项均无法以此方式关闭。请另选差异，或改用其他方式。',
    propose: ({ count }) => `${count === 1 ? '提议' : `提议全部${count}项`}`,
    close: ({ count }) => `${count === 1 ? '关闭' : `关闭全部${count}项`}`,
    proposed: ({ count }) => `${count === 0 ? '没有提议任何一项。' : `已提议${count}项，须由另一人确认。`}`,
    closed: ({ count }) => `${count === 0 ? '没有关闭任何一项。' : `已关闭${count}项。`}`,
    rest: ({ done }) => `${done}以下各项未完成，原因如下；备注已保留在下方：`,
    back: ({ name }) => `返回列表：${name}`,
    noneOf: ({ name }) => `此类别没有未关闭的差异：${name}`,
    pick: '选择',
  },
}

const zhHant: ExceptionsMessages = {
  title: '差異',
  about: '結單與賬目不一致之處，最早的在前。每一項都須人手關閉。',
  nothing: {
    title: '沒有未關閉的差異',
    text: '結單的涵蓋情況見下方。沒有結單的日期未作核對。',
    compared: '尚無生效的結單，賬目未作核對。請先在「結單」頁面上載。',
  },
  overview: '未關閉的差異（按類別）',
  count: '未關閉',
  class: '類別',
  classes: {
    missing_at_provider: '渠道沒有紀錄',
    missing_in_ledger: '賬目沒有紀錄',
    amount_mismatch: '金額不符',
    duplicate: '重複付款',
    late: '入賬較遲',
    state_conflict: '狀態矛盾',
    fee: '手續費或稅項',
    return_after_success: '付款後退回',
    unknown_type: '未知業務類型',
    balance_break: '結餘不銜接',
    batch_mismatch: '批次合計不符',
  },
  hints: {
    missing_at_provider: '賬目記為已付，結單中卻沒有這一筆。請向渠道查詢；如未付出，請重新開放獎賞券。',
    missing_in_ledger: '有款項變動，卻沒有對應的付款，已記入暫記款。如為支出，則暫停該賬戶付款，須兩人恢復。',
    amount_mismatch: '渠道變動的金額與指示不符。請查明原因，再記入差額。',
    duplicate: '渠道對同一筆付款付了兩次。請追回；追回前記為損失。',
    late: '渠道入賬日遲於賬上日期。金額一致，寫明備註即可。',
    state_conflict: '賬目記為失敗而渠道已付出，或者相反。現金以結單為準：請將獎賞券標記為已付，以免再次付款。',
    fee: '已收取並記入手續費或稅項。請核對是否正確，寫明備註即可。',
    return_after_success: '款項被退回。請重新開放獎賞券，讓持有人另填賬戶。',
    unknown_type: '渠道使用了此處未知的業務類型。請說明其含義，或將該行與付款配對。',
    balance_break: '對賬單結餘與系統賬面結餘不一致。若為該賬戶的首份對賬單，差額即此前已有的結餘，可直接記入；否則請先查明差額來源，再記入。',
    batch_mismatch: '銀行把整個批次記為一筆，而該筆與批次中的付款不符。請在批次頁面登記哪些付款失敗：其餘合計相符後，此項會自動關閉。只有確認其餘每筆付款都已到賬，才記入差額；記入後這些付款即標記為已付。',
  },
  notPaidHint: '賬目記為已付，而渠道或銀行現稱付款失敗。如結單中有這筆付款，說明款項已付出，寫明備註即可；如沒有，請重新開放獎賞券，讓持有人收到款項。',
  shareHint: '銀行把整個批次記為一筆，而其中這筆付款已失敗。銀行通常會另記一筆退回款項，屆時此項會自動關閉：請先等待退款。只有確認持有人已收到款項，才將獎賞券記為賬外已付。',
  payoutTypeHint: '該行的參考號和金額與這筆付款一致，但業務類型在此未知。關閉後，這筆付款即視為已付；如說明該類型的含義，之後同類型的流水會自動入賬。',
  returnHint: '銀行把批次中的多筆付款合為一筆退回。請重新開放這些獎賞券，讓持有人另填賬戶：一次關閉即可全部重新開放。提議中列出各筆付款，由第二人確認。',
  returnDiffersHint: '銀行把批次的款項合為一筆退回，而目前無法確定退回的是哪些付款。請在批次頁面登記哪些付款失敗，或上載記有該批次的結單：合計相符後，此項會自動關閉。只有確認該款不屬於其中任何一筆付款，才記賬。',
  shareOf: ({ line, whole }) => `${line}（整個批次記賬${whole}中的一部分）`,
  money: '金額',
  day: '日期',
  account: '賬戶',
  age: '賬齡',
  workingDays: ({ days }) => `${days === 0 ? '不足1個工作天' : `${days}個工作天`}`,
  ageUnknown: '未知：有年份尚未發佈日曆',
  owner: '處理人',
  nobody: '無',
  usually: '通常處理',
  look: '查看',
  facts: '詳情',
  provider: '結單',
  ways: {
    credit: '收入',
    debit: '支出',
  },
  answer: '渠道回覆',
  books: '賬目',
  reference: '編號',
  providerId: '渠道單號',
  type: '渠道業務類型',
  payout: '付款',
  statement: '結單檔案',
  difference: '差額',
  batchDiffers: ({ line, parts, count, sum, failed, failedSum, debits, debitsSum, difference }) => `銀行記賬${line}${parts === 0 ? '' : `（${parts}筆）`}。批次中未失敗的付款：${`${count}筆`}，合計${sum}。已失敗：${failed === 0 ? '無' : `${failed}筆，合計${failedSum}`}。${debits === 0 ? '' : `銀行共有${debits}筆對不上的扣款，合計${debitsSum}。`}差額：${difference}。`,
  batchReturned: ({ line, parts, count, sum, failed, failedSum }) => `銀行退回${line}${parts === 0 ? '' : `（${parts}筆）`}。批次中款項已轉出的付款：${`${count}筆`}，合計${sum}。其中登記為失敗：${failed === 0 ? '無' : `${failed}筆，合計${failedSum}`}。`,
  returnedPayouts: '已退回的付款',
  batch: '批次',
  history: '操作紀錄',
  steps: {
    opened: '發現',
    opened_again: '再次開啟',
    taken_on: '接手',
    note: '備註',
    recounted: '重新計算',
    explained: '後來的結單已作出解釋',
    found: '在後來的結單中找到',
    came_back: '款項已退回',
    matched: '人手配對',
    stop_lifted: '已恢復付款',
    keep: '已關閉，不再記賬',
    book: '已關閉，按渠道記賬',
    reopen: '已關閉，重新開放獎賞券',
    settle: '已關閉，獎賞券記為賬外已付',
  },
  byMatching: '自動配對',
  takeOn: '由我處理',
  takeOver: '轉由我處理',
  note: '備註',
  noteHint: '寫明查到的情況和證據所在（信件或工單編號）。切勿填寫姓名或賬號。',
  addNote: '新增備註',
  close: '關閉差異',
  closeAlone: '不涉及款項變動，寫明備註即可。',
  closeTwo: '涉及款項，您提議後須由另一人確認。',
  action: '處理方式',
  notNow: '目前無法：',
  refusedAs: ({ action, why }) => `${action}：${why}`,
  actions: {
    keep: '毋須再記賬',
    book: '按渠道的變動記賬',
    reopen: '重新開放獎賞券：款項在我方',
    settle: '將獎賞券記為賬外已付：持有人已收到款項',
  },
  propose: '提議',
  closeNow: '關閉',
  kind: '今後該業務類型的含義',
  kindUnsaid: '暫不說明',
  kinds: {
    payment: '付款',
    fee: '手續費',
    return: '退回',
    topup: '充值',
    tax: '稅項',
    other: '其他',
    unknown: '未知',
  },
  match: '與付款配對',
  matchHint: '同一渠道、金額相同、日期相近且未有結單行對應的付款。',
  matchBackHint: '該行含有這筆付款參考編號的開頭部分。如確認，則視為該付款的款項已退回，隨後再決定如何處理。',
  matchBack: '確認後，視為該付款的款項已退回，並另列一項差異，決定如何處理。',
  candidates: '候選付款',
  noCandidates: '沒有符合的付款。',
  onlyOne: '唯一候選，且僅此一筆流水對應',
  onlyBegun: '流水中的參考編號是其開頭，且無其他付款如此',
  matchThis: '提議此配對',
  stop: '付款已暫停',
  stopHint: '在兩人恢復付款或關閉差異之前，任何研究都不能從此賬戶付款。',
  lift: '提議恢復付款',
  isLifted: '已恢復付款，差異仍未關閉。',
  closedOn: ({ at }) => `關閉於${at}`,
  proposed: {
    keep: '關閉差異，不再記賬。',
    book: '關閉差異，並按渠道的變動記賬。',
    reopen: '關閉差異，並重新開放獎賞券：款項在我方。',
    settle: '關閉差異，並將獎賞券記為賬外已付：持有人已收到款項。',
    match: '將該行與一筆付款配對。',
    lift: '恢復從該賬戶付款。',
  },
  said: {
    taken_on: '現由您處理。',
    note: '備註已儲存。',
    closed: '已關閉。',
    proposed: '已提議，須由另一人確認。',
  },
  refusals: {
    moved_on: '狀態已有變化，請重新整理頁面。',
    note: '請先填寫備註，最多500字。',
    two_people: '涉及款項，須兩人辦理。',
    waiting: '已有相關提議等待決定。',
    not_this: '該處理方式不適用於此差異。',
    has_left: '結單顯示款項已經付出。',
    differs: '這樣賬目與結單仍不一致：請記入差額。',
    still_owed: '該獎賞券仍可能再次付款：請將其標記為已付。',
    frozen: '該獎賞券在批次中：請先取消批次。',
    amount: '金額不一致。',
  },
  back: '全部差異',
  study: '研究',
  closingLifts: '恢復該賬戶的付款。',
  postings: '賬戶入賬',
  noPostings: '無需入賬：兩邊已一致。',
  entry: '入賬項目',
  entryKinds: {
    opening: '首筆變動前的結餘',
    funded: '注資',
    fees: '手續費',
    returned: '退回款項',
    other: '差額（損益）',
  },
  line: '結單紀錄',
  beside: '結單紀錄與付款對照',
  sure: '把握程度',
  sureOnly: ({ days }) => `較有把握：${days === 0 ? '金額、日期相同' : `金額相同，相隔${days}天`}，且是唯一相符的付款，也沒有其他未處理的紀錄與之相符。`,
  sureBegun: ({ days }) => `較有把握：流水中的參考編號是此付款參考編號的開頭（後段被截去），且無其他付款如此；${days === 0 ? '金額、日期相同' : `金額相同，相隔${days}天`}。`,
  sureNot: ({ days, others }) => `不確定：${days === 0 ? '金額、日期相同' : `金額相同，相隔${days}天`}，但${others === 0 ? '另有未處理的紀錄也可能對應此付款' : `另有${others}筆付款也相符`}。`,
  otherReference: '紀錄中的編號不是此付款的編號。',
  noReference: '紀錄中沒有編號。',
  others: '其他可能的付款',
  queued: '待付出',
  queuedOf: ({ count, sum }) => `${count}筆付款，合計${sum}`,
  waiting: '等待另一人確認',
  together: {
    hint: '如需一次關閉多項，請先選擇類別。',
    only: ({ name }) => `僅顯示：${name}。`,
    every: '顯示全部類別',
    all: '全選',
    none: '取消全選',
    select: ({ line }) => `選擇${line}`,
    look: '一併關閉所選項目',
    title: ({ count }) => `${`一併關閉${count}項差異`}`,
    show: '按此方式查看',
    nothing: '所選各項均無法以此方式關閉。請另選差異，或改用其他方式。',
    propose: ({ count }) => `${count === 1 ? '提議' : `提議全部${count}項`}`,
    close: ({ count }) => `${count === 1 ? '關閉' : `關閉全部${count}項`}`,
    proposed: ({ count }) => `${count === 0 ? '沒有提議任何一項。' : `已提議${count}項，須由另一人確認。`}`,
    closed: ({ count }) => `${count === 0 ? '沒有關閉任何一項。' : `已關閉${count}項。`}`,
    rest: ({ done }) => `${done}以下各項未完成，原因如下；備註已保留在下方：`,
    back: ({ name }) => `返回列表：${name}`,
    noneOf: ({ name }) => `此類別沒有未關閉的差異：${name}`,
    pick: '選擇',
  },
}

const languages: Record<Language, ExceptionsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of exceptions, in one language. */
export function exceptionsMessages(language: Language): ExceptionsMessages {
  return languages[language]
}
