/** A lease: taken on leaving the screening page, kept by progress, returned by itself, taken again. */
import { describe, expect, it } from 'vitest'
import { sweep } from '../../../src/app/app.ts'
import { at, begun, codeShown, fillUpTo, ready, screening, send, textOf } from '../../support/begun.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { countWrites, everything, fresh, reward, rewards, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const gone = '/s/study-abroad/reward?reason=budget'
const places = '/s/study-abroad/p/places'

/** What each offer holds for those who are answering: CNY, HKD, MOP. */
async function reserved(world: World): Promise<number[]> {
  const all = await balances(world)
  return world.study.offers.map(({ id }) => all.find((balance) => balance.offer_id === id)?.reserved ?? -1)
}

async function leases(world: World): Promise<unknown[]> {
  return (await rowsOf(world, 'leases')).map((row) => row.state)
}

describe('opening pages', () => {
  it('writes nothing, before and after starting', async () => {
    const world = await fresh()
    const student = await begun(world, { stopBefore: 'course' })
    const counted = countWrites(world)
    const before = await everything(world)
    const newcomer = new Student(world, 2)
    for (const path of [
      '/',
      '/s/study-abroad',
      '/s/study-abroad/go',
      at('start'),
      '/s/study-abroad/resume',
      '/healthz',
    ])
      expect((await newcomer.open(path)).status, path).toBe(200)
    for (const path of [
      '/s/study-abroad',
      '/s/study-abroad/go',
      at('course'),
      at('places'),
      at('screening'),
      at('start'),
      at('last'),
      '/s/study-abroad/voucher',
      '/s/study-abroad/reward',
      '/s/study-abroad/end/screened_out',
    ])
      expect((await student.open(path)).status, path).toBe(200)
    expect(counted.writes).toBe(0)
    expect(await everything(world)).toBe(before)
  })
})

