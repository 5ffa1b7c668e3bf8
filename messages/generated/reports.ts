// Made from messages/*/reports.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface ReportsMessages {
  title: string
  about: string
  accounts: string
  noAccounts: string
  studies: string
  days: string
  month: (of: { month: string | number; year: string | number }) => string
  months: string
  certificate: string
  signedReports: string
  noneSigned: string
  kinds: {
    day: string
    month: string
    study: string
    closing: string
  }
  version: (of: { n: string | number }) => string
  signatures: (of: { n: number }) => string
  now: string
  differs: string
  asSigned: string
  older: string
  clean: string
  cleanButTiming: string
  faults: {
    open_exceptions: string
    balance_break: string
    not_covered: string
    unmatched: string
    does_not_add_up: string
    under_way: string
  }
  balanceCauses: {
    exceptions: (of: { difference: string | number }) => string
    unmatched: (of: { difference: string | number }) => string
    before: (of: { difference: string | number }) => string
    unknown: (of: { difference: string | number }) => string
  }
  sign: string
  noDays: (of: { day: string | number }) => string
  notYet: string
  signHint: string
  signRed: string
  note: string
  signSecond: string
  refusals: {
    not_allowed: string
    not_found: string
    not_over: string
    changed: string
    note_missing: string
    signed_before: string
    same_person: string
    own_link: string
    needs_approver: string
    withdrawn: string
    not_yours: string
  }
  done: {
    signed: string
    signed_second: string
    withdrawn: string
  }
  files: {
    csv: string
    xlsx: string
    print: string
  }
  signedFile: string
  verify: string
  hash: string
  signedBy: (of: { nth: number }) => string
  toSign: string
  sections: {
    header: string
    roll: string
    timing: string
    statements: string
    lines: string
    exceptions: string
    paidWithoutLine: string
    linesWithoutAttempt: string
    byHand: string
    offers: string
    flows: string
    budget: string
    beside: string
    neverClaimed: string
    erased: string
  }
  timing: {
    came_back: string
    booked_later: string
    booked_earlier: string
    closed_later: string
    opening: string
  }
  timingUntil: (of: { day: string | number }) => string
  columns: {
    item: string
    reference: string
    providerId: string
    day: string
    count: string
    money: string
    opening: string
    beside: string
    detail: string
  }
  closing: string
  ledger: string
  empty: (of: { sections: string | number }) => string
  more: (of: { count: string | number }) => string
  items: {
    account: string
    study: string
    days: string
    zone: string
    rules: string
    costCentre: string
    projectCode: string
    notCovered: string
    note: string
    closes: string
    opening: string
    funded: string
    paid: string
    fees: string
    returned: string
    other: string
    ofWhichOutside: string
    closing: string
    opened: string
    open: string
    total: string
    available: string
    reserved: string
    liability: string
    clearing: string
    paidTotal: string
    budget: string
    paidOut: string
    paidOutside: string
    feesBorne: string
    taxBorne: string
    returnedTo: string
    left: string
    makes: string
    providerFees: string
    erasedPayee: string
    erasedAnswers: string
  }
  neverClaimedHint: string
  erasedHint: string
  age: (of: { workingDays: string | number }) => string
  ageDays: (of: { days: number }) => string
  importedBy: (of: { name: string | number }) => string
  madeBy: (of: { maker: string | number; checker: string | number; reason: string | number }) => string
  rules: {
    provider_id: string
    reference: string
    group: string
    batch: string
    by_hand: string
  }
  lineKinds: {
    payment: string
    fee: string
    return: string
    topup: string
    tax: string
    other: string
    unknown: string
  }
  directions: {
    debit: string
    credit: string
  }
  accountsOf: {
    funding: string
    available: string
    reserved: string
    liability: string
    clearing: string
    paid: string
    outside: string
    tax: string
  }
  states: {
    open: string
    issued: string
    expired: string
  }
  register: {
    title: string
    batch: string
    period: string
    provider: string
    lines: string
    sum: string
    prepared: string
    approved: string
    booked: string
    link: string
  }
  back: string
  ageUnknown: string
  mayNot: {
    same_person: string
    own_link: string
    not_allowed: string
    needs_approver: string
    signed_before: string
  }
  withdraw: string
  withdrawn: string
  halfSigned: (of: { n: string | number }) => string
  yours: string
  lineAt: (of: { statement: string | number; row: string | number; key: string | number }) => string
}

