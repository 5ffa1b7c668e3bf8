// Made from messages/*/studies/setup.json by `npm run messages`: change those.
import type { Language } from '../../../schema/questionnaire.ts'

export interface SetupMessages {
  title: string
  about: string
  begun: string
  unnamed: string
  steps: string
  missing: (of: { count: number }) => string
  untouched: string
  savedAt: (of: { at: string | number }) => string
  save: string
  next: string
  back: string
  add: string
  remove: string
  row: (of: { n: string | number }) => string
  choose: string
  more: (of: { fields: string | number }) => string
  anyPlace: string
  everyPlace: string
  said: {
    saved: string
    unsaved: string
    faults: (of: { count: number }) => string
    conflict: string
    theirs: string
    made: string
    unreadable: string
  }
  sections: {
    study: {
      title: string
      about: string
    }
    questionnaire: {
      title: string
      about: string
    }
    window: {
      title: string
      about: string
    }
    people: {
      title: string
      about: string
    }
    privacy: {
      title: string
      about: string
    }
    rewards: {
      title: string
      about: string
    }
    checks: {
      title: string
      about: string
    }
    summary: {
      title: string
      about: string
    }
  }
  labels: {
    slug: string
    languages: string
    organiser: string
    contact: string
    forWhom: string
    why: string
    costCentre: string
    projectCode: string
    from: string
    template: string
    study: string
    version: string
    minutes: string
    zone: string
    opens: string
    closes: string
    finishDays: string
    winterFrom: string
    winterTo: string
    closedFrom: string
    closedTo: string
    minimumAge: string
    mainland: string
    paradata: string
    abroad: string
    recipientName: string
    recipientContact: string
    recipientPurpose: string
    where: string
    authority: string
    backupDays: string
    keepDrafts: string
    keepParadata: string
    keepAnswers: string
    keepPayees: string
    keepMarks: string
    keepRequests: string
    offers: string
    thanks: string
    currency: string
    amount: string
    budget: string
    channels: string
    places: string
    taxMode: string
    taxRate: string
    paidWhen: string
    voucherDays: string
    graceDays: string
    calendar: string
    perPayout: string
    perBatch: string
    openLinkPolicy: string
    invitationPolicy: string
    quotas: string
    cell: string
    label: string
    question: string
    codes: string
    limit: string
    when: string
  }
  hints: {
    slug: string
    languages: string
    organiser: string
    contact: string
    forWhom: string
    why: string
    costCentre: string
    projectCode: string
    from: string
    template: string
    study: string
    version: string
    minutes: string
    zone: string
    opens: string
    closes: string
    finishDays: string
    winterFrom: string
    minimumAge: string
    mainland: string
    paradata: string
    abroad: string
    where: string
    authority: string
    backupDays: string
    keepDrafts: string
    keepParadata: string
    keepAnswers: string
    keepPayees: string
    keepMarks: string
    keepRequests: string
    offers: string
    thanks: string
    currency: string
    amount: string
    budget: string
    channels: string
    places: string
    taxMode: string
    taxRate: string
    paidWhen: string
    voucherDays: string
    graceDays: string
    calendar: string
    perPayout: string
    perBatch: string
    openLinkPolicy: string
    invitationPolicy: string
    quotas: string
    cell: string
    label: string
    question: string
    codes: string
    when: string
  }
  options: {
    from: {
      template: string
      study: string
      version: string
    }
    yesNo: {
      no: string
      yes: string
    }
    taxMode: {
      none: string
      net: string
      gross_up: string
    }
    policy: {
      check: string
      issue: string
      hold: string
    }
    calendar: {
      cn: string
      hk: string
      mo: string
    }
  }
  faults: {
    required: string
    language_missing: string
    no_language: string
    too_long: (of: { most: string | number }) => string
    slug_shape: string
    slug_taken: string
    contact: string
    one_of: (of: { choices: string | number }) => string
    whole_number: (of: { least: string | number; most: string | number }) => string
    whole_number_or_empty: (of: { least: string | number; most: string | number }) => string
    zone: string
    moment: string
    skipped: (of: { zone: string | number }) => string
    closes_before: string
    closes_past: string
    day: string
    days_together: string
    days_order: string
    no_template: (of: { template: string | number }) => string
    no_study: (of: { study: string | number }) => string
    no_version: string
    no_place_question: string
    tax_rate: string
    no_offers: string
    currency: string
    not_payable: string
    amount: (of: { currency: string | number }) => string
    amount_large: (of: { most: string | number }) => string
    budget_small: (of: { least: string | number }) => string
    leaves_nothing: string
    no_channels: string
    channel_pays_not: (of: { channel: string | number; currency: string | number }) => string
    not_carried: (of: { channel: string | number; amount: string | number; ranges: string | number }) => string
    no_provider: (of: { currency: string | number; channel: string | number }) => string
    no_places: string
    place_unknown: (of: { place: string | number }) => string
    place_twice: (of: { place: string | number }) => string
    decimals_differ: string
    cell_shape: string
    cell_twice: string
    condition: string
    question_unknown: (of: { question: string | number }) => string
    code_unknown: (of: { code: string | number }) => string
    uncountable: (of: { why: string | number }) => string
  }
  upload: {
    title: string
    about: string
    file: string
    by_itself: string
    send: string
    none: string
    faults: (of: { count: number }) => string
    left: string
    done: (of: { title: string | number }) => string
    untranslated: (of: { count: number }) => string
  }
  consents: {
    title: string
    about: string
    none: string
    noQuestionnaire: string
    sometimes: string
    where: string
  }
  summary: {
    ready: string
    faults: (of: { count: number }) => string
    cost: string
    costAbout: string
    responses: (of: { count: number }) => string
    make: string
    makeAbout: string
    change: string
    budgetReason: string
    budgetBy: string
    rails: {
      title: string
      sends: (of: { place: string | number }) => string
      banks: (of: { place: string | number }) => string
      promised: (of: { place: string | number }) => string
    }
  }
  list: {
    title: string
    study: string
    state: string
    complete: string
    budget: string
    left: (of: { left: string | number; total: string | number }) => string
    lacks: string
    nothing: string
    copy: string
    empty: string
    emptyBegin: string
    emptyAsk: string
  }
  settings: {
    title: string
    changeable: string
    changeableAbout: string
    fixed: string
    fixedAbout: string
    history: string
    changed: (of: { fields: string | number; name: string | number; at: string | number }) => string
    movedOn: string
    faults: string
  }
}

