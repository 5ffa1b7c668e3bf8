// Made from messages/*/studies/audit.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface AuditMessages {
  title: string
  about: string
  scoped: string
  when: string
  who: string
  what: string
  subject: string
  whoHint: string
  subjectHint: string
  any: string
  from: string
  to: string
  nothing: {
    title: string
    all: string
    found: string
  }
  download: string
  downloadHint: string
  actors: {
    operator: string
    sweep: string
    system: string
    service: string
    statement: string
    holder: string
  }
  chain: {
    title: string
    link: string
    about: string
    none: string
    newest: string
    note: string
    last: (of: { count: number }) => string
    all: string
    goOn: string
    whole: (of: { first: string | number; last: string | number }) => string
    progress: (of: { last: string | number; all: string | number }) => string
    broken: string
    faults: {
      order: (of: { n: string | number }) => string
      gone: (of: { n: string | number }) => string
      changed: (of: { n: string | number }) => string
    }
    todo: string
  }
  actions: {
    staff: {
      added: string
      removed: string
      signed_in: string
      signed_out: string
      bound: string
      email_set: string
      suspended: string
      resumed: string
      left: string
      unbound: string
      account_confirmed: string
    }
    sign_in: {
      made: string
    }
    sessions: {
      ended: string
    }
    role: {
      given: string
      taken: string
    }
    study: {
      opened: string
      made: string
      changed: string
      paused: string
      paused_after_soft_launch: string
      paused_without_permit: string
      resumed: string
      closed: string
      reopened: string
      soft_launch_signed: string
      test_made: string
      tests_erased: string
    }
    quota: {
      limited: string
    }
    invitation: {
      made: string
      revoked: string
    }
    responses: {
      exported: string
    }
    answers: {
      texts_erased: string
      viewed: string
    }
    request: {
      code_made: string
      registered: string
      done: string
    }
    review: {
      accepted: string
      rejected: string
      held: string
      undone: string
      final: string
      objected: string
    }
    voucher: {
      link_shown: string
      reissued: string
      returned: string
      voided: string
    }
    vouchers: {
      exported: string
    }
    claim: {
      released: string
    }
    payee: {
      unmasked: string
      erased: string
    }
    payees: {
      key_erased: string
    }
    batch: {
      prepared: string
      approved: string
      refused: string
      cancelled: string
      accepted_by_bank: string
    }
    attempt: {
      stored: string
      succeeded: string
      failed: string
      cancelled: string
      undone: string
    }
    payout: {
      returned: string
      uncollected: string
    }
    account: {
      stop_lifted: string
    }
    evidence: {
      viewed: string
    }
    proposal: {
      made: string
      confirmed: string
      declined: string
      withdrawn: string
    }
    statement: {
      received: string
      staged: string
      published: string
      matched: string
      discarded: string
      reopened: string
      tried_again: string
    }
    line: {
      matched: string
    }
    word: {
      learned: string
      unlearned: string
    }
    exception: {
      closed: string
      opened_again: string
      taken: string
      noted: string
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
    report: {
      signed: string
      withdrawn: string
      exported: string
    }
    books: {
      exported: string
    }
    audit: {
      exported: string
    }
    setup: {
      begun: string
    }
    questionnaire: {
      published: string
      draft_saved: string
      draft_uploaded: string
      draft_discarded: string
      translation_confirmed: string
      translation_reopened: string
    }
    permit: {
      viewed: string
    }
    invitations: {
      made: string
    }
    columns: {
      changed: string
      forgotten: string
    }
    export: {
      made: string
    }
    texts: {
      themes_changed: string
      coded: string
      viewed: string
    }
    findings: {
      changed: string
      published: string
      hidden: string
    }
    filters: {
      saved: string
      renamed: string
      removed: string
      restored: string
    }
    weights: {
      saved: string
      removed: string
      restored: string
    }
    source_tags: {
      made: string
    }
    register: {
      exported: string
    }
  }
}

