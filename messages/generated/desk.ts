// Made from messages/*/desk.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface DeskMessages {
  work: string
  nothing: string
  tasks: {
    ready: (of: { count: number }) => string
    handOut: (of: { count: number }) => string
    report: (of: { count: number }) => string
    held: (of: { count: number }) => string
    approve: (of: { count: number }) => string
    decide: (of: { count: number }) => string
    unsealed: (of: { count: number }) => string
    exceptions: (of: { count: number }) => string
    setAside: (of: { count: number }) => string
    sign: (of: { count: number }) => string
    noStatement: (of: { count: number }) => string
  }
  exceptionsOfOthers: (of: { count: number }) => string
  more: (of: { count: string | number }) => string
  now: string
  where: string
  howMany: string
  amount: string
  rows: {
    owed: string
    waiting: string
    clearing: string
    paid: string
    outside: string
    tax: string
  }
  since: (of: { at: string | number }) => string
  budgets: string
  pictureOf: (of: { budget: string | number }) => string
  fees: string
  feesHint: string
  empty: {
    title: string
    text: string
  }
  stopped: (of: { account: string | number }) => string
  books: {
    title: string
    about: string
    button: string
    hint: string
  }
  ledger: {
    title: string
    budgets: string
    offer: string
    accounts: {
      total: string
      available: string
      reserved: string
      liability: string
      clearing: string
      paid: string
      outside: string
      tax: string
    }
    accountsHint: string
    check: string
    matches: (of: { count: number; transfers: string | number }) => string
    pictureOf: (of: { offer: string | number }) => string
    allMatch: string
    mismatch: string
    mismatchText: string
    mismatchOf: (of: { offer: string | number }) => string
    mismatches: {
      total: string
      available: string
      reserved: string
      liability: string
      clearing: string
      paid: string
      outside: string
      tax: string
      vouchers_owed: string
      vouchers_paid: string
      vouchers_outside: string
      vouchers_taxed: string
      promises_reserved: string
    }
    balanceSays: string
    foundSays: string
    byState: string
    state: string
    count: string
    sum: string
    openLeases: string
  }
}

