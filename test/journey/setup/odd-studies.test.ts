/**
 * Studies that nobody else's tests have: what set-up accepts, every page, file and sweep can do. Each combines what is at the
 * edge of several settings, so that a pair of them meets somewhere.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inEachLanguage, type Language, type Question, type Questionnaire } from '../../../schema/questionnaire.ts'
import { agreement } from '../../../schema/templates/agreement.ts'
import { sweep } from '../../../src/app/sweep.ts'
import { describedStudy } from '../../../src/journey/setup/described-study.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { setupSchema } from '../../../src/journey/setup/setup.ts'
import { findStudyWithOffers, type StudyWithOffers } from '../../../src/journey/study.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { exportFormats } from '../../../src/survey/exports/formats/index.ts'
import { makeExport, takeExport } from '../../../src/survey/exports/make.ts'
import { pageView } from '../../../src/survey/questionnaire/page/page-view.ts'
import { samplePosted } from '../../../src/survey/questionnaire/sample.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { staffAs } from '../../support/claimed.ts'
import { manualPayer, scriptedPayer } from '../../support/payer.ts'
import { hidden, Student } from '../../support/student.ts'
import { world as makeWorld, type World } from '../../support/world.ts'

const say = (text: string) => inEachLanguage(() => text)
/** Markup, a direction of its own, signs of two code units, a formula. */
const odd = '<b>x</b> & "مرحبا" \u202e👩‍🎓 =1+1'
const options = (...codes: number[]) => codes.map((code) => ({ code, label: say(`${odd} ${code}`) }))
const asked = (code: string, text = 'Which?') => ({ code, name: code.toLowerCase(), text: say(text) })
const most = 1_000_000_000

interface OddStudy {
  languages: Language[]
  window: { zone: string; opens?: string; closes?: string }
  currency: string
  amount: string
  budget: string
  words: string
  quotas?: object[]
  questions: Question[]
  ends?: Questionnaire['pages'][number]['ends']
}

const studies: Record<string, OddStudy> = {
  'one-text': {
    languages: ['en'],
    window: { zone: 'Europe/Berlin', closes: '2026-12-01T00:00' },
    ...{ currency: 'JPY', amount: '1', budget: '0', words: odd },
    questions: [{ ...asked('T1', odd), type: 'text', maxLength: 10_000, optional: true }],
  },
  'one-row': {
    languages: ['zh-Hant'],
    window: { zone: 'America/St_Johns', opens: '1900-01-01T00:00', closes: '2999-12-31T23:59' },
    ...{ currency: 'KWD', amount: '0.001', budget: '10', words: 'x'.repeat(200) },
    quotas: [{ cell: 'one', label: { 'zh-Hant': odd }, question: 'ALL', codes: '-2', limit: '1' }],
    questions: [
      { ...asked('M1'), type: 'matrix', rows: options(-most), scale: options(most) },
      { ...asked('ALL'), type: 'rank', options: options(-2), max: 1 },
      { ...asked('Y1'), type: 'year', min: -most, max: most },
    ],
  },
  'ends-at-once': {
    languages: ['en', 'zh-Hant'],
    window: { zone: 'Pacific/Apia', opens: '2026-11-01T00:00' },
    ...{ currency: 'KRW', amount: '50000', budget: '1000000000', words: 'x' },
    quotas: [{ cell: 'none', label: { en: 'x', 'zh-Hant': 'x' }, question: 'BY', codes: '0', limit: '0' }],
    questions: [{ ...asked('BY'), type: 'single', options: options(0, most) }],
    ends: [{ when: { q: 'BY', in: [0, most] }, as: 'screened_out' }],
  },
  'numbers-alone': {
    languages: ['en', 'zh-Hans'],
    window: { zone: 'Africa/Casablanca' },
    ...{ currency: 'HKD', amount: '0.01', budget: '1', words: odd },
    questions: [
      { ...asked('U1', odd), type: 'number', min: -most, max: most, optional: true },
      { ...asked('D1'), type: 'date', min: '1800-01-01', max: '2499-12-31' },
      { ...asked('B1'), type: 'multi', options: options(...Array(30).keys()) },
    ],
  },
}

let world: World
beforeAll(async () => {
  world = await makeWorld()
  world.ports.payers = [manualPayer(), scriptedPayer({ provider: 'tremendous', channels: ['gift'] })]
})
afterAll(() => world.close())

const inLanguages = (languages: Language[], text: string) => Object.fromEntries(languages.map((one) => [one, text]))

