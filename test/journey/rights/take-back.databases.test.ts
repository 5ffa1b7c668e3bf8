/** Taking answers back: withdrawn they count for nothing, erased they are nowhere, and what was earned stays earned. */
import { expect, it } from 'vitest'
import { holdResponse } from '../../../src/journey/reviews/hold.ts'
import { releaseResponse } from '../../../src/journey/reviews/judge.ts'
import { giveUp } from '../../../src/journey/rights/give-up.ts'
import { takeResponseBack } from '../../../src/journey/rights/take-back.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { sweepReviews } from '../../../src/rewards/vouchers/follow.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { at, begun, codeShown, ready, resumeCodeIn, screening, send, textOf } from '../../support/begun.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { everything, fresh, interpose, rowsOf } from '../../support/databases/fresh.ts'
import { records } from '../../support/parse-csv.ts'
import { Student } from '../../support/student.ts'

const status = '/s/study-abroad/status'
const way = (name: string) => `${status}/take-back/${name}`
const file = '/admin/studies/study-abroad/responses.csv'

forEachDatabase((_, open, once) => {
  once('whoever withdraws after the end is in the file without an answer, and keeps the voucher', async () => {
    const world = await fresh({ open })
    const { student, last } = await ready(world)
    await send(student, 'last', last)
    const voucher = await codeShown(student)
    const admin = await signedIn(world, 'admin')
    await admin.post(file)
    world.wait(1)
    const before = await everything(world)
    expect(textOf((await student.open(way('withdraw'))).html)).toContain('Your reward stays yours')
    expect(await everything(world)).toBe(before)
    expect((await student.post(way('withdraw'))).headers.get('location')).toBe(`${status}?done=withdraw`)
    // Twice is once, and nobody is asked again who comes back to the question.
    await student.post(way('withdraw'))
    expect((await student.get(way('withdraw'))).headers.get('location')).toBe(status)
    expect((await student.get(way('erase'))).status).toBe(200)
    expect((await rowsOf(world, 'audit_entries')).filter(({ action }) => action === 'response.withdrawn')).toHaveLength(
      1,
    )
    const page = await student.open('/s/study-abroad/go')
    expect(page.path).toBe(status)
    expect(textOf(page.html)).toContain('Your answers are withdrawn.')
    expect(textOf(page.html)).toContain('How old are you?')
    expect(/\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){6}\b/.exec((await student.open('/s/study-abroad/voucher')).html)?.[0]).toBe(
      voucher,
    )
    expect(textOf((await admin.open('/admin')).html)).toContain('1 response in your last file of this study has been')
    const [row] = records(await (await admin.post(file)).text())
    world.wait(1)
    expect(textOf((await admin.open('/admin')).html)).not.toContain('in your last file')
    expect([row?.status, row?.Q01, row?.C0a]).toEqual(['withdrawn', '', ''])
    // Erased later, it was withdrawn before that file all the same.
    await student.post(way('erase'))
    expect(textOf((await admin.open('/admin')).html)).not.toContain('in your last file')
    await expectBooksToBalance(world)
  })

  it('whoever withdraws before the end gives the reward back that was set aside, and answers no more', async () => {
    const world = await fresh({ open })
    const student = await begun(world)
    await student.post(way('withdraw'))
    expect((await rowsOf(world, 'lease_steps')).map((row) => row.state)).toEqual(['open', 'returned'])
    const before = await everything(world)
    expect((await send(student, 'screening', screening(), 2)).status).toBe(303)
    expect((await student.open(at('screening'))).path).toBe(status)
    expect(await everything(world)).toBe(before)
    await expectBooksToBalance(world)
  })

  it('erased answers are in no table; the record of the money stays, and the reward too', async () => {
    const world = await fresh({ open })
    const { student, last } = await ready(world, { seed: 4 })
    await student.post(`${status}/paradata`, { allow: '1' })
    await send(student, 'last', last)
    expect(textOf((await student.open(status)).html)).toContain('No longer allow it')
    const money = async () => [await rowsOf(world, 'vouchers'), await rowsOf(world, 'transfers')]
    const [before, kept] = [await money(), await rowsOf(world, 'documents')]
    expect(kept).toHaveLength(1)
    const hint = 'brings you back to your answers'
    expect(textOf((await student.open(status)).html)).toContain(hint)
    expect((await student.post(way('erase'))).headers.get('location')).toBe(`${status}?done=erase`)
    expect(await rowsOf(world, 'documents')).toEqual([])
    expect(await rowsOf(world, 'saved_pages')).toEqual([])
    expect(await money()).toEqual(before)
    const text = textOf((await student.open(status)).html)
    expect(text).toContain('No answers of yours are kept.')
    expect(text).toContain('No consent of yours is kept.')
    expect(text).toContain('Your answers are erased.')
    expect(text).toContain('The reference that your answers had')
    expect(text).not.toMatch(/are withdrawn|researchers see/)
    expect(text).not.toContain('No longer allow it')
    expect(text).not.toContain('agreed to nothing')
    expect(text).not.toContain('Erase my answers')
    expect(text).not.toContain(hint)
    expect(text).toContain('It still opens this page on any device.')
    // What the device has kept of its pages goes, too.
    expect((await student.open(status)).html).toContain('data-over="/s/study-abroad/p/"')
    const voucher = await student.open('/s/study-abroad/voucher')
    expect([voucher.status, textOf(voucher.html).includes('opens your answers')]).toEqual([200, false])
    await expectBooksToBalance(world)
  })

  once('while a person looks at the answers they stay, and the page says why', async () => {
    const world = await fresh({ open, study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
    const { student, last } = await ready(world)
    await send(student, 'last', last)
    const before = await everything(world)
    for (const name of ['withdraw', 'erase']) {
      const reply = await student.post(way(name))
      expect(reply.headers.get('location')).toBe(way(name))
      const { html } = await student.open(way(name))
      expect(textOf(html)).toContain('A person is looking at your answers')
      expect(html).not.toContain('type="submit"')
      expect(html).toContain(`href="${way('give_up')}"`)
    }
    expect(await everything(world)).toBe(before)
  })

  it('whoever does not want to wait for a person gives the reward up: its money is free again, and everything is erased', async () => {
    const world = await fresh({ open, study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
    const { student, last } = await ready(world)
    const [unheld] = await balances(world)
    await send(student, 'last', last)
    expect(textOf((await student.open(status)).html)).toContain('Give the reward up')
    const before = await everything(world)
    expect(textOf((await student.open(way('give_up'))).html)).toContain('erased at once')
    expect(await everything(world)).toBe(before)
    const both = await Promise.all([1, 2].map(() => giveUp(world.ports, student.respondentId)))
    expect(both).toContainEqual({ done: true })
    expect((await rowsOf(world, 'review_steps')).map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      'held null',
      'final given_up',
    ])
    expect(await rowsOf(world, 'documents')).toEqual([])
    // With the first sweep of another day, so that its hour says nothing to whoever sees money.
    expect(await sweepReviews(world.ports)).toBe(0)
    world.wait(24 * 60)
    expect(await sweepReviews(world.ports)).toBe(1)
    const free = (await balances(world)).map(({ available, reserved }) => [available, reserved])
    expect(free[0]).toEqual([Number(unheld?.available) + Number(unheld?.reserved), 0])
    await expectBooksToBalance(world)
    // Not once more, and nobody says that they were turned down.
    expect((await student.post(way('give_up'))).headers.get('location')).toBe(way('give_up'))
    expect(textOf((await student.open(way('give_up'))).html)).toContain('Nobody is looking at your answers any more')
    const text = textOf((await student.open(status)).html)
    expect(text).toContain('You gave the reward up.')
    expect(text).not.toContain('were not accepted')
    expect(textOf((await student.open('/s/study-abroad/voucher')).html)).toContain('Given up')
    expect((await auditDatabase(world.ports)).filter(({ ok }) => !ok)).toEqual([])
  })

  it('of a release and a giving up in one moment, one is done and the money is in one place', async () => {
    for (const second of ['release', 'giveUp'] as const) {
      const world = await fresh({ open, study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
      const { student, last } = await ready(world)
      await send(student, 'last', last)
      const [voucher] = await rowsOf(world, 'vouchers')
      const { db } = world.ports
      const acts = {
        release: () => releaseResponse(world.ports, { id: 'mei' }, String(voucher?.id), 'looks_genuine'),
        giveUp: () => giveUp(world.ports, student.respondentId),
      }
      let isDone = false
      interpose(world, () => ({
        ...db,
        async together(...writes) {
          interpose(world, () => db)
          if (!isDone) expect(await acts[second === 'release' ? 'giveUp' : 'release']()).toEqual({ done: true })
          isDone = true
          return db.together(...writes)
        },
      }))
      expect(await acts[second]()).toEqual({ refused: 'moved_on' })
      await expectBooksToBalance(world)
    }
  })

  once('what is erased once is not erased again: the trail has one entry of it', async () => {
    const world = await fresh({ open })
    const student = await begun(world)
    await student.post(way('erase'))
    const before = await everything(world)
    expect((await student.post(way('erase'))).headers.get('location')).toBe(`${status}?done=erase`)
    expect(await everything(world)).toBe(before)
  })

  it('of a hold and a withdrawal in one moment, whichever is written second finds the other', async () => {
    for (const second of ['withdraw', 'hold'] as const) {
      const world = await fresh({ open })
      const { student, last } = await ready(world)
      await send(student, 'last', last)
      const [voucher] = await rowsOf(world, 'vouchers')
      const { db } = world.ports
      const acts = {
        withdraw: () => takeResponseBack(world.ports, student.respondentId, 'withdraw'),
        hold: () => holdResponse(world.ports, { id: 'mei' }, String(voucher?.id), 'other'),
      }
      const first = acts[second === 'hold' ? 'withdraw' : 'hold']
      // The first is done whole between the reading and the writing of the second.
      let isDone = false
      interpose(world, () => ({
        ...db,
        async together(...writes) {
          interpose(world, () => db)
          if (!isDone) expect(await first()).toEqual({ done: true })
          isDone = true
          return db.together(...writes)
        },
      }))
      expect(await acts[second]()).toEqual({ refused: second === 'hold' ? 'moved_on' : 'held' })
      const [response] = await rowsOf(world, 'responses')
      const reviews = (await rowsOf(world, 'reviews')).map(({ state }) => state)
      expect([response?.state, reviews]).toEqual(second === 'hold' ? ['withdrawn', []] : ['complete', ['held']])
      await expectBooksToBalance(world)
    }
  })

  once('nobody takes back what is another’s', async () => {
    const world = await fresh({ open })
    const student = await begun(world)
    const code = resumeCodeIn((await student.open(status)).html) ?? ''
    const before = await everything(world)
    expect(textOf(await (await new Student(world).post(way('erase'))).text())).toContain('Resume code')
    expect((await student.post(way('else'))).status).toBe(404)
    expect(await takeResponseBack(world.ports, 'r_nobody', 'erase')).toEqual({ refused: 'not_found' })
    expect(await everything(world)).toBe(before)
    expect(code).not.toBe('')
  })

  it('two that erase at once erase once', async () => {
    const world = await fresh({ open })
    const student = await begun(world)
    const { respondentId } = student
    const both = await Promise.all([1, 2].map(() => takeResponseBack(world.ports, respondentId, 'erase')))
    expect(both).toEqual([{ done: true }, { done: true }])
    expect((await rowsOf(world, 'lease_steps')).map((row) => row.state)).toEqual(['open', 'returned'])
    expect(await rowsOf(world, 'saved_pages')).toEqual([])
    await expectBooksToBalance(world)
  })
})
