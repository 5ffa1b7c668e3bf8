// Made from messages/*/vouchers.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface VouchersMessages {
  title: string
  about: string
  find: string
  findHint: string
  amount: string
  tax: string
  year: string
  yearOf: (of: { total: string | number; allowed: string | number }) => string
  currency: string
  day: string
  state: string
  anyState: string
  heldClaims: string
  search: string
  found: string
  newest: string
  nothing: string
  badAmount: string
  badDay: string
  notFound: (of: { asked: string | number }) => string
  notAll: string
  study: string
  reference: string
  voucherTitle: (of: { reference: string | number }) => string
  channel: string
  payee: string
  inPlaceOf: string
  replacedBy: string
  life: string
  noSteps: string
  lifeHint: string
  when: string
  what: string
  who: string
  why: string
  lives: {
    voucher: string
    claim: string
    payout: string
    attempt: string
    batch: string
  }
  transfers: string
  noTransfers: string
  from: string
  to: string
  accounts: {
    funding: string
    available: string
    reserved: string
    liability: string
    clearing: string
    paid: string
    outside: string
    tax: string
  }
  payouts: string
  attempts: string
  preparedBy: string
  approvedBy: string
  openPayout: string
  proposals: string
  proposalKinds: {
    voucher_voided: string
    voucher_reissued: string
    claim_released: string
  }
  waits: string
  decisions: {
    confirmed: string
    declined: string
    withdrawn: string
  }
  actions: string
  actionsHint: string
  ways: {
    void: {
      title: string
      hint: string
      button: string
    }
    reissue: {
      title: string
      hint: string
      button: string
    }
    release: {
      title: string
      hint: string
      button: string
    }
  }
  reason: string
  inWords: string
  inWordsHint: string
  done: {
    proposed: string
    signed_out: string
  }
  refused: {
    waiting: string
    frozen: string
    moved_on: string
    not_found: string
    reason: string
    shown: string
    no_link: string
  }
  link: string
  linkHint: string
  linkButton: string
  linkShown: (of: { name: string | number; at: string | number }) => string
  linkTitle: string
  linkNow: string
  back: string
  backToVoucher: string
  devicesTitle: string
  devicesHint: string
  devicesButton: string
  lifecycle: {
    reasons: {
      checked_by_hand: string
      looks_genuine: string
      duplicate_person: string
      careless_answers: string
      not_eligible: string
      automated: string
      lost_link: string
      wrong_person: string
      organiser_decision: string
      other: string
    }
    proposed: {
      voucher_voided: (of: { reference: string | number; reason: string | number }) => string
      voucher_reissued: (of: { reference: string | number; reason: string | number }) => string
      claim_released: (of: { reference: string | number; reason: string | number }) => string
    }
    refusals: {
      frozen: string
      budget: string
      account_in_use: string
      moved_on: string
      not_found: string
    }
  }
  list: {
    states: {
      open: string
      paid: string
      paid_outside: string
      voided: string
      superseded: string
    }
    state: string
    vouchers: string
    noVouchers: string
    download: string
    day: string
    daysHint: string
    dayTitle: (of: { day: string | number }) => string
    reference: string
    amount: string
    back: string
    orderHint: string
    days: string
  }
}