describe('a lease', () => {
  it('is taken on leaving the screening page, on the offer for where one lives', async () => {
    const world = await fresh()
    await begun(world, { seed: 1, stopBefore: 'screening' })
    expect(await reserved(world)).toEqual([0, 0, 0])
    await begun(world, { seed: 2, place: 1 })
    await begun(world, { seed: 3, place: 7 })
    await begun(world, { seed: 4, place: 2 })
    expect(await reserved(world)).toEqual([2 * reward, 2_200, 0])
    await begun(world, { seed: 5, place: 3 })
    expect(await reserved(world)).toEqual([2 * reward, 2_200, 2_200])
    await expectBooksToBalance(world)
  })

  it('returns by itself 30 minutes after the last sign of progress, not before', async () => {
    const world = await fresh()
    await begun(world)
    world.wait(29)
    await sweep(world.ports)
    expect(await leases(world)).toEqual(['open'])
    world.wait(1)
    await sweep(world.ports)
    expect(await leases(world)).toEqual(['returned'])
    expect(await reserved(world)).toEqual([0, 0, 0])
    await expectBooksToBalance(world)
  })

  it.each([
    ['a saved page', (student: Student) => send(student, 'places', { Q05: ['3'] })],
    ['a draft', (student: Student) => student.post(at('places'), { Q05: ['3'], revision: ['0'], draft: ['1'] })],
    ['the same page sent again', (student: Student) => send(student, 'screening', screening())],
  ])('is kept by %s', async (_, progress) => {
    const world = await fresh()
    const student = await begun(world)
    world.wait(29)
    await progress(student)
    world.wait(29)
    await sweep(world.ports)
    expect(await leases(world)).toEqual(['open'])
    world.wait(1)
    await sweep(world.ports)
    expect(await leases(world)).toEqual(['returned'])
  })

  it('ends three hours after it was taken, whatever progress is shown, and can then be taken anew', async () => {
    const world = await fresh()
    const student = await begun(world)
    for (let half = 0; half < 5; half++) {
      world.wait(29)
      await send(student, 'screening', screening())
      await sweep(world.ports)
    }
    expect(await leases(world)).toEqual(['open'])
    world.wait(29)
    await send(student, 'screening', screening())
    world.wait(6)
    await sweep(world.ports)
    expect(await leases(world)).toEqual(['returned'])
    await send(student, 'screening', screening())
    expect(await leases(world)).toEqual(['open'])
    await expectBooksToBalance(world)
  })

  it('is not given up by asking to go on without while the reward can be had', async () => {
    const world = await fresh()
    const student = await begun(world)
    const answer = await student.post('/s/study-abroad/reward', { unrewarded: '1' })
    expect(answer.headers.get('location')).toBe('/s/study-abroad/go')
    expect(await leases(world)).toEqual(['open'])
    expect((await rowsOf(world, 'responses')).map((row) => row.unrewarded)).toEqual([0])
  })

  it('that ran out goes to whoever needs it, without waiting for the sweep', async () => {
    const world = await fresh({ study: rewards(1) })
    await begun(world, { seed: 1 })
    const second = await begun(world, { seed: 2, stopBefore: 'screening' })
    expect((await send(second, 'screening', screening())).headers.get('location')).toBe(gone)
    world.wait(30)
    const third = await begun(world, { seed: 3, stopBefore: 'screening' })
    expect((await send(third, 'screening', screening())).headers.get('location')).toBe(places)
    await expectBooksToBalance(world)
  })

  it('is taken again when someone comes back', async () => {
    const world = await fresh()
    const { student, last } = await ready(world)
    world.wait(24 * 60)
    await sweep(world.ports)
    expect((await student.open('/s/study-abroad/go')).path).toBe(at('last'))
    await send(student, 'last', last)
    expect(await codeShown(student)).not.toBeNull()
    expect((await rowsOf(world, 'lease_steps')).map((row) => row.state)).toEqual(['open', 'returned', 'open', 'used'])
    await expectBooksToBalance(world)
  })

  it('that cannot be had: they are told before the next question, and the page is saved', async () => {
    const world = await fresh({ study: rewards(1) })
    await begun(world, { seed: 1 })
    const student = await begun(world, { seed: 2, stopBefore: 'screening' })
    expect((await send(student, 'screening', screening())).headers.get('location')).toBe(gone)
    const page = await student.open('/s/study-abroad/go')
    expect(page.path).toBe(gone)
    expect(textOf(page.html)).toContain('Your answers so far are saved')
    expect((await rowsOf(world, 'saved_pages')).filter((row) => row.page === 'screening')).toHaveLength(2)
    expect((await student.open(at('screening'))).html).toMatch(/name="Q04" value="1" checked/)
  })

  it('that was lost to someone else while away is said before the next question', async () => {
    const world = await fresh({ study: rewards(1) })
    const student = await begun(world, { seed: 1, stopBefore: 'course' })
    world.wait(31)
    await begun(world, { seed: 2 })
    expect((await student.open('/s/study-abroad/go')).path).toBe(gone)
    expect((await student.open(at('course'))).path).toBe(gone)
    expect((await student.open(at('screening'))).path).toBe(at('screening'))
    // A page that stood open meanwhile is saved all the same.
    const sent = await send(student, 'course', await student.sample('course'))
    expect(sent.headers.get('location')).toBe(gone)
    expect((await rowsOf(world, 'saved_pages')).map((row) => row.page)).toContain('course')
    await expectBooksToBalance(world)
  })

  it('that cannot be had: they may go on without, complete, and get no voucher', async () => {
    const world = await fresh({ study: rewards(1) })
    await begun(world, { seed: 1 })
    const { student } = await ready(world, { seed: 2 })
    expect((await student.open('/s/study-abroad/go')).path).toBe(gone)
    expect((await student.post('/s/study-abroad/reward')).headers.get('location')).toBe('/s/study-abroad/go')
    expect((await student.open('/s/study-abroad/go')).path).toBe(at('last'))
    await send(student, 'last', await fillUpTo(student, 'last', { Q30: 2001 }))
    const end = await student.open('/s/study-abroad/go')
    expect(end.path).toBe('/s/study-abroad/end/complete_unrewarded')
    expect(await rowsOf(world, 'vouchers')).toEqual([])
    expect(await rowsOf(world, 'documents')).toHaveLength(1)
    await expectBooksToBalance(world)
  })

  it('lost at the very end keeps the last page, and completes when money comes free', async () => {
    const world = await fresh({ study: rewards(1) })
    const { student, last } = await ready(world, { seed: 1 })
    world.wait(31)
    await begun(world, { seed: 2 })
    expect((await send(student, 'last', last)).headers.get('location')).toBe(gone)
    expect(await rowsOf(world, 'vouchers')).toEqual([])
    world.wait(31)
    const back = await student.open('/s/study-abroad/go')
    expect(back.path).toBe(at('last'))
    const { revision } =
      (await rowsOf<{ page: string; revision: number }>(world, 'saved_pages')).find(({ page }) => page === 'last') ?? {}
    await send(student, 'last', last, revision)
    expect(await codeShown(student)).not.toBeNull()
    await expectBooksToBalance(world)
  })
})

