/** A study is described step by step, by requests, and made. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Posted } from '../../../src/platform/http/form.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import type { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'
import { formOf, stepsOf, typedSteps } from './typed.ts'

let here: World
let admin: Student

beforeEach(async () => {
  here = await world()
  admin = await signedIn(here, 'admin')
})
afterEach(() => here.close())

/** Begins a set-up; the address of its steps. */
async function begin(): Promise<string> {
  const begun = await admin.post('/admin/setups')
  expect(begun.status).toBe(303)
  return (begun.headers.get('location') ?? '').replace(/\/study$/, '')
}

/** Fills in a step over what its page shows, and presses a button; where it leads. */
async function fill(browser: Student, at: string, step: string, fields: Posted, press = 'next'): Promise<string> {
  const shown = formOf(await (await browser.get(`${at}/${step}`)).text())
  const sent = await browser.post(`${at}/${step}`, { ...shown, ...fields, do: [press] })
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

describe('a set-up', () => {
  it('leads from step to step, and becomes a study that nobody can start yet', async () => {
    const at = await begin()
    for (const [n, step] of stepsOf.entries()) {
      expect(await fill(admin, at, step, typedSteps[step])).toBe(`${at}/${stepsOf[n + 1] ?? 'summary'}`)
    }
    const summary = await (await admin.get(`${at}/summary`)).text()
    expect(summary).toContain('CNY\u00a01,000.00')
    expect(summary).toContain('pays for 100 responses')
    expect(summary).toContain('open in the calendar of Mainland China')
    const made = await admin.post(at)
    expect(made.headers.get('location')).toBe('/admin/studies/commuting')
    const studies = await rowsOf<{ slug: string; opens_at: string; settings: string }>(here, 'studies')
    const study = studies.find(({ slug }) => slug === 'commuting')
    // Nine in the morning in Berlin, in summer.
    expect(study?.opens_at).toBe('2026-07-01T07:00:00.000Z')
    expect(JSON.parse(study?.settings ?? '{}')).toMatchObject({
      zone: 'Europe/Berlin',
      minimumAge: 18,
      mainland: false,
    })
    const balances = await rowsOf<{ total: number }>(here, 'offer_balances')
    expect(balances.map(({ total }) => total)).toContain(0)
    expect((await admin.post(at)).headers.get('location')).toBe(`${at}/summary`)
    expect((await rowsOf(here, 'studies')).length).toBe(2)
  })

  it('tells in its summary what has a use: of a recipient abroad and a rate of tax once there is one', async () => {
    const at = await begin()
    const labelsShown = async () => {
      const html = await (await admin.get(`${at}/summary`)).text()
      return [...html.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, label]) => label)
    }
    const uses = ['Recipient abroad', 'What the recipient does with them', 'Tax rate in percent', 'Template']
    const all = [...uses, 'Study']
    expect((await labelsShown()).filter((label) => all.includes(label ?? ''))).toEqual(['Template'])
    await fill(admin, at, 'people', { abroad: ['yes'] })
    await fill(admin, at, 'rewards', { taxMode: ['net'] })
    expect(await labelsShown()).toEqual(expect.arrayContaining(uses))
  })

  it('keeps what is wrong as it was typed, says why beside it, and can be left and gone on with', async () => {
    const at = await begin()
    expect(await fill(admin, at, 'study', { slug: ['Not A Slug'], contact: ['nobody'] })).toBe(`${at}/study?said=saved`)
    const page = await (await admin.get(`${at}/study`)).text()
    expect(page).toContain('value="Not A Slug"')
    expect(page).toContain('Lower-case letters and digits, with single hyphens')
    expect(page).toContain('An e-mail address, a telephone number or the address of a page, please.')
    expect(page).toMatch(/aria-describedby="slug-h slug-e"/)
    expect(await (await admin.get('/admin/studies')).text()).toContain('Not A Slug')
  })

  it('says beside the field that an address is taken', async () => {
    const at = await begin()
    await fill(admin, at, 'study', { ...typedSteps.study, slug: ['study-abroad'] })
    expect(await (await admin.get(`${at}/study`)).text()).toContain('Another study has this address.')
  })

  it('finds no fault with a row that was only just added', async () => {
    const at = await begin()
    expect(await fill(admin, at, 'rewards', {}, 'add.offers')).toBe(`${at}/rewards#offers.0`)
    expect(await (await admin.get(`${at}/rewards`)).text()).not.toContain('class="error"')
    await fill(admin, at, 'rewards', {}, 'stay')
    expect(await (await admin.get(`${at}/rewards`)).text()).toContain('class="error"')
  })

  it('adds and removes rows without a script, and keeps the others', async () => {
    const at = await begin()
    await fill(admin, at, 'rewards', { ...typedSteps.rewards }, 'add.offers')
    const two = formOf(await (await admin.get(`${at}/rewards`)).text())
    expect([two['offers.0.amount'], two['offers.1.amount']]).toEqual([['10.00'], ['']])
    await fill(admin, at, 'rewards', { 'offers.1.amount': ['22'] }, 'remove.offers.0')
    const one = formOf(await (await admin.get(`${at}/rewards`)).text())
    expect([one['offers.0.amount'], one['offers.1.amount']]).toEqual([['22'], undefined])
  })

  it('asks for texts in the languages of the study alone, and keeps what was typed in one that is ticked again', async () => {
    const at = await begin()
    await fill(admin, at, 'study', typedSteps.study)
    await fill(admin, at, 'privacy', typedSteps.privacy)
    await fill(admin, at, 'study', { languages: ['en'] })
    const form = formOf(await (await admin.get(`${at}/privacy`)).text())
    expect(Object.keys(form).filter((name) => name.startsWith('where.'))).toEqual(['where.en'])
    await fill(admin, at, 'privacy', { 'where.en': ['Elsewhere'] })
    await fill(admin, at, 'study', { languages: ['en', 'zh-Hant'] })
    expect(formOf(await (await admin.get(`${at}/privacy`)).text())).toMatchObject({
      'where.en': ['Elsewhere'],
      'where.zh-Hant': ['On servers of ours（繁）'],
    })
  })

  it('asks for the days of a vacation where the questionnaire asks about one, or some were typed', async () => {
    const at = await begin()
    const asked = async () => 'winterFrom' in formOf(await (await admin.get(`${at}/window`)).text())
    expect(await asked()).toBe(false)
    await fill(admin, at, 'questionnaire', { template: ['study-abroad'] })
    expect(await asked()).toBe(true)
    await fill(admin, at, 'window', { winterFrom: ['2027-01-08'] })
    await fill(admin, at, 'questionnaire', { template: ['nps'] })
    expect(await asked()).toBe(true)
  })

  it('has a first reward to fill in, and folds what few studies change unless it is wrong', async () => {
    const at = await begin()
    const page = await (await admin.get(`${at}/rewards`)).text()
    expect(formOf(page)['offers.0.amount']).toEqual([''])
    expect(page).toContain('<details class="more">')
    await fill(admin, at, 'rewards', { voucherDays: ['0'] })
    expect(await (await admin.get(`${at}/rewards`)).text()).toContain('<details class="more" open')
  })

  it('lets two people save different steps, and neither write over what they have not seen', async () => {
    const at = await begin()
    const other = await signedIn(here, 'owner')
    const shown = formOf(await (await other.get(`${at}/study`)).text())
    await fill(admin, at, 'window', typedSteps.window)
    await fill(admin, at, 'study', { slug: ['mine'] })
    const refused = await other.post(`${at}/study`, { ...shown, slug: ['theirs'], do: ['stay'] })
    expect(refused.status).toBe(409)
    const page = await refused.text()
    expect(page).toContain('value="theirs"')
    expect(page).toContain('Somebody else has saved this step')
    expect(formOf(await (await admin.get(`${at}/study`)).text()).slug).toEqual(['mine'])
    const again = await other.post(`${at}/study`, { ...formOf(page), do: ['stay'] })
    expect(again.status).toBe(303)
    expect(formOf(await (await admin.get(`${at}/study`)).text()).slug).toEqual(['theirs'])
  })

  it('is named on paper, where crumbs are not, by every page of the study that it becomes', async () => {
    const page = await (await admin.get('/admin/studies/study-abroad/settings')).text()
    expect(page).toContain(`<p class="on-paper">${here.study.questionnaire.title.en}</p>`)
    expect(await (await admin.get('/admin/studies')).text()).not.toContain('on-paper')
  })
})