const en: DeskMessages = {
  work: 'To do',
  nothing: 'You have nothing to do.',
  tasks: {
    ready: ({ count }) => `${count === 1 ? 'claim ready for a batch' : 'claims ready for a batch'}`,
    handOut: ({ count }) => `${count === 1 ? 'approved batch to release' : 'approved batches to release'}`,
    report: ({ count }) => `${count === 1 ? 'bank result to report' : 'bank results to report'}`,
    held: ({ count }) => `${count === 1 ? 'held claim to review' : 'held claims to review'}`,
    approve: ({ count }) => `${count === 1 ? 'batch to approve' : 'batches to approve'}`,
    decide: ({ count }) => `${count === 1 ? 'proposal to decide' : 'proposals to decide'}`,
    unsealed: ({ count }) => `${count === 1 ? 'audit entry unsealed for over 15 minutes' : 'audit entries unsealed for over 15 minutes'}`,
    exceptions: ({ count }) => `${count === 1 ? 'open exception' : 'open exceptions'}`,
    setAside: ({ count }) => `${count === 1 ? 'file set aside that could not be read' : 'files set aside that could not be read'}`,
    sign: ({ count }) => `${count === 1 ? 'report that needs your signature' : 'reports that need your signature'}`,
    noStatement: ({ count }) => `${count === 1 ? 'account with days that have no statement' : 'accounts with days that have no statement'}`,
  },
  exceptionsOfOthers: ({ count }) => `${count === 1 ? 'open exception, for preparers to work on' : 'open exceptions, for preparers to work on'}`,
  more: ({ count }) => `${count}+`,
  now: 'Current status',
  where: 'State',
  howMany: 'Count',
  amount: 'Amount',
  rows: {
    owed: 'Owed, not yet on its way',
    waiting: 'Batches waiting for approval',
    clearing: 'In clearing',
    paid: 'Paid',
    outside: 'Paid outside the ledger',
    tax: 'Tax due or paid to the tax office',
  },
  since: ({ at }) => `oldest since ${at}`,
  budgets: 'Budgets',
  pictureOf: ({ budget }) => `Budget by state (available, reserved, owed, in clearing, paid): ${budget}`,
  fees: 'Fees',
  feesHint: 'Charged by providers in this currency, for all studies together; fees are paid from their accounts, not from budgets.',
  empty: {
    title: 'No offers yet',
    text: 'Budgets and vouchers appear here once a study with offers opens.',
  },
  stopped: ({ account }) => `No payments leave ${account} until an exception there is closed.`,
  books: {
    title: 'Ledger check',
    about: 'Compares the balance of each offer with every transfer, every voucher and every open reservation at one moment. With a million vouchers it takes a few seconds.',
    button: 'Check now',
    hint: 'The operator of this service can run the same check, and more, with:',
  },
  ledger: {
    title: 'Vouchers and money',
    budgets: 'Budgets',
    offer: 'Offer',
    accounts: {
      total: 'Budget',
      available: 'Available',
      reserved: 'Reserved',
      liability: 'Owed',
      clearing: 'In clearing',
      paid: 'Paid',
      outside: 'Paid outside',
      tax: 'Tax',
    },
    accountsHint: 'Reserved: for people who are still answering. Owed: vouchers that have not been paid, those under review included. Paid outside: by payments that the ledger has as failed. Budget = available + reserved + owed + in clearing + paid + paid outside + tax, where there is any.',
    check: 'Ledger',
    matches: ({ count, transfers }) => `${count === 1 ? `matches\u00a0${transfers}\u00a0transfer` : `matches\u00a0${transfers}\u00a0transfers`}`,
    pictureOf: ({ offer }) => `Budget by state (available, reserved, owed, in clearing, paid): ${offer}`,
    allMatch: 'The ledger balances: every offer matches its transfers, its vouchers and its open reservations.',
    mismatch: 'does not match',
    mismatchText: 'The ledger does not balance. Do not pay anything until this is explained; tell the operator of this service, and keep this page.',
    mismatchOf: ({ offer }) => `Mismatches: ${offer}`,
    mismatches: {
      total: 'Budget, against all transfers',
      available: 'Available, against all transfers',
      reserved: 'Reserved, against all transfers',
      liability: 'Owed, against all transfers',
      clearing: 'In clearing, against all transfers',
      paid: 'Paid, against all transfers',
      outside: 'Paid outside, against all transfers',
      tax: 'Tax, against all transfers',
      vouchers_owed: 'Owed and in clearing, against vouchers not yet paid',
      vouchers_paid: 'Paid, against paid vouchers',
      vouchers_outside: 'Paid outside, against vouchers paid outside',
      vouchers_taxed: 'Tax, against the tax of paid vouchers and of those paid outside',
      promises_reserved: 'Reserved, against open reservations',
    },
    balanceSays: 'Balance',
    foundSays: 'Calculated',
    byState: 'Vouchers by state',
    state: 'State',
    count: 'Count',
    sum: 'Sum',
    openLeases: 'Reserved while answering',
  },
}

