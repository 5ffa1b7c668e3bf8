/** Requests in writing: by the code that came with them, with their day, done once. */
import { expect, it } from 'vitest'
import { sweepRetention } from '../../../src/journey/retention/sweep.ts'
import { rejectResponse } from '../../../src/journey/reviews/judge.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { ready, resumeCodeIn, send, textOf } from '../../support/begun.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { everything, fresh, rowsOf } from '../../support/databases/fresh.ts'

const page = '/admin/studies/study-abroad/requests'

forEachDatabase((_, open, once) => {
  it('a request needs the code, stands with its day on the desk, and is done once', async () => {
    const world = await fresh({ open })
    const { student, last } = await ready(world)
    await send(student, 'last', last)
    // 17:00 UTC, when people here write the next day already.
    world.wait(9 * 60)
    const status = (await student.open('/s/study-abroad/status')).html
    const code = resumeCodeIn(status) ?? ''
    const [response] = await rowsOf(world, 'responses')
    const admin = await signedIn(world, 'admin')
    const today = '2026-11-24'
    const register = (fields: Record<string, string>) => admin.post(page, { kind: 'erase', came: today, ...fields })
    const refused = async (fields: Record<string, string>) => {
      const answer = await register(fields)
      return [answer.status, await answer.text()] as const
    }
    const before = await everything(world)
    // A reference is not enough, and no day lies ahead.
    const mistyped = String(response?.export_ref)
    for (const [fields, why] of [
      [{ code: mistyped }, 'Nobody in this study has this code.'],
      [{ code, came: '2999-01-01' }, 'Give the day on which it came'],
    ] as const) {
      const [status, html] = await refused(fields)
      expect([status, textOf(html)]).toEqual([422, expect.stringContaining(why)])
      // What was typed stays, to be put right.
      for (const typed of Object.values(fields)) expect(html).toContain(`value="${typed}"`)
      expect(html).toMatch(/<option value="erase" selected/)
    }
    expect(await everything(world)).toBe(before)
    const both = [...(await Promise.all([register({ code }), register({ code })])), await register({ code })]
    const went = both.map(({ headers }) => headers.get('location'))
    const [request, ...others] = await rowsOf(world, 'requests')
    const ref = String(request?.id).slice(-6)
    expect([...new Set(went)]).toEqual([`${page}?registered=${ref}`])
    expect(textOf((await admin.open(went[0] ?? '')).html)).toContain(`registered under ${ref}`)
    const due = new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10)
    expect([request?.due_on, others]).toEqual([due, []])
    const { html } = await admin.open(page)
    expect(textOf(html)).toContain(`Erase ${ref} came on`)
    expect(textOf(html)).toContain('Erase the answers for good')
    // Nobody at the desk is told whose it is.
    for (const secret of [code, student.respondentId, String(response?.export_ref)]) expect(html).not.toContain(secret)
    world.wait(31 * 24 * 60)
    const later = await signedIn(world, 'admin')
    expect(textOf((await later.open(page)).html)).toContain('Overdue')
    for (let twice = 0; twice < 2; twice += 1) {
      const done = await later.post(`${page}/${request?.id}/done`)
      expect(done.headers.get('location')).toBe(`${page}?said=done`)
    }
    expect(await rowsOf(world, 'documents')).toEqual([])
    expect(await rowsOf(world, 'vouchers')).toHaveLength(1)
    const trail = (await rowsOf(world, 'audit_entries')).map(({ action }) => String(action))
    expect(trail.filter((action) => action.startsWith('request.'))).toEqual(['request.registered', 'request.done'])
    expect(textOf((await later.open(page)).html)).toContain('Nothing waits.')
    // What was done goes a year later; what waits stays, however long.
    await later.post(page, { kind: 'see', came: today, code })
    world.wait(365 * 24 * 60)
    await sweepRetention(world.ports)
    expect(await rowsOf(world, 'requests')).toHaveLength(2)
    world.wait(1)
    await sweepRetention(world.ports)
    expect(await rowsOf(world, 'requests')).toMatchObject([{ kind: 'see', done_at: null }])
    const erased = (await rowsOf(world, 'audit_entries')).filter(({ action }) => action === 'retention.requests')
    expect(erased.map(({ subject }) => subject)).toEqual([`${world.study.id} 1`])
    await expectBooksToBalance(world)
  })

  once('an objection that comes by letter is made in time, though nobody has done the request yet', async () => {
    const world = await fresh({ open, study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
    const { student, last } = await ready(world)
    await send(student, 'last', last)
    const code = resumeCodeIn((await student.open('/s/study-abroad/status')).html) ?? ''
    const [voucher] = await rowsOf(world, 'vouchers')
    await rejectResponse(world.ports, await staffAs(world, 'admin', 'Mei'), String(voucher?.id), 'automated')
    world.wait(60)
    const admin = await signedIn(world, 'admin')
    const today = world.ports.clock.now().slice(0, 10)
    for (let twice = 0; twice < 2; twice += 1) await admin.post(page, { kind: 'object', came: today, code })
    expect(await rowsOf(world, 'objections')).toMatchObject([{ respondent_id: student.respondentId, texts: '' }])
    expect((await rowsOf(world, 'reviews')).map(({ state }) => state)).toEqual(['objected'])
    expect(await rowsOf(world, 'requests')).toHaveLength(1)
    await expectBooksToBalance(world)
  })
})
