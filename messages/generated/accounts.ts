// Made from messages/*/accounts.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface AccountsMessages {
  signIn: {
    title: string
    text: string
    button: string
  }
  signedOut: {
    title: string
    text: string
  }
  typed: string
  problems: {
    signed_out: {
      title: string
      text: string
    }
    forbidden: {
      title: string
      text: string
    }
    link_invalid: {
      title: string
      text: string
    }
    link_expired: {
      title: string
      text: string
    }
    link_spent: {
      title: string
      text: string
    }
  }
  sendAgain: {
    title: string
    text: string
    button: string
  }
  signOut: string
  signedInAs: string
  roles: {
    owner: string
    admin: string
    analyst: string
    reviewer: string
    preparer: string
    approver: string
    auditor: string
  }
  parts: {
    label: string
    responses: string
    reviews: string
    money: string
    vouchers: string
    payouts: string
    clearing: string
    statements: string
    exceptions: string
    proposals: string
    reports: string
    calendar: string
  }
  devices: {
    title: string
    lead: string
    done: string
    code: string
    keep: string
    others: {
      title: string
      text: string
      button: string
    }
    all: {
      title: string
      text: string
      button: string
    }
    voucher: string
    back: string
  }
  clock: {
    ahead: (of: { at: string | number }) => string
    back: (of: { at: string | number }) => string
    behind: (of: { at: string | number }) => string
    means: string
    todo: string
  }
}

const en: AccountsMessages = {
  signIn: {
    title: 'Staff sign-in',
    text: 'This link works once. Press the button on the device that you want to work on.',
    button: 'Sign in',
  },
  signedOut: {
    title: 'You are signed out',
    text: 'Your session on this device has ended. For a new link, ask whoever runs this service; they can make one with: npm run sign-in -- NAME',
  },
  typed: 'What you typed was not saved. Copy it:',
  problems: {
    signed_out: {
      title: 'Please sign in',
      text: 'You are not signed in, or your session has ended. For a new link, ask whoever runs this service; they can make one with: npm run sign-in -- NAME',
    },
    forbidden: {
      title: 'Access denied',
      text: 'Admins see answers, and finance sees money; nobody sees both.',
    },
    link_invalid: {
      title: 'This link does not work',
      text: 'It may have been cut short. For a new link, ask whoever runs this service; they can make one with: npm run sign-in -- NAME',
    },
    link_expired: {
      title: 'This link has expired',
      text: 'It was valid for one hour. For a new link, ask whoever runs this service; they can make one with: npm run sign-in -- NAME',
    },
    link_spent: {
      title: 'This link has been used',
      text: 'It works once. If it was not you who used it, tell whoever runs this service at once. For a new link, ask whoever runs this service; they can make one with: npm run sign-in -- NAME',
    },
  },
  sendAgain: {
    title: 'What you typed is still here',
    text: 'Your session ended before it arrived, so nothing was changed. Keep this page open, sign in with a new link in another tab, then press the button.',
    button: 'Send it again',
  },
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
  roles: {
    owner: 'Owner',
    admin: 'Admin',
    analyst: 'Analyst',
    reviewer: 'Reviewer',
    preparer: 'Preparer',
    approver: 'Approver',
    auditor: 'Auditor',
  },
  parts: {
    label: 'Sections',
    responses: 'Responses',
    reviews: 'Reviews',
    money: 'Money',
    vouchers: 'Vouchers',
    payouts: 'Payouts',
    clearing: 'In clearing',
    statements: 'Statements',
    exceptions: 'Exceptions',
    proposals: 'Approvals',
    reports: 'Reports',
    calendar: 'Calendar',
  },
  devices: {
    title: 'Your devices',
    lead: 'If a phone of yours was lost or lent, or somebody else was here, sign it out. Nothing that you answered is lost.',
    done: 'All other devices are signed out. Your resume code is a new one; the old one no longer works.',
    code: 'Your resume code',
    keep: 'Write it down: with it you come back on any device.',
    others: {
      title: 'All devices but this one',
      text: 'You stay signed in here and get a new resume code. The old code stops working.',
      button: 'Sign out all other devices',
    },
    all: {
      title: 'All devices, this one too',
      text: 'For a device that others use as well. Your resume code stays the same: write it down first.',
      button: 'Sign out everywhere',
    },
    voucher: 'Anyone who has the code or the link of your voucher can still open it. If it may be in other hands, contact the organiser.',
    back: 'Go back',
  },
  clock: {
    ahead: ({ at }) => `The server’s clock jumped ahead, last noticed ${at}.`,
    back: ({ at }) => `The server’s clock was set back, last noticed ${at}.`,
    behind: ({ at }) => `The server’s clock is behind times that are already stored, last noticed ${at}.`,
    means: 'Nothing stored has changed, and no new time is earlier than an old one. But times since then may be wrong: deadlines, expiry, and the day that something counts for.',
    todo: 'Ask whoever runs this service to check the server’s clock. Until they have, check the day before you approve, release or sign anything.',
  },
}

