// Made from messages/*/voucher.json by `npm run messages`: change those.
import type { Language } from '../../schema/questionnaire.ts'

export interface VoucherMessages {
  title: string
  thanks: string
  reference: string
  code: string
  enterCode: string
  keep: string
  keepText: string
  link: string
  qr: string
  qrText: string
  linkTitle: string
  linkText: string
  typeText: string
  linkButton: string
  stages: {
    held: {
      name: string
      text: string
      next: string
    }
    rejected: {
      name: string
      text: string
    }
    issued: {
      name: string
      text: string
      next: string
    }
    another: {
      name: string
      text: string
      next: string
    }
    waiting: {
      name: string
      text: string
      next: string
    }
    changed: {
      name: string
      text: string
      next: string
    }
    approving: {
      name: string
      text: string
      next: string
    }
    approved: {
      name: string
      text: string
      next: string
    }
    receive: {
      name: string
      text: string
      next: string
    }
    receive_later: {
      name: string
      text: string
      next: string
    }
    sending: {
      name: string
      text: string
      next: string
    }
    delayed: {
      name: string
      text: string
      next: string
    }
    unknown: {
      name: string
      text: string
      next: string
    }
    stopping: {
      name: string
      text: string
      next: string
    }
    awaiting: {
      name: string
      text: string
      next: string
    }
    lapsed: {
      name: string
      text: string
      next: string
    }
    again: {
      name: string
      text: string
      next: string
    }
    paid: {
      name: string
      text: string
    }
    paid_outside: {
      name: string
      text: string
    }
    expired: {
      name: string
      text: string
    }
    voided: {
      name: string
      text: string
    }
    superseded: {
      name: string
      text: string
    }
    given_up: {
      name: string
      text: string
    }
  }
  steps: {
    issued: string
    account: string
    approved: string
    sent: string
    received: string
    paid: string
  }
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
    payee_not_found: string
    payee_name_mismatch: string
    payee_not_verified: string
    payee_limit: string
    payee_account_problem: string
    not_confirmed_in_time: string
    cancelled_before_closure: string
    cancelled_by_staff: string
    batch_cancelled: string
    payer_balance: string
    payer_problem: string
    amount_limit: string
    declined_by_provider: string
    reported_by_staff: string
    returned_by_provider: string
    paid_outside_the_books: string
    reported_by_mistake: string
    given_up: string
    disposable_mailbox: string
    many_of_one_domain: string
  }
  stepsTitle: string
  stepDone: string
  stepNow: string
  stepComing: string
  nextLabel: string
  whoLabel: string
  who: {
    you: string
    organiser: string
    provider: string
  }
  untilLabel: string
  claimByLabel: string
  confirmByLabel: string
  atLeast: (of: { day: string | number }) => string
  fromLabel: string
  askLabel: string
  expectedLabel: string
  expectedBy: (of: { day: string | number }) => string
  expectedIfYou: (of: { day: string | number }) => string
  expectedLate: (of: { day: string | number }) => string
  expectedUnknown: (of: { year: string | number }) => string
  closure: (of: { from: string | number; to: string | number }) => string
  slow: (of: { from: string | number; to: string | number }) => string
  paidTo: string
  payTo: string
  endsSoon: (of: { day: string | number }) => string
  claimButton: string
  anotherButton: string
  changeButton: string
  lookAgain: string
  titleHeld: string
  thanksHeld: string
  keepHeld: string
  issuedHeld: string
  browser: {
    title: string
    copy: string
    menu: string
    paste: string
    picture: string
  }
  expectedUsual: (of: { days: string | number }) => string
  expectedOver: (of: { days: string | number }) => string
  review: {
    held: (of: { days: string | number }) => string
    mayObject: (of: { at: string | number }) => string
    objected: string
    status: string
    whose: string
  }
}

