/** A study opens, pauses, closes and reopens: once, whoever is faster, and nobody half way is locked out. */

import { describe, expect, it } from 'vitest'
import { landingMessages } from '../../../messages/generated/landing.ts'
import { inEachLanguage, wholeText } from '../../../schema/text.ts'
import { closeStudy, pauseStudy, reopenStudy, resumeStudy, startStudy } from '../../../src/journey/lifecycle/moves.ts'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { findStudyWithOffers, type StudyWithOffers } from '../../../src/journey/study.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { ready, textOf } from '../../support/begun.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { another, fresh, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const words = wholeText({ en: 'Back on Monday', 'zh-Hans': '周一继续', 'zh-Hant': '週一繼續' })

async function studyOf(world: World, slug = 'study-abroad'): Promise<StudyWithOffers> {
  const study = await findStudyWithOffers(world.ports.db, slug, world.ports.clock.now())
  if (study === undefined) throw new Error(`no study ${slug}`)
  return study
}

/** The moves that were made, the first one first. */
async function moves(world: World, studyId: string): Promise<unknown[]> {
  const rows = await rowsOf<{ study_id: string; n: number; move: string }>(world, 'study_steps')
  return rows
    .filter((row) => row.study_id === studyId)
    .sort((one, other) => one.n - other.n)
    .map(({ move }) => move)
}

async function expectStatesToAgree(world: World): Promise<void> {
  const looked = await auditDatabase(world.ports, (name) => name === 'study_steps')
  expect(looked.map(({ breaches }) => breaches)).toEqual([[]])
}

forEachDatabase((_name, _open, once) => {
  describe('a study', () => {
    it('that is ready is opened once what it needs is there, and nobody starts before', async () => {
      const world = await fresh()
      const study = another('second')
      await openStudy(
        world.ports,
        { ...study, offers: study.offers.map((one) => ({ ...one, budgetMinor: 0 })) },
        { state: 'ready' },
      )
      const second = await studyOf(world, 'second')
      const student = new Student(world)
      expect((await student.get('/s/second/p/start')).status).toBe(403)
      const unopened = textOf((await student.open('/s/second')).html)
      expect(unopened).toContain('has not opened yet')
      // Its budget is still to be confirmed; nobody has taken anything of it.
      expect(unopened).not.toContain('rewards left')
      expect((await student.open('/')).path).toBe('/s/study-abroad')
      const admin = await staffAs(world, 'admin')
      expect(await startStudy(world.ports, admin, second, { softLimit: null })).toEqual({
        refused: 'missing',
        missing: ['budget', 'payers'],
      })
      expect(await moves(world, second.id)).toEqual(['>ready'])
      const page = textOf((await (await signedIn(world, 'owner')).open('/admin/studies/second')).html)
      expect(page).toContain('Every reward has a budget')
      expect(page).toContain('One person proposes a top-up, another approves it.')
    })

    once('that has never opened can be given up, and reopened', async () => {
      const world = await fresh()
      await openStudy(world.ports, another('second'), { state: 'ready' })
      const admin = await staffAs(world, 'admin')
      const second = await studyOf(world, 'second')
      const home = textOf((await (await signedIn(world, 'admin')).open('/admin/studies/second')).html)
      expect(home).toContain('Nobody has begun, and nobody can.')
      expect(await closeStudy(world.ports, admin, second)).toEqual({ moved: 'close' })
      expect(textOf((await new Student(world).open('/s/second')).html)).not.toContain('has not opened yet')
      expect(await startStudy(world.ports, admin, second, { softLimit: null })).toEqual({ refused: 'not_now' })
      await staffAs(world, 'preparer')
      await staffAs(world, 'approver')
      expect(await reopenStudy(world.ports, admin, second, null)).toEqual({ moved: 'reopen' })
      expect(await moves(world, second.id)).toEqual(['>ready', 'ready>closed', 'closed>open'])
      await expectStatesToAgree(world)
    })

    once('that is paused takes nobody new, in its own words, and lets everybody finish who has begun', async () => {
      const world = await fresh()
      const { student, last } = await ready(world)
      const study = await studyOf(world)
      const admin = await staffAs(world, 'admin')
      expect(await pauseStudy(world.ports, admin, study, words)).toEqual({ moved: 'pause' })
      const late = new Student(world)
      const landing = textOf((await late.open('/s/study-abroad')).html)
      expect(landing).toContain('Back on Monday')
      expect(landing).not.toContain('Start without')
      const refused = await late.get('/s/study-abroad/p/start')
      expect(refused.status).toBe(403)
      expect(await refused.text()).toContain('paused')
      // Half way: goes on, completes, has a voucher; the status page and the resume link work.
      await student.post('/s/study-abroad/p/last', last)
      expect((await student.open('/s/study-abroad/voucher')).status).toBe(200)
      expect((await rowsOf(world, 'vouchers')).length).toBe(1)
      expect((await student.get('/s/study-abroad/status')).status).toBe(200)
      expect((await late.get('/s/study-abroad/resume')).status).toBe(200)
      expect(await resumeStudy(world.ports, admin, study)).toEqual({ moved: 'resume' })
      expect((await late.get('/s/study-abroad/p/start')).status).toBe(200)
      expect(textOf((await new Student(world).open('/s/study-abroad')).html)).not.toContain('Back on Monday')
      await expectBooksToBalance(world)
      await expectStatesToAgree(world)
    })

    once('that is closed lets whoever has begun finish for so many days, and can be reopened', async () => {
      const world = await fresh()
      const { student, last } = await ready(world)
      const admin = await staffAs(world, 'admin')
      await staffAs(world, 'preparer')
      await staffAs(world, 'approver')
      expect(await closeStudy(world.ports, admin, await studyOf(world))).toEqual({ moved: 'close' })
      const late = new Student(world)
      expect((await late.get('/s/study-abroad/p/start')).status).toBe(403)
      expect((await student.get('/s/study-abroad/p/last')).status).toBe(200)
      const closed = await studyOf(world)
      expect(closed.closesAt).toBe(world.ports.clock.now())
      world.wait(7 * 24 * 60 + 1)
      expect((await student.post('/s/study-abroad/p/last', last)).status).toBe(403)
      expect(await reopenStudy(world.ports, admin, closed, world.ports.clock.now())).toEqual({ refused: 'window' })
      expect(await reopenStudy(world.ports, admin, closed, null)).toEqual({ moved: 'reopen' })
      expect((await late.get('/s/study-abroad/p/start')).status).toBe(200)
      expect(await moves(world, closed.id)).toEqual(['>open', 'open>closed', 'closed>open'])
      await expectStatesToAgree(world)
    })

    once('whose window has ended does not go on before it has another end', async () => {
      const world = await fresh({ study: (study) => ({ ...study, closesAt: '2026-11-25T16:00:00.000Z' }) })
      const study = await studyOf(world)
      const admin = await staffAs(world, 'admin')
      await pauseStudy(world.ports, admin, study, null)
      world.wait(3 * 24 * 60)
      expect(await resumeStudy(world.ports, admin, study)).toEqual({ refused: 'ended' })
      expect(await moves(world, study.id)).toEqual(['>open', 'open>paused'])
    })

    it('moves once, whoever of two is faster', async () => {
      const world = await fresh()
      const study = await studyOf(world)
      const [mei, ada] = [await staffAs(world, 'admin'), await staffAs(world, 'admin', 'Wen')]
      const both = await Promise.all([
        pauseStudy(world.ports, mei, study, null),
        pauseStudy(world.ports, ada, study, words),
        closeStudy(world.ports, ada, study),
      ])
      const made = await moves(world, study.id)
      expect(new Set(made).size).toBe(made.length)
      expect(both.filter((one) => 'moved' in one).length).toBe(made.length - 1)
      expect(both.filter((one) => 'refused' in one)).toContainEqual({ refused: 'not_now' })
      await expectStatesToAgree(world)
    })
  })
})

describe('the home page of a study', () => {
  it('pauses with words in some languages, says the usual ones in the others, and loses nothing that was typed', async () => {
    const world = await fresh()
    const mei = await signedIn(world, 'admin')
    const here = '/admin/studies/study-abroad'
    // What stops people is folded away until it is asked for, and stands open where something is to be put right.
    const folded = (await mei.open(here)).html
    expect(folded).toMatch(/<details class="fold">\s*<summary>Pause/)
    expect(textOf(folded)).toContain('At most 500 characters. Left empty, they read “本研究暂停中，')
    const fields = { 'words-en': 'Back soon', 'words-zh-Hans': '', 'words-zh-Hant': '長'.repeat(501) }
    const long = await mei.post(`${here}/state/pause`, fields)
    expect(long.status).toBe(422)
    const html = await long.text()
    expect(html).toContain('Back soon')
    expect(html).toMatch(/<details class="fold" open[^>]*>\s*<summary>Pause/)
    expect(textOf(html)).toContain('Use at most 500 characters.')
    const short = { ...fields, 'words-zh-Hant': '稍後' }
    expect((await mei.post(`${here}/state/pause`, short)).status).toBe(303)
    expect((await mei.post(`${here}/state/pause`, short)).status).toBe(422)
    expect((await studyOf(world)).pauseWords).toEqual({
      ...inEachLanguage((language) => landingMessages(language).paused),
      en: 'Back soon',
      'zh-Hans': '本研究暂停中，目前不能开始作答；已经开始的人可以继续完成。',
      'zh-Hant': '稍後',
    })
    expect(textOf((await mei.open(here)).html)).toContain('Paused')
    expect(textOf((await mei.open(here)).html)).not.toContain('Budgets')
    const eve = await signedIn(world, 'viewer')
    expect((await eve.open(here)).html).not.toContain('/state/')
  })
})
