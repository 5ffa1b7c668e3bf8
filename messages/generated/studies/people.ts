// Made from messages/*/studies/people.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface PeopleMessages {
  oidc: {
    title: string
    lead: string
    linkOnly: string
    button: (of: { name: string | number }) => string
    bind: (of: { name: string | number }) => string
    away: {
      title: (of: { name: string | number }) => string
      text: (of: { name: string | number }) => string
      button: (of: { name: string | number }) => string
    }
    back: {
      title: string
      text: string
      button: string
    }
  }
  refused: {
    not_here: {
      title: string
      text: string
    }
    not_invited: {
      title: string
      text: (of: { name: string | number }) => string
    }
    identity_taken: {
      title: string
      text: (of: { name: string | number }) => string
    }
    has_identity: {
      title: string
      text: (of: { name: string | number }) => string
    }
    unconfirmed: {
      title: string
      text: (of: { name: string | number }) => string
    }
    provider_down: {
      title: (of: { name: string | number }) => string
      text: string
    }
    provider_refused: {
      title: (of: { name: string | number }) => string
      text: string
    }
    try_again: {
      title: string
      text: string
    }
    again: string
  }
  fresh: {
    title: string
    text: string
    steps: string
    link: string
    signIn: (of: { name: string | number }) => string
    button: string
  }
  sessions: {
    title: string
    lead: string
    started: string
    way: string
    until: string
    here: string
    unknown: string
    ways: {
      link: string
    }
    end: string
    endOthers: string
    only: string
    said: {
      ended: string
      others: string
      none: string
    }
    privacy: string
  }
  people: {
    title: string
    lead: string
    name: string
    email: string
    roles: string
    state: string
    states: {
      here: string
      suspended: string
      removed: string
    }
    nowhere: string
    toCome: string
    elsewhere: (of: { n: number }) => string
    invite: {
      title: string
      lead: string
      name: string
      nameHint: string
      email: string
      emailHint: string
      study: string
      role: string
      button: string
      every: string
    }
    link: {
      title: (of: { name: string | number }) => string
      lead: (of: { until: string | number }) => string
      label: string
      back: string
    }
    person: {
      roles: string
      none: string
      give: string
      giveButton: string
      take: string
      takeOf: (of: { role: string | number; study: string | number }) => string
      newLink: string
      newLinkText: string
      newLinkButton: string
      email: string
      suspend: string
      suspendText: string
      resume: string
      resumeText: string
      remove: string
      removeText: string
      notYours: string
      bound: (of: { n: number; day: string | number }) => string
      accounts: string
      accountsText: string
      unbind: string
      unbindOf: (of: { provider: string | number; when: string | number }) => string
      waits: string
      waitsText: string
      confirm: string
    }
    may: {
      title: string
      owner: string
      admin: string
      analyst: string
      reviewer: string
      viewer: string
      preparer: string
      approver: string
      auditor: string
      desks: string
    }
    said: {
      given: string
      taken: string
      suspend: string
      resume: string
      remove: string
      email: string
      last_owner: string
      other_desk: string
      not_here: string
      no_study: string
      not_yours: string
      not_theirs: string
      email_taken: string
      bad_email: string
      bad_name: string
      role_needed: string
      known: string
      unbound: string
      last_way: string
      not_bound: string
      confirmed: string
      own_word: string
    }
    bindings: {
      more: (of: { n: string | number }) => string
      trail: string
      title: string
      lead: string
      whose: string
      provider: string
      when: string
      how: string
      byLink: string
      byAddress: (of: { name: string | number }) => string
      state: string
      waits: string
      confirmedBy: (of: { name: string | number }) => string
      told: (of: { n: number }) => string
    }
    refusals: {
      title: string
      lead: string
      none: string
      day: string
      way: string
      reason: string
      count: string
      reasons: {
        link_invalid: string
        link_expired: string
        link_spent: string
        not_here: string
        not_invited: string
        identity_taken: string
        has_identity: string
        unconfirmed: string
        provider_down: string
        provider_refused: string
        try_again: string
      }
    }
  }
  lists: {
    title: string
    lead: string
    make: string
    count: string
    countHint: (of: { most: string | number }) => string
    days: string
    daysHint: string
    guardian: string
    button: string
    duty: string
    reviewed: string
    none: string
    made: string
    by: string
    links: string
    states: {
      unused: string
      begun: string
      answered: string
      expired: string
      revoked: string
    }
    until: string
    withGuardian: string
    show: string
    listTitle: (of: { at: string | number }) => string
    remind: string
    number: string
    state: string
    file: {
      number: string
      link: string
      until: string
    }
    back: string
    previous: string
    next: string
    said: {
      reviews: string
      count: string
    }
  }
}