const en: SetupMessages = {
  title: 'Set up a study',
  about: 'A study is described here step by step. You can leave at any time: whatever is typed is kept once it is saved.',
  begun: 'Set-ups not finished',
  unnamed: 'no address yet',
  steps: 'Steps',
  missing: ({ count }) => `${count === 0 ? 'complete' : count === 1 ? `${count} thing to fill in` : `${count} things to fill in`}`,
  untouched: 'not looked at yet',
  savedAt: ({ at }) => `Saved on ${at}`,
  save: 'Save',
  next: 'Save and continue',
  back: 'Back',
  add: 'Add a row',
  remove: 'Remove this row',
  row: ({ n }) => `Row ${n}`,
  choose: 'Choose …',
  more: ({ fields }) => `More: ${fields}`,
  anyPlace: 'every place',
  everyPlace: 'every other place',
  said: {
    saved: 'Saved.',
    unsaved: 'This could not be saved. What you typed is still here: it is tried again at your next change, or press Save.',
    faults: ({ count }) => `Saved, and ${count === 1 ? 'one thing is' : `${count} things are`} still to be put right: see below.`,
    conflict: 'Somebody else has saved this step since you opened it. What you typed is below and is not saved yet. Look at what they saved first; if you save now, yours takes its place.',
    theirs: 'What they saved (opens in a new tab)',
    made: 'This set-up has become a study. What can still be changed is in its settings.',
    unreadable: 'This could not be read as a form of this page. Go back and try again.',
  },
  sections: {
    study: {
      title: 'The study',
      about: 'Its address and languages, who runs it, and where people can write to.',
    },
    questionnaire: {
      title: 'Questionnaire',
      about: 'What is asked. It can be changed in the editor until the study opens, and published as a new version afterwards.',
    },
    window: {
      title: 'When it is open',
      about: 'From when until when people can start.',
    },
    people: {
      title: 'Who takes part',
      about: 'Whom it asks, and what they consent to.',
    },
    privacy: {
      title: 'Privacy notice',
      about: 'What the notice says of this study, and how long everything is kept.',
    },
    rewards: {
      title: 'Rewards',
      about: 'What is promised to whom, and how it is paid.',
    },
    checks: {
      title: 'Quotas and checks',
      about: 'Who waits for a person, and how many of whom count.',
    },
    summary: {
      title: 'Summary',
      about: 'Everything at a glance, what it costs at most, and the button that makes the study.',
    },
  },
  labels: {
    slug: 'Address',
    languages: 'Languages',
    organiser: 'Organiser',
    contact: 'Contact',
    forWhom: 'For whom',
    why: 'Why',
    costCentre: 'Cost centre',
    projectCode: 'Project code',
    from: 'Where it comes from',
    template: 'Template',
    study: 'Study',
    version: 'Version',
    minutes: 'Measured length in minutes',
    zone: 'Time zone',
    opens: 'Opens',
    closes: 'Closes',
    finishDays: 'Days to finish',
    winterFrom: 'Vacation: first day',
    winterTo: 'Vacation: last day',
    closedFrom: 'Closure in it: first day',
    closedTo: 'Closure in it: last day',
    minimumAge: 'Minimum age',
    mainland: 'Does it collect answers in mainland China?',
    paradata: 'Count typing and pasting?',
    abroad: 'Do answers go to a recipient abroad?',
    recipientName: 'Recipient abroad',
    recipientContact: 'How to reach the recipient',
    recipientPurpose: 'What the recipient does with them',
    where: 'Where the data are kept',
    authority: 'Authority to complain to',
    backupDays: 'Days that backups are kept',
    keepDrafts: 'Unfinished answers (days)',
    keepParadata: 'Times and counts of typing (days)',
    keepAnswers: 'Answers (days)',
    keepPayees: 'Payment accounts (days, at least 30)',
    keepMarks: 'Marks against taking part twice (days)',
    keepRequests: 'Written requests (days)',
    offers: 'Rewards',
    thanks: 'Thank-yous',
    currency: 'Currency',
    amount: 'Amount',
    budget: 'Budget',
    channels: 'Ways of paying',
    places: 'For people who live in',
    taxMode: 'Tax',
    taxRate: 'Tax rate in percent',
    paidWhen: 'When it is paid',
    voucherDays: 'Days to claim',
    graceDays: 'Days of grace',
    calendar: 'Calendar of payments',
    perPayout: 'Second approver from, for a payment',
    perBatch: 'Second approver from, for a batch',
    openLinkPolicy: 'Who comes by the open link',
    invitationPolicy: 'Who comes by an invitation',
    quotas: 'Quotas',
    cell: 'Name of the cell',
    label: 'Whom it counts',
    question: 'Question',
    codes: 'Codes',
    limit: 'How many count',
    when: 'Or a condition',
  },
  hints: {
    slug: 'The last part of the link that people get, such as commuting-2027. It never changes.',
    languages: 'Every text of the study has to be there in each of them.',
    organiser: 'Who runs the study, as people read it.',
    contact: 'An e-mail address, a telephone number or a page where people ask, object or withdraw.',
    forWhom: 'The first sentence of the landing page: whom the study asks. May be left empty.',
    why: 'The second: what the answers are for.',
    costCentre: 'As your accounts name it; on registers and reports. May be left empty.',
    projectCode: 'As your accounts name it. May be left empty.',
    from: 'A template, the questionnaire of another study, or a file of yours.',
    template: 'Used when a template is chosen above.',
    study: 'Used when another study is chosen above: its version that is answered now.',
    version: 'The file that was uploaded last.',
    minutes: 'What people are told before they start. Leave it empty until a pilot has measured it.',
    zone: 'By region and place, such as Asia/Hong_Kong. The times below are those of its clocks.',
    opens: 'Leave it empty to open as soon as somebody presses Start.',
    closes: 'Leave it empty for no end.',
    finishDays: 'How long people who have begun can still finish after it has closed.',
    winterFrom: 'Only for questionnaires that ask about a vacation; all four days or none.',
    minimumAge: 'From 14 to 35. Below 18 a parent or guardian has to confirm first. It never changes for a study that is open.',
    mainland: 'If it does, it opens only with a permit that one person enters and another confirms, or with the reason why none is needed.',
    paradata: 'If so, each participant is asked in a box of its own, and may leave it empty.',
    abroad: 'If so, a consent of its own names who, how to reach them and what for.',
    where: 'As the notice says it. May be left empty.',
    authority: 'Which authority people may turn to. May be left empty.',
    backupDays: 'After how many days a copy in a backup is gone too. May be left empty.',
    keepDrafts: 'From when they were saved last. Empty: until you erase them.',
    keepParadata: 'From the end of the response.',
    keepAnswers: 'From when nobody can finish any more. Empty: until you erase them.',
    keepPayees: 'From when a claim was paid or over. Empty: until you erase them.',
    keepMarks: 'From when all claims and objections are over.',
    keepRequests: 'From when they were done.',
    offers: 'One row for each group of places. What people were promised never changes.',
    thanks: 'A smaller reward for those whose place in a quota was lost while they answered. May be left out.',
    currency: 'A code of ISO 4217, such as CNY, HKD or MOP.',
    amount: 'For each response, such as 20.00.',
    budget: 'All that may be promised, tax included. It is proposed when the study is made, and another person approves it.',
    channels: 'Participants choose one of them.',
    places: 'By the place question of the questionnaire. A place stands in one row only.',
    taxMode: 'Which way is right, and at what rate, is for you to know.',
    taxRate: 'Of the amount before tax, such as 20. Only where tax is set aside.',
    paidWhen: 'As the landing page says it.',
    voucherDays: 'How long a voucher can be claimed from when it is issued.',
    graceDays: 'How long after that it still can.',
    calendar: 'On which days money goes out. Banks that clear HKD and MOP keep their own calendars besides.',
    perPayout: 'In the currency of the batch: a batch with a payment above it needs two approvers.',
    perBatch: 'A batch above it in all needs two approvers.',
    openLinkPolicy: 'Whether a voucher is issued at once.',
    invitationPolicy: 'Whether a voucher is issued at once.',
    quotas: 'How many responses of which answers count. Fixed when the study opens; only the limits can be raised later.',
    cell: 'Lower-case letters, digits and hyphens; in files it stands for this cell.',
    label: 'As people read it.',
    question: 'Whose answer decides.',
    codes: 'The codes of its answers that count, with commas: 1, 2.',
    when: 'For experts: a condition as JSON, instead of the question and codes.',
  },
  options: {
    from: {
      template: 'A template',
      study: 'Another study',
      version: 'An uploaded file',
    },
    yesNo: {
      no: 'No',
      yes: 'Yes',
    },
    taxMode: {
      none: 'Nothing is set aside',
      net: 'The amount is before tax, which is taken from it',
      gross_up: 'The amount reaches people in full, and the budget bears the tax',
    },
    policy: {
      check: 'At once, unless the checks hold the response',
      issue: 'At once, always',
      hold: 'After a person has looked, always',
    },
    calendar: {
      cn: 'Mainland China',
      hk: 'Hong Kong',
      mo: 'Macao',
    },
  },
  faults: {
    required: 'This is missing.',
    language_missing: 'This text is missing in this language.',
    no_language: 'Choose one language at least.',
    too_long: ({ most }) => `At most ${most} characters, please.`,
    slug_shape: 'Lower-case letters and digits, with single hyphens between words, beginning with a letter: such as commuting-2027.',
    slug_taken: 'Another study has this address. Choose another one.',
    contact: 'An e-mail address, a telephone number or the address of a page, please.',
    one_of: ({ choices }) => `This is none of the choices: ${choices}.`,
    whole_number: ({ least, most }) => `A whole number from ${least} to ${most}, please.`,
    whole_number_or_empty: ({ least, most }) => `A whole number from ${least} to ${most}, or nothing.`,
    zone: 'This is no time zone that is known. Name it by region and place, such as Asia/Hong_Kong or Europe/Berlin.',
    moment: 'A day and a time, please, such as 2027-03-01 09:00, of the years 1900 to 2999.',
    skipped: ({ zone }) => `No clock in ${zone} shows this time, because clocks are put forward then. Choose another one.`,
    closes_before: 'It would close before it opens.',
    closes_past: 'This time has passed.',
    day: 'A day, please, such as 2027-03-01.',
    days_together: 'All four days, or none of them.',
    days_order: 'The closure has to lie within the vacation, and each has to end after it begins.',
    no_template: ({ template }) => `There is no template ${template}.`,
    no_study: ({ study }) => `There is no study ${study}.`,
    no_version: 'Upload a questionnaire first, or choose a template.',
    no_place_question: 'This questionnaire asks for no place, so an offer is for every place.',
    tax_rate: 'A rate in percent above 0 and below 100, such as 20 or 16.67, please.',
    no_offers: 'Add one reward at least.',
    currency: 'This is no currency of ISO 4217.',
    not_payable: 'Nobody can be paid in this currency.',
    amount: ({ currency }) => `An amount of ${currency}, please, without its sign: such as 20.`,
    amount_large: ({ most }) => `At most ${most}, please: more is topped up later.`,
    budget_small: ({ least }) => `This does not pay for one response: it takes ${least} at least.`,
    leaves_nothing: 'After tax nothing is left of it.',
    no_channels: 'Choose one way of paying at least.',
    channel_pays_not: ({ channel, currency }) => `${channel} does not pay ${currency}.`,
    not_carried: ({ channel, amount, ranges }) => `${channel} does not pay ${amount} at once, only ${ranges}.`,
    no_provider: ({ currency, channel }) => `No provider that is set up pays ${currency} by ${channel}.`,
    no_places: 'Choose one place at least.',
    place_unknown: ({ place }) => `The questionnaire has no place ${place}.`,
    place_twice: ({ place }) => `The place ${place} stands in another row too.`,
    decimals_differ: 'These limits hold for every currency alike, and the currencies above have different decimals. Make a study for each.',
    cell_shape: 'Lower-case letters, digits and hyphens, beginning with a letter.',
    cell_twice: 'Another cell has this name.',
    condition: 'This is no condition as JSON.',
    question_unknown: ({ question }) => `The questionnaire has no question ${question} with options.`,
    code_unknown: ({ code }) => `The question has no option ${code}.`,
    uncountable: ({ why }) => `This cannot be counted: ${why}.`,
  },
  upload: {
    title: 'Upload a questionnaire',
    about: 'A questionnaire as JSON, as it is downloaded from another study, or as an XLSForm. It takes the place of what is chosen above.',
    file: 'File',
    by_itself: 'Press Upload to send it: “Save and continue” leaves a chosen file behind.',
    send: 'Upload',
    none: 'No questionnaire could be read from it.',
    faults: ({ count }) => `The file was not taken: ${count === 1 ? 'one thing is' : `${count} things are`} wrong with it.`,
    left: 'Read. This was left out or put in:',
    done: ({ title }) => `Uploaded: ${title}.`,
    untranslated: ({ count }) => `${count === 1 ? 'One text is' : `${count} texts are`} still to be translated. That can be done in the editor once the study is made; it does not open before.`,
  },
  consents: {
    title: 'Consents',
    about: 'The questionnaire asks for these, each in a box that has to be ticked. Read them here beside the notice; they are part of the questionnaire and cannot be changed in this step.',
    none: 'This questionnaire asks for no consent of its own.',
    noQuestionnaire: 'No questionnaire is chosen yet.',
    sometimes: 'asked of some people only',
    where: 'To change one, upload another questionnaire, or change it in the editor after the study is made and before it opens:',
  },
  summary: {
    ready: 'Nothing is missing.',
    faults: ({ count }) => `${count === 1 ? 'One thing is' : `${count} things are`} still to be put right.`,
    cost: 'What it costs at most',
    costAbout: 'The budgets that are asked for, and how many responses they pay for.',
    responses: ({ count }) => `pays for ${count === 1 ? `${count} response` : `${count} responses`}`,
    make: 'Create the study',
    makeAbout: 'This does not open it yet. You then preview it, try it out, have its budget approved and open it on its own page. What people rely on can no longer change: the address, rewards, minimum age, consents and quotas.',
    change: 'Change',
    budgetReason: 'First budget, as the set-up asks for it',
    budgetBy: 'Your role proposes no budgets: an owner or a preparer does it at the money desk once the study is made.',
    rails: {
      title: 'On which days rewards go out',
      sends: ({ place }) => `It goes out on days that are open in the calendar of ${place}.`,
      banks: ({ place }) => `Where a bank pays it, the banks of ${place} have to work on that day as well: their calendar is fixed.`,
      promised: ({ place }) => `What people are promised counts working days by the calendar of ${place}, as chosen under Rewards.`,
    },
  },
  list: {
    title: 'Studies',
    study: 'Study',
    state: 'State',
    complete: 'Complete',
    budget: 'Budget',
    left: ({ left, total }) => `${left} left of ${total}`,
    lacks: 'What is missing',
    nothing: 'nothing: it can be started',
    copy: 'Set up a similar study',
    empty: 'No studies yet',
    emptyBegin: 'Press “Set up a study”: seven steps, each explained, and nothing is public before you start it.',
    emptyAsk: 'Ask an owner or an administrator to set one up, or to give you a role in one.',
  },
  settings: {
    title: 'Settings',
    changeable: 'What may still change',
    changeableAbout: 'A change applies from now on. People who have begun keep what they agreed to: a reworded notice is a new version, and the old text stays with everybody who read it.',
    fixed: 'What needs a new study',
    fixedAbout: 'People rely on these from their first page on, so they never change. Set up a study like this one to ask or promise something else.',
    history: 'Changes',
    changed: ({ fields, name, at }) => `${fields}: by ${name} on ${at}`,
    movedOn: 'Somebody else has changed the settings since you opened this page. What you typed is below and is not saved yet; save again to put it in place of theirs.',
    faults: 'Nothing was changed yet: see what is wrong below.',
  },
}