const zhHans: AccountsMessages = {
  signIn: {
    title: '工作人员登录',
    text: '此链接只能使用一次。请在您要使用的设备上按下按钮。',
    button: '登录',
  },
  signedOut: {
    title: '您已退出登录',
    text: '此设备上的会话已结束。如需新链接，请联系本服务的运维人员；生成方法：npm run sign-in -- 姓名',
  },
  typed: '您输入的内容尚未保存，请先复制：',
  problems: {
    signed_out: {
      title: '请先登录',
      text: '您尚未登录，或会话已结束。如需新链接，请联系本服务的运维人员；生成方法：npm run sign-in -- 姓名',
    },
    forbidden: {
      title: '没有访问权限',
      text: '您的角色无权打开此页面。在同一项研究中，任何人都不能同时接触答卷与资金。',
    },
    link_invalid: {
      title: '此链接无效',
      text: '链接可能不完整。如需新链接，请联系本服务的运维人员；生成方法：npm run sign-in -- 姓名',
    },
    link_expired: {
      title: '此链接已过期',
      text: '链接的有效期为一小时。如需新链接，请联系本服务的运维人员；生成方法：npm run sign-in -- 姓名',
    },
    link_spent: {
      title: '此链接已被使用',
      text: '链接只能使用一次。如果不是您本人使用的，请立即告知本服务的运维人员。如需新链接，请联系本服务的运维人员；生成方法：npm run sign-in -- 姓名',
    },
  },
  sendAgain: {
    title: '您填写的内容还在',
    text: '内容送达前会话已结束，因此没有任何更改。请勿关闭此页，在另一个标签页用新链接登录，再按下面的按钮。',
    button: '重新发送',
  },
  signOut: '退出登录',
  signedInAs: '当前用户',
  roles: {
    owner: '负责人',
    admin: '管理员',
    analyst: '分析员',
    reviewer: '审核员',
    preparer: '制单人',
    approver: '审批人',
    auditor: '审计员',
  },
  parts: {
    label: '栏目',
    responses: '答卷',
    reviews: '审核',
    money: '资金',
    vouchers: '奖励券',
    payouts: '付款',
    clearing: '支付中',
    statements: '对账单',
    exceptions: '差异',
    proposals: '待双人确认',
    reports: '报表',
    calendar: '日历',
  },
  devices: {
    title: '您的设备',
    lead: '如果手机丢失、借给他人，或有人用过您的页面，请将其退出。您的回答不会丢失。',
    done: '其他设备已全部退出。您的续答码已更换，旧码不能再用。',
    code: '您的续答码',
    keep: '请记下此码：凭它可在任何设备上继续。',
    others: {
      title: '退出其他设备',
      text: '您在此设备上保持登录，并获得新的续答码。旧码随即失效。',
      button: '退出所有其他设备',
    },
    all: {
      title: '退出所有设备（包括此设备）',
      text: '适用于与他人共用的设备。续答码不变，请先记下。',
      button: '全部退出',
    },
    voucher: '拥有奖励券的券码或链接的人仍可打开它。如果券码可能已落入他人之手，请联系主办方。',
    back: '返回',
  },
  clock: {
    ahead: ({ at }) => `服务器时钟曾突然变快，最近一次发现：${at}。`,
    back: ({ at }) => `服务器时钟曾被回拨，最近一次发现：${at}。`,
    behind: ({ at }) => `服务器时钟慢于已保存的时间，最近一次发现：${at}。`,
    means: '已保存的内容没有变化，新记录的时间也不会早于旧记录。但此后记录的时间可能不准，包括截止时间、有效期和计入的日期。',
    todo: '请联系本服务的运维人员检查服务器时钟。在此之前，批准、放行或签署前请先核对日期。',
  },
}

