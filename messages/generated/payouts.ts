// Made from messages/*/payouts.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface PayoutsMessages {
  title: string
  about: string
  waiting: string
  nothingWaits: string
  study: string
  provider: string
  channel: string
  claims: string
  sum: string
  prepare: string
  prepareHint: string
  heldClaims: string
  heldHint: string
  batches: string
  noBatches: string
  batch: string
  madeOn: string
  payouts: string
  state: string
  nextStep: string
  steps: {
    approve: string
    approve_second: string
    send: string
    holders: string
    sweep: string
    report: string
    confirm: string
    none: string
  }
  batchTitle: (of: { study: string | number; day: string | number; count: number; sum: string | number }) => string
  preparedBy: string
  approvedBy: string
  notYet: string
  needs: (of: { approvals: number }) => string
  hash: string
  hashHint: string
  aside: (of: { count: number }) => string
  differs: string
  approve: string
  refuse: string
  cancel: string
  cancelHint: string
  ownBatch: string
  instruct: string
  instructHint: string
  files: string
  filesHint: string
  walletHint: string
  file: {
    csv: string
    xlsx: string
    pain001: string
  }
  upload: string
  uploadHint: string
  uploadButton: string
  report: string
  reportHint: string
  reportButton: string
  reported: (of: { paid: string | number; known: number; conflicts: number; unknown: number }) => string
  fileRefused: string
  line: (of: { n: string | number }) => string
  lines: string
  reference: string
  voucher: string
  amount: string
  attempt: string
  since: string
  next: string
  code: string
  reason: string
  details: string
  fail: string
  failHint: string
  failReason: string
  failCode: string
  failEvidence: string
  failButton: string
  failProposed: string
  payoutTitle: (of: { reference: string | number }) => string
  life: string
  when: string
  who: string
  what: string
  calls: string
  callNames: {
    send: string
    query: string
    cancel: string
  }
  ask: string
  askHint: string
  asked: string
  payee: string
  showPayee: string
  showPayeeHint: string
  clearing: string
  clearingAbout: string
  nothingInClearing: string
  nextIn: (of: { minutes: number }) => string
  nextInHours: (of: { hours: string | number; minutes: number }) => string
  nextNow: string
  byStaff: string
  inClearing: string
  batchStates: {
    frozen: string
    approved: string
    refused: string
    cancelled: string
    finished: string
  }
  soFar: string
  payoutStates: {
    queued: string
    open: string
    paid: string
    failed: string
    cancelled: string
    returned: string
  }
  attemptStates: {
    stored: string
    accepted: string
    awaiting_user: string
    unknown: string
    cancelling: string
    succeeded: string
    failed: string
    cancelled: string
  }
  claimStates: {
    ready: string
    held: string
    frozen: string
    paid: string
    ended: string
  }
  providers: {
    manual: string
    wechat: string
    alipay: string
    tremendous: string
  }
  channels: {
    wechat: string
    alipay: string
    fps: string
    alipayhk: string
    mpay: string
    bank: string
    gift: string
  }
  actors: {
    holder: string
    sweep: string
    service: string
  }
  refusals: {
    all_held: string
    nothing_ready: string
    moved_on: string
    not_offered: string
    not_carried: string
    not_found: string
    same_person: string
    approved_before: string
    own_link: string
    changed: string
    nothing_left: string
    not_approved: string
    closed: string
    would_settle_in_closure: string
    not_published: string
    waiting: string
    stopped: string
    evidence_missing: string
  }
  opensOn: (of: { day: string | number }) => string
  done: {
    prepared: string
    prepared_some_held: string
    approved: string
    first_approval: string
    refused: string
    cancelled: string
    instructed: string
  }
  back: string
  reasons: {
    checked_by_hand: string
    looks_genuine: string
    duplicate_person: string
    careless_answers: string
    not_eligible: string
    automated: string
    other: string
    lost_link: string
    wrong_person: string
    organiser_decision: string
    not_claimed_in_time: string
    account_in_use: string
    over_yearly_total: string
    changed_by_holder: string
    batch_cancelled: string
    reported_by_staff: string
    returned_by_provider: string
    paid_outside_the_books: string
    payee_not_found: string
    payee_name_mismatch: string
    payee_not_verified: string
    payee_limit: string
    payee_account_problem: string
    not_confirmed_in_time: string
    cancelled_before_closure: string
    cancelled_by_staff: string
    payer_balance: string
    payer_problem: string
    amount_limit: string
    declined_by_provider: string
    reported_by_mistake: string
    given_up: string
    disposable_mailbox: string
    many_of_one_domain: string
  }
  failedByStaff: (of: { why: string | number; code: string | number; evidence: string | number }) => string
  batchFailedByBank: (of: { why: string | number; code: string | number; count: string | number; sum: string | number; evidence: string | number }) => string
  maybePaid: string
  undo: {
    title: string
    what: string
    hint: string
    button: string
    back: string
    reason: string
    waiting: string
    refused: {
      moved_on: string
      not_by_hand: string
      erased: string
      proven: string
      in_exception: string
    }
  }
  evidenceFile: string
  evidenceErased: string
  results: {
    title: string
    reference: string
    says: string
    did: string
    count: (of: { count: number }) => string
    outcomes: {
      paid: string
      failed: string
      pending: string
    }
    done: {
      paid: string
      known: string
      proposed: string
      conflict: string
      unknown_reference: string
      pending: string
    }
    back: string
  }
}