const zhHans: SetupMessages = {
  title: '建立研究',
  about: '在此逐步填写研究的设定。可随时离开：保存后，所填内容都会保留。',
  begun: '未完成的设定',
  unnamed: '尚无网址',
  steps: '步骤',
  missing: ({ count }) => `${count === 0 ? '已齐全' : `尚有${count}处待填`}`,
  untouched: '尚未查看',
  savedAt: ({ at }) => `保存于${at}`,
  save: '保存',
  next: '保存并继续',
  back: '上一步',
  add: '添加一行',
  remove: '移除此行',
  row: ({ n }) => `第${n}行`,
  choose: '请选择……',
  more: ({ fields }) => `更多设置：${fields}`,
  anyPlace: '所有地点',
  everyPlace: '其他所有地区',
  said: {
    saved: '已保存。',
    unsaved: '未能保存。您填写的内容仍在此处：下次更改时会再试，也可以按“保存”。',
    faults: ({ count }) => `已保存，但还有${count}处需要修正，见下文。`,
    conflict: '您打开此步骤后，已有他人保存。您填写的内容见下文，尚未保存。请先查看对方保存的内容；如现在保存，将以您的内容取代。',
    theirs: '对方保存的内容（在新标签页打开）',
    made: '此设定已成为研究。仍可更改的内容见该研究的设置页。',
    unreadable: '无法读取此表单。请返回重试。',
  },
  sections: {
    study: {
      title: '研究',
      about: '研究的名称、主办方及联系方式。',
    },
    questionnaire: {
      title: '问卷',
      about: '问什么。研究开始前可在编辑器中修改，开始后可发布新版本。',
    },
    window: {
      title: '开放时间',
      about: '何时可以开始参与，何时截止。',
    },
    people: {
      title: '参与者',
      about: '研究面向谁，以及他们同意什么。',
    },
    privacy: {
      title: '隐私声明',
      about: '声明中关于本研究的内容，以及各类资料的保留期限。',
    },
    rewards: {
      title: '奖励',
      about: '向谁承诺什么，以及如何支付。',
    },
    checks: {
      title: '配额与核查',
      about: '哪些须由工作人员审核，以及各类人数上限。',
    },
    summary: {
      title: '总览',
      about: '全部设定、最高费用，以及建立研究的按钮。',
    },
  },
  labels: {
    slug: '地址',
    languages: '语言',
    organiser: '主办方',
    contact: '联系方式',
    forWhom: '面向谁',
    why: '为何',
    costCentre: '成本中心',
    projectCode: '项目编号',
    from: '来源',
    template: '模板',
    study: '研究',
    version: '版本',
    minutes: '实测时长（分钟）',
    zone: '时区',
    opens: '开始',
    closes: '截止',
    finishDays: '完成宽限（天）',
    winterFrom: '假期首日',
    winterTo: '假期末日',
    closedFrom: '期间关闭首日',
    closedTo: '期间关闭末日',
    minimumAge: '最低年龄',
    mainland: '是否在中国内地收集作答？',
    paradata: '是否统计输入与粘贴？',
    abroad: '作答是否提供给境外接收方？',
    recipientName: '境外接收方',
    recipientContact: '接收方联系方式',
    recipientPurpose: '接收方的用途',
    where: '资料存放地点',
    authority: '投诉机构',
    backupDays: '备份保留天数',
    keepDrafts: '未完成的作答（天）',
    keepParadata: '时间与输入统计（天）',
    keepAnswers: '作答（天）',
    keepPayees: '收款账户（天，至少30）',
    keepMarks: '防重复参与标记（天）',
    keepRequests: '书面请求（天）',
    offers: '奖励',
    thanks: '致谢奖励',
    currency: '币种',
    amount: '金额',
    budget: '预算',
    channels: '支付方式',
    places: '居住地',
    taxMode: '税务',
    taxRate: '税率（%）',
    paidWhen: '何时支付',
    voucherDays: '领取期限（天）',
    graceDays: '宽限期（天）',
    calendar: '付款日历',
    perPayout: '单笔须第二人批准的限额',
    perBatch: '整批须第二人批准的限额',
    openLinkPolicy: '经公开链接参与者',
    invitationPolicy: '受邀参与者',
    quotas: '配额',
    cell: '单元名称',
    label: '计入哪些人',
    question: '问题',
    codes: '代码',
    limit: '上限',
    when: '或使用条件',
  },
  hints: {
    slug: '参与链接的最后一段，例如commuting-2027。此后不可更改。',
    languages: '研究的每段文字都须有这些语言的版本。',
    organiser: '研究由谁主办，按参与者所见填写。',
    contact: '供参与者咨询、提出异议或退出的邮箱、电话或网页。',
    forWhom: '首页的第一句话：研究面向谁。可留空。',
    why: '第二句话：作答的用途。',
    costCentre: '按您的账目填写，显示于登记册和报告。可留空。',
    projectCode: '按您的账目填写。可留空。',
    from: '模板、其他研究的问卷，或您上传的文件。',
    template: '如上方选择模板，则使用此项。',
    study: '如上方选择其他研究，则使用其当前版本。',
    version: '最近上传的文件。',
    minutes: '参与者开始前所见的时长。试行测量之前请留空。',
    zone: '以地区和地点表示，例如Asia/Hong_Kong。以下时间均按该时区。',
    opens: '留空则在有人按下“开始”时开放。',
    closes: '留空则不设截止时间。',
    finishDays: '截止后，已开始的参与者还可继续完成的天数。',
    winterFrom: '仅供询问假期的问卷使用；四个日期须全部填写或全部留空。',
    minimumAge: '14至35岁。未满18岁须先由家长或监护人确认。研究开放后不可更改。',
    mainland: '如是，须由一人录入许可、另一人确认，或注明无需许可的理由，研究才能开放。',
    paradata: '如是，会以单独的方框征求每位参与者同意，对方可不勾选。',
    abroad: '如是，将以单独的同意项说明接收方、联系方式及用途。',
    where: '按声明所述填写。可留空。',
    authority: '参与者可向哪个机构投诉。可留空。',
    backupDays: '备份中的副本在多少天后也会清除。可留空。',
    keepDrafts: '自最后一次保存起计。留空则保留至您删除为止。',
    keepParadata: '自作答结束起计。',
    keepAnswers: '自再无人可完成作答起计。留空则保留至您删除为止。',
    keepPayees: '自领取已支付或终止起计。留空则保留至您删除为止。',
    keepMarks: '自所有领取和异议均已结束起计。',
    keepRequests: '自处理完成起计。',
    offers: '每组地点一行。已向参与者承诺的内容不可更改。',
    thanks: '给作答期间名额已满者的小额奖励。可不设。',
    currency: 'ISO 4217代码，例如CNY、HKD或MOP。',
    amount: '每份作答的金额，例如20.00。',
    budget: '可承诺的总额（含税）。建立研究时提出，由另一人批准。',
    channels: '参与者从中选择一种。',
    places: '按问卷的居住地问题划分。同一地点只能出现在一行。',
    taxMode: '采用哪种方式及税率，请自行确认。',
    taxRate: '占税前金额的百分比，例如20。仅在预留税款时填写。',
    paidWhen: '按首页所述填写。',
    voucherDays: '奖励券自发放起可领取的天数。',
    graceDays: '期限过后还可领取的天数。',
    calendar: '哪些日子付款。结算港元和澳门元的银行另有其日历。',
    perPayout: '按批次币种计：含超过此额的付款的批次须两人批准。',
    perBatch: '总额超过此数的批次须两人批准。',
    openLinkPolicy: '是否立即发放奖励券。',
    invitationPolicy: '同上。',
    quotas: '何种作答最多计入多少份。研究开放时固定，之后只能调整上限。',
    cell: '小写字母、数字和连字符；在文件中代表此单元。',
    label: '按阅读者所见填写。',
    question: '以哪个问题的答案判断。',
    codes: '计入的答案代码，以逗号分隔：1, 2。',
    when: '供熟悉者使用：JSON条件可取代上方的问题和代码。',
  },
  options: {
    from: {
      template: '模板',
      study: '其他研究',
      version: '已上传的文件',
    },
    yesNo: {
      no: '否',
      yes: '是',
    },
    taxMode: {
      none: '不预留税款',
      net: '金额为税前，从中扣税',
      gross_up: '参与者足额收到，税款由预算承担',
    },
    policy: {
      check: '立即发放，除非核查暂缓',
      issue: '一律立即发放',
      hold: '一律先由工作人员审核',
    },
    calendar: {
      cn: '中国内地',
      hk: '香港',
      mo: '澳门',
    },
  },
  faults: {
    required: '此项未填。',
    language_missing: '缺少此语言的文字。',
    no_language: '请至少选择一种语言。',
    too_long: ({ most }) => `最多${most}个字符。`,
    slug_shape: '请以小写字母开头，只用小写字母和数字，词间用一个连字符，例如commuting-2027。',
    slug_taken: '此地址已被其他研究使用，请另选。',
    contact: '请填写邮箱、电话或网页地址。',
    one_of: ({ choices }) => `不在可选范围内：${choices}。`,
    whole_number: ({ least, most }) => `请填写${least}至${most}的整数。`,
    whole_number_or_empty: ({ least, most }) => `请填写${least}至${most}的整数，或留空。`,
    zone: '无法识别此时区。请以地区和地点表示，例如Asia/Hong_Kong或Europe/Berlin。',
    moment: '请填写1900年至2999年之间的日期和时间，例如2027-03-01 09:00。',
    skipped: ({ zone }) => `${zone}当日调整时钟，不存在此时刻，请另选。`,
    closes_before: '截止时间早于开始时间。',
    closes_past: '此时间已过。',
    day: '请填写日期，例如2027-03-01。',
    days_together: '四个日期须全部填写或全部留空。',
    days_order: '关闭期须在假期之内，且结束不得早于开始。',
    no_template: ({ template }) => `没有名为${template}的模板。`,
    no_study: ({ study }) => `没有名为${study}的研究。`,
    no_version: '请先上传问卷，或选择模板。',
    no_place_question: '此问卷不问居住地，因此奖励适用于所有地点。',
    tax_rate: '请填写大于0且小于100的百分比，例如20或16.67。',
    no_offers: '请至少添加一项奖励。',
    currency: '不是ISO 4217币种。',
    not_payable: '无法以此币种付款。',
    amount: ({ currency }) => `请填写${currency}金额，不带符号，例如20。`,
    amount_large: ({ most }) => `最多${most}，超出部分可日后追加。`,
    budget_small: ({ least }) => `不足以支付一份作答：至少需要${least}。`,
    leaves_nothing: '扣税后没有余额。',
    no_channels: '请至少选择一种支付方式。',
    channel_pays_not: ({ channel, currency }) => `${channel}不支付${currency}。`,
    not_carried: ({ channel, amount, ranges }) => `${channel}单笔不支持${amount}，只支持${ranges}。`,
    no_provider: ({ channel, currency }) => `已设置的渠道中，没有一个能以${channel}支付${currency}。`,
    no_places: '请至少选择一个地点。',
    place_unknown: ({ place }) => `问卷中没有地点${place}。`,
    place_twice: ({ place }) => `地点${place}已在另一行出现。`,
    decimals_differ: '限额适用于所有币种，而上述币种的小数位不同。请分别建立研究。',
    cell_shape: '请以小写字母开头，只用小写字母、数字和连字符。',
    cell_twice: '已有同名单元。',
    condition: '不是有效的JSON条件。',
    question_unknown: ({ question }) => `问卷中没有带选项的问题${question}。`,
    code_unknown: ({ code }) => `该问题没有选项${code}。`,
    uncountable: ({ why }) => `无法计数：${why}。`,
  },
  upload: {
    title: '上传问卷',
    about: 'JSON格式的问卷（可从其他研究下载），或XLSForm。上传后将取代上方的选择。',
    file: '文件',
    by_itself: '选好文件后请按“上传”；“保存并继续”不会发送所选文件。',
    send: '上传',
    none: '无法从中读取问卷。',
    faults: ({ count }) => `未接受该文件：有${count}处问题。`,
    left: '已读取，以下内容未采用或由系统补充：',
    done: ({ title }) => `已上传：${title}。`,
    untranslated: ({ count }) => `还有${count}处文字尚未翻译。研究创建后可在编辑器中补上；译完之前无法开放。`,
  },
  consents: {
    title: '同意条款',
    about: '问卷会逐条征求以下同意，每条须各自勾选。请与隐私声明对照阅读；它们属于问卷内容，不能在此步骤修改。',
    none: '此问卷没有自己的同意条款。',
    noQuestionnaire: '尚未选择问卷。',
    sometimes: '只询问部分参与者',
    where: '如需修改，请上传另一份问卷，或在研究建立之后、开放之前用编辑器修改：',
  },
  summary: {
    ready: '没有遗漏。',
    faults: ({ count }) => `还有${count}处需要修正。`,
    cost: '最高费用',
    costAbout: '所申请的预算，以及可支付的作答份数。',
    responses: ({ count }) => `可支付${count}份作答`,
    make: '建立研究',
    makeAbout: '此时尚无人可参与：请先预览和试答、让预算获批，再在研究页面开始。参与者所依据的内容此后不可更改：地址、奖励、最低年龄、同意项和配额。',
    change: '更改',
    budgetReason: '首笔预算，按设定申请',
    budgetBy: '您的角色不能提出预算：建立研究后，由所有者或制单人在财务台提出。',
    rails: {
      title: '奖励在哪些日子发放',
      sends: ({ place }) => `按${place}日历的可付款日发放。`,
      banks: ({ place }) => `经银行付款时，当天还须为${place}的银行工作日，该日历固定不变。`,
      promised: ({ place }) => `向参与者承诺的时限按${place}日历的工作日计算，可在“奖励”一步选择。`,
    },
  },
  list: {
    title: '研究',
    study: '研究',
    state: '状态',
    complete: '已完成',
    budget: '预算',
    left: ({ left, total }) => `剩余${left}，共${total}`,
    lacks: '尚缺',
    nothing: '没有，可以开始',
    copy: '按此建立新研究',
    empty: '尚无研究',
    emptyBegin: '请按“建立研究”：共七步，每步均有说明；开始之前不会公开。',
    emptyAsk: '请联系所有者或管理员建立研究，或授予您角色。',
  },
  settings: {
    title: '设置',
    changeable: '仍可更改的内容',
    changeableAbout: '更改自现在起生效。已开始参与者所同意的内容保持不变：声明改写后即为新版本，原文对已阅读者继续保留。',
    fixed: '须另建研究的内容',
    fixedAbout: '参与者自首页起即依据这些内容，因此不可更改。如需更改提问或承诺，请按此建立新研究。',
    history: '更改记录',
    changed: ({ fields, name, at }) => `${fields}：${name}，${at}`,
    movedOn: '您打开此页后，已有他人更改设置。您填写的内容见下文，尚未保存；再次保存将取代对方的更改。',
    faults: '尚未更改，请见下文的问题。',
  },
}

