import type { Language } from '../../../schema/questionnaire.ts'
import type { VoucherState } from '../../../schema/tables.ts'
import type { Balance, Mismatch } from '../integrity/book.ts'

export interface FinanceWords {
  title: string
  empty: { title: string; text: string }
  noVouchers: string
  budgets: string
  offer: string
  accounts: Record<keyof Balance, string>
  accountsHint: string
  check: string
  matches: (transfers: string, isOne: boolean) => string
  pictureOf: (offer: string) => string
  allMatch: string
  mismatch: string
  mismatchText: string
  mismatchOf: (offer: string) => string
  mismatches: Record<Mismatch['what'], string>
  balanceSays: string
  foundSays: string
  byState: string
  state: string
  states: Record<VoucherState, string>
  count: string
  sum: string
  openLeases: string
  vouchers: string
  days: string
  day: string
  daysHint: string
  older: string
  newest: string
  download: string
  dayTitle: (day: string) => string
  reference: string
  amount: string
  more: string
  back: string
  orderHint: string
}

const words: Record<Language, FinanceWords> = {
  en: {
    title: 'Vouchers and money',
    empty: { title: 'No offer yet', text: 'When a study is opened with offers, their budgets and vouchers show here.' },
    noVouchers: 'No voucher has been made yet.',
    budgets: 'Budgets',
    offer: 'Offer',
    accounts: {
      total: 'Budget',
      available: 'Available',
      reserved: 'Reserved',
      liability: 'Owed',
      clearing: 'Being paid',
      paid: 'Paid',
      tax: 'Tax',
    },
    accountsHint:
      'Reserved: for people who are still answering, and for vouchers held for a check. Owed: vouchers issued and not yet paid. Budget = available + reserved + owed + being paid + paid + tax, where there is any.',
    check: 'Ledger',
    matches: (transfers, isOne) => `matches\u00a0${transfers}\u00a0${isOne ? 'transfer' : 'transfers'}`,
    pictureOf: (offer) => `How much of the budget is available, reserved, owed and paid: ${offer}`,
    allMatch: 'The books balance: every offer matches its transfers, its vouchers and its open leases.',
    mismatch: 'does not match',
    mismatchText:
      'The books do not balance. Pay nothing until this is explained; tell whoever runs this service, and keep this page.',
    mismatchOf: (offer) => `What does not match: ${offer}`,
    mismatches: {
      total: 'Budget, against all transfers',
      available: 'Available, against all transfers',
      reserved: 'Reserved, against all transfers',
      liability: 'Owed, against all transfers',
      clearing: 'Being paid, against all transfers',
      paid: 'Paid, against all transfers',
      tax: 'Tax, against all transfers',
      vouchers_owed: 'Owed and being paid, against issued and claimed vouchers',
      vouchers_paid: 'Paid, against paid vouchers',
      vouchers_taxed: 'Tax, against the tax of paid vouchers',
      promises_reserved: 'Reserved, against held vouchers and open leases',
    },
    balanceSays: 'Balance',
    foundSays: 'Found',
    byState: 'Vouchers by state',
    state: 'State',
    states: {
      held: 'Held',
      issued: 'Issued',
      claimed: 'Claimed',
      paid: 'Paid',
      expired: 'Expired',
      voided: 'Voided',
      rejected: 'Rejected',
      superseded: 'Superseded',
    },
    count: 'Number',
    sum: 'Sum',
    openLeases: 'Set aside while answering',
    vouchers: 'Vouchers',
    days: 'Vouchers by day',
    day: 'Day (UTC)',
    daysHint: 'Nothing here tells the time of day, so that vouchers cannot be matched with answers by their times.',
    older: 'Older days',
    newest: 'Newest days',
    download: 'Download all vouchers (CSV)',
    dayTitle: (day) => `Vouchers of ${day} (UTC)`,
    reference: 'Reference',
    amount: 'Amount',
    more: 'Next vouchers',
    back: 'All days',
    orderHint: 'In the order of their references, which says nothing of when in the day they were made.',
  },
  'zh-Hans': {
    title: '奖励券与资金',
    empty: { title: '尚无报酬方案', text: '开启带报酬的调查后，其预算与奖励券将显示于此。' },
    noVouchers: '尚未产生奖励券。',
    budgets: '预算',
    offer: '报酬方案',
    accounts: {
      total: '预算',
      available: '可用',
      reserved: '预留',
      liability: '应付',
      clearing: '支付中',
      paid: '已付',
      tax: '税款',
    },
    accountsHint:
      '预留：为正在填写的人，以及待审核的奖励券而留。应付：已发放而尚未支付的奖励券。预算 = 可用 + 预留 + 应付 + 支付中 + 已付 + 税款（如有）。',
    check: '账目核对',
    matches: (transfers) => `与${transfers}笔转账相符`,
    pictureOf: (offer) => `预算中可用、预留、应付及已付的份额：${offer}`,
    allMatch: '账目平衡：每个报酬方案均与其转账、奖励券和预留相符。',
    mismatch: '不相符',
    mismatchText: '账目不平衡。查明原因之前请勿支付；请告知本服务的运维人员，并保留此页面。',
    mismatchOf: (offer) => `不相符之处：${offer}`,
    mismatches: {
      total: '预算，对照全部转账',
      available: '可用，对照全部转账',
      reserved: '预留，对照全部转账',
      liability: '应付，对照全部转账',
      clearing: '支付中，对照全部转账',
      paid: '已付，对照全部转账',
      tax: '税款，对照全部转账',
      vouchers_owed: '应付及支付中，对照已发放及已申领的奖励券',
      vouchers_paid: '已付，对照已支付的奖励券',
      vouchers_taxed: '税款，对照已支付奖励券的税款',
      promises_reserved: '预留，对照待审核的奖励券及填写中的预留',
    },
    balanceSays: '余额',
    foundSays: '核得',
    byState: '按状态统计奖励券',
    state: '状态',
    states: {
      held: '待审核',
      issued: '已发放',
      claimed: '已申领',
      paid: '已支付',
      expired: '已过期',
      voided: '已作废',
      rejected: '未通过',
      superseded: '已被取代',
    },
    count: '数量',
    sum: '金额',
    openLeases: '填写期间预留',
    vouchers: '奖励券',
    days: '按日统计奖励券',
    day: '日期（UTC）',
    daysHint: '此处不显示具体时间，因此无法凭时间将奖励券与答卷对应。',
    older: '更早的日期',
    newest: '最近的日期',
    download: '下载全部奖励券（CSV）',
    dayTitle: (day) => `${day}（UTC）的奖励券`,
    reference: '编号',
    amount: '金额',
    more: '后续奖励券',
    back: '所有日期',
    orderHint: '按编号排列，与当日产生的先后无关。',
  },
  'zh-Hant': {
    title: '獎賞券與款項',
    empty: { title: '尚無報酬方案', text: '開啟附有報酬的調查後，其預算與獎賞券會在此顯示。' },
    noVouchers: '尚未產生獎賞券。',
    budgets: '預算',
    offer: '報酬方案',
    accounts: {
      total: '預算',
      available: '可用',
      reserved: '預留',
      liability: '應付',
      clearing: '支付中',
      paid: '已付',
      tax: '稅款',
    },
    accountsHint:
      '預留：為正在填寫的人，以及待審核的獎賞券而留。應付：已發出而尚未支付的獎賞券。預算 = 可用 + 預留 + 應付 + 支付中 + 已付 + 稅款（如有）。',
    check: '帳目核對',
    matches: (transfers) => `與${transfers}筆轉帳相符`,
    pictureOf: (offer) => `預算中可用、預留、應付及已付的份額：${offer}`,
    allMatch: '帳目平衡：每個報酬方案均與其轉帳、獎賞券和預留相符。',
    mismatch: '不相符',
    mismatchText: '帳目不平衡。查明原因之前請勿支付；請告知本服務的營運人員，並保留此頁面。',
    mismatchOf: (offer) => `不相符之處：${offer}`,
    mismatches: {
      total: '預算，對照全部轉帳',
      available: '可用，對照全部轉帳',
      reserved: '預留，對照全部轉帳',
      liability: '應付，對照全部轉帳',
      clearing: '支付中，對照全部轉帳',
      paid: '已付，對照全部轉帳',
      tax: '稅款，對照全部轉帳',
      vouchers_owed: '應付及支付中，對照已發出及已申領的獎賞券',
      vouchers_paid: '已付，對照已支付的獎賞券',
      vouchers_taxed: '稅款，對照已支付獎賞券的稅款',
      promises_reserved: '預留，對照待審核的獎賞券及填寫中的預留',
    },
    balanceSays: '餘額',
    foundSays: '核得',
    byState: '按狀態統計獎賞券',
    state: '狀態',
    states: {
      held: '待審核',
      issued: '已發出',
      claimed: '已申領',
      paid: '已支付',
      expired: '已過期',
      voided: '已作廢',
      rejected: '未通過',
      superseded: '已被取代',
    },
    count: '數量',
    sum: '金額',
    openLeases: '填寫期間預留',
    vouchers: '獎賞券',
    days: '按日統計獎賞券',
    day: '日期（UTC）',
    daysHint: '此處不顯示具體時間，因此無法憑時間將獎賞券與答卷對應。',
    older: '更早的日期',
    newest: '最近的日期',
    download: '下載全部獎賞券（CSV）',
    dayTitle: (day) => `${day}（UTC）的獎賞券`,
    reference: '編號',
    amount: '金額',
    more: '後續獎賞券',
    back: '所有日期',
    orderHint: '按編號排列，與當日產生的先後無關。',
  },
}

/** What finance's pages say. */
export function financeWords(language: Language): FinanceWords {
  return words[language]
}
