// Made from messages/*/reviews.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface ReviewsMessages {
  overview: {
    title: string
    empty: {
      title: string
      text: string
    }
    started: string
    held: string
    states: {
      in_progress: string
      complete: string
      screened_out: string
      over_quota: string
      withdrawn: string
      lapsed: string
    }
    completeBut: string
    noResponses: string
    picture: (of: { study: string | number }) => string
    download: string
    withdrawnSince: (of: { count: number }) => string
    codes: string
    version: string
    current: string
    rows: (of: { count: number }) => string
    nothingToExport: string
    about: string
    alarms: {
      title: string
      burst: (of: { day: string | number }) => string
      regular: (of: { day: string | number }) => string
    }
    objections: string
    objectionsDue: (of: { day: string | number }) => string
  }
  quotas: {
    title: string
    about: string
    group: string
    open: string
    held: string
    accepted: string
    left: string
    cap: string
    full: string
    picture: (of: { group: string | number }) => string
  }
  title: string
  about: string
  holding: string
  sentBefore: (of: { held: string | number; day: string | number; sent: string | number }) => string
  find: string
  findHint: string
  findButton: string
  notFound: (of: { ref: string | number }) => string
  found: string
  held: string
  nothingHeld: string
  complete: string
  completeHint: string
  nothingComplete: string
  response: string
  study: string
  day: string
  state: string
  states: {
    held: string
    accepted: string
    rejected: string
    unrewarded: string
    objected: string
    final: string
  }
  reason: string
  reasonOf: {
    release: string
    reject: string
    hold: string
  }
  ways: {
    release: string
    reject: string
    hold: string
    undo: string
  }
  done: {
    release: string
    reject: string
    hold: string
    undo: string
    uphold: string
    dismiss: string
  }
  refused: {
    moved_on: string
    not_found: string
    reason: string
    own: string
    makes_links: string
    makes_links_reads: string
  }
  undoUntil: (of: { at: string | number }) => string
  flags: {
    found: string
    families: {
      pace: string
      pattern: string
      consistency: string
      copy: string
      network: string
      automation: string
    }
    staff: {
      speeder: (of: { seconds: string | number; least: string | number }) => string
      faster_than_others: (of: { times: string | number }) => string
      same_rhythm: (of: { count: string | number }) => string
      straight_lines: (of: { where: string | number }) => string
      patterned_rows: (of: { where: string | number }) => string
      attention_failed: (of: { where: string | number }) => string
      contradictions: (of: { where: string | number }) => string
      text_of_one_character: (of: { where: string | number }) => string
      text_of_the_question: (of: { where: string | number }) => string
      same_text: (of: { where: string | number }) => string
      twin: (of: { alike: string | number; items: string | number }) => string
      many_from_one_network: (of: { count: string | number }) => string
      more_from_one_network: (of: { count: string | number }) => string
      page_too_fast: (of: { where: string | number }) => string
      page_never_issued: (of: { where: string | number }) => string
      page_out_of_order: (of: { where: string | number }) => string
      text_not_typed: (of: { where: string | number }) => string
    }
    contradictions: {
      birth: string
      planned_in_the_past: string
      finished_before_it_began: string
    }
    person: {
      speeder: string
      faster_than_others: string
      same_rhythm: string
      straight_lines: string
      patterned_rows: string
      attention_failed: string
      contradictions: string
      text_of_one_character: string
      text_of_the_question: string
      same_text: string
      twin: string
      many_from_one_network: string
      page_too_fast: string
      page_never_issued: string
      page_out_of_order: string
      text_not_typed: string
    }
  }
  one: (of: { ref: string | number }) => string
  back: string
  read: string
  looks: string
  answers: string
  answeredIn: (of: { language: string | number }) => string
  took: (of: { minutes: number }) => string
  due: (of: { day: string | number }) => string
  late: string
  objected: string
  twins: string
  compare: string
  compareButton: string
  same: (of: { same: string | number; all: string | number }) => string
  question: string
  isSame: string
  flag: {
    title: string
    none: string
    weight: (of: { family: string | number; points: string | number }) => string
    reportOnly: string
  }
  bulk: {
    common: string
    button: string
    hint: string
    tick: string
    decision: string
    choice: (of: { way: string | number; reason: string | number }) => string
    done: (of: { released: string | number; rejected: string | number }) => string
    moved: (of: { count: number }) => string
    open: (of: { count: number }) => string
  }
  objection: {
    title: string
    made: (of: { day: string | number }) => string
    due: (of: { day: string | number }) => string
    noWords: string
    closed: string
    reply: string
    erased: string
    own: string
    label: string
    hint: string
    reasonOf: {
      uphold: string
      dismiss: string
    }
    ways: {
      uphold: string
      dismiss: string
    }
    errors: {
      reason: string
      reply: string
      own: string
      own_link: string
      moved_on: string
      not_found: string
      makes_links: string
    }
  }
  answer: string
  requests: {
    title: string
    about: string
    how: string
    page: string
    waiting: string
    none: string
    when: (of: { came: string | number; due: string | number }) => string
    overdue: string
    register: string
    code: string
    codeHint: string
    kind: string
    came: string
    kinds: {
      see: string
      withdraw: string
      erase: string
      object: string
      correct: string
    }
    do: {
      withdraw: string
      erase: string
      note: string
    }
    said: {
      registered: (of: { ref: string | number }) => string
      done: string
      unknown_code: string
      day: string
      held: string
      contact: string
      country: string
      many: string
    }
    contact: {
      title: string
      about: string
      label: string
      hint: string
      unsent: string
      sent: string
    }
  }
}

