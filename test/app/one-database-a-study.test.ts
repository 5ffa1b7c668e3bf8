/** The way past one database (docs/scale.md): a study in each, and a router in front that knows which. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { newKeySet } from '../../src/platform/adapters/key-set.ts'
import { auditDatabase } from '../../src/reconciliation/integrity/audit.ts'
import { closeAfterwards } from '../support/run/closing.ts'
import { Student } from '../support/student.ts'
import { type World, world } from '../support/world.ts'

const slugs = ['north', 'south'] as const

test('two studies, each in a database of its own behind a router, take students from the link to the voucher', async () => {
  const keySet = await newKeySet()
  const worlds = new Map<string, World>()
  for (const slug of slugs) {
    worlds.set(slug, await closeAfterwards(await world({ keySet, study: (study) => ({ ...study, slug }) })))
  }
  const router = new Hono().all('/s/:study/*', (c) => {
    const found = worlds.get(c.req.param('study'))
    return found === undefined ? c.notFound() : found.app.fetch(c.req.raw)
  })
  const students = [...worlds].map(([slug, of]) => ({
    slug,
    of,
    student: new Student({ ...of, app: router as unknown as World['app'] }, slug.length),
  }))

  const ended = await Promise.all(
    students.map(async ({ slug, student }) => {
      await student.start(slug)
      return (await student.answer({ slug })).path
    }),
  )

  expect(ended).toEqual(slugs.map((slug) => `/s/${slug}/voucher`))
  for (const { slug, of, student } of students) {
    const sql = 'select respondent_id as "id" from vouchers'
    expect(await of.ports.db.read({ sql, values: [] })).toEqual([{ id: student.respondentId }])
    expect((await auditDatabase(of.ports)).filter(({ ok }) => !ok)).toEqual([])
    // The keys are the same, and a session of one study is still nothing in the other.
    const other = slugs.find((one) => one !== slug) ?? ''
    const token = [...student.cookies].find(([name]) => name.includes(`respondent-${slug}`))?.[1] ?? ''
    const headers = { cookie: `__Host-respondent-${other}=${token}; respondent-${other}=${token}` }
    expect((await student.send(`/s/${other}/voucher`, { headers })).status).not.toBe(200)
  }
})