const en: VouchersMessages = {
  title: 'Vouchers',
  about: 'Find a voucher by the reference that its holder reads out, or by the one that a bank or provider uses.',
  find: 'Reference',
  findHint: 'Of a voucher (XXXX-XXXX-XXXX), of a payment attempt (H…), or the provider’s own number.',
  amount: 'Amount',
  tax: 'Tax',
  year: 'This account, this year',
  yearOf: ({ total, allowed }) => `${total} in all studies, tax included; up to ${allowed} needs no review`,
  currency: 'Currency',
  day: 'Created on (UTC)',
  state: 'State',
  anyState: 'Any',
  heldClaims: 'Claimed, claim held',
  search: 'Search',
  found: 'Search results',
  newest: 'Newest days first',
  nothing: 'No vouchers found.',
  badAmount: 'Enter the amount as a number, such as 20.00.',
  badDay: 'Enter the day as YYYY-MM-DD.',
  notFound: ({ asked }) => `Nothing was found for ${asked}.`,
  notAll: 'Some older vouchers cannot be found by their reference yet; more of them can every minute.',
  study: 'Study',
  reference: 'Reference',
  voucherTitle: ({ reference }) => `Voucher ${reference}`,
  channel: 'Channel',
  payee: 'Payee',
  inPlaceOf: 'Replaces',
  replacedBy: 'Replaced by',
  life: 'History',
  noSteps: 'No step of payment yet.',
  lifeHint: 'Only steps of payment are listed. What was decided about the answer, and when the voucher was issued or claimed, is not shown to people who see money.',
  when: 'When',
  what: 'Event',
  who: 'By',
  why: 'Reason',
  lives: {
    voucher: 'Voucher',
    claim: 'Claim',
    payout: 'Payout',
    attempt: 'Payment attempt',
    batch: 'Batch',
  },
  transfers: 'Money movements',
  noTransfers: 'No payment of it has moved money yet.',
  from: 'From',
  to: 'To',
  accounts: {
    funding: 'Funding',
    available: 'Available',
    reserved: 'Reserved',
    liability: 'Owed',
    clearing: 'Being paid',
    paid: 'Paid',
    outside: 'Paid outside',
    tax: 'Tax',
  },
  payouts: 'Payouts',
  attempts: 'Payment attempts',
  preparedBy: 'Prepared by',
  approvedBy: 'Approved by',
  openPayout: 'View the payout',
  proposals: 'Proposals',
  proposalKinds: {
    voucher_voided: 'Void',
    voucher_reissued: 'Reissue',
    claim_released: 'Release the claim',
  },
  waits: 'Needs a second person',
  decisions: {
    confirmed: 'Confirmed',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
  },
  actions: 'Propose',
  actionsHint: 'Another person has to confirm it.',
  ways: {
    void: {
      title: 'Void this voucher',
      hint: 'It can no longer be claimed, and its money becomes available again.',
      button: 'Propose to void',
    },
    reissue: {
      title: 'Reissue this voucher',
      hint: 'For a link that was lost or went to the wrong person. The old code stops working at once; the new link is shown here once.',
      button: 'Propose to reissue',
    },
    release: {
      title: 'Release the claim',
      hint: 'It is held because the account has another claim in this study. It can be released once the other claim has ended.',
      button: 'Propose to release',
    },
  },
  reason: 'Reason',
  inWords: 'Explanation for the other person',
  inWordsHint: 'Do not include a name or an account.',
  done: {
    proposed: 'Proposed. Another person has to confirm it.',
    signed_out: 'All devices of the holder are signed out.',
  },
  refused: {
    waiting: 'This has already been proposed and needs a second person.',
    frozen: 'Its claim is in a batch, so the money may be on its way. Take it out of the batch first.',
    moved_on: 'Its state has changed in the meantime.',
    not_found: 'There is no such voucher.',
    reason: 'Choose a reason and add an explanation.',
    shown: 'The link has already been shown. If it never arrived, propose to reissue the voucher.',
    no_link: 'There is no link to show.',
  },
  link: 'Link for the holder',
  linkHint: 'On the device that they answered on, the holder sees this voucher automatically. Otherwise send them the link: anyone who has it can claim the money, so it is shown once, and the audit trail records to whom.',
  linkButton: 'Show the link once',
  linkShown: ({ name, at }) => `Shown to ${name} on ${at}.`,
  linkTitle: 'Voucher link (shown once)',
  linkNow: 'Send it to the holder now, the same way they contacted you. It will not be shown again.',
  back: 'All vouchers',
  backToVoucher: 'Back to the voucher',
  devicesTitle: 'Devices of the holder',
  devicesHint: 'For a phone that was lost or is in other hands. Every device that shows this voucher or its answers is signed out. The holder comes back with the resume code or the voucher link; if those may be in other hands too, propose to reissue the voucher.',
  devicesButton: 'Sign out all devices',
  lifecycle: {
    reasons: {
      checked_by_hand: 'Checked manually',
      looks_genuine: 'Looks genuine',
      duplicate_person: 'Same person answered twice',
      careless_answers: 'Careless answers',
      not_eligible: 'Not eligible',
      automated: 'Answered by a program',
      lost_link: 'Link lost',
      wrong_person: 'Sent to the wrong person',
      organiser_decision: 'Organiser’s decision',
      other: 'Other reason',
    },
    proposed: {
      voucher_voided: ({ reference, reason }) => `Void voucher ${reference}: ${reason}.`,
      voucher_reissued: ({ reference, reason }) => `Reissue voucher ${reference}: ${reason}.`,
      claim_released: ({ reference, reason }) => `Release the held claim of voucher ${reference}: ${reason}.`,
    },
    refusals: {
      frozen: 'Its claim is in a batch, so the money may be on its way. Take it out of the batch first.',
      budget: 'The offer does not have enough money left to set aside again.',
      account_in_use: 'Its account has another claim in this study that is ready, being paid or paid.',
      moved_on: 'Its state has changed in the meantime.',
      not_found: 'There is no such voucher.',
    },
  },
  list: {
    states: {
      open: 'Open',
      paid: 'Paid',
      paid_outside: 'Paid outside',
      voided: 'Voided',
      superseded: 'Replaced',
    },
    state: 'State',
    vouchers: 'Vouchers',
    noVouchers: 'No vouchers yet.',
    download: 'Download all vouchers (CSV)',
    day: 'Day (UTC)',
    daysHint: 'No time of day is shown, so that vouchers cannot be matched with answers by time.',
    dayTitle: ({ day }) => `Vouchers of ${day} (UTC)`,
    reference: 'Reference',
    amount: 'Amount',
    back: 'All days',
    orderHint: 'Sorted by reference, which does not show when in the day they were created.',
    days: 'Vouchers by day',
  },
}

