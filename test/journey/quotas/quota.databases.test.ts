/** Cells of a quota: reserved with the lease, freed when stale, never one too many, whoever comes when. */
import { describe, expect, it } from 'vitest'
import { sweep } from '../../../src/app/app.ts'
import { responsesDue } from '../../../src/journey/retention/due.ts'
import { takeResponseBack } from '../../../src/journey/rights/take-back.ts'
import type { GivenSettings } from '../../../src/journey/settings-schema.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { setLimit } from '../../../src/survey/quotas/limit.ts'
import { freeWhatRanOut } from '../../../src/survey/quotas/reservation.ts'
import { eraseAnswers } from '../../../src/survey/responses/withdraw.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { at, begun, codeShown, ready, screening, send, textOf } from '../../support/begun.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { records } from '../../support/parse-csv.ts'
import { hidden, type Student } from '../../support/student.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const full = '/s/study-abroad/full'
const places = at('places')
const go = '/s/study-abroad/go'
const location = (answer: Response) => answer.headers.get('location')
const words = (en: string) => ({ en, 'zh-Hans': en, 'zh-Hant': en })

const studying = { q: 'Q02', in: [3] }
const mainland = { q: 'Q03', in: [1] }
type Quotas = NonNullable<GivenSettings['quotas']>
const cell = (name: string, when: Quotas[number]['when'], limit: number): Quotas[number] => ({
  cell: name,
  label: words(`people of ${name}`),
  when,
  limit,
})

/** A study with these cells, and a thank-you of 5 yuan for up to `thanks` people. */
const having =
  (quotas: Quotas, thanks = 0): WorldOptions['study'] =>
  (study) => ({
    ...study,
    settings: { ...study.settings, quotas },
    thanks: [{ currency: 'CNY', amountMinor: 500, budgetMinor: 500 * thanks, channels: ['alipay'], places: [0] }],
  })

/** Open, held and accepted of each cell, in order of their names. */
async function counts(world: World): Promise<Record<string, number[]>> {
  const rows = await rowsOf<{ cell: string; open: number; held: number; accepted: number }>(world, 'quota_cells')
  return Object.fromEntries(rows.map(({ cell, open, held, accepted }) => [cell, [open, held, accepted]]))
}

async function states(world: World): Promise<unknown[]> {
  return (await rowsOf(world, 'responses')).map((row) => row.state).sort()
}

async function expectCellsToCount(world: World): Promise<void> {
  await expectBooksToBalance(world)
  const looked = await auditDatabase(world.ports, (name) =>
    ['cells_are_counted', 'places_follow', 'one_voucher_chain', 'reviews_are_followed'].includes(name),
  )
  expect(looked.flatMap(({ breaches }) => breaches)).toEqual([])
}

const leave = (student: Student, place = 1, stage = 3) => send(student, 'screening', screening(place, stage))
const newcomer = (world: World, seed: number) => begun(world, { seed, stopBefore: 'screening' })

