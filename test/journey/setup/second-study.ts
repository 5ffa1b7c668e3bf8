/** A second study, made by requests alone by somebody who has never seen the first: described, budgeted, opened, answered. */
import { expect } from 'vitest'
import type { Posted } from '../../../src/platform/http/form.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { hidden, Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'
import { formOf, typedSteps } from './typed.ts'

/** Two questions of one minute, which pay 10 yuan. */
const steps: Record<string, Posted> = {
  ...typedSteps,
  study: { ...typedSteps.study, slug: ['recommend'] },
  questionnaire: { from: ['template'], template: ['nps'] },
  window: { zone: ['Asia/Hong_Kong'], opens: [''], closes: [''] },
  checks: { openLinkPolicy: ['issue'], invitationPolicy: ['issue'] },
}

/** Makes it, has its budget approved by a second owner and starts it. */
export async function makeSecondStudy(here: World): Promise<void> {
  for (const role of ['preparer', 'approver', 'admin'] as const) await signedIn(here, role)
  const owner = await signedIn(here, 'owner')
  const another = await signedIn(here, 'owner', 'Olga')
  const begun = await owner.post('/admin/setups')
  const at = (begun.headers.get('location') ?? '').replace(/\/study$/, '')
  for (const [step, fields] of Object.entries(steps)) {
    const shown = formOf(await (await owner.get(`${at}/${step}`)).text())
    await owner.post(`${at}/${step}`, { ...shown, ...(step === 'rewards' ? { do: ['add.offers'] } : {}) })
    const rows = formOf(await (await owner.get(`${at}/${step}`)).text())
    await owner.post(`${at}/${step}`, { ...rows, ...fields, do: ['next'] })
  }
  const made = await owner.post(at)
  expect(made.headers.get('location')).toBe('/admin/studies/recommend')
  const waiting = await here.ports.db.read<{ id: string }>({
    sql: `select id from proposals where kind = 'budget_topped_up' and decided = 0`,
    values: [],
  })
  expect(waiting.length).toBe(1)
  const confirm = (who: Student) => who.post(`/admin/proposals/${waiting[0]?.id}`, { verdict: 'confirmed' })
  await confirm(owner)
  expect(await budgetOf(here)).toBe(0)
  // Nobody is led to propose it once more.
  expect((await owner.open('/admin/studies/recommend')).html).toContain(
    '<a href="/admin/proposals">Proposed: another person confirms it under Approvals.</a>',
  )
  await confirm(another)
  expect(await budgetOf(here)).toBe(100_000)
  const early = await new Student(here).get('/s/recommend')
  expect(await early.text()).not.toContain('/s/recommend/go')
  const started = await owner.post('/admin/studies/recommend/state/start')
  expect([started.status, started.headers.get('location')]).toEqual([
    303,
    expect.stringContaining('/admin/studies/recommend'),
  ])
}

async function budgetOf(here: World): Promise<number> {
  const [row] = await here.ports.db.read<{ total: number }>({
    sql: `select total from offer_balances join offers on offers.id = offer_id join studies on studies.id = study_id
where slug = 'recommend'`,
    values: [],
  })
  return row?.total ?? -1
}

/** Somebody answers it from its link to the voucher; the text of the page that they end on. */
export async function answerSecondStudy(here: World, why: string): Promise<string> {
  const student = new Student(here, 7)
  let at = await student.open('/s/recommend/go')
  for (let pages = 0; pages < 6 && at.path.includes('/p/'); pages += 1) {
    const boxes = [...at.html.matchAll(/<input type="checkbox"[^>]*\bname="([^"]+)"/g)].map(([, name = '']) => name)
    const texts = [...at.html.matchAll(/<textarea[^>]*\bname="([^"]+)"/g)].map(([, name = '']) => name)
    const choices = new Map(
      [...at.html.matchAll(/<input type="radio"[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]+)"/g)].map(
        ([, name = '', value = '']) => [name, value],
      ),
    )
    const sent = await student.post(at.path, {
      ...hidden(at.html),
      ...Object.fromEntries(choices),
      ...Object.fromEntries(boxes.map((name) => [name, '1'])),
      ...Object.fromEntries(texts.map((name) => [name, why])),
      go: 'next',
    })
    expect([at.path, sent.status]).toEqual([at.path, 303])
    at = await student.open(sent.headers.get('location') ?? '')
  }
  return `${at.path} ${at.html}`
}
