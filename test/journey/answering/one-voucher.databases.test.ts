/** However often and however fast one person sends: one response, one voucher. */
import { describe, expect, it } from 'vitest'
import { sweep } from '../../../src/app/app.ts'
import type { Database, Query } from '../../../src/platform/db/together.ts'
import { begun, codeShown, ready, screening, send } from '../../support/begun.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, interpose, reward, rewards, rowsOf, rowsOfOne, shared } from '../../support/databases/fresh.ts'
import { losingOneReply } from '../../support/databases/lost-reply.ts'
import { hidden, Student } from '../../support/student.ts'

/** Does something once, between the answer to so many reads of a response and whatever comes then. */
function afterRead(db: Database, reads: number, act: () => Promise<unknown>): Database {
  let left = reads
  return {
    ...db,
    async read<Row>(query: Query<Row>) {
      const rows = await db.read(query)
      if (/\b(responses|saved_pages)\b/.test(query.sql)) left -= 1
      if (left === 0) {
        left = -1
        await act()
      }
      return rows
    },
  }
}

const hundred = Array.from({ length: 100 }, (_, i) => i)
const location = (answer: Response) => answer.headers.get('location')

forEachDatabase((_, open) => {
  const share = shared({ open })

  describe('one respondent', () => {
    it('who submits a hundred times at once gets one voucher, and every answer leads to it (row 11 of the fault table)', async () => {
      const world = share()
      const { student, last } = await ready(world)
      const before = await rowsOf(world, 'transfers')
      const answers = await Promise.all(hundred.map(() => send(student.tab(), 'last', last)))
      expect(world.logged.filter((line) => line.failure !== undefined)).toEqual([])
      expect(new Set(answers.map((it) => `${it.status} ${location(it)}`))).toEqual(new Set(['303 /s/study-abroad/go']))
      expect(await rowsOfOne(world, 'vouchers', student.respondentId)).toHaveLength(1)
      expect(await rowsOf(world, 'transfers')).toHaveLength(before.length + 1)
      expect(await codeShown(student)).not.toBeNull()
      await expectBooksToBalance(world)
    })

    it('who presses Finish under all answers ten times at once gets one voucher', async () => {
      const world = share()
      const { student, last } = await ready(world)
      const form = hidden((await student.open('/s/study-abroad/p/last')).html)
      await student.post('/s/study-abroad/p/last', { ...form, ...last, go: 'next' })
      const { path, html } = await student.open('/s/study-abroad/p/~review')
      const tabs = hundred.slice(0, 10).map(() => student.tab())
      const answers = await Promise.all(tabs.map((tab) => tab.post(path, { ...hidden(html), go: 'next' })))
      expect(new Set(answers.map((it) => `${it.status} ${location(it)}`))).toEqual(new Set(['303 /s/study-abroad/go']))
      expect(await rowsOfOne(world, 'vouchers', student.respondentId)).toHaveLength(1)
      await expectBooksToBalance(world)
    })

    it('whose other tab completes right after any read of Finish is led on as it is', async () => {
      // As often as one Finish may read before it writes: however many that are, nothing may come between two of them.
      for (const before of [1, 2]) {
        const world = share()
        const { student, last } = await ready(world)
        const form = hidden((await student.open('/s/study-abroad/p/last')).html)
        await student.post('/s/study-abroad/p/last', { ...form, ...last, go: 'next' })
        const { path, html } = await student.open('/s/study-abroad/p/~review')
        const other = student.tab()
        const { db } = world.ports
        interpose(world, () => afterRead(db, before, () => send(other, 'last', last)))
        const answer = await student.post(path, { ...hidden(html), go: 'next' })
        interpose(world, () => db)
        expect(`${answer.status} ${location(answer)}`).toBe('303 /s/study-abroad/go')
        expect(await rowsOfOne(world, 'vouchers', student.respondentId)).toHaveLength(1)
        await expectBooksToBalance(world)
      }
    })

    it('whose answer got lost after the commit sees the same voucher on sending again', async () => {
      const world = share()
      const { student, last } = await ready(world)
      interpose(world, losingOneReply)
      expect((await send(student, 'last', last)).status).toBe(500)
      const made = await rowsOfOne(world, 'vouchers', student.respondentId)
      expect(made).toHaveLength(1)
      expect(location(await send(student, 'last', last))).toBe('/s/study-abroad/go')
      expect(await rowsOfOne(world, 'vouchers', student.respondentId)).toEqual(made)
      expect(await codeShown(student)).not.toBeNull()
      await expectBooksToBalance(world)
    })

    it('who pressed start ten times at once has begun once', async () => {
      const world = share()
      const before = await rowsOf(world, 'respondents')
      const student = new Student(world)
      const { path, html } = await student.open('/s/study-abroad/go')
      const fields = { ...hidden(html), Q01: '4', C0a: '1' }
      const tabs = hundred.slice(0, 10).map(() => student.tab())
      const answers = await Promise.all(tabs.map((tab) => tab.post(path, fields)))
      expect(answers.map((it) => it.status)).toEqual(answers.map(() => 303))
      expect(await rowsOf(world, 'respondents')).toHaveLength(before.length + 1)
      expect(new Set(tabs.map((tab) => tab.respondentId)).size).toBe(1)
    })

    it('whose answer to start got lost begins once by sending it again', async () => {
      const world = share()
      const before = await rowsOf(world, 'respondents')
      const student = new Student(world)
      const { path, html } = await student.open('/s/study-abroad/go')
      const fields = { ...hidden(html), Q01: '4', C0a: '1' }
      interpose(world, losingOneReply)
      expect((await student.post(path, fields)).status).toBe(500)
      expect((await student.post(path, fields)).status).toBe(303)
      expect(await rowsOf(world, 'respondents')).toHaveLength(before.length + 1)
    })

    it('whose answer to leaving the screening page got lost holds one lease', async () => {
      const world = share()
      const student = await begun(world, { stopBefore: 'screening' })
      interpose(world, losingOneReply)
      expect((await send(student, 'screening', screening())).status).toBe(500)
      expect(location(await send(student, 'screening', screening()))).toBe('/s/study-abroad/p/places')
      expect(await rowsOfOne(world, 'lease_steps', student.respondentId)).toHaveLength(1)
      await expectBooksToBalance(world)
    })

    it('who leaves the screening page eight times at once holds one lease', async () => {
      const world = share()
      const student = await begun(world, { stopBefore: 'screening' })
      const sent = hundred.slice(0, 8).map(() => send(student.tab(), 'screening', screening()))
      for (const answer of await Promise.all(sent)) expect(location(answer)).toBe('/s/study-abroad/p/places')
      expect(await rowsOfOne(world, 'lease_steps', student.respondentId)).toHaveLength(1)
      await expectBooksToBalance(world)
    })
  })

  describe('two tabs', () => {
    it('that save different answers to one page at once: one is kept, the other is told', async () => {
      const world = share()
      const student = await begun(world, { stopBefore: 'screening' })
      const places = [1, 2, 5]
      const answers = await Promise.all(places.map((place) => send(student.tab(), 'screening', screening(place))))
      expect(answers.map((it) => it.status).sort()).toEqual([303, 409, 409])
      const winner = places[answers.findIndex((it) => it.status === 303)]
      const pages = await rowsOfOne(world, 'saved_pages', student.respondentId)
      expect(JSON.parse(pages.find((row) => row.page === 'screening')?.answers ?? '').Q04).toBe(winner)
    })

    it('that save different pages at once both keep theirs', async () => {
      const world = share()
      const student = await begun(world, { stopBefore: 'course' })
      const saved = await rowsOfOne(world, 'saved_pages', student.respondentId)
      const revision = saved.find((row) => row.page === 'places')?.revision
      const course = await student.sample('course')
      const answers = await Promise.all([
        send(student.tab(), 'course', course),
        send(student.tab(), 'places', { Q05: ['8'] }, revision),
      ])
      expect(answers.map((it) => it.status)).toEqual([303, 303])
      const pages = await rowsOfOne(world, 'saved_pages', student.respondentId)
      expect(pages.map((row) => row.page)).toContain('course')
      expect(JSON.parse(pages.find((row) => row.page === 'places')?.answers ?? '')).toEqual({ Q05: 8 })
    })

    it('that save the same answers at once do not disturb each other', async () => {
      const student = await begun(share())
      const answers = await Promise.all([1, 2, 3].map(() => send(student.tab(), 'places', { Q05: ['3'] })))
      expect(answers.map(location)).toEqual(answers.map(() => '/s/study-abroad/p/course'))
    })
  })

  describe('a race', () => {
    it('of completing with a save of another page ends complete, with one voucher', async () => {
      const world = share()
      const { student, last } = await ready(world)
      const saved = await rowsOfOne(world, 'saved_pages', student.respondentId)
      const revision = saved.find((row) => row.page === 'places')?.revision
      const answers = await Promise.all([
        send(student.tab(), 'last', last),
        send(student.tab(), 'places', { Q05: ['8'] }, revision),
        send(student.tab(), 'last', last),
        send(student.tab(), 'places', { Q05: ['7'] }, revision),
      ])
      for (const answer of answers) expect([303, 409]).toContain(answer.status)
      await send(student, 'last', last)
      expect(await rowsOfOne(world, 'vouchers', student.respondentId)).toHaveLength(1)
      expect(await rowsOfOne(world, 'saved_pages', student.respondentId)).toEqual([])
      await expectBooksToBalance(world)
    })

    it('of completing with the sweep leaves the lease returned or used, and a voucher in the end', async () => {
      const world = await fresh({ open, study: rewards(3) })
      const all = await Promise.all([1, 2, 3].map((seed) => ready(world, { seed })))
      world.wait(31)
      await Promise.all([
        sweep(world.ports),
        ...all.map(({ student, last }) => send(student, 'last', last)),
        sweep(world.ports),
      ])
      for (const { student } of all) expect(await codeShown(student)).not.toBeNull()
      expect(await rowsOf(world, 'vouchers')).toHaveLength(3)
      expect((await balances(world)).find((it) => it.liability > 0)).toMatchObject({ available: 0, reserved: 0 })
      await expectBooksToBalance(world)
    })

    it('of completing with the sweep and someone who takes the money gives it to one of the two', async () => {
      const world = await fresh({ open, study: rewards(1) })
      const { student, last } = await ready(world)
      const other = await begun(world, { seed: 2, stopBefore: 'screening' })
      world.wait(31)
      const [, sent, taken] = await Promise.all([
        sweep(world.ports),
        send(student, 'last', last),
        send(other, 'screening', screening()),
      ])
      const gone = '/s/study-abroad/reward?reason=budget'
      expect([
        ['/s/study-abroad/go', gone],
        [gone, '/s/study-abroad/p/places'],
      ]).toContainEqual([location(sent), location(taken)])
      expect((await balances(world)).find((it) => it.total === reward)?.available).toBe(0)
      await expectBooksToBalance(world)
    })
  })
})