const en: ReportsMessages = {
  title: 'Reports',
  about: 'Reports are signed by two people: the first signature fixes the content, and another person signs the same content. A signed report never changes; if the ledger changes, the next version shows it.',
  accounts: 'Accounts at providers',
  noAccounts: 'No payouts have been sent and no statements uploaded yet.',
  studies: 'Studies',
  days: 'Daily reports',
  month: ({ month, year }) => `${month} ${year}`,
  months: 'Monthly reports',
  certificate: 'Closing certificate',
  signedReports: 'Signed reports',
  noneSigned: 'No signed reports yet.',
  kinds: {
    day: 'Daily report',
    month: 'Monthly report',
    study: 'Study report',
    closing: 'Closing certificate',
  },
  version: ({ n }) => `Version ${n}`,
  signatures: ({ n }) => `${n === 0 ? 'Needs a second signature' : n === 1 ? 'Needs a second signature' : 'Signed by two people'}`,
  now: 'Current ledger',
  differs: 'The current ledger differs from what was signed.',
  asSigned: 'This is what was signed. It does not change.',
  older: 'A later version has been signed.',
  clean: 'No issues found.',
  cleanButTiming: 'No issues found: the balances differ only by timing differences, which are listed below.',
  faults: {
    open_exceptions: 'There are open exceptions.',
    balance_break: 'The provider’s balance differs from the ledger’s.',
    not_covered: 'Some of its days have no statement in effect.',
    unmatched: 'There are payments without a statement line, or lines without a payment.',
    does_not_add_up: 'Its sums do not add up.',
    under_way: 'Money is still owed or on its way.',
  },
  balanceCauses: {
    exceptions: ({ difference }) => `Difference: ${difference}. Open exceptions are listed below: once they are closed, the reason is known.`,
    unmatched: ({ difference }) => `Difference: ${difference}. Payments or statement lines without a counterpart are listed below.`,
    before: ({ difference }) => `Difference: ${difference}. It was there when the period began: see the report of the day before.`,
    unknown: ({ difference }) => `Difference: ${difference}. Nothing on this page explains it: look at the statement’s last balance, and at what was booked on this day.`,
  },
  sign: 'Sign this report',
  noDays: ({ day }) => `none yet: the first day, ${day}, is not over`,
  notYet: 'It can be signed once its last day is over.',
  signHint: 'Your signature fixes the content. Another person signs the same content; one of the two is an approver.',
  signRed: 'The report has issues. Say why you are signing it anyway; the note becomes part of what is signed.',
  note: 'Note',
  signSecond: 'Sign as the second person',
  refusals: {
    not_allowed: 'Preparers and approvers can sign; one of the two signatures must be an approver’s.',
    not_found: 'There is no such report.',
    not_over: 'Its last day is not over yet.',
    changed: 'The ledger changed while you were viewing it. Read the report again before you sign.',
    note_missing: 'The report has issues: say why you are signing it anyway.',
    signed_before: 'It has already been signed.',
    same_person: 'You signed it first. Another person has to sign second.',
    own_link: 'You or whoever signed first came in by a link that the other made, or one person made both links, so you count as one person. Sign in by the sign-in provider, or have another owner or the command line make you a link.',
    needs_approver: 'One of the two signatures has to be an approver’s.',
    withdrawn: 'Its first signature was withdrawn.',
    not_yours: 'Only the person who signed can withdraw the signature.',
  },
  done: {
    signed: 'Signed.',
    signed_second: 'Signed by two people.',
    withdrawn: 'Withdrawn. The report can be signed again.',
  },
  files: {
    csv: 'CSV',
    xlsx: 'Excel (XLSX)',
    print: 'To print it or save it as PDF, use your browser’s print function.',
  },
  signedFile: 'Signed file (JSON)',
  verify: 'Check it without this service: npm run verify-books -- --report FILE --jwks FILE',
  hash: 'SHA-256 of its content',
  signedBy: ({ nth }) => `${nth === 1 ? 'First signature' : 'Second signature'}`,
  toSign: 'Name, date, signature',
  sections: {
    header: 'Report',
    roll: 'Opening to closing balance',
    timing: 'Timing differences (provider less ledger)',
    statements: 'Statements',
    lines: 'Statement lines by kind',
    exceptions: 'Exceptions by class',
    paidWithoutLine: 'Paid in the ledger, without a statement line',
    linesWithoutAttempt: 'Statement lines without a payment',
    byHand: 'Matched manually',
    offers: 'Budget',
    flows: 'Changes in the period',
    budget: 'Budget breakdown',
    beside: 'Outside the budget',
    neverClaimed: 'Not paid, with no payment under way',
    erased: 'Erased personal data',
  },
  timing: {
    came_back: 'Taken by the provider, and returned on a later day',
    booked_later: 'Paid in the ledger, booked by the provider on a later day',
    booked_earlier: 'Booked by the provider, paid in the ledger on a later day',
    closed_later: 'About an exception, and booked on a later day',
    opening: 'Held before the first statement, and booked on a later day',
  },
  timingUntil: ({ day }) => `until ${day}`,
  columns: {
    item: 'Item',
    reference: 'Reference',
    providerId: 'Provider’s number',
    day: 'Day',
    count: 'Count',
    money: 'Amount',
    opening: 'Opening',
    beside: 'Provider',
    detail: 'Details',
  },
  closing: 'Closing',
  ledger: 'Ledger',
  empty: ({ sections }) => `Nothing under: ${sections}`,
  more: ({ count }) => `${count} more are counted but not listed.`,
  items: {
    account: 'Account',
    study: 'Study',
    days: 'Days',
    zone: 'Time zone',
    rules: 'Matching rules',
    costCentre: 'Cost centre',
    projectCode: 'Project code',
    notCovered: 'Days without a statement',
    note: 'Note',
    closes: 'Closed at',
    opening: 'Opening balance',
    funded: '+ funded',
    paid: '− paid',
    fees: '− fees',
    returned: '+ returned',
    other: '+ other',
    ofWhichOutside: 'of which paid outside',
    closing: '= closing balance',
    opened: 'in this period',
    open: 'open',
    total: 'Budget',
    available: 'Available',
    reserved: 'Reserved',
    liability: 'Owed',
    clearing: 'In clearing',
    paidTotal: 'Paid',
    budget: 'Budget',
    paidOut: 'Paid',
    paidOutside: 'Paid outside',
    feesBorne: 'Fees',
    taxBorne: 'Tax',
    returnedTo: 'Returned to the funder',
    left: 'Remaining',
    makes: 'Total',
    providerFees: 'Provider fees, paid from the provider account',
    erasedPayee: 'Payees’ accounts',
    erasedAnswers: 'Answers',
  },
  neverClaimedHint: 'As the vouchers are now, expired ones included. Where payments are under way, this is not all that is owed.',
  erasedHint: 'A keyed hash of each account is kept, so that it is never paid twice.',
  age: ({ workingDays }) => `oldest ${workingDays} working days`,
  ageDays: ({ days }) => `${days === 1 ? `${days} day` : `${days} days`}`,
  importedBy: ({ name }) => `uploaded by ${name}`,
  madeBy: ({ maker, checker, reason }) => `${maker} proposed, ${checker} confirmed: ${reason}`,
  rules: {
    provider_id: 'provider’s number',
    reference: 'reference',
    group: 'lines of one payment',
    batch: 'whole batch',
    by_hand: 'manual',
  },
  lineKinds: {
    payment: 'Payment',
    fee: 'Fee',
    return: 'Return',
    topup: 'Top-up',
    tax: 'Tax',
    other: 'Other',
    unknown: 'Unknown',
  },
  directions: {
    debit: 'out',
    credit: 'in',
  },
  accountsOf: {
    funding: 'funder',
    available: 'available',
    reserved: 'reserved',
    liability: 'owed',
    clearing: 'in clearing',
    paid: 'paid',
    outside: 'paid outside',
    tax: 'tax',
  },
  states: {
    open: 'not paid',
    issued: 'not claimed',
    expired: 'expired',
  },
  register: {
    title: 'Payment register',
    batch: 'Batch',
    period: 'Period',
    provider: 'Paid through',
    lines: 'Payments',
    sum: 'Total',
    prepared: 'Prepared by',
    approved: 'Approved by',
    booked: 'Booked by',
    link: 'Payment register',
  },
  back: 'Back to the reports',
  ageUnknown: 'age unknown',
  mayNot: {
    same_person: 'You signed first, so another person has to sign second. Until then you can withdraw your signature.',
    own_link: 'You or whoever signed first came in by a link that the other made, or one person made both links, so you count as one person. Sign in by the sign-in provider, or have another owner or the command line make you a link.',
    not_allowed: 'Needs a second signature, which a preparer or an approver gives.',
    needs_approver: 'Needs a second signature. A preparer signed first, so an approver has to sign second.',
    signed_before: 'It has already been signed.',
  },
  withdraw: 'Withdraw my signature',
  withdrawn: 'Signature withdrawn',
  halfSigned: ({ n }) => `Version ${n} says the same and needs a second signature: open it.`,
  yours: 'You can sign it',
  lineAt: ({ statement, row, key }) => `statement ${statement}, row ${row}, line ${key}`,
}