const zhHant: AccountsMessages = {
  signIn: {
    title: '工作人員登入',
    text: '此連結只能使用一次。請在您要使用的裝置上按下按鈕。',
    button: '登入',
  },
  signedOut: {
    title: '您已登出',
    text: '此裝置上的工作階段已結束。如需新連結，請聯絡本服務的營運人員；產生方法：npm run sign-in -- 姓名',
  },
  typed: '您輸入的內容尚未儲存，請先複製：',
  problems: {
    signed_out: {
      title: '請先登入',
      text: '您尚未登入，或工作階段已結束。如需新連結，請聯絡本服務的營運人員；產生方法：npm run sign-in -- 姓名',
    },
    forbidden: {
      title: '沒有存取權限',
      text: '您的角色無權開啟此頁面。在同一項研究中，任何人都不能同時接觸答卷與款項。',
    },
    link_invalid: {
      title: '此連結無效',
      text: '連結可能不完整。如需新連結，請聯絡本服務的營運人員；產生方法：npm run sign-in -- 姓名',
    },
    link_expired: {
      title: '此連結已過期',
      text: '連結的有效期為一小時。如需新連結，請聯絡本服務的營運人員；產生方法：npm run sign-in -- 姓名',
    },
    link_spent: {
      title: '此連結已被使用',
      text: '連結只能使用一次。如果不是您本人使用的，請立即告知本服務的營運人員。如需新連結，請聯絡本服務的營運人員；產生方法：npm run sign-in -- 姓名',
    },
  },
  sendAgain: {
    title: '您填寫的內容還在',
    text: '內容送達前工作階段已結束，因此沒有任何更改。請勿關閉此頁，在另一個分頁用新連結登入，再按下面的按鈕。',
    button: '重新傳送',
  },
  signOut: '登出',
  signedInAs: '目前使用者',
  roles: {
    owner: '負責人',
    admin: '管理員',
    analyst: '分析員',
    reviewer: '審核員',
    preparer: '製單人',
    approver: '審批人',
    auditor: '審計員',
  },
  parts: {
    label: '欄目',
    responses: '答卷',
    reviews: '審核',
    money: '款項',
    vouchers: '獎賞券',
    payouts: '付款',
    clearing: '支付中',
    statements: '結單',
    exceptions: '差異',
    proposals: '待雙人確認',
    reports: '報表',
    calendar: '日曆',
  },
  devices: {
    title: '您的裝置',
    lead: '如果手機遺失、借給他人，或有人用過您的頁面，請將其登出。您的答案不會遺失。',
    done: '其他裝置已全部登出。您的續答碼已更換，舊碼不能再用。',
    code: '您的續答碼',
    keep: '請記下此碼：憑它可在任何裝置繼續。',
    others: {
      title: '登出其他裝置',
      text: '您在此裝置保持登入，並取得新的續答碼。舊碼隨即失效。',
      button: '登出所有其他裝置',
    },
    all: {
      title: '登出所有裝置（包括此裝置）',
      text: '適用於與他人共用的裝置。續答碼不變，請先記下。',
      button: '全部登出',
    },
    voucher: '持有獎賞券的券碼或連結的人仍可開啟它。如果券碼可能已落入他人之手，請聯絡主辦方。',
    back: '返回',
  },
  clock: {
    ahead: ({ at }) => `伺服器時鐘曾突然變快，最近一次發現：${at}。`,
    back: ({ at }) => `伺服器時鐘曾被調慢，最近一次發現：${at}。`,
    behind: ({ at }) => `伺服器時鐘慢於已儲存的時間，最近一次發現：${at}。`,
    means: '已儲存的內容沒有變更，新記錄的時間也不會早於舊記錄。但其後記錄的時間可能不準，包括截止時間、有效期和計入的日期。',
    todo: '請聯絡本服務的營運人員檢查伺服器時鐘。在此之前，批核、放行或簽署前請先核對日期。',
  },
}

const languages: Record<Language, AccountsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of accounts, in one language. */
export function accountsMessages(language: Language): AccountsMessages {
  return languages[language]
}