const en: VoucherMessages = {
  title: 'Your voucher',
  thanks: 'Thank you. Your answers have arrived, and this voucher is yours.',
  reference: 'Reference',
  code: 'Voucher code',
  enterCode: 'Enter the voucher code',
  keep: 'Keep it safe',
  keepText: 'Whoever has this code can claim the money. Take a screenshot, copy the code, or save the link. Do not share it with anyone.',
  link: 'Voucher link',
  qr: 'Show a QR code',
  qrText: 'Scan it with another device of yours to open the voucher there.',
  linkTitle: 'Open a voucher',
  linkText: 'Press the button to open the voucher on this device. Nothing is shown until you do.',
  typeText: 'Enter or paste the code of a voucher to open it on this device.',
  linkButton: 'Open the voucher',
  stages: {
    held: {
      name: 'Under review',
      text: 'A person reviews your answers before the voucher is confirmed. You do not need to do anything; check back in a few days.',
      next: 'A person reviews your answers',
    },
    rejected: {
      name: 'Not accepted',
      text: 'A person reviewed your answers and did not accept them.',
    },
    issued: {
      name: 'Ready to claim',
      text: 'The amount is set aside for you.',
      next: 'Choose where the money should go',
    },
    another: {
      name: 'Account needed',
      text: 'The money could not be paid to the account that you gave. It is safe, and has been set aside for you again.',
      next: 'Correct the account, or use another one',
    },
    waiting: {
      name: 'Claimed',
      text: 'We know where to pay you. Your claim is waiting for the next batch of payments.',
      next: 'Your payment is prepared, together with those of others',
    },
    changed: {
      name: 'Account changed',
      text: 'For your safety, payments to a changed account wait a day. If it was not you who changed it, change it back and contact the organiser.',
      next: 'Your payment is prepared, once the wait is over',
    },
    approving: {
      name: 'Being approved',
      text: 'One person has prepared your payment; another has to approve it. The account cannot be changed now.',
      next: 'Another person approves your payment',
    },
    approved: {
      name: 'Approved',
      text: 'Your payment is approved and is waiting to be sent. You do not need to do anything.',
      next: 'Send the money',
    },
    receive: {
      name: 'Ready for you',
      text: 'Your payment is approved. When you press the button, WeChat gets the money ready and keeps it for you for 24 hours.',
      next: 'Receive the money in WeChat',
    },
    receive_later: {
      name: 'Approved',
      text: 'Your payment is approved. It cannot start now, because WeChat might pay it on a day when no payments are made.',
      next: 'Come back to this page in WeChat',
    },
    sending: {
      name: 'On its way',
      text: 'The payment is being made. You do not need to do anything.',
      next: 'Make the payment',
    },
    delayed: {
      name: 'Delayed',
      text: 'The payment is taking longer than it should. The cause is on our side, not with you or your account. You do not need to do anything.',
      next: 'Send it again',
    },
    unknown: {
      name: 'Waiting for confirmation',
      text: 'The payment was sent, and we do not know yet whether it was paid. We keep asking the payment service until we know. You do not need to do anything; you cannot lose the money, and it is not paid twice.',
      next: 'Wait for the payment service to confirm',
    },
    stopping: {
      name: 'Being cancelled',
      text: 'This payment attempt is being cancelled. The money is still yours, and you can receive it again afterwards.',
      next: 'Confirm the cancellation',
    },
    awaiting: {
      name: 'Waiting for you in WeChat',
      text: 'WeChat keeps the money for you until you confirm. After that time it goes back to us; it is still yours, and you can receive it again.',
      next: 'Confirm in WeChat',
    },
    lapsed: {
      name: 'Not confirmed in time',
      text: 'The time to confirm has passed. The money is still yours: once WeChat has closed this attempt, you can receive it again.',
      next: 'Close the attempt',
    },
    again: {
      name: 'Delayed',
      text: 'The payment could not be made, for a reason on our side. The money is still yours. You do not need to do anything.',
      next: 'Prepare the payment again',
    },
    paid: {
      name: 'Paid',
      text: 'The money has been paid.',
    },
    paid_outside: {
      name: 'Already paid',
      text: 'An earlier payment, which we had recorded as failed, has reached you. Nothing more is due. Please contact the organiser if you did not get it.',
    },
    expired: {
      name: 'Expired',
      text: 'The time to claim has passed.',
    },
    voided: {
      name: 'Cancelled',
      text: 'This voucher is no longer valid. Please contact the organiser if you think this is a mistake.',
    },
    superseded: {
      name: 'Replaced',
      text: 'It has been replaced by another voucher. Open the newer link that you were given.',
    },
    given_up: {
      name: 'Given up',
      text: 'You gave this reward up, and your answers were erased.',
    },
  },
  steps: {
    issued: 'Voucher issued',
    account: 'You choose where to be paid',
    approved: 'Two people approve the payment',
    sent: 'The payment is sent',
    received: 'You receive it in WeChat',
    paid: 'Paid',
  },
  reasons: {
    checked_by_hand: 'It is being checked manually.',
    looks_genuine: 'The answers were found to be in order.',
    duplicate_person: 'The same person seems to have answered more than once.',
    careless_answers: 'The answers seem to have been given without reading the questions.',
    not_eligible: 'The answers do not match the people this study is for.',
    automated: 'The answers seem to have been given by a program.',
    other: 'The organiser can tell you the reason.',
    lost_link: 'The link was lost.',
    wrong_person: 'It reached the wrong person.',
    organiser_decision: 'The organiser decided this.',
    not_claimed_in_time: 'It was not claimed in time.',
    account_in_use: 'This account cannot be used here. Please use another one.',
    over_yearly_total: 'A person reviews it before it is paid.',
    changed_by_holder: 'You changed the account.',
    payee_not_found: 'No account was found with these details. Please check for typing mistakes.',
    payee_name_mismatch: 'The name does not match the account. Please enter it exactly as it is on the account.',
    payee_not_verified: 'The account has not been verified with a real name yet. Verify it in its app, or use another one.',
    payee_limit: 'The account has reached its limit for receiving money. Try again tomorrow, or use another one.',
    payee_account_problem: 'The account cannot receive money at present. Please use another one.',
    not_confirmed_in_time: 'It was not confirmed in WeChat within 24 hours.',
    cancelled_before_closure: 'It was cancelled because days without payments are about to begin.',
    cancelled_by_staff: 'The organiser cancelled it.',
    batch_cancelled: 'The organiser cancelled the batch that it was in.',
    payer_balance: 'Our account is being topped up.',
    payer_problem: 'There is a problem with our account at the payment service.',
    amount_limit: 'The amount is outside the limits of this payment method.',
    declined_by_provider: 'The payment service declined it.',
    reported_by_staff: 'The bank reported that it could not be paid.',
    returned_by_provider: 'The money was returned to us.',
    paid_outside_the_books: 'An earlier payment has already reached you.',
    reported_by_mistake: 'It was marked as paid by mistake. It is still on its way.',
    given_up: 'You gave it up.',
    disposable_mailbox: 'A person looks at this claim.',
    many_of_one_domain: 'A person looks at this claim.',
  },
  stepsTitle: 'Progress',
  stepDone: 'done',
  stepNow: 'now',
  stepComing: 'to come',
  nextLabel: 'Next',
  whoLabel: 'Handled by',
  who: {
    you: 'You',
    organiser: 'The organiser',
    provider: 'The bank or payment service',
  },
  untilLabel: 'Due by',
  claimByLabel: 'Claim by',
  confirmByLabel: 'Confirm by',
  atLeast: ({ day }) => `${day}. If it falls in a holiday announced later, you have until after that holiday.`,
  fromLabel: 'Not before',
  askLabel: 'Next check',
  expectedLabel: 'Money expected',
  expectedBy: ({ day }) => `by ${day}`,
  expectedIfYou: ({ day }) => `by ${day}, if you do it today`,
  expectedLate: ({ day }) => `It was expected by ${day}, and is late.`,
  expectedUnknown: ({ year }) => `No date can be promised: the calendar of ${year} has not been published yet.`,
  closure: ({ from, to }) => `No payments are sent from ${from} to ${to}. You can claim and change your account as usual.`,
  slow: ({ from, to }) => `Many people are away from ${from} to ${to}, and payments may take longer.`,
  paidTo: 'Paid to',
  payTo: 'To be paid to',
  endsSoon: ({ day }) => `Claiming ends soon: the last day is ${day}.`,
  claimButton: 'Claim the money',
  anotherButton: 'Correct the account',
  changeButton: 'Change the account',
  lookAgain: 'See the latest status',
  titleHeld: 'Your answers are being reviewed',
  thanksHeld: 'Thank you. Your answers are saved, and a person looks at them before a reward is confirmed.',
  keepHeld: 'With this code you see here what was decided. Take a screenshot, copy the code, or save the link. Do not share it with anyone.',
  issuedHeld: 'Answers reviewed',
  browser: {
    title: 'Open it in this phone’s browser',
    copy: 'Copy the voucher link above.',
    menu: 'Tap ··· at the top right of WeChat and choose “Open in Browser”.',
    paste: 'Paste the link into the address bar of the browser that opens.',
    picture: 'The ··· button at the top right of the screen, and the list that it opens.',
  },
  expectedUsual: ({ days }) => `Usually within ${days} working days. It takes longer if a person has to look at it first.`,
  expectedOver: ({ days }) => `It is taking longer than the usual ${days} working days. A person may have to look at it first; you do not need to do anything.`,
  review: {
    held: ({ days }) => `A person decides within ${days} working days. If they do not accept your answers, you can object for 14 days; another person then decides within 10 working days, and gives you the reasons.`,
    mayObject: ({ at }) => `If you do not agree, you can object until ${at}. Another person then decides within 10 working days, and gives you the reasons; until then the amount stays set aside.`,
    objected: 'You have objected. Another person decides within 10 working days, and answers you.',
    status: 'Your answers and your rights',
    whose: 'The person who answered does so on the page “Your answers and your rights”, with the code from the start.',
  },
}

