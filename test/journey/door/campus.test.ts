/** A campus behind one address, and a script behind another: what the door lets through in an hour of a clock that is moved. */
import { afterEach, expect, it } from 'vitest'
import { admit, type Challenged } from '../../../src/journey/door/admit.ts'
import { isSolved, makeChallenge } from '../../../src/journey/door/challenge.ts'
import { takePlace, turnEveryMs } from '../../../src/journey/door/queue.ts'
import { commit } from '../../../src/platform/db/perform.ts'
import type { Ring } from '../../../src/platform/network/starts.ts'
import { sqlite } from '../../support/databases/sqlite-database.ts'
import { type World, world } from '../../support/world.ts'
import { solve } from './solve.ts'

let opened: World | undefined
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

const address = '203.0.113.7'
const slug = 'study-abroad'
type Asking = { slug: string; respondentId: string; address: string }

/** Asks to start, and counts a start that is let in. */
async function ask({ ports, study }: World, start: Asking, proof = ''): Promise<'in' | Challenged> {
  const admission = await admit(ports, study.id, start, proof)
  if ('held' in admission) return admission.held
  await commit(ports.db, 'A start', ...admission.rows)
  return 'in'
}

it('two thousand students behind one address get in within the hour, some by work and some by turns', async () => {
  opened = await world({ open: sqlite.open, startsWithoutWork: 100 })
  const at = { free: 0, worked: 0, waited: 0 }
  let waiting: { start: Asking; turnMs: number }[] = []
  for (let n = 0; n < 2_000; n++) {
    opened.wait(58 / 2_000)
    const now = Date.parse(opened.ports.clock.now())
    const due = waiting.filter(({ turnMs }) => turnMs <= now)
    waiting = waiting.filter(({ turnMs }) => turnMs > now)
    for (const { start } of due) {
      expect(await ask(opened, start)).toBe('in')
      at.waited += 1
    }
    const start = { slug, respondentId: `r_${n}`, address }
    const first = await ask(opened, start)
    if (first === 'in') at.free += 1
    else if (n % 8 === 0) {
      // The first key is the right one: how long the others take is no matter of this test.
      const proof = await solve(await makeChallenge(opened.ports, start, first.mostKeys, 0))
      expect(await ask(opened, start, proof)).toBe('in')
      at.worked += 1
    } else {
      const place = await takePlace(opened.ports, start, first.rings)
      expect(place).not.toBeNull()
      if (place !== null) waiting.push({ start, turnMs: place.turnMs })
    }
  }
  opened.wait(2)
  for (const { start } of waiting) expect(await ask(opened, start)).toBe('in')
  expect(at.free).toBeGreaterThanOrEqual(100)
  expect(at.free + at.worked + at.waited + waiting.length).toBe(2_000)
})

it('fifty starts a second from one address become forty a minute, unless each is worked for', async () => {
  opened = await world({ open: sqlite.open, startsWithoutWork: 100 })
  const { ports } = opened
  const turns: { start: Asking; turnMs: number }[] = []
  let [free, turned] = [0, 0]
  for (let n = 0; n < 20 * 50; n++) {
    opened.wait(1 / 50 / 60)
    const start = { slug, respondentId: `r_${n}`, address }
    const asked = await ask(opened, start)
    if (asked === 'in') free += 1
    else {
      const place = await takePlace(ports, start, asked.rings)
      if (place !== null) turns.push({ start, turnMs: place.turnMs })
      const now = Date.parse(ports.clock.now())
      while ((turns[0]?.turnMs ?? now + 1) <= now) {
        const next = turns.shift()
        if (next && (await ask(opened, next.start)) === 'in') turned += 1
      }
    }
  }
  // Of a thousand in twenty seconds: those that are free, and a turn every second and a half for not quite eighteen that are left.
  expect(free).toBe(100)
  expect(turned).toBe(11)
  // Neighbours in the /24 and elsewhere wait for nothing.
  for (const other of ['203.0.113.8', '198.51.100.1', '2001:db8::1']) {
    expect(await ask(opened, { slug, respondentId: `other ${other}`, address: other })).toBe('in')
  }
})

it('bought addresses of an overrun study wait in one queue, and when it is full a campus still has its own', async () => {
  opened = await world({ open: sqlite.open, startsWithoutWork: 1 })
  const { ports } = opened
  const began = Date.parse(ports.clock.now())
  const asking = (n: number, from = `198.51.${n}.1`) => ({ slug, respondentId: `r_${n} ${from}`, address: from })
  for (let n = 0; n < 20; n++) expect(await ask(opened, asking(n))).toBe('in')
  const turnsOf = async (start: Asking, rings: readonly Ring[]) =>
    ((await takePlace(ports, start, rings))?.turnMs ?? Number.NaN) - began
  for (const nth of [1, 2, 3]) {
    const bought = asking(100 + nth)
    const held = await ask(opened, bought)
    expect(held).toMatchObject({ rings: ['study', 'connection'] })
    expect(held !== 'in' && (await turnsOf(bought, held.rings))).toBe(nth * turnEveryMs)
  }
  // The others of an hour.
  await commit(ports.db, 'A long queue', { sql: 'update start_queues set turn_ms = ?', values: [began + 3_600_000] })
  for (const nth of [1, 2]) {
    const start = { ...asking(nth, address), respondentId: `campus ${nth}` }
    const held = await ask(opened, start)
    expect(held !== 'in' && (await turnsOf(start, held.rings))).toBe(nth * turnEveryMs)
  }
})

it('a solution of another study opens nothing here', async () => {
  opened = await world({ open: sqlite.open })
  const start = { slug, respondentId: 'r_1', address }
  const proof = await solve(await makeChallenge(opened.ports, { ...start, slug: 'another' }, 10, 0))
  expect(await isSolved(opened.ports, start, proof)).toBe(false)
  expect(await isSolved(opened.ports, { ...start, slug: 'another' }, proof)).toBe(true)
})