const en: PeopleMessages = {
  oidc: {
    title: 'Staff sign-in',
    lead: 'Sign in with the account that you have there, or open the one-time link that you were given.',
    linkOnly: 'Open the one-time link that you were given. For a new one, ask an owner, who makes it on the People page, or the operator of this service, who can make one with: npm run sign-in -- NAME',
    button: ({ name }) => `Sign in with ${name}`,
    bind: ({ name }) => `Or sign in with the account that you have at ${name}: from then on you need no link.`,
    away: {
      title: ({ name }) => `To ${name}`,
      text: ({ name }) => `You are being taken to ${name}. If nothing happens, follow the link.`,
      button: ({ name }) => `Go on to ${name}`,
    },
    back: {
      title: 'One more step',
      text: 'Press the button to sign in.',
      button: 'Go on',
    },
  },
  refused: {
    not_here: {
      title: 'You have no access now',
      text: 'An owner has suspended or removed you. If you think that is a mistake, ask them.',
    },
    not_invited: {
      title: 'Nobody has invited this account',
      text: ({ name }) => `You are signed in at ${name}, but no member of staff is known by that account. Ask an owner for a one-time link, and choose ${name} on the page that it opens.`,
    },
    identity_taken: {
      title: 'This account is somebody else’s',
      text: ({ name }) => `Another member of staff signs in with that account. Sign out at ${name}, then sign in with your own.`,
    },
    has_identity: {
      title: 'You have an account here already',
      text: ({ name }) => `A link that somebody else made binds your first account alone. Sign in at ${name} with the account that you have, or use the link by itself. If the account is gone, ask for a link from the command line, which can bind a new one.`,
    },
    unconfirmed: {
      title: 'Somebody else has to confirm this account',
      text: ({ name }) => `Your work involves money, and so far only the person who entered your e-mail address vouches that this account at ${name} is yours. Ask another owner to confirm it on the People page, or an owner for a one-time link.`,
    },
    provider_down: {
      title: ({ name }) => `${name} does not answer`,
      text: 'Signing in there is not possible just now. Please try again in a few minutes. One-time links still work: ask an owner for one.',
    },
    provider_refused: {
      title: ({ name }) => `${name} did not let you in`,
      text: 'The sign-in was cancelled there, or its answer cannot be trusted, so nobody was signed in. Please start again.',
    },
    try_again: {
      title: 'Please start again',
      text: 'This sign-in was begun in another browser, or more than ten minutes ago, or has been used already. Nobody was signed in.',
    },
    again: 'Back to sign-in',
  },
  fresh: {
    title: 'Please sign in again first',
    text: 'This needs a sign-in of the last ten minutes, so that nobody can do it at a desk that was left open. Nothing was changed, and what you sent is kept on this page.',
    steps: 'Keep this page open. Sign in again in another tab, then press the button.',
    link: 'With one-time links: ask an owner for a new one, or the operator of this service, who can make one with: npm run sign-in -- NAME',
    signIn: ({ name }) => `Sign in with ${name} in another tab`,
    button: 'Send it again',
  },
  sessions: {
    title: 'Your sign-ins',
    lead: 'Where you are signed in now. A session ends after 30 minutes without activity, and after 12 hours at the latest.',
    started: 'Signed in',
    way: 'How',
    until: 'Ends at the latest',
    here: 'this browser',
    unknown: 'not known',
    ways: {
      link: 'One-time link',
    },
    end: 'End it',
    endOthers: 'End all others',
    only: 'There is no other.',
    said: {
      ended: 'It has ended. The person using it has to sign in again.',
      others: 'All other sessions are ended.',
      none: 'It had ended already.',
    },
    privacy: 'No address, device or place is kept of a sign-in.',
  },
  people: {
    title: 'People',
    lead: 'Who works here, and what each may do in the studies that you own.',
    name: 'Name',
    email: 'E-mail address',
    roles: 'Roles',
    state: 'State',
    states: {
      here: 'Active',
      suspended: 'Suspended',
      removed: 'Removed',
    },
    nowhere: 'No role in your studies',
    toCome: 'in future studies',
    elsewhere: ({ n }) => `${n === 1 ? `and in ${n} other study` : `and in ${n} other studies`}`,
    invite: {
      title: 'Invite somebody',
      lead: 'You get a one-time link, shown once. Hand it over yourself: anyone who has it can sign in under this name.',
      name: 'Name',
      nameHint: 'The name colleagues know them by. It appears beside what they do, and cannot be changed.',
      email: 'E-mail address (optional)',
      emailHint: 'Somebody who proves to your sign-in provider that this address is theirs can sign in without the link. Nothing is sent to it.',
      study: 'Study',
      role: 'Role',
      button: 'Make the link',
      every: 'All studies, future ones included',
    },
    link: {
      title: ({ name }) => `The link for ${name}`,
      lead: ({ until }) => `It is shown this once and works once, until ${until}. Copy it now and hand it over yourself.`,
      label: 'One-time link',
      back: 'Back to people',
    },
    person: {
      roles: 'Roles',
      none: 'No role in your studies.',
      give: 'Give a role',
      giveButton: 'Give this role',
      take: 'Remove role',
      takeOf: ({ role, study }) => `Take back: ${role}, ${study}`,
      newLink: 'New sign-in link',
      newLinkText: 'For somebody who cannot sign in. It works once, within an hour.',
      newLinkButton: 'Make a link',
      email: 'Save the address',
      suspend: 'Suspend',
      suspendText: 'They are signed out at once and cannot sign in until you let them. They keep their roles.',
      resume: 'Let them in again',
      resumeText: 'They need a new sign-in, and have the roles that they had.',
      remove: 'Remove',
      removeText: 'They are signed out at once, lose every role and can never sign in again. What they did stays in the audit trail under their name. This cannot be undone.',
      notYours: 'They have roles in studies that you do not own, so only an owner of all of them can suspend or remove them, or make them a link.',
      bound: ({ n, day }) => `${n === 0 ? 'No account at a sign-in provider is bound to them.' : n === 1 ? `One account at a sign-in provider is bound to them, since ${day}.` : `${n} accounts at a sign-in provider are bound to them, the newest since ${day}.`}`,
      accounts: 'Accounts at the sign-in provider',
      accountsText: 'Unbind an account that is lost or in someone else’s hands: it can no longer be used to sign in, and it is signed out everywhere. An address that would bind it again is removed too.',
      unbind: 'Unbind',
      unbindOf: ({ provider, when }) => `Unbind: ${provider}, ${when}`,
      waits: 'Waits for a second person',
      waitsText: 'Bound by an e-mail address alone. Until another owner has asked them and confirms it, it counts as belonging to the person who entered the address, and cannot be used for work that involves money.',
      confirm: 'Confirm that it is theirs',
    },
    may: {
      title: 'What each role may do',
      owner: 'Sets the study up, opens and closes it, tops up its budget and manages people. Sees counts and balances, and neither answers nor payees.',
      admin: 'Sets the study up, changes the questionnaire, makes invitation links, sees and exports answers, decides on responses.',
      analyst: 'Sees and exports answers. Changes nothing.',
      reviewer: 'Sees answers, decides on responses, makes test responses. Exports nothing.',
      viewer: 'Sees figures of groups, none of them exact, and no single answer.',
      preparer: 'Prepares and reports payments, sees payees, uploads statements, proposes.',
      approver: 'Approves what others have prepared or proposed. Sees payees masked.',
      auditor: 'Sees all of the money and the audit trail. Changes nothing.',
      desks: 'In one study nobody has roles for both answers and money, and an owner has no other role. People who make personal links in a study cannot review its responses, and the other way round.',
    },
    said: {
      given: 'The role is given.',
      taken: 'The role is taken back. It is gone with their next page.',
      suspend: 'They are suspended, and signed out everywhere.',
      resume: 'They may sign in again.',
      remove: 'They are removed, and signed out everywhere.',
      email: 'The address is saved.',
      last_owner: 'Nothing was changed: a study keeps at least one owner who can sign in. Make somebody else an owner first.',
      other_desk: 'Nothing was changed: in one study nobody has roles for both answers and money, and an owner has no other role. That includes roles they had before. Give this role to somebody else.',
      not_here: 'Nothing was changed: they are suspended or removed.',
      no_study: 'Nothing was changed: there is no such study among those that you own.',
      not_yours: 'Nothing was changed: they have roles in studies that you do not own.',
      not_theirs: 'They do not have that role there.',
      email_taken: 'Nothing was changed: somebody else has that address.',
      bad_email: 'Nothing was changed: that is no e-mail address.',
      bad_name: 'A name has 1 to 80 characters, all of them visible.',
      role_needed: 'Choose a role.',
      known: 'Somebody of this name is known already. Open their page to give them a role or a link, or write the name differently.',
      unbound: 'The account is unbound, and they are signed out everywhere.',
      last_way: 'Nothing was changed: it is their last way in. Make them a sign-in link first, which they can bind another account with.',
      not_bound: 'That account is not bound to them (any more).',
      confirmed: 'The account is confirmed.',
      own_word: 'Nothing was changed: an account is confirmed by another owner than the one who entered the address, and not by its owner.',
    },
    bindings: {
      more: ({ n }) => `Only ${n} are listed, those that wait first.`,
      trail: 'The audit trail has every one.',
      title: 'New accounts',
      lead: 'Accounts at the sign-in provider that were bound in the last 30 days, and those that wait for a second person. Every owner sees this list.',
      whose: 'Whose',
      provider: 'Provider',
      when: 'Bound',
      how: 'How',
      byLink: 'By a one-time link',
      byAddress: ({ name }) => `By an address that ${name} entered`,
      state: 'State',
      waits: 'Waits for a second person',
      confirmedBy: ({ name }) => `Confirmed by ${name}`,
      told: ({ n }) => `${n === 1 ? 'The account of one person waits for an owner to confirm it:' : `The accounts of ${n} people wait for an owner to confirm them:`}`,
    },
    refusals: {
      title: 'Refused sign-ins',
      lead: 'Of the last 30 days, without names.',
      none: 'None.',
      day: 'Day',
      way: 'How',
      reason: 'Why',
      count: 'Times',
      reasons: {
        link_invalid: 'Unknown link',
        link_expired: 'Link too old',
        link_spent: 'Link used before',
        not_here: 'Suspended or removed',
        not_invited: 'Nobody invited the account',
        identity_taken: 'Account of somebody else',
        has_identity: 'Has an account already',
        unconfirmed: 'Waits for a second person',
        provider_down: 'Provider did not answer',
        provider_refused: 'Provider refused, or its answer was not to be trusted',
        try_again: 'Begun elsewhere, too old or used',
      },
    },
  },
  lists: {
    title: 'Personal links',
    lead: 'Each link is for one person and one response. Links are shown once, as a file; note in your own list who gets which number.',
    make: 'Make links',
    count: 'How many',
    countHint: ({ most }) => `1 to ${most}.`,
    days: 'Valid for (days)',
    daysHint: '1 to 365. People who have begun can still finish.',
    guardian: 'For people of 14 to 17: a parent or guardian has confirmed each in writing',
    button: 'Make them and save the file',
    duty: 'If you make links, you can no longer review responses of this study: you know who got which link.',
    reviewed: 'You have reviewed responses of this study, so somebody else has to make its links: whoever makes them knows who got which.',
    none: 'No links have been made here yet.',
    made: 'Made',
    by: 'By',
    links: 'Links',
    states: {
      unused: 'Not begun',
      begun: 'Begun',
      answered: 'Answered',
      expired: 'Expired',
      revoked: 'Revoked',
    },
    until: 'Valid until',
    withGuardian: 'with a guardian’s confirmation',
    show: 'Show each link',
    listTitle: ({ at }) => `Links made on ${at}`,
    remind: 'Remind those whose number is “Not begun” or “Begun”. The page does not know who they are.',
    number: 'No.',
    state: 'State',
    file: {
      number: 'number',
      link: 'link',
      until: 'valid until',
    },
    back: 'All lists',
    previous: 'Previous',
    next: 'Next',
    said: {
      reviews: 'Nothing was made: you have reviewed responses of this study, so somebody else has to make its links.',
      count: 'Nothing was made: how many and how long has to be within the limits.',
    },
  },
}

