// Made from messages/*/studies/lifecycle.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface LifecycleMessages {
  states: {
    ready: string
    open: string
    paused: string
    closed: string
  }
  openings: {
    open: string
    not_ready: string
    not_yet: (of: { at: string | number }) => string
    paused: string
    closed: string
    finishing: (of: { at: string | number }) => string
  }
  window: (of: { from: string | number }) => string
  until: (of: { to: string | number }) => string
  noEnd: string
  visit: string
  checks: {
    title: string
    there: string
    missing: string
    not_needed: string
    waiting: string
    waits: string
    names: {
      questionnaire: string
      window: string
      permit: string
      budget: string
      payers: string
      reviewer: string
      calendar: string
    }
    hints: {
      questionnaire: string
      window: string
      permit: string
      budget: string
      payers: string
      reviewer: string
      calendar: string
    }
  }
  moves: {
    start: string
    pause: string
    resume: string
    close: string
    reopen: string
  }
  start: {
    about: string
    soft: string
    softHint: string
  }
  pause: {
    about: string
    words: (of: { language: string | number }) => string
    hint: (of: { most: string | number; usual: string | number }) => string
  }
  close: {
    about: (of: { days: number }) => string
    unopened: string
  }
  reopen: {
    about: string
    until: string
    untilHint: string
  }
  resume: {
    about: string
  }
  said: {
    start: string
    pause: string
    resume: string
    close: string
    reopen: string
  }
  refused: {
    not_found: string
    not_now: string
    missing: string
    permit: string
    soft_launch: string
    window: string
    ended: string
    long: (of: { most: string | number }) => string
    limit: (of: { most: string | number }) => string
  }
  alerts: {
    title: string
    quota: (of: { percent: string | number; name: string | number; used: string | number; whole: string | number }) => string
    budget: (of: { percent: string | number; offer: string | number }) => string
  }
  softLaunch: {
    running: (of: { count: number; limit: string | number }) => string
    over: (of: { limit: number }) => string
    look: string
  }
  remaining: {
    title: string
    todo: string
    done: string
    reviews: {
      name: string
      held: (of: { count: number }) => string
      objections: (of: { count: number }) => string
      objectionsBy: (of: { count: number; day: string | number }) => string
      none: string
      link: string
    }
    files: {
      name: string
      taken: string
      early: (of: { at: string | number }) => string
      none: string
      link: string
    }
    findings: {
      name: string
      nothing: string
      drafts: (of: { count: number }) => string
      published: (of: { count: number }) => string
      link: string
    }
    money: {
      name: string
      owed: (of: { amounts: string | number }) => string
      none: string
      link: string
    }
    budget: {
      name: string
      left: (of: { amounts: string | number }) => string
      none: string
      link: string
    }
    certificate: {
      name: string
      text: string
      link: string
    }
    deletion: {
      name: string
      on: (of: { day: string | number }) => string
      since: (of: { day: string | number }) => string
      never: string
    }
  }
  permitOver: (of: { day: string | number }) => string
  history: string
  byService: string
  money: string
  moneyLink: string
}

