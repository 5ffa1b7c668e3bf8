/** A study that collects in the mainland: it opens by a permit that two people stand for, and by no other way. */
import { describe, expect, it } from 'vitest'
import { effects } from '../../../src/app/approval-effects.ts'
import { pauseByItself, resumeStudy, startStudy } from '../../../src/journey/lifecycle/moves.ts'
import { type Entered, enterPermit, faultOfPermit, permitFile } from '../../../src/journey/lifecycle/permit/enter.ts'
import { confirmedPermits } from '../../../src/journey/lifecycle/permit/store.ts'
import { sweepStudies } from '../../../src/journey/lifecycle/sweep.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { findStudyWithOffers } from '../../../src/journey/study.ts'
import { decideProposal } from '../../../src/staff/approvals/actions.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { another, fresh, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const pdf = (length = 8) => {
  const bytes = new Uint8Array(length).fill(0x20)
  bytes.set(new TextEncoder().encode('%PDF-1.7'))
  return bytes
}
const permit = (more: Partial<Extract<Entered, { kind: 'permit' }>> = {}): Entered => ({
  ...{ kind: 'permit', authority: '海淀区统计局', number: '〔2026〕12', expiresOn: '2026-12-31', file: pdf() },
  ...more,
})

/** A second study, which collects in the mainland, ready to be opened but for its permit. */
async function mainland() {
  const world = await fresh()
  const study = another('second')
  const opened = { ...study, settings: { ...study.settings, mainland: true } }
  const outcome = await openStudy(world.ports, opened)
  expect(outcome).toMatchObject({ done: false, breach: { on: 'study_status_permitted' } })
  await openStudy(world.ports, opened, { state: 'ready' })
  const mei = await staffAs(world, 'admin')
  await staffAs(world, 'preparer')
  await staffAs(world, 'approver')
  const second = await findStudyWithOffers(world.ports.db, 'second', world.ports.clock.now())
  if (second === undefined) throw new Error('no second study')
  return { world, study: second, mei, wen: await staffAs(world, 'admin', 'Wen') }
}

function confirm(world: World, by: { id: string }, made: object) {
  return decideProposal(
    world.ports,
    by,
    'proposed' in made ? String(made.proposed) : '',
    'confirmed',
    effects.permit.effectOf,
  )
}

forEachDatabase((_name, _open) => {
  describe('a study that collects in the mainland', () => {
    it('opens once another person has confirmed its permit, and pauses when it has ended', async () => {
      const { world, study, mei, wen } = await mainland()
      const start = () => startStudy(world.ports, mei, study, { softLimit: null })
      expect(await start()).toEqual({ refused: 'missing', missing: ['permit'] })
      // Whatever reads say: the database does not let it open.
      const opened = await world.ports.db.together(
        {
          sql: `insert into study_steps (study_id, n, state, n_before, state_before, move, actor, at)
values (?, 2, 'open', 1, 'ready', 'ready>open', 'x', 'now')`,
          values: [study.id],
        },
        { sql: `update study_status set n = 2, state = 'open' where id = ?`, values: [study.id] },
      )
      expect(opened).toMatchObject({ done: false, breach: { on: 'study_status_permitted' } })
      const made = await enterPermit(world.ports, mei, study.id, permit({ file: pdf(900_000) }))
      expect(await enterPermit(world.ports, wen, study.id, permit())).toEqual({ refused: 'waiting' })
      // Nothing of it is kept, and no other waits behind it.
      expect((await rowsOf(world, 'permits')).length).toBe(1)
      expect(await confirm(world, mei, made)).toEqual({ refused: 'same_person' })
      expect(await start()).toMatchObject({ refused: 'missing' })
      expect(await confirm(world, wen, made)).toEqual({ decided: 'confirmed' })
      const [kept] = await world.ports.db.read(confirmedPermits({ studyId: study.id }))
      expect(kept && (await permitFile(world.ports, kept))).toEqual(pdf(900_000))
      expect(await start()).toEqual({ moved: 'start' })
      // The last day is good until midnight in the mainland, 16:00 in Greenwich: nobody starts a moment later.
      const now = Date.parse(world.ports.clock.now())
      world.wait((Date.parse('2026-12-31T15:59:00.000Z') - now) / 60_000)
      expect((await new Student(world).get('/s/second/p/start')).status).toBe(200)
      world.wait(1)
      expect((await new Student(world).get('/s/second/p/start')).status).toBe(403)
      expect(await sweepStudies(world.ports)).toBe(1)
      expect(await rowsOf(world, 'study_status')).toContainEqual(
        expect.objectContaining({ id: study.id, state: 'paused' }),
      )
      expect(await resumeStudy(world.ports, mei, study)).toEqual({ refused: 'permit' })
      const next = await enterPermit(world.ports, mei, study.id, permit({ expiresOn: '2027-12-31' }))
      expect(await confirm(world, wen, next)).toEqual({ decided: 'confirmed' })
      expect(await resumeStudy(world.ports, mei, study)).toEqual({ moved: 'resume' })
      expect(await pauseByItself(world.ports, study, 'permit')).toEqual({ refused: 'not_now' })
    })

    it('goes by nobody’s own word: the database refuses a permit that its own clerk confirms, or another study’s', async () => {
      const { world, study, mei, wen } = await mainland()
      const made = await enterPermit(world.ports, mei, study.id, {
        kind: 'not_needed',
        reason: 'nobody there is asked',
      })
      const [entered] = await rowsOf<{ id: string }>(world, 'permits')
      const use = (id: string) =>
        world.ports.db.together({
          sql: 'update study_status set permit_id = ? where id = ?',
          values: [entered?.id ?? '', id],
        })
      expect(await use(study.id)).toMatchObject({ done: false, breach: { kind: 'reference' } })
      expect(await confirm(world, wen, made)).toEqual({ decided: 'confirmed' })
      expect(await use(world.study.id)).toMatchObject({ done: false, breach: { kind: 'reference' } })
      const itself = await world.ports.db.together({
        sql: 'update permit_confirmations set confirmed_by = entered_by',
        values: [],
      })
      expect(itself).toMatchObject({ done: false, breach: { on: 'permit_confirmations_by_another' } })
      expect(await startStudy(world.ports, mei, study, { softLimit: null })).toEqual({ moved: 'start' })
    })
  })
})

