import type { Language } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import {
  endPage,
  invitationElsewherePage,
  resumePage,
  rewardGonePage,
} from '../../../src/journey/answering/other-pages.tsx'
import { devicesPage, forgetPage } from '../../../src/journey/devices/page.tsx'
import { homePage, type LandingPage, landingPage } from '../../../src/journey/landing/page.tsx'
import { privacyNotice } from '../../../src/journey/privacy/notice.ts'
import { privacyPage } from '../../../src/journey/privacy/page.tsx'
import { fullPage } from '../../../src/journey/quotas/full-page.tsx'
import type { StoredResponse } from '../../../src/journey/rights/kept.ts'
import { statusPage } from '../../../src/journey/rights/page.tsx'
import { takeBackPage } from '../../../src/journey/rights/take-back-page.tsx'
import { settingsSchema } from '../../../src/journey/settings-schema.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import type { Html } from '../../../src/platform/http/html.ts'
import { problemPage } from '../../../src/platform/http/message-page.tsx'
import { accountPage, checkClaimPage, choosePage } from '../../../src/rewards/claims/pages.tsx'
import { receivePage, wechatPage } from '../../../src/rewards/claims/wechat-pages.tsx'
import { payeeFields } from '../../../src/rewards/payees/channels.ts'
import { voucherLinkPage } from '../../../src/rewards/vouchers/page.tsx'
import { conflictPage } from '../../../src/survey/responses/conflict-page.tsx'
import { questionPage } from '../../../src/survey/responses/question-page.tsx'
import { sampleErrors, samplePage, samplePosted, text } from './sample-page.ts'
import { shellIn } from './sample-shell.ts'
import { progresses, voucherIn } from './sample-vouchers.ts'

export const landingIn = (language: Language, extra: Partial<LandingPage> = {}): Html =>
  landingPage({
    shell: shellIn(language),
    study: {
      slug: 's',
      title: text('Study'),
      organiser: text('Lab'),
      contact: 'lab@example.org',
      minutes: null,
      questions: 3,
      times: null,
      estimatedMinutes: 9,
    },
    offers: [
      {
        currency: 'CNY',
        amountMinor: 2000,
        channels: ['wechat', 'bank'],
        forPlaces: null,
        beforeTaxMinor: null,
        left: true,
      },
      {
        currency: 'HKD',
        amountMinor: 2200,
        channels: ['fps'],
        forPlaces: text('Hong Kong'),
        beforeTaxMinor: null,
        left: false,
      },
    ],
    open: 'open',
    finishBy: null,
    queueDays: 7,
    leaseMinutes: 30,
    state: 'new',
    startPath: '/s/s/p/start',
    resumePath: '/s/s/resume',
    paidWhen: text('later'),
    ...extra,
  })

const resume = { code: 'ABCD-2345', link: 'https://example.org/s/s/resume#ABCD-2345' }

export const questionsIn = (language: Language, extra: Partial<Parameters<typeof questionPage>[0]> = {}): Html =>
  questionPage({
    shell: shellIn(language),
    study: { slug: 's', title: 'Study' },
    view: samplePage,
    fill: samplePosted,
    errors: [],
    mark: '',
    devices: '/s/s/devices',
    status: '/s/s/status',
    hidden: { revision: '3' },
    action: '/s/s/p/sample',
    back: '/s/s/p/before',
    resume,
    fresh: false,
    worker: '/s/s/p/worker-1.js',
    ...extra,
  })

