/** The interface's words in English. The other languages must have the same shape. */
import { claim } from './claim-en.ts'
import { life } from './claim-life-en.ts'
import { faults, problems } from './en-messages.ts'

export const en = {
  language: 'Language',
  skip: 'Skip to the content',
  runBy: (organiser: string) => `Run by ${organiser}.`,
  contact: 'Questions or wish to withdraw? Write to',
  about: (minutes: number) => `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  listSeparator: ', ',
  and: ' and ',
  /** Between sentences. */
  space: ' ',
  utc8: '(UTC+8)',

  channels: {
    wechat: 'WeChat Pay 微信支付',
    alipay: 'Alipay 支付宝',
    alipay_hk: 'AlipayHK',
    bank: 'bank transfer',
    fps: 'FPS 轉數快',
    mpay: 'MPay 澳門錢包',
    gift: 'gift link by e-mail',
  } as Record<string, string>,

  home: {
    title: 'Open studies',
    lead: 'Share what you know, and be paid for your time.',
    none: 'No study is open at the moment.',
    open: 'See the study',
  },

  landing: {
    for: 'A study for students who plan, live or have finished studies away from home: from the mainland, Hong Kong, Macao, Taiwan or abroad, in any direction.',
    why: 'Your plans and experiences help make the services around studying away better: advice, documents, border and boundary crossings, talent schemes. You are paid for your time.',
    purpose: 'What for',
    asks: 'Who asks',
    isReal: 'Is this real? Who was paid, and how soon',
    long: 'How long',
    longUnknown: 'Not measured yet; at most 29 short questions. You may stop and come back.',
    longKnown: (about: string) => `${about}. You may stop and come back.`,
    get: 'What you get',
    forPlaces: (places: string) => `if you live in ${places}`,
    forOthers: (places: string) => `if you live anywhere but ${places}`,
    forAll: 'for a complete questionnaire',
    paidBy: (channels: string) => `Paid by ${channels}`,
    beforeTax: (amount: string) => `after tax; ${amount} before it`,
    gone: 'All used up. You can still answer, without a reward.',
    goneAll: 'The rewards of this study have all been used. You can still answer, without a reward.',
    whenPaid: 'When it is paid',
    languages: 'Languages',
    languagesText: 'Switch at any time; nothing typed is lost.',
    privacy: 'Your privacy',
    privacyPoints: [
      'The questions do not ask for your name; some ways of being paid need one. What you answer and where your reward goes are kept apart.',
      'A cookie with a random number keeps your place on this device. It follows you nowhere else, and no other company sees it.',
      'Nothing is stored until you have given your age and your agreement.',
      'You can stop at any time, and have your answers withdrawn by writing to the organiser.',
    ],
    start: 'Start',
    startFree: 'Start without a reward',
    resume: 'Go on where you stopped',
    voucher: 'See my result',
    complete: 'You have answered this study. Thank you.',
    screenedOut: 'Thank you for your interest. Your first answers showed that this study is not meant for you.',
    notYet: 'This study has not opened yet. Please come back later.',
    closed: 'This study is closed and takes no more answers. Thank you for your interest.',
    otherDevice: 'Started on another device? Use your resume code',
    invited: 'You have a personal invitation. It can be used once, by you.',
  },

  page: {
    progress: (at: number, of: number) => (at >= of ? `Page ${at} of ${of}` : `Page ${at} of about ${of}`),
    next: 'Next',
    finish: 'Finish',
    back: 'Back',
    consents: 'Before you go on',
    optional: 'optional',
    chooseAll: 'Choose all that apply.',
    chooseUpTo: (max: number) => `Choose up to ${max}.`,
    chooseBetween: (min: number, max: number | null) =>
      max === null ? `Choose at least ${min}.` : `Choose ${min} to ${max}.`,
    showAll: 'Show all',
    specify: 'Please say which',
    specifyIf: (label: string) => `If you chose “${label}”: which?`,
    choose: 'Choose…',
    choice: (n: number) => ['1st choice', '2nd choice', '3rd choice'][n - 1] ?? `${n}th choice`,
    noChoice: '— none —',
    charactersLeft: 'characters left: {n}',
    from: (min: number, max: number) => `A number from ${min} to ${max}`,
    errors: (n: number) => (n === 1 ? 'One answer needs another look' : `${n} answers need another look`),
    errorPrefix: 'Error:',
    faults,
  },

  saving: {
    saved: 'Saved',
    saving: 'Saving…',
    sending: 'Sending…',
    offline: 'No connection. Your answers are kept on this phone; trying again…',
    restored: 'What you had typed on this phone is filled in again.',
    conflict: 'This page was changed in another tab. Press Next to see both.',
  },

  copy: { copy: 'Copy', copied: 'Copied' },

  resume: {
    summary: 'Continue on another device',
    title: 'Continue here',
    lead: 'Type the resume code that you were given when you started.',
    keep: 'Keep this code: it opens your answers and your voucher on another device, or if this browser forgets you.',
    fresh: 'Your resume code',
    label: 'Resume code',
    hint: 'Letters and digits; dashes and capitals do not matter.',
    wrong: 'No questionnaire has this code. Please check it and try again.',
    button: 'Continue',
  },

  conflict: {
    title: 'This page was changed in another tab',
    lead: 'Newer answers to this page were saved from another tab or device. They are filled in below.',
    here: 'What this tab had',
    blank: '(blank)',
    keep: 'Keep the newer answers',
    mine: 'Use what this tab had',
    keepHint: 'Saves the form above, as you see it or change it.',
  },

  rewardGone: {
    title: 'No reward can be had just now',
    budget:
      'All rewards for where you live have been used, or are set aside for people who are still answering. Some may come free within half an hour.',
    network:
      'Many people on your network are answering at the same moment, and so no reward can be set aside for you. Try again later, or from another network.',
    safe: 'Your answers so far are kept.',
    goOn: 'Go on without a reward',
    retry: 'Try again',
    later: 'Or come back later: open the same link again.',
  },

  end: {
    under_age: {
      title: 'Thank you for your interest',
      text: (age: number | null) =>
        `This study is for people ${age === null ? 'above a certain age' : `of ${age} and over`}. Nothing that you entered was stored.`,
    },
    screened_out: {
      title: 'Thank you',
      text: 'This study is meant for people who plan, live or have finished studies away from home, so there are no more questions for you. There is no reward for this part.',
    },
    complete_unrewarded: {
      title: 'Thank you, all done',
      text: 'Your answers are saved. As you chose, they come without a reward.',
    },
    elsewhere: {
      title: 'Thank you, all done',
      text: 'Your answers are saved. The voucher shows on the device that the questionnaire was begun on, or here with the resume code given at the start.',
    },
    over_quota: {
      title: 'Thank you for your interest',
      text: 'We already have enough answers from people in your situation, so there are no more questions for you.',
    },
    withdrawn: { title: 'Your answers were withdrawn', text: 'They are no longer used in this study.' },
    close: 'You can close this page.',
    home: 'To the start page of the study',
  },

  elsewhere: {
    title: 'Already begun on another device',
    text: 'This invitation was opened before on another device. You can go on from here, but earlier answers and the voucher do not show on this device.',
    goOn: 'Go on from here',
    orCode: 'To see everything here, enter your resume code.',
  },

  voucher: {
    title: 'Your voucher',
    thanks: 'Thank you. Your answers are saved, and this is yours.',
    reference: 'Reference',
    code: 'Voucher code',
    keep: 'Keep it safe',
    keepText:
      'Whoever holds this code holds the money. Take a screenshot, copy the code, or save the link. Share it with no one.',
    link: 'Voucher link',
    qr: 'Show a QR code',
    qrText: 'Scan it with another device of yours to open the voucher there.',
    linkTitle: 'A voucher',
    linkText: 'Press the button to open your voucher on this device. Nothing shows before you do.',
    typeText: 'Type or paste the code of your voucher to open it on this device.',
    linkButton: 'Open my voucher',
  },

  life,
  claim,

  message: { requestId: 'If you write to us, give this number' },
  ways: { home: 'Start page', resume: 'Enter my resume code', study: 'To the start page of the study' },
  service: 'Honorarium: answers and rewards, kept apart.',
  problems,
}

/** One interface's words; the type of every language. */
export type Words = typeof en