const en: AuditMessages = {
  title: 'Audit trail',
  about: 'Who did what, to what, and when. What respondents do with their answers and holders with their vouchers is not listed, nor what happens to a voucher as a result: the exact times would link answers to payments. For the same reason, ids of respondents, vouchers and claims are shown without the time in them.',
  scoped: 'You see the entries that name one of your studies.',
  when: 'When',
  who: 'Who',
  what: 'What',
  subject: 'To what',
  whoHint: 'A name, or an id.',
  subjectHint: 'An id, such as of a claim or a batch.',
  any: 'Anything',
  from: 'From (UTC+8)',
  to: 'To (UTC+8)',
  nothing: {
    title: 'Nothing is listed',
    all: 'Entries appear here as soon as somebody signs in, exports or changes something.',
    found: 'No entry fits all of the filters. Clear one of them.',
  },
  download: 'Download as CSV',
  downloadHint: 'The file has what is listed with these filters. That you took it is an entry of its own.',
  actors: {
    operator: 'the command line',
    sweep: 'the regular work',
    system: 'the service',
    service: 'the service',
    statement: 'automatic matching',
    holder: 'the holder',
  },
  chain: {
    title: 'Check of the chain',
    link: 'Check the chain',
    about: 'Each entry is sealed a few seconds after it was written: its seal has a number, and a hash of the entry and of the seal before it. A changed, missing or added entry breaks the chain. Today’s entries are checked here from tomorrow on; npm run audit checks them at once.',
    none: 'Nothing was sealed before today.',
    newest: 'Newest seal before today',
    note: 'Write the number and the hash down, and compare them another day: someone who could rewrite the whole chain cannot rewrite your note.',
    last: ({ count }) => `Check the last ${count === 1 ? `${count} seal` : `${count} seals`}`,
    all: 'Check from the beginning',
    goOn: 'Go on',
    whole: ({ first, last }) => `Seals ${first} to ${last} hold: each follows the one before it and fits its entry.`,
    progress: ({ last, all }) => `Checked up to seal ${last} of ${all}`,
    broken: 'The chain is broken',
    faults: {
      order: ({ n }) => `Seal ${n} does not follow the one before it.`,
      gone: ({ n }) => `The entry of seal ${n} is gone.`,
      changed: ({ n }) => `Seal ${n} does not fit its entry: one of them was changed.`,
    },
    todo: 'Do not approve, pay or sign anything now. Keep the database as it is, and have the operator of this service compare it with a backup.',
  },
  actions: {
    staff: {
      added: 'Added to the staff',
      removed: 'Removed from the staff',
      signed_in: 'Signed in',
      signed_out: 'Signed out',
      bound: 'Bound a sign-in account',
      email_set: 'Changed somebody\'s e-mail address',
      suspended: 'Suspended somebody',
      resumed: 'Let somebody in again',
      left: 'Removed somebody',
      unbound: 'Unbound an account at the sign-in provider',
      account_confirmed: 'Confirmed an account at the sign-in provider',
    },
    sign_in: {
      made: 'Made a sign-in link',
    },
    sessions: {
      ended: 'Ended somebody\'s sessions',
    },
    role: {
      given: 'Gave a role',
      taken: 'Took a role away',
    },
    study: {
      opened: 'Opened a study',
      made: 'Made a study, not open yet',
      changed: 'Changed a study\'s settings',
      paused: 'Paused a study',
      paused_after_soft_launch: 'Paused a study after its soft launch',
      paused_without_permit: 'Paused a study without a permit',
      resumed: 'Let a study go on',
      closed: 'Closed a study',
      reopened: 'Reopened a study',
      soft_launch_signed: 'Signed the first responses',
      test_made: 'Made a study\'s test',
      tests_erased: 'Erased test responses',
    },
    quota: {
      limited: 'Changed a quota',
    },
    invitation: {
      made: 'Made an invitation link',
      revoked: 'Revoked an invitation link',
    },
    responses: {
      exported: 'Took the answers away',
    },
    answers: {
      texts_erased: 'Erased typed answers',
      viewed: 'Looked at the answers of a response',
    },
    request: {
      code_made: 'Made a code for a contact',
      registered: 'Registered a request in writing',
      done: 'Did what was asked in writing',
    },
    review: {
      accepted: 'Accepted a response',
      rejected: 'Rejected a response',
      held: 'Held a response',
      undone: 'Undid a rejection',
      final: 'A rejection became final',
      objected: 'A respondent objected',
    },
    voucher: {
      link_shown: 'Showed a voucher\'s link',
      reissued: 'Reissued a voucher',
      returned: 'A voucher came back',
      voided: 'Voided a voucher',
    },
    vouchers: {
      exported: 'Took the list of vouchers away',
    },
    claim: {
      released: 'Released a held claim',
    },
    payee: {
      unmasked: 'Saw a payee in full',
      erased: 'A payee was erased',
    },
    payees: {
      key_erased: 'Erased the key of a study’s payees',
    },
    batch: {
      prepared: 'Prepared a batch',
      approved: 'Approved a batch',
      refused: 'Refused a batch',
      cancelled: 'Cancelled a batch',
      accepted_by_bank: 'The bank accepted a batch',
    },
    attempt: {
      stored: 'Began a payment',
      succeeded: 'A payment succeeded',
      failed: 'A payment failed',
      cancelled: 'A payment was cancelled',
      undone: 'Undid “paid”',
    },
    payout: {
      returned: 'A payment was returned',
      uncollected: 'A payment was not collected',
    },
    account: {
      stop_lifted: 'Resumed payments',
    },
    evidence: {
      viewed: 'Saw a bank\'s file of results',
    },
    proposal: {
      made: 'Proposed something',
      confirmed: 'Confirmed a proposal',
      declined: 'Declined a proposal',
      withdrawn: 'Withdrew a proposal',
    },
    statement: {
      received: 'Uploaded a statement',
      staged: 'Read a statement',
      published: 'A statement took effect',
      matched: 'Matched a statement',
      discarded: 'Discarded a statement',
      reopened: 'Reopened a statement',
      tried_again: 'Tried a statement again',
    },
    line: {
      matched: 'Matched a line by hand',
    },
    word: {
      learned: 'Learned a type',
      unlearned: 'Unlearned a type',
    },
    exception: {
      closed: 'Closed an exception',
      opened_again: 'An exception opened again',
      taken: 'Took an exception on',
      noted: 'Noted something on an exception',
      missing_at_provider: 'An exception: missing at the provider',
      missing_in_ledger: 'An exception: missing in our ledger',
      amount_mismatch: 'An exception: amount mismatch',
      duplicate: 'An exception: paid twice',
      late: 'An exception: booked late',
      state_conflict: 'An exception: conflicting state',
      fee: 'An exception: fee or tax',
      return_after_success: 'An exception: returned after payment',
      unknown_type: 'An exception: unknown type',
      balance_break: 'An exception: balance break',
      batch_mismatch: 'An exception: batch total differs',
    },
    report: {
      signed: 'Signed a report',
      withdrawn: 'Withdrew a signature',
      exported: 'Took a report away',
    },
    books: {
      exported: 'Exported the books',
    },
    audit: {
      exported: 'Took the audit trail away',
    },
    setup: {
      begun: 'Began setting up a study',
    },
    questionnaire: {
      published: 'Published a questionnaire',
      draft_saved: 'Saved the draft (study and revision)',
      draft_uploaded: 'Uploaded a questionnaire as the draft (study and revision)',
      draft_discarded: 'Discarded the draft (study and revision)',
      translation_confirmed: 'Found a translation still right (study, language and place)',
      translation_reopened: 'Had a translation looked at again (study, language and place)',
    },
    permit: {
      viewed: 'Looked at a permit\'s file',
    },
    invitations: {
      made: 'Made personal links',
    },
    columns: {
      changed: 'Changed how columns are read',
      forgotten: 'Forgot how columns are read',
    },
    export: {
      made: 'Made an export of answers',
    },
    texts: {
      themes_changed: 'Changed the themes of open texts',
      coded: 'Sorted open texts into themes',
      viewed: 'Read the open texts of a study',
    },
    findings: {
      changed: 'Changed the findings of a study',
      published: 'Published a finding',
      hidden: 'Took a finding off the public page',
    },
    filters: {
      saved: 'Saved a filter of answers',
      renamed: 'Renamed a saved filter',
      removed: 'Deleted a saved filter',
      restored: 'Restored a saved filter',
    },
    weights: {
      saved: 'Saved margins to weight answers by',
      removed: 'Deleted margins',
      restored: 'Restored margins',
    },
    source_tags: {
      made: 'Made the tag of a link',
    },
    register: {
      exported: 'Took a batch\'s register away',
    },
  },
}

