/** What a study's time is over for goes by itself, and what is in dispute stays. */
import { expect, it } from 'vitest'
import { sweepRetention } from '../../../src/journey/retention/sweep.ts'
import { holdResponse } from '../../../src/journey/reviews/hold.ts'
import { rejectResponse } from '../../../src/journey/reviews/judge.ts'
import { decideObjection } from '../../../src/journey/reviews/objections/decide.ts'
import { objectTo } from '../../../src/journey/reviews/objections/object.ts'
import { studyAbroadStudy } from '../../../src/journey/setup/study-abroad.ts'
import { first } from '../../../src/platform/db/together.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { voucherOfRespondent } from '../../../src/rewards/vouchers/store.ts'
import { putSignatures } from '../../../src/survey/quality/copies/store.ts'
import { flag } from '../../../src/survey/quality/flag.ts'
import { flagWrites } from '../../../src/survey/quality/store.ts'
import { eraseAnswers } from '../../../src/survey/responses/withdraw.ts'
import { begun, ready, resumeCodeIn, send, textOf } from '../../support/begun.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { everything, fresh, interpose, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const aDay = 24 * 60
const lines = async (world: World) =>
  (await rowsOf(world, 'audit_entries'))
    .filter(({ action }) => String(action).startsWith('retention.'))
    .map(({ action, subject }) => `${action} ${String(subject).replace(world.study.id, 'study')}`)

/** The study closes now, and keeps answers for so many days. */
async function closes(world: World, answers: number) {
  const settings = { ...studyAbroadStudy(world.ports.clock.now()).settings, retention: { answers }, finishDays: 0 }
  const outcome = await world.ports.db.together({
    sql: 'update studies set settings = ?, closes_at = ?',
    values: [JSON.stringify(settings), world.ports.clock.now()],
  })
  expect(outcome.done).toBe(true)
}

/** Who is held was flagged, is rejected and objects, with words; somebody else dismisses that, with words. */
async function objectedInVain(world: World, respondentId: string) {
  const { ports, study } = world
  const found = [flag('straight_lines', { questions: ['Q11'] })]
  const traces = putSignatures({ respondentId, studyId: study.id }, [{ kind: 'answers', band: 0, hash: 'h' }])
  await ports.db.together(...flagWrites(respondentId, found, ports.clock.now()), ...traces)
  const voucherId = (await first(ports.db, voucherOfRespondent({ respondentId })))?.id ?? ''
  await rejectResponse(ports, await staffAs(world, 'admin'), voucherId, 'automated')
  world.wait(60)
  expect(await objectTo(ports, study, respondentId, 'I read each of them.')).toEqual({ done: true })
  const decided = { way: 'reject', reason: 'other', reply: 'We looked again.' } as const
  const zoe = await staffAs(world, 'admin', 'Zoe')
  expect(await decideObjection(ports, zoe, { studyId: study.id, voucherId }, decided)).toEqual({ done: true })
}

/** All that `npm run audit` looks at, but that nobody has sealed the trail meanwhile. */
async function expectPromisesKept({ ports }: World) {
  const found = await auditDatabase(ports, (name) => name !== 'every_entry_is_sealed')
  expect(found.filter(({ ok }) => !ok)).toEqual([])
}

