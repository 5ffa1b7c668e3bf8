import { afterEach, expect, it } from 'vitest'
import { hidden, Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

let opened: World | undefined
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

const start = '/s/study-abroad/p/start'

it('a start form that someone else has seen opens nothing in their browser', async () => {
  opened = await world()
  const student = new Student(opened)
  const { html } = await student.open(start)
  const seen = hidden(html)
  expect((await student.post(start, { ...seen, Q01: '4', C0a: '1' })).status).toBe(303)
  await student.answer()

  const other = new Student(opened)
  await other.open(start)
  const taken = await other.post(start, { ...seen, Q01: '4', C0a: '1' })
  expect(taken.status).toBe(200)
  expect(other.cookies.has('__Host-respondent-study-abroad')).toBe(false)
  expect((await other.open('/s/study-abroad/voucher')).status).toBe(401)
})