const en: ReviewsMessages = {
  overview: {
    title: 'Responses',
    empty: {
      title: 'No studies yet',
      text: 'Responses are counted here once a study opens.',
    },
    started: 'Started',
    held: 'Held for review',
    states: {
      in_progress: 'In progress',
      complete: 'Complete',
      screened_out: 'Screened out',
      over_quota: 'Over quota',
      withdrawn: 'Withdrawn',
      lapsed: 'Lapsed',
    },
    completeBut: 'Complete, not held',
    noResponses: 'Nobody has started yet.',
    picture: ({ study }) => `Responses of ${study} by state`,
    download: 'Download answers',
    withdrawnSince: ({ count }) => `${count === 1 ? '1 response' : `${count} responses`} in your last file of this study ${count === 1 ? 'has' : 'have'} been withdrawn since. Delete ${count === 1 ? 'it' : 'them'} from your copies, by reference:`,
    codes: 'Codes',
    version: 'Questionnaire version',
    current: 'current',
    rows: ({ count }) => `${count === 1 ? '1 response' : `${count} responses`}`,
    nothingToExport: 'No response has ended yet; the file has only column names.',
    about: 'The file has every response that has ended, in random order, with the day (UTC) but never the time. “Codes” is for statistics software: one response a line, with line breaks in typed answers as \\n, a backslash as \\\\, and a typed answer that looks like a number or begins as a formula does (=, +, -, @) beginning with a \\u code (JSON escapes). The files with labels are for spreadsheets: a single quote stands before a typed answer that one would run as a formula. Nothing in them shows who was paid. Responses appear together, at least five of one currency, once the day has ended; where a day has fewer, the file gives the first and last of the days that they share. Fewer than five wait for a week at most, then appear with the next. Typed answers that were erased are -2, or (erased).',
    alarms: {
      title: 'Unusual in these days',
      burst: ({ day }) => `${day}: more responses ended within ten minutes than would be expected by chance`,
      regular: ({ day }) => `${day}: responses ended at regular intervals, like clockwork`,
    },
    objections: 'Objections',
    objectionsDue: ({ day }) => `first due by ${day}`,
  },
  quotas: {
    title: 'Quotas',
    about: 'A place is reserved when the first questions are answered, kept while somebody answers, and counts for good once their response is accepted. Responses that have ended count as “Answering” until they appear above.',
    group: 'Group',
    open: 'Answering',
    held: 'Held for review',
    accepted: 'Accepted',
    left: 'Free',
    cap: 'Limit',
    full: 'Full',
    picture: ({ group }) => `Places of the group ${group}`,
  },
  title: 'Reviews',
  about: 'Review held responses within 5 working days. Releasing one lets its reward be claimed. A rejection can be undone for an hour; the participant is then told and may object for 14 days, and another person decides within 10 working days. Until then the money stays reserved. This page never shows what happened to a reward.',
  holding: 'Holding a response stops its payment, unless the payment has already been sent.',
  sentBefore: ({ held, day, sent }) => `Of ${held} responses held up to ${day}, the payments of ${sent} had been sent by then.`,
  find: 'Response',
  findHint: 'The reference in the first column of the responses file.',
  findButton: 'Find',
  notFound: ({ ref }) => `There is no complete response ${ref}.`,
  found: 'Search result',
  held: 'Held for review, oldest first',
  nothingHeld: 'No responses are held.',
  complete: 'All complete responses',
  completeHint: 'In the random order of their references, as in the file.',
  nothingComplete: 'No responses are complete yet.',
  response: 'Response',
  study: 'Study',
  day: 'Day (UTC)',
  state: 'State',
  states: {
    held: 'Held',
    accepted: 'Accepted',
    rejected: 'Rejected',
    unrewarded: 'No reward',
    objected: 'Objected to',
    final: 'Rejected for good',
  },
  reason: 'Reason',
  reasonOf: {
    release: 'Reason for releasing it',
    reject: 'Reason for rejecting it',
    hold: 'Reason for holding it',
  },
  ways: {
    release: 'Release',
    reject: 'Reject',
    hold: 'Hold',
    undo: 'Undo the rejection',
  },
  done: {
    release: 'Released. Its reward can be claimed, unless finance has ended it.',
    reject: 'Rejected. This can be undone for an hour. Unless its reward is on its way already, it is not paid.',
    hold: 'Held. Unless its reward is on its way already, it is not paid until somebody releases or rejects it.',
    undo: 'Undone. It is held again, and the participant was not told.',
    uphold: 'Accepted. Its reward can be claimed, unless finance has ended it.',
    dismiss: 'Rejected for good. The participant reads your answer on their page.',
  },
  refused: {
    moved_on: 'Its state has changed in the meantime, so nothing was done.',
    not_found: 'There is no such response, or it has no reward.',
    reason: 'Choose a reason, then press the button again.',
    own: 'You rejected this response, so another person decides about the objection.',
    makes_links: 'You have made personal links of this study, so another person reviews its responses. Nothing was done.',
    makes_links_reads: 'You have made personal links of this study, so you see no single response of it. Another person reviews them.',
  },
  undoUntil: ({ at }) => `The rejection acts at ${at}. Until then it can be undone, and the participant is not told.`,
  flags: {
    found: 'What the checks found in your answers. It decides nothing: a person does.',
    families: {
      pace: 'Pace',
      pattern: 'Pattern',
      consistency: 'Consistency',
      copy: 'Copies',
      network: 'Network',
      automation: 'Automation',
    },
    staff: {
      speeder: ({ seconds, least }) => `Much faster than others: all pages together took ${seconds} s; less than ${least} s is flagged`,
      faster_than_others: ({ times }) => `Page by page ${times} times as fast as others`,
      same_rhythm: ({ count }) => `Keeps the rhythm of a response much like it: the times on ${count} pages are in the same proportion`,
      straight_lines: ({ where }) => `All rows answered alike: ${where}`,
      patterned_rows: ({ where }) => `Rows answered in a regular pattern: ${where}`,
      attention_failed: ({ where }) => `The row that checks attention was not answered as it asks: ${where}`,
      contradictions: ({ where }) => `Answers that contradict each other: ${where}`,
      text_of_one_character: ({ where }) => `A free text of one character over and over: ${where}`,
      text_of_the_question: ({ where }) => `A free text that repeats the question: ${where}`,
      same_text: ({ where }) => `A free text that an earlier response has, too: ${where}`,
      twin: ({ alike, items }) => `Agrees with another response in ${alike} of ${items} answers, more than chance brings`,
      many_from_one_network: ({ count }) => `${count} responses ended within an hour on one network`,
      more_from_one_network: ({ count }) => `More than ${count} responses ended within an hour on one network`,
      page_too_fast: ({ where }) => `Three or more questions answered within a second: ${where}`,
      page_never_issued: ({ where }) => `Sent by a program: the page was never opened: ${where}`,
      page_out_of_order: ({ where }) => `Sent by a program: with what belongs to another page: ${where}`,
      text_not_typed: ({ where }) => `A free text that came at once, not letter by letter: ${where}. Counts for nothing`,
    },
    contradictions: {
      birth: 'birth year and age',
      planned_in_the_past: 'plans a course that began in an earlier year',
      finished_before_it_began: 'has finished a course that begins this year',
    },
    person: {
      speeder: 'You answered much faster than others usually do.',
      faster_than_others: 'You answered many pages much faster than others usually do.',
      same_rhythm: 'The times that you took page by page are in the same proportion as in another response that agrees with yours.',
      straight_lines: 'In some tables all of your rows have the same answer.',
      patterned_rows: 'In a table your answers follow a regular pattern.',
      attention_failed: 'One row asked for a certain answer, to see whether it is read, and another one was chosen.',
      contradictions: 'Some of your answers do not fit together.',
      text_of_one_character: 'A text is one character over and over.',
      text_of_the_question: 'A text repeats the question.',
      same_text: 'A text of yours is the same as one in another response.',
      twin: 'Your answers agree with those of another response more than chance would bring.',
      many_from_one_network: 'Many responses came from your network within an hour. This alone never holds anybody.',
      page_too_fast: 'A page of several questions was sent within a second.',
      page_never_issued: 'A page was sent that our server had not shown before.',
      page_out_of_order: 'A page was sent with what belongs to another page.',
      text_not_typed: 'A text came at once and not letter by letter. This counts for nothing.',
    },
  },
  one: ({ ref }) => `Response ${ref}`,
  back: 'All reviews',
  read: 'Read the answers',
  looks: 'The participant’s answers are shown when you ask for them. Each view is recorded in the audit trail.',
  answers: 'Answers',
  answeredIn: ({ language }) => `Answered in ${language}.`,
  took: ({ minutes }) => `${minutes === 0 ? 'Less than a minute' : minutes === 1 ? '1 minute' : `${minutes} minutes`} on its pages.`,
  due: ({ day }) => `due by ${day}`,
  late: 'Late',
  objected: 'Objections to decide',
  twins: 'The checks name these as much alike:',
  compare: 'Reference to compare with',
  compareButton: 'Compare',
  same: ({ same, all }) => `${same} of ${all} answers are the same.`,
  question: 'Question',
  isSame: 'Same',
  flag: {
    title: 'What the checks found',
    none: 'The checks found nothing.',
    weight: ({ family, points }) => `(${family}, ${points})`,
    reportOnly: 'Report only: people released most of what it held, so it holds nobody.',
  },
  bulk: {
    common: 'Decision for all that are ticked',
    button: 'Apply decisions',
    hint: 'A response’s own decision comes first; the others that are ticked get the common one. Every decision carries a reason.',
    tick: 'Include in the common decision',
    decision: 'Decision for this one',
    choice: ({ way, reason }) => `${way}: ${reason}`,
    done: ({ released, rejected }) => `Released ${released}, rejected ${rejected}.`,
    moved: ({ count }) => `${count === 1 ? '1 had' : `${count} had`} been decided by somebody else in the meantime, so nothing was done about ${count === 1 ? 'it' : 'them'}.`,
    open: ({ count }) => `${count === 1 ? '1 is' : `${count} are`} ticked without a decision: choose one, then press the button again.`,
  },
  objection: {
    title: 'Objection',
    made: ({ day }) => `Made on ${day}.`,
    due: ({ day }) => `To be decided by ${day}.`,
    noWords: 'No reason was given.',
    closed: 'What the participant wrote, and the form to decide, are shown with the answers.',
    reply: 'The participant was answered:',
    erased: '(erased)',
    own: 'You rejected this response, so another person decides about the objection.',
    label: 'Answer to the participant',
    hint: 'Explain your decision in plain words: the participant reads it on their page. It is stored encrypted.',
    reasonOf: {
      uphold: 'Reason for accepting it',
      dismiss: 'Reason for rejecting it for good',
    },
    ways: {
      uphold: 'Accept the response',
      dismiss: 'Reject it for good',
    },
    errors: {
      reason: 'Choose a reason beside the button that you press.',
      reply: 'Write an answer to the participant first, of 4,000 characters at most.',
      own: 'You rejected this response, so another person decides about the objection.',
      own_link: 'You or whoever rejected it came in by a link that the other made, or one person made both links, so you count as one person. Sign in by the sign-in provider, or have another owner or the command line make you a link.',
      moved_on: 'Somebody else has decided about it in the meantime, so nothing was done. Your answer is still here.',
      not_found: 'There is no such response, or it has no reward.',
      makes_links: 'You have made personal links of this study, so another person reviews its responses. Nothing was done.',
    },
  },
  answer: 'Answer',
  requests: {
    title: 'Requests in writing',
    about: 'What respondents ask for by letter or mail. Each needs the code that came with it or a contact that a code can be sent to, never a reference alone, and is answered within 30 days.',
    how: 'Everything they may see or receive is on the respondent’s own page. Open it with their code in a private window, and save it from there:',
    page: 'The respondent’s page',
    waiting: 'Waiting',
    none: 'Nothing waits.',
    when: ({ came, due }) => `came on ${came}, due on ${due}`,
    overdue: 'Overdue',
    register: 'Register a request',
    code: 'The respondent’s code',
    codeHint: 'As written in the letter. If it is missing, ask for it; they need not give their name.',
    kind: 'What is asked for',
    came: 'Came on',
    kinds: {
      see: 'See or receive the data',
      withdraw: 'Withdraw',
      erase: 'Erase',
      object: 'Object',
      correct: 'Correct',
    },
    do: {
      withdraw: 'Withdraw the answers',
      erase: 'Erase the answers for good',
      note: 'Note as done',
    },
    said: {
      registered: ({ ref }) => `The request is registered under ${ref}. Write that number on the letter, to tell requests of the same day apart.`,
      done: 'Done.',
      unknown_code: 'Nobody in this study has this code.',
      day: 'Give the day on which it came, today at the latest.',
      held: 'A person is looking at these answers, so the request waits until that is decided.',
      contact: 'Give a mobile number, an e-mail address or an account number.',
      country: 'Add the country to this number, such as +852 or +853: without it, it may be the number of two people. A bank account needs the code of its bank in front.',
      many: 'Fifty requests without a code are already waiting. Mark those that are done first.',
    },
    contact: {
      title: 'Without a code',
      about: 'A respondent who has lost their code gives the contact their reward went to: a mobile number, an e-mail address or an account number. The operator of the service then sends a code for their own page there. Nobody here learns whether the contact belongs to anyone, or whose answers it opens, so give everybody the same reply: anyone who took part gets a code, and does the rest on their own page.',
      label: 'The contact, as written in the letter',
      hint: 'Never a reference. The address they write from counts only if the reward went there.',
      unsent: 'No code has been made for it yet.',
      sent: 'A code was made to be sent.',
    },
  },
}

