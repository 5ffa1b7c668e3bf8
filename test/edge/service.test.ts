import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { assetFiles, shortAsset } from '../../scripts/short-asset.mjs'
import { commit } from '../../src/platform/db/perform.ts'
import { countsOf } from '../../src/platform/network/starts.ts'
import { challengeIn, solve } from '../journey/door/solve.ts'
import { linkFor, signedIn } from '../staff/accounts/member.ts'
import { readMetrics } from '../support/read-metrics.ts'
import { imported } from '../support/setup/worker.ts'
import { realProvider, throughProvider } from '../support/sign-in/sign-in-provider.ts'
import { hidden, Student } from '../support/student.ts'
import { bareWorker, type Edge, openEdge, origin } from './edge.ts'

const token = 'the token of an operator'
let edge: Edge
let provider: Awaited<ReturnType<typeof realProvider>>
beforeAll(async () => {
  provider = await realProvider(origin)
  const { issuer, clientId, clientSecret } = provider.oidc
  const oidc = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret }
  edge = await openEdge({ METRICS_TOKEN: token, ...oidc })
})
afterAll(async () => {
  provider?.close()
  await edge?.close()
})

describe('the Worker', () => {
  it('says that it is well, and shows its public keys', async () => {
    const student = new Student(edge)
    expect(await (await student.get('/healthz')).json()).toEqual({ status: 'ok' })
    const { keys } = (await (await student.get('/.well-known/jwks.json')).json()) as { keys: Record<string, string>[] }
    expect(keys).toHaveLength(1)
    expect(keys[0]).toMatchObject({ kty: 'EC', crv: 'P-256' })
    expect(keys[0]).not.toHaveProperty('d')
  })

  it('says what it is ready for as far as it can be known here, before its first sweep and after', async () => {
    const asked = async () => {
      const reply = await new Student(edge).get('/readyz')
      return ((await reply.json()) as { checks: Record<string, string | null> }).checks
    }
    expect((await asked()).sweep).toContain('sealer')
    await edge.cron()
    // Whether the calendar is published that far depends on the day on which this is run.
    const { calendar: _, ...others } = await asked()
    expect(others).toEqual({
      write: null,
      disk: null,
      file: null,
      load: null,
      sweep: null,
      sealer: null,
      imports: null,
      clock: null,
    })
  })

  it('tells whoever has the token what the database knows, in figures', async () => {
    const student = new Student(edge)
    expect((await student.get('/metrics')).status).toBe(401)
    student.headers.authorization = `Bearer ${token}`
    const families = readMetrics(await (await student.get('/metrics')).text())
    expect(families.get('honorarium_sweep_age_seconds')?.samples.size).toBeGreaterThan(10)
    expect([...families.keys()].filter((name) => !name.startsWith('honorarium_'))).toEqual([])
  })

  it('was built of the service alone: nothing of the demonstration and the simulation is in it', () => {
    const { sources } = inject('worker')
    expect(sources).toContain('src/app/sweep.ts')
    expect(sources.filter((path) => /^(demo|simulation|test|bench)\//.test(path))).toEqual([])
  })

  it('serves the style sheet and the script that its pages name', async () => {
    const student = new Student(edge)
    const { html } = await student.open('/s/study-abroad')
    const paths = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
    expect(paths).toHaveLength(3)
    const replies = await Promise.all(paths.map((path) => student.get(path)))
    const types = replies.map(({ headers }) => headers.get('content-type'))
    const script = 'text/javascript; charset=utf-8'
    expect(types.sort()).toEqual(['text/css; charset=utf-8', script, script])
    const texts = await Promise.all(replies.map((reply) => reply.text()))
    const { style, script: main, 'words-en': words } = assetFiles
    const built = [style, main, words].map((files = []) => files.map(shortAsset).join(''))
    expect(texts.sort()).toEqual(built.sort())
  })

  it('lets an admin in once by a link, who downloads the responses', async () => {
    // Responses are shown once their day is over, five at least together.
    for (let n = 0; n < 5; n++) await new Student(edge, n).complete()
    const { db } = edge.ports
    const sql = `update responses set ended_at = '2020-01-01T00:00:00.000Z' where ended_at is not null`
    await commit(db, 'A day goes by', { sql, values: [] })
    await edge.cron()
    const admin = await signedIn(edge, 'admin')
    const { html } = await admin.open('/admin')
    const file = /action="([^"]*responses\.csv[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const reply = await admin.post(file)
    expect(reply.headers.get('content-type')).toContain('text/csv')
    const lines = (await reply.text()).trim().split('\r\n')
    expect(lines).toHaveLength(6)
    expect(lines[1]?.split(',').length).toBe(lines[0]?.split(',').length)
    const link = await linkFor(edge, 'Mei')
    expect((await new Student(edge).post(link)).status).toBe(303)
    expect((await new Student(edge).post(link)).status).toBe(410)
  })

  it('signs in by OpenID Connect: an invited account by its link, then without one, and nobody else', async () => {
    const comeIn = async (link?: string) => {
      const browser = new Student(edge)
      const begun = await browser.post(
        '/sign-in/oidc',
        link === undefined ? {} : { code: link.split('/').at(-1) ?? '' },
      )
      const address = /^0; url=(.*)$/.exec(begun.headers.get('refresh') ?? '')?.[1]
      if (address === undefined) throw new Error(`${begun.status} ${await begun.text()}`)
      const back = await throughProvider(address)
      const done = await browser.post('/sign-in/callback', { query: back.search.slice(1) })
      return [done.headers.get('location') ?? done.status, (await browser.get('/admin')).status]
    }
    expect(await comeIn()).toEqual([403, 401])
    const link = await linkFor(edge, 'Lena', 'admin')
    expect(await comeIn(link)).toEqual(['/admin', 200])
    expect(await comeIn()).toEqual(['/admin', 200])
    provider.as.id = 'somebody-else'
    expect(await comeIn()).toEqual([403, 401])
    expect(edge.lines.join()).not.toContain(link.split('/').at(-1))
  })

  it('shows finance that the books balance', async () => {
    const finance = await signedIn(edge, 'preparer')
    const { html } = await finance.open('/finance/books?check=now')
    expect(html).toContain('notice good')
    const assets = [...html.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
    expect(assets.some((path) => path.startsWith('/assets/staff-'))).toBe(true)
    for (const path of assets) expect((await finance.get(path)).status, path).toBe(200)
    expect(await (await finance.post('/finance/vouchers.csv')).text()).toContain('CNY')
  })

  it('logs routes, and no code, token or answer', async () => {
    const student = new Student(edge, 7)
    await student.complete()
    expect(edge.lines.filter((line) => line.includes('"route":"/s/:study/p/:page"')).length).toBeGreaterThan(5)
    for (const secret of student.cookies.values()) expect(edge.lines.join()).not.toContain(secret)
  })

  it('asks for work where many start, and lets in whoever has done it', async () => {
    const address = '198.51.100.9'
    const { countOne } = await countsOf(edge.ports, { address, studyId: edge.study.id })
    for (let n = 0; n < 100; n += 10) {
      await commit(edge.ports.db, 'Starts', ...Array.from({ length: 10 }, () => countOne(null)).flat())
    }
    const student = new Student(edge, 8)
    student.headers = { ...student.headers, 'cf-connecting-ip': address, accept: 'text/html' }
    const { html } = await student.open('/s/study-abroad/go')
    const fields = { ...hidden(html), Q01: '4', C0a: '1' }
    const page = '/s/study-abroad/p/start'
    const held = await (await student.post(page, fields)).text()
    const [, script = ''] = /<script src="([^"]*)" defer=""><\/script><\/head>/.exec(held) ?? []
    expect(await (await student.get(script)).text()).toContain('PBKDF2')
    expect((await student.post(page, { ...fields, proof: await solve(challengeIn(held)) })).status).toBe(303)
  })

  it('is small enough to wake up fast: what a start evaluates stays within 215 kB', () => {
    const { manifest, start, whole } = inject('worker')
    expect(start.gzipBytes).toBeLessThanOrEqual(215_000)
    // Evaluating a library of schemas would nearly double its time; staff's half has it.
    for (const name of imported(manifest.modules, manifest.mainModule)) {
      expect(manifest.modules[name]?.contents).not.toContain('ZodError')
    }
    // The staff's half is beside it: were it in the start, this would be all of the Worker.
    expect(start.gzipBytes).toBeLessThan(whole.gzipBytes * 0.7)
  })
})

describe('a Worker without its secret', () => {
  it('answers that it is not set up, and logs what to do', async () => {
    const { worker, lines } = bareWorker({ MODE: 'production', ORIGIN: 'https://study.example.org' })
    try {
      const reply = await worker.dispatchFetch('https://study.example.org/s/study-abroad')
      expect(reply.status).toBe(503)
      const text = await reply.text()
      expect(text).toMatch(/not set up/)
      expect(text).not.toMatch(/at .*\.js|Error/)
      expect(lines.join('\n')).toMatch(/KEYS is not set: `npm run keys`.*wrangler secret put KEYS/)
    } finally {
      await worker.dispose()
    }
  })
})
