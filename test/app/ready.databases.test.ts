import { beforeEach, expect, it } from 'vitest'
import { sweep } from '../../src/app/app.ts'
import { hostHealth } from '../../src/entry/host-health.ts'
import { type Database, first } from '../../src/platform/db/together.ts'
import { addAudit } from '../../src/staff/audit-trail/audit.ts'
import { moveStudy, statusOf } from '../../src/survey/studies/state-store.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { forEachDatabase } from '../support/databases/databases.ts'
import { fresh } from '../support/databases/fresh.ts'
import { readMetrics } from '../support/read-metrics.ts'
import { Student } from '../support/student.ts'
import type { World } from '../support/world.ts'

forEachDatabase((_, open, once) => {
  let world: World
  beforeEach(async () => {
    world = await fresh({ open })
    await sweep(world.ports)
  })

  async function asked() {
    const reply = await world.app.request('https://study.example.org/readyz')
    const { status, checks } = (await reply.json()) as { status: string; checks: Record<string, string | null> }
    const not = Object.entries(checks).flatMap(([name, why]) => (why === null ? [] : [[name, why]]))
    expect([reply.status, status]).toEqual(not.length === 0 ? [200, 'ready'] : [503, 'not ready'])
    return Object.fromEntries(not)
  }
  const change = (sql: string) => world.ports.db.together({ sql, values: [] })

  it('is ready when everything is done, and names each thing that is not', async () => {
    expect(await asked()).toEqual({})
    await change(`delete from heartbeats where part = 'payouts'`)
    expect(await asked()).toEqual({ sweep: 'Not come to an end within 5 minutes: payouts.' })
    await sweep(world.ports)
    world.wait(6)
    expect((await asked()).sweep).toMatch(/: sweep, clock, leases, .*, sealer, trust, figures, exports, statements\.$/)
    await sweep(world.ports)
    expect(await asked()).toEqual({})

    const { ids, clock, db } = world.ports
    const entry = {
      id: ids.next('audit'),
      actor: 'operator',
      action: 'staff.added',
      subject: 'staff_1',
      at: clock.now(),
    }
    await db.together(addAudit(entry))
    world.wait(16)
    expect((await asked()).sealer).toBe('An audit entry has waited for its seal for 16 minutes.')
    await sweep(world.ports)
    expect(await asked()).toEqual({})

    await change(`delete from calendar_days where calendar_id = 'hk' and day > '2026-11-30'`)
    expect(await asked()).toEqual({ calendar: 'The next 14 days are not published in: hk.' })
  })

  once('tells the operator in figures how old and how many things are', async () => {
    const { ports, app } = world
    ports.metrics = { token: 'a token' }
    const figures = async () => {
      const headers = { authorization: 'Bearer a token' }
      const reply = await app.request('https://study.example.org/metrics', { headers })
      const families = [...readMetrics(await reply.text()).values()]
      return Object.fromEntries(families.flatMap(({ samples }) => [...samples]))
    }
    await change(`delete from heartbeats where part = 'payouts'`)
    const none = {
      honorarium_leases_open: 0,
      honorarium_exceptions_open: 0,
      honorarium_imports_waiting: 0,
      honorarium_statements_quarantined: 0,
      honorarium_clearing_age_seconds: 0,
      honorarium_unsealed_age_seconds: 0,
    }
    expect(await figures()).toMatchObject({
      ...none,
      'honorarium_check_ok{check="sweep"}': 0,
      'honorarium_check_ok{check="sealer"}': 1,
      'honorarium_sweep_age_seconds{part="sweep"}': 0,
      'honorarium_sweep_age_seconds{part="payouts"}': Number.POSITIVE_INFINITY,
    })
    const entry = { id: ports.ids.next('audit'), actor: 'operator', action: 'staff.added', subject: 'staff_1' }
    await ports.db.together(addAudit({ ...entry, at: ports.clock.now() }))
    const student = new Student(world)
    await student.start()
    await student.answer({ stopBefore: 'last' })
    world.wait(5)
    expect(await figures()).toMatchObject({
      ...none,
      honorarium_leases_open: 1,
      honorarium_unsealed_age_seconds: 300,
      'honorarium_sweep_age_seconds{part="sweep"}': 300,
    })
  })

  once(
    'tells the operator of each study that runs when its budget or a quota is nearly used up, and its permit ends',
    async () => {
      const { ports, app, study } = world
      ports.metrics = { token: 'a token' }
      const alerts = async () => {
        const headers = { authorization: 'Bearer a token' }
        const reply = await app.request('https://study.example.org/metrics', { headers })
        const families = readMetrics(await reply.text())
        const named = ['honorarium_used_threshold_percent', 'honorarium_permit_left_seconds']
        return Object.fromEntries(named.flatMap((name) => [...(families.get(name)?.samples ?? [])]))
      }
      const used = (of: string) => `honorarium_used_threshold_percent{study="study-abroad",of="${of}"}`
      expect(await alerts()).toEqual({ [used('budget')]: 0, [used('quota')]: 0 })
      const offer = study.offers[0]?.id
      await change(`update offer_balances set available = total - total * 8 / 10, reserved = reserved + available - (total - total * 8 / 10)
where offer_id = '${offer}'`)
      await change(
        `insert into quota_cells (study_id, cell, cap, open, held, accepted) values ('${study.id}', 'x', 20, 19, 0, 0)`,
      )
      await change(`update study_status set permit_until = '2026-11-23T09:00:00.000Z' where id = '${study.id}'`)
      expect(await alerts()).toEqual({
        [used('budget')]: 80,
        [used('quota')]: 95,
        'honorarium_permit_left_seconds{study="study-abroad"}': 3600,
      })
      const closed = await first(ports.db, statusOf({ id: study.id }))
      await ports.db.together(
        ...moveStudy(closed ?? expect.unreachable(), { state: 'closed', actor: 'somebody', at: ports.clock.now() }),
      )
      expect(await alerts()).toEqual({})
    },
  )

  once('staff of both desks are told for a day that the clock was wrong, each in their language', async () => {
    const { ports } = world
    const admin = await signedIn(world, 'admin')
    const finance = await signedIn(world, 'auditor')
    const linesIn = async (language: string) => {
      const pages = [admin, finance].map(async (browser, i) => {
        browser.headers['accept-language'] = language
        const { html } = await browser.open(['/admin', '/finance'][i] ?? '')
        return /<div class="notice bad" role="alert"><p><strong>([^<]*(?:clock|时钟|時鐘)[^<]*)</.exec(html)?.[1]
      })
      return Promise.all(pages)
    }
    expect(await linesIn('en')).toEqual([undefined, undefined])
    const sound = ports.clock
    ports.clock = { ...sound, doubt: () => ({ is: 'back', ms: 3_600_000, to: sound.now() }) }
    await sweep(ports)
    ports.clock = sound
    const back = 'The server’s clock was set back, last noticed 23 November 2026, 16:00 (UTC+8).'
    expect(await linesIn('en')).toEqual([back, back])
    expect((await linesIn('zh-CN'))[0]).toContain('服务器时钟曾被回拨')
    expect((await linesIn('zh-HK'))[1]).toContain('伺服器時鐘曾被調慢')
    world.wait(10)
    ports.clock = { ...sound, doubt: () => ({ is: 'behind', ms: 3_600_000 }) }
    await sweep(ports)
    ports.clock = sound
    expect((await linesIn('en'))[0]).toMatch(/^The server’s clock is behind times that are already stored/)
    world.wait(24 * 60)
    expect(await linesIn('en')).toEqual([undefined, undefined])
  })

  once('a clock that is in doubt, a write that failed and a disk without room are named', async () => {
    const jumped = { is: 'ahead', ms: 90_000, to: '2026-11-23T08:01:30.000Z' } as const
    world.ports.clock = { ...world.ports.clock, doubt: () => jumped }
    const clock = "The machine's clock jumped 90 s ahead, to 2026-11-23T08:01:30.000Z."
    const failing: Database = {
      ...world.ports.db,
      together: async () => {
        throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
      },
    }
    let free = 99 * 2 ** 20
    const choices = { directory: '/somewhere', roomMiB: 100, freeBytes: async () => free }
    const { health, tryWrite } = hostHealth(failing, choices)
    world.ports.health = health
    expect(Object.keys(await asked())).toEqual(['disk', 'clock'])
    await tryWrite(world.ports.clock)
    free = 100 * 2 ** 20
    expect(await asked()).toEqual({ write: 'The last write failed: SQLITE_FULL.', clock })
    const well = hostHealth(world.ports.db, choices)
    await well.tryWrite(world.ports.clock)
    expect(await well.health()).toEqual({ write: null, disk: null, file: null })
    const damaged = 'The file of the database is damaged: npm run audit says what to do.'
    well.looked(['The database is damaged.'])
    expect((await well.health()).file).toBe(damaged)
    well.looked([])
    expect((await well.health()).file).toBeNull()
    const torn: Database = {
      ...world.ports.db,
      read: async () => {
        throw Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT_INDEX' })
      },
    }
    const reading = hostHealth(torn, choices)
    await expect(reading.db.read({ sql: 'select 1', values: [] })).rejects.toThrow('malformed')
    expect((await reading.health()).file).toBe(damaged)
  })
})
