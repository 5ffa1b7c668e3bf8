import type { Language } from '../../../schema/questionnaire.ts'
import type { Work } from './desk.ts'

export interface DeskWords {
  work: string
  nothing: string
  tasks: Record<Work['what'], string>
  more: (count: number) => string
  now: string
  where: string
  howMany: string
  amount: string
  rows: Record<'held' | 'claimed' | 'waiting' | 'clearing' | 'expired' | 'owed' | 'paid' | 'tax', string>
  since: (at: string) => string
  budgets: string
  pictureOf: (budget: string) => string
  fees: string
  feesHint: string
  empty: { title: string; text: string }
  stopped: (account: string) => string
  /** The page that looks at everything. */
  books: { title: string; about: string; button: string; hint: string }
  days: string
  download: string
}

const words: Record<Language, DeskWords> = {
  en: {
    work: 'Waits for you',
    nothing: 'Nothing waits for you.',
    tasks: {
      ready: 'Claims ready to be prepared',
      handOut: 'Approved batches to hand out',
      report: 'Results to report from the bank',
      held: 'Held claims to look at',
      approve: 'Batches to approve',
      decide: 'Proposals to decide',
      unsealed: 'Audit entries without a seal for over 15 minutes',
      exceptions: 'Open exceptions',
    },
    more: (count) => `${count}+`,
    now: 'Now',
    where: 'Where it stands',
    howMany: 'How many',
    amount: 'Amount',
    rows: {
      owed: 'Owed, not on its way yet',
      held: 'Held for review',
      claimed: 'Claimed, not paid yet',
      waiting: 'Batches waiting for approval',
      clearing: 'In clearing',
      paid: 'Paid',
      tax: 'Owed to the tax office, or handed to it',
      expired: 'Expired',
    },
    since: (at) => `the oldest since ${at}`,
    budgets: 'Budgets',
    pictureOf: (budget) => `How much of the budget is available, reserved, owed, being paid and paid: ${budget}`,
    fees: 'Fees',
    feesHint:
      'What providers charged for this currency, for all studies together; it is paid from their accounts, not from budgets.',
    empty: { title: 'No offer yet', text: 'When a study is opened with offers, their budgets and vouchers show here.' },
    stopped: (account) => `Nothing goes out from ${account} until an exception there is closed.`,
    books: {
      title: 'Check of the books',
      about:
        'Holds the balance of each offer against every transfer, every voucher and every open lease, all of one moment. With a million vouchers it takes a few seconds.',
      button: 'Check the books now',
      hint: 'Whoever runs this service does the same check, and more, with:',
    },
    days: 'Vouchers by day',
    download: 'Download all vouchers (CSV)',
  },
  'zh-Hans': {
    work: '等您处理',
    nothing: '没有等您处理的事项。',
    tasks: {
      ready: '可编入批次的申领',
      handOut: '已批准、待交付的批次',
      report: '待登记的银行结果',
      held: '待查看的暂扣申领',
      approve: '待批准的批次',
      decide: '待决定的提议',
      unsealed: '超过15分钟未封存的审计记录',
      exceptions: '未了结的差异',
    },
    more: (count) => `${count}以上`,
    now: '当前',
    where: '所处状态',
    howMany: '数量',
    amount: '金额',
    rows: {
      owed: '应付，尚未付出',
      held: '待审核',
      claimed: '已申领，尚未支付',
      waiting: '待批准的批次',
      clearing: '支付中',
      paid: '已付',
      tax: '应缴或已缴税款',
      expired: '已过期',
    },
    since: (at) => `最早始于${at}`,
    budgets: '预算',
    pictureOf: (budget) => `预算中可用、预留、应付、支付中及已付的份额：${budget}`,
    fees: '手续费',
    feesHint: '各渠道对该币种收取的费用，所有调查合计；从渠道账户支付，不占预算。',
    empty: { title: '尚无报酬方案', text: '开启带报酬的调查后，其预算与奖励券将显示于此。' },
    stopped: (account) => `在差异了结之前，不会从 ${account} 付款。`,
    books: {
      title: '账目核对',
      about: '将每个报酬方案的余额与同一时刻的全部转账、奖励券和填写中的预留逐一核对。有一百万张奖励券时需要数秒。',
      button: '立即核对',
      hint: '运维人员可作同样及更多的核对，命令为：',
    },
    days: '按日查看奖励券',
    download: '下载全部奖励券（CSV）',
  },
  'zh-Hant': {
    work: '等你處理',
    nothing: '沒有等你處理的事項。',
    tasks: {
      ready: '可編入批次的申領',
      handOut: '已批准、待交付的批次',
      report: '待登記的銀行結果',
      held: '待查看的暫扣申領',
      approve: '待批准的批次',
      decide: '待決定的提議',
      unsealed: '超過15分鐘未封存的審計記錄',
      exceptions: '未了結的差異',
    },
    more: (count) => `${count}以上`,
    now: '現況',
    where: '所處狀態',
    howMany: '數量',
    amount: '金額',
    rows: {
      owed: '應付，尚未付出',
      held: '待審核',
      claimed: '已申領，尚未支付',
      waiting: '待批准的批次',
      clearing: '支付中',
      paid: '已付',
      tax: '應繳或已繳稅款',
      expired: '已過期',
    },
    since: (at) => `最早始於${at}`,
    budgets: '預算',
    pictureOf: (budget) => `預算中可用、預留、應付、支付中及已付的份額：${budget}`,
    fees: '手續費',
    feesHint: '各渠道對該幣種收取的費用，所有調查合計；從渠道戶口支付，不佔預算。',
    empty: { title: '尚無報酬方案', text: '開啟附有報酬的調查後，其預算與獎賞券會在此顯示。' },
    stopped: (account) => `在差異了結之前，不會從 ${account} 付款。`,
    books: {
      title: '帳目核對',
      about: '將每個報酬方案的餘額與同一時刻的全部轉帳、獎賞券和填寫中的預留逐一核對。有一百萬張獎賞券時需要數秒。',
      button: '立即核對',
      hint: '營運人員可作同樣及更多的核對，指令為：',
    },
    days: '按日查看獎賞券',
    download: '下載全部獎賞券（CSV）',
  },
}

/** What the desk and the page of the books say. */
export function deskWords(language: Language): DeskWords {
  return words[language]
}