const zhHans: VouchersMessages = {
  title: '奖励券',
  about: '可按持有人报出的编号，或银行、渠道使用的编号查找奖励券。',
  find: '编号',
  findHint: '奖励券编号（十二位，分三组）、付款尝试编号，或渠道自己的编号。',
  amount: '金额',
  tax: '税款',
  year: '该账户本年度累计',
  yearOf: ({ total, allowed }) => `所有研究合计${total}（含税）；免审核额度${allowed}`,
  currency: '币种',
  day: '创建日期（UTC）',
  state: '状态',
  anyState: '不限',
  heldClaims: '已申领，申领暂缓',
  search: '查找',
  found: '查找结果',
  newest: '最近的日期在前',
  nothing: '没有找到奖励券。',
  badAmount: '请以数字填写金额，例如20.00。',
  badDay: '请按“年-月-日”填写日期，例如2026-11-23。',
  notFound: ({ asked }) => `没有编号为${asked}的记录。`,
  notAll: '部分较早的奖励券暂时不能按编号查找；每分钟会补上一些。',
  study: '研究',
  reference: '编号',
  voucherTitle: ({ reference }) => `奖励券${reference}`,
  channel: '渠道',
  payee: '收款方',
  inPlaceOf: '取代的旧券',
  replacedBy: '已更换为',
  life: '操作记录',
  noSteps: '尚无付款步骤。',
  lifeHint: '此处只列出支付步骤。对答卷的审核决定，以及奖励券何时发放、何时申领，不向能看到款项的人显示。',
  when: '时间',
  what: '事项',
  who: '操作人',
  why: '原因',
  lives: {
    voucher: '奖励券',
    claim: '申领',
    payout: '付款',
    attempt: '付款尝试',
    batch: '批次',
  },
  transfers: '款项变动',
  noTransfers: '尚无支付动用其款项。',
  from: '转出',
  to: '转入',
  accounts: {
    funding: '资金来源',
    available: '可用',
    reserved: '预留',
    liability: '应付',
    clearing: '支付中',
    paid: '已付',
    outside: '账外已付',
    tax: '税款',
  },
  payouts: '付款',
  attempts: '付款尝试',
  preparedBy: '制单人',
  approvedBy: '审批人',
  openPayout: '查看付款',
  proposals: '提议',
  proposalKinds: {
    voucher_voided: '作废',
    voucher_reissued: '补发',
    claim_released: '放行申领',
  },
  waits: '待另一人确认',
  decisions: {
    confirmed: '已确认',
    declined: '已拒绝',
    withdrawn: '已撤回',
  },
  actions: '提议',
  actionsHint: '须由另一人确认。',
  ways: {
    void: {
      title: '作废',
      hint: '不能再申领，款项恢复可用。',
      button: '提议作废',
    },
    reissue: {
      title: '补发新券',
      hint: '用于链接遗失或发错。旧券码立即失效；新链接在此只显示一次。',
      button: '提议补发',
    },
    release: {
      title: '放行申领',
      hint: '因该账户在本研究中另有申领而暂缓。另一申领结束后方可放行。',
      button: '提议放行',
    },
  },
  reason: '原因',
  inWords: '给另一人的说明',
  inWordsHint: '请勿填写姓名或账户。',
  done: {
    proposed: '已提议，须由另一人确认。',
    signed_out: '持有人的所有设备均已退出。',
  },
  refused: {
    waiting: '已有相同的提议，正等待另一人确认。',
    frozen: '它的申领已在付款批次中，款项可能已在途中。请先将其移出批次。',
    moved_on: '状态已有变化。',
    not_found: '没有这张奖励券。',
    reason: '请选择原因并填写说明。',
    shown: '链接已显示过。如果对方没有收到，请提议补发新券。',
    no_link: '没有可显示的链接。',
  },
  link: '给持有人的链接',
  linkHint: '持有人在作答时所用的设备上会自动看到这张新券。其他情况请发送链接：任何人拿到链接都能领取款项，因此只显示一次，审计记录会记下显示给谁。',
  linkButton: '显示链接（仅一次）',
  linkShown: ({ at, name }) => `已于${at}显示给${name}。`,
  linkTitle: '奖励券链接（仅显示一次）',
  linkNow: '请立即通过持有人联系您的方式发送给对方。此链接不会再次显示。',
  back: '所有奖励券',
  backToVoucher: '返回奖励券',
  devicesTitle: '持有人的设备',
  devicesHint: '适用于手机丢失或落入他人之手。所有显示此券或其问卷的设备都会退出。持有人可凭续答码或奖励券链接重新进入；如果这些也可能落入他人之手，请提议补发新券。',
  devicesButton: '退出所有设备',
  lifecycle: {
    reasons: {
      checked_by_hand: '人工核查过',
      looks_genuine: '看来属实',
      duplicate_person: '同一人重复参加',
      careless_answers: '作答不认真',
      not_eligible: '不符合条件',
      automated: '由程序填写',
      lost_link: '链接遗失',
      wrong_person: '发给了错误的人',
      organiser_decision: '主办方决定',
      other: '其他原因',
    },
    proposed: {
      voucher_voided: ({ reference, reason }) => `作废奖励券${reference}：${reason}。`,
      voucher_reissued: ({ reference, reason }) => `补发奖励券${reference}：${reason}。`,
      claim_released: ({ reference, reason }) => `放行奖励券${reference}暂缓的申领：${reason}。`,
    },
    refusals: {
      frozen: '其申领已在付款批次中，款项可能已在途中。请先将其移出批次。',
      budget: '该奖励的剩余预算不足，无法再次预留。',
      account_in_use: '该账户在本研究中另有待付、付款中或已付的申领。',
      moved_on: '状态已有变化。',
      not_found: '没有这张奖励券。',
    },
  },
  list: {
    states: {
      open: '未结',
      paid: '已支付',
      paid_outside: '账外已付',
      voided: '已作废',
      superseded: '已更换',
    },
    state: '状态',
    vouchers: '奖励券',
    noVouchers: '尚无奖励券。',
    download: '下载全部奖励券（CSV）',
    day: '日期（UTC）',
    daysHint: '此处不显示具体时间，因此无法凭时间将奖励券与答卷对应。',
    dayTitle: ({ day }) => `${day}（UTC）的奖励券`,
    reference: '编号',
    amount: '金额',
    back: '所有日期',
    orderHint: '按编号排列，与当日的先后无关。',
    days: '按日统计奖励券',
  },
}