const zhHans: VoucherMessages = {
  title: '您的奖励券',
  thanks: '谢谢。您的回答已收到，这份奖励属于您。',
  reference: '编号',
  code: '券码',
  enterCode: '输入券码',
  keep: '请妥善保存',
  keepText: '谁持有此码，谁就能领取这笔钱。请截图、复制券码或保存链接，切勿告诉他人。',
  link: '奖励券链接',
  qr: '显示二维码',
  qrText: '用您的另一台设备扫描，即可在那里打开奖励券。',
  linkTitle: '打开奖励券',
  linkText: '按下按钮，即可在此设备上打开奖励券。在此之前不显示任何内容。',
  typeText: '请输入或粘贴奖励券的券码，以在此设备上打开。',
  linkButton: '打开奖励券',
  stages: {
    held: {
      name: '审核中',
      text: '工作人员审核您的回答后，奖励券才会生效。您无需操作，过几天再来查看即可。',
      next: '工作人员审核您的回答',
    },
    rejected: {
      name: '未通过',
      text: '工作人员审核回答后未予通过。',
    },
    issued: {
      name: '待领取',
      text: '这笔钱已为您预留。',
      next: '填写收款方式',
    },
    another: {
      name: '需要更正账户',
      text: '这笔钱未能付到您填写的账户。钱很安全，已重新为您预留。',
      next: '更正账户，或换一个账户',
    },
    waiting: {
      name: '已申领',
      text: '您的收款方式已登记，正等待编入下一批付款。',
      next: '准备您的付款（与其他人的一同处理）',
    },
    changed: {
      name: '账户已更改',
      text: '为了您的安全，更改账户后须等待一天才会付款。如果不是您本人更改的，请改回并联系主办方。',
      next: '等待结束后，准备您的付款',
    },
    approving: {
      name: '审批中',
      text: '付款已由一人提交，须由另一人审批。账户现在不能更改。',
      next: '由另一人审批您的付款',
    },
    approved: {
      name: '已批准',
      text: '付款已批准，等待发出。您无需操作。',
      next: '发出款项',
    },
    receive: {
      name: '可以收款',
      text: '付款已批准。按下按钮后，微信会备好款项，并为您保留24小时。',
      next: '在微信中收款',
    },
    receive_later: {
      name: '已批准',
      text: '付款已批准，但现在还不能开始，否则微信可能会在暂停付款的日子里支付款项。',
      next: '届时在微信中打开本页',
    },
    sending: {
      name: '付款中',
      text: '款项正在支付。您无需操作。',
      next: '支付款项',
    },
    delayed: {
      name: '有所延迟',
      text: '付款比预期慢。原因在我们这边，与您和您的账户无关。您无需操作。',
      next: '重新发出款项',
    },
    unknown: {
      name: '等待确认',
      text: '款项已发出，但我们尚未得知是否到账。我们会一直向支付机构查询，直到有结果为止。您无需操作；钱不会丢失，也不会重复支付。',
      next: '等待支付机构确认',
    },
    stopping: {
      name: '正在取消',
      text: '这一次付款正在取消。款项仍属于您，之后可以重新收取。',
      next: '确认已经取消',
    },
    awaiting: {
      name: '等您在微信中确认',
      text: '微信会为您保留这笔款项，直到您确认。逾期后款项会退回，仍属于您，可以重新收取。',
      next: '在微信中确认收款',
    },
    lapsed: {
      name: '未及时确认',
      text: '确认时间已过。款项仍属于您：微信关闭这一次付款后，您可以重新收取。',
      next: '关闭这一次付款',
    },
    again: {
      name: '有所延迟',
      text: '由于我们这边的原因，付款未能完成。款项仍属于您。您无需操作。',
      next: '重新安排付款',
    },
    paid: {
      name: '已支付',
      text: '款项已支付。',
    },
    paid_outside: {
      name: '已支付',
      text: '之前一笔我们记为失败的付款已经到账，不会再另行付款。如未收到，请联系主办方。',
    },
    expired: {
      name: '已过期',
      text: '领取期限已过。',
    },
    voided: {
      name: '已取消',
      text: '此券已失效。如您认为有误，请与主办方联系。',
    },
    superseded: {
      name: '已更换',
      text: '已由另一张奖励券取代。请打开您后来收到的链接。',
    },
    given_up: {
      name: '已放弃',
      text: '您已放弃这份奖励，回答也已删除。',
    },
  },
  steps: {
    issued: '奖励券已发放',
    account: '您填写收款方式',
    approved: '两人审批付款',
    sent: '发出款项',
    received: '您在微信中收款',
    paid: '已支付',
  },
  reasons: {
    checked_by_hand: '正在由人工审核。',
    looks_genuine: '经审核，回答没有问题。',
    duplicate_person: '似乎有同一个人作答了不止一次。',
    careless_answers: '回答似乎没有经过认真阅读。',
    not_eligible: '从回答来看，不属于本研究的对象。',
    automated: '回答似乎是由程序填写的。',
    other: '原因可向主办方询问。',
    lost_link: '原链接遗失。',
    wrong_person: '发给了错误的人。',
    organiser_decision: '由主办方决定。',
    not_claimed_in_time: '未在期限内领取。',
    account_in_use: '此账户不能在这里使用，请换一个账户。',
    over_yearly_total: '付款前需人工核查。',
    changed_by_holder: '您更换了账户。',
    payee_not_found: '按这些资料找不到账户，请检查是否输错。',
    payee_name_mismatch: '姓名与账户不符，请按账户上的姓名准确填写。',
    payee_not_verified: '该账户尚未实名认证。请在其应用中认证，或换一个账户。',
    payee_limit: '该账户的收款额度已满。请明天再试，或换一个账户。',
    payee_account_problem: '该账户目前不能收款，请换一个账户。',
    not_confirmed_in_time: '未在24小时内于微信中确认。',
    cancelled_before_closure: '因临近暂停付款的日子而取消。',
    cancelled_by_staff: '由主办方取消。',
    batch_cancelled: '主办方取消了所在的批次。',
    payer_balance: '我们的账户正在充值。',
    payer_problem: '我们在支付机构的账户有问题，正在处理。',
    amount_limit: '金额超出了这种付款方式的范围。',
    declined_by_provider: '支付机构没有受理。',
    reported_by_staff: '银行报告未能付款。',
    returned_by_provider: '款项被退回。',
    paid_outside_the_books: '之前的一笔付款已经到账。',
    reported_by_mistake: '此前误标为已付款，款项仍在处理中。',
    given_up: '您已放弃。',
    disposable_mailbox: '这份申领须经人工查看。',
    many_of_one_domain: '这份申领须经人工查看。',
  },
  stepsTitle: '进度',
  stepDone: '已完成',
  stepNow: '进行中',
  stepComing: '未开始',
  nextLabel: '下一步',
  whoLabel: '由谁处理',
  who: {
    you: '您',
    organiser: '主办方',
    provider: '银行或支付机构',
  },
  untilLabel: '处理期限',
  claimByLabel: '领取期限',
  confirmByLabel: '确认期限',
  atLeast: ({ day }) => `${day}；如遇之后公布的节假日，则顺延至节后`,
  fromLabel: '最早日期',
  askLabel: '下次查询',
  expectedLabel: '预计到账',
  expectedBy: ({ day }) => `${day}前`,
  expectedIfYou: ({ day }) => `如果今天完成，${day}前到账`,
  expectedLate: ({ day }) => `原定${day}前到账，现已延迟。`,
  expectedUnknown: ({ year }) => `暂无法承诺日期：${year}年的工作日历尚未公布。`,
  closure: ({ from, to }) => `${from}至${to}暂停付款。领取和更改账户照常进行。`,
  slow: ({ from, to }) => `${from}至${to}许多人休假，付款可能较慢。`,
  paidTo: '已付至',
  payTo: '将付至',
  endsSoon: ({ day }) => `领取期限将至：最后一天是${day}。`,
  claimButton: '领取奖励',
  anotherButton: '更正账户',
  changeButton: '更改账户',
  lookAgain: '查看最新进展',
  titleHeld: '您的回答正在审核',
  thanksHeld: '谢谢。您的回答已保存，需经人工审核后才能确认奖励。',
  keepHeld: '凭此代码可在这里查看审核结果。请截图、复制代码或保存链接，不要告诉他人。',
  issuedHeld: '审核回答',
  browser: {
    title: '在这部手机的浏览器里打开',
    copy: '复制上面的奖励券链接。',
    menu: '点微信右上角的“···”，选择“在浏览器打开”。',
    paste: '把链接粘贴到所打开的浏览器的地址栏。',
    picture: '屏幕右上角的“···”按钮，以及它打开的菜单。',
  },
  expectedUsual: ({ days }) => `通常在${days}个工作日内。如需先由人工查看，则会更久。`,
  expectedOver: ({ days }) => `已超过通常的${days}个工作日，可能需要先由人工查看。您无需做任何事。`,
  review: {
    held: ({ days }) => `工作人员会在${days}个工作日内作出决定。如果回答未获接受，您可以在14天内提出异议；将由另一位工作人员在10个工作日内作出决定，并说明理由。`,
    mayObject: ({ at }) => `如果您不同意，可以在${at}之前提出异议。另一位工作人员会在10个工作日内作出决定，并说明理由；在此之前，款项一直预留。`,
    objected: '您已提出异议。另一位工作人员会在10个工作日内作出决定并答复您。',
    status: '您的回答与权利',
    whose: '参与者可凭开始时得到的续答码，在“您的回答与权利”页面提出。',
  },
}