describe('changing where one lives', () => {
  it('swaps the offer: money back on the one, taken on the other', async () => {
    const world = await fresh()
    const student = await begun(world, { place: 1 })
    expect((await send(student, 'screening', screening(2), 2)).headers.get('location')).toBe(places)
    expect(await reserved(world)).toEqual([0, 2_200, 0])
    expect((await rowsOf(world, 'lease_steps')).map((row) => row.state)).toEqual(['open', 'returned', 'open'])
    await send(student, 'last', await fillUpTo(student, 'last', { Q30: 2001 }))
    expect((await student.open('/s/study-abroad/go')).html).toMatch(/HKD\s22\.00/)
    await expectBooksToBalance(world)
  })

  it('within one offer keeps the lease', async () => {
    const world = await fresh()
    const student = await begun(world, { place: 1 })
    await send(student, 'screening', screening(5), 2)
    expect((await rowsOf(world, 'lease_steps')).map((row) => row.state)).toEqual(['open'])
  })

  it('to a place whose offer is used up gives the old one back, and says so', async () => {
    const world = await fresh({ study: rewards(1, 0, 0) })
    const student = await begun(world, { place: 1 })
    expect((await send(student, 'screening', screening(2), 2)).headers.get('location')).toBe(gone)
    expect((await student.open('/s/study-abroad/go')).path).toBe(gone)
    expect(await reserved(world)).toEqual([0, 0, 0])
    await expectBooksToBalance(world)
  })

  it('in a draft leads nobody round in circles', async () => {
    const world = await fresh({ study: rewards(1, 0, 0) })
    const student = await begun(world, { place: 1 })
    await student.post(at('screening'), { ...screening(2), revision: ['2'], draft: ['1'] })
    expect((await student.open('/s/study-abroad/go')).path).toBe(gone)
    await student.post('/s/study-abroad/reward')
    expect((await student.open('/s/study-abroad/go')).path).toBe(places)
    await expectBooksToBalance(world)
  })
})

describe('no budget left', () => {
  it('is said on the landing page, for each offer and for all', async () => {
    const world = await fresh({ study: rewards(1, 1, 0) })
    const visitor = new Student(world)
    const some = textOf((await visitor.open('/s/study-abroad')).html)
    expect(some.match(/No rewards left/g)).toHaveLength(1)
    expect(some).not.toContain('has no rewards left')
    await begun(world, { seed: 1, place: 1 })
    await begun(world, { seed: 2, place: 2 })
    const all = textOf((await visitor.open('/s/study-abroad')).html)
    expect(all.match(/No rewards left/g)).toHaveLength(3)
    expect(all).toContain('has no rewards left')
  })
})
