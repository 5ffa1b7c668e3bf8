/** Spans, by OpenTelemetry's API, with a provider that keeps them in the place of an SDK. */
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Attributes,
  type Context,
  context,
  ROOT_CONTEXT,
  type Span,
  type SpanOptions,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createApp, sweep } from '../../src/app/app.ts'
import { observedPayers, openTelemetry } from '../../src/entry/telemetry/telemetry.ts'
import { openSqlite } from '../../src/platform/db/sqlite.ts'
import { stepStatement } from '../../src/reconciliation/statements/work.ts'
import { fresh, interpose } from '../support/databases/fresh.ts'
import { scriptedPayer } from '../support/payer.ts'
import { Student } from '../support/student.ts'

interface Kept {
  name: string
  parent: string | undefined
  attributes: Attributes
  isOver: boolean
  failed: boolean
}

let spans: Kept[]

let hasLeft = false
const provider: TracerProvider & { forceFlush(): Promise<void> } = {
  async forceFlush() {
    hasLeft = true
  },
  getTracer: () => ({ startSpan, startActiveSpan: () => undefined as never }),
}

function startSpan(name: string, { attributes = {} }: SpanOptions = {}, within: Context = context.active()): Span {
  const parent = trace.getSpan(within) as unknown as { kept: Kept } | undefined
  const recorded: Kept = {
    name,
    parent: parent?.kept.name,
    attributes: { ...attributes },
    isOver: false,
    failed: false,
  }
  spans.push(recorded)
  const span = {
    kept: recorded,
    updateName(to: string) {
      recorded.name = to
    },
    setAttribute(key: string, value: string) {
      recorded.attributes[key] = value
    },
    setAttributes(more: Attributes) {
      Object.assign(recorded.attributes, more)
    },
    setStatus() {
      recorded.failed = true
    },
    end() {
      recorded.isOver = true
    },
  }
  return span as unknown as Span
}

const store = new AsyncLocalStorage<Context>()
const manager: Parameters<typeof context.setGlobalContextManager>[0] = {
  active: () => store.getStore() ?? ROOT_CONTEXT,
  with: (within, work, self, ...args) => store.run(within, () => work.apply(self as never, args)),
  bind: (_, target) => target,
  enable: () => manager,
  disable: () => manager,
}

beforeEach(() => {
  spans = []
  trace.setGlobalTracerProvider(provider)
  context.setGlobalContextManager(manager)
})
afterEach(() => {
  trace.disable()
  context.disable()
})

it('are made where an SDK was registered in front of the program, and leave before it ends; else nothing is in the way', async () => {
  const telemetry = openTelemetry(undefined)
  expect(telemetry.around).toHaveLength(1)
  await telemetry.close()
  trace.disable()
  expect(hasLeft).toBe(true)
  const off = openTelemetry(undefined)
  expect([off.around, off.commits, off.portsFor({} as never)]).toEqual([[], undefined, {}])
})

it('show a request under the pattern of its route, and the flush that it waited for; nothing of the caller is in them', async () => {
  const world = await fresh()
  const telemetry = openTelemetry(undefined)
  const app = createApp(() => world.ports, ...telemetry.around)
  // The writes of the world's own database go through one that is watched as well.
  const watched = openSqlite(':memory:', { watch: telemetry.commits })
  await watched.apply('create table notes (n integer);\n')
  interpose(world, (db) => ({
    ...db,
    async together(...writes) {
      await watched.together({ sql: 'insert into notes (n) values (1)', values: [] })
      return db.together(...writes)
    },
  }))
  const student = new Student({ ...world, app })
  student.headers.traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  student.headers['x-test-address'] = '198.51.100.213'
  await student.start()
  await student.get('/i/sentinelcode?sentinel=1')
  await watched.close()

  const sent = spans.find(({ name }) => name === 'POST /s/:study/p/:page')
  expect(sent).toMatchObject({ parent: undefined, isOver: true, failed: false })
  expect(sent?.attributes).toEqual({
    'http.request.method': 'POST',
    'http.route': '/s/:study/p/:page',
    'http.response.status_code': 303,
    'honorarium.request': expect.stringMatching(/^\w{12}$/),
  })
  expect(spans.find(({ name }) => name === 'flush')?.parent).toBe('commit')
  // Its parent is named when it ends: while it works it is known by its method.
  expect(spans.find(({ name }) => name === 'commit')?.parent).toBe('POST')
  expect(spans.every(({ isOver }) => isOver)).toBe(true)
  const text = JSON.stringify(spans)
  const secrets = ['sentinel', '0af7651916cd43dd8448eb211c80319c', '198.51.100.213', ...student.cookies.values()]
  for (const secret of [...secrets, student.respondentId]) expect(text).not.toContain(secret)
})

it('show what is done without a request: the sweep with its parts, steps of statements, and calls of providers', async () => {
  const world = await fresh()
  const { observe } = openTelemetry(undefined).portsFor(world.ports.db)
  if (observe !== undefined) world.ports.observe = observe
  await sweep(world.ports)
  expect(spans.slice(0, 3).map(({ name, parent }) => [name, parent])).toEqual([
    ['sweep', undefined],
    ['sweep clock', 'sweep'],
    ['sweep leases', 'sweep'],
  ])
  expect(await stepStatement(world.ports, 'statement_1')).toBe(false)
  expect(spans.at(-1)).toMatchObject({ name: 'statement step', attributes: { 'honorarium.outcome': 'done' } })
  const payer = scriptedPayer()
  const [seen] = observedPayers([payer], observe)
  await seen?.query({ reference: 'sentinel', providerId: null })
  payer.answer = () => Promise.reject(new Error('sentinel'))
  await expect(seen?.query({ reference: 'sentinel', providerId: null })).rejects.toThrow('sentinel')
  const calls = spans.filter(({ name }) => name === 'query alipay')
  expect(calls.map(({ attributes, failed }) => [attributes['honorarium.outcome'], failed])).toEqual([
    ['succeeded', false],
    [undefined, true],
  ])
  expect(JSON.stringify(spans)).not.toContain('sentinel')
})