/** Every page that a student may see, by name. */
export function everyPage(language: Language): Record<string, Html> {
  const shell = shellIn(language)
  const study = { slug: 's', title: 'Study' }
  const takingBack = { shell, study: 'Study', action: '/b', back: '/t' }
  const end = { shell, study, minimumAge: 18, home: '/s/s' }
  const full = { shell, study: 'Study', group: 'Students', action: '/f', retry: '/g' }
  return {
    home: homePage({ shell, studies: [{ href: '/s/s', title: text('Study') }] }),
    landing: landingIn(language),
    invitation: landingIn(language, { invitation: true, startPath: '/i/abc' }),
    landingComplete: landingIn(language, { state: 'complete' }),
    landingClosed: landingIn(language, { open: 'closed' }),
    questions: questionsIn(language),
    questionsFresh: questionsIn(language, { fresh: true, back: null }),
    questionsFaulty: questionsIn(language, { errors: sampleErrors }),
    conflict: conflictPage({
      ...{ shell, study, view: samplePage, fill: samplePosted, hidden: { revision: '4' }, action: '/x', mark: 'm' },
      mine: { ...samplePosted, Q01: ['2'], go: ['next'], revision: ['3'] },
    }),
    rewardGone: rewardGonePage({ shell, study, reason: 'budget', action: '/r', retry: '/g', status: '/k' }),
    rewardsNone: rewardGonePage({ shell, study, reason: 'budgetNone', action: '/r', retry: '/g', status: '/k' }),
    underAge: endPage({ ...end, how: 'under_age' }),
    screenedOut: endPage({ ...end, how: 'screened_out' }),
    overQuota: endPage({ ...end, how: 'over_quota', group: 'Students' }),
    full: fullPage({ ...full, isFinal: false, isReviewed: true, thanks: { amountMinor: 500, currency: 'CNY' } }),
    fullFinal: fullPage({ ...full, isFinal: true, isReviewed: false, thanks: null }),
    elsewhere: endPage({ ...end, how: 'elsewhere', resume: { action: '/r', wrong: true } }),
    resume: resumePage({ shell, study, action: '/r', wrong: true, typed: 'x' }),
    resumeOut: resumePage({ shell, study, action: '/r', wrong: false, isOut: true }),
    devices: devicesPage({
      shell,
      study: 'Study',
      action: '/d',
      resume,
      isDone: false,
      home: '/g',
      status: '/t',
    }),
    forget: forgetPage({ shell, study: 'Study', action: '/s/s/devices/here', resume, home: '/s/s/go' }),
    forgetVoucherOnly: forgetPage({
      shell,
      study: 'Study',
      action: '/s/s/devices/here',
      resume: null,
      home: '/s/s/go',
    }),
    devicesDone: devicesPage({
      shell,
      study: 'Study',
      action: '/d',
      resume,
      isDone: true,
      home: '/g',
      status: '/t',
    }),
    endWithCode: endPage({ ...end, how: 'complete_unrewarded', own: { resume, status: '/t' } }),
    status: statusIn(language),
    privacy: privacyPage({
      ...{ shell, study: study.title, landing: '/s/s', here: '/s/s/privacy', version: 1, hash: 'ab'.repeat(32) },
      sections: privacyNotice({ settings: noticeSettings, offers: [], thanksByPlace: new Map() }, { payers: [] }),
      ...{ holds: false, versions: [{ version: 1, madeAt: '2026-06-01T04:00:00.000Z' }] },
    }),
    takeBack: takeBackPage({ ...takingBack, way: 'erase', hasVoucher: true, wait: null, giveUp: null }),
    takeBackHeld: takeBackPage({ ...takingBack, way: 'withdraw', hasVoucher: false, wait: 'held', giveUp: '/g' }),
    invitationElsewhere: invitationElsewherePage({ shell, study, action: '/g', resumeAction: '/r', wrong: false }),
    ...Object.fromEntries(progresses.map((life) => [`voucher ${life.stage}`, voucherIn(language, life)])),
    ...claimPages(language),
    voucherLink: voucherLinkPage({ shell, action: '/v/abc', code: 'abc' }),
    problem: problemPage({ shell, code: 'link_spent', requestId: 'r1' }),
  }
}

/** The settings of the study of a fresh installation. */
const noticeSettings = settingsSchema.parse(studyAbroadStudy('2026-06-01T00:00:00.000Z').settings)