const zhHans: ReportsMessages = {
  title: '报表',
  about: '报表由两人签署：一人先签，内容随即固定；另一人再签同一内容。签署后的报表不再改变；账目如有变动，由下一版本说明。',
  accounts: '支付渠道账户',
  noAccounts: '尚未发出付款，也未上传对账单。',
  studies: '研究',
  days: '日报',
  month: ({ year, month }) => `${year}年${month}`,
  months: '月报',
  certificate: '结项证明',
  signedReports: '已签署的报表',
  noneSigned: '尚无已签署的报表。',
  kinds: {
    day: '日报',
    month: '月报',
    study: '研究报表',
    closing: '结项证明',
  },
  version: ({ n }) => `第${n}版`,
  signatures: ({ n }) => `${n === 0 ? '等待第二人签署' : n === 1 ? '等待第二人签署' : '两人已签署'}`,
  now: '当前账目',
  differs: '当前账目与已签署的内容不一致。',
  asSigned: '以下为签署时的内容，不会改变。',
  older: '之后已签署新的版本。',
  clean: '没有异常项目。',
  cleanButTiming: '没有异常项目：余额之差均为未达账项，见下方。',
  faults: {
    open_exceptions: '有未关闭的差异。',
    balance_break: '支付渠道余额与账目不符。',
    not_covered: '部分日期没有已生效的对账单。',
    unmatched: '有付款缺少对账单记录，或有记录缺少付款。',
    does_not_add_up: '合计不平。',
    under_way: '仍有款项待付或支付中。',
  },
  balanceCauses: {
    exceptions: ({ difference }) => `差额：${difference}。未关闭的差异见下方，关闭后即知原因。`,
    unmatched: ({ difference }) => `差额：${difference}。缺少对应记录的付款或对账单记录见下方。`,
    before: ({ difference }) => `差额：${difference}。期初已存在，请查看前一日的报表。`,
    unknown: ({ difference }) => `差额：${difference}。本页未能说明原因：请核对对账单的最后余额以及当日入账。`,
  },
  sign: '签署本报表',
  noDays: ({ day }) => `暂无：首日${day}尚未结束`,
  notYet: '最后一天结束后才能签署。',
  signHint: '签署后内容即固定，由另一人签署相同内容；两人中须有一位审批人。',
  signRed: '报表有异常项目。请说明为何仍然签署；说明属于签署内容。',
  note: '说明',
  signSecond: '作为第二人签署',
  refusals: {
    not_allowed: '制单人和审批人可以签署，其中一次须由审批人签署。',
    not_found: '没有这份报表。',
    not_over: '报表的最后一天尚未结束。',
    changed: '查看期间账目有变动，请重新阅读后再签署。',
    note_missing: '报表有异常项目，请说明为何仍然签署。',
    signed_before: '已经签署。',
    same_person: '您是第一签署人，须由另一人签署。',
    own_link: '您与第一签署人中有一方的登录链接由另一方生成，或两个链接由同一人生成，因此视为同一人。请通过登录服务登录，或请其他负责人或用命令行为您生成链接。',
    needs_approver: '两次签署中须有一次由审批人签署。',
    withdrawn: '首次签署已撤回。',
    not_yours: '只有签署人可以撤回签署。',
  },
  done: {
    signed: '已签署。',
    signed_second: '两人已签署。',
    withdrawn: '签署已撤回，报表可重新签署。',
  },
  files: {
    csv: 'CSV',
    xlsx: 'Excel（XLSX）',
    print: '如需打印或另存为PDF，请使用浏览器的打印功能。',
  },
  signedFile: '签名文件（JSON）',
  verify: '不依赖本服务即可核验：npm run verify-books -- --report FILE --jwks FILE',
  hash: '内容的SHA-256',
  signedBy: ({ nth }) => `${nth === 1 ? '第一签署人' : '第二签署人'}`,
  toSign: '姓名、日期、签字',
  sections: {
    header: '报表信息',
    roll: '期初至期末',
    timing: '未达账项（支付渠道减账目）',
    statements: '对账单',
    lines: '对账单记录（按类型）',
    exceptions: '差异（按类别）',
    paidWithoutLine: '账目已付、对账单无记录',
    linesWithoutAttempt: '对账单有记录、账目无付款',
    byHand: '人工匹配',
    offers: '预算',
    flows: '期间变动',
    budget: '预算去向',
    beside: '预算之外',
    neverClaimed: '未支付且未在付款流程中',
    erased: '已清除的个人信息',
  },
  timing: {
    came_back: '支付渠道已扣款，日后退回',
    booked_later: '账上已付，支付渠道日后入账',
    booked_earlier: '支付渠道已入账，账上日后记为已付',
    closed_later: '属于差异，日后入账',
    opening: '首份对账单之前已有，日后入账',
  },
  timingUntil: ({ day }) => `至${day}`,
  columns: {
    item: '项目',
    reference: '编号',
    providerId: '渠道单号',
    day: '日期',
    count: '笔数',
    money: '金额',
    opening: '期初',
    beside: '支付渠道',
    detail: '说明',
  },
  closing: '期末',
  ledger: '账目',
  empty: ({ sections }) => `以下各项均无记录：${sections}`,
  more: ({ count }) => `另有${count}笔已计入合计，未列出。`,
  items: {
    account: '账户',
    study: '研究',
    days: '日期',
    zone: '时区',
    rules: '匹配规则',
    costCentre: '成本中心',
    projectCode: '项目编号',
    notCovered: '没有对账单的日期',
    note: '说明',
    closes: '截止时间',
    opening: '期初余额',
    funded: '+ 充值',
    paid: '− 付款',
    fees: '− 手续费',
    returned: '+ 退回',
    other: '+ 其他',
    ofWhichOutside: '其中账外已付',
    closing: '= 期末余额',
    opened: '本期',
    open: '未关闭',
    total: '预算',
    available: '可用',
    reserved: '预留',
    liability: '应付',
    clearing: '支付中',
    paidTotal: '已付',
    budget: '预算',
    paidOut: '已付',
    paidOutside: '账外已付',
    feesBorne: '手续费',
    taxBorne: '税款',
    returnedTo: '退还出资方',
    left: '剩余',
    makes: '合计',
    providerFees: '由支付渠道账户承担的手续费',
    erasedPayee: '收款账户',
    erasedAnswers: '答卷',
  },
  neverClaimedHint: '以奖励券的当前状态为准，含已过期的。有付款正在进行时，此处不是应付的全部。',
  erasedHint: '每个账户仅保留带密钥的哈希值，用于防止重复付款。',
  age: ({ workingDays }) => `最早已${workingDays}个工作日`,
  ageDays: ({ days }) => `${days}天`,
  importedBy: ({ name }) => `上传人：${name}`,
  madeBy: ({ maker, checker, reason }) => `${maker}提议，${checker}确认：${reason}`,
  rules: {
    provider_id: '渠道单号',
    reference: '编号',
    group: '同一付款的其他行',
    batch: '整个批次',
    by_hand: '人工匹配',
  },
  lineKinds: {
    payment: '付款',
    fee: '手续费',
    return: '退回',
    topup: '充值',
    tax: '税款',
    other: '其他',
    unknown: '未知类型',
  },
  directions: {
    debit: '支出',
    credit: '收入',
  },
  accountsOf: {
    funding: '出资方',
    available: '可用',
    reserved: '预留',
    liability: '应付',
    clearing: '支付中',
    paid: '已付',
    outside: '账外已付',
    tax: '税款',
  },
  states: {
    open: '未支付',
    issued: '未领取',
    expired: '已过期',
  },
  register: {
    title: '付款登记表',
    batch: '批次',
    period: '期间',
    provider: '付款方式',
    lines: '付款笔数',
    sum: '合计',
    prepared: '制单人',
    approved: '审批人',
    booked: '记账人',
    link: '付款登记表',
  },
  back: '返回报表',
  ageUnknown: '账龄未知',
  mayNot: {
    same_person: '您已作首次签署，须由另一人作第二次签署。在此之前可撤回您的签署。',
    own_link: '您与第一签署人中有一方的登录链接由另一方生成，或两个链接由同一人生成，因此视为同一人。请通过登录服务登录，或请其他负责人或用命令行为您生成链接。',
    not_allowed: '须由制单人或审批人作第二次签署。',
    needs_approver: '须作第二次签署。首次由制单人签署，第二次须由审批人签署。',
    signed_before: '该报表已签署。',
  },
  withdraw: '撤回签署',
  withdrawn: '签署已撤回',
  halfSigned: ({ n }) => `版本${n}内容相同，尚待第二次签署：请打开查看。`,
  yours: '可由您签署',
  lineAt: ({ statement, row, key }) => `对账单${statement}，第${row}行，记录${key}`,
}

