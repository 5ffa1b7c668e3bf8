/** A study that asks for a day and tells something, from its pages to its exports; no script runs here. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Answers } from '../../../schema/answers.ts'
import { answersFile } from '../../support/answers-file.ts'
import { withDateAndNote } from '../../support/date-and-note.ts'
import { records } from '../../support/parse-csv.ts'
import { hidden, Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

let here: World
let student: Student
beforeEach(async () => {
  here = await world({ study: withDateAndNote })
  student = new Student(here)
  await student.start()
})
afterEach(() => here.close())

const places = '/s/study-abroad/p/places'

/** The page `places`, and a form for it with this day. */
async function form(day: string) {
  const { html } = await student.answer({ stopBefore: 'places' })
  return { ...hidden(html), ...(await student.sample('places')), D1: [day], go: ['next'] }
}

it('the page tells and asks in plain HTML, and what is wrong with the day is said at its field', async () => {
  const { html } = await student.answer({ stopBefore: 'places' })
  expect(html).toContain('<div class="note" id="N1"><p>Have your papers at hand</p></div>')
  expect(html).not.toContain('name="N1"')
  expect(html).toMatch(/<label class="ask" for="D1">Arrival\?<\/label>/)
  expect(html).toMatch(/<input type="date" [^>]*name="D1" value="" min="2026-09-01" max="2028-08-31"/)
  for (const [day, message, value] of [
    ['2027-02-29', 'Please give a day that is in the calendar', '2027-02-29'],
    ['2026-08-31', 'Please give a date no earlier than 1 September 2026.', '2026-08-31'],
    ['2028/9/1', 'Please give a date no later than 31 August 2028.', '2028-09-01'],
    ['soon', 'Please give a day that is in the calendar', 'soon'],
  ] as const) {
    const response = await student.post(places, await form(day))
    const refused = await response.text()
    expect(response.status, day).toBe(422)
    expect(refused).toMatch(new RegExp(`id="D1-e"[^>]*><span class="sr">Error: ?</span>${message}`))
    expect(refused).toContain(`name="D1" value="${value}"`)
    expect(refused).toContain('<a href="#D1">')
  }
})

it('a day typed in digits goes on, is there when one comes back, and stands in the files with codes and labels', async () => {
  expect((await student.post(places, await form('20270605'))).headers.get('location')).toBe('/s/study-abroad/p/course')
  expect((await student.open(places)).html).toContain('name="D1" value="2027-06-05"')
  const end = await student.answer()
  expect(end.path).toMatch(/\/voucher$/)
  const [document] = await here.ports.db.read<{ document: string }>({
    sql: 'select document from documents',
    values: [],
  })
  const answers = JSON.parse(document?.document ?? '{}') as Answers
  expect([answers.D1, 'N1' in answers]).toEqual(['2027-06-05', false])

  const [coded] = records(await answersFile(here))
  expect(coded).toMatchObject({ D1: '2027-06-05' })
  expect(Object.keys(coded ?? {}).filter((name) => name.startsWith('N1'))).toEqual([])
  const [labels] = records(await answersFile(here, 'zh-Hant'))
  expect(labels).toMatchObject({ 'D1 Arrival?繁': '2027-06-05' })
})
