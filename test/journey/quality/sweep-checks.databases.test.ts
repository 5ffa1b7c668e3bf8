/** The checks across responses: what the periodic work finds, whom it holds, and that it goes on after a stop. */
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../schema/answers.ts'
import { holdDoubted } from '../../../src/journey/quality/hold-doubted.ts'
import { sweepChecks } from '../../../src/journey/quality/sweep-checks.ts'
import { sweepRetention } from '../../../src/journey/retention/sweep.ts'
import type { NewStudy } from '../../../src/journey/setup/open-study.ts'
import { sql } from '../../../src/reconciliation/tables.ts'
import { alarmsOf } from '../../../src/survey/quality/alarms.ts'
import { flag } from '../../../src/survey/quality/flag.ts'
import { addParadata, flagWrites } from '../../../src/survey/quality/store.ts'
import { eraseAnswers } from '../../../src/survey/responses/withdraw.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { alipay, claimedFor, frozen, issued, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, interpose, reward, rowsOf } from '../../support/databases/fresh.ts'
import { addResponse, addVouchers, query } from '../../support/export-rows.ts'
import { picker } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const study = (given: NewStudy): NewStudy => ({ ...given, openLinkPolicy: 'check' })

const answersBy = (pick: (n: number) => number): Answers =>
  Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`X${at}`, 1 + Math.min(pick(5), pick(5))]))

interface FlagRow {
  respondent_id: string
  name: string
  facts: string
}

/** So many who have nothing in common, and two who agree to the letter, with vouchers: their respondents' ids. */
async function crowd(world: World, count: number): Promise<{ ids: string[]; twins: string[] }> {
  const pick = picker(3)
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) ids.push(await addResponse(world, { answers: answersBy(pick) }))
  await addVouchers(world, 2, 'issued', { answers: answersBy(pick) })
  const twins = (await rowsOf<{ respondent_id: string }>(world, 'vouchers')).map((row) => row.respondent_id)
  const { ports, study: opened } = world
  const at = ports.clock.now()
  const rows = [...ids, ...twins].map((respondentId) =>
    addParadata({
      respondentId,
      studyId: opened.id,
      version: opened.version,
      route: 'r',
      language: 'en',
      pages: '{}',
      network: respondentId,
      at,
    }),
  )
  expect(await ports.db.together(...rows)).toMatchObject({ done: true })
  return { ids, twins }
}

/** Sweeps until nobody is left: D1 takes no more than so many statements a run. How many each looked at. */
async function sweepsOf({ ports }: World): Promise<number[]> {
  const looked: number[] = []
  while (looked.at(-1) !== 0) looked.push(await sweepChecks(ports))
  return looked.slice(0, -1)
}

const statesOf = async (world: World, ids: readonly string[]) => {
  const rows = await rowsOf<{ respondent_id: string; state: string }>(world, 'vouchers')
  return ids.map((id) => rows.find((row) => row.respondent_id === id)?.state)
}