const zhHans: PeopleMessages = {
  oidc: {
    title: '工作人员登录',
    lead: '请用您在该处的账号登录，或打开发给您的一次性链接。',
    linkOnly: '请打开发给您的一次性链接。如需新链接，请联系负责人（在人员页面生成），或本服务的运维人员；生成方法：npm run sign-in -- 姓名',
    button: ({ name }) => `使用${name}登录`,
    bind: ({ name }) => `也可以用您在${name}的账号登录：以后就不再需要链接。`,
    away: {
      title: ({ name }) => `前往${name}`,
      text: ({ name }) => `正在前往${name}。如果没有反应，请点击链接。`,
      button: ({ name }) => `前往${name}`,
    },
    back: {
      title: '还差一步',
      text: '请按下按钮进入。',
      button: '继续',
    },
  },
  refused: {
    not_here: {
      title: '您目前没有访问权限',
      text: '负责人已暂停或移除您的账号。如果您认为有误，请联系负责人。',
    },
    not_invited: {
      title: '此账号未受邀请',
      text: ({ name }) => `您已在${name}登录，但没有工作人员使用此账号。请向负责人索取一次性链接，并在打开的页面上选择${name}。`,
    },
    identity_taken: {
      title: '此账号属于他人',
      text: ({ name }) => `另一位工作人员使用此账号登录。请先在${name}退出，再用您自己的账号登录。`,
    },
    has_identity: {
      title: '您已有绑定的账号',
      text: ({ name }) => `他人生成的链接只能绑定您的第一个账号。请在${name}用已绑定的账号登录，或直接使用该链接。如果账号已不可用，请索取由命令行生成的链接，以绑定新账号。`,
    },
    unconfirmed: {
      title: '此账号需要另一人确认',
      text: ({ name }) => `您的角色涉及资金，目前只有填写您邮箱的人说明${name}的此账号属于您。请让另一位负责人在人员页面确认，或向负责人索取一次性链接。`,
    },
    provider_down: {
      title: ({ name }) => `${name}没有响应`,
      text: '暂时无法在该处登录。请几分钟后再试。一次性链接仍然有效：可向负责人索取。',
    },
    provider_refused: {
      title: ({ name }) => `${name}没有让您登录`,
      text: '登录在该处被取消，或其答复不可信，因此没有人登录。请重新开始。',
    },
    try_again: {
      title: '请重新开始',
      text: '此次登录是在另一个浏览器中开始的，或开始已超过十分钟，或已被使用。没有人登录。',
    },
    again: '返回登录',
  },
  fresh: {
    title: '请先重新登录',
    text: '此操作需要最近十分钟内的登录，以免他人在无人看管的电脑上进行。没有任何更改，您提交的内容保留在此页上。',
    steps: '请勿关闭此页。请在另一个标签页重新登录，再按下面的按钮。',
    link: '使用一次性链接时：请向负责人或本服务的运维人员索取新链接；生成方法：npm run sign-in -- 姓名',
    signIn: ({ name }) => `在另一个标签页使用${name}登录`,
    button: '重新发送',
  },
  sessions: {
    title: '您的登录',
    lead: '您目前登录的位置。30分钟无操作后会话自动结束，最长12小时。',
    started: '登录时间',
    way: '方式',
    until: '最迟结束',
    here: '此浏览器',
    unknown: '未知',
    ways: {
      link: '一次性链接',
    },
    end: '结束',
    endOthers: '结束所有其他会话',
    only: '没有其他会话。',
    said: {
      ended: '已结束。使用该会话的人需要重新登录。',
      others: '所有其他会话已结束。',
      none: '该会话此前已结束。',
    },
    privacy: '登录时不保存地址、设备或地点。',
  },
  people: {
    title: '人员',
    lead: '这里的工作人员，以及他们在您负责的研究中的权限。',
    name: '姓名',
    email: '电子邮箱',
    roles: '角色',
    state: '状态',
    states: {
      here: '正常',
      suspended: '已暂停',
      removed: '已移除',
    },
    nowhere: '在您的研究中没有角色',
    toCome: '今后的研究',
    elsewhere: ({ n }) => `${`以及另外${n}项研究`}`,
    invite: {
      title: '邀请成员',
      lead: '您会得到一个只显示一次的一次性链接。请亲自转交：持有链接的人将以此姓名进入。',
      name: '姓名',
      nameHint: '同事所熟悉的姓名。它会与其操作一同显示，之后不能更改。',
      email: '电子邮箱（选填）',
      emailHint: '在您的登录服务中证明此邮箱属于自己的人，无需链接即可进入。不会向此邮箱发送任何内容。',
      study: '研究',
      role: '角色',
      button: '生成链接',
      every: '所有研究，包括今后的研究',
    },
    link: {
      title: ({ name }) => `给${name}的链接`,
      lead: ({ until }) => `链接只显示这一次，只能使用一次，有效期至${until}。请现在复制并亲自转交。`,
      label: '一次性链接',
      back: '返回人员页面',
    },
    person: {
      roles: '角色',
      none: '在您的研究中没有角色。',
      give: '授予角色',
      giveButton: '授予',
      take: '收回',
      takeOf: ({ role, study }) => `收回：${role}，${study}`,
      newLink: '新的登录链接',
      newLinkText: '供无法登录的人使用。一小时内有效，只能使用一次。',
      newLinkButton: '生成链接',
      email: '保存邮箱',
      suspend: '暂停',
      suspendText: '对方会立即退出登录，在您恢复之前不能进入。其角色保留。',
      resume: '恢复',
      resumeText: '对方需要重新登录，角色与之前相同。',
      remove: '移除',
      removeText: '对方会立即退出登录，失去所有角色，不能再进入。其操作仍以其姓名保留在审计记录中。此操作无法撤销。',
      notYours: '对方在您不负责的研究中有角色，因此只有这些研究共同的负责人可以暂停或移除对方，或为其生成链接。',
      bound: ({ n, day }) => `${n === 0 ? '尚未绑定登录服务的账号。' : `已绑定登录服务的${n}个账号，最近一次绑定于${day}。`}`,
      accounts: '登录服务账号',
      accountsText: '账号丢失或落入他人之手时，请解除绑定：持有该账号的人将无法再登录，此人的所有会话也会立即退出。可能重新绑定该账号的邮箱地址会一并删除。',
      unbind: '解除绑定',
      unbindOf: ({ provider, when }) => `解除绑定：${provider}，${when}`,
      waits: '等待另一人确认',
      waitsText: '仅凭邮箱绑定。在另一位负责人向本人核实并确认之前，此账号视为填写邮箱的人的账号；角色涉及资金的人不能用它登录。',
      confirm: '确认属于本人',
    },
    may: {
      title: '各角色的权限',
      owner: '设置、开启和关闭研究，追加预算，管理人员。可查看数量和余额，不能查看答卷和收款人。',
      admin: '设置研究，修改问卷，生成邀请链接，查看和导出答卷，审核答卷。',
      analyst: '查看和导出答卷，不作任何更改。',
      reviewer: '查看和审核答卷，提交测试答卷，不能导出。',
      viewer: '查看分组的大致数字（均非精确值），不能查看任何一份答卷。',
      preparer: '准备和登记付款，查看收款人，上传对账单，提出申请。',
      approver: '批准他人准备或提出的事项。收款人以遮盖形式显示。',
      auditor: '查看全部资金和审计记录，不作任何更改。',
      desks: '在同一项研究中，任何人都不能同时拥有答卷和资金的角色，负责人也没有其他角色。在某项研究中生成个人链接的人不能审核其答卷，反之亦然。',
    },
    said: {
      given: '角色已授予。',
      taken: '角色已收回，从对方打开的下一个页面起生效。',
      suspend: '已暂停，对方在所有设备上已退出登录。',
      resume: '对方可以重新登录。',
      remove: '已移除，对方在所有设备上已退出登录。',
      email: '邮箱已保存。',
      last_owner: '没有任何更改：每项研究至少要有一位能够登录的负责人。请先将他人设为负责人。',
      other_desk: '没有任何更改：在同一项研究中，任何人都不能同时拥有答卷和资金的角色，负责人也没有其他角色；以前有过的角色也算在内。请将此角色授予他人。',
      not_here: '没有任何更改：对方已被暂停或移除。',
      no_study: '没有任何更改：您负责的研究中没有这一项。',
      not_yours: '没有任何更改：对方在您不负责的研究中有角色。',
      not_theirs: '对方在该处没有此角色。',
      email_taken: '没有任何更改：他人已使用此邮箱。',
      bad_email: '没有任何更改：这不是有效的电子邮箱。',
      bad_name: '姓名须为1至80个可见字符。',
      role_needed: '请选择角色。',
      known: '已有同名的工作人员。请打开其页面授予角色或生成链接，或换一种写法。',
      unbound: '已解除绑定，此人已在所有设备上退出登录。',
      last_way: '未作更改：这是此人最后一种登录方式。请先为其生成登录链接，以便绑定其他账号。',
      not_bound: '该账号未绑定到此人，或已解除绑定。',
      confirmed: '账号已确认。',
      own_word: '没有任何更改：账号须由填写邮箱者以外的另一位负责人确认，本人也不能确认。',
    },
    bindings: {
      more: ({ n }) => `此处只列出${n}个，待确认的排在最前。`,
      trail: '审计记录中有全部账户。',
      title: '新绑定的账号',
      lead: '最近30天绑定的登录服务账号，以及等待另一人确认的账号。所有负责人都能看到此列表。',
      whose: '人员',
      provider: '登录服务',
      when: '绑定时间',
      how: '方式',
      byLink: '通过一次性链接',
      byAddress: ({ name }) => `通过${name}填写的邮箱`,
      state: '状态',
      waits: '等待另一人确认',
      confirmedBy: ({ name }) => `已由${name}确认`,
      told: ({ n }) => `${`有${n}人的账号等待负责人确认：`}`,
    },
    refusals: {
      title: '被拒绝的登录',
      lead: '最近30天，不含姓名。',
      none: '无。',
      day: '日期',
      way: '方式',
      reason: '原因',
      count: '次数',
      reasons: {
        link_invalid: '未知链接',
        link_expired: '链接已过期',
        link_spent: '链接已被使用',
        not_here: '已暂停或移除',
        not_invited: '账号未受邀请',
        identity_taken: '他人的账号',
        has_identity: '已有绑定的账号',
        unconfirmed: '等待另一人确认',
        provider_down: '登录服务没有响应',
        provider_refused: '登录服务拒绝，或其答复不可信',
        try_again: '在别处开始、过久或已被使用',
      },
    },
  },
  lists: {
    title: '个人链接',
    lead: '每个链接供一人提交一份答卷。链接只以文件形式显示一次；谁得到哪个编号，请记在您自己的名单中。',
    make: '生成链接',
    count: '数量',
    countHint: ({ most }) => `1至${most}。`,
    days: '有效天数',
    daysHint: '1至365。已经开始的人仍可完成。',
    guardian: '供14至17岁的人使用：每个人都已有父母或监护人书面确认',
    button: '生成并保存文件',
    duty: '生成链接的人此后不再审核本研究的答卷：他们知道使用的是谁的链接。',
    reviewed: '您已审核过本研究的答卷，因此须由他人生成链接：生成链接的人知道使用的是谁的链接。',
    none: '这里还没有生成过链接。',
    made: '生成时间',
    by: '生成人',
    links: '链接数',
    states: {
      unused: '未开始',
      begun: '已开始',
      answered: '已答完',
      expired: '已过期',
      revoked: '已撤回',
    },
    until: '有效期至',
    withGuardian: '已有监护人确认',
    show: '查看每个链接',
    listTitle: ({ at }) => `${at}生成的链接`,
    remind: '请只提醒编号状态为“未开始”或“已开始”的人。此页不知道他们是谁。',
    number: '编号',
    state: '状态',
    file: {
      number: '编号',
      link: '链接',
      until: '有效期至',
    },
    back: '所有批次',
    previous: '上一页',
    next: '下一页',
    said: {
      reviews: '没有生成任何链接：您已审核过本研究的答卷，因此须由他人生成链接。',
      count: '没有生成任何链接：数量和天数须在限制之内。',
    },
  },
}

