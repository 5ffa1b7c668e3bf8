/** What is kept of a complete response. */
import { describe, expect, it } from 'vitest'
import { canonicalJson, versionOf } from '../../../src/platform/crypto/version.ts'
import { addQuestionnaire } from '../../../src/survey/studies/store.ts'
import { at, begun, codeShown, fillUpTo, ready, send } from '../../support/begun.ts'
import { fresh, rowsOf, rowsOfOne, savedBefore } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

async function documentOf(world: World): Promise<{ text: string; answers: Record<string, unknown> }> {
  const [row] = await rowsOf<{ document: string }>(world, 'documents')
  if (row === undefined) throw new Error('no document')
  return { text: row.document, answers: JSON.parse(row.document) }
}

describe('a complete response', () => {
  it('is one canonical document, and no page row is left', async () => {
    const world = await fresh()
    const { student, last } = await ready(world)
    await send(student, 'last', last)
    const { text, answers } = await documentOf(world)
    expect(text).toBe(canonicalJson(answers))
    expect(answers).toMatchObject({ Q01: 4, C0a: 1, Q02: 3, Q03: 1, Q04: 1 })
    expect(await rowsOf(world, 'saved_pages')).toEqual([])
    expect(await rowsOf(world, 'responses')).toMatchObject([
      { state: 'complete', questionnaire_version: world.study.version, ended_at: world.ports.clock.now() },
    ])
  })

  it.each([
    [2001, 1],
    [1960, 0],
  ])('keeps of a birth year %i only whether it agrees with the age: %i', async (year, agrees) => {
    const world = await fresh()
    const { student, last } = await ready(world)
    await send(student, 'last', { ...last, Q30: [String(year)] })
    const { text, answers } = await documentOf(world)
    expect(answers['Q30.agrees']).toBe(agrees)
    expect(answers).not.toHaveProperty('Q30')
    expect(text).not.toContain(String(year))
  })

  it('holds what was saved before pages lay side by side, as it was changed since, and neither table keeps any of it', async () => {
    const world = await fresh()
    const { student, last } = await ready(world)
    await savedBefore(world)
    const [places] = (await rowsOfOne(world, 'response_pages', student.respondentId)).filter(
      ({ page }) => page === 'places',
    )
    expect(places?.answers).not.toContain('"Q05":8')
    expect((await send(student, 'places', { Q05: ['8'] }, places?.revision)).status).toBe(303)
    expect((await rowsOf(world, 'saved_pages')).map(({ page }) => page)).toEqual(['places'])
    expect((await rowsOf(world, 'response_pages')).length).toBeGreaterThan(5)
    expect((await student.open('/s/study-abroad/p/places')).html).toMatch(/value="8"[^>]*checked/)
    await send(student, 'last', last)
    expect((await documentOf(world)).answers).toMatchObject({ Q01: 4, Q03: 1, Q04: 1, Q05: 8 })
    expect(await rowsOf(world, 'saved_pages')).toEqual([])
    expect(await rowsOf(world, 'response_pages')).toEqual([])
  })

  it('leaves one line in the audit trail, of ids and words only', async () => {
    const world = await fresh()
    const { student, last } = await ready(world)
    await send(student, 'last', last)
    const lines = (await rowsOf(world, 'audit_entries')).filter((row) => row.action === 'response.complete')
    expect(lines).toMatchObject([{ actor: student.respondentId, subject: student.respondentId }])
  })
})

describe('a study that moves to a newer version', () => {
  /** The same questionnaire with the page of places under another name, and one service less. */
  async function moveOn(world: World): Promise<string> {
    const { questionnaire } = world.study
    const newer = {
      ...questionnaire,
      pages: questionnaire.pages.map((page) => (page.code === 'places' ? { ...page, code: 'where' } : page)),
    }
    const version = versionOf(newer)
    const { db, clock } = world.ports
    const outcome = await db.together(addQuestionnaire({ version, document: canonicalJson(newer), at: clock.now() }), {
      sql: 'update studies set questionnaire_version = ?',
      values: [version],
    })
    expect(outcome.done).toBe(true)
    world.wait(1)
    return version
  }

  it('lets those who began go on with theirs, and keeps which it was', async () => {
    const world = await fresh()
    const student = await begun(world)
    const version = await moveOn(world)
    expect((await student.open('/s/study-abroad/go')).path).toBe(at('places'))
    expect((await send(student, 'places', { Q05: ['3'] })).headers.get('location')).toBe(at('course'))
    await send(student, 'last', await fillUpTo(student, 'last', { Q30: 2001 }))
    expect(await codeShown(student)).not.toBeNull()
    expect(await rowsOf(world, 'responses')).toMatchObject([
      { state: 'complete', questionnaire_version: world.study.version },
    ])
    expect(version).not.toBe(world.study.version)
  })

  it('asks newcomers the newer one', async () => {
    const world = await fresh()
    const version = await moveOn(world)
    const student = new Student(world)
    await student.start()
    expect((await send(student, 'screening', { Q02: ['3'], Q03: ['1'], Q04: ['1'] })).headers.get('location')).toBe(
      at('where'),
    )
    expect(await rowsOf(world, 'responses')).toMatchObject([{ questionnaire_version: version }])
    expect((await student.open(at('places'))).status).toBe(404)
  })
})