const zhHant: SetupMessages = {
  title: '建立研究',
  about: '在此逐步填寫研究的設定。可隨時離開：儲存後，所填內容都會保留。',
  begun: '未完成的設定',
  unnamed: '尚無網址',
  steps: '步驟',
  missing: ({ count }) => `${count === 0 ? '已齊全' : `尚有${count}處待填`}`,
  untouched: '尚未查看',
  savedAt: ({ at }) => `儲存於${at}`,
  save: '儲存',
  next: '儲存並繼續',
  back: '上一步',
  add: '新增一行',
  remove: '移除此行',
  row: ({ n }) => `第${n}行`,
  choose: '請選擇……',
  more: ({ fields }) => `更多設定：${fields}`,
  anyPlace: '所有地點',
  everyPlace: '其他所有地區',
  said: {
    saved: '已儲存。',
    unsaved: '未能儲存。您填寫的內容仍在此處：下次更改時會再試，也可以按「儲存」。',
    faults: ({ count }) => `已儲存，但還有${count}處需要修正，見下文。`,
    conflict: '您開啟此步驟後，已有他人儲存。您填寫的內容見下文，尚未儲存。請先查看對方儲存的內容；如現在儲存，將以您的內容取代。',
    theirs: '對方儲存的內容（在新分頁開啟）',
    made: '此設定已成為研究。仍可更改的內容見該研究的設定頁。',
    unreadable: '無法讀取此表單。請返回重試。',
  },
  sections: {
    study: {
      title: '研究',
      about: '研究的名稱、主辦機構及聯絡方式。',
    },
    questionnaire: {
      title: '問卷',
      about: '問甚麼。研究開始前可在編輯器中修改，開始後可發佈新版本。',
    },
    window: {
      title: '開放時間',
      about: '何時可以開始參與，何時截止。',
    },
    people: {
      title: '參與者',
      about: '研究面向誰，以及他們同意甚麼。',
    },
    privacy: {
      title: '私隱聲明',
      about: '聲明中關於本研究的內容，以及各類資料的保留期限。',
    },
    rewards: {
      title: '獎賞',
      about: '向誰承諾甚麼，以及如何支付。',
    },
    checks: {
      title: '配額與核查',
      about: '哪些須由職員審核，以及各類人數上限。',
    },
    summary: {
      title: '總覽',
      about: '全部設定、最高費用，以及建立研究的按鈕。',
    },
  },
  labels: {
    slug: '地址',
    languages: '語言',
    organiser: '主辦機構',
    contact: '聯絡方式',
    forWhom: '面向誰',
    why: '為何',
    costCentre: '成本中心',
    projectCode: '項目編號',
    from: '來源',
    template: '範本',
    study: '研究',
    version: '版本',
    minutes: '實測時長（分鐘）',
    zone: '時區',
    opens: '開始',
    closes: '截止',
    finishDays: '完成寬限（日）',
    winterFrom: '假期首日',
    winterTo: '假期末日',
    closedFrom: '期間關閉首日',
    closedTo: '期間關閉末日',
    minimumAge: '最低年齡',
    mainland: '是否在中國內地收集作答？',
    paradata: '是否統計輸入與貼上？',
    abroad: '作答是否提供予境外接收方？',
    recipientName: '境外接收方',
    recipientContact: '接收方聯絡方式',
    recipientPurpose: '接收方的用途',
    where: '資料存放地點',
    authority: '投訴機構',
    backupDays: '備份保留日數',
    keepDrafts: '未完成的作答（日）',
    keepParadata: '時間與輸入統計（日）',
    keepAnswers: '作答（日）',
    keepPayees: '收款賬戶（日，至少30）',
    keepMarks: '防重複參與標記（日）',
    keepRequests: '書面要求（日）',
    offers: '獎賞',
    thanks: '致謝獎賞',
    currency: '幣種',
    amount: '金額',
    budget: '預算',
    channels: '付款方式',
    places: '居住地',
    taxMode: '稅務',
    taxRate: '稅率（%）',
    paidWhen: '何時付款',
    voucherDays: '領取期限（日）',
    graceDays: '寬限期（日）',
    calendar: '付款日曆',
    perPayout: '單筆須第二人批准的限額',
    perBatch: '整批須第二人批准的限額',
    openLinkPolicy: '經公開連結參與者',
    invitationPolicy: '受邀參與者',
    quotas: '配額',
    cell: '單元名稱',
    label: '計入哪些人',
    question: '問題',
    codes: '代碼',
    limit: '上限',
    when: '或使用條件',
  },
  hints: {
    slug: '參與連結的最後一段，例如commuting-2027。此後不可更改。',
    languages: '研究的每段文字都須有這些語言的版本。',
    organiser: '研究由誰主辦，按參與者所見填寫。',
    contact: '供參與者查詢、提出異議或退出的電郵、電話或網頁。',
    forWhom: '首頁的第一句話：研究面向誰。可留空。',
    why: '第二句話：作答的用途。',
    costCentre: '按您的賬目填寫，顯示於登記冊和報告。可留空。',
    projectCode: '按您的賬目填寫。可留空。',
    from: '範本、其他研究的問卷，或您上載的檔案。',
    template: '如上方選擇範本，則使用此項。',
    study: '如上方選擇其他研究，則使用其目前版本。',
    version: '最近上載的檔案。',
    minutes: '參與者開始前所見的時長。試行測量之前請留空。',
    zone: '以地區和地點表示，例如Asia/Hong_Kong。以下時間均按該時區。',
    opens: '留空則在有人按下「開始」時開放。',
    closes: '留空則不設截止時間。',
    finishDays: '截止後，已開始的參與者還可繼續完成的日數。',
    winterFrom: '只供詢問假期的問卷使用；四個日期須全部填寫或全部留空。',
    minimumAge: '14至35歲。未滿18歲須先由家長或監護人確認。研究開放後不可更改。',
    mainland: '如是，須由一人輸入許可、另一人確認，或註明無需許可的理由，研究才能開放。',
    paradata: '如是，會以獨立的方格徵求每位參與者同意，對方可不勾選。',
    abroad: '如是，將以獨立的同意項說明接收方、聯絡方式及用途。',
    where: '按聲明所述填寫。可留空。',
    authority: '參與者可向哪個機構投訴。可留空。',
    backupDays: '備份中的副本在多少日後也會清除。可留空。',
    keepDrafts: '自最後一次儲存起計。留空則保留至您刪除為止。',
    keepParadata: '自作答結束起計。',
    keepAnswers: '自再無人可完成作答起計。留空則保留至您刪除為止。',
    keepPayees: '自領取已支付或終止起計。留空則保留至您刪除為止。',
    keepMarks: '自所有領取和異議均已結束起計。',
    keepRequests: '自處理完成起計。',
    offers: '每組地點一行。已向參與者承諾的內容不可更改。',
    thanks: '給作答期間名額已滿者的小額獎賞。可不設。',
    currency: 'ISO 4217代碼，例如CNY、HKD或MOP。',
    amount: '每份作答的金額，例如20.00。',
    budget: '可承諾的總額（含稅）。建立研究時提出，由另一人批准。',
    channels: '參與者從中選擇一種。',
    places: '按問卷的居住地問題劃分。同一地點只能出現在一行。',
    taxMode: '採用哪種方式及稅率，請自行確認。',
    taxRate: '佔稅前金額的百分比，例如20。只在預留稅款時填寫。',
    paidWhen: '按首頁所述填寫。',
    voucherDays: '獎賞券自發放起可領取的日數。',
    graceDays: '期限過後還可領取的日數。',
    calendar: '哪些日子付款。結算港元和澳門元的銀行另有其日曆。',
    perPayout: '按批次貨幣計：含超過此額的付款的批次須兩人批准。',
    perBatch: '總額超過此數的批次須兩人批准。',
    openLinkPolicy: '是否立即發放獎賞券。',
    invitationPolicy: '同上。',
    quotas: '何種作答最多計入多少份。研究開放時固定，之後只能調整上限。',
    cell: '小寫字母、數字和連字號；在檔案中代表此單元。',
    label: '按閱讀者所見填寫。',
    question: '以哪個問題的答案判斷。',
    codes: '計入的答案代碼，以逗號分隔：1, 2。',
    when: '供熟悉者使用：JSON條件可取代上方的問題和代碼。',
  },
  options: {
    from: {
      template: '範本',
      study: '其他研究',
      version: '已上載的檔案',
    },
    yesNo: {
      no: '否',
      yes: '是',
    },
    taxMode: {
      none: '不預留稅款',
      net: '金額為稅前，從中扣稅',
      gross_up: '參與者足額收到，稅款由預算承擔',
    },
    policy: {
      check: '立即發放，除非核查暫緩',
      issue: '一律立即發放',
      hold: '一律先由職員審核',
    },
    calendar: {
      cn: '中國內地',
      hk: '香港',
      mo: '澳門',
    },
  },
  faults: {
    required: '此項未填。',
    language_missing: '缺少此語言的文字。',
    no_language: '請至少選擇一種語言。',
    too_long: ({ most }) => `最多${most}個字元。`,
    slug_shape: '請以小寫字母開頭，只用小寫字母和數字，詞間用一個連字號，例如commuting-2027。',
    slug_taken: '此地址已被其他研究使用，請另選。',
    contact: '請填寫電郵、電話或網頁地址。',
    one_of: ({ choices }) => `不在可選範圍內：${choices}。`,
    whole_number: ({ least, most }) => `請填寫${least}至${most}的整數。`,
    whole_number_or_empty: ({ least, most }) => `請填寫${least}至${most}的整數，或留空。`,
    zone: '無法識別此時區。請以地區和地點表示，例如Asia/Hong_Kong或Europe/Berlin。',
    moment: '請填寫1900年至2999年之間的日期和時間，例如2027-03-01 09:00。',
    skipped: ({ zone }) => `${zone}當日調整時鐘，不存在此時刻，請另選。`,
    closes_before: '截止時間早於開始時間。',
    closes_past: '此時間已過。',
    day: '請填寫日期，例如2027-03-01。',
    days_together: '四個日期須全部填寫或全部留空。',
    days_order: '關閉期須在假期之內，且結束不得早於開始。',
    no_template: ({ template }) => `沒有名為${template}的範本。`,
    no_study: ({ study }) => `沒有名為${study}的研究。`,
    no_version: '請先上載問卷，或選擇範本。',
    no_place_question: '此問卷不問居住地，因此獎賞適用於所有地點。',
    tax_rate: '請填寫大於0且小於100的百分比，例如20或16.67。',
    no_offers: '請至少新增一項獎賞。',
    currency: '不是ISO 4217貨幣。',
    not_payable: '無法以此貨幣付款。',
    amount: ({ currency }) => `請填寫${currency}金額，不帶符號，例如20。`,
    amount_large: ({ most }) => `最多${most}，超出部分可日後追加。`,
    budget_small: ({ least }) => `不足以支付一份作答：至少需要${least}。`,
    leaves_nothing: '扣稅後沒有餘額。',
    no_channels: '請至少選擇一種付款方式。',
    channel_pays_not: ({ channel, currency }) => `${channel}不支付${currency}。`,
    not_carried: ({ channel, amount, ranges }) => `${channel}單筆不支援${amount}，只支援${ranges}。`,
    no_provider: ({ channel, currency }) => `已設定的渠道中，沒有一個能以${channel}支付${currency}。`,
    no_places: '請至少選擇一個地點。',
    place_unknown: ({ place }) => `問卷中沒有地點${place}。`,
    place_twice: ({ place }) => `地點${place}已在另一行出現。`,
    decimals_differ: '限額適用於所有貨幣，而上述貨幣的小數位不同。請分別建立研究。',
    cell_shape: '請以小寫字母開頭，只用小寫字母、數字和連字號。',
    cell_twice: '已有同名單元。',
    condition: '不是有效的JSON條件。',
    question_unknown: ({ question }) => `問卷中沒有帶選項的問題${question}。`,
    code_unknown: ({ code }) => `該問題沒有選項${code}。`,
    uncountable: ({ why }) => `無法計數：${why}。`,
  },
  upload: {
    title: '上載問卷',
    about: 'JSON格式的問卷（可從其他研究下載），或XLSForm。上載後將取代上方的選擇。',
    file: '檔案',
    by_itself: '選好檔案後請按「上載」；「儲存並繼續」不會傳送所選檔案。',
    send: '上載',
    none: '無法從中讀取問卷。',
    faults: ({ count }) => `未接受該檔案：有${count}處問題。`,
    left: '已讀取，以下內容未採用或由系統補充：',
    done: ({ title }) => `已上載：${title}。`,
    untranslated: ({ count }) => `還有${count}處文字尚未翻譯。建立研究後可在編輯器中補上；譯完之前無法開放。`,
  },
  consents: {
    title: '同意條款',
    about: '問卷會逐條徵求以下同意，每條須各自勾選。請與私隱聲明對照閱讀；它們屬於問卷內容，不能在此步驟修改。',
    none: '此問卷沒有自己的同意條款。',
    noQuestionnaire: '尚未選擇問卷。',
    sometimes: '只詢問部分參與者',
    where: '如需修改，請上載另一份問卷，或在研究建立之後、開放之前以編輯器修改：',
  },
  summary: {
    ready: '沒有遺漏。',
    faults: ({ count }) => `還有${count}處需要修正。`,
    cost: '最高費用',
    costAbout: '所申請的預算，以及可支付的作答份數。',
    responses: ({ count }) => `可支付${count}份作答`,
    make: '建立研究',
    makeAbout: '此時尚無人可參與：請先預覽和試答、讓預算獲批，再在研究頁面開始。參與者所依據的內容此後不可更改：地址、獎賞、最低年齡、同意項和配額。',
    change: '更改',
    budgetReason: '首筆預算，按設定申請',
    budgetBy: '您的角色不能提出預算：建立研究後，由擁有者或製單人在財務台提出。',
    rails: {
      title: '獎賞在哪些日子發放',
      sends: ({ place }) => `按${place}日曆的可付款日發放。`,
      banks: ({ place }) => `經銀行付款時，當天亦須為${place}的銀行工作日，該日曆固定不變。`,
      promised: ({ place }) => `向參與者承諾的時限按${place}日曆的工作日計算，可在「獎賞」一步選擇。`,
    },
  },
  list: {
    title: '研究',
    study: '研究',
    state: '狀態',
    complete: '已完成',
    budget: '預算',
    left: ({ left, total }) => `剩餘${left}，共${total}`,
    lacks: '尚缺',
    nothing: '沒有，可以開始',
    copy: '按此建立新研究',
    empty: '尚無研究',
    emptyBegin: '請按「建立研究」：共七步，每步均有說明；開始之前不會公開。',
    emptyAsk: '請聯絡擁有者或管理員建立研究，或授予您角色。',
  },
  settings: {
    title: '設定',
    changeable: '仍可更改的內容',
    changeableAbout: '更改自現在起生效。已開始參與者所同意的內容保持不變：聲明改寫後即為新版本，原文對已閱讀者繼續保留。',
    fixed: '須另建研究的內容',
    fixedAbout: '參與者自首頁起即依據這些內容，因此不可更改。如需更改提問或承諾，請按此建立新研究。',
    history: '更改紀錄',
    changed: ({ fields, name, at }) => `${fields}：${name}，${at}`,
    movedOn: '您開啟此頁後，已有他人更改設定。您填寫的內容見下文，尚未儲存；再次儲存將取代對方的更改。',
    faults: '尚未更改，請見下文的問題。',
  },
}

const languages: Record<Language, SetupMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of studies/setup, in one language. */
export function setupMessages(language: Language): SetupMessages {
  return languages[language]
}