const zhHant: PeopleMessages = {
  oidc: {
    title: '工作人員登入',
    lead: '請用您在該處的賬號登入，或開啟發給您的一次性連結。',
    linkOnly: '請開啟發給您的一次性連結。如需新連結，請聯絡負責人（在人員頁面產生），或本服務的營運人員；產生方法：npm run sign-in -- 姓名',
    button: ({ name }) => `使用${name}登入`,
    bind: ({ name }) => `也可以用您在${name}的賬號登入：以後就不再需要連結。`,
    away: {
      title: ({ name }) => `前往${name}`,
      text: ({ name }) => `正在前往${name}。如果沒有反應，請點選連結。`,
      button: ({ name }) => `前往${name}`,
    },
    back: {
      title: '還差一步',
      text: '請按下按鈕進入。',
      button: '繼續',
    },
  },
  refused: {
    not_here: {
      title: '您目前沒有存取權限',
      text: '負責人已暫停或移除您的賬號。如果您認為有誤，請聯絡負責人。',
    },
    not_invited: {
      title: '此賬號未受邀請',
      text: ({ name }) => `您已在${name}登入，但沒有工作人員使用此賬號。請向負責人索取一次性連結，並在開啟的頁面上選擇${name}。`,
    },
    identity_taken: {
      title: '此賬號屬於他人',
      text: ({ name }) => `另一位工作人員使用此賬號登入。請先在${name}登出，再用您自己的賬號登入。`,
    },
    has_identity: {
      title: '您已有綁定的賬號',
      text: ({ name }) => `他人產生的連結只能綁定您的第一個賬號。請在${name}用已綁定的賬號登入，或直接使用該連結。如果賬號已不可用，請索取由命令列產生的連結，以綁定新賬號。`,
    },
    unconfirmed: {
      title: '此賬號需要另一人確認',
      text: ({ name }) => `您的角色涉及款項，目前只有填寫您電郵地址的人說明${name}的此賬號屬於您。請讓另一位負責人在人員頁面確認，或向負責人索取一次性連結。`,
    },
    provider_down: {
      title: ({ name }) => `${name}沒有回應`,
      text: '暫時無法在該處登入。請幾分鐘後再試。一次性連結仍然有效：可向負責人索取。',
    },
    provider_refused: {
      title: ({ name }) => `${name}沒有讓您登入`,
      text: '登入在該處被取消，或其答覆不可信，因此沒有人登入。請重新開始。',
    },
    try_again: {
      title: '請重新開始',
      text: '此次登入是在另一個瀏覽器中開始的，或開始已超過十分鐘，或已被使用。沒有人登入。',
    },
    again: '返回登入',
  },
  fresh: {
    title: '請先重新登入',
    text: '此操作需要最近十分鐘內的登入，以免他人在無人看管的電腦上進行。沒有任何更改，您提交的內容保留在此頁上。',
    steps: '請勿關閉此頁。請在另一個分頁重新登入，再按下面的按鈕。',
    link: '使用一次性連結時：請向負責人或本服務的營運人員索取新連結；產生方法：npm run sign-in -- 姓名',
    signIn: ({ name }) => `在另一個分頁使用${name}登入`,
    button: '重新傳送',
  },
  sessions: {
    title: '您的登入',
    lead: '您目前登入的位置。30分鐘無操作後工作階段自動結束，最長12小時。',
    started: '登入時間',
    way: '方式',
    until: '最遲結束',
    here: '此瀏覽器',
    unknown: '未知',
    ways: {
      link: '一次性連結',
    },
    end: '結束',
    endOthers: '結束所有其他工作階段',
    only: '沒有其他工作階段。',
    said: {
      ended: '已結束。使用該工作階段的人需要重新登入。',
      others: '所有其他工作階段已結束。',
      none: '該工作階段此前已結束。',
    },
    privacy: '登入時不儲存地址、裝置或地點。',
  },
  people: {
    title: '人員',
    lead: '這裏的工作人員，以及他們在您負責的研究中的權限。',
    name: '姓名',
    email: '電郵地址',
    roles: '角色',
    state: '狀態',
    states: {
      here: '正常',
      suspended: '已暫停',
      removed: '已移除',
    },
    nowhere: '在您的研究中沒有角色',
    toCome: '今後的研究',
    elsewhere: ({ n }) => `${`以及另外${n}項研究`}`,
    invite: {
      title: '邀請成員',
      lead: '您會得到一個只顯示一次的一次性連結。請親自轉交：持有連結的人將以此姓名進入。',
      name: '姓名',
      nameHint: '同事所熟悉的姓名。它會與其操作一同顯示，之後不能更改。',
      email: '電郵地址（選填）',
      emailHint: '在您的登入服務中證明此電郵地址屬於自己的人，無需連結即可進入。不會向此電郵地址傳送任何內容。',
      study: '研究',
      role: '角色',
      button: '產生連結',
      every: '所有研究，包括今後的研究',
    },
    link: {
      title: ({ name }) => `給${name}的連結`,
      lead: ({ until }) => `連結只顯示這一次，只能使用一次，有效期至${until}。請現在複製並親自轉交。`,
      label: '一次性連結',
      back: '返回人員頁面',
    },
    person: {
      roles: '角色',
      none: '在您的研究中沒有角色。',
      give: '授予角色',
      giveButton: '授予',
      take: '收回',
      takeOf: ({ role, study }) => `收回：${role}，${study}`,
      newLink: '新的登入連結',
      newLinkText: '供無法登入的人使用。一小時內有效，只能使用一次。',
      newLinkButton: '產生連結',
      email: '儲存電郵地址',
      suspend: '暫停',
      suspendText: '對方會立即登出，在您恢復之前不能進入。其角色保留。',
      resume: '恢復',
      resumeText: '對方需要重新登入，角色與之前相同。',
      remove: '移除',
      removeText: '對方會立即登出，失去所有角色，不能再進入。其操作仍以其姓名保留在審計紀錄中。此操作無法撤銷。',
      notYours: '對方在您不負責的研究中有角色，因此只有這些研究共同的負責人可以暫停或移除對方，或為其產生連結。',
      bound: ({ n, day }) => `${n === 0 ? '尚未綁定登入服務的賬號。' : `已綁定登入服務的${n}個賬號，最近一次綁定於${day}。`}`,
      accounts: '登入服務賬號',
      accountsText: '賬號遺失或落入他人手中時，請解除綁定：持有該賬號的人將無法再登入，此人的所有工作階段亦會即時登出。可能重新綁定該賬號的電郵地址會一併刪除。',
      unbind: '解除綁定',
      unbindOf: ({ provider, when }) => `解除綁定：${provider}，${when}`,
      waits: '等待另一人確認',
      waitsText: '僅憑電郵地址綁定。在另一位負責人向本人核實並確認之前，此賬號視為填寫電郵地址的人的賬號；角色涉及款項的人不能用它登入。',
      confirm: '確認屬於本人',
    },
    may: {
      title: '各角色的權限',
      owner: '設定、開啟和關閉研究，追加預算，管理人員。可檢視數量和餘額，不能檢視答卷和收款人。',
      admin: '設定研究，修改問卷，產生邀請連結，檢視和匯出答卷，審核答卷。',
      analyst: '檢視和匯出答卷，不作任何更改。',
      reviewer: '檢視和審核答卷，提交測試答卷，不能匯出。',
      viewer: '檢視分組的大致數字（均非精確值），不能檢視任何一份答卷。',
      preparer: '準備和登記付款，檢視收款人，上傳結單，提出申請。',
      approver: '批准他人準備或提出的事項。收款人以遮蓋形式顯示。',
      auditor: '檢視全部款項和審計紀錄，不作任何更改。',
      desks: '在同一項研究中，任何人都不能同時擁有答卷和款項的角色，負責人也沒有其他角色。在某項研究中產生個人連結的人不能審核其答卷，反之亦然。',
    },
    said: {
      given: '角色已授予。',
      taken: '角色已收回，從對方開啟的下一個頁面起生效。',
      suspend: '已暫停，對方在所有裝置上已登出。',
      resume: '對方可以重新登入。',
      remove: '已移除，對方在所有裝置上已登出。',
      email: '電郵地址已儲存。',
      last_owner: '沒有任何更改：每項研究至少要有一位能夠登入的負責人。請先將他人設為負責人。',
      other_desk: '沒有任何更改：在同一項研究中，任何人都不能同時擁有答卷和款項的角色，負責人也沒有其他角色；以前有過的角色也算在內。請將此角色授予他人。',
      not_here: '沒有任何更改：對方已被暫停或移除。',
      no_study: '沒有任何更改：您負責的研究中沒有這一項。',
      not_yours: '沒有任何更改：對方在您不負責的研究中有角色。',
      not_theirs: '對方在該處沒有此角色。',
      email_taken: '沒有任何更改：他人已使用此電郵地址。',
      bad_email: '沒有任何更改：這不是有效的電郵地址。',
      bad_name: '姓名須為1至80個可見字元。',
      role_needed: '請選擇角色。',
      known: '已有同名的工作人員。請開啟其頁面授予角色或產生連結，或換一種寫法。',
      unbound: '已解除綁定，此人已在所有裝置登出。',
      last_way: '未作更改：這是此人最後一種登入方式。請先為其產生登入連結，以便綁定其他賬號。',
      not_bound: '該賬號未綁定到此人，或已解除綁定。',
      confirmed: '賬號已確認。',
      own_word: '沒有任何更改：賬號須由填寫電郵地址者以外的另一位負責人確認，本人亦不能確認。',
    },
    bindings: {
      more: ({ n }) => `此處只列出${n}個，待確認的排在最前。`,
      trail: '審計紀錄中有全部賬戶。',
      title: '新綁定的賬號',
      lead: '最近30天綁定的登入服務賬號，以及等待另一人確認的賬號。所有負責人都能看到此列表。',
      whose: '人員',
      provider: '登入服務',
      when: '綁定時間',
      how: '方式',
      byLink: '透過一次性連結',
      byAddress: ({ name }) => `透過${name}填寫的電郵地址`,
      state: '狀態',
      waits: '等待另一人確認',
      confirmedBy: ({ name }) => `已由${name}確認`,
      told: ({ n }) => `${`有${n}人的賬號等待負責人確認：`}`,
    },
    refusals: {
      title: '被拒絕的登入',
      lead: '最近30天，不含姓名。',
      none: '無。',
      day: '日期',
      way: '方式',
      reason: '原因',
      count: '次數',
      reasons: {
        link_invalid: '未知連結',
        link_expired: '連結已過期',
        link_spent: '連結已被使用',
        not_here: '已暫停或移除',
        not_invited: '賬號未受邀請',
        identity_taken: '他人的賬號',
        has_identity: '已有綁定的賬號',
        unconfirmed: '等待另一人確認',
        provider_down: '登入服務沒有回應',
        provider_refused: '登入服務拒絕，或其答覆不可信',
        try_again: '在別處開始、過久或已被使用',
      },
    },
  },
  lists: {
    title: '個人連結',
    lead: '每個連結供一人提交一份答卷。連結只以檔案形式顯示一次；誰得到哪個編號，請記在您自己的名單中。',
    make: '產生連結',
    count: '數量',
    countHint: ({ most }) => `1至${most}。`,
    days: '有效天數',
    daysHint: '1至365。已經開始的人仍可完成。',
    guardian: '供14至17歲的人使用：每個人都已有父母或監護人書面確認',
    button: '產生並儲存檔案',
    duty: '產生連結的人此後不再審核本研究的答卷：他們知道使用的是誰的連結。',
    reviewed: '您已審核過本研究的答卷，因此須由他人產生連結：產生連結的人知道使用的是誰的連結。',
    none: '這裏還沒有產生過連結。',
    made: '產生時間',
    by: '產生人',
    links: '連結數',
    states: {
      unused: '未開始',
      begun: '已開始',
      answered: '已答完',
      expired: '已過期',
      revoked: '已撤回',
    },
    until: '有效期至',
    withGuardian: '已有監護人確認',
    show: '檢視每個連結',
    listTitle: ({ at }) => `${at}產生的連結`,
    remind: '請只提醒編號狀態為「未開始」或「已開始」的人。此頁不知道他們是誰。',
    number: '編號',
    state: '狀態',
    file: {
      number: '編號',
      link: '連結',
      until: '有效期至',
    },
    back: '所有批次',
    previous: '上一頁',
    next: '下一頁',
    said: {
      reviews: '沒有產生任何連結：您已審核過本研究的答卷，因此須由他人產生連結。',
      count: '沒有產生任何連結：數量和天數須在限制之內。',
    },
  },
}

const languages: Record<Language, PeopleMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/people, in one language. */
export function peopleMessages(language: Language): PeopleMessages {
  return languages[language]
}