const en: PayoutsMessages = {
  title: 'Payouts',
  about: 'One person prepares a batch, another approves it. Approval fixes its content by a hash; after that each payout is sent once, under one reference.',
  waiting: 'Claims waiting for payment',
  nothingWaits: 'No claims are waiting for payment.',
  study: 'Study',
  provider: 'Paid through',
  channel: 'Channel',
  claims: 'Claims',
  sum: 'Total',
  prepare: 'Prepare a batch',
  prepareHint: 'Takes the oldest claims, at most 200, and locks them with their accounts. Payments to a changed account wait a day.',
  heldClaims: 'Held claims',
  heldHint: 'Their account has another claim in the same study. Releasing one takes two people.',
  batches: 'Batches',
  noBatches: 'No batches yet. Claims that wait for payment are prepared as one, above.',
  batch: 'Batch',
  madeOn: 'Prepared on',
  payouts: 'Payouts',
  state: 'State',
  nextStep: 'Next',
  steps: {
    approve: 'An approver approves or rejects it',
    approve_second: 'Needs a second approver',
    send: 'The preparer releases it for payment',
    holders: 'Each holder confirms in WeChat',
    sweep: 'It is being sent',
    report: 'The preparer reports the bank’s results',
    confirm: 'Another person confirms what the bank reported',
    none: 'Nothing left to do',
  },
  batchTitle: ({ study, day, count, sum }) => `${study}, ${day}: ${count === 1 ? `${count} payout` : `${count} payouts`}, ${sum}`,
  preparedBy: 'Prepared by',
  approvedBy: 'Approved by',
  notYet: 'nobody yet',
  needs: ({ approvals }) => `${approvals === 1 ? 'Needs one approval.' : 'Above a limit: needs two approvals.'}`,
  hash: 'Content hash',
  hashHint: 'Covers every payout: voucher, amount, channel and encrypted payee.',
  aside: ({ count }) => `${count === 1 ? `${count} payment of this batch is` : `${count} payments of this batch are`} not being sent for now. They all go back to the claims that are ready, on the same day and within a week or so, and can go into another batch.`,
  differs: 'The batch has changed since it was locked. None of it will be sent. Tell the operator of this service.',
  approve: 'Approve this content',
  refuse: 'Reject the batch',
  cancel: 'Cancel what has not been sent',
  cancelHint: 'Its claims become ready for another batch. Payments already sent continue.',
  ownBatch: 'You prepared this batch, so another person has to approve it.',
  instruct: 'Release for payment',
  instructHint: 'Gives every payout its reference and moves its money to clearing. Then download the file and pay it at the bank.',
  files: 'Files for the bank',
  filesHint: 'They show payees in full; each download is recorded in the audit trail. Delete your copy once it is paid. To open it in a spreadsheet, take XLSX: from a CSV, spreadsheets drop leading zeros of banks and accounts.',
  walletHint: 'This channel is paid in its own app: pay each phone number of the CSV or XLSX, then upload the same file filled in, or tick what is paid. A bank file (pain.001) cannot pay it.',
  file: {
    csv: 'CSV',
    xlsx: 'Excel (XLSX)',
    pain001: 'ISO 20022 pain.001 (XML)',
  },
  upload: 'Bank results',
  uploadHint: 'CSV or XLSX with the columns reference and result (paid or failed), or pain.002. A file with any error is rejected as a whole.',
  uploadButton: 'Upload results',
  report: 'Or tick the paid ones',
  reportHint: 'Tick only what the bank confirms. Marking one as failed takes two people: open the payout.',
  reportButton: 'Mark the ticked ones as paid',
  reported: ({ paid, known, conflicts, unknown }) => `Paid: ${paid}.${known === 0 ? '' : ` Already reported: ${known}.`}${conflicts === 0 ? '' : ` To be checked: ${conflicts}.`}${unknown === 0 ? '' : ` Not in this batch: ${unknown}.`}`,
  fileRefused: 'The file was rejected as a whole, and nothing in it counts:',
  line: ({ n }) => `Line ${n}`,
  lines: 'Payouts of this batch',
  reference: 'Reference',
  voucher: 'Voucher',
  amount: 'Amount',
  attempt: 'Payment attempt',
  since: 'Since',
  next: 'Next check',
  code: 'Provider’s code',
  reason: 'Reason',
  details: 'Details',
  fail: 'The bank could not pay it',
  failHint: 'You propose it with evidence, and another person confirms. Only then can it be paid again.',
  failReason: 'Reason',
  failCode: 'The bank’s code',
  failEvidence: 'Where the evidence is (number of a letter or ticket; no name)',
  failButton: 'Propose: mark as failed',
  failProposed: 'Proposed. Another person has to confirm it.',
  payoutTitle: ({ reference }) => `Payout of voucher ${reference}`,
  life: 'History',
  when: 'When',
  who: 'By',
  what: 'Event',
  calls: 'Provider calls',
  callNames: {
    send: 'sent',
    query: 'status check',
    cancel: 'asked to cancel',
  },
  ask: 'Check with the provider now',
  askHint: 'A status check changes nothing by itself, and nothing is paid again because of it.',
  asked: 'Checked. The provider’s answer is below.',
  payee: 'Payee',
  showPayee: 'Show the payee in full',
  showPayeeHint: 'The audit trail records that you viewed it.',
  clearing: 'In clearing',
  clearingAbout: 'Payment instructed, outcome not known yet. Nothing here is paid again without evidence, and nothing is lost.',
  nothingInClearing: 'Nothing is in clearing.',
  nextIn: ({ minutes }) => `${minutes === 0 ? 'in less than a minute' : `in ${minutes} min`}`,
  nextInHours: ({ hours, minutes }) => `in ${hours} h${minutes === 0 ? '' : ` ${minutes} min`}`,
  nextNow: 'now',
  byStaff: 'when staff report it',
  inClearing: 'In clearing',
  batchStates: {
    frozen: 'Awaiting approval',
    approved: 'Approved',
    refused: 'Rejected',
    cancelled: 'Cancelled',
    finished: 'Finished',
  },
  soFar: 'So far',
  payoutStates: {
    queued: 'Waiting to be sent',
    open: 'Being paid',
    paid: 'Paid',
    failed: 'Not paid',
    cancelled: 'Cancelled',
    returned: 'Returned',
  },
  attemptStates: {
    stored: 'Stored',
    accepted: 'Handed over',
    awaiting_user: 'Waiting for the holder',
    unknown: 'Outcome unknown',
    cancelling: 'Being cancelled',
    succeeded: 'Paid',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  claimStates: {
    ready: 'Ready',
    held: 'Held',
    frozen: 'In a batch',
    paid: 'Paid',
    ended: 'Ended',
  },
  providers: {
    manual: 'Manual',
    wechat: 'WeChat Pay',
    alipay: 'Alipay',
    tremendous: 'Tremendous',
  },
  channels: {
    wechat: 'WeChat Pay',
    alipay: 'Alipay',
    fps: 'FPS',
    alipayhk: 'AlipayHK',
    mpay: 'MPay',
    bank: 'Bank account',
    gift: 'Gift link',
  },
  actors: {
    holder: 'holder',
    sweep: 'system',
    service: 'system',
  },
  refusals: {
    all_held: 'Each of them would take its payee over the yearly threshold. They are now among the held claims and need two people.',
    nothing_ready: 'No such claims are ready now.',
    moved_on: 'Somebody else acted first: this is the current state.',
    not_offered: 'No configured provider pays this channel and currency.',
    not_carried: 'This provider does not pay so little or so much of this currency at once. Choose another one.',
    not_found: 'There is no such batch.',
    same_person: 'The person who prepared a batch cannot approve it.',
    approved_before: 'You have already approved it; it needs a second person.',
    own_link: 'Whoever prepared it, or gave the other approval, made the link by which you or they signed in, so you count as one person. Sign in by the sign-in provider, or have another owner or the command line make you a link.',
    changed: 'Its content has changed since it was locked: nothing was approved or sent.',
    nothing_left: 'It has nothing left to cancel.',
    not_approved: 'It is not approved.',
    closed: 'Today is a closed day: no payments go out.',
    would_settle_in_closure: 'It is too close to a closure: the provider could still pay on a closed day.',
    not_published: 'The calendar for these days is not published: no payments go out until it is.',
    waiting: 'It has already been proposed and needs a second person.',
    stopped: 'Payments from this account are stopped until an exception is closed.',
    evidence_missing: 'Say where the evidence is.',
  },
  opensOn: ({ day }) => `It can go out from ${day}.`,
  done: {
    prepared: 'Prepared and locked. Now another person has to approve it.',
    prepared_some_held: 'Prepared and locked. Some claims would take their payee over the yearly threshold: they are among the held claims.',
    approved: 'Approved.',
    first_approval: 'Your approval counts. It needs a second person.',
    refused: 'Rejected. Its claims are ready again.',
    cancelled: 'Cancelled. What had not been sent is ready again.',
    instructed: 'Released for payment: every payout has its reference, and its money is in clearing.',
  },
  back: 'All payouts',
  reasons: {
    checked_by_hand: 'Needs a manual check',
    looks_genuine: 'Looks genuine',
    duplicate_person: 'Same person answered twice',
    careless_answers: 'Careless answers',
    not_eligible: 'Not eligible',
    automated: 'Answered by a program',
    other: 'Other reason',
    lost_link: 'Link lost',
    wrong_person: 'Sent to the wrong person',
    organiser_decision: 'The organiser’s decision',
    not_claimed_in_time: 'Not claimed in time',
    account_in_use: 'The account has another claim in this study',
    over_yearly_total: 'The account’s total for the year is over the threshold',
    changed_by_holder: 'The holder changed the account',
    batch_cancelled: 'The batch was cancelled',
    reported_by_staff: 'Reported by staff',
    returned_by_provider: 'The provider returned the money',
    paid_outside_the_books: 'Paid by an attempt recorded as failed',
    payee_not_found: 'The account does not exist',
    payee_name_mismatch: 'The name does not match the account',
    payee_not_verified: 'The account is not verified',
    payee_limit: 'The account has reached a limit',
    payee_account_problem: 'The account cannot receive money',
    not_confirmed_in_time: 'Not confirmed within 24 hours',
    cancelled_before_closure: 'Cancelled before a closure',
    cancelled_by_staff: 'Cancelled',
    payer_balance: 'Our balance at the provider is too low',
    payer_problem: 'A problem with our account at the provider',
    amount_limit: 'The amount is outside the provider’s limits',
    declined_by_provider: 'The provider declined',
    reported_by_mistake: 'Marked as paid by mistake',
    given_up: 'Given up by its holder',
    disposable_mailbox: 'The mailbox is of a kind that is thrown away',
    many_of_one_domain: 'Many claims within a day have mailboxes of this one domain',
  },
  failedByStaff: ({ why, code, evidence }) => `This payout failed: ${why}${code}. Evidence: ${evidence}. Once confirmed, it can be paid again.`,
  batchFailedByBank: ({ why, code, count, sum, evidence }) => `The bank rejected the batch as a whole: ${why}${code}. Payouts: ${count}, in total ${sum}. Evidence: ${evidence}. Once confirmed, all of them can be paid again.`,
  maybePaid: 'The code says that the bank received the batch before: ask the bank first whether that one was paid.',
  undo: {
    title: 'Undo “paid”',
    what: 'Undo “paid”: the payment is under way again',
    hint: 'For a payment that was marked as paid by mistake. You propose it, another person confirms. Then it is under way again: it can be marked as paid, or as failed, or a statement proves it. The person it is for sees that it is on its way.',
    button: 'Propose: undo “paid”',
    back: 'Back to the payout',
    reason: 'Please say why, in at most 500 characters.',
    waiting: 'It has been proposed already, and waits for another person.',
    refused: {
      moved_on: 'This payout is not paid, so there is nothing to undo.',
      not_by_hand: 'The provider itself said that it is paid. Only a statement can show otherwise.',
      erased: 'The account that it was paid to has been erased, so it could not be paid again.',
      proven: 'A statement proves this payment. If the money came back, the statement that says so opens an exception.',
      in_exception: 'An exception about this payment is open. Close that: it decides what becomes of the payment.',
    },
  },
  evidenceFile: 'Download the file',
  evidenceErased: 'The file was erased together with the payees of its batch.',
  results: {
    title: 'What the file did',
    reference: 'Reference',
    says: 'The file says',
    did: 'What was done',
    count: ({ count }) => `${count === 1 ? `${count} line` : `${count} lines`}`,
    outcomes: {
      paid: 'paid',
      failed: 'failed',
      pending: 'not decided yet',
    },
    done: {
      paid: 'Marked as paid',
      known: 'Known already: nothing changed',
      proposed: 'Proposed as failed: a second person confirms it',
      conflict: 'Contradicts what is known: an exception waits',
      unknown_reference: 'Not of this batch: nothing was touched',
      pending: 'Nothing: the bank has not decided yet',
    },
    back: 'Back to the batch',
  },
}

const zhHans: PayoutsMessages = {
  title: '付款',
  about: '一人创建批次，另一人审批。审批后内容由哈希值固定；此后每笔付款以唯一编号只发出一次。',
  waiting: '等待付款的申领',
  nothingWaits: '没有等待付款的申领。',
  study: '研究',
  provider: '付款渠道',
  channel: '收款方式',
  claims: '申领数',
  sum: '金额',
  prepare: '创建批次',
  prepareHint: '选取最早的申领（最多200笔），连同其收款账户一并锁定。更改过的账户须等待一天。',
  heldClaims: '暂缓的申领',
  heldHint: '其账户在同一研究中已有其他申领。须由两人放行。',
  batches: '批次',
  noBatches: '尚无批次。请在上方把等待付款的申领编成批次。',
  batch: '批次',
  madeOn: '创建日期',
  payouts: '付款笔数',
  state: '状态',
  nextStep: '下一步',
  steps: {
    approve: '由审批人批准或退回',
    approve_second: '还需第二位审批人',
    send: '由制单人交付付款',
    holders: '由每位持有人在微信中确认',
    sweep: '正在发送',
    report: '由制单人登记银行结果',
    confirm: '由另一人确认银行结果',
    none: '无需操作',
  },
  batchTitle: ({ study, day, count, sum }) => `${study}，${day}：${count}笔付款，共${sum}`,
  preparedBy: '制单人',
  approvedBy: '审批人',
  notYet: '尚无',
  needs: ({ approvals }) => `${approvals === 1 ? '需一人批准。' : '超过限额：需两人批准。'}`,
  hash: '内容哈希',
  hashHint: '涵盖每笔付款：奖励券、金额、收款方式及加密后的收款人。',
  aside: ({ count }) => `本批次有${count}笔付款暂不发出。约一周内，它们会在同一天一并退回待付款的领取，之后可放入新的批次。`,
  differs: '批次内容与锁定时不同，不会发出任何付款；请告知本服务的运维人员。',
  approve: '批准此内容',
  refuse: '退回批次',
  cancel: '取消尚未发出的付款',
  cancelHint: '相关申领可编入其他批次。已发出的付款继续处理。',
  ownBatch: '此批次由您创建，须由他人审批。',
  instruct: '交付付款',
  instructHint: '为每笔付款分配编号，并将款项计入支付中。随后下载文件，到银行付款。',
  files: '银行文件',
  filesHint: '文件含完整收款信息，每次下载均记入审计记录。付款后请删除您的副本。如用电子表格打开，请取XLSX：打开CSV时，银行和账号开头的零会丢失。',
  walletHint: '此渠道在其应用中付款：请按CSV或XLSX中的电话号码逐笔支付，再上传填好结果的同一文件，或勾选已付的各笔。银行文件（pain.001）无法支付。',
  file: {
    csv: 'CSV',
    xlsx: 'Excel（XLSX）',
    pain001: 'ISO 20022 pain.001（XML）',
  },
  upload: '银行结果',
  uploadHint: '含“编号”和“结果”（paid或failed）两列的CSV或XLSX，或pain.002。文件有误则整份拒收。',
  uploadButton: '上传结果',
  report: '或勾选已付款项',
  reportHint: '仅勾选银行已确认的款项。登记失败须由两人完成：请打开该笔付款。',
  reportButton: '将勾选的登记为已付',
  reported: ({ paid, known, conflicts, unknown }) => `已付：${paid}。${known === 0 ? '' : `此前已登记：${known}。`}${conflicts === 0 ? '' : `需核查：${conflicts}。`}${unknown === 0 ? '' : `不在此批次：${unknown}。`}`,
  fileRefused: '文件整份被拒收，其中内容均不计入：',
  line: ({ n }) => `第${n}行`,
  lines: '此批次的付款',
  reference: '付款编号',
  voucher: '奖励券',
  amount: '金额',
  attempt: '付款尝试',
  since: '开始于',
  next: '下次查询',
  code: '渠道代码',
  reason: '原因',
  details: '详情',
  fail: '银行未能付款',
  failHint: '由您附证据提议，另一人确认。确认后才能再次付款。',
  failReason: '原因',
  failCode: '银行代码',
  failEvidence: '证据所在（函件或工单编号，勿写姓名）',
  failButton: '提议：登记为失败',
  failProposed: '已提议，须由另一人确认。',
  payoutTitle: ({ reference }) => `奖励券${reference}的付款`,
  life: '操作记录',
  when: '时间',
  who: '操作人',
  what: '事项',
  calls: '渠道调用',
  callNames: {
    send: '发送',
    query: '查询',
    cancel: '请求取消',
  },
  ask: '立即向渠道查询',
  askHint: '查询本身不改变任何内容，也不会因此再次付款。',
  asked: '已查询，渠道的答复见下。',
  payee: '收款人',
  showPayee: '显示完整收款信息',
  showPayeeHint: '您的查看将记入审计记录。',
  clearing: '支付中',
  clearingAbout: '已发出指令而结果未明。取得证据前不会再次付款，也不会遗失。',
  nothingInClearing: '没有支付中的款项。',
  nextIn: ({ minutes }) => `${minutes === 0 ? '一分钟内' : `${minutes}分钟后`}`,
  nextInHours: ({ hours, minutes }) => `${hours}小时${minutes === 0 ? '' : `${minutes}分钟`}后`,
  nextNow: '现在',
  byStaff: '待工作人员登记',
  inClearing: '支付中',
  batchStates: {
    frozen: '待批准',
    approved: '已批准',
    refused: '已退回',
    cancelled: '已取消',
    finished: '已完成',
  },
  soFar: '进度',
  payoutStates: {
    queued: '待发送',
    open: '支付中',
    paid: '已付',
    failed: '未付成功',
    cancelled: '已取消',
    returned: '已退回',
  },
  attemptStates: {
    stored: '已登记',
    accepted: '已交付',
    awaiting_user: '待持有人确认',
    unknown: '结果未明',
    cancelling: '取消中',
    succeeded: '已付',
    failed: '失败',
    cancelled: '已取消',
  },
  claimStates: {
    ready: '待付',
    held: '暂缓',
    frozen: '已编入批次',
    paid: '已付',
    ended: '已结束',
  },
  providers: {
    manual: '人工付款',
    wechat: '微信支付',
    alipay: '支付宝',
    tremendous: 'Tremendous',
  },
  channels: {
    wechat: '微信支付',
    alipay: '支付宝',
    fps: '转数快',
    alipayhk: '支付宝香港',
    mpay: '澳门钱包',
    bank: '银行账户',
    gift: '礼品链接',
  },
  actors: {
    holder: '持有人',
    sweep: '系统',
    service: '系统',
  },
  refusals: {
    all_held: '这些申领都会使收款人当年累计超过设定额度，已转为暂缓，须由两人处理。',
    nothing_ready: '目前没有此类待付的申领。',
    moved_on: '他人已先行操作，现状如下。',
    not_offered: '没有已配置的渠道支持此收款方式和币种。',
    not_carried: '此渠道单笔不支持这么小或这么大的金额，请选择其他渠道。',
    not_found: '没有此批次。',
    same_person: '制单人不能审批自己的批次。',
    approved_before: '您已批准过，还需第二人批准。',
    own_link: '您或另一方登录所用的链接由制单人或另一审批人生成，因此视为同一人。请通过登录服务登录，或请其他负责人或用命令行为您生成链接。',
    changed: '内容与锁定时不同，未批准也未发送。',
    nothing_left: '没有可取消的付款。',
    not_approved: '尚未批准。',
    closed: '今天是停付日，不发出付款。',
    would_settle_in_closure: '距停付日过近，渠道可能在停付日支付。',
    not_published: '这些日期的日历尚未发布，发布前不发出付款。',
    waiting: '已有提议，正待他人确认。',
    stopped: '此账户已暂停付款，须先关闭差异。',
    evidence_missing: '请填写证据所在。',
  },
  opensOn: ({ day }) => `自${day}起可发出。`,
  done: {
    prepared: '已创建并锁定，须由他人审批。',
    prepared_some_held: '已创建并锁定。部分申领会使收款人当年累计超过设定额度，已转为暂缓。',
    approved: '已批准。',
    first_approval: '您的批准已计入，还需第二人。',
    refused: '已退回，相关申领恢复待付。',
    cancelled: '已取消，尚未发出的恢复待付。',
    instructed: '已交付：每笔付款均有编号，款项已计入支付中。',
  },
  back: '所有付款',
  reasons: {
    checked_by_hand: '需人工核对',
    looks_genuine: '看来属实',
    duplicate_person: '同一人重复作答',
    careless_answers: '作答不认真',
    not_eligible: '不符合条件',
    automated: '由程序作答',
    other: '其他原因',
    lost_link: '链接遗失',
    wrong_person: '发给了错误的人',
    organiser_decision: '主办方决定',
    not_claimed_in_time: '逾期未领取',
    account_in_use: '该账户在本研究中已有其他申领',
    over_yearly_total: '该账户当年累计超过设定额度',
    changed_by_holder: '持有人更改了账户',
    batch_cancelled: '批次已取消',
    reported_by_staff: '由工作人员登记',
    returned_by_provider: '渠道退回款项',
    paid_outside_the_books: '已由记为失败的付款尝试支付',
    payee_not_found: '账户不存在',
    payee_name_mismatch: '姓名与账户不符',
    payee_not_verified: '账户未实名认证',
    payee_limit: '账户已达限额',
    payee_account_problem: '账户无法收款',
    not_confirmed_in_time: '24小时内未确认',
    cancelled_before_closure: '停付日前取消',
    cancelled_by_staff: '已取消',
    payer_balance: '我方在渠道的余额不足',
    payer_problem: '我方在渠道的账户有问题',
    amount_limit: '金额超出渠道限制',
    declined_by_provider: '渠道拒绝',
    reported_by_mistake: '误标为已付款',
    given_up: '持有人已放弃',
    disposable_mailbox: '邮箱属于一次性邮箱',
    many_of_one_domain: '一天内有多份申领使用同一域名的邮箱',
  },
  failedByStaff: ({ why, code, evidence }) => `此笔付款失败：${why}${code}。证据：${evidence}。确认后可再次付款。`,
  batchFailedByBank: ({ why, code, count, sum, evidence }) => `银行拒绝了整批：${why}${code}。付款${count}笔，共${sum}。证据：${evidence}。确认后均可再次付款。`,
  maybePaid: '代码表示银行此前已收到该批次：请先向银行查明那一次是否已付。',
  undo: {
    title: '撤销“已付款”',
    what: '撤销“已付款”：付款恢复为处理中',
    hint: '用于误标为已付款的付款。由您提出，另一人确认。确认后，这笔付款恢复为处理中：可以重新标记为已付款或失败，也可以由对账单证实。收款人会看到款项正在处理。',
    button: '提出：撤销“已付款”',
    back: '返回付款',
    reason: '请说明原因，最多500个字符。',
    waiting: '已有人提出，正在等待另一人确认。',
    refused: {
      moved_on: '这笔付款不是已付款状态，无需撤销。',
      not_by_hand: '支付机构已确认付款，只有对账单才能表明并非如此。',
      erased: '收款账户资料已删除，撤销后将无法再次付款。',
      proven: '对账单已证实这笔付款。如款项被退回，相应的对账单会产生差异。',
      in_exception: '这笔付款有未关闭的差异。请先处理该差异，由它决定付款的结果。',
    },
  },
  evidenceFile: '下载文件',
  evidenceErased: '该文件已随本批次收款人信息一并删除。',
  results: {
    title: '文件处理结果',
    reference: '参考号',
    says: '文件内容',
    did: '处理结果',
    count: ({ count }) => `${count}行`,
    outcomes: {
      paid: '已付款',
      failed: '失败',
      pending: '尚无结果',
    },
    done: {
      paid: '已标记为已付款',
      known: '此前已知：无变化',
      proposed: '已提出标记为失败：需另一人确认',
      conflict: '与已知情况矛盾：已生成差异',
      unknown_reference: '不属于本批次：未作处理',
      pending: '未作处理：银行尚无结果',
    },
    back: '返回批次',
  },
}

const zhHant: PayoutsMessages = {
  title: '付款',
  about: '一人建立批次，另一人審批。審批後內容由雜湊值固定；其後每筆付款以唯一編號只發出一次。',
  waiting: '等待付款的申領',
  nothingWaits: '沒有等待付款的申領。',
  study: '研究',
  provider: '付款渠道',
  channel: '收款方式',
  claims: '申領數',
  sum: '金額',
  prepare: '建立批次',
  prepareHint: '選取最早的申領（最多200筆），連同其收款賬戶一併鎖定。更改過的賬戶須等待一天。',
  heldClaims: '暫緩的申領',
  heldHint: '其賬戶在同一研究中已有其他申領。須由兩人放行。',
  batches: '批次',
  noBatches: '尚無批次。請在上方將等待付款的申領編成批次。',
  batch: '批次',
  madeOn: '建立日期',
  payouts: '付款筆數',
  state: '狀態',
  nextStep: '下一步',
  steps: {
    approve: '由審批人批准或退回',
    approve_second: '尚需第二位審批人',
    send: '由製單人交付付款',
    holders: '由每位持有人在微信中確認',
    sweep: '正在發送',
    report: '由製單人登記銀行結果',
    confirm: '由另一人確認銀行結果',
    none: '無須操作',
  },
  batchTitle: ({ study, day, count, sum }) => `${study}，${day}：${count}筆付款，共${sum}`,
  preparedBy: '製單人',
  approvedBy: '審批人',
  notYet: '尚無',
  needs: ({ approvals }) => `${approvals === 1 ? '需一人批准。' : '超過限額：需兩人批准。'}`,
  hash: '內容雜湊',
  hashHint: '涵蓋每筆付款：獎賞券、金額、收款方式及加密後的收款人。',
  aside: ({ count }) => `本批次有${count}筆付款暫不發出。約一週內，它們會在同一天一併退回待付款的領取，之後可放入新的批次。`,
  differs: '批次內容與鎖定時不同，不會發出任何付款；請告知本服務的營運人員。',
  approve: '批准此內容',
  refuse: '退回批次',
  cancel: '取消尚未發出的付款',
  cancelHint: '相關申領可編入其他批次。已發出的付款繼續處理。',
  ownBatch: '此批次由您建立，須由他人審批。',
  instruct: '交付付款',
  instructHint: '為每筆付款分配編號，並將款項計入支付中。隨後下載檔案，到銀行付款。',
  files: '銀行檔案',
  filesHint: '檔案含完整收款資料，每次下載均記入審計紀錄。付款後請刪除您的副本。如用試算表開啟，請取XLSX：開啟CSV時，銀行和賬號開頭的零會遺失。',
  walletHint: '此渠道在其應用程式內付款：請按CSV或XLSX中的電話號碼逐筆支付，再上傳填好結果的同一檔案，或剔選已付的各筆。銀行檔案（pain.001）無法支付。',
  file: {
    csv: 'CSV',
    xlsx: 'Excel（XLSX）',
    pain001: 'ISO 20022 pain.001（XML）',
  },
  upload: '銀行結果',
  uploadHint: '含「編號」和「結果」（paid或failed）兩欄的CSV或XLSX，或pain.002。檔案有誤則整份拒收。',
  uploadButton: '上載結果',
  report: '或勾選已付款項',
  reportHint: '僅勾選銀行已確認的款項。登記失敗須由兩人完成：請開啟該筆付款。',
  reportButton: '將勾選的登記為已付',
  reported: ({ paid, known, conflicts, unknown }) => `已付：${paid}。${known === 0 ? '' : `此前已登記：${known}。`}${conflicts === 0 ? '' : `需核查：${conflicts}。`}${unknown === 0 ? '' : `不在此批次：${unknown}。`}`,
  fileRefused: '檔案整份被拒收，其中內容均不計入：',
  line: ({ n }) => `第${n}行`,
  lines: '此批次的付款',
  reference: '付款編號',
  voucher: '獎賞券',
  amount: '金額',
  attempt: '付款嘗試',
  since: '開始於',
  next: '下次查詢',
  code: '渠道代碼',
  reason: '原因',
  details: '詳情',
  fail: '銀行未能付款',
  failHint: '由您附證據提議，另一人確認。確認後才能再次付款。',
  failReason: '原因',
  failCode: '銀行代碼',
  failEvidence: '證據所在（信件或工單編號，勿寫姓名）',
  failButton: '提議：登記為失敗',
  failProposed: '已提議，須由另一人確認。',
  payoutTitle: ({ reference }) => `獎賞券${reference}的付款`,
  life: '操作紀錄',
  when: '時間',
  who: '操作人',
  what: '事項',
  calls: '渠道呼叫',
  callNames: {
    send: '發送',
    query: '查詢',
    cancel: '請求取消',
  },
  ask: '立即向渠道查詢',
  askHint: '查詢本身不改變任何內容，也不會因此再次付款。',
  asked: '已查詢，渠道的答覆見下。',
  payee: '收款人',
  showPayee: '顯示完整收款資料',
  showPayeeHint: '您的查看將記入審計紀錄。',
  clearing: '支付中',
  clearingAbout: '已發出指令而結果未明。取得證據前不會再次付款，也不會遺失。',
  nothingInClearing: '沒有支付中的款項。',
  nextIn: ({ minutes }) => `${minutes === 0 ? '一分鐘內' : `${minutes}分鐘後`}`,
  nextInHours: ({ hours, minutes }) => `${hours}小時${minutes === 0 ? '' : `${minutes}分鐘`}後`,
  nextNow: '現在',
  byStaff: '待工作人員登記',
  inClearing: '支付中',
  batchStates: {
    frozen: '待批准',
    approved: '已批准',
    refused: '已退回',
    cancelled: '已取消',
    finished: '已完成',
  },
  soFar: '進度',
  payoutStates: {
    queued: '待發送',
    open: '支付中',
    paid: '已付',
    failed: '未付成功',
    cancelled: '已取消',
    returned: '已退回',
  },
  attemptStates: {
    stored: '已登記',
    accepted: '已交付',
    awaiting_user: '待持有人確認',
    unknown: '結果未明',
    cancelling: '取消中',
    succeeded: '已付',
    failed: '失敗',
    cancelled: '已取消',
  },
  claimStates: {
    ready: '待付',
    held: '暫緩',
    frozen: '已編入批次',
    paid: '已付',
    ended: '已結束',
  },
  providers: {
    manual: '人手付款',
    wechat: '微信支付',
    alipay: '支付寶',
    tremendous: 'Tremendous',
  },
  channels: {
    wechat: '微信支付',
    alipay: '支付寶',
    fps: '轉數快',
    alipayhk: '支付寶香港',
    mpay: '澳門錢包',
    bank: '銀行賬戶',
    gift: '禮品連結',
  },
  actors: {
    holder: '持有人',
    sweep: '系統',
    service: '系統',
  },
  refusals: {
    all_held: '這些申領都會令收款人當年累計超過設定額度，已轉為暫緩，須由兩人處理。',
    nothing_ready: '目前沒有此類待付的申領。',
    moved_on: '他人已先行操作，現狀如下。',
    not_offered: '沒有已設定的渠道支援此收款方式和幣種。',
    not_carried: '此渠道單筆不支援這麼小或這麼大的金額，請選擇其他渠道。',
    not_found: '沒有此批次。',
    same_person: '製單人不能審批自己的批次。',
    approved_before: '您已批准過，尚需第二人批准。',
    own_link: '您或另一方登入所用的連結由製單人或另一審批人產生，因此視為同一人。請透過登入服務登入，或請其他負責人或用命令列為您產生連結。',
    changed: '內容與鎖定時不同，未批准也未發送。',
    nothing_left: '沒有可取消的付款。',
    not_approved: '尚未批准。',
    closed: '今天是停付日，不發出付款。',
    would_settle_in_closure: '距停付日過近，渠道可能在停付日支付。',
    not_published: '這些日期的日曆尚未發佈，發佈前不發出付款。',
    waiting: '已有提議，正待他人確認。',
    stopped: '此賬戶已暫停付款，須先關閉差異。',
    evidence_missing: '請填寫證據所在。',
  },
  opensOn: ({ day }) => `自${day}起可發出。`,
  done: {
    prepared: '已建立並鎖定，須由他人審批。',
    prepared_some_held: '已建立並鎖定。部分申領會令收款人當年累計超過設定額度，已轉為暫緩。',
    approved: '已批准。',
    first_approval: '您的批准已計入，尚需第二人。',
    refused: '已退回，相關申領恢復待付。',
    cancelled: '已取消，尚未發出的恢復待付。',
    instructed: '已交付：每筆付款均有編號，款項已計入支付中。',
  },
  back: '所有付款',
  reasons: {
    checked_by_hand: '需人工核對',
    looks_genuine: '看來屬實',
    duplicate_person: '同一人重複作答',
    careless_answers: '作答不認真',
    not_eligible: '不符合條件',
    automated: '由程式作答',
    other: '其他原因',
    lost_link: '連結遺失',
    wrong_person: '發給了錯誤的人',
    organiser_decision: '主辦機構決定',
    not_claimed_in_time: '逾期未領取',
    account_in_use: '該賬戶在本研究中已有其他申領',
    over_yearly_total: '該賬戶當年累計超過設定額度',
    changed_by_holder: '持有人更改了賬戶',
    batch_cancelled: '批次已取消',
    reported_by_staff: '由工作人員登記',
    returned_by_provider: '渠道退回款項',
    paid_outside_the_books: '已由記為失敗的付款嘗試支付',
    payee_not_found: '賬戶不存在',
    payee_name_mismatch: '姓名與賬戶不符',
    payee_not_verified: '賬戶未實名認證',
    payee_limit: '賬戶已達限額',
    payee_account_problem: '賬戶無法收款',
    not_confirmed_in_time: '24小時內未確認',
    cancelled_before_closure: '停付日前取消',
    cancelled_by_staff: '已取消',
    payer_balance: '我方在渠道的結餘不足',
    payer_problem: '我方在渠道的賬戶有問題',
    amount_limit: '金額超出渠道限制',
    declined_by_provider: '渠道拒絕',
    reported_by_mistake: '誤標為已付款',
    given_up: '持有人已放棄',
    disposable_mailbox: '電郵屬一次性電郵信箱',
    many_of_one_domain: '一天內有多份申領使用同一網域的電郵',
  },
  failedByStaff: ({ why, code, evidence }) => `此筆付款失敗：${why}${code}。證據：${evidence}。確認後可再次付款。`,
  batchFailedByBank: ({ why, code, count, sum, evidence }) => `銀行拒絕了整批：${why}${code}。付款${count}筆，共${sum}。證據：${evidence}。確認後均可再次付款。`,
  maybePaid: '代碼表示銀行此前已收到該批次：請先向銀行查明那一次是否已付。',
  undo: {
    title: '撤銷「已付款」',
    what: '撤銷「已付款」：付款恢復為處理中',
    hint: '用於誤標為已付款的付款。由您提出，另一人確認。確認後，這筆付款恢復為處理中：可以重新標記為已付款或失敗，也可以由結單證實。收款人會看到款項正在處理。',
    button: '提出：撤銷「已付款」',
    back: '返回付款',
    reason: '請說明原因，最多500個字元。',
    waiting: '已有人提出，正在等待另一人確認。',
    refused: {
      moved_on: '這筆付款不是已付款狀態，無需撤銷。',
      not_by_hand: '支付機構已確認付款，只有結單才能表明並非如此。',
      erased: '收款賬戶資料已刪除，撤銷後將無法再次付款。',
      proven: '結單已證實這筆付款。如款項被退回，相應的結單會產生差異。',
      in_exception: '這筆付款有未關閉的差異。請先處理該差異，由它決定付款的結果。',
    },
  },
  evidenceFile: '下載檔案',
  evidenceErased: '該檔案已隨本批次收款人資料一併刪除。',
  results: {
    title: '檔案處理結果',
    reference: '參考編號',
    says: '檔案內容',
    did: '處理結果',
    count: ({ count }) => `${count}行`,
    outcomes: {
      paid: '已付款',
      failed: '失敗',
      pending: '尚無結果',
    },
    done: {
      paid: '已標記為已付款',
      known: '此前已知：無變化',
      proposed: '已提出標記為失敗：需另一人確認',
      conflict: '與已知情況矛盾：已產生差異',
      unknown_reference: '不屬於本批次：未作處理',
      pending: '未作處理：銀行尚無結果',
    },
    back: '返回批次',
  },
}

const languages: Record<Language, PayoutsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of payouts, in one language. */
export function payoutsMessages(language: Language): PayoutsMessages {
  return languages[language]
}
