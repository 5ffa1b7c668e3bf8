import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sweep } from '../../../src/app/app.ts'
import { turnEveryMs } from '../../../src/journey/door/queue.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'
import { challengeIn, solve } from './solve.ts'

const first = '/s/study-abroad/p/start'
const onward = '/s/study-abroad/go'

/** What our script asks for, and a browser without scripts. */
const script = { accept: 'text/html' }
const noScript = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

/** A first page that is filled in, and how it is sent, also a second time. */
async function firstPage(world: World, address = '203.0.113.7', browser: { accept: string } = script) {
  const student = new Student(world)
  student.headers = { ...student.headers, ...browser, 'x-test-address': address }
  const fields = { ...hidden((await student.open(first)).html), Q01: '4', C0a: '1' }
  return { student, fields, send: (more: Record<string, string> = {}) => student.post(first, { ...fields, ...more }) }
}

type Page = Awaited<ReturnType<typeof firstPage>>

const placeAt = (turnMs: number) => `/s/study-abroad/queue?turn=${turnMs}`
const turnIn = (html: string) => /<iframe src="([^"]*)"/.exec(html)?.[1] ?? ''

forEachDatabase((_, open, once) => {
  describe('the door', () => {
    let opened: World
    beforeEach(async () => {
      opened = await world({ open, startsWithoutWork: 2 })
    })
    afterEach(() => opened.close())

    const fill = async (address?: string) => {
      for (let n = 0; n < 2; n++) expect((await (await firstPage(opened, address)).send()).status).toBe(303)
    }

    it('lets in who has worked, once, and keeps what was typed meanwhile', async () => {
      await fill()
      const { student, send } = await firstPage(opened)
      const held = await send()
      const html = await held.text()
      expect(held.status).toBe(200)
      expect(html).toContain('<input hidden="" name="Q01" value="4"/>')
      expect(student.cookies.has('__Host-respondent-study-abroad')).toBe(false)
      const proof = await solve(challengeIn(html))
      const done = await send({ proof })
      expect(done.headers.get('location')).toBe(onward)
      // Sent again, because the reply was lost: the same response, worked for or not.
      for (const again of [{ proof }, {}]) {
        student.cookies.delete('__Host-respondent-study-abroad')
        expect((await send(again)).headers.get('location')).toBe(onward)
      }
      expect(await rowsOf(opened, 'respondents')).toHaveLength(3)
    })

    once('knows a solution that was used, is of another network or study, was changed, or is too old', async () => {
      await fill()
      await fill('198.51.100.1')
      const { student, send } = await firstPage(opened)
      const challenge = challengeIn(await (await send()).text())
      const proof = await solve(challenge)
      const isHeld = async (sent: Promise<Response>) => expect(await (await sent).text()).toContain('data-challenge')

      const other = await firstPage(opened)
      await isHeld(other.send({ proof }))
      student.headers['x-test-address'] = '198.51.100.1'
      await isHeld(send({ proof }))
      student.headers['x-test-address'] = '203.0.113.7'
      const easy = JSON.parse(challenge)
      easy.parameters.keyPrefix = '00'
      await isHeld(send({ proof: await solve(JSON.stringify(easy)) }))
      for (const odd of [
        'no',
        btoa('{}'),
        btoa('null'),
        btoa('{"challenge":{"parameters":null},"solution":{}}'),
        btoa(JSON.stringify({ challenge: { ...easy, signature: 1 }, solution: null })),
        btoa('{"challenge":{"parameters":{"data":{}}},"solution":{}}'),
      ]) {
        await isHeld(send({ proof: odd }))
      }
      opened.wait(11)
      await isHeld(send({ proof }))
      expect(await rowsOf(opened, 'respondents')).toHaveLength(4)
    })

    once('lets in by turns who cannot work, in the order in which they came', async () => {
      await fill()
      const pages = [1, 2, 3].map(() => firstPage(opened, '203.0.113.7', noScript))
      const [early, middle, late] = (await Promise.all(pages)) as [Page, Page, Page]
      const now = Date.parse(opened.ports.clock.now())
      for (const [nth, page] of [early, middle, late].entries()) {
        expect(turnIn(await (await page.send()).text())).toBe(placeAt(now + (nth + 1) * turnEveryMs))
      }
      // Asking again keeps the place, and reading it writes nothing.
      const place = placeAt(now + 3 * turnEveryMs)
      expect(turnIn(await (await late.send()).text())).toBe(place)
      const shown = async () => (await new Student(opened).get(place)).text()
      expect(await shown()).toContain('You are number 3 in the queue. Your turn comes in about 5 seconds.')
      expect(await shown()).toContain('http-equiv="refresh" content="5"')

      opened.wait(turnEveryMs / 60_000)
      expect((await late.send()).status).toBe(200)
      expect((await early.send()).headers.get('location')).toBe(onward)
      expect(await shown()).toContain('You are number 2')
      opened.wait((2 * turnEveryMs) / 60_000)
      expect(await shown()).toContain('It is your turn')
      for (const page of [late, middle]) expect((await page.send()).headers.get('location')).toBe(onward)
    })

    once('has one queue for the many connections of a block, so that they do not wait side by side', async () => {
      const addresses = Array.from({ length: 11 }, (_, n) => `2001:db8:0:${n + 1}::1`)
      for (const address of addresses.slice(0, 8)) {
        expect((await (await firstPage(opened, address, noScript)).send()).status).toBe(303)
      }
      const now = Date.parse(opened.ports.clock.now())
      for (const [nth, address] of addresses.slice(8).entries()) {
        const html = await (await (await firstPage(opened, address, noScript)).send()).text()
        expect(turnIn(html)).toBe(placeAt(now + (nth + 1) * turnEveryMs))
      }
    })

    once('gives no place that is more than an hour off, and what was typed is still there', async () => {
      await fill()
      await (await firstPage(opened, '203.0.113.7', noScript)).send()
      const now = Date.parse(opened.ports.clock.now())
      await opened.ports.db.together({ sql: 'update start_queues set turn_ms = ?', values: [now + 3_599_000] })
      const html = await (await (await firstPage(opened, '203.0.113.7', noScript)).send()).text()
      expect(html).toContain('more than an hour long')
      expect(html).toContain('<input hidden="" name="Q01" value="4"/>')
      expect(await rowsOf(opened, 'start_places')).toHaveLength(1)
    })

    once('forgets a day later from where anybody started or waited', async () => {
      await fill()
      await (await firstPage(opened, '203.0.113.7', noScript)).send()
      const storedRows = async () =>
        (
          await Promise.all(
            (['networks', 'start_queues', 'start_places'] as const).map((table) => rowsOf(opened, table)),
          )
        ).map((rows) => rows.length)
      expect(await storedRows()).toEqual([3, 1, 1])
      opened.wait(23 * 60)
      await sweep(opened.ports)
      expect(await storedRows()).toEqual([3, 1, 1])
      opened.wait(61)
      await sweep(opened.ports)
      expect(await storedRows()).toEqual([0, 0, 0])
    })

    it('counts those who come at once, so that no more of them are free', async () => {
      const pages = await Promise.all(Array.from({ length: 5 }, () => firstPage(opened)))
      const statuses = await Promise.all(pages.map(async ({ send }) => (await send()).status))
      expect(statuses.sort()).toEqual([200, 200, 200, 303, 303])
    })
  })
})
