/** A study closes when its window ends, and pauses after its soft launch, until somebody has looked and signed. */
import { describe, expect, it } from 'vitest'
import {
  closeByItself,
  closeStudy,
  pauseByItself,
  pauseStudy,
  startStudy,
} from '../../../src/journey/lifecycle/moves.ts'
import { readHashedFigures, signSoftLaunch } from '../../../src/journey/lifecycle/sign-soft-launch.ts'
import { sweepStudies } from '../../../src/journey/lifecycle/sweep.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { findStudyWithOffers, type StudyWithOffers } from '../../../src/journey/study.ts'
import { blanksOf } from '../../../src/survey/quality/soft-launch/first-figures.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { issued, staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { another, fresh, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

async function second(world: World): Promise<StudyWithOffers> {
  const study = await findStudyWithOffers(world.ports.db, 'second', world.ports.clock.now())
  if (study === undefined) throw new Error('no second study')
  return study
}

async function states(world: World, studyId: string): Promise<unknown[]> {
  const rows = await rowsOf<{ study_id: string; n: number; state: string; actor: string }>(world, 'study_steps')
  const own = rows.filter((row) => row.study_id === studyId).sort((one, other) => one.n - other.n)
  return own.map(({ state, actor }) => (actor === 'sweep' ? `${state} by itself` : state))
}

/** A world with a second study that was opened by a soft launch of so many. */
async function softLaunched(
  softLimit: number,
): Promise<{ world: World; study: StudyWithOffers; admin: { id: string } }> {
  const world = await fresh()
  await openStudy(world.ports, another('second'), { state: 'ready' })
  const admin = await staffAs(world, 'admin')
  await staffAs(world, 'preparer')
  await staffAs(world, 'approver')
  const study = await second(world)
  expect(await startStudy(world.ports, admin, study, { softLimit })).toEqual({ moved: 'start' })
  return { world, study, admin }
}

forEachDatabase((_name, _open, once) => {
  describe('a study', () => {
    it('pauses after its soft launch, lets whoever has begun finish, and goes on once, when somebody has signed', async () => {
      const { world, study, admin } = await softLaunched(2)
      await issued(world, 1, { slug: 'second' })
      expect(await sweepStudies(world.ports)).toBe(0)
      expect(await signSoftLaunch(world.ports, admin, study, '')).toEqual({ refused: 'not_over' })
      await issued(world, 2, { slug: 'second' })
      await Promise.all([sweepStudies(world.ports), sweepStudies(world.ports)])
      expect(await states(world, study.id)).toEqual(['ready', 'open', 'paused by itself'])
      const seen = await readHashedFigures(world.ports, await second(world))
      expect(seen.responses).toBe(2)
      expect(seen.questions.find(({ code }) => code === 'Q01')).toEqual({ code: 'Q01', asked: 2, blank: 0 })
      expect(await signSoftLaunch(world.ports, admin, study, 'other figures')).toEqual({ refused: 'changed' })
      const other = await staffAs(world, 'admin', 'Wen')
      const both = await Promise.all([
        signSoftLaunch(world.ports, admin, study, seen.hash),
        signSoftLaunch(world.ports, other, study, seen.hash),
      ])
      expect(both).toContainEqual({ signed: true, resumed: true })
      expect(both).toContainEqual({ refused: 'not_over' })
      expect(await states(world, study.id)).toEqual(['ready', 'open', 'paused by itself', 'open'])
      const [signature, ...more] = await rowsOf(world, 'soft_launch_signatures')
      expect(more).toEqual([])
      expect(signature).toMatchObject({ study_id: study.id, nth: 1, soft_limit: 2, completes: 2 })
      // A sweep that had read it before does not pause it anew.
      expect(await pauseByItself(world.ports, study, 'soft_launch')).toEqual({ refused: 'not_now' })
      expect(await sweepStudies(world.ports)).toBe(0)
      expect((await new Student(world).get('/s/second/p/start')).status).toBe(200)
    })

    once(
      'is signed by a step of its own before the sweep has come, stays closed when it is closed, and is not signed unseen',
      async () => {
        const { world, study, admin } = await softLaunched(1)
        await issued(world, 1, { slug: 'second' })
        const { hash } = await readHashedFigures(world.ports, study)
        const shown = 'update responses set shown_to = ?'
        await world.ports.db.together({ sql: shown, values: [null] })
        const unseen = (await readHashedFigures(world.ports, study)).hash
        expect(await signSoftLaunch(world.ports, admin, study, unseen)).toEqual({ refused: 'none_shown' })
        await world.ports.db.together({ sql: shown, values: ['2026-11-23'] })
        await closeStudy(world.ports, admin, study)
        expect(await signSoftLaunch(world.ports, admin, study, hash)).toEqual({ signed: true, resumed: false })
        expect((await states(world, study.id)).at(-1)).toBe('closed')

        const open = await softLaunched(1)
        await issued(open.world, 1, { slug: 'second' })
        const seen = await readHashedFigures(open.world.ports, open.study)
        expect(await signSoftLaunch(open.world.ports, open.admin, open.study, seen.hash)).toMatchObject({
          resumed: true,
        })
        expect(await states(open.world, open.study.id)).toEqual(['ready', 'open', 'paused by itself', 'open'])
      },
    )

    once(
      'that a person paused does not go on because its soft launch was signed, nor without a permit that is valid',
      async () => {
        const { world, study, admin } = await softLaunched(1)
        await issued(world, 1, { slug: 'second' })
        await pauseStudy(world.ports, admin, study, null)
        const { hash } = await readHashedFigures(world.ports, study)
        expect(await signSoftLaunch(world.ports, admin, study, hash)).toEqual({ signed: true, resumed: false })
        expect(await states(world, study.id)).toEqual(['ready', 'open', 'paused'])

        const ended = await softLaunched(1)
        await issued(ended.world, 1, { slug: 'second' })
        await sweepStudies(ended.world.ports)
        const values = ['2026-01-01T00:00:00.000Z', ended.study.id]
        await ended.world.ports.db.together({ sql: 'update study_status set permit_until = ? where id = ?', values })
        const seen = await readHashedFigures(ended.world.ports, ended.study)
        expect(await signSoftLaunch(ended.world.ports, ended.admin, ended.study, seen.hash)).toEqual({
          signed: true,
          resumed: false,
        })
      },
    )

    once('freezes the medians that were signed, of ways that enough have taken', async () => {
      const { world, study, admin } = await softLaunched(5)
      for (let n = 1; n <= 6; n++) await issued(world, 7, { slug: 'second' })
      await sweepStudies(world.ports)
      // Nobody here takes any time to read: those who are too fast to be true set no pace.
      expect((await readHashedFigures(world.ports, study)).routes).toEqual([])
      await world.ports.db.together({ sql: 'delete from response_flags', values: [] })
      // One of the six is not shown yet, so nobody signs its pace.
      const one = '(select min(respondent_id) from documents)'
      await world.ports.db.together({
        sql: `update responses set shown_to = null where respondent_id = ${one}`,
        values: [],
      })
      const { hash, routes } = await readHashedFigures(world.ports, await second(world))
      expect(routes).toMatchObject([{ language: 'en', responses: 5 }])
      await signSoftLaunch(world.ports, admin, study, hash)
      expect(await rowsOf(world, 'speed_baselines')).toMatchObject([
        { study_id: study.id, language: 'en', responses: 5 },
      ])
    })

    once('closes by itself when its window has ended, since it ended, and not before', async () => {
      const closesAt = '2026-11-25T16:00:00.000Z'
      const world = await fresh({ study: (study) => ({ ...study, closesAt }) })
      expect(await sweepStudies(world.ports)).toBe(0)
      expect(await closeByItself(world.ports, world.study)).toEqual({ refused: 'not_now' })
      world.wait(3 * 24 * 60)
      expect(await sweepStudies(world.ports)).toBe(1)
      expect(await states(world, world.study.id)).toEqual(['open', 'closed by itself'])
      expect(await rowsOf(world, 'studies')).toMatchObject([{ closes_at: closesAt }])
      expect(await sweepStudies(world.ports)).toBe(0)
    })
  })
})