const zhHans: DeskMessages = {
  work: '待办',
  nothing: '没有待办事项。',
  tasks: {
    ready: () => `${'可编入批次的申领'}`,
    handOut: () => `${'已批准、待交付的批次'}`,
    report: () => `${'待登记的银行结果'}`,
    held: () => `${'待审核的暂缓申领'}`,
    approve: () => `${'待批准的批次'}`,
    decide: () => `${'待决定的提议'}`,
    unsealed: () => `${'超过15分钟未存证的审计记录'}`,
    exceptions: () => `${'未关闭的差异'}`,
    setAside: () => `${'无法读取而搁置的文件'}`,
    sign: () => `${'待您签署的报表'}`,
    noStatement: () => `${'缺少对账单的账户'}`,
  },
  exceptionsOfOthers: () => `${'未关闭的差异（由制单人处理）'}`,
  more: ({ count }) => `${count}以上`,
  now: '当前',
  where: '状态',
  howMany: '数量',
  amount: '金额',
  rows: {
    owed: '应付，尚未发出',
    waiting: '待批准的批次',
    clearing: '支付中',
    paid: '已付',
    outside: '账外已付',
    tax: '应缴或已缴税款',
  },
  since: ({ at }) => `最早始于${at}`,
  budgets: '预算',
  pictureOf: ({ budget }) => `预算分布（可用、预留、应付、支付中、已付）：${budget}`,
  fees: '手续费',
  feesHint: '各渠道对该币种收取的费用，所有研究合计；从渠道账户支付，不占预算。',
  empty: {
    title: '尚无奖励方案',
    text: '带奖励的研究开始后，其预算和奖励券会显示在这里。',
  },
  stopped: ({ account }) => `在差异关闭之前，不会从${account}付款。`,
  books: {
    title: '账目核对',
    about: '将每个奖励方案的余额与同一时刻的全部转账、奖励券和作答期间的预留逐一核对。有一百万张奖励券时需要数秒。',
    button: '立即核对',
    hint: '运维人员可作同样及更多的核对，命令为：',
  },
  ledger: {
    title: '奖励券与资金',
    budgets: '预算',
    offer: '奖励方案',
    accounts: {
      total: '预算',
      available: '可用',
      reserved: '预留',
      liability: '应付',
      clearing: '支付中',
      paid: '已付',
      outside: '账外已付',
      tax: '税款',
    },
    accountsHint: '预留：为正在作答的人保留。应付：尚未支付的奖励券，包括待审核的。账外已付：由账本记为失败的付款支付。预算 = 可用 + 预留 + 应付 + 支付中 + 已付 + 账外已付 + 税款（如有）。',
    check: '账目核对',
    matches: ({ transfers }) => `${`与${transfers}笔转账相符`}`,
    pictureOf: ({ offer }) => `预算分布（可用、预留、应付、支付中、已付）：${offer}`,
    allMatch: '账目平衡：每个奖励方案均与其转账、奖励券和预留相符。',
    mismatch: '不相符',
    mismatchText: '账目不平衡。查明原因之前请勿支付；请告知本服务的运维人员，并保留此页面。',
    mismatchOf: ({ offer }) => `不相符之处：${offer}`,
    mismatches: {
      total: '预算，对照全部转账',
      available: '可用，对照全部转账',
      reserved: '预留，对照全部转账',
      liability: '应付，对照全部转账',
      clearing: '支付中，对照全部转账',
      paid: '已付，对照全部转账',
      outside: '账外已付，对照全部转账',
      tax: '税款，对照全部转账',
      vouchers_owed: '应付及支付中，对照尚未支付的奖励券',
      vouchers_paid: '已付，对照已支付的奖励券',
      vouchers_outside: '账外已付，对照账外已付的奖励券',
      vouchers_taxed: '税款，对照已支付和账外已付奖励券的税款',
      promises_reserved: '预留，对照作答期间的预留',
    },
    balanceSays: '余额',
    foundSays: '核算结果',
    byState: '按状态统计奖励券',
    state: '状态',
    count: '数量',
    sum: '金额',
    openLeases: '作答期间预留',
  },
}