/** The status page of somebody whose response was held, then rejected. */
function statusIn(language: Language): Html {
  const at = '2026-06-01T04:00:00.000Z'
  const response: StoredResponse = {
    progress: {
      ...{ respondentId: 'r_1', studyId: 'study_1', version: 'f'.repeat(64), invitationId: null, resumeHash: '' },
      isRevoked: false,
      ...{ resumeSalt: null, generation: 0, state: 'complete', revision: 3, seed: '', facts: {}, language },
      ...{
        unrewarded: false,
        paradata: false,
        startedAt: at,
        lease: null,
        reservation: null,
        fullCell: null,
        packedPages: null,
        hasOldPages: false,
      },
    },
    questionnaire: studyAbroad,
    answers: { Q01: 4 },
    ...{
      pages: [],
      source: null,
      exportRef: 'abc',
      languageStart: language,
      savedAt: at,
      endedAt: at,
      hasVoucher: true,
      paradata: true,
    },
    consents: [{ code: 'C0a', text: text('Agreed'), at, version: 1, hash: 'ab'.repeat(32) }],
    notice: { at, version: 2, hash: 'cd'.repeat(32) },
    groups: [text('Students')],
    fullGroup: null,
    flags: null,
    visits: null,
    decisions: [
      { what: 'held', reason: null, byRule: true, at },
      { what: 'rejected', reason: 'automated', byRule: false, at },
    ],
    review: {
      now: { is: 'mayObject', until: '2026-06-15T05:00:00.000Z' },
      objections: [
        {
          ...{ madeAt: at, dueDay: '2026-06-15', words: 'No.' },
          ...{ decidedAt: at, outcome: 'final', reply: 'So it is.' },
        },
      ],
    },
  }
  const ways = {
    takeBack: () => '/b',
    file: () => '/f',
    onward: null,
    voucher: '/v',
    devices: '/d',
    privacy: '/p',
    findings: '/s/study-abroad/findings',
    paradata: '/c',
    objection: '/o',
  }
  return statusPage({
    shell: shellIn(language),
    kept: response,
    done: 'erase',
    asksParadata: true,
    over: undefined,
    mark: undefined,
    answered: [{ name: 'Q01', question: '?', value: 4, label: 4, isTyped: false }],
    resume,
    ways,
    typed: { words: 'No.', refused: 'long' },
  })
}

/** The pages of claiming, by name. */
function claimPages(language: Language): Record<string, Html> {
  const page = {
    ...{ shell: shellIn(language), study: 'Study', amountMinor: 2000, currency: 'CNY' },
    ...{ isChange: false, waits: false, action: '/s/s/voucher/claim', home: '/s/s/voucher', mark: 'm' },
  }
  const channel = 'bank'
  const fields = payeeFields(channel, 'CNY') ?? []
  const account = { ...page, channel, fields, other: '/s/s/voucher/claim' } as const
  const into = { link: 'https://example.org/v/7k2m9qfz4t8w', qrSvg: '<svg viewBox="0 0 1 1"></svg>' }
  const wechat = { ...page, into, other: '/s/s/voucher/claim' }
  return {
    claimChoose: choosePage({
      ...page,
      channels: ['wechat', 'alipay', 'fps', 'alipayhk', 'mpay', 'bank', 'gift'],
      isFaulty: false,
    }),
    claimUnchosen: choosePage({ ...page, channels: ['alipay', 'bank'], isFaulty: true }),
    claimNothingOffered: choosePage({ ...page, channels: [], isFaulty: false }),
    claimAccount: accountPage({ ...account, typed: {}, faults: [] }),
    claimFaulty: accountPage({
      ...{ ...account, isChange: true, waits: true, typed: { account: '<b>12' } },
      faults: [
        { field: 'bank', fault: 'missing' },
        { field: 'account', fault: 'checksum' },
      ],
    }),
    claimCheck: checkClaimPage({
      ...{ ...page, channel, typed: { account: '6222020000000000000' } },
      rows: [{ kind: 'card', text: '6222020000000000000' }],
    }),
    wechatOutside: wechatPage({ ...wechat, where: 'outside' }),
    wechatOutsideOnAPhone: wechatPage({ ...wechat, where: 'outside', into: { ...into, qrSvg: null } }),
    wechatInside: wechatPage({ ...wechat, where: 'inside' }),
    wechatKnown: wechatPage({ ...wechat, where: 'known', other: null }),
    wechatReceive: receivePage({
      ...{ ...page, confirm: { appId: 'wx1', mchId: '1900', package: 'a+b/c==' } },
      ...{ expiresAt: '2026-11-24T08:00:00.000Z', script: '/assets/w.js' },
    }),
  }
}
