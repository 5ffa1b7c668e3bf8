/** `/metrics`, as a server on Node measures itself. */
import { afterEach, describe, expect, it } from 'vitest'
import { createApp, sweep } from '../../src/app/app.ts'
import { observedPayers, openTelemetry, type Telemetry } from '../../src/entry/telemetry/telemetry.ts'
import { openSqlite } from '../../src/platform/db/sqlite.ts'
import type { CommitWatch, Flush } from '../../src/platform/metrics/commit-watch.ts'
import { exposition } from '../../src/platform/metrics/exposition.ts'
import { counter, histogram } from '../../src/platform/metrics/instruments.ts'
import { fresh } from '../support/databases/fresh.ts'
import { scriptedPayer } from '../support/payer.ts'
import { readMetrics } from '../support/read-metrics.ts'
import { Student } from '../support/student.ts'
import type { World } from '../support/world.ts'

const token = 'a token of 20 characters'
const names = [
  ...[
    'check_ok',
    'sweep_age_seconds',
    'clock_behind_seconds',
    'leases_open',
    'exceptions_open',
    'imports_waiting',
    'statements_quarantined',
  ],
  ...['clearing_age_seconds', 'unsealed_age_seconds', 'used_threshold_percent', 'permit_left_seconds'],
  ...['http_requests_in_flight', 'http_requests_total'],
  ...['http_request_duration_seconds', 'submission_duration_seconds', 'commit_duration_seconds', 'commit_group_size'],
  ...['sweep_part_duration_seconds', 'statement_step_duration_seconds', 'provider_call_duration_seconds'],
  ...['clock_jumps_total', 'commit_waiting', 'process_cpu_seconds_total', 'process_start_time_seconds'],
  ...['process_resident_memory_bytes', 'nodejs_heap_size_used_bytes', 'nodejs_heap_size_total_bytes'],
  ...['nodejs_external_memory_bytes', 'nodejs_eventloop_lag_p50_seconds', 'nodejs_eventloop_lag_p99_seconds'],
  'nodejs_eventloop_lag_max_seconds',
]
const opened: Telemetry[] = []
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())))

/** A world whose server measures itself when there is a token. */
async function measured(given: string | undefined): Promise<World> {
  const world = await fresh()
  const telemetry = openTelemetry(given)
  opened.push(telemetry)
  Object.assign(world.ports, telemetry.portsFor(world.ports.db))
  return { ...world, app: createApp(() => world.ports, ...telemetry.around) }
}

const ask = (world: World, authorization?: string) =>
  world.app.request('https://study.example.org/metrics', {
    headers: authorization === undefined ? {} : { authorization },
  })

async function read(world: World) {
  const reply = await ask(world, `Bearer ${token}`)
  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const families = readMetrics(await reply.text())
  const all = new Map([...families.values()].flatMap(({ samples }) => [...samples]))
  return { families, value: (key: string) => all.get(key) }
}

it('is not there unless a token is configured, and nothing is measured then', async () => {
  const world = await measured(undefined)
  expect((await ask(world, `Bearer ${token}`)).status).toBe(404)
  const telemetry = openTelemetry(undefined)
  expect([telemetry.around, telemetry.commits, telemetry.portsFor(world.ports.db)]).toEqual([[], undefined, {}])
  expect(observedPayers(world.ports.payers, world.ports.observe)).toBe(world.ports.payers)
})