const zhHans: ReviewsMessages = {
  overview: {
    title: '答卷',
    empty: {
      title: '尚无研究',
      text: '研究开始后，答卷数量会显示在这里。',
    },
    started: '已开始',
    held: '待人工审核',
    states: {
      in_progress: '填写中',
      complete: '已完成',
      screened_out: '不符合条件',
      over_quota: '配额已满',
      withdrawn: '已撤回',
      lapsed: '已过期',
    },
    completeBut: '已完成（不含待审核）',
    noResponses: '尚无人开始填写。',
    picture: ({ study }) => `${study}的答卷状态`,
    download: '下载答卷',
    withdrawnSince: ({ count }) => `您上次下载的本研究文件中，有${count}份答卷此后已撤回。请按编号从您的副本中删除：`,
    codes: '编码',
    version: '问卷版本',
    current: '当前',
    rows: ({ count }) => `${count}份答卷`,
    nothingToExport: '尚无已结束的答卷；文件只有列名，没有数据。',
    about: '文件包含所有已结束的答卷，顺序随机，只有日期（UTC），没有具体时间。“编码”供统计软件使用：每份答卷一行，填写内容中的换行写作 \\n，反斜杠写作 \\\\，形似数字、或开头像公式（=、+、-、@）的填写内容以 \\u编码开头（JSON转义）。带标签的文件供表格软件使用：会被当作公式运行的填写内容前加有一个单引号。文件不含任何收款信息。答卷在当天结束后成组出现，同一币种至少五份；不足五份时，文件给出这几份所跨日期的首日和末日；不足五份的最多等待一周，之后随下一份一起出现。已清除的填写内容写作 -2 或（已清除）。',
    alarms: {
      title: '近日异常',
      burst: ({ day }) => `${day}：十分钟内完成的答卷多于偶然`,
      regular: ({ day }) => `${day}：答卷按固定间隔完成`,
    },
    objections: '异议',
    objectionsDue: ({ day }) => `最早期限${day}`,
  },
  quotas: {
    title: '配额',
    about: '答完最初的问题即预留名额，作答期间一直保留；答卷被接受后，该名额正式计入。已结束但尚未在上方出现的答卷，先计入“作答中”。',
    group: '群体',
    open: '作答中',
    held: '待审核',
    accepted: '已接受',
    left: '空余',
    cap: '上限',
    full: '已满',
    picture: ({ group }) => `群体“${group}”的名额`,
  },
  title: '审核',
  about: '暂缓的答卷须在五个工作日内由人工审核。放行后即可领取奖励。拒绝可在一小时内撤销；之后会告知参与者，参与者可在14天内提出异议，由另一人在十个工作日内决定；在此期间款项不作他用。本页从不显示奖励的去向。',
  holding: '暂缓一份答卷会停止其尚未发出的付款；已发出的付款无法停止。',
  sentBefore: ({ day, held, sent }) => `截至${day}暂缓的${held}份答卷中，有${sent}份的付款当时已经发出。`,
  find: '答卷',
  findHint: '答卷文件第一列中的编号。',
  findButton: '查找',
  notFound: ({ ref }) => `没有编号为${ref}的已完成答卷。`,
  found: '查找结果',
  held: '暂缓的答卷（最早的在前）',
  nothingHeld: '没有暂缓的答卷。',
  complete: '全部已完成答卷',
  completeHint: '按编号的随机顺序排列，与文件一致。',
  nothingComplete: '尚无已完成的答卷。',
  response: '答卷',
  study: '研究',
  day: '日期（UTC）',
  state: '状态',
  states: {
    held: '暂缓',
    accepted: '已接受',
    rejected: '已拒绝',
    unrewarded: '无奖励',
    objected: '已提出异议',
    final: '最终拒绝',
  },
  reason: '原因',
  reasonOf: {
    release: '放行原因',
    reject: '拒绝原因',
    hold: '暂缓原因',
  },
  ways: {
    release: '放行',
    reject: '拒绝',
    hold: '暂缓',
    undo: '撤销拒绝',
  },
  done: {
    release: '已放行。除非财务已终止，奖励可以领取。',
    reject: '已拒绝，一小时内可以撤销。除非已在支付途中，奖励不会发放。',
    hold: '已暂缓。除非已在支付途中，放行或拒绝之前，奖励不会发放。',
    undo: '已撤销。该答卷重新暂缓，参与者没有收到通知。',
    uphold: '已接受。除非财务已终止，奖励即可领取。',
    dismiss: '已最终拒绝。参与者会在自己的页面上读到您的答复。',
  },
  refused: {
    moved_on: '状态已有变化，未作任何更改。',
    not_found: '没有这份答卷，或它没有奖励。',
    reason: '请选择原因，然后再按一次。',
    own: '这份答卷是您拒绝的，因此由另一人决定这项异议。',
    makes_links: '您生成过本研究的个人链接，因此须由他人审核其答卷。没有任何更改。',
    makes_links_reads: '您生成过本研究的个人链接，因此不能查看其中任何一份答卷。须由他人审核。',
  },
  undoUntil: ({ at }) => `拒绝将于${at}生效。在此之前可以撤销，也不会告知参与者。`,
  flags: {
    found: '核查发现的情况。这本身不作任何决定，由人来决定。',
    families: {
      pace: '速度',
      pattern: '规律',
      consistency: '一致性',
      copy: '雷同',
      network: '网络',
      automation: '自动作答',
    },
    staff: {
      speeder: ({ seconds, least }) => `远快于他人：全部页面共用${seconds}秒，少于${least}秒即标记`,
      faster_than_others: ({ times }) => `逐页平均为他人速度的${times}倍`,
      same_rhythm: ({ count }) => `与一份高度一致的答卷节奏相同：${count}页的用时比例一致`,
      straight_lines: ({ where }) => `各行答案全部相同：${where}`,
      patterned_rows: ({ where }) => `各行答案呈规律排列：${where}`,
      attention_failed: ({ where }) => `检查注意力的一行未按要求作答：${where}`,
      contradictions: ({ where }) => `答案相互矛盾：${where}`,
      text_of_one_character: ({ where }) => `文字只是重复同一个字符：${where}`,
      text_of_the_question: ({ where }) => `文字重复题目：${where}`,
      same_text: ({ where }) => `文字与较早的答卷相同：${where}`,
      twin: ({ items, alike }) => `与另一份答卷的${items}项答案中有${alike}项一致，超出偶然`,
      many_from_one_network: ({ count }) => `同一网络一小时内完成${count}份答卷`,
      more_from_one_network: ({ count }) => `同一网络一小时内完成的答卷超过${count}份`,
      page_too_fast: ({ where }) => `三题或以上的页面在一秒内提交：${where}`,
      page_never_issued: ({ where }) => `由程序提交：页面从未打开：${where}`,
      page_out_of_order: ({ where }) => `由程序提交：使用了另一页的凭据：${where}`,
      text_not_typed: ({ where }) => `文字一次出现，并非逐字输入：${where}（不计分）`,
    },
    contradictions: {
      birth: '出生年份与年龄',
      planned_in_the_past: '计划就读往年已开始的课程',
      finished_before_it_began: '已完成今年才开始的课程',
    },
    person: {
      speeder: '您的作答速度远快于通常情况。',
      faster_than_others: '您有多页的作答速度远快于通常情况。',
      same_rhythm: '您逐页用时的比例与另一份高度一致的答卷相同。',
      straight_lines: '部分表格中，您各行的答案完全相同。',
      patterned_rows: '某个表格中，您的答案呈规律排列。',
      attention_failed: '为确认题目是否有人阅读，有一行指定了答案，而您选择了另一项。',
      contradictions: '您的部分答案互不相符。',
      text_of_one_character: '有一处文字只是重复同一个字符。',
      text_of_the_question: '有一处文字重复了题目。',
      same_text: '您的一处文字与另一份答卷相同。',
      twin: '您的答案与另一份答卷的一致程度超出偶然。',
      many_from_one_network: '一小时内有许多答卷来自您所在的网络。仅凭这一点不会暂缓任何人。',
      page_too_fast: '含有多道题的一页在一秒内提交。',
      page_never_issued: '提交了一页我们的服务器未曾显示过的页面。',
      page_out_of_order: '提交一页时附带了属于另一页的内容。',
      text_not_typed: '有一处文字是一次输入的，并非逐字输入。这一点不计分。',
    },
  },
  one: ({ ref }) => `答卷${ref}`,
  back: '全部审核',
  read: '查看答案',
  looks: '参与者的答案和文字在您要求查看时才显示。每次查看都记入审计记录。',
  answers: '答案',
  answeredIn: ({ language }) => `答卷语言：${language}。`,
  took: ({ minutes }) => `${minutes === 0 ? '页面用时不到1分钟。' : `页面用时${minutes}分钟。`}`,
  due: ({ day }) => `期限${day}`,
  late: '已逾期',
  objected: '待决定的异议',
  twins: '检查发现与下列答卷非常相似：',
  compare: '要对照的编号',
  compareButton: '对照',
  same: ({ all, same }) => `${all}项答案中有${same}项相同。`,
  question: '问题',
  isSame: '相同',
  flag: {
    title: '检查结果',
    none: '检查没有发现问题。',
    weight: ({ family, points }) => `（${family}，${points}）`,
    reportOnly: '仅供参考：由它暂缓的答卷大多已放行，因此不再据此暂缓。',
  },
  bulk: {
    common: '对所有已勾选答卷的决定',
    button: '执行决定',
    hint: '单独选了决定的答卷按单独的决定处理，只勾选的按共同的决定处理。每份答卷都记录原因。',
    tick: '纳入共同的决定',
    decision: '对这一份的决定',
    choice: ({ way, reason }) => `${way}：${reason}`,
    done: ({ released, rejected }) => `已放行${released}份，已拒绝${rejected}份。`,
    moved: ({ count }) => `有${count}份其间已由他人决定，因此未作处理。`,
    open: ({ count }) => `有${count}份已勾选但没有决定：请选择决定，再按一次按钮。`,
  },
  objection: {
    title: '异议',
    made: ({ day }) => `提出日期：${day}。`,
    due: ({ day }) => `须在${day}前决定。`,
    noWords: '没有写理由。',
    closed: '参与者写的内容和决定表单与答案一起显示。',
    reply: '给参与者的答复：',
    erased: '（已清除）',
    own: '这份答卷是您拒绝的，因此由另一人决定这项异议。',
    label: '给参与者的答复',
    hint: '请用对方能理解的话说明理由：对方会在自己的页面上读到。内容加密保存。',
    reasonOf: {
      uphold: '接受原因',
      dismiss: '最终拒绝原因',
    },
    ways: {
      uphold: '接受答卷',
      dismiss: '最终拒绝',
    },
    errors: {
      reason: '请在所按按钮旁选择原因。',
      reply: '请先写给参与者的答复，最多4,000个字符。',
      own: '这份答卷是您拒绝的，因此由另一人决定这项异议。',
      own_link: '您与作出拒绝决定的人中有一方的登录链接由另一方生成，或两个链接由同一人生成，因此视为同一人。请通过登录服务登录，或请其他负责人或用命令行为您生成链接。',
      moved_on: '其间已有他人作出决定，因此未作处理。您写的答复仍在这里。',
      not_found: '没有这份答卷，或它没有奖励。',
      makes_links: '您生成过本研究的个人链接，因此须由他人审核其答卷。没有任何更改。',
    },
  },
  answer: '答案',
  requests: {
    title: '书面请求',
    about: '参与者以信件或邮件提出的请求。每项请求须附续答码，或附可供发送代码的联系方式，仅凭编号不予办理，并在30天内答复。',
    how: '需要查看或寄送的内容都在参与者自己的页面上。请在无痕窗口中用其续答码打开，并在该页保存：',
    page: '参与者的页面',
    waiting: '待办',
    none: '没有待办请求。',
    when: ({ came, due }) => `${came}收到，${due}到期`,
    overdue: '已逾期',
    register: '登记请求',
    code: '参与者的续答码',
    codeHint: '照来信填写。来信未附续答码的，请向对方索取；无需知道来信人姓名。',
    kind: '请求内容',
    came: '收到日期',
    kinds: {
      see: '查阅或取得数据',
      withdraw: '撤回',
      erase: '删除',
      object: '异议',
      correct: '更正',
    },
    do: {
      withdraw: '撤回这份答卷',
      erase: '永久删除这份答卷',
      note: '记为已办',
    },
    said: {
      registered: ({ ref }) => `请求已登记，编号${ref}。请记在来信上，以便区分同一天的请求。`,
      done: '已办理。',
      unknown_code: '本研究没有人持有此续答码。',
      day: '请填写收到日期，最迟为今天。',
      held: '有人正在查看这份答卷，请求须等到作出决定之后。',
      contact: '请填写手机号、电子邮箱或账号。',
      country: '请为此号码加上国家或地区代码，例如 +852 或 +853：不加代码时，它可能是两个人的号码。银行账号请在前面加上银行代码。',
      many: '已有50项没有续答码的请求待办，请先将办结的记为已办。',
    },
    contact: {
      title: '没有续答码的请求',
      about: '遗失续答码的参与者可提供奖励发放到的联系方式：手机号、电子邮箱或账号。服务运营人员会把打开其个人页面的代码发送到该处。无论联系方式是否属于参与者、属于哪份答卷，本页均不显示，因此请对所有来信作同样答复：凡参加过的人都会收到代码，其余事项由其在自己的页面上办理。',
      label: '来信所写的联系方式',
      hint: '不能填写编号。来信所用的邮箱若不是领取奖励的邮箱，也不能填写。',
      unsent: '尚未生成代码。',
      sent: '代码已生成，待发送或已发送。',
    },
  },
}