const zhHant: ReportsMessages = {
  title: '報表',
  about: '報表由兩人簽署：一人先簽，內容隨即固定；另一人再簽同一內容。簽署後的報表不再改變；賬目如有變動，由下一版本說明。',
  accounts: '支付渠道賬戶',
  noAccounts: '尚未發出付款，亦未上載結單。',
  studies: '研究',
  days: '日報',
  month: ({ year, month }) => `${year}年${month}`,
  months: '月報',
  certificate: '結項證明',
  signedReports: '已簽署的報表',
  noneSigned: '尚無已簽署的報表。',
  kinds: {
    day: '日報',
    month: '月報',
    study: '研究報表',
    closing: '結項證明',
  },
  version: ({ n }) => `第${n}版`,
  signatures: ({ n }) => `${n === 0 ? '等待第二人簽署' : n === 1 ? '等待第二人簽署' : '兩人已簽署'}`,
  now: '目前賬目',
  differs: '目前賬目與已簽署的內容不一致。',
  asSigned: '以下為簽署時的內容，不會改變。',
  older: '其後已簽署新的版本。',
  clean: '沒有異常項目。',
  cleanButTiming: '沒有異常項目：結餘之差均為未達賬項，見下方。',
  faults: {
    open_exceptions: '有未關閉的差異。',
    balance_break: '支付渠道結餘與賬目不符。',
    not_covered: '部分日期沒有已生效的結單。',
    unmatched: '有付款缺少結單紀錄，或有紀錄缺少付款。',
    does_not_add_up: '合計不平。',
    under_way: '仍有款項待付或支付中。',
  },
  balanceCauses: {
    exceptions: ({ difference }) => `差額：${difference}。未關閉的差異見下方，關閉後即知原因。`,
    unmatched: ({ difference }) => `差額：${difference}。缺少對應紀錄的付款或結單紀錄見下方。`,
    before: ({ difference }) => `差額：${difference}。期初已存在，請查看前一日的報表。`,
    unknown: ({ difference }) => `差額：${difference}。本頁未能說明原因：請核對結單的最後結餘及當日入賬。`,
  },
  sign: '簽署本報表',
  noDays: ({ day }) => `暫無：首日${day}尚未結束`,
  notYet: '最後一天結束後才能簽署。',
  signHint: '簽署後內容即固定，由另一人簽署相同內容；兩人中須有一位審批人。',
  signRed: '報表有異常項目。請說明為何仍然簽署；說明屬於簽署內容。',
  note: '說明',
  signSecond: '以第二人身份簽署',
  refusals: {
    not_allowed: '製單人和審批人可以簽署，其中一次須由審批人簽署。',
    not_found: '沒有這份報表。',
    not_over: '報表的最後一天尚未結束。',
    changed: '查看期間賬目有變動，請重新閱讀後再簽署。',
    note_missing: '報表有異常項目，請說明為何仍然簽署。',
    signed_before: '已經簽署。',
    same_person: '您是第一簽署人，須由另一人簽署。',
    own_link: '您與第一簽署人中有一方的登入連結由另一方產生，或兩個連結由同一人產生，因此視為同一人。請透過登入服務登入，或請其他負責人或用命令列為您產生連結。',
    needs_approver: '兩次簽署中須有一次由審批人簽署。',
    withdrawn: '首次簽署已撤回。',
    not_yours: '只有簽署人可以撤回簽署。',
  },
  done: {
    signed: '已簽署。',
    signed_second: '兩人已簽署。',
    withdrawn: '簽署已撤回，報表可重新簽署。',
  },
  files: {
    csv: 'CSV',
    xlsx: 'Excel（XLSX）',
    print: '如需列印或另存為PDF，請使用瀏覽器的列印功能。',
  },
  signedFile: '簽名檔案（JSON）',
  verify: '不依賴本服務即可核驗：npm run verify-books -- --report FILE --jwks FILE',
  hash: '內容的SHA-256',
  signedBy: ({ nth }) => `${nth === 1 ? '第一簽署人' : '第二簽署人'}`,
  toSign: '姓名、日期、簽署',
  sections: {
    header: '報表資料',
    roll: '期初至期末',
    timing: '未達賬項（支付渠道減賬目）',
    statements: '結單',
    lines: '結單紀錄（按類型）',
    exceptions: '差異（按類別）',
    paidWithoutLine: '賬目已付、結單無紀錄',
    linesWithoutAttempt: '結單有紀錄、賬目無付款',
    byHand: '人手配對',
    offers: '預算',
    flows: '期間變動',
    budget: '預算去向',
    beside: '預算以外',
    neverClaimed: '未支付且未在付款流程中',
    erased: '已清除的個人資料',
  },
  timing: {
    came_back: '支付渠道已扣款，其後退回',
    booked_later: '賬上已付，支付渠道其後入賬',
    booked_earlier: '支付渠道已入賬，賬上其後記為已付',
    closed_later: '屬於差異，其後入賬',
    opening: '首份結單之前已有，其後入賬',
  },
  timingUntil: ({ day }) => `至${day}`,
  columns: {
    item: '項目',
    reference: '編號',
    providerId: '渠道單號',
    day: '日期',
    count: '筆數',
    money: '金額',
    opening: '期初',
    beside: '支付渠道',
    detail: '說明',
  },
  closing: '期末',
  ledger: '賬目',
  empty: ({ sections }) => `以下各項均無記錄：${sections}`,
  more: ({ count }) => `另有${count}筆已計入合計，未列出。`,
  items: {
    account: '賬戶',
    study: '研究',
    days: '日期',
    zone: '時區',
    rules: '配對規則',
    costCentre: '成本中心',
    projectCode: '項目編號',
    notCovered: '沒有結單的日期',
    note: '說明',
    closes: '截止時間',
    opening: '期初結餘',
    funded: '+ 注資',
    paid: '− 付款',
    fees: '− 手續費',
    returned: '+ 退回',
    other: '+ 其他',
    ofWhichOutside: '其中賬外已付',
    closing: '= 期末結餘',
    opened: '本期',
    open: '未關閉',
    total: '預算',
    available: '可用',
    reserved: '預留',
    liability: '應付',
    clearing: '支付中',
    paidTotal: '已付',
    budget: '預算',
    paidOut: '已付',
    paidOutside: '賬外已付',
    feesBorne: '手續費',
    taxBorne: '稅款',
    returnedTo: '退還出資方',
    left: '剩餘',
    makes: '合計',
    providerFees: '由支付渠道賬戶承擔的手續費',
    erasedPayee: '收款賬戶',
    erasedAnswers: '答卷',
  },
  neverClaimedHint: '以獎賞券的目前狀態為準，含已過期的。有付款正在進行時，此處不是應付的全部。',
  erasedHint: '每個賬戶只保留附密鑰的雜湊值，用以防止重複付款。',
  age: ({ workingDays }) => `最早已${workingDays}個工作天`,
  ageDays: ({ days }) => `${days}天`,
  importedBy: ({ name }) => `上載人：${name}`,
  madeBy: ({ maker, checker, reason }) => `${maker}提議，${checker}確認：${reason}`,
  rules: {
    provider_id: '渠道單號',
    reference: '編號',
    group: '同一付款的其他行',
    batch: '整個批次',
    by_hand: '人手配對',
  },
  lineKinds: {
    payment: '付款',
    fee: '手續費',
    return: '退回',
    topup: '注資',
    tax: '稅款',
    other: '其他',
    unknown: '不明類型',
  },
  directions: {
    debit: '支出',
    credit: '收入',
  },
  accountsOf: {
    funding: '出資方',
    available: '可用',
    reserved: '預留',
    liability: '應付',
    clearing: '支付中',
    paid: '已付',
    outside: '賬外已付',
    tax: '稅款',
  },
  states: {
    open: '未支付',
    issued: '未領取',
    expired: '已過期',
  },
  register: {
    title: '付款登記表',
    batch: '批次',
    period: '期間',
    provider: '付款方式',
    lines: '付款筆數',
    sum: '合計',
    prepared: '製單人',
    approved: '審批人',
    booked: '記賬人',
    link: '付款登記表',
  },
  back: '返回報表',
  ageUnknown: '賬齡未知',
  mayNot: {
    same_person: '您已作首次簽署，須由另一人作第二次簽署。在此之前可撤回您的簽署。',
    own_link: '您與第一簽署人中有一方的登入連結由另一方產生，或兩個連結由同一人產生，因此視為同一人。請透過登入服務登入，或請其他負責人或用命令列為您產生連結。',
    not_allowed: '須由製單人或審批人作第二次簽署。',
    needs_approver: '須作第二次簽署。首次由製單人簽署，第二次須由審批人簽署。',
    signed_before: '該報表已簽署。',
  },
  withdraw: '撤回簽署',
  withdrawn: '簽署已撤回',
  halfSigned: ({ n }) => `版本${n}內容相同，尚待第二次簽署：請打開查看。`,
  yours: '可由您簽署',
  lineAt: ({ statement, row, key }) => `結單${statement}，第${row}行，紀錄${key}`,
}

const languages: Record<Language, ReportsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of reports, in one language. */
export function reportsMessages(language: Language): ReportsMessages {
  return languages[language]
}