const zhHant: DeskMessages = {
  work: '待辦',
  nothing: '沒有待辦事項。',
  tasks: {
    ready: () => `${'可編入批次的申領'}`,
    handOut: () => `${'已批准、待交付的批次'}`,
    report: () => `${'待登記的銀行結果'}`,
    held: () => `${'待審核的暫緩申領'}`,
    approve: () => `${'待批准的批次'}`,
    decide: () => `${'待決定的提議'}`,
    unsealed: () => `${'超過15分鐘未存證的審計紀錄'}`,
    exceptions: () => `${'未關閉的差異'}`,
    setAside: () => `${'無法讀取而擱置的檔案'}`,
    sign: () => `${'待您簽署的報表'}`,
    noStatement: () => `${'缺少結單的賬戶'}`,
  },
  exceptionsOfOthers: () => `${'未關閉的差異（由製單人處理）'}`,
  more: ({ count }) => `${count}以上`,
  now: '目前',
  where: '狀態',
  howMany: '數量',
  amount: '金額',
  rows: {
    owed: '應付，尚未發出',
    waiting: '待批准的批次',
    clearing: '支付中',
    paid: '已付',
    outside: '賬外已付',
    tax: '應繳或已繳稅款',
  },
  since: ({ at }) => `最早始於${at}`,
  budgets: '預算',
  pictureOf: ({ budget }) => `預算分佈（可用、預留、應付、支付中、已付）：${budget}`,
  fees: '手續費',
  feesHint: '各渠道對該幣種收取的費用，所有研究合計；從渠道賬戶支付，不佔預算。',
  empty: {
    title: '尚無獎賞方案',
    text: '附有獎賞的研究開始後，其預算和獎賞券會在此顯示。',
  },
  stopped: ({ account }) => `在差異關閉之前，不會從${account}付款。`,
  books: {
    title: '賬目核對',
    about: '將每個獎賞方案的餘額與同一時刻的全部轉賬、獎賞券和作答期間的預留逐一核對。有一百萬張獎賞券時需要數秒。',
    button: '立即核對',
    hint: '營運人員可作同樣及更多的核對，指令為：',
  },
  ledger: {
    title: '獎賞券與款項',
    budgets: '預算',
    offer: '獎賞方案',
    accounts: {
      total: '預算',
      available: '可用',
      reserved: '預留',
      liability: '應付',
      clearing: '支付中',
      paid: '已付',
      outside: '賬外已付',
      tax: '稅款',
    },
    accountsHint: '預留：為正在作答的人保留。應付：尚未支付的獎賞券，包括待審核的。賬外已付：由賬本記為失敗的付款支付。預算 = 可用 + 預留 + 應付 + 支付中 + 已付 + 賬外已付 + 稅款（如有）。',
    check: '賬目核對',
    matches: ({ transfers }) => `${`與${transfers}筆轉賬相符`}`,
    pictureOf: ({ offer }) => `預算分佈（可用、預留、應付、支付中、已付）：${offer}`,
    allMatch: '賬目平衡：每個獎賞方案均與其轉賬、獎賞券和預留相符。',
    mismatch: '不相符',
    mismatchText: '賬目不平衡。查明原因之前請勿支付；請告知本服務的營運人員，並保留此頁面。',
    mismatchOf: ({ offer }) => `不相符之處：${offer}`,
    mismatches: {
      total: '預算，對照全部轉賬',
      available: '可用，對照全部轉賬',
      reserved: '預留，對照全部轉賬',
      liability: '應付，對照全部轉賬',
      clearing: '支付中，對照全部轉賬',
      paid: '已付，對照全部轉賬',
      outside: '賬外已付，對照全部轉賬',
      tax: '稅款，對照全部轉賬',
      vouchers_owed: '應付及支付中，對照尚未支付的獎賞券',
      vouchers_paid: '已付，對照已支付的獎賞券',
      vouchers_outside: '賬外已付，對照賬外已付的獎賞券',
      vouchers_taxed: '稅款，對照已支付和賬外已付獎賞券的稅款',
      promises_reserved: '預留，對照作答期間的預留',
    },
    balanceSays: '餘額',
    foundSays: '核算結果',
    byState: '按狀態統計獎賞券',
    state: '狀態',
    count: '數量',
    sum: '金額',
    openLeases: '作答期間預留',
  },
}

const languages: Record<Language, DeskMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of desk, in one language. */
export function deskMessages(language: Language): DeskMessages {
  return languages[language]
}