forEachDatabase((_, open, once) => {
  describe('the checks across responses', () => {
    it('find twins, hold the one that another family doubts, and leave the money in order', async () => {
      const world = await fresh({ open, study })
      const { twins } = await crowd(world, 34)
      const [doubted = '', other = ''] = twins
      const at = world.ports.clock.now()
      await world.ports.db.together(...flagWrites(doubted, [flag('straight_lines', { questions: ['Q11'] })], at))
      expect((await sweepsOf(world)).reduce((sum, looked) => sum + looked)).toBe(36)
      const flags = (await rowsOf<FlagRow>(world, 'response_flags')).filter(({ name }) => name === 'twin')
      expect(flags.map((row) => row.respondent_id).sort()).toEqual([doubted, other].sort())
      expect(JSON.parse(flags[0]?.facts ?? '')).toMatchObject({ alike: 45, items: 45 })
      expect(await statesOf(world, [doubted, other])).toEqual(['held', 'issued'])
      const reviews = await rowsOf<{ respondent_id: string; actor: string; reason: string }>(world, 'review_steps')
      expect(reviews).toMatchObject([{ respondent_id: doubted, actor: 'service', reason: 'duplicate_person' }])
      const [balance] = (await balances(world)).filter(({ reserved, liability }) => reserved + liability > 0)
      expect(balance).toMatchObject({ reserved: 0, liability: 2 * reward })

      await world.ports.db.together(...eraseAnswers(other))
      const left = await rowsOf<{ respondent_id: string }>(world, 'response_signatures')
      expect(left.filter((row) => row.respondent_id === other)).toEqual([])
      expect(left.filter((row) => row.respondent_id === doubted).length).toBeGreaterThan(0)

      // As the notice says, traces go in time, but for one about whom a person has yet to decide.
      world.wait(181 * 24 * 60)
      await sweepRetention(world.ports)
      const late = await rowsOf<{ respondent_id: string }>(world, 'response_signatures')
      expect([...new Set(late.map((row) => row.respondent_id))]).toEqual([doubted])
    })

    it('find twins that are looked at one right after the other, before either is written', async () => {
      const world = await fresh({ open, study })
      const { twins } = await crowd(world, 34)
      const late = new Date(Date.parse(world.ports.clock.now()) + 1).toISOString()
      const others = sql.updateTable('response_paradata').set({ ended_at: late }).where('respondent_id', 'in', twins)
      await world.ports.db.together(query(others))
      await sweepsOf(world)
      const found = (await rowsOf<FlagRow>(world, 'response_flags')).filter(({ name }) => name === 'twin')
      expect(found.map((row) => row.respondent_id).sort()).toEqual([...twins].sort())
    })

    once('hold twins of one rhythm, as what was recorded and is played again has', async () => {
      const world = await fresh({ open, study })
      const { twins } = await crowd(world, 34)
      const played = twins.map((id, day) => {
        const visits = [20, 9, 41, 15, 70, 33, 12].map((s, n) => {
          const at = day * 86_400_000 + n * 60_000
          return [`p${n}`, { ms: s * 1000 + n * day, at, base: 0, done: 1, again: 0, n: 3 }]
        })
        const pages = JSON.stringify(Object.fromEntries(visits))
        return query(sql.updateTable('response_paradata').set({ pages }).where('respondent_id', '=', id))
      })
      await world.ports.db.together(...played)
      await sweepsOf(world)
      const flags = (await rowsOf<FlagRow>(world, 'response_flags')).filter(({ name }) => name === 'same_rhythm')
      expect(flags.map(({ facts }) => facts)).toEqual(['{"count":7}', '{"count":7}'])
      expect(await statesOf(world, twins)).toEqual(['held', 'held'])
    })

    it('leave no trace of what is erased while it is compared', async () => {
      const world = await fresh({ open, study })
      const { twins } = await crowd(world, 34)
      const [erased = '', other = ''] = twins
      let isErased = false
      interpose(world, (inner) => ({
        ...inner,
        together: async (...writes) => {
          const isFound = writes.some(
            ({ sql, values }) => /into .?response_signatures/.test(sql) && values.includes(erased),
          )
          if (isFound && !isErased) {
            isErased = true
            await inner.together(...eraseAnswers(erased))
          }
          return inner.together(...writes)
        },
      }))
      await sweepsOf(world)
      expect(isErased).toBe(true)
      for (const table of ['response_signatures', 'response_flags'] as const) {
        const left = await rowsOf<{ respondent_id: string }>(world, table)
        expect(left.filter((row) => row.respondent_id === erased)).toEqual([])
      }
      const traces = await rowsOf<{ respondent_id: string }>(world, 'response_signatures')
      expect(traces.filter((row) => row.respondent_id === other).length).toBeGreaterThan(0)
    })

    once.each([
      ['before', null],
      ['while it is looked at', 'read'],
      ['while it is held', 'together'],
    ] as const)('leave a voucher alone whose claim is put into a batch %s', async (_name, moment) => {
      const world = await fresh({ open })
      withAlipay(world)
      const voucher = await claimedFor(world, await issued(world), alipay(1))
      const { db, clock } = world.ports
      await db.together(
        { sql: `update studies set open_link_policy = 'check'`, values: [] },
        ...flagWrites(voucher.respondentId, [flag('page_never_issued', {})], clock.now()),
      )
      let isFrozen = false
      const freeze = async () => {
        if (isFrozen) return
        isFrozen = true
        await frozen({ ...world, ports: { ...world.ports, db } })
      }
      if (moment === null) await freeze()
      interpose(world, (inner) => ({
        ...inner,
        read: async (asked) => {
          const rows = await inner.read(asked)
          if (moment === 'read' && asked.sql.includes('open_link_policy')) await freeze()
          return rows
        },
        together: async (...writes) => {
          if (moment === 'together') await freeze()
          return inner.together(...writes)
        },
      }))
      expect(await holdDoubted(world.ports, voucher.respondentId)).toBe(false)
      expect([isFrozen, await statesOf(world, [voucher.respondentId])]).toEqual([true, ['claimed']])
      expect(await rowsOf(world, 'reviews')).toEqual([])
      expect(await rowsOf(world, 'payouts')).toMatchObject([{ state: 'queued', aside_since: null }])
      await expectBooksToBalance(world)
    })

    once('ask a database that counts for no more than their part of a run, and go on with the next sweep', async () => {
      const world = await fresh({ open, study })
      await crowd(world, 34)
      const runs: number[] = []
      interpose(world, (inner) => ({
        ...inner,
        mostStatements: 600,
        read: (query) => {
          if (query.sql.includes('turns')) runs.push(0)
          runs.push((runs.pop() ?? 0) + 1)
          return inner.read(query)
        },
        together: (...writes) => {
          runs.push((runs.pop() ?? 0) + writes.length)
          return inner.together(...writes)
        },
      }))
      const looked = await sweepsOf(world)
      expect(looked.length).toBeGreaterThan(1)
      expect(looked.reduce((sum, each) => sum + each)).toBe(36)
      expect(Math.max(...runs)).toBeLessThan(300)
      const flags = await rowsOf<FlagRow>(world, 'response_flags')
      expect(flags.map(({ name }) => name)).toEqual(['twin', 'twin'])
    })

    once('forget the names of yesterday’s networks, even where nobody can be compared', async () => {
      const world = await fresh({ open, study })
      await crowd(world, 2)
      world.wait(24 * 60 + 1)
      interpose(world, (inner) => ({
        ...inner,
        read: (query) => {
          if (query.sql.includes(`looked_at = ''`)) throw new Error('nobody can be compared')
          return inner.read(query)
        },
      }))
      await expect(sweepChecks(world.ports)).rejects.toThrow('nobody can be compared')
      const paradata = await rowsOf<{ network: string | null }>(world, 'response_paradata')
      expect(paradata.map(({ network }) => network)).toEqual([null, null, null, null])
    })

    once('go past one that fails, and come back to it', async () => {
      const world = await fresh({ open, study })
      const { ids } = await crowd(world, 6)
      const { db } = world.ports
      interpose(world, (inner) => ({
        ...inner,
        together: (...given) => {
          if (given.some(({ values }) => values.includes(ids[0] ?? ''))) throw new Error('one that fails')
          return inner.together(...given)
        },
      }))
      await expect(sweepChecks(world.ports)).rejects.toThrow('one that fails')
      const due = await rowsOf<{ respondent_id: string; looked_at: string }>(world, 'response_paradata')
      expect(due.filter((row) => row.looked_at === '').map((row) => row.respondent_id)).toEqual([ids[0]])
      world.ports.db = db
      world.wait(5)
      expect(await sweepChecks(world.ports)).toBe(1)
    })

    once('look for the baseline of a route once a run, whoever took it', async () => {
      const world = await fresh({ open, study })
      await crowd(world, 12)
      let times = 0
      interpose(world, (inner) => ({
        ...inner,
        read: (asked) => {
          if (asked.sql.includes('select pages as')) times += 1
          return inner.read(asked)
        },
      }))
      expect(await sweepChecks(world.ports)).toBe(14)
      expect(times).toBe(1)
    })

    once('make room for whoever is answered meanwhile, and go on in the next run', async () => {
      const world = await fresh({ open, study })
      await crowd(world, 10)
      const { clock } = world.ports
      let asked = 0
      // Of every turn that somebody else has, a tenth of a second is gone when it ends.
      world.ports.clock = {
        now() {
          asked += 1
          return new Date(Date.parse(clock.now()) + asked * 100).toISOString()
        },
      }
      const looked = await sweepChecks(world.ports)
      expect(looked).toBeGreaterThan(0)
      expect(looked).toBeLessThan(5)
      world.ports.clock = clock
      expect(await sweepChecks(world.ports)).toBe(12 - looked)
    })

    once('have one turn in five minutes, whoever asks for it', async () => {
      const world = await fresh({ open, study })
      await crowd(world, 4)
      const looked = await Promise.all([1, 2, 3].map(() => sweepChecks(world.ports)))
      expect(looked.sort()).toEqual([0, 0, 6])
      await world.ports.db.together(query(sql.updateTable('response_paradata').set({ looked_at: '' })))
      world.wait(4)
      expect(await sweepChecks(world.ports)).toBe(0)
      world.wait(1)
      expect(await sweepChecks(world.ports)).toBe(6)
    })

    once('go on where they stopped, and come to the same', async () => {
      const world = await fresh({ open, study })
      await crowd(world, 34)
      const { db } = world.ports
      let writes = 0
      interpose(world, (inner) => ({
        ...inner,
        together: (...given) => {
          writes += 1
          if (writes === 4) throw new Error('the server stopped')
          return inner.together(...given)
        },
      }))
      await expect(sweepChecks(world.ports)).rejects.toThrow('stopped')
      world.ports.db = db
      world.wait(5)
      const left = await sweepChecks(world.ports)
      expect(left).toBeGreaterThan(0)
      expect(left).toBeLessThan(36)
      const flags = await rowsOf<FlagRow>(world, 'response_flags')
      expect(flags.map(({ name }) => name)).toEqual(['twin', 'twin'])
      const due = await rowsOf<{ looked_at: string }>(world, 'response_paradata')
      expect(due.filter((row) => row.looked_at === '')).toEqual([])
    })

    once('note for the study, and for nobody in it, that many end at once', async () => {
      const world = await fresh({ open, study })
      await crowd(world, 12)
      await sweepChecks(world.ports)
      const alarms = await rowsOf<{ kind: string; facts: string }>(world, 'study_alarms')
      expect(alarms.map(({ kind, facts }) => [kind, facts])).toEqual([['burst', '{"count":14,"limit":10}']])
      expect(await alarmsOf(world.ports, world.study.id)).toEqual([{ kind: 'burst', day: '2026-11-23' }])
      const flags = await rowsOf<FlagRow>(world, 'response_flags')
      expect(flags.filter(({ name }) => name !== 'twin')).toEqual([])
    })
  })
})