const en: LifecycleMessages = {
  states: {
    ready: 'Ready',
    open: 'Open',
    paused: 'Paused',
    closed: 'Closed',
  },
  openings: {
    open: 'People can start now.',
    not_ready: 'Nobody can start yet: the study has not been opened.',
    not_yet: ({ at }) => `It is open, and people can start from ${at} on.`,
    paused: 'Nobody can start. People who have begun can finish; status pages and payments keep working.',
    closed: 'Nobody can start.',
    finishing: ({ at }) => `People who have begun can finish until ${at}.`,
  },
  window: ({ from }) => `From ${from}`,
  until: ({ to }) => `until ${to}`,
  noEnd: 'No end is set',
  visit: 'The page that visitors see',
  checks: {
    title: 'Before it opens',
    there: 'Done',
    missing: 'Missing',
    not_needed: 'Not needed',
    waiting: 'Waits',
    waits: 'Proposed: another person confirms it under Approvals.',
    names: {
      questionnaire: 'The questionnaire can be asked',
      window: 'The window is not over',
      permit: 'A permit for the mainland is confirmed',
      budget: 'Every reward has a budget',
      payers: 'One person prepares payments, another approves them',
      reviewer: 'Somebody judges responses that are held',
      calendar: 'This year’s calendar of payments is published',
    },
    hints: {
      questionnaire: 'The problems are listed under “Dry run”, and where the questionnaire is edited.',
      window: 'Set a later end in the settings.',
      permit: 'One person enters it, another confirms it.',
      budget: 'One person proposes a top-up, another approves it.',
      payers: 'An owner gives the roles preparer and approver to two people.',
      reviewer: 'An owner gives somebody the role reviewer.',
      calendar: 'A preparer publishes the year, and another person approves it.',
    },
  },
  moves: {
    start: 'Open the study',
    pause: 'Pause',
    resume: 'Let people start again',
    close: 'Close',
    reopen: 'Reopen',
  },
  start: {
    about: 'People can start at once, or when the window begins. What they rely on (amounts, consents, minimum age, privacy notice) is fixed for everybody who begins.',
    soft: 'Soft launch: pause after this many complete responses',
    softHint: 'Leave empty to open without one. The study continues once somebody has reviewed the first responses and signed.',
  },
  pause: {
    about: 'Nobody can start until you let them. People who have begun can finish; resume codes, status pages and payments keep working.',
    words: ({ language }) => `What visitors read (${language})`,
    hint: ({ most, usual }) => `At most ${most} characters. Left empty, they read “${usual}”`,
  },
  close: {
    about: ({ days }) => `Nobody can start from now on. People who have begun can finish within ${days === 0 ? 'no day' : days === 1 ? 'one day' : `${days} days`}. What is left of the budget is given back by two people.`,
    unopened: 'Nobody has begun, and nobody can. What was put into its budget is given back by two people. It can be reopened.',
  },
  reopen: {
    about: 'People can start again, on the same terms. Answers that were deleted meanwhile do not come back.',
    until: 'Last day',
    untilHint: 'Leave empty for no end.',
  },
  resume: {
    about: 'People can start again at once.',
  },
  said: {
    start: 'The study is open.',
    pause: 'The study is paused.',
    resume: 'People can start again.',
    close: 'The study is closed.',
    reopen: 'The study is open again.',
  },
  refused: {
    not_found: 'There is no such study.',
    not_now: 'The study’s state has changed in the meantime. Check it again.',
    missing: 'Something is still missing. See the list below.',
    permit: 'It collects in the mainland, and no permit is confirmed or it has ended.',
    soft_launch: 'The first responses wait for a signature. Look at them first.',
    window: 'That end is over already. Choose a later day.',
    ended: 'Its end has passed. Set a later end in the settings first.',
    long: ({ most }) => `Use at most ${most} characters.`,
    limit: ({ most }) => `Write a whole number from 1 to ${most}, or nothing.`,
  },
  alerts: {
    title: 'Running low',
    quota: ({ percent, name, used, whole }) => `${percent}% of the quota “${name}” is taken (${used} of ${whole}).`,
    budget: ({ percent, offer }) => `${percent}% of the budget of ${offer} is promised or paid.`,
  },
  softLaunch: {
    running: ({ count, limit }) => `Soft launch: ${count === 1 ? 'one complete response' : `${count} complete responses`} of ${limit}. It pauses itself at ${limit}.`,
    over: ({ limit }) => `The soft launch has its ${limit === 1 ? 'one complete response' : `${limit} complete responses`} and the study has paused itself.`,
    look: 'Look at the first responses',
  },
  remaining: {
    title: 'What remains to do',
    todo: 'To do',
    done: 'Done',
    reviews: {
      name: 'Held responses and objections',
      held: ({ count }) => `${count === 1 ? 'One response waits' : `${count} responses wait`} for a decision.`,
      objections: ({ count }) => `${count === 1 ? 'One objection waits' : `${count} objections wait`} for an answer.`,
      objectionsBy: ({ count, day }) => `${count === 1 ? 'One objection waits' : `${count} objections wait`} for an answer, the first by ${day}.`,
      none: 'Nothing waits for a person.',
      link: 'Decide',
    },
    files: {
      name: 'Files of the answers',
      taken: 'A file has been made since nobody can answer any more.',
      early: ({ at }) => `People who have begun can answer until ${at}. Make the files after that.`,
      none: 'No file has been made since nobody can answer any more.',
      link: 'Export',
    },
    findings: {
      name: 'Findings',
      nothing: 'Nothing has been written about what people said and what changes.',
      drafts: ({ count }) => `${count === 1 ? 'One finding is' : `${count} findings are`} still a draft.`,
      published: ({ count }) => `${count === 1 ? 'One finding is' : `${count} findings are`} public.`,
      link: 'Write and publish',
    },
    money: {
      name: 'Rewards',
      owed: ({ amounts }) => `${amounts} set aside, owed or on the way. A preparer and an approver pay what is claimed; a voucher can be claimed until its own deadline.`,
      none: 'Nothing is owed.',
      link: 'See what is owed',
    },
    budget: {
      name: 'Rest of the budget',
      left: ({ amounts }) => `${amounts} left, to be given back to the organiser by two people.`,
      none: 'Nothing is left.',
      link: 'Give back',
    },
    certificate: {
      name: 'Closing certificate',
      text: 'Two people of the money desk sign it once nothing is owed any more.',
      link: 'Open',
    },
    deletion: {
      name: 'Answers',
      on: ({ day }) => `They are deleted on ${day}. Files that were made by then stay with whoever has them.`,
      since: ({ day }) => `They have been deleted since ${day}, except where something is still in dispute.`,
      never: 'They stay until the organiser deletes them.',
    },
  },
  permitOver: ({ day }) => `The permit for the mainland ended on ${day}, so nobody can start.`,
  history: 'History',
  byService: 'the service',
  money: 'Money',
  moneyLink: 'Budgets, top-ups and returns',
}