it('asks for the token, all of it, as a bearer', async () => {
  const world = await measured(token)
  for (const shown of [
    undefined,
    '',
    token,
    `Basic ${token}`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token}s`,
    'Bearer',
  ]) {
    const reply = await ask(world, shown)
    expect([reply.status, reply.headers.get('www-authenticate')], shown).toEqual([401, 'Bearer'])
    expect(await reply.text()).not.toContain('honorarium_')
  }
  expect((await ask(world, `Bearer ${token}`)).status).toBe(200)
})

it('is text that Prometheus reads: names with units, counters that end with _total, each with its help', async () => {
  const world = await measured(token)
  await sweep(world.ports)
  const { families } = await read(world)
  for (const [name, { type, help, samples }] of families) {
    expect(help, name).toMatch(/^[A-Z].*[.\])]$/)
    expect(/_total$/.test(name), name).toBe(type === 'counter')
    if (type === 'histogram') expect(name).toMatch(/_(seconds|size)$/)
    for (const key of samples.keys()) expect(key).not.toMatch(/_(ms|milliseconds|kb|minutes)\b/)
  }
  expect([...families.keys()].map((name) => name.replace('honorarium_', ''))).toEqual(names)
})

it('counts one request as one, under the pattern of its route, and a page of a respondent by what came of it', async () => {
  const world = await measured(token)
  const student = new Student(world)
  await student.start()
  const one = 'honorarium_http_requests_total{method="GET",route="/s/:study",status="200"}'
  const before = await read(world)
  await student.get('/s/study-abroad')
  const after = await read(world)
  expect([before.value(one) ?? 0, after.value(one)]).toEqual([0, 1])
  const took = 'honorarium_http_request_duration_seconds_count{method="GET",route="/s/:study"}'
  expect(after.value(took)).toBe(1)
  const accepted = 'honorarium_submission_duration_seconds_count{outcome="accepted"}'
  const shown = 'honorarium_submission_duration_seconds_count{outcome="shown"}'
  expect([after.value(accepted), after.value(shown)]).toEqual([1, 0])
  await student.post('/s/study-abroad/p/screening', { go: 'next' })
  expect((await read(world)).value(shown)).toBe(1)
  expect(after.value('honorarium_http_requests_in_flight')).toBe(1)
})

it('has no label whose values somebody from outside could make: patterns, words and numbers of statuses', async () => {
  const world = await measured(token)
  const student = new Student(world)
  await student.complete()
  const paths = ['/sentinel', '/s/sentinel', '/i/sentinel', '/v/sentinel', '/admin/sentinel', '/s/a%00b?sentinel=1']
  for (let n = 0; n < 20; n += 1) for (const path of paths) await student.get(`${path}${n}`)
  await world.app.request('https://study.example.org/x', { method: 'SENTINEL' })
  const reply = await ask(world, `Bearer ${token}`)
  const text = await reply.text()
  expect(text).not.toMatch(/sentinel/i)
  for (const cookie of student.cookies.values()) expect(text).not.toContain(cookie)
  const known = new Set(world.app.routes.map(({ path }) => path))
  const routes = [...text.matchAll(/route="([^"]*)"/g)].map(([, route = '']) => route)
  expect(routes.length).toBeGreaterThan(10)
  expect([...new Set(routes)].filter((route) => !known.has(route))).toEqual([])
})

it('tells how long parts of the sweep and calls of providers took, and what came of them', async () => {
  const world = await measured(token)
  const [payer] = observedPayers([scriptedPayer()], world.ports.observe)
  await payer?.query({ reference: 'r1', providerId: null })
  const { db } = world.ports
  world.ports.db = { ...db, together: async () => Promise.reject(new Error('full')) }
  await expect(sweep(world.ports)).rejects.toThrow('full')
  world.ports.db = db
  const { value } = await read(world)
  expect(value('honorarium_sweep_part_duration_seconds_count{part="clock",outcome="done"}')).toBe(1)
  expect(value('honorarium_sweep_part_duration_seconds_count{part="sweep",outcome="failed"}')).toBe(1)
  const call = 'provider="alipay",call="query",outcome="succeeded"'
  expect(value(`honorarium_provider_call_duration_seconds_count{${call}}`)).toBe(1)
})

it('counts jumps of the clock by their direction, and begins at none', async () => {
  const world = await fresh()
  const telemetry = openTelemetry(token)
  opened.push(telemetry)
  telemetry.clockJumped('back')
  const text = (await telemetry.portsFor(world.ports.db).metrics?.measured?.()) ?? ''
  const { samples } = readMetrics(text).get('honorarium_clock_jumps_total') ?? {}
  expect([...(samples?.values() ?? [])]).toEqual([0, 1])
})

it('tells how many writes shared a commit, and how many wait for one', async () => {
  const { commits } = openTelemetry(token)
  const flushes: Flush[] = []
  const ended: (number | null)[] = []
  const watch: CommitWatch = {
    flushed(flush) {
      commits?.flushed(flush)
      flushes.push(flush)
    },
    waits: () => (flush) => ended.push(flush?.calls ?? null),
  }
  const db = openSqlite(':memory:', { watch })
  await db.apply('create table notes (id text primary key);\n')
  const insert = (id: string) => db.together({ sql: 'insert into notes (id) values (?)', values: [id] })
  const calls = [insert('a'), insert('b'), insert('a')]
  expect(db.waiting?.()).toBe(3)
  await Promise.all(calls)
  expect(db.waiting?.()).toBe(0)
  expect(flushes.map((flush) => flush.calls)).toEqual([3])
  expect(flushes.every(({ beganAt, endedAt }) => endedAt >= beganAt)).toBe(true)
  expect(ended).toEqual([3, 3, 3])
  await db.close()
})

describe('what is written', () => {
  it('is as the format’s document says: escapes, and buckets that hold all that is below', () => {
    const sizes = histogram({ name: 'sizes', help: 'A \\ and\na line.', labels: ['of'] }, [1, 2.5])
    for (const size of [0.5, 1, 1.5, 2.5, 7]) sizes.observe(size, 'a "name" \\ \n')
    expect(exposition([sizes.family()])).toBe(`# HELP sizes A \\\\ and\\na line.
# TYPE sizes histogram
sizes_bucket{of="a \\"name\\" \\\\ \\n",le="1"} 2
sizes_bucket{of="a \\"name\\" \\\\ \\n",le="2.5"} 4
sizes_bucket{of="a \\"name\\" \\\\ \\n",le="+Inf"} 5
sizes_sum{of="a \\"name\\" \\\\ \\n"} 12.5
sizes_count{of="a \\"name\\" \\\\ \\n"} 5
`)
  })

  it('has an end, whatever is counted', () => {
    const all = counter({ name: 'all_total', help: 'All.', labels: ['one', 'two'] })
    for (let n = 0; n < 1_500; n += 1) all.add(String(n), 'b')
    const { samples } = all.family()
    expect(samples.length).toBe(1_001)
    expect(samples.at(-1)).toEqual({ labels: { one: 'other', two: 'other' }, value: 500 })
  })
})