describe('a permit', () => {
  it.each([
    ['whole', null, permit()],
    ['a photograph', null, permit({ file: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) })],
    ['on its last day', null, permit({ expiresOn: '2026-11-23' })],
    ['ended yesterday', 'expired', permit({ expiresOn: '2026-11-22' })],
    ['without a number', 'incomplete', permit({ number: ' ' })],
    ['of no day', 'incomplete', permit({ expiresOn: '2026-02-30' })],
    ['without its file', 'file', permit({ file: new Uint8Array() })],
    ['of more than 5 MB', 'file', permit({ file: pdf(5 * 1_048_576 + 1) })],
    ['a page that says it is a PDF', 'type', permit({ file: new TextEncoder().encode('<html>') })],
    ['not needed, and nobody says why', 'reason', { kind: 'not_needed', reason: ' ' } as const],
  ])('%s: %s', (_what, fault, entered) => {
    expect(faultOfPermit(entered, '2026-11-23')).toBe(fault)
  })
})

describe('the page of a permit', () => {
  it('keeps what was typed, and gives the file to whoever has to confirm it', async () => {
    const { world } = await mainland()
    const mei = await signedIn(world, 'admin')
    const here = '/admin/studies/second/permit'
    const send = (fields: Record<string, string | File>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      return mei.send(here, { method: 'POST', body, headers: { origin: world.ports.settings.origin } })
    }
    const fields = { kind: 'permit', authority: 'The bureau', number: 'No. 12', expires: '2027-01-31' }
    const refused = await send(fields)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('The bureau')
    expect(textOf(html)).toContain('of at most 5 MB, again.')
    expect((await send({ ...fields, file: new File([pdf()], 'permit.pdf') })).status).toBe(303)
    const wei = await signedIn(world, 'owner')
    const page = (await wei.open('/admin/proposals')).html
    const look = /href="(\/admin\/studies\/second\/permit\?file=[^"]+)"/.exec(page)?.[1] ?? ''
    const action =
      /action="(\/admin\/studies\/second\/permit\/[^"]+\/file)"/.exec((await wei.open(look)).html)?.[1] ?? ''
    const file = await wei.post(action)
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(pdf())
    expect((await rowsOf(world, 'audit_entries')).map(({ action }) => action)).toContain('permit.viewed')
    expect((await wei.post(action.replace('/second/', '/study-abroad/'))).status).toBe(404)
    expect((await wei.get('/admin/studies/study-abroad/permit')).status).toBe(200)
    // Nothing is entered that could pause a study which needs no permit.
    const elsewhere = { kind: 'not_needed', why: 'nobody there is asked' }
    expect((await mei.post('/admin/studies/study-abroad/permit', elsewhere)).status).toBe(404)
  })
})