async function made(slug: string, one: OddStudy): Promise<StudyWithOffers> {
  const { languages, words, currency, amount, budget } = one
  const texts = inLanguages(languages, words)
  const channels = [currency === 'CNY' || currency === 'HKD' ? 'bank' : 'gift']
  const setup = setupSchema.parse({
    study: { slug, languages, organiser: texts, forWhom: texts, why: texts, contact: 'a@b.example' },
    questionnaire: { from: 'version' },
    window: one.window,
    people: { mainland: 'no', paradata: 'yes' },
    rewards: {
      offers: [{ currency, amount, budget, channels, places: ['0'] }],
      paidWhen: texts,
      perPayout: '5',
      perBatch: '5',
    },
    checks: { openLinkPolicy: 'issue', quotas: one.quotas ?? [] },
  })
  const { questions, ends = [] } = one
  const page = { code: 'only', title: say(odd), questions, ends, consents: [agreement], lease: true as const }
  const uploaded: Questionnaire = {
    ...{ code: slug, title: say(odd), facts: [], sets: {}, lists: {}, rates: {} },
    pages: [page],
  }
  const described = await describedStudy(world.ports, setup, slug, { uploaded })
  if ('faults' in described) throw new Error(JSON.stringify(described.faults))
  expect(await openStudy(world.ports, described.study)).toMatchObject({ done: true })
  const study = await findStudyWithOffers(world.ports.db, slug, world.ports.clock.now())
  if (study === undefined) throw new Error('no study')
  return study
}

/** What no reader should ever meet. */
const broken = /\b(?:undefined|NaN|Infinity)\b|\[object|Invalid Date/

/**
 * What went wrong at these addresses.
 * @param wrong the first status that is
 */
async function faultsAt(reader: Student, addresses: Iterable<string>, wrong = 500): Promise<string[]> {
  const faults: string[] = []
  for (const address of addresses) {
    const answer = await reader.get(address)
    const text = await answer.text()
    const type = answer.headers.get('content-type') ?? ''
    if (answer.status >= wrong) faults.push(`${address}: ${answer.status}`)
    if (/text|json|xml/.test(type) && broken.test(text)) faults.push(`${address}: ${broken.exec(text)?.[0]}`)
  }
  return faults
}

/** Every address of a study that needs to be told no more than which. */
const addressesOf = (start: string, slug: string) =>
  new Set(
    world.app.routes.flatMap(({ method, path }) => {
      const [head, rest = ':'] = path.split(start)
      return method === 'GET' && head === '' && !/[:*]/.test(rest) ? `${start.replace(/:\w+/, slug)}${rest}` : []
    }),
  )

/** Somebody who answers its only page. */
async function answered({ slug, questionnaire }: StudyWithOffers, seed: number): Promise<Student> {
  const student = new Student(world, seed)
  const start = await student.open(`/s/${slug}/go`)
  const view = pageView(questionnaire, 'only', {}, { seed: '0'.repeat(32), facts: {} })
  const sent = await student.post(start.path, {
    ...hidden(start.html),
    ...samplePosted(view, student.pick),
    go: 'next',
  })
  expect([slug, sent.status]).toEqual([slug, 303])
  return student
}

/** Takes a file of each kind away, in this language. */
async function takenFiles(admin: Student, study: StudyWithOffers, language: Language): Promise<string[]> {
  const base = `/admin/studies/${study.slug}/exports`
  const addresses: string[] = []
  for (const { id: format, hasLanguage } of exportFormats) {
    const what = {
      version: study.version,
      format,
      language: hasLanguage ? language : null,
      filter: '',
      everybody: true,
    }
    const mei = await staffAs(world, 'admin')
    const id = await makeExport(world.ports, mei, study, what)
    await takeExport(world.ports, mei, { id, studyId: study.id })
    addresses.push(`${base}/${id}`, `${base}/${id}/file`)
  }
  return faultsAt(admin, addresses, 400)
}

const charts = ({ slug, questionnaire }: StudyWithOffers) =>
  questionnaire.pages
    .flatMap(({ questions }) => questions)
    .flatMap(({ code }) => ['csv', 'svg'].map((kind) => `/admin/studies/${slug}/insights/charts/${code}.${kind}`))

it.each(Object.entries(studies))('%s has all its pages and files, and is swept and audited', async (slug, one) => {
  const study = await made(slug, one)
  const student = await answered(study, 3)
  await sweep(world.ports)
  const [owner, admin] = [await signedIn(world, 'owner'), await signedIn(world, 'admin')]
  const faults: string[] = []
  for (const language of one.languages) {
    for (const reader of [admin, student]) reader.headers['accept-language'] = language
    faults.push(...(await faultsAt(admin, addressesOf('/admin/studies/:slug', slug))))
    faults.push(...(await faultsAt(student, addressesOf('/s/:study', slug))))
  }
  faults.push(...(await takenFiles(admin, study, one.languages[0] ?? 'en')))
  const reports = ['study', 'closing'].map(
    (kind) => `/finance/reports/${kind}/${slug}${kind === 'study' ? '/2026-11' : ''}`,
  )
  faults.push(...(await faultsAt(admin, charts(study))))
  faults.push(...(await faultsAt(owner, [...reports, '/finance/budgets', '/finance/vouchers'])))
  for (const seen of ['live', 'insights', 'insights/crosses', 'insights/flows', 'figures'])
    expect((await admin.get(`/admin/studies/${slug}/${seen}`)).status, seen).toBe(200)
  expect(faults).toEqual([])
  expect((await auditDatabase(world.ports)).filter(({ ok }) => !ok).map(({ breaches }) => breaches)).toEqual([])
  expect(world.logged.filter((line) => 'failure' in line)).toEqual([])
})