const zhHant: ReviewsMessages = {
  overview: {
    title: '答卷',
    empty: {
      title: '尚無研究',
      text: '研究開始後，答卷數量會在此顯示。',
    },
    started: '已開始',
    held: '待人手審核',
    states: {
      in_progress: '填寫中',
      complete: '已完成',
      screened_out: '不符合條件',
      over_quota: '配額已滿',
      withdrawn: '已撤回',
      lapsed: '已逾期',
    },
    completeBut: '已完成（不含待審核）',
    noResponses: '尚無人開始填寫。',
    picture: ({ study }) => `${study}的答卷狀態`,
    download: '下載答卷',
    withdrawnSince: ({ count }) => `您上次下載的本研究檔案中，有${count}份答卷此後已撤回。請按編號從您的副本中刪除：`,
    codes: '編碼',
    version: '問卷版本',
    current: '目前',
    rows: ({ count }) => `${count}份答卷`,
    nothingToExport: '尚無已結束的答卷；檔案只有欄名，沒有資料。',
    about: '檔案包含所有已結束的答卷，次序隨機，只有日期（UTC），沒有具體時間。「編碼」供統計軟件使用：每份答卷一行，填寫內容中的換行寫作 \\n，反斜線寫作 \\\\，形似數字、或開頭像公式（=、+、-、@）的填寫內容以 \\u編碼開頭（JSON轉義）。帶標籤的檔案供試算表使用：會被當作公式執行的填寫內容前加有一個單引號。檔案不含任何收款資料。答卷在當天結束後成組出現，同一幣種至少五份；不足五份時，檔案給出這幾份所跨日期的首日和末日；不足五份的最多等待一週，之後隨下一份一起出現。已清除的填寫內容寫作 -2 或（已清除）。',
    alarms: {
      title: '近日異常',
      burst: ({ day }) => `${day}：十分鐘內完成的答卷多於偶然`,
      regular: ({ day }) => `${day}：答卷按固定間隔完成`,
    },
    objections: '異議',
    objectionsDue: ({ day }) => `最早期限${day}`,
  },
  quotas: {
    title: '配額',
    about: '答完最初的問題即預留名額，作答期間一直保留；答卷獲接受後，該名額正式計入。已結束但尚未在上方出現的答卷，先計入「作答中」。',
    group: '群體',
    open: '作答中',
    held: '待審核',
    accepted: '已接受',
    left: '空餘',
    cap: '上限',
    full: '已滿',
    picture: ({ group }) => `群體「${group}」的名額`,
  },
  title: '審核',
  about: '暫緩的答卷須在五個工作天內由人手審核。放行後即可領取獎賞。拒絕可在一小時內撤銷；之後會告知參與者，參與者可在14天內提出異議，由另一人在十個工作天內決定；在此期間款項不作他用。本頁從不顯示獎賞的去向。',
  holding: '暫緩一份答卷會停止其尚未發出的付款；已發出的付款無法停止。',
  sentBefore: ({ day, held, sent }) => `截至${day}暫緩的${held}份答卷中，有${sent}份的付款當時已經發出。`,
  find: '答卷',
  findHint: '答卷檔案第一欄中的編號。',
  findButton: '尋找',
  notFound: ({ ref }) => `沒有編號為${ref}的已完成答卷。`,
  found: '尋找結果',
  held: '暫緩的答卷（最早的在前）',
  nothingHeld: '沒有暫緩的答卷。',
  complete: '全部已完成答卷',
  completeHint: '按編號的隨機次序排列，與檔案一致。',
  nothingComplete: '尚無已完成的答卷。',
  response: '答卷',
  study: '研究',
  day: '日期（UTC）',
  state: '狀態',
  states: {
    held: '暫緩',
    accepted: '已接受',
    rejected: '已拒絕',
    unrewarded: '無獎賞',
    objected: '已提出異議',
    final: '最終拒絕',
  },
  reason: '原因',
  reasonOf: {
    release: '放行原因',
    reject: '拒絕原因',
    hold: '暫緩原因',
  },
  ways: {
    release: '放行',
    reject: '拒絕',
    hold: '暫緩',
    undo: '撤銷拒絕',
  },
  done: {
    release: '已放行。除非財務已終止，獎賞可以領取。',
    reject: '已拒絕，一小時內可以撤銷。除非已在支付途中，獎賞不會發放。',
    hold: '已暫緩。除非已在支付途中，放行或拒絕之前，獎賞不會發放。',
    undo: '已撤銷。該答卷重新暫緩，參與者沒有收到通知。',
    uphold: '已接受。除非財務已終止，獎賞即可領取。',
    dismiss: '已最終拒絕。參與者會在自己的頁面上讀到您的答覆。',
  },
  refused: {
    moved_on: '狀態已有變化，未作任何更改。',
    not_found: '沒有這份答卷，或它沒有獎賞。',
    reason: '請選擇原因，然後再按一次。',
    own: '這份答卷是您拒絕的，因此由另一人決定這項異議。',
    makes_links: '您產生過本研究的個人連結，因此須由他人審核其答卷。沒有任何更改。',
    makes_links_reads: '您產生過本研究的個人連結，因此不能查看其中任何一份答卷。須由他人審核。',
  },
  undoUntil: ({ at }) => `拒絕將於${at}生效。在此之前可以撤銷，也不會告知參與者。`,
  flags: {
    found: '核查發現的情況。這本身不作任何決定，由人來決定。',
    families: {
      pace: '速度',
      pattern: '規律',
      consistency: '一致性',
      copy: '雷同',
      network: '網絡',
      automation: '自動作答',
    },
    staff: {
      speeder: ({ seconds, least }) => `遠快於他人：全部頁面共用${seconds}秒，少於${least}秒即標記`,
      faster_than_others: ({ times }) => `逐頁平均為他人速度的${times}倍`,
      same_rhythm: ({ count }) => `與一份高度一致的答卷節奏相同：${count}頁的用時比例一致`,
      straight_lines: ({ where }) => `各行答案全部相同：${where}`,
      patterned_rows: ({ where }) => `各行答案呈規律排列：${where}`,
      attention_failed: ({ where }) => `檢查專注度的一行未按要求作答：${where}`,
      contradictions: ({ where }) => `答案互相矛盾：${where}`,
      text_of_one_character: ({ where }) => `文字只是重複同一個字元：${where}`,
      text_of_the_question: ({ where }) => `文字重複題目：${where}`,
      same_text: ({ where }) => `文字與較早的答卷相同：${where}`,
      twin: ({ items, alike }) => `與另一份答卷的${items}項答案中有${alike}項一致，超出偶然`,
      many_from_one_network: ({ count }) => `同一網絡一小時內完成${count}份答卷`,
      more_from_one_network: ({ count }) => `同一網絡一小時內完成的答卷超過${count}份`,
      page_too_fast: ({ where }) => `三題或以上的頁面在一秒內提交：${where}`,
      page_never_issued: ({ where }) => `由程式提交：頁面從未開啟：${where}`,
      page_out_of_order: ({ where }) => `由程式提交：使用了另一頁的憑據：${where}`,
      text_not_typed: ({ where }) => `文字一次出現，並非逐字輸入：${where}（不計分）`,
    },
    contradictions: {
      birth: '出生年份與年齡',
      planned_in_the_past: '計劃修讀往年已開始的課程',
      finished_before_it_began: '已完成今年才開始的課程',
    },
    person: {
      speeder: '您的作答速度遠快於通常情況。',
      faster_than_others: '您有多頁的作答速度遠快於通常情況。',
      same_rhythm: '您逐頁用時的比例與另一份高度一致的答卷相同。',
      straight_lines: '部分表格中，您各行的答案完全相同。',
      patterned_rows: '某個表格中，您的答案呈規律排列。',
      attention_failed: '為確認題目是否有人閱讀，有一行指定了答案，而您選擇了另一項。',
      contradictions: '您的部分答案互不相符。',
      text_of_one_character: '有一處文字只是重複同一個字元。',
      text_of_the_question: '有一處文字重複了題目。',
      same_text: '您的一處文字與另一份答卷相同。',
      twin: '您的答案與另一份答卷的一致程度超出偶然。',
      many_from_one_network: '一小時內有許多答卷來自您所在的網絡。僅憑這一點不會暫緩任何人。',
      page_too_fast: '含有多道題的一頁在一秒內提交。',
      page_never_issued: '提交了一頁我們的伺服器未曾顯示過的頁面。',
      page_out_of_order: '提交一頁時附帶了屬於另一頁的內容。',
      text_not_typed: '有一處文字是一次輸入的，並非逐字輸入。這一點不計分。',
    },
  },
  one: ({ ref }) => `答卷${ref}`,
  back: '全部審核',
  read: '查看答案',
  looks: '參與者的答案和文字在您要求查看時才顯示。每次查看都記入審計紀錄。',
  answers: '答案',
  answeredIn: ({ language }) => `答卷語言：${language}。`,
  took: ({ minutes }) => `${minutes === 0 ? '頁面用時不到1分鐘。' : `頁面用時${minutes}分鐘。`}`,
  due: ({ day }) => `期限${day}`,
  late: '已逾期',
  objected: '待決定的異議',
  twins: '檢查發現與下列答卷非常相似：',
  compare: '要對照的編號',
  compareButton: '對照',
  same: ({ all, same }) => `${all}項答案中有${same}項相同。`,
  question: '問題',
  isSame: '相同',
  flag: {
    title: '檢查結果',
    none: '檢查沒有發現問題。',
    weight: ({ family, points }) => `（${family}，${points}）`,
    reportOnly: '僅供參考：由它暫緩的答卷大多已放行，因此不再據此暫緩。',
  },
  bulk: {
    common: '對所有已勾選答卷的決定',
    button: '執行決定',
    hint: '單獨選了決定的答卷按單獨的決定處理，只勾選的按共同的決定處理。每份答卷都記錄原因。',
    tick: '納入共同的決定',
    decision: '對這一份的決定',
    choice: ({ way, reason }) => `${way}：${reason}`,
    done: ({ released, rejected }) => `已放行${released}份，已拒絕${rejected}份。`,
    moved: ({ count }) => `有${count}份其間已由他人決定，因此未作處理。`,
    open: ({ count }) => `有${count}份已勾選但沒有決定：請選擇決定，再按一次按鈕。`,
  },
  objection: {
    title: '異議',
    made: ({ day }) => `提出日期：${day}。`,
    due: ({ day }) => `須在${day}前決定。`,
    noWords: '沒有寫理由。',
    closed: '參與者寫的內容和決定表單與答案一起顯示。',
    reply: '給參與者的答覆：',
    erased: '（已清除）',
    own: '這份答卷是您拒絕的，因此由另一人決定這項異議。',
    label: '給參與者的答覆',
    hint: '請用對方能理解的話說明理由：對方會在自己的頁面上讀到。內容加密保存。',
    reasonOf: {
      uphold: '接受原因',
      dismiss: '最終拒絕原因',
    },
    ways: {
      uphold: '接受答卷',
      dismiss: '最終拒絕',
    },
    errors: {
      reason: '請在所按按鈕旁選擇原因。',
      reply: '請先寫給參與者的答覆，最多4,000個字元。',
      own: '這份答卷是您拒絕的，因此由另一人決定這項異議。',
      own_link: '您與作出拒絕決定的人中有一方的登入連結由另一方產生，或兩個連結由同一人產生，因此視為同一人。請透過登入服務登入，或請其他負責人或用命令列為您產生連結。',
      moved_on: '其間已有他人作出決定，因此未作處理。您寫的答覆仍在這裏。',
      not_found: '沒有這份答卷，或它沒有獎賞。',
      makes_links: '您產生過本研究的個人連結，因此須由他人審核其答卷。沒有任何更改。',
    },
  },
  answer: '答案',
  requests: {
    title: '書面請求',
    about: '參與者以信件或電郵提出的請求。每項請求須附續答碼，或附可供發送代碼的聯絡方式，僅憑編號不予辦理，並在30天內答覆。',
    how: '需要查看或寄送的內容都在參與者自己的頁面上。請在無痕視窗中用其續答碼開啟，並在該頁儲存：',
    page: '參與者的頁面',
    waiting: '待辦',
    none: '沒有待辦請求。',
    when: ({ came, due }) => `${came}收到，${due}到期`,
    overdue: '已逾期',
    register: '登記請求',
    code: '參與者的續答碼',
    codeHint: '照來信填寫。來信未附續答碼的，請向對方索取；無需知道來信人姓名。',
    kind: '請求內容',
    came: '收到日期',
    kinds: {
      see: '查閱或取得資料',
      withdraw: '撤回',
      erase: '刪除',
      object: '異議',
      correct: '更正',
    },
    do: {
      withdraw: '撤回這份答卷',
      erase: '永久刪除這份答卷',
      note: '記為已辦',
    },
    said: {
      registered: ({ ref }) => `請求已登記，編號${ref}。請記在來信上，以便區分同一天的請求。`,
      done: '已辦理。',
      unknown_code: '本研究沒有人持有此續答碼。',
      day: '請填寫收到日期，最遲為今天。',
      held: '有人正在查看這份答卷，請求須等到作出決定之後。',
      contact: '請填寫手機號碼、電郵地址或賬號。',
      country: '請為此號碼加上國家或地區代碼，例如 +852 或 +853：不加代碼時，它可能是兩個人的號碼。銀行賬號請在前面加上銀行編號。',
      many: '已有50項沒有續答碼的請求待辦，請先將辦結的記為已辦。',
    },
    contact: {
      title: '沒有續答碼的請求',
      about: '遺失續答碼的參與者可提供獎賞發放到的聯絡方式：手機號碼、電郵地址或賬號。服務營運人員會把開啟其個人頁面的代碼發送到該處。無論聯絡方式是否屬於參與者、屬於哪份答卷，本頁均不顯示，因此請對所有來信作同樣答覆：凡參加過的人都會收到代碼，其餘事項由其在自己的頁面上辦理。',
      label: '來信所寫的聯絡方式',
      hint: '不能填寫編號。來信所用的電郵若不是領取獎賞的電郵，也不能填寫。',
      unsent: '尚未產生代碼。',
      sent: '代碼已產生，待發送或已發送。',
    },
  },
}

const languages: Record<Language, ReviewsMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of reviews, in one language. */
export function reviewsMessages(language: Language): ReviewsMessages {
  return languages[language]
}