const zhHans: AuditMessages = {
  title: '审计记录',
  about: '谁在何时对什么做了什么。参与者对自己答卷的操作、持有人对奖励券的操作不在此列出，因为精确的时间会把两者联系起来；奖励券因此或因对其答卷的决定而发生的变化也不列出。参与者、奖励券和申领的编号均略去其中的时间。',
  scoped: '您看到的是涉及您所负责研究的记录。',
  when: '时间',
  who: '谁',
  what: '做了什么',
  subject: '对象',
  whoHint: '姓名或编号。',
  subjectHint: '编号，例如领取申请或批次的编号。',
  any: '全部',
  from: '从（北京时间）',
  to: '到（北京时间）',
  nothing: {
    title: '没有记录',
    all: '有人登录、导出或更改内容后，记录就会出现在这里。',
    found: '没有记录同时符合所有筛选条件。请去掉其中一个。',
  },
  download: '下载CSV',
  downloadHint: '文件包含按这些条件筛选出的记录。下载本身也会被记录。',
  actors: {
    operator: '命令行',
    sweep: '定时任务',
    system: '本服务',
    service: '本服务',
    statement: '自动匹配',
    holder: '持有人',
  },
  chain: {
    title: '链的检查',
    link: '检查链',
    about: '每条记录写入几秒后即被封存：封条有编号，并含有该记录和上一封条的哈希值。更改、缺失或添加的记录都会使链断开。今天的封条自明天起可在此检查；运行npm run audit可立即检查。',
    none: '今天之前尚无封存的记录。',
    newest: '今天之前的最新封条',
    note: '请记下编号和哈希值，以便日后比对：即使有人能改写整条链，也改不了您的笔记。',
    last: ({ count }) => `检查最后${count}个封条`,
    all: '从头检查',
    goOn: '继续',
    whole: ({ first, last }) => `第${first}至${last}号封条完好：每个都与前一个相接，并与其记录相符。`,
    progress: ({ last, all }) => `已检查到第${last}号封条，共${all}个`,
    broken: '链已断开',
    faults: {
      order: ({ n }) => `第${n}号封条与前一个不相接。`,
      gone: ({ n }) => `第${n}号封条的记录已不存在。`,
      changed: ({ n }) => `第${n}号封条与其记录不符：其中之一被更改过。`,
    },
    todo: '现在请勿批准、付款或签署任何内容。请保持数据库原样，并请服务的运行者与备份比对。',
  },
  actions: {
    staff: {
      added: '加入工作人员',
      removed: '移出工作人员',
      signed_in: '登录',
      signed_out: '退出登录',
      bound: '绑定登录账号',
      email_set: '更改电子邮箱',
      suspended: '暂停人员',
      resumed: '恢复人员',
      left: '移除人员',
      unbound: '解除了登录服务账号的绑定',
      account_confirmed: '确认了登录服务账号',
    },
    sign_in: {
      made: '生成登录链接',
    },
    sessions: {
      ended: '结束他人会话',
    },
    role: {
      given: '授予角色',
      taken: '收回角色',
    },
    study: {
      opened: '开放研究',
      made: '创建研究（尚未开放）',
      changed: '更改研究设置',
      paused: '暂停研究',
      paused_after_soft_launch: '试运行后暂停研究',
      paused_without_permit: '因无有效许可暂停研究',
      resumed: '继续研究',
      closed: '关闭研究',
      reopened: '重新开放研究',
      soft_launch_signed: '签署最早的答卷',
      test_made: '建立研究的测试',
      tests_erased: '清除测试答卷',
    },
    quota: {
      limited: '更改配额',
    },
    invitation: {
      made: '生成邀请链接',
      revoked: '撤销邀请链接',
    },
    responses: {
      exported: '导出答卷',
    },
    answers: {
      texts_erased: '清除文字答案',
      viewed: '查看一份答卷的答案',
    },
    request: {
      code_made: '为联系方式生成代码',
      registered: '登记书面请求',
      done: '完成书面请求',
    },
    review: {
      accepted: '接受答卷',
      rejected: '拒绝答卷',
      held: '暂缓答卷',
      undone: '撤销拒绝',
      final: '拒绝成为最终决定',
      objected: '参与者提出异议',
    },
    voucher: {
      link_shown: '查看奖励券链接',
      reissued: '重发奖励券',
      returned: '奖励券退回',
      voided: '作废奖励券',
    },
    vouchers: {
      exported: '导出奖励券清单',
    },
    claim: {
      released: '放行暂缓的申请',
    },
    payee: {
      unmasked: '查看完整收款人信息',
      erased: '清除收款人信息',
    },
    payees: {
      key_erased: '删除研究的收款人密钥',
    },
    batch: {
      prepared: '制作批次',
      approved: '批准批次',
      refused: '拒绝批次',
      cancelled: '取消批次',
      accepted_by_bank: '银行接受批次',
    },
    attempt: {
      stored: '开始付款',
      succeeded: '付款成功',
      failed: '付款失败',
      cancelled: '付款取消',
      undone: '撤销“已付”',
    },
    payout: {
      returned: '付款被退回',
      uncollected: '付款无人领取',
    },
    account: {
      stop_lifted: '恢复付款',
    },
    evidence: {
      viewed: '查看银行结果文件',
    },
    proposal: {
      made: '提出提议',
      confirmed: '确认提议',
      declined: '拒绝提议',
      withdrawn: '撤回提议',
    },
    statement: {
      received: '上传对账单',
      staged: '读取对账单',
      published: '对账单生效',
      matched: '核对对账单',
      discarded: '丢弃对账单',
      reopened: '重新打开对账单',
      tried_again: '重试对账单',
    },
    line: {
      matched: '手工核对一行',
    },
    word: {
      learned: '学会一个类型',
      unlearned: '忘记一个类型',
    },
    exception: {
      closed: '关闭差异',
      opened_again: '差异重新打开',
      taken: '接手差异',
      noted: '为差异添加备注',
      missing_at_provider: '出现差异：渠道无记录',
      missing_in_ledger: '出现差异：账目无记录',
      amount_mismatch: '出现差异：金额不符',
      duplicate: '出现差异：重复付款',
      late: '出现差异：入账较晚',
      state_conflict: '出现差异：状态矛盾',
      fee: '出现差异：手续费或税费',
      return_after_success: '出现差异：付款后退回',
      unknown_type: '出现差异：未知业务类型',
      balance_break: '出现差异：余额不衔接',
      batch_mismatch: '出现差异：批次合计不符',
    },
    report: {
      signed: '签署报表',
      withdrawn: '撤回签名',
      exported: '导出报告',
    },
    books: {
      exported: '导出账簿',
    },
    audit: {
      exported: '导出审计记录',
    },
    setup: {
      begun: '开始建立研究',
    },
    questionnaire: {
      published: '发布问卷',
      draft_saved: '保存问卷草稿（研究与修订号）',
      draft_uploaded: '上传问卷作为草稿（研究与修订号）',
      draft_discarded: '放弃问卷草稿（研究与修订号）',
      translation_confirmed: '确认译文仍然正确（研究、语言与位置）',
      translation_reopened: '要求重新检查译文（研究、语言与位置）',
    },
    permit: {
      viewed: '查看许可文件',
    },
    invitations: {
      made: '生成个人链接',
    },
    columns: {
      changed: '更改列的读取方式',
      forgotten: '删除列的读取方式',
    },
    export: {
      made: '创建了答卷导出',
    },
    texts: {
      themes_changed: '修改了文本题的主题',
      coded: '将文本题答案归入主题',
      viewed: '查看了研究的开放文本',
    },
    findings: {
      changed: '修改了研究的发现与改进',
      published: '发布了一条发现',
      hidden: '从公开页面撤下了一条发现',
    },
    filters: {
      saved: '保存了分群',
      renamed: '重命名了分群',
      removed: '删除了分群',
      restored: '恢复了分群',
    },
    weights: {
      saved: '保存了用于加权的边际分布',
      removed: '删除了边际分布',
      restored: '恢复了边际分布',
    },
    source_tags: {
      made: '创建了链接标签',
    },
    register: {
      exported: '导出批次清册',
    },
  },
}

