/** Whoever is stopped from outside is told at once where they stand, whom to ask, and what remains theirs. */
import { describe, expect, it } from 'vitest'
import { readResponse } from '../../src/journey/answering/reading.ts'
import { submitPage } from '../../src/journey/answering/submit.ts'
import { closeStudy } from '../../src/journey/lifecycle/moves.ts'
import { findInvitation, invite, revokeInvitation } from '../../src/survey/respondents/actions.ts'
import { at, fillUpTo, screening, send, textOf } from '../support/begun.ts'
import { fresh, rowsOf } from '../support/databases/fresh.ts'
import { Student } from '../support/student.ts'

const study = '/s/study-abroad'
const contact = 'mailto:study@example.org'
const json = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }

/** Somebody who has answered the first pages by an invitation, and what withdraws it. */
async function invited() {
  const world = await fresh()
  const code = await invite(world.ports, world.study.id, '2026-11-30T08:00:00.000Z')
  const student = new Student(world)
  await student.post(`/i/${code}`)
  await student.start()
  await send(student, 'screening', screening())
  const revoke = async () => {
    const found = await findInvitation(world.ports, code)
    await revokeInvitation(world.ports, found?.id ?? '', 'system')
  }
  return { world, student, revoke }
}

describe('an invitation that is withdrawn while one answers', () => {
  it('is told of on the page that is opened, saved or sent, not after the last question', async () => {
    const { world, student, revoke } = await invited()
    await revoke()
    const opened = await student.get(at('places'))
    const html = await opened.text()
    expect([opened.status, textOf(html)]).toEqual([410, expect.stringContaining('was withdrawn')])
    expect(html).toContain(contact)
    expect(html).toContain(`href="${study}/status"`)
    const draft = await student.send(at('places'), {
      method: 'POST',
      headers: { ...json, origin: world.ports.settings.origin },
      body: 'draft=1&revision=0&Q05=3',
    })
    expect([draft.status, await draft.json()]).toEqual([
      410,
      expect.objectContaining({ type: 'urn:honorarium:link_revoked' }),
    ])
    expect((await send(student, 'places', await student.sample('places'))).status).toBe(410)
    expect((await student.get(at('~review'))).status).toBe(410)
    expect((await student.get(`${study}/status`)).status).toBe(200)
  })

  it('in the same moment as the last page is sent makes neither a response nor a voucher', async () => {
    const { world, student, revoke } = await invited()
    const posted = await fillUpTo(student, 'last', { Q30: 2001 })
    const read = await readResponse(world.ports, world.study, student.respondentId)
    await revoke()
    const page = { page: 'last', posted, revision: 0, language: 'en', address: '203.0.113.7' } as const
    const sent = await submitPage(
      world.ports,
      world.study,
      student.respondentId,
      { ...page, shown: { is: 'issued', since: 0, filled: false } },
      read,
    )
    expect(sent).toEqual({ refused: 'invitation_revoked' })
    expect(await rowsOf(world, 'vouchers')).toEqual([])
    expect(await rowsOf(world, 'documents')).toEqual([])
  })
})

it('a study that is over before somebody has finished says so to them, and leads to what is kept', async () => {
  const world = await fresh()
  const student = new Student(world)
  await student.start()
  await send(student, 'screening', screening())
  await closeStudy(world.ports, { id: 'system' }, world.study)
  expect((await student.get(at('places'))).status).toBe(200)
  world.wait((world.study.settings.finishDays + 1) * 24 * 60)
  const refused = await student.get(at('places'))
  const html = await refused.text()
  expect([refused.status, textOf(html)]).toEqual([403, expect.stringContaining('closed before you had finished')])
  expect(html).toContain(contact)
  expect(html).toContain(`href="${study}/status"`)
  expect((await send(student, 'places', await student.sample('places'))).status).toBe(403)
  const landing = (await student.open(study)).html
  expect(textOf(landing)).toContain('closed before you had finished')
  expect(landing.indexOf(`href="${study}/status"`)).toBeLessThan(landing.indexOf('class="facts"'))
  expect(textOf((await new Student(world).open(study)).html)).toContain('no longer accepts answers')
})

it('whoever said that they are too young is told so by the first page as well, which offers no start', async () => {
  const world = await fresh()
  const student = new Student(world)
  expect((await student.start('study-abroad', '2')).headers.get('location')).toBe(`${study}/end/under_age`)
  const { html } = await student.open(study)
  expect(textOf(html)).toContain('This study is for people of 18 and over.')
  expect(html).not.toContain('class="button big"')
  expect((await new Student(world).open(study)).html).toContain('class="button big"')
})

it('a device that is signed out is led to the code first, since the open link begins anew', async () => {
  const world = await fresh()
  const { html } = await new Student(world).open(`${study}/voucher`)
  expect(/class="button" href="([^"]*)"/.exec(html)?.[1]).toBe(`${study}/resume`)
  expect(html).toContain(contact)
})