const zhHans: LifecycleMessages = {
  states: {
    ready: '已就绪',
    open: '进行中',
    paused: '已暂停',
    closed: '已关闭',
  },
  openings: {
    open: '现在可以开始作答。',
    not_ready: '研究尚未开放，任何人都不能开始。',
    not_yet: ({ at }) => `已开放，从${at}起可以开始作答。`,
    paused: '现在不能开始。已经开始的人可以继续完成，状态页和付款照常。',
    closed: '不能再开始。',
    finishing: ({ at }) => `已经开始的人可以在${at}之前完成。`,
  },
  window: ({ from }) => `开始时间：${from}`,
  until: ({ to }) => `结束时间：${to}`,
  noEnd: '未设结束时间',
  visit: '访客看到的页面',
  checks: {
    title: '开放之前',
    there: '已完成',
    missing: '缺少',
    not_needed: '不需要',
    waiting: '待确认',
    waits: '已经提出，须由另一人在“待双人确认”中确认。',
    names: {
      questionnaire: '问卷可以使用',
      window: '开放时段尚未结束',
      permit: '境内调查许可已确认',
      budget: '每种奖励都有预算',
      payers: '付款由一人准备、另一人批准',
      reviewer: '有人审核暂缓的答卷',
      calendar: '今年的付款日历已发布',
    },
    hints: {
      questionnaire: '“试运行”页面和编辑页面列出了其中的错误。',
      window: '请在设置中改为更晚的结束时间。',
      permit: '由一人填写，另一人确认。',
      budget: '由一人提出追加，另一人批准。',
      payers: '由负责人把“制单人”和“审批人”两个角色交给两个人。',
      reviewer: '由负责人把“审核员”角色交给某人。',
      calendar: '由准备付款的人发布该年日历，另一人批准。',
    },
  },
  moves: {
    start: '开放研究',
    pause: '暂停',
    resume: '恢复开放',
    close: '关闭',
    reopen: '重新开放',
  },
  start: {
    about: '开放后，人们可以立即（或在时段开始时）作答。已经开始的人所依据的内容（金额、同意事项、最低年龄、隐私声明）不会再变。',
    soft: '试运行：完成这么多份答卷后自动暂停',
    softHint: '留空则不进行试运行。有人查看最早的答卷并签字后才会继续。',
  },
  pause: {
    about: '在恢复之前任何人都不能开始。已经开始的人可以继续完成；恢复码、状态页和付款照常。',
    words: ({ language }) => `访客看到的文字（${language}）`,
    hint: ({ most, usual }) => `最多${most}个字符。留空时显示“${usual}”`,
  },
  close: {
    about: ({ days }) => `从现在起不能再开始。已经开始的人还有${days === 0 ? '零天' : `${days}天`}可以完成。剩余预算由两人退回。`,
    unopened: '还没有人开始，之后也不能开始。已拨入的预算由两人退回。以后仍可重新开放。',
  },
  reopen: {
    about: '人们可以按同样的条件再次开始。期间已删除的答卷不会恢复。',
    until: '最后一天',
    untilHint: '留空表示不设结束时间。',
  },
  resume: {
    about: '人们可以立即再次开始。',
  },
  said: {
    start: '研究已开放。',
    pause: '研究已暂停。',
    resume: '可以再次开始作答。',
    close: '研究已关闭。',
    reopen: '研究已重新开放。',
  },
  refused: {
    not_found: '没有这项研究。',
    not_now: '研究的状态已经改变，请重新查看。',
    missing: '仍有缺少的内容，见下方清单。',
    permit: '本研究在境内收集数据，但许可尚未确认或已到期。',
    soft_launch: '最早的答卷还在等待签字，请先查看。',
    window: '该结束时间已过，请选择更晚的日期。',
    ended: '开放时段已结束，请先在设置中填写更晚的结束时间。',
    long: ({ most }) => `最多${most}个字符。`,
    limit: ({ most }) => `请填写1到${most}的整数，或留空。`,
  },
  alerts: {
    title: '即将用尽',
    quota: ({ name, percent, used, whole }) => `配额“${name}”已用${percent}%（${used}/${whole}）。`,
    budget: ({ offer, percent }) => `${offer}的预算已有${percent}%被承诺或支付。`,
  },
  softLaunch: {
    running: ({ count, limit }) => `试运行：已完成${`${count}份`}，共${limit}份。满${limit}份时自动暂停。`,
    over: ({ limit }) => `试运行的${`${limit}份`}答卷已完成，研究已自动暂停。`,
    look: '查看最早的答卷',
  },
  remaining: {
    title: '待办事项',
    todo: '待办',
    done: '已完成',
    reviews: {
      name: '待审核答卷与异议',
      held: ({ count }) => `${`${count}份答卷`}待审核。`,
      objections: ({ count }) => `${`${count}项异议`}待答复。`,
      objectionsBy: ({ count, day }) => `${`${count}项异议`}待答复，最早期限${day}。`,
      none: '没有待人工处理的内容。',
      link: '去处理',
    },
    files: {
      name: '答卷文件',
      taken: '作答截止后已生成过文件。',
      early: ({ at }) => `已经开始的人可在${at}之前完成，请在此之后导出。`,
      none: '作答截止后还没有生成过文件。',
      link: '去导出',
    },
    findings: {
      name: '发现与改进',
      nothing: '还没有写下大家的意见和作出的改进。',
      drafts: ({ count }) => `${`${count}条`}仍是草稿。`,
      published: ({ count }) => `${`${count}条`}已公开。`,
      link: '填写并发布',
    },
    money: {
      name: '奖励',
      owed: ({ amounts }) => `已预留、应付或支付中：${amounts}。已领取的由制单人和审批人支付；奖励券可在各自的期限前领取。`,
      none: '没有应付款项。',
      link: '查看明细',
    },
    budget: {
      name: '预算余额',
      left: ({ amounts }) => `余额${amounts}，须由两人退还主办方。`,
      none: '没有余额。',
      link: '去退回',
    },
    certificate: {
      name: '结项证明',
      text: '没有应付款项后，由资金岗位的两人签署。',
      link: '打开',
    },
    deletion: {
      name: '答卷数据',
      on: ({ day }) => `将于${day}删除。此前导出的文件不受影响。`,
      since: ({ day }) => `已从${day}起删除，仍有争议的除外。`,
      never: '一直保留，直到主办方删除。',
    },
  },
  permitOver: ({ day }) => `境内调查许可已于${day}到期，因此不能开始。`,
  history: '操作记录',
  byService: '系统',
  money: '资金',
  moneyLink: '预算、追加与退回',
}