forEachDatabase((_, open, once) => {
  describe('the last place of a cell', () => {
    it('goes to exactly one of many who ask for it at once, and of those in two cells nobody has one alone', async () => {
      const world = await fresh({ open, study: having([cell('mainland', mainland, 2), cell('studying', studying, 1)]) })
      const twelve = Array.from({ length: 12 }, (_, n) => n + 1)
      const students = await Promise.all(twelve.map((seed) => newcomer(world, seed)))
      // Every third is not of the cell with one place, and takes a place of the other.
      const answers = await Promise.all(students.map((student, n) => leave(student, 1, n % 3 === 0 ? 1 : 3)))
      expect(world.logged.filter((line) => line.failure !== undefined)).toEqual([])
      const { mainland: all = [], studying: some = [] } = await counts(world)
      expect(some[0]).toBeLessThanOrEqual(1)
      expect(all).toEqual([2, 0, 0])
      expect(answers.filter((answer) => location(answer) === places)).toHaveLength(2)
      expect(answers.filter((answer) => location(answer) === full)).toHaveLength(10)
      await expectCellsToCount(world)
    })

    it('that ran out is given once, whoever frees it, comes back or comes new in the same moment', async () => {
      const world = await fresh({ open, study: having([cell('mainland', mainland, 9), cell('studying', studying, 2)]) })
      const { student, last } = await ready(world, { seed: 1 })
      await begun(world, { seed: 2 })
      const others = await Promise.all([3, 4, 5].map((seed) => newcomer(world, seed)))
      world.wait(30)
      await Promise.all([
        freeWhatRanOut(world.ports),
        send(student, 'last', last),
        sweep(world.ports),
        ...others.map((other) => leave(other)),
        freeWhatRanOut(world.ports),
        send(student.tab(), 'last', last),
      ])
      expect(world.logged.filter((line) => line.failure !== undefined)).toEqual([])
      const { mainland: all = [], studying: some = [] } = await counts(world)
      expect(some).toEqual(all)
      expect(some.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(2)
      await expectCellsToCount(world)
    })

    once(
      'is told as taken while others hold it, comes free when they leave, and ends a response once it is used',
      async () => {
        const world = await fresh({ open, study: having([cell('studying', studying, 1)]) })
        await begun(world, { seed: 1 })
        const second = await newcomer(world, 2)
        expect(location(await leave(second))).toBe(full)
        const quotaPage = await second.open(go)
        expect(quotaPage.path).toBe(full)
        expect(textOf(quotaPage.html)).toContain('Your group: people of studying')
        expect(quotaPage.html).not.toContain('type="submit"')
        expect(await states(world)).toEqual(['in_progress', 'in_progress'])
        world.wait(30)
        // Without a sweep, as with money: what ran out counts as free.
        expect((await second.open(go)).path).toBe(places)
        const { last, student } = await ready(world, { seed: 3 })
        expect(await counts(world)).toEqual({ studying: [1, 0, 0] })
        await send(student, 'last', last)
        expect(await counts(world)).toEqual({ studying: [0, 0, 1] })
        const fourth = await newcomer(world, 4)
        expect(location(await leave(fourth))).toBe(go)
        const end = await fourth.open(go)
        expect(end.path).toBe('/s/study-abroad/end/over_quota')
        expect(textOf(end.html)).toContain('The group that is full: people of studying')
        const [row] = (await rowsOf(world, 'responses')).filter(({ state }) => state === 'over_quota')
        expect(row?.full_cell).toBe('studying')
        await expectCellsToCount(world)
        // Its status page, the file and the page of responses say so, too.
        expect(textOf((await fourth.open('/s/study-abroad/status')).html)).toContain(
          'There were enough answers already from this group: people of studying.',
        )
        expect(textOf((await student.open('/s/study-abroad/status')).html)).toContain(
          'Groups in which your answers count people of studying',
        )
        const admin = await signedIn(world, 'admin')
        const csv = records(await (await admin.post('/admin/studies/study-abroad/responses.csv')).text())
        expect(csv.map(({ status, full_cell }) => [status, full_cell]).sort()).toEqual([
          ['complete', ''],
          ['over_quota', 'studying'],
        ])
        const page = textOf((await admin.open('/admin')).html)
        expect(page).toContain(
          'Group Answering Held for review Accepted Limit people of studying Full studying 0 0 1 1',
        )
      },
    )
  })

  describe('a place', () => {
    it('is moved by answers that are changed, kept by progress, and counts without a reward as well', async () => {
      const world = await fresh({
        open,
        study: having([
          cell('finished', { q: 'Q02', in: [4] }, 5),
          cell('mainland', mainland, 5),
          cell('studying', studying, 5),
        ]),
      })
      const student = await begun(world)
      expect(await counts(world)).toEqual({ finished: [0, 0, 0], mainland: [1, 0, 0], studying: [1, 0, 0] })
      world.wait(29)
      await send(student, 'screening', screening(1, 4), 2)
      expect(await counts(world)).toEqual({ finished: [1, 0, 0], mainland: [1, 0, 0], studying: [0, 0, 0] })
      world.wait(29)
      await sweep(world.ports)
      expect(await counts(world)).toEqual({ finished: [1, 0, 0], mainland: [1, 0, 0], studying: [0, 0, 0] })
      world.wait(1)
      await sweep(world.ports)
      expect(await counts(world)).toEqual({ finished: [0, 0, 0], mainland: [0, 0, 0], studying: [0, 0, 0] })
      await expectCellsToCount(world)
      // Macao has no budget here, so that the reward is gone; its place is reserved all the same.
      const poor = await newcomer(world, 2)
      await world.ports.db.together({
        sql: `update offer_balances set total = total - available, available = 0`,
        values: [],
      })
      expect(location(await leave(poor))).toBe('/s/study-abroad/reward?reason=budget')
      expect(await counts(world)).toMatchObject({ mainland: [1, 0, 0], studying: [1, 0, 0] })
    })

    once('is moved by an answer that is changed on a page before the lease', async () => {
      const world = await fresh({
        open,
        study: having([cell('four', { q: 'Q01', in: [4] }, 5), cell('five', { q: 'Q01', in: [5] }, 5)]),
      })
      const student = await newcomer(world, 1)
      const goBack = async (page: string, posted: Parameters<typeof send>[2]) => {
        const pages = await rowsOf<{ page: string; revision: number }>(world, 'saved_pages')
        await send(student, page, posted, pages.find((one) => one.page === page)?.revision)
      }
      await goBack('start', { Q01: ['5'], C0a: ['1'] })
      expect(await counts(world)).toEqual({ five: [0, 0, 0], four: [0, 0, 0] })
      await leave(student)
      expect(await counts(world)).toEqual({ five: [1, 0, 0], four: [0, 0, 0] })
      await goBack('start', { Q01: ['4'], C0a: ['1'] })
      expect(await counts(world)).toEqual({ five: [0, 0, 0], four: [1, 0, 0] })
      await expectCellsToCount(world)
    })

    once.each([
      ['screened out', (student: Student) => send(student, 'screening', screening(1, 5), 2)],
      ['withdrawn', (student: Student) => student.post('/s/study-abroad/status/take-back/withdraw')],
      ['erased', (student: Student) => student.post('/s/study-abroad/status/take-back/erase')],
    ])('is freed by whoever is %s', async (_, done) => {
      const world = await fresh({ open, study: having([cell('studying', studying, 1)]) })
      await done(await begun(world))
      expect(await counts(world)).toEqual({ studying: [0, 0, 0] })
      expect(await rowsOf(world, 'quota_places')).toEqual([])
      await expectCellsToCount(world)
    })
  })

  describe('a decision about a response', () => {
    it('is followed by its place, which others have only once nobody can object any more', async () => {
      const world = await fresh({
        open,
        study: (study) => ({ ...having([cell('studying', studying, 1)])(study), openLinkPolicy: 'hold' }),
      })
      const { student, last } = await ready(world)
      await send(student, 'last', last)
      expect(await counts(world)).toEqual({ studying: [0, 1, 0] })
      const admin = await signedIn(world, 'admin')
      const decide = async (way: string, reason: string) => {
        const [row] = await rowsOf(world, 'responses')
        await admin.post(`/admin/reviews/${row?.export_ref}/${way}`, { reason })
        // Nothing is erased whose places have not followed yet.
        expect(await world.ports.db.read(responsesDue(world.study.id))).toEqual([])
        await sweep(world.ports)
      }
      await decide('release', 'looks_genuine')
      expect(await world.ports.db.read(responsesDue(world.study.id))).toHaveLength(1)
      expect(await counts(world)).toEqual({ studying: [0, 0, 1] })
      await decide('hold', 'automated')
      expect(await counts(world)).toEqual({ studying: [0, 1, 0] })
      await decide('reject', 'automated')
      world.wait(24 * 60)
      await sweep(world.ports)
      expect(await counts(world)).toEqual({ studying: [0, 1, 0] })
      await expectCellsToCount(world)
      world.wait(60 * 24 * 60)
      await sweep(world.ports)
      await sweep(world.ports)
      expect(await counts(world)).toEqual({ studying: [0, 0, 0] })
      await expectCellsToCount(world)
    })
  })

  once('a response that counts in no cell any more is done with, too, and keeps no other from following', async () => {
    const world = await fresh({
      open,
      study: (study) => ({ ...having([cell('finished', { q: 'Q02', in: [4] }, 1)])(study), openLinkPolicy: 'hold' }),
    })
    const { student, last } = await ready(world)
    const change = async (stage: number) => {
      const pages = await rowsOf<{ page: string; revision: number }>(world, 'saved_pages')
      const { revision } = pages.find(({ page }) => page === 'screening') ?? { revision: 0 }
      await send(student, 'screening', screening(1, stage), revision)
    }
    await change(4)
    expect(await counts(world)).toEqual({ finished: [1, 0, 0] })
    await change(3)
    expect(await counts(world)).toEqual({ finished: [0, 0, 0] })
    await send(student, 'last', last)
    const [row] = await rowsOf(world, 'responses')
    await (await signedIn(world, 'admin')).post(`/admin/reviews/${row?.export_ref}/reject`, { reason: 'automated' })
    await sweep(world.ports)
    world.wait(60 * 24 * 60)
    await sweep(world.ports)
    await sweep(world.ports)
    expect(await rowsOf(world, 'quota_reservations')).toMatchObject([{ state: 'freed' }])
    await expectCellsToCount(world)
  })

  it('whoever gives a held reward up frees the place at once', async () => {
    const world = await fresh({
      open,
      study: (study) => ({ ...having([cell('studying', studying, 1)])(study), openLinkPolicy: 'hold' }),
    })
    const { student, last } = await ready(world)
    await send(student, 'last', last)
    await student.post('/s/study-abroad/status/take-back/give_up')
    expect(await states(world)).toEqual(['withdrawn'])
    expect(await counts(world)).toEqual({ studying: [0, 0, 0] })
    await expectCellsToCount(world)
  })

  it('an operator may let more count, and never fewer than count already', async () => {
    const world = await fresh({ open, study: having([cell('studying', studying, 0)]) })
    const student = await newcomer(world, 1)
    expect(await setLimit(world.ports, world.study.id, 'planning', 5)).toEqual({ refused: 'not_found' })
    expect(await setLimit(world.ports, world.study.id, 'studying', 1)).toEqual({ done: true })
    expect(location(await leave(student))).toBe(places)
    expect(await setLimit(world.ports, world.study.id, 'studying', 0)).toEqual({ refused: 'counted' })
    expect((await rowsOf(world, 'audit_entries')).filter(({ action }) => action === 'quota.limited')).toHaveLength(1)
    await expectCellsToCount(world)
  })

  once(
    'answers that are erased when their study is over leave no trace of their cells, and the counts stay',
    async () => {
      const world = await fresh({ open, study: having([cell('studying', studying, 1)]) })
      const { student, last } = await ready(world)
      await send(student, 'last', last)
      const { respondentId } = student
      await world.ports.db.together(...eraseAnswers(respondentId))
      expect(await rowsOf(world, 'quota_places')).toEqual([])
      expect(await counts(world)).toEqual({ studying: [0, 0, 1] })
      await takeResponseBack(world.ports, respondentId, 'withdraw')
      const [looked] = await auditDatabase(world.ports, (name) => name === 'cells_are_counted')
      expect(looked?.breaches).toEqual([])
    },
  )

  describe('whose place was lost after pages were saved', () => {
    it('is told so, and gets the thank-you as a voucher of its own', async () => {
      const world = await fresh({ open, study: having([cell('studying', studying, 1)], 3) })
      const slow = await begun(world, { seed: 1, stopBefore: 'course' })
      world.wait(31)
      const { student, last } = await ready(world, { seed: 2 })
      await send(student, 'last', last)
      const page = await slow.open(go)
      expect(page.path).toBe(full)
      expect(textOf(page.html)).toContain('You get CNY 5.00 as a thank-you')
      expect(textOf(page.html)).not.toContain('a person may review')
      await Promise.all([slow.post(full), slow.tab().post(full)])
      expect(await codeShown(slow)).not.toBeNull()
      expect(await states(world)).toEqual(['complete', 'over_quota'])
      const vouchers = await rowsOf(world, 'vouchers')
      expect(vouchers.map((row) => row.amount_minor).sort()).toEqual([2_000, 500])
      const thanks = (await balances(world)).find(({ total }) => total === 1_500)
      expect(thanks).toMatchObject({ available: 1_000, reserved: 0, liability: 500 })
      await expectCellsToCount(world)
    })

    it('has earned nothing by changing the answers that screened, and has by a later answer that led to a full cell', async () => {
      const finished = cell('finished', { q: 'Q02', in: [4] }, 0)
      const noPlans = cell('plans', { q: 'Q05', in: [1, 2, 3, 4, 5, 6, 7, 8] }, 0)
      const world = await fresh({ open, study: having([finished, noPlans, cell('mainland', mainland, 9)], 3) })
      const back = await begun(world, { seed: 1 })
      await send(back, 'places', await back.sample('places', { Q05: 3 }))
      expect(await states(world)).toEqual(['over_quota'])
      expect(await rowsOf(world, 'vouchers')).toHaveLength(1)
      const changed = await begun(world, { seed: 2, stopBefore: 'course' })
      await send(changed, 'screening', screening(1, 4), 2)
      expect(await states(world)).toEqual(['over_quota', 'over_quota'])
      expect(await rowsOf(world, 'vouchers')).toHaveLength(1)
      expect(await counts(world)).toMatchObject({ mainland: [0, 0, 0] })
      expect(textOf((await back.open('/s/study-abroad')).html)).toContain('enough answers from your group')
      await expectCellsToCount(world)
    })

    once('waits for a person with the thank-you, too, where the study has one look at everybody', async () => {
      const world = await fresh({
        open,
        study: (study) => ({ ...having([cell('studying', studying, 1)], 3)(study), openLinkPolicy: 'hold' }),
      })
      const slow = await begun(world, { seed: 1, stopBefore: 'course' })
      world.wait(31)
      const { student, last } = await ready(world, { seed: 2 })
      await send(student, 'last', last)
      expect(textOf((await slow.open(full)).html)).toContain('a person may review your answers before you can claim it')
      await slow.post(full)
      await expectCellsToCount(world)
      const [thanked] = (await rowsOf(world, 'responses')).filter(({ state }) => state === 'over_quota')
      const admin = await signedIn(world, 'admin')
      expect((await admin.open('/admin/reviews')).html).toContain(`/admin/reviews/${thanked?.export_ref}"`)
      expect((await admin.open(`/admin/reviews/${thanked?.export_ref}`)).status).toBe(200)
      await admin.post(`/admin/reviews/${thanked?.export_ref}/release`, { reason: 'looks_genuine' })
      expect((await rowsOf(world, 'vouchers')).map((row) => [row.amount_minor, row.state]).sort()).toEqual([
        [2_000, 'held'],
        [500, 'issued'],
      ])
      await expectCellsToCount(world)
    })

    once.each([
      ['by hand', 'issued'],
      ['by a program', 'held'],
    ])('is thanked for pages that were sent %s with a voucher that is %s', async (who, state) => {
      const plans = cell('plans', { q: 'Q05', in: [1, 2, 3, 4, 5, 6, 7, 8] }, 0)
      const world = await fresh({
        open,
        study: (study) => ({ ...having([plans], 3)(study), openLinkPolicy: 'check' }),
      })
      const student = await newcomer(world, 1)
      for (const page of ['screening', 'places']) {
        const { html } = await student.open(at(page))
        world.wait(1)
        const posted = page === 'screening' ? screening() : await student.sample(page, { Q05: 3 })
        // A program sends what no page that it was given asks for.
        const token = who === 'by hand' ? hidden(html) : {}
        await student.post(at(page), { revision: ['0'], ...token, ...posted, go: ['next'] })
      }
      expect(await states(world)).toEqual(['over_quota'])
      expect((await rowsOf(world, 'vouchers')).map((row) => [row.amount_minor, row.state])).toEqual([[500, state]])
      await expectCellsToCount(world)
    })

    it('ends by sending a page as well, and without a thank-you where its money is gone', async () => {
      const world = await fresh({ open, study: having([cell('studying', studying, 1)], 0) })
      const { student: slow, last: page } = await ready(world, { seed: 1 })
      world.wait(31)
      const { student, last } = await ready(world, { seed: 2 })
      await send(student, 'last', last)
      expect(location(await send(slow, 'last', page))).toBe(go)
      expect((await slow.open(go)).path).toBe('/s/study-abroad/end/over_quota')
      expect(await rowsOf(world, 'vouchers')).toHaveLength(1)
      await expectCellsToCount(world)
    })
  })
})