const zhHant: VouchersMessages = {
  title: '獎賞券',
  about: '可按持有人報出的編號，或銀行、渠道使用的編號尋找獎賞券。',
  find: '編號',
  findHint: '獎賞券編號（十二位，分三組）、付款嘗試編號，或渠道自己的編號。',
  amount: '金額',
  tax: '稅款',
  year: '該賬戶本年度累計',
  yearOf: ({ total, allowed }) => `所有研究合計${total}（含稅）；免審核額度${allowed}`,
  currency: '幣種',
  day: '建立日期（UTC）',
  state: '狀態',
  anyState: '不限',
  heldClaims: '已申領，申領暫緩',
  search: '尋找',
  found: '尋找結果',
  newest: '最近的日期在前',
  nothing: '沒有找到獎賞券。',
  badAmount: '請以數字填寫金額，例如20.00。',
  badDay: '請按「年-月-日」填寫日期，例如2026-11-23。',
  notFound: ({ asked }) => `沒有編號為${asked}的紀錄。`,
  notAll: '部分較早的獎賞券暫時不能按編號尋找；每分鐘會補上一些。',
  study: '研究',
  reference: '編號',
  voucherTitle: ({ reference }) => `獎賞券${reference}`,
  channel: '渠道',
  payee: '收款方',
  inPlaceOf: '取代的舊券',
  replacedBy: '已更換為',
  life: '操作紀錄',
  noSteps: '尚無付款步驟。',
  lifeHint: '此處只列出支付步驟。對答卷的審核決定，以及獎賞券何時發出、何時申領，不向能看到款項的人顯示。',
  when: '時間',
  what: '事項',
  who: '操作人',
  why: '原因',
  lives: {
    voucher: '獎賞券',
    claim: '申領',
    payout: '付款',
    attempt: '付款嘗試',
    batch: '批次',
  },
  transfers: '款項變動',
  noTransfers: '尚無支付動用其款項。',
  from: '轉出',
  to: '轉入',
  accounts: {
    funding: '資金來源',
    available: '可用',
    reserved: '預留',
    liability: '應付',
    clearing: '支付中',
    paid: '已付',
    outside: '賬外已付',
    tax: '稅款',
  },
  payouts: '付款',
  attempts: '付款嘗試',
  preparedBy: '製單人',
  approvedBy: '審批人',
  openPayout: '查看付款',
  proposals: '提議',
  proposalKinds: {
    voucher_voided: '作廢',
    voucher_reissued: '補發',
    claim_released: '放行申領',
  },
  waits: '待另一人確認',
  decisions: {
    confirmed: '已確認',
    declined: '已拒絕',
    withdrawn: '已撤回',
  },
  actions: '提議',
  actionsHint: '須由另一人確認。',
  ways: {
    void: {
      title: '作廢',
      hint: '不能再申領，款項恢復可用。',
      button: '提議作廢',
    },
    reissue: {
      title: '補發新券',
      hint: '用於連結遺失或發錯。舊券碼立即失效；新連結在此只顯示一次。',
      button: '提議補發',
    },
    release: {
      title: '放行申領',
      hint: '因該賬戶在本研究中另有申領而暫緩。另一申領結束後方可放行。',
      button: '提議放行',
    },
  },
  reason: '原因',
  inWords: '給另一人的說明',
  inWordsHint: '請勿填寫姓名或賬戶。',
  done: {
    proposed: '已提議，須由另一人確認。',
    signed_out: '持有人的所有裝置均已登出。',
  },
  refused: {
    waiting: '已有相同的提議，正等待另一人確認。',
    frozen: '它的申領已在付款批次中，款項可能已在途中。請先將其移出批次。',
    moved_on: '狀態已有變化。',
    not_found: '沒有這張獎賞券。',
    reason: '請選擇原因並填寫說明。',
    shown: '連結已顯示過。如果對方沒有收到，請提議補發新券。',
    no_link: '沒有可顯示的連結。',
  },
  link: '給持有人的連結',
  linkHint: '持有人在作答時所用的裝置上會自動看到這張新券。其他情況請發送連結：任何人取得連結都能領取款項，因此只顯示一次，審計紀錄會記下顯示給誰。',
  linkButton: '顯示連結（僅一次）',
  linkShown: ({ at, name }) => `已於${at}顯示給${name}。`,
  linkTitle: '獎賞券連結（僅顯示一次）',
  linkNow: '請立即透過持有人聯絡您的方式發送給對方。此連結不會再次顯示。',
  back: '所有獎賞券',
  backToVoucher: '返回獎賞券',
  devicesTitle: '持有人的裝置',
  devicesHint: '適用於手機遺失或落入他人之手。所有顯示此券或其問卷的裝置都會登出。持有人可憑續答碼或獎賞券連結重新進入；如果這些也可能落入他人之手，請提議補發新券。',
  devicesButton: '登出所有裝置',
  lifecycle: {
    reasons: {
      checked_by_hand: '人手核查過',
      looks_genuine: '看來屬實',
      duplicate_person: '同一人重複參加',
      careless_answers: '作答不認真',
      not_eligible: '不符合條件',
      automated: '由程式填寫',
      lost_link: '連結遺失',
      wrong_person: '發給了錯誤的人',
      organiser_decision: '主辦機構決定',
      other: '其他原因',
    },
    proposed: {
      voucher_voided: ({ reference, reason }) => `作廢獎賞券${reference}：${reason}。`,
      voucher_reissued: ({ reference, reason }) => `補發獎賞券${reference}：${reason}。`,
      claim_released: ({ reference, reason }) => `放行獎賞券${reference}暫緩的申領：${reason}。`,
    },
    refusals: {
      frozen: '其申領已在付款批次中，款項可能已在途中。請先將其移出批次。',
      budget: '該獎賞的剩餘預算不足，無法再次預留。',
      account_in_use: '該賬戶在本研究中另有待付、付款中或已付的申領。',
      moved_on: '狀態已有變化。',
      not_found: '沒有這張獎賞券。',
    },
  },
  list: {
    states: {
      open: '未結',
      paid: '已支付',
      paid_outside: '賬外已付',
      voided: '已作廢',
      superseded: '已更換',
    },
    state: '狀態',
    vouchers: '獎賞券',
    noVouchers: '尚無獎賞券。',
    download: '下載全部獎賞券（CSV）',
    day: '日期（UTC）',
    daysHint: '此處不顯示具體時間，因此無法憑時間將獎賞券與答卷對應。',
    dayTitle: ({ day }) => `${day}（UTC）的獎賞券`,
    reference: '編號',
    amount: '金額',
    back: '所有日期',
    orderHint: '按編號排列，與當日的先後無關。',
    days: '按日統計獎賞券',
  },
}

const languages: Record<Language, VouchersMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of vouchers, in one language. */
export function vouchersMessages(language: Language): VouchersMessages {
  return languages[language]
}