const zhHant: VoucherMessages = {
  title: '您的獎賞券',
  thanks: '多謝。您的答案已收到，這份獎賞屬於您。',
  reference: '編號',
  code: '券碼',
  enterCode: '輸入券碼',
  keep: '請妥善保存',
  keepText: '誰持有此碼，誰便可領取這筆錢。請截圖、複製券碼或保存連結，切勿告訴他人。',
  link: '獎賞券連結',
  qr: '顯示二維碼',
  qrText: '用您的另一部裝置掃描，即可在該處開啟獎賞券。',
  linkTitle: '開啟獎賞券',
  linkText: '按下按鈕，便可在此裝置開啟獎賞券。在此之前不會顯示任何內容。',
  typeText: '請輸入或貼上獎賞券的券碼，以在此裝置開啟。',
  linkButton: '開啟獎賞券',
  stages: {
    held: {
      name: '審核中',
      text: '職員審核您的答案後，獎賞券才會生效。您毋須做任何事，過幾天再來查看即可。',
      next: '職員審核您的答案',
    },
    rejected: {
      name: '未獲接納',
      text: '職員審核答案後未予接納。',
    },
    issued: {
      name: '待領取',
      text: '這筆錢已為您預留。',
      next: '填寫收款方式',
    },
    another: {
      name: '需要更正賬戶',
      text: '這筆錢未能付到您填寫的賬戶。錢很安全，已重新為您預留。',
      next: '更正賬戶，或換另一個賬戶',
    },
    waiting: {
      name: '已申領',
      text: '您的收款方式已登記，正等候編入下一批付款。',
      next: '準備您的付款（與其他人的一併處理）',
    },
    changed: {
      name: '賬戶已更改',
      text: '為保障您的安全，更改賬戶後須等候一天才會付款。如不是您本人更改，請改回並聯絡主辦機構。',
      next: '等候期過後，準備您的付款',
    },
    approving: {
      name: '審批中',
      text: '付款已由一人提交，須由另一人審批。賬戶現時不能更改。',
      next: '由另一人審批您的付款',
    },
    approved: {
      name: '已批准',
      text: '付款已獲批准，等候發出。您毋須做任何事。',
      next: '發出款項',
    },
    receive: {
      name: '可以收款',
      text: '付款已獲批准。按下按鈕後，微信會備妥款項，並為您保留24小時。',
      next: '在微信中收款',
    },
    receive_later: {
      name: '已批准',
      text: '付款已獲批准，但現時未能開始，否則微信可能會在暫停付款的日子支付款項。',
      next: '屆時在微信中開啟本頁',
    },
    sending: {
      name: '付款中',
      text: '款項正在支付。您毋須做任何事。',
      next: '支付款項',
    },
    delayed: {
      name: '有所延遲',
      text: '付款比預期慢。原因在我們這邊，與您和您的賬戶無關。您毋須做任何事。',
      next: '重新發出款項',
    },
    unknown: {
      name: '等候確認',
      text: '款項已發出，但我們尚未得知是否到賬。我們會一直向支付機構查詢，直至有結果為止。您毋須做任何事；錢不會遺失，也不會重複支付。',
      next: '等待支付機構確認',
    },
    stopping: {
      name: '正在取消',
      text: '這一次付款正在取消。款項仍屬於您，之後可以重新收取。',
      next: '確認已經取消',
    },
    awaiting: {
      name: '等您在微信中確認',
      text: '微信會為您保留這筆款項，直至您確認。逾期後款項會退回，仍屬於您，可以重新收取。',
      next: '在微信中確認收款',
    },
    lapsed: {
      name: '未及時確認',
      text: '確認時間已過。款項仍屬於您：微信關閉這一次付款後，您可以重新收取。',
      next: '關閉這一次付款',
    },
    again: {
      name: '有所延遲',
      text: '由於我們這邊的原因，付款未能完成。款項仍屬於您。您毋須做任何事。',
      next: '重新安排付款',
    },
    paid: {
      name: '已支付',
      text: '款項已支付。',
    },
    paid_outside: {
      name: '已支付',
      text: '之前一筆我們記為失敗的付款已經到賬，不會再另行付款。如未收到，請聯絡主辦機構。',
    },
    expired: {
      name: '已過期',
      text: '領取期限已過。',
    },
    voided: {
      name: '已取消',
      text: '此券已失效。如您認為有誤，請聯絡主辦機構。',
    },
    superseded: {
      name: '已更換',
      text: '已由另一張獎賞券取代。請開啟您其後收到的連結。',
    },
    given_up: {
      name: '已放棄',
      text: '您已放棄這份獎賞，答案亦已刪除。',
    },
  },
  steps: {
    issued: '獎賞券已發放',
    account: '您填寫收款方式',
    approved: '兩人審批付款',
    sent: '發出款項',
    received: '您在微信中收款',
    paid: '已支付',
  },
  reasons: {
    checked_by_hand: '正由人手審核。',
    looks_genuine: '經審核，答案沒有問題。',
    duplicate_person: '似乎有同一人作答多於一次。',
    careless_answers: '答案似乎沒有經過認真閱讀。',
    not_eligible: '從答案看來，不屬於本研究的對象。',
    automated: '答案似乎由程式填寫。',
    other: '原因可向主辦機構查詢。',
    lost_link: '原有連結遺失。',
    wrong_person: '發給了錯誤的人。',
    organiser_decision: '由主辦機構決定。',
    not_claimed_in_time: '未在限期內領取。',
    account_in_use: '此賬戶不能在這裏使用，請換另一個賬戶。',
    over_yearly_total: '付款前需人工覆核。',
    changed_by_holder: '您更換了賬戶。',
    payee_not_found: '按這些資料找不到賬戶，請檢查有否輸入錯誤。',
    payee_name_mismatch: '姓名與賬戶不符，請按賬戶上的姓名準確填寫。',
    payee_not_verified: '該賬戶尚未實名認證。請在其應用程式中認證，或換另一個賬戶。',
    payee_limit: '該賬戶的收款限額已滿。請明天再試，或換另一個賬戶。',
    payee_account_problem: '該賬戶現時不能收款，請換另一個賬戶。',
    not_confirmed_in_time: '未在24小時內於微信中確認。',
    cancelled_before_closure: '因臨近暫停付款的日子而取消。',
    cancelled_by_staff: '由主辦機構取消。',
    batch_cancelled: '主辦機構取消了所屬的批次。',
    payer_balance: '我們的賬戶正在增值。',
    payer_problem: '我們在支付機構的賬戶有問題，正在處理。',
    amount_limit: '金額超出了這種付款方式的範圍。',
    declined_by_provider: '支付機構沒有受理。',
    reported_by_staff: '銀行報告未能付款。',
    returned_by_provider: '款項被退回。',
    paid_outside_the_books: '之前的一筆付款已經到賬。',
    reported_by_mistake: '此前誤標為已付款，款項仍在處理中。',
    given_up: '您已放棄。',
    disposable_mailbox: '這份申領須經人手查看。',
    many_of_one_domain: '這份申領須經人手查看。',
  },
  stepsTitle: '進度',
  stepDone: '已完成',
  stepNow: '進行中',
  stepComing: '未開始',
  nextLabel: '下一步',
  whoLabel: '由誰處理',
  who: {
    you: '您',
    organiser: '主辦機構',
    provider: '銀行或支付機構',
  },
  untilLabel: '處理限期',
  claimByLabel: '領取限期',
  confirmByLabel: '確認限期',
  atLeast: ({ day }) => `${day}；如遇其後公布的假期，則順延至假期之後`,
  fromLabel: '最早日期',
  askLabel: '下次查詢',
  expectedLabel: '預計到賬',
  expectedBy: ({ day }) => `${day}前`,
  expectedIfYou: ({ day }) => `如果今天完成，${day}前到賬`,
  expectedLate: ({ day }) => `原定${day}前到賬，現已延遲。`,
  expectedUnknown: ({ year }) => `暫未能承諾日期：${year}年的工作日曆尚未公佈。`,
  closure: ({ from, to }) => `${from}至${to}暫停付款。領取和更改賬戶照常進行。`,
  slow: ({ from, to }) => `${from}至${to}不少人休假，付款可能較慢。`,
  paidTo: '已付至',
  payTo: '將付至',
  endsSoon: ({ day }) => `領取限期將至：最後一天是${day}。`,
  claimButton: '領取獎賞',
  anotherButton: '更正賬戶',
  changeButton: '更改賬戶',
  lookAgain: '查看最新進展',
  titleHeld: '您的答案正在審核',
  thanksHeld: '多謝。您的答案已儲存，須經人手審核後才能確認獎賞。',
  keepHeld: '憑此代碼可在這裏查看審核結果。請截圖、複製代碼或儲存連結，切勿告訴他人。',
  issuedHeld: '審核答案',
  browser: {
    title: '在這部手機的瀏覽器開啟',
    copy: '複製上面的獎賞券連結。',
    menu: '按微信右上角的「···」，選擇「在瀏覽器開啟」。',
    paste: '把連結貼到所開啟的瀏覽器的網址列。',
    picture: '螢幕右上角的「···」按鈕，以及它開啟的選單。',
  },
  expectedUsual: ({ days }) => `通常在${days}個工作天內。如需先由專人查看，則會較久。`,
  expectedOver: ({ days }) => `已超過通常的${days}個工作天，可能需要先由專人查看。您無需做任何事。`,
  review: {
    held: ({ days }) => `職員會在${days}個工作天內作出決定。如果答案未獲接納，您可以在14天內提出異議；將由另一位職員在10個工作天內作出決定，並說明理由。`,
    mayObject: ({ at }) => `如果您不同意，可以在${at}之前提出異議。另一位職員會在10個工作天內作出決定，並說明理由；在此之前，款項一直預留。`,
    objected: '您已提出異議。另一位職員會在10個工作天內作出決定並答覆您。',
    status: '您的答案與權利',
    whose: '參與者可憑開始時得到的續答碼，在「您的答案與權利」頁面提出。',
  },
}

const languages: Record<Language, VoucherMessages> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }

/** What is said of voucher, in one language. */
export function voucherMessages(language: Language): VoucherMessages {
  return languages[language]
}