const zhHant: LifecycleMessages = {
  states: {
    ready: '已就緒',
    open: '進行中',
    paused: '已暫停',
    closed: '已關閉',
  },
  openings: {
    open: '現在可以開始作答。',
    not_ready: '研究尚未開放，任何人都不能開始。',
    not_yet: ({ at }) => `已開放，從${at}起可以開始作答。`,
    paused: '現在不能開始。已經開始的人可以繼續完成，狀態頁和付款照常。',
    closed: '不能再開始。',
    finishing: ({ at }) => `已經開始的人可以在${at}之前完成。`,
  },
  window: ({ from }) => `開始時間：${from}`,
  until: ({ to }) => `結束時間：${to}`,
  noEnd: '未設結束時間',
  visit: '訪客看到的頁面',
  checks: {
    title: '開放之前',
    there: '已完成',
    missing: '缺少',
    not_needed: '不需要',
    waiting: '待確認',
    waits: '已經提出，須由另一人在「待雙人確認」中確認。',
    names: {
      questionnaire: '問卷可以使用',
      window: '開放時段尚未結束',
      permit: '境內調查許可已確認',
      budget: '每種獎賞都有預算',
      payers: '付款由一人準備、另一人批准',
      reviewer: '有人審核暫緩的答卷',
      calendar: '今年的付款日曆已發佈',
    },
    hints: {
      questionnaire: '「試運行」頁面及編輯頁面列出了其中的錯誤。',
      window: '請在設定中改為更晚的結束時間。',
      permit: '由一人填寫，另一人確認。',
      budget: '由一人提出追加，另一人批准。',
      payers: '由所有者把「準備人」和「批准人」兩個角色交給兩個人。',
      reviewer: '由所有者把「審核人」角色交給某人。',
      calendar: '由準備付款的人發佈該年日曆，另一人批准。',
    },
  },
  moves: {
    start: '開放研究',
    pause: '暫停',
    resume: '恢復開放',
    close: '關閉',
    reopen: '重新開放',
  },
  start: {
    about: '開放後，人們可以立即（或在時段開始時）作答。已經開始的人所依據的內容（金額、同意事項、最低年齡、隱私聲明）不會再變。',
    soft: '試運行：完成這麼多份答卷後自動暫停',
    softHint: '留空則不進行試運行。有人查看最早的答卷並簽字後才會繼續。',
  },
  pause: {
    about: '在恢復之前任何人都不能開始。已經開始的人可以繼續完成；恢復碼、狀態頁和付款照常。',
    words: ({ language }) => `訪客看到的文字（${language}）`,
    hint: ({ most, usual }) => `最多${most}個字元。留空時顯示「${usual}」`,
  },
  close: {
    about: ({ days }) => `從現在起不能再開始。已經開始的人還有${days === 0 ? '零天' : `${days}天`}可以完成。剩餘預算由兩人退回。`,
    unopened: '還沒有人開始，之後也不能開始。已撥入的預算由兩人退回。以後仍可重新開放。',
  },
  reopen: {
    about: '人們可以按同樣的條件再次開始。期間已刪除的答卷不會恢復。',
    until: '最後一天',
    untilHint: '留空表示不設結束時間。',
  },
  resume: {
    about: '人們可以立即再次開始。',
  },
  said: {
    start: '研究已開放。',
    pause: '研究已暫停。',
    resume: '可以再次開始作答。',
    close: '研究已關閉。',
    reopen: '研究已重新開放。',
  },
  refused: {
    not_found: '沒有這項研究。',
    not_now: '研究的狀態已經改變，請重新查看。',
    missing: '仍有缺少的內容，見下方清單。',
    permit: '本研究在境內收集數據，但許可尚未確認或已到期。',
    soft_launch: '最早的答卷還在等待簽字，請先查看。',
    window: '該結束時間已過，請選擇更晚的日期。',
    ended: '開放時段已結束，請先在設定中填寫更晚的結束時間。',
    long: ({ most }) => `最多${most}個字元。`,
    limit: ({ most }) => `請填寫1到${most}的整數，或留空。`,
  },
  alerts: {
    title: '即將用盡',
    quota: ({ name, percent, used, whole }) => `配額「${name}」已用${percent}%（${used}/${whole}）。`,
    budget: ({ offer, percent }) => `${offer}的預算已有${percent}%被承诺或支付。`,
  },
  softLaunch: {
    running: ({ count, limit }) => `試運行：已完成${`${count}份`}，共${limit}份。滿${limit}份時自動暫停。`,
    over: ({ limit }) => `試運行的${`${limit}份`}答卷已完成，研究已自動暫停。`,
    look: '查看最早的答卷',
  },
  remaining: {
    title: '待辦事項',
    todo: '待辦',
    done: '已完成',
    reviews: {
      name: '待審核答卷與異議',
      held: ({ count }) => `${`${count}份答卷`}待審核。`,
      objections: ({ count }) => `${`${count}項異議`}待答覆。`,
      objectionsBy: ({ count, day }) => `${`${count}項異議`}待答覆，最早期限${day}。`,
      none: '沒有待人手處理的內容。',
      link: '前往處理',
    },
    files: {
      name: '答卷檔案',
      taken: '作答截止後已產生過檔案。',
      early: ({ at }) => `已經開始的人可在${at}之前完成，請在此之後匯出。`,
      none: '作答截止後還沒有產生過檔案。',
      link: '前往匯出',
    },
    findings: {
      name: '發現與改善',
      nothing: '還沒有寫下大家的意見和作出的改善。',
      drafts: ({ count }) => `${`${count}項`}仍是草稿。`,
      published: ({ count }) => `${`${count}項`}已公開。`,
      link: '填寫並發佈',
    },
    money: {
      name: '獎賞',
      owed: ({ amounts }) => `已預留、應付或支付中：${amounts}。已領取的由製單人和審批人支付；獎賞券可在各自的限期前領取。`,
      none: '沒有應付款項。',
      link: '查看明細',
    },
    budget: {
      name: '預算餘額',
      left: ({ amounts }) => `餘額${amounts}，須由兩人退還主辦機構。`,
      none: '沒有餘額。',
      link: '前往退回',
    },
    certificate: {
      name: '結項證明',
      text: '沒有應付款項後，由資金崗位的兩人簽署。',
      link: '開啟',
    },
    deletion: {
      name: '答卷資料',
      on: ({ day }) => `將於${day}刪除。此前匯出的檔案不受影響。`,
      since: ({ day }) => `已從${day}起刪除，仍有爭議的除外。`,
      never: '一直保留，直到主辦機構刪除。',
    },
  },
  permitOver: ({ day }) => `境內調查許可已於${day}到期，因此不能開始。`,
  history: '操作紀錄',
  byService: '系統',
  money: '資金',
  moneyLink: '預算、追加與退回',
}

const languages: Record<Language, LifecycleMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/lifecycle, in one language. */
export function lifecycleMessages(language: Language): LifecycleMessages {
  return languages[language]
}
