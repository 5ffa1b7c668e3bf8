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
    viewer: string
    preparer: string
    approver: string
    auditor: string
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
    here: {
      lead: string
      lost: string
      opens: string
      typed: string
      stays: string
      code: string
      noCode: string
    }
  }
  rights: {
    title: string
    lead: string
    open: {
      title: string
      lead: string
    }
    code: string
    keep: string
    keepErased: string
    states: {
      in_progress: string
      complete: string
      screened_out: string
      over_quota: string
      withdrawn: string
      erased: string
      lapsed: string
    }
    goOn: string
    voucher: string
    answers: {
      title: string
      show: string
      none: string
      html: string
      json: string
      picked: string
      file: (of: { study: string | number }) => string
      made: (of: { at: string | number }) => string
    }
    around: {
      title: string
      started: string
      saved: string
      ended: string
      languageStart: string
      language: string
      times: string
      reference: string
      referenceGone: string
      version: string
      invitation: string
      invited: string
      openLink: string
      reward: string
      unrewarded: string
      held: (of: { at: string | number }) => string
      notHeld: string
      voucher: string
      pages: string
      page: (of: { page: string | number; at: string | number }) => string
      visits: string
      onePage: string
      openFor: string
      time: (of: { minutes: number; seconds: string | number }) => string
      typed: string
      pasted: string
      groups: string
      source: string
      otherSource: string
    }
    consents: {
      title: string
      none: string
      agreed: (of: { at: string | number }) => string
      versioned: (of: { version: string | number; at: string | number }) => string
      notice: string
    }
    decisions: {
      title: string
      none: string
      byRule: string
      byPerson: string
      held: string
      accepted: string
      rejected: string
      screened_out: string
      over_quota: (of: { group: string | number }) => string
      disagree: string
      objected: string
      final: string
      givenUp: string
    }
    reasons: {
      duplicate_person: string
      careless_answers: string
      not_eligible: string
      automated: string
      checked_by_hand: string
      looks_genuine: string
      other: string
    }
    takeBack: {
      title: string
      withdraw: {
        link: string
        title: string
        text: string
        button: string
      }
      erase: {
        link: string
        title: string
        text: string
        button: string
      }
      reward: {
        none: string
        earned: string
      }
      final: string
      back: string
      held: string
      done: {
        withdraw: string
        erase: string
        give_up: string
      }
      give_up: {
        link: string
        title: string
        text: string
        button: string
      }
      paying: string
      moved_on: string
    }
    paradata: {
      allowed: string
      refused: string
      refuse: string
      allow: string
    }
    objection: {
      title: string
      held: (of: { days: string | number }) => string
      by: (of: { day: string | number }) => string
      howTo: string
      mayObject: (of: { at: string | number; days: string | number }) => string
      tooLate: (of: { at: string | number }) => string
      label: string
      hint: string
      button: string
      made: (of: { at: string | number }) => string
      waits: (of: { days: string | number }) => string
      outcome: {
        accepted: string
        final: string
      }
      reply: string
      erased: string
      refused: {
        over: string
        long: (of: { most: string | number }) => string
        empty: string
      }
    }
  }
  clock: {
    ahead: (of: { at: string | number }) => string
    back: (of: { at: string | number }) => string
    behind: (of: { at: string | number }) => string
    means: string
    todo: string
  }
  door: {
    title: string
    lead: string
    work: string
    workLabel: string
    queue: string
    place: string
    nth: (of: { n: string | number; time: string | number }) => string
    seconds: (of: { n: number }) => string
    turn: string
    full: string
    goOn: string
    again: {
      old: string
      notice: string
      questions: string
    }
  }
  full: {
    title: string
    waiting: string
    final: string
    group: (of: { group: string | number }) => string
    safe: string
    retry: string
    later: string
    thanks: (of: { amount: string | number }) => string
    thanksFinal: (of: { amount: string | number }) => string
    reviewed: string
    stopThanks: (of: { amount: string | number }) => string
    stop: string
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
    text: 'Your session on this device has ended. For a new link, ask the operator of this service, who can make one with: npm run sign-in -- NAME',
  },
  typed: 'What you typed was not saved. Copy it:',
  problems: {
    signed_out: {
      title: 'Please sign in',
      text: 'You are not signed in, or your session has ended. For a new link, ask the operator of this service, who can make one with: npm run sign-in -- NAME',
    },
    forbidden: {
      title: 'Access denied',
      text: 'Admins see answers, and finance sees money; nobody sees both.',
    },
    link_invalid: {
      title: 'This link does not work',
      text: 'It may have been cut short. For a new link, ask the operator of this service, who can make one with: npm run sign-in -- NAME',
    },
    link_expired: {
      title: 'This link has expired',
      text: 'It was valid for one hour. For a new link, ask the operator of this service, who can make one with: npm run sign-in -- NAME',
    },
    link_spent: {
      title: 'This link has been used',
      text: 'It works once. If you did not use it, tell the operator of this service at once. For a new link, ask the operator of this service, who can make one with: npm run sign-in -- NAME',
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
    viewer: 'Viewer',
    preparer: 'Preparer',
    approver: 'Approver',
    auditor: 'Auditor',
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
    here: {
      lead: 'For a device that others use as well. Nothing that you have sent is deleted, and your other devices stay signed in.',
      lost: 'What is lost on this device',
      opens: 'It no longer opens your answers, and no longer shows what becomes of your reward.',
      typed: 'What is typed here and not yet sent is deleted, and so are the pages that were kept for when there is no connection.',
      stays: 'Only the language that you chose stays.',
      code: 'To come back, you need this code: write it down first',
      noCode: 'To come back, you need the code or the link of the voucher: keep it first.',
    },
  },
  rights: {
    title: 'Your answers and your rights',
    lead: 'This page shows what this study keeps about you; where a reward goes is shown with your voucher. Whoever has your code can open it, without an account.',
    open: {
      title: 'Your answers and your rights',
      lead: 'Enter the code that you were given when you started. You can then see what is kept about you, and save it.',
    },
    code: 'Your code',
    keep: 'Write it down: it opens this page, and brings you back to your answers, on any device.',
    keepErased: 'It still opens this page on any device. There are no answers behind it any more.',
    states: {
      in_progress: 'You have begun and not finished yet.',
      complete: 'You have answered to the end.',
      screened_out: 'You answered the first questions. There were no more for you.',
      over_quota: 'There were enough answers from people in your situation already.',
      withdrawn: 'Your answers are withdrawn.',
      erased: 'Your answers are erased.',
      lapsed: 'What you had begun was deleted, because nobody came back to it in time.',
    },
    goOn: 'Continue where you stopped',
    voucher: 'To your voucher',
    answers: {
      title: 'Your answers',
      show: 'Show my answers',
      none: 'No answers of yours are kept.',
      html: 'Save as a page (HTML)',
      json: 'Save for programs (JSON)',
      picked: 'yes',
      file: ({ study }) => `Answers to ${study}`,
      made: ({ at }) => `As kept on ${at}.`,
    },
    around: {
      title: 'What is kept beside your answers',
      started: 'Started',
      saved: 'Last saved',
      ended: 'Ended',
      languageStart: 'Language at the start',
      language: 'Language since',
      times: 'Changes to what is kept',
      reference: 'Under this reference, researchers see your answers',
      referenceGone: 'The reference that your answers had in researchers\' files',
      version: 'Version of the questionnaire',
      invitation: 'How you came',
      invited: 'By a personal invitation',
      openLink: 'By the link that is open to all',
      reward: 'Reward',
      unrewarded: 'You went on without one.',
      held: ({ at }) => `Set aside for you until ${at}.`,
      notHeld: 'None is set aside now.',
      voucher: 'A voucher. How it stands is on its own page.',
      pages: 'Pages saved',
      page: ({ page, at }) => `${page}, ${at}`,
      visits: 'How each page was filled in (of its time at most five minutes count)',
      onePage: 'Page',
      openFor: 'Time',
      time: ({ minutes, seconds }) => `${minutes === 0 ? '' : `${minutes} min `}${seconds} s`,
      typed: 'Typed or changed',
      pasted: 'Pasted',
      groups: 'Groups in which your answers count',
      source: 'Tag of the link that you came by',
      otherSource: 'one that is not known here',
    },
    consents: {
      title: 'What you agreed to',
      none: 'No consent of yours is kept.',
      agreed: ({ at }) => `Agreed on ${at}`,
      versioned: ({ version, at }) => `Version ${version}, agreed on ${at}`,
      notice: 'You were shown the privacy notice:',
    },
    decisions: {
      title: 'What was decided about your answers',
      none: 'Nothing has been decided about them.',
      byRule: 'By a rule of the study, without a person.',
      byPerson: 'By a person.',
      held: 'A person looks at your answers before the reward can be claimed.',
      accepted: 'Your answers were accepted.',
      rejected: 'Your answers were not accepted, so there is no reward for them.',
      screened_out: 'Your first answers do not fit those whom this study is for, so you were not asked further.',
      over_quota: ({ group }) => `There were enough answers already from this group: ${group}.`,
      disagree: 'If you do not agree, write to the organiser at the address below, with your code. You need not say who you are.',
      objected: 'You have objected. Another person will decide again.',
      final: 'Your answers were not accepted. This is final.',
      givenUp: 'You gave the reward up.',
    },
    reasons: {
      duplicate_person: 'It looks as if one person has answered more than once.',
      careless_answers: 'The answers look as if the questions were not read.',
      not_eligible: 'The answers say that you are not one of those whom this study is for.',
      automated: 'The answers look as if a program had given them.',
      checked_by_hand: 'Somebody has checked the answers.',
      looks_genuine: 'The answers look genuine.',
      other: 'For another reason, which the organiser will tell you.',
    },
    takeBack: {
      title: 'Take your answers back',
      withdraw: {
        link: 'Withdraw my answers',
        title: 'Withdraw your answers?',
        text: 'They then count for nothing in this study and are in no file any more. Files that researchers have saved before still have them; they are told that you have withdrawn. You can still see your answers here, and erase them.',
        button: 'Withdraw my answers',
      },
      erase: {
        link: 'Erase my answers',
        title: 'Erase your answers?',
        text: 'Everything that you answered is deleted from the database, also on pages that you have not finished. Nobody can bring it back. What remains: when somebody began and ended, in which language, the reference, what was decided, and the records of a reward. Copies in backups, and in logs that a database keeps, go when these are deleted; ask the organiser when.',
        button: 'Erase my answers for good',
      },
      reward: {
        none: 'If you have not finished, the reward that is set aside for you goes back.',
        earned: 'Your reward stays yours: take it with your voucher.',
      },
      final: 'This cannot be undone, and you cannot answer again with this code.',
      back: 'Leave everything as it is',
      held: 'A person is looking at your answers. Until that is decided they are locked: you can wait, or give the reward up.',
      done: {
        withdraw: 'Your answers are withdrawn.',
        erase: 'Your answers are erased.',
        give_up: 'You gave the reward up, and your answers are erased.',
      },
      give_up: {
        link: 'Give the reward up and erase everything',
        title: 'Give the reward up?',
        text: 'You then wait for nobody: the reward goes back to the study, and everything that you answered is erased at once.',
        button: 'Give it up and erase everything',
      },
      paying: 'The reward is on its way to you already, so it cannot be given up now. Please come back when it has arrived.',
      moved_on: 'Nobody is looking at your answers any more, so there is nothing to wait for. On your page you can withdraw or erase them; a reward that you have earned stays yours.',
    },
    paradata: {
      allowed: 'You allow that typing and pasting are counted.',
      refused: 'Typing and pasting are not counted. That costs you nothing.',
      refuse: 'No longer allow it',
      allow: 'Allow it',
    },
    objection: {
      title: 'If you do not agree',
      held: ({ days }) => `A person looks at your answers and decides within ${days} working days.`,
      by: ({ day }) => `That is by ${day}.`,
      howTo: 'If your answers are not accepted, you can object here for 14 days. Another person then decides within 10 working days, and gives you the reasons.',
      mayObject: ({ at, days }) => `You can object here until ${at}. Another person then looks at everything again, decides within ${days} working days, and gives you the reasons here. Until then the reward stays set aside for you.`,
      tooLate: ({ at }) => `The time to object ended at ${at}.`,
      label: 'Why should it be decided otherwise?',
      hint: 'You need not give a reason, and need not say who you are. It is kept encrypted; those who decide read it.',
      button: 'Object',
      made: ({ at }) => `You objected on ${at}.`,
      waits: ({ days }) => `Another person decides within ${days} working days, and answers you here.`,
      outcome: {
        accepted: 'Another person has looked at it again: your answers are accepted.',
        final: 'Another person has looked at it again: your answers are not accepted. This is final.',
      },
      reply: 'Their answer to you:',
      erased: '(erased)',
      refused: {
        over: 'It could not be kept: there is nothing to object to now, or the time for it is over. Copy what you wrote if you want to send it to the organiser at the address below.',
        long: ({ most }) => `It could not be kept, because it is too long. Please shorten it to ${most} characters.`,
        empty: 'You have written nothing yet. A sentence about what was different helps the person who decides. If you would rather give no reason, press the button once more.',
      },
    },
  },
  clock: {
    ahead: ({ at }) => `The server’s clock jumped ahead, last noticed ${at}.`,
    back: ({ at }) => `The server’s clock was set back, last noticed ${at}.`,
    behind: ({ at }) => `The server’s clock is behind times that are already stored, last noticed ${at}.`,
    means: 'Nothing stored has changed, and no new time is earlier than an old one. But times since then may be wrong: deadlines, expiry, and the day that something counts for.',
    todo: 'Ask the operator of this service to check the server’s clock. Until they have, check the day before you approve, release or sign anything.',
  },
  door: {
    title: 'One moment, please',
    lead: 'Many people are starting right now, on your network or in this study. You will get in, and what you entered is not lost.',
    work: 'Your device is doing a small calculation first, so that nobody takes all the places at once. It takes a few seconds; then the next page opens by itself.',
    workLabel: 'Progress of the calculation',
    queue: 'Your place in the queue is kept. It is shown here, and renews itself; press Continue when it is your turn.',
    place: 'Your place in the queue',
    nth: ({ n, time }) => `You are number ${n} in the queue. Your turn comes in about ${time}.`,
    seconds: ({ n }) => `${n === 1 ? `${n} second` : `${n} seconds`}`,
    turn: 'It is your turn: press Continue.',
    full: 'The queue of your network is more than an hour long. Press Continue again in a few minutes, or use another connection such as mobile data, or a browser with scripts switched on.',
    goOn: 'Continue',
    again: {
      old: 'This page was open for too long, or your browser keeps no cookies, so nothing has been sent yet. Please tick what you agree to again and press Next. If this page keeps coming back, allow cookies for this site, or use another browser.',
      notice: 'The privacy notice has changed since you opened this page, so nothing has been sent yet. Please read it again, tick what you agree to and press Next.',
      questions: 'The questions have changed since you opened this page, so nothing has been sent yet. Please answer them as they are now, tick what you agree to and press Next.',
    },
  },
  full: {
    title: 'This group is full',
    waiting: 'The last places of your group are held by people who are still answering. Some may come free within half an hour.',
    final: 'In the meantime, others gave the last answers that were needed from your group.',
    group: ({ group }) => `Your group: ${group}`,
    safe: 'Your answers so far are saved.',
    retry: 'Try again',
    later: 'Or come back later: open the same link again, and you continue where you left off.',
    thanks: ({ amount }) => `You may also stop here and get ${amount} as a thank-you for the pages that you have answered. You then cannot go on, even if a place comes free.`,
    thanksFinal: ({ amount }) => `You get ${amount} as a thank-you for the pages that you have answered.`,
    reviewed: 'As with every reward of this study, a person may review your answers before you can claim it.',
    stopThanks: ({ amount }) => `Stop here and get ${amount}`,
    stop: 'Finish here',
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
    viewer: '查看者',
    preparer: '制单人',
    approver: '审批人',
    auditor: '审计员',
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
    here: {
      lead: '适用于与他人共用的设备。已提交的内容不会删除，您的其他设备仍保持登录。',
      lost: '此设备上会失去的内容',
      opens: '不能再打开您的回答，也不能再查看奖励的进展。',
      typed: '在此输入但尚未提交的内容会被删除，为无网络时保留的页面也会删除。',
      stays: '只保留您选择的语言。',
      code: '再回来时需要此码，请先记下',
      noCode: '再回来时需要奖励券的券码或链接，请先保存。',
    },
  },
  rights: {
    title: '您的回答与权利',
    lead: '本页列出本研究保存的关于您的内容；奖励的去向显示在您的奖励券页面。凭您的续答码即可打开，无需注册。',
    open: {
      title: '您的回答与权利',
      lead: '请输入您开始时获得的续答码，即可查看并保存本研究保留的关于您的内容。',
    },
    code: '您的续答码',
    keep: '请记下此码：凭它可在任何设备上打开本页，并回到您的回答。',
    keepErased: '凭此码仍可在任何设备上打开本页；您的回答已不再保存。',
    states: {
      in_progress: '您已开始，尚未完成。',
      complete: '您已全部答完。',
      screened_out: '您回答了最初的问题，没有更多问题需要您回答。',
      over_quota: '与您情况相近者的回答已经足够。',
      withdrawn: '您的回答已撤回。',
      erased: '您的回答已删除。',
      lapsed: '您开始填写的内容因逾期未返回已被删除。',
    },
    goOn: '从上次停下的地方继续',
    voucher: '查看您的奖励券',
    answers: {
      title: '您的回答',
      show: '显示我的回答',
      none: '没有保存您的任何回答。',
      html: '保存为网页（HTML）',
      json: '保存为程序可读的文件（JSON）',
      picked: '是',
      file: ({ study }) => `对“${study}”的回答`,
      made: ({ at }) => `保存情况截至${at}。`,
    },
    around: {
      title: '与回答一同保存的内容',
      started: '开始',
      saved: '最近保存',
      ended: '结束',
      languageStart: '开始时的语言',
      language: '之后的语言',
      times: '所存内容的更改次数',
      reference: '研究人员以此编号查看您的回答',
      referenceGone: '您的回答在研究人员文件中曾用的编号',
      version: '问卷版本',
      invitation: '来源',
      invited: '个人邀请',
      openLink: '公开链接',
      reward: '奖励',
      unrewarded: '您选择了不领奖励继续。',
      held: ({ at }) => `已为您保留至${at}。`,
      notHeld: '目前没有为您保留的奖励。',
      voucher: '一张奖励券，进展见奖励券页面。',
      pages: '已保存的页面',
      page: ({ page, at }) => `${page}，${at}`,
      visits: '各页的填写情况（时间最多计五分钟）',
      onePage: '页面',
      openFor: '时间',
      time: ({ minutes, seconds }) => `${minutes === 0 ? '' : `${minutes}分`}${seconds}秒`,
      typed: '输入或修改次数',
      pasted: '粘贴次数',
      groups: '您的回答计入的群体',
      source: '您所用链接的标签',
      otherSource: '此处未登记的标签',
    },
    consents: {
      title: '您同意过的内容',
      none: '没有保存您的任何同意。',
      agreed: ({ at }) => `同意时间：${at}`,
      versioned: ({ version, at }) => `第${version}版，同意时间：${at}`,
      notice: '向您出示的隐私声明：',
    },
    decisions: {
      title: '对您的回答作出的决定',
      none: '尚未作出任何决定。',
      byRule: '由研究规则自动作出，无人参与。',
      byPerson: '由工作人员作出。',
      held: '在可以领取奖励之前，会有人查看您的回答。',
      accepted: '您的回答已获接受。',
      rejected: '您的回答未获接受，因此没有奖励。',
      screened_out: '您最初的回答不符合本研究的参与条件，因此没有继续提问。',
      over_quota: ({ group }) => `该群体的回答已经足够：${group}。`,
      disagree: '如有异议，请按下方地址联系主办方，并附上续答码。您无需说明自己是谁。',
      objected: '您已提出异议，将由另一位工作人员重新决定。',
      final: '您的回答未获接受。这是最终决定。',
      givenUp: '您放弃了奖励。',
    },
    reasons: {
      duplicate_person: '看起来同一个人回答了不止一次。',
      careless_answers: '从回答来看，似乎没有阅读问题。',
      not_eligible: '从回答来看，您不属于本研究的对象。',
      automated: '从回答来看，似乎由程序填写。',
      checked_by_hand: '已有人核对过这些回答。',
      looks_genuine: '回答看起来真实。',
      other: '其他原因，主办方会告诉您。',
    },
    takeBack: {
      title: '收回您的回答',
      withdraw: {
        link: '撤回我的回答',
        title: '要撤回您的回答吗？',
        text: '撤回后，您的回答不再计入本研究，也不再出现在任何文件中。研究人员此前保存的文件中仍有这些回答；他们会得知您已撤回。您仍可在此查看并删除您的回答。',
        button: '撤回我的回答',
      },
      erase: {
        link: '删除我的回答',
        title: '要删除您的回答吗？',
        text: '您回答的全部内容（包括尚未完成的页面）都会从数据库中删除，任何人都无法恢复。仍会保留：有人在何时、以何种语言开始和结束，编号，作出的决定，以及奖励的记录。备份和数据库日志中的副本在其删除时消失；具体时间请询问主办方。',
        button: '永久删除我的回答',
      },
      reward: {
        none: '如果尚未完成，为您保留的奖励将会退回。',
        earned: '您的奖励仍归您：请凭奖励券领取。',
      },
      final: '此操作无法撤销，您也不能再用此续答码作答。',
      back: '保持原样',
      held: '有人正在查看您的回答。作出决定之前，回答处于锁定状态：您可以等待，也可以放弃奖励。',
      done: {
        withdraw: '您的回答已撤回。',
        erase: '您的回答已删除。',
        give_up: '您已放弃奖励，回答已删除。',
      },
      give_up: {
        link: '放弃奖励并删除全部回答',
        title: '放弃这份奖励？',
        text: '您无需再等待：奖励退回本研究，您的全部回答立即删除。',
        button: '放弃奖励并全部删除',
      },
      paying: '奖励已在支付途中，目前无法放弃。请在到账后再来。',
      moved_on: '已没有人在查看您的回答，无需等待。您可以在自己的页面撤回或删除回答；已获得的奖励仍归您所有。',
    },
    paradata: {
      allowed: '您允许统计输入和粘贴的次数。',
      refused: '不统计输入和粘贴的次数，对您没有任何影响。',
      refuse: '不再允许',
      allow: '允许',
    },
    objection: {
      title: '如果您不同意',
      held: ({ days }) => `工作人员会查看您的回答，并在${days}个工作日内作出决定。`,
      by: ({ day }) => `即不晚于${day}。`,
      howTo: '如果回答未获接受，您可以在14天内在此提出异议；将由另一位工作人员在10个工作日内作出决定，并说明理由。',
      mayObject: ({ at, days }) => `您可以在${at}之前在此提出异议。另一位工作人员会重新查看全部内容，在${days}个工作日内作出决定，并在此说明理由。在此之前，奖励一直为您预留。`,
      tooLate: ({ at }) => `提出异议的时间已于${at}结束。`,
      label: '为什么应当作出不同的决定？',
      hint: '您可以不写理由，也无需说明自己是谁。内容加密保存，只有作出决定的人会读到。',
      button: '提出异议',
      made: ({ at }) => `您于${at}提出了异议。`,
      waits: ({ days }) => `另一位工作人员会在${days}个工作日内作出决定，并在此答复您。`,
      outcome: {
        accepted: '另一位工作人员已重新查看：您的回答已获接受。',
        final: '另一位工作人员已重新查看：您的回答未获接受。这是最终决定。',
      },
      reply: '给您的答复：',
      erased: '（已清除）',
      refused: {
        over: '未能保存：目前没有可以提出异议的决定，或期限已过。如需发送给下方地址的主办方，请先复制您写的内容。',
        long: ({ most }) => `内容过长，未能保存。请缩短到${most}个字符以内。`,
        empty: '您还没有写任何内容。简单说明情况，有助于作出决定的人了解。如果不想写理由，请再按一次按钮。',
      },
    },
  },
  clock: {
    ahead: ({ at }) => `服务器时钟曾突然变快，最近一次发现：${at}。`,
    back: ({ at }) => `服务器时钟曾被回拨，最近一次发现：${at}。`,
    behind: ({ at }) => `服务器时钟慢于已保存的时间，最近一次发现：${at}。`,
    means: '已保存的内容没有变化，新记录的时间也不会早于旧记录。但此后记录的时间可能不准，包括截止时间、有效期和计入的日期。',
    todo: '请联系本服务的运维人员检查服务器时钟。在此之前，批准、放行或签署前请先核对日期。',
  },
  door: {
    title: '请稍候',
    lead: '现在有很多人同时开始，可能在您的网络上，也可能在这项研究里。您一定能进入，已填写的内容不会丢失。',
    work: '您的设备正在先做一个小计算，以免名额被人一下子占完。只需几秒钟，完成后会自动继续。',
    workLabel: '计算进度',
    queue: '您的排队位置已保留，显示在下面并会自动更新；轮到您时，请点“继续”。',
    place: '您的排队位置',
    nth: ({ n, time }) => `您排在第${n}位，大约还要等${time}。`,
    seconds: ({ n }) => `${`${n}秒`}`,
    turn: '轮到您了：请点“继续”。',
    full: '您的网络排队已超过一小时。请过几分钟再点“继续”，或改用其他网络（例如移动数据），或使用已启用脚本的浏览器。',
    goOn: '继续',
    again: {
      old: '此页面打开的时间过长，或您的浏览器不保存Cookie，因此还没有提交任何内容。请重新勾选您同意的内容，再点“下一页”。如果总是回到此页，请允许本网站使用Cookie，或换一个浏览器。',
      notice: '您打开此页面之后，隐私声明有了改动，因此还没有提交任何内容。请重新阅读，勾选您同意的内容，再点“下一页”。',
      questions: '您打开此页面之后，问卷有了改动，因此还没有提交任何内容。请按现在的问题作答，勾选您同意的内容，再点“下一页”。',
    },
  },
  full: {
    title: '该群体名额已满',
    waiting: '您所属群体的最后几个名额正由其他参与者占用。半小时内可能会有名额空出。',
    final: '在此期间，您所属群体所需的回答已由其他人填满。',
    group: ({ group }) => `您所属的群体：${group}`,
    safe: '您已填写的回答都已保存。',
    retry: '再试一次',
    later: '也可以稍后再来：打开同一链接即可，您的进度会保留。',
    thanks: ({ amount }) => `您也可以就此结束，并获得${amount}，以感谢您已回答的页面。结束后，即使有名额空出，也无法继续。`,
    thanksFinal: ({ amount }) => `您将获得${amount}，以感谢您已回答的页面。`,
    reviewed: '与本研究的其他奖励一样，您的回答可能须经工作人员审核后才能领取。',
    stopThanks: ({ amount }) => `就此结束，领取${amount}`,
    stop: '就此结束',
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
    viewer: '檢視者',
    preparer: '製單人',
    approver: '審批人',
    auditor: '審計員',
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
    voucher: '持有獎賞券的券碼或連結的人仍可開啟它。如果券碼可能已落入他人之手，請聯絡主辦機構。',
    back: '返回',
    here: {
      lead: '適用於與他人共用的裝置。已提交的內容不會刪除，您的其他裝置仍保持登入。',
      lost: '此裝置上會失去的內容',
      opens: '不能再開啟您的答案，亦不能再查看獎賞的進展。',
      typed: '在此輸入但尚未提交的內容會被刪除，為無網絡時保留的頁面也會刪除。',
      stays: '只保留您選擇的語言。',
      code: '再回來時需要此碼，請先記下',
      noCode: '再回來時需要獎賞券的券碼或連結，請先保存。',
    },
  },
  rights: {
    title: '您的答案與權利',
    lead: '本頁列出本研究保存的關於您的內容；獎賞的去向顯示在您的獎賞券頁面。憑您的續答碼即可開啟，無需註冊。',
    open: {
      title: '您的答案與權利',
      lead: '請輸入您開始時獲得的續答碼，即可查看並儲存本研究保留的關於您的內容。',
    },
    code: '您的續答碼',
    keep: '請記下此碼：憑它可在任何裝置上開啟本頁，並回到您的答案。',
    keepErased: '憑此碼仍可在任何裝置上開啟本頁；您的答案已不再保存。',
    states: {
      in_progress: '您已開始，尚未完成。',
      complete: '您已全部答完。',
      screened_out: '您回答了最初的問題，沒有更多問題需要您回答。',
      over_quota: '與您情況相近者的答案已經足夠。',
      withdrawn: '您的答案已撤回。',
      erased: '您的答案已刪除。',
      lapsed: '您開始填寫的內容因逾期未返回已被刪除。',
    },
    goOn: '從上次停下的地方繼續',
    voucher: '查看您的獎賞券',
    answers: {
      title: '您的答案',
      show: '顯示我的答案',
      none: '沒有保存您的任何答案。',
      html: '儲存為網頁（HTML）',
      json: '儲存為程式可讀的檔案（JSON）',
      picked: '是',
      file: ({ study }) => `對「${study}」的答案`,
      made: ({ at }) => `保存情況截至${at}。`,
    },
    around: {
      title: '與答案一同保存的內容',
      started: '開始',
      saved: '最近儲存',
      ended: '結束',
      languageStart: '開始時的語言',
      language: '之後的語言',
      times: '所存內容的更改次數',
      reference: '研究人員以此編號查看您的答案',
      referenceGone: '您的答案在研究人員檔案中曾用的編號',
      version: '問卷版本',
      invitation: '來源',
      invited: '個人邀請',
      openLink: '公開連結',
      reward: '獎賞',
      unrewarded: '您選擇了不領獎賞繼續。',
      held: ({ at }) => `已為您保留至${at}。`,
      notHeld: '目前沒有為您保留的獎賞。',
      voucher: '一張獎賞券，進展見獎賞券頁面。',
      pages: '已儲存的頁面',
      page: ({ page, at }) => `${page}，${at}`,
      visits: '各頁的填寫情況（時間最多計五分鐘）',
      onePage: '頁面',
      openFor: '時間',
      time: ({ minutes, seconds }) => `${minutes === 0 ? '' : `${minutes}分`}${seconds}秒`,
      typed: '輸入或修改次數',
      pasted: '貼上次數',
      groups: '您的答案計入的群體',
      source: '您所用連結的標籤',
      otherSource: '此處未登記的標籤',
    },
    consents: {
      title: '您同意過的內容',
      none: '沒有保存您的任何同意。',
      agreed: ({ at }) => `同意時間：${at}`,
      versioned: ({ version, at }) => `第${version}版，同意時間：${at}`,
      notice: '向您出示的私隱聲明：',
    },
    decisions: {
      title: '對您的答案作出的決定',
      none: '尚未作出任何決定。',
      byRule: '由研究規則自動作出，無人參與。',
      byPerson: '由職員作出。',
      held: '在可以領取獎賞之前，會有人查看您的答案。',
      accepted: '您的答案已獲接納。',
      rejected: '您的答案未獲接納，因此沒有獎賞。',
      screened_out: '您最初的答案不符合本研究的參與條件，因此沒有繼續提問。',
      over_quota: ({ group }) => `這個群體的答案已經足夠：${group}。`,
      disagree: '如有異議，請按下方地址聯絡主辦機構，並附上續答碼。您無需說明自己是誰。',
      objected: '您已提出異議，將由另一位職員重新決定。',
      final: '您的答案未獲接納。這是最終決定。',
      givenUp: '您放棄了獎賞。',
    },
    reasons: {
      duplicate_person: '看起來同一個人回答了不止一次。',
      careless_answers: '從答案來看，似乎沒有閱讀問題。',
      not_eligible: '從答案來看，您不屬於本研究的對象。',
      automated: '從答案來看，似乎由程式填寫。',
      checked_by_hand: '已有人核對過這些答案。',
      looks_genuine: '答案看起來真實。',
      other: '其他原因，主辦機構會告訴您。',
    },
    takeBack: {
      title: '收回您的答案',
      withdraw: {
        link: '撤回我的答案',
        title: '要撤回您的答案嗎？',
        text: '撤回後，您的答案不再計入本研究，也不再出現在任何檔案中。研究人員此前儲存的檔案中仍有這些答案；他們會得知您已撤回。您仍可在此查看並刪除您的答案。',
        button: '撤回我的答案',
      },
      erase: {
        link: '刪除我的答案',
        title: '要刪除您的答案嗎？',
        text: '您答案的全部內容（包括尚未完成的頁面）都會從資料庫中刪除，任何人都無法恢復。仍會保留：有人在何時、以何種語言開始和結束，編號，作出的決定，以及獎賞的紀錄。備份和資料庫日誌中的副本在其刪除時消失；具體時間請詢問主辦機構。',
        button: '永久刪除我的答案',
      },
      reward: {
        none: '如果尚未完成，為您保留的獎賞將會退回。',
        earned: '您的獎賞仍歸您：請憑獎賞券領取。',
      },
      final: '此操作無法撤銷，您也不能再用此續答碼作答。',
      back: '保持原樣',
      held: '有人正在查看您的答案。作出決定之前，答案處於鎖定狀態：您可以等候，亦可以放棄獎賞。',
      done: {
        withdraw: '您的答案已撤回。',
        erase: '您的答案已刪除。',
        give_up: '您已放棄獎賞，答案已刪除。',
      },
      give_up: {
        link: '放棄獎賞並刪除全部答案',
        title: '放棄這份獎賞？',
        text: '您無需再等候：獎賞退回本研究，您的全部答案會即時刪除。',
        button: '放棄獎賞並全部刪除',
      },
      paying: '獎賞已在支付途中，目前無法放棄。請在收到款項後再來。',
      moved_on: '已沒有人在查看您的答案，無需等候。您可以在自己的頁面撤回或刪除答案；已獲得的獎賞仍歸您所有。',
    },
    paradata: {
      allowed: '您允許統計輸入和貼上的次數。',
      refused: '不統計輸入和貼上的次數，對您沒有任何影響。',
      refuse: '不再允許',
      allow: '允許',
    },
    objection: {
      title: '如果您不同意',
      held: ({ days }) => `職員會查看您的答案，並在${days}個工作天內作出決定。`,
      by: ({ day }) => `即不遲於${day}。`,
      howTo: '如果答案未獲接納，您可以在14天內在此提出異議；將由另一位職員在10個工作天內作出決定，並說明理由。',
      mayObject: ({ at, days }) => `您可以在${at}之前在此提出異議。另一位職員會重新查看全部內容，在${days}個工作天內作出決定，並在此說明理由。在此之前，獎賞一直為您預留。`,
      tooLate: ({ at }) => `提出異議的時間已於${at}結束。`,
      label: '為甚麼應當作出不同的決定？',
      hint: '您可以不寫理由，也無需說明自己是誰。內容加密保存，只有作出決定的人會讀到。',
      button: '提出異議',
      made: ({ at }) => `您於${at}提出了異議。`,
      waits: ({ days }) => `另一位職員會在${days}個工作天內作出決定，並在此答覆您。`,
      outcome: {
        accepted: '另一位職員已重新查看：您的答案已獲接納。',
        final: '另一位職員已重新查看：您的答案未獲接納。這是最終決定。',
      },
      reply: '給您的答覆：',
      erased: '（已清除）',
      refused: {
        over: '未能保存：目前沒有可以提出異議的決定，或期限已過。如需發送給下方地址的主辦機構，請先複製您寫的內容。',
        long: ({ most }) => `內容過長，未能保存。請縮短到${most}個字元以內。`,
        empty: '您還沒有寫任何內容。簡單說明情況，有助作出決定的人了解。如果不想寫理由，請再按一次按鈕。',
      },
    },
  },
  clock: {
    ahead: ({ at }) => `伺服器時鐘曾突然變快，最近一次發現：${at}。`,
    back: ({ at }) => `伺服器時鐘曾被調慢，最近一次發現：${at}。`,
    behind: ({ at }) => `伺服器時鐘慢於已儲存的時間，最近一次發現：${at}。`,
    means: '已儲存的內容沒有變更，新紀錄的時間也不會早於舊紀錄。但其後記錄的時間可能不準，包括截止時間、有效期和計入的日期。',
    todo: '請聯絡本服務的營運人員檢查伺服器時鐘。在此之前，批核、放行或簽署前請先核對日期。',
  },
  door: {
    title: '請稍候',
    lead: '現在有很多人同時開始，可能在您的網絡上，也可能在這項研究裏。您一定能進入，已填寫的內容不會遺失。',
    work: '您的裝置正在先做一個小計算，以免名額被人一下子佔完。只需幾秒鐘，完成後會自動繼續。',
    workLabel: '計算進度',
    queue: '您的排隊位置已保留，顯示在下面並會自動更新；輪到您時，請按「繼續」。',
    place: '您的排隊位置',
    nth: ({ n, time }) => `您排在第${n}位，大約還要等${time}。`,
    seconds: ({ n }) => `${`${n}秒`}`,
    turn: '輪到您了：請按「繼續」。',
    full: '您的網絡排隊已超過一小時。請過幾分鐘再按「繼續」，或改用其他網絡（例如流動數據），或使用已啟用程式碼的瀏覽器。',
    goOn: '繼續',
    again: {
      old: '此頁面開啟的時間過長，或您的瀏覽器不儲存Cookie，因此還沒有提交任何內容。請重新勾選您同意的內容，再按「下一頁」。如果總是回到此頁，請允許本網站使用Cookie，或換一個瀏覽器。',
      notice: '您開啟此頁面之後，私隱聲明有了改動，因此還沒有提交任何內容。請重新閱讀，勾選您同意的內容，再按「下一頁」。',
      questions: '您開啟此頁面之後，問卷有了改動，因此還沒有提交任何內容。請按現在的問題作答，勾選您同意的內容，再按「下一頁」。',
    },
  },
  full: {
    title: '這個群體名額已滿',
    waiting: '您所屬群體的最後幾個名額正由其他參與者佔用。半小時內或會有名額騰出。',
    final: '在此期間，您所屬群體所需的答案已由其他人填滿。',
    group: ({ group }) => `您所屬的群體：${group}`,
    safe: '您已填寫的答案都已儲存。',
    retry: '再試一次',
    later: '亦可稍後再來：開啟同一連結便可，您的進度會保留。',
    thanks: ({ amount }) => `您亦可就此結束，並獲得${amount}，以答謝您已回答的頁面。結束後，即使有名額騰出，亦不能繼續。`,
    thanksFinal: ({ amount }) => `您會獲得${amount}，以答謝您已回答的頁面。`,
    reviewed: '與本研究的其他獎賞一樣，您的答案可能須經職員審核後才能領取。',
    stopThanks: ({ amount }) => `就此結束，領取${amount}`,
    stop: '就此結束',
  },
}

const languages: Record<Language, AccountsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of accounts, in one language. */
export function accountsMessages(language: Language): AccountsMessages {
  return languages[language]
}