it('one study that cannot be moved keeps no other from moving by itself, and is said', async () => {
  const closesAt = '2026-11-25T16:00:00.000Z'
  const world = await fresh({ study: (study) => ({ ...study, closesAt }) })
  await openStudy(world.ports, { ...another('second'), closesAt })
  world.wait(3 * 24 * 60)
  const { db } = world.ports
  const [stuck = '', other = ''] = [world.study.id, (await second(world)).id].sort()
  const broken = {
    ...db,
    together: (...writes: Parameters<typeof db.together>) =>
      writes.some(({ values }) => values.includes(stuck))
        ? Promise.reject(new Error('This one cannot be written.'))
        : db.together(...writes),
  }
  await expect(sweepStudies({ ...world.ports, db: broken })).rejects.toThrow('cannot be written')
  expect((await states(world, other)).at(-1)).toBe('closed by itself')
  expect(await sweepStudies(world.ports)).toBe(1)
})

describe('the page of the first responses', () => {
  it('says what was left blank and takes one signature for what it showed', async () => {
    const { world } = await softLaunched(1)
    await issued(world, 1, { slug: 'second' })
    await sweepStudies(world.ports)
    const mei = await signedIn(world, 'admin')
    const here = '/admin/studies/second/soft-launch'
    const home = (await mei.open('/admin/studies/second')).html
    expect(textOf(home)).toContain('the study has paused itself')
    expect(home).not.toContain('/state/resume')
    const { html } = await mei.open(here)
    const seen = /name="seen" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? ''
    expect(textOf(html)).toContain('Too few have taken any one way')
    expect((await mei.post(here, { seen: 'another' })).status).toBe(409)
    expect((await mei.post(here, { seen })).status).toBe(303)
    expect((await mei.post(here, { seen })).status).toBe(409)
    const eve = await signedIn(world, 'viewer')
    expect((await eve.open(here)).html).not.toContain('name="seen"')
  })

  it('counts a row that was left blank, and nobody who was not asked', async () => {
    const { questionnaire } = (await fresh()).study
    const counted = blanksOf(questionnaire, [{ Q01: 4, Q02: -1 }, { Q01: 4, Q02: 3 }, { Q01: -1 }])
    expect(counted).toEqual([
      { code: 'Q01', asked: 3, blank: 1 },
      { code: 'Q02', asked: 2, blank: 1 },
    ])
    const matrix = questionnaire.pages.flatMap(({ questions }) => questions).find(({ type }) => type === 'matrix')
    const rows = [{ [matrix?.code ?? '']: { a: 1, b: -1 } }, { [matrix?.code ?? '']: { a: 1, b: 2 } }]
    expect(blanksOf(questionnaire, rows)).toMatchObject([{ asked: 2, blank: 1 }])
  })
})