forEachDatabase((_, open, once) => {
  it('what nobody comes back to goes after the study’s time, and the trail says what and not whose', async () => {
    const world = await fresh({ open })
    const gone = await begun(world)
    world.wait(20 * aDay)
    const stays = await begun(world, { seed: 2 })
    world.wait(11 * aDay)
    await Promise.all([sweepRetention(world.ports), sweepRetention(world.ports)])
    const states = await rowsOf(world, 'responses')
    expect(Object.fromEntries(states.map(({ respondent_id, state }) => [respondent_id, state]))).toEqual({
      [gone.respondentId]: 'lapsed',
      [stays.respondentId]: 'in_progress',
    })
    expect((await rowsOf(world, 'saved_pages')).every((row) => row.respondent_id === stays.respondentId)).toBe(true)
    expect(await lines(world)).toEqual(['retention.drafts study 1'])
    const before = await everything(world)
    await sweepRetention(world.ports)
    expect(await everything(world)).toBe(before)
    expect(textOf((await gone.open('/s/study-abroad/go')).html)).toContain('nobody came back to it in time')
    expect((await stays.open('/s/study-abroad/go')).path).toContain('/p/')
    await expectBooksToBalance(world)
    await expectPromisesKept(world)
  })

  it('answers go once the study is over, those in dispute after that, and marks last of all', async () => {
    const world = await fresh({ open, study: (study) => ({ ...study, openLinkPolicy: 'hold' }) })
    const held = await ready(world)
    await send(held.student, 'last', held.last)
    await world.ports.db.together({ sql: `update studies set open_link_policy = 'issue'`, values: [] })
    world.wait(1)
    const done = await ready(world, { seed: 2 })
    await send(done.student, 'last', done.last)
    const code = resumeCodeIn((await done.student.open('/s/study-abroad/status')).html) ?? ''
    await closes(world, 10)
    world.wait(9 * aDay)
    await sweepRetention(world.ports)
    expect(await rowsOf(world, 'documents')).toHaveLength(2)
    world.wait(2 * aDay)
    await sweepRetention(world.ports)
    expect((await rowsOf(world, 'documents')).map((row) => row.respondent_id)).toEqual([held.student.respondentId])
    expect(await rowsOf(world, 'vouchers')).toHaveLength(2)
    expect(await lines(world)).toContain('retention.answers study 1')
    await objectedInVain(world, held.student.respondentId)
    await sweepRetention(world.ports)
    for (const table of [
      'documents',
      'response_paradata',
      'response_flags',
      'response_signatures',
      'agreements',
    ] as const) {
      expect([table, await rowsOf(world, table)]).toEqual([table, []])
    }
    expect(await rowsOf(world, 'objections')).toMatchObject([{ texts: '', reply_texts: '', decided_state: 'final' }])
    const again = new Student(world)
    expect((await again.post('/s/study-abroad/status', { code })).status).toBe(303)
    // Vouchers, their grace and objections: until then the same person is known again by the code.
    world.wait(300 * aDay)
    await sweepRetention(world.ports)
    expect(await lines(world)).toContain('retention.marks study 2')
    expect((await new Student(world).post('/s/study-abroad/status', { code })).status).toBe(422)
    await expectPromisesKept(world)
  })

  once('whoever is held while answers are erased keeps them, and nobody is held once they are gone', async () => {
    const world = await fresh({ open })
    const [late, gone] = [await ready(world), await ready(world, { seed: 2 })]
    for (const { student, last } of [late, gone]) await send(student, 'last', last)
    const hold = async ({ student }: typeof late) => {
      const { respondentId } = student
      const voucherId = (await first(world.ports.db, voucherOfRespondent({ respondentId })))?.id ?? ''
      return holdResponse(world.ports, await staffAs(world, 'admin'), voucherId, 'automated')
    }
    await closes(world, 10)
    world.wait(11 * aDay)
    const { db } = world.ports
    interpose(world, (inner) => ({
      ...inner,
      together: async (...writes) => {
        if (writes.some(({ sql }) => /^delete from .?documents/.test(sql))) {
          world.ports.db = db
          expect(await hold(late)).toEqual({ done: true })
        }
        return inner.together(...writes)
      },
    }))
    await sweepRetention(world.ports)
    expect((await rowsOf(world, 'documents')).map((row) => row.respondent_id)).toEqual([late.student.respondentId])
    expect(await rowsOf(world, 'response_paradata')).toMatchObject([{ respondent_id: late.student.respondentId }])
    expect(await lines(world)).toEqual(['retention.answers study 1'])
    expect(await hold(gone)).toEqual({ refused: 'moved_on' })
    expect(await rowsOf(world, 'reviews')).toMatchObject([{ id: late.student.respondentId, state: 'held' }])
    await expectPromisesKept(world)
  })

  once('in a study without an end, the marks of each go in their own time', async () => {
    const world = await fresh({ open })
    const { voucherDays, graceDays, retention } = world.study.settings
    const codes: string[] = []
    for (const seed of [1, 2]) {
      const { student, last } = await ready(world, { seed })
      await send(student, 'last', last)
      codes.push(resumeCodeIn((await student.open('/s/study-abroad/status')).html) ?? '')
      await world.ports.db.together(...eraseAnswers(student.respondentId))
      world.wait(10 * aDay)
    }
    world.wait((voucherDays + graceDays + 45 + retention.marks - 15) * aDay)
    await sweepRetention(world.ports)
    expect(await lines(world)).toEqual(['retention.marks study 1'])
    const known = codes.map(async (code) => (await new Student(world).post('/s/study-abroad/status', { code })).status)
    expect(await Promise.all(known)).toEqual([422, 303])
  })

  once('a study from before there were times for it keeps what was begun, and says so', async () => {
    const world = await fresh({ open })
    await begun(world)
    const { retention: _, ...settings } = world.study.settings
    const sql = 'update studies set settings = ?'
    expect(await world.ports.db.together({ sql, values: [JSON.stringify(settings)] })).toMatchObject({ done: true })
    world.wait(100 * aDay)
    await sweepRetention(world.ports)
    expect(await rowsOf(world, 'responses')).toMatchObject([{ state: 'in_progress' }])
    const { html } = await new Student(world).open('/s/study-abroad/privacy')
    expect(textOf(html)).toContain('What is not finished: until you erase it, or the organiser does')
  })

  once('the notice and the page of trust say the same of it', async () => {
    const world = await fresh({ open })
    const reader = new Student(world)
    for (const page of ['privacy', 'trust']) {
      const text = textOf((await reader.open(`/s/study-abroad/${page}`)).html)
      expect(text).toContain('until 30 days after it was last saved (your consent)')
      expect(text).toContain('until 365 days after they were done (legal obligation)')
      expect(text).toContain('for as long as the law asks (legal obligation)')
    }
  })
})