const zhHant: AuditMessages = {
  title: '審計紀錄',
  about: '誰在何時對甚麼做了甚麼。參與者對自己答卷的操作、持有人對獎賞券的操作不在此列出，因為精確的時間會把兩者連繫起來；獎賞券因此或因對其答卷的決定而發生的變化也不列出。參與者、獎賞券和申領的編號均略去其中的時間。',
  scoped: '您看到的是涉及您所負責研究的紀錄。',
  when: '時間',
  who: '誰',
  what: '做了甚麼',
  subject: '對象',
  whoHint: '姓名或編號。',
  subjectHint: '編號，例如領取申請或批次的編號。',
  any: '全部',
  from: '由（香港時間）',
  to: '至（香港時間）',
  nothing: {
    title: '沒有紀錄',
    all: '有人登入、匯出或更改內容後，紀錄就會出現在這裏。',
    found: '沒有紀錄同時符合所有篩選條件。請去掉其中一個。',
  },
  download: '下載CSV',
  downloadHint: '檔案包含按這些條件篩選出的紀錄。下載本身也會被記錄。',
  actors: {
    operator: '命令列',
    sweep: '定時工作',
    system: '本服務',
    service: '本服務',
    statement: '自動配對',
    holder: '持有人',
  },
  chain: {
    title: '鏈的檢查',
    link: '檢查鏈',
    about: '每項紀錄寫入幾秒後即被封存：封條有編號，並含有該紀錄和上一封條的雜湊值。更改、缺失或加入的紀錄都會使鏈斷開。今天的封條自明天起可在此檢查；執行npm run audit可立即檢查。',
    none: '今天之前尚無封存的紀錄。',
    newest: '今天之前的最新封條',
    note: '請記下編號和雜湊值，以便日後比對：即使有人能改寫整條鏈，也改不了您的筆記。',
    last: ({ count }) => `檢查最後${count}個封條`,
    all: '從頭檢查',
    goOn: '繼續',
    whole: ({ first, last }) => `第${first}至${last}號封條完好：每個都與前一個相接，並與其紀錄相符。`,
    progress: ({ last, all }) => `已檢查到第${last}號封條，共${all}個`,
    broken: '鏈已斷開',
    faults: {
      order: ({ n }) => `第${n}號封條與前一個不相接。`,
      gone: ({ n }) => `第${n}號封條的紀錄已不存在。`,
      changed: ({ n }) => `第${n}號封條與其紀錄不符：其中之一被更改過。`,
    },
    todo: '現在請勿批准、付款或簽署任何內容。請保持資料庫原樣，並請服務的營運者與備份比對。',
  },
  actions: {
    staff: {
      added: '加入工作人員',
      removed: '移出工作人員',
      signed_in: '登入',
      signed_out: '登出',
      bound: '綁定登入賬號',
      email_set: '更改電郵地址',
      suspended: '暫停人員',
      resumed: '恢復人員',
      left: '移除人員',
      unbound: '解除了登入服務賬號的綁定',
      account_confirmed: '確認了登入服務賬號',
    },
    sign_in: {
      made: '產生登入連結',
    },
    sessions: {
      ended: '結束他人工作階段',
    },
    role: {
      given: '授予角色',
      taken: '收回角色',
    },
    study: {
      opened: '開放研究',
      made: '建立研究（尚未開放）',
      changed: '更改研究設定',
      paused: '暫停研究',
      paused_after_soft_launch: '試運行後暫停研究',
      paused_without_permit: '因無有效許可暫停研究',
      resumed: '繼續研究',
      closed: '關閉研究',
      reopened: '重新開放研究',
      soft_launch_signed: '簽署最早的答卷',
      test_made: '建立研究的測試',
      tests_erased: '清除測試答卷',
    },
    quota: {
      limited: '更改配額',
    },
    invitation: {
      made: '產生邀請連結',
      revoked: '撤銷邀請連結',
    },
    responses: {
      exported: '匯出答卷',
    },
    answers: {
      texts_erased: '清除文字答案',
      viewed: '查看一份答卷的答案',
    },
    request: {
      code_made: '為聯絡方式產生代碼',
      registered: '登記書面請求',
      done: '完成書面請求',
    },
    review: {
      accepted: '接受答卷',
      rejected: '拒絕答卷',
      held: '暫緩答卷',
      undone: '撤銷拒絕',
      final: '拒絕成為最終決定',
      objected: '參與者提出異議',
    },
    voucher: {
      link_shown: '查看獎賞券連結',
      reissued: '重發獎賞券',
      returned: '獎賞券退回',
      voided: '作廢獎賞券',
    },
    vouchers: {
      exported: '匯出獎賞券清單',
    },
    claim: {
      released: '放行暫緩的申請',
    },
    payee: {
      unmasked: '查看完整收款人資料',
      erased: '清除收款人資料',
    },
    payees: {
      key_erased: '刪除研究的收款人密鑰',
    },
    batch: {
      prepared: '製作批次',
      approved: '批准批次',
      refused: '拒絕批次',
      cancelled: '取消批次',
      accepted_by_bank: '銀行接受批次',
    },
    attempt: {
      stored: '開始付款',
      succeeded: '付款成功',
      failed: '付款失敗',
      cancelled: '付款取消',
      undone: '撤銷「已付」',
    },
    payout: {
      returned: '付款被退回',
      uncollected: '付款無人領取',
    },
    account: {
      stop_lifted: '恢復付款',
    },
    evidence: {
      viewed: '查看銀行結果檔案',
    },
    proposal: {
      made: '提出提議',
      confirmed: '確認提議',
      declined: '拒絕提議',
      withdrawn: '撤回提議',
    },
    statement: {
      received: '上載結單',
      staged: '讀取結單',
      published: '結單生效',
      matched: '核對結單',
      discarded: '捨棄結單',
      reopened: '重新開啟結單',
      tried_again: '重試結單',
    },
    line: {
      matched: '人手核對一行',
    },
    word: {
      learned: '學會一個類型',
      unlearned: '忘記一個類型',
    },
    exception: {
      closed: '關閉差異',
      opened_again: '差異重新開啟',
      taken: '接手差異',
      noted: '為差異加上備註',
      missing_at_provider: '出現差異：渠道沒有紀錄',
      missing_in_ledger: '出現差異：賬目沒有紀錄',
      amount_mismatch: '出現差異：金額不符',
      duplicate: '出現差異：重複付款',
      late: '出現差異：入賬較遲',
      state_conflict: '出現差異：狀態矛盾',
      fee: '出現差異：手續費或稅項',
      return_after_success: '出現差異：付款後退回',
      unknown_type: '出現差異：未知業務類型',
      balance_break: '出現差異：結餘不銜接',
      batch_mismatch: '出現差異：批次合計不符',
    },
    report: {
      signed: '簽署報表',
      withdrawn: '撤回簽署',
      exported: '匯出報告',
    },
    books: {
      exported: '匯出賬簿',
    },
    audit: {
      exported: '匯出審計紀錄',
    },
    setup: {
      begun: '開始建立研究',
    },
    questionnaire: {
      published: '發佈問卷',
      draft_saved: '儲存問卷草稿（研究與修訂號）',
      draft_uploaded: '上載問卷作為草稿（研究與修訂號）',
      draft_discarded: '放棄問卷草稿（研究與修訂號）',
      translation_confirmed: '確認譯文仍然正確（研究、語言與位置）',
      translation_reopened: '要求重新檢查譯文（研究、語言與位置）',
    },
    permit: {
      viewed: '查看許可檔案',
    },
    invitations: {
      made: '產生個人連結',
    },
    columns: {
      changed: '更改欄的讀取方式',
      forgotten: '刪除欄的讀取方式',
    },
    export: {
      made: '建立了答卷匯出',
    },
    texts: {
      themes_changed: '修改了文字題的主題',
      coded: '將文字題答案歸入主題',
      viewed: '查看了研究的開放文字',
    },
    findings: {
      changed: '修改了研究的發現與改善',
      published: '發佈了一項發現',
      hidden: '從公開頁面撤下了一項發現',
    },
    filters: {
      saved: '儲存了分群',
      renamed: '重新命名了分群',
      removed: '刪除了分群',
      restored: '恢復了分群',
    },
    weights: {
      saved: '儲存了用於加權的邊際分佈',
      removed: '刪除了邊際分佈',
      restored: '恢復了邊際分佈',
    },
    source_tags: {
      made: '建立了連結標籤',
    },
    register: {
      exported: '匯出批次清冊',
    },
  },
}

const languages: Record<Language, AuditMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/audit, in one language. */
export function auditMessages(language: Language): AuditMessages {
  return languages[language]
}
