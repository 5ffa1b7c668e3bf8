/** What every answer and every request passes through. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Context, Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../../src/app/app.ts'
import { compressed } from '../../../src/entry/compressed.ts'
import { assetUrls } from '../../../src/platform/http/assets.ts'
import type { AppEnv } from '../../../src/ports.ts'
import { invite } from '../../../src/survey/respondents/actions.ts'
import { at, begun, ready, screening, send, textOf } from '../../support/begun.ts'
import { everything, fresh, interpose, shared } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const origin = 'https://study.example.org'

/** Sends a request as it is, without a browser's help. */
function ask(world: World, path: string, init: RequestInit = {}): Promise<Response> {
  return Promise.resolve(world.app.request(`${origin}${path}`, init))
}

function form(body: BodyInit, headers: Record<string, string> = {}): RequestInit {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return { method: 'POST', body, headers: { ...type, origin, ...headers }, duplex: 'half' } as RequestInit
}

/** One of every kind of answer. */
async function answers(world: World): Promise<Map<string, Response>> {
  const { student, last } = await ready(world)
  const { style, script } = assetUrls(world.ports.assets)
  const kinds = new Map<string, Response>()
  kinds.set('page', await student.get('/s/study-abroad'))
  kinds.set('page of questions', await student.get(at('last')))
  kinds.set('style', await student.get(style))
  kinds.set('script', await student.get(script))
  kinds.set('redirect', await student.get('/s/study-abroad/go'))
  kinds.set('page with faults', await send(student, 'last', {}))
  kinds.set('conflict', await send(student, 'screening', screening(2), 99))
  kinds.set('draft', await student.post(at('places'), { Q05: '3', revision: '99', draft: '1' }))
  kinds.set('redirect after a post', await send(student, 'last', last))
  kinds.set('voucher', await student.get('/s/study-abroad/voucher'))
  kinds.set('not found', await student.get('/nothing/here'))
  kinds.set('no asset', await student.get('/assets/nothing.css'))
  kinds.set('signed out', await new Student(world).get('/s/study-abroad/voucher'))
  kinds.set('staff', await student.get('/admin'))
  kinds.set('bad origin', await ask(world, '/s/study-abroad/go', { method: 'POST' }))
  kinds.set('too large', await ask(world, at('start'), form('x'.repeat(70_000))))
  kinds.set('problem', await ask(world, '/nothing', { headers: { accept: 'application/json' } }))
  kinds.set('health', await student.get('/healthz'))
  kinds.set('keys', await student.get('/.well-known/jwks.json'))
  kinds.set('robots', await student.get('/robots.txt'))
  const { db } = world.ports
  interpose(world, (real) => ({ ...real, read: () => Promise.reject(new Error('lost')) }))
  kinds.set('failure', await new Student(world).get('/s/study-abroad/resume'))
  kinds.set('unhealthy', await new Student(world).get('/healthz'))
  world.ports.db = db
  return kinds
}

describe('every kind of answer', () => {
  it('has the content policy and every other header', async () => {
    for (const [kind, { headers, status }] of await answers(await fresh())) {
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, kind).toContain("default-src 'none'")
      expect(policy, kind).toContain("frame-ancestors 'none'")
      expect(policy, kind).toContain("form-action 'self'")
      expect(policy, kind).toContain("base-uri 'none'")
      expect(policy, kind).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('x-content-type-options'), kind).toBe('nosniff')
      expect(headers.get('referrer-policy'), kind).toBe('same-origin')
      expect(headers.get('cross-origin-opener-policy'), kind).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy'), kind).toBe('same-origin')
      expect(headers.get('permissions-policy'), kind).toContain('camera=()')
      expect(headers.get('strict-transport-security'), kind).toMatch(/^max-age=\d{7,}$/)
      expect(headers.get('x-request-id'), kind).toMatch(/^[0-9a-z]{12}$/)
      expect(headers.get('x-powered-by'), kind).toBeNull()
      expect(status, kind).toBeGreaterThanOrEqual(200)
    }
  })

  it('is kept by no cache, but for assets (for ever) and public keys (for minutes)', async () => {
    for (const [kind, { headers }] of await answers(await fresh())) {
      const cacheControl = headers.get('cache-control')
      if (kind === 'style' || kind === 'script') {
        expect(cacheControl, kind).toBe('public, max-age=31536000, immutable')
      } else if (kind === 'keys') expect(cacheControl, kind).toBe('public, max-age=300')
      else expect(cacheControl, kind).toBe('no-store')
    }
  })

  it.each(['trust', 'findings'])(
    'which browsers may keep for minutes is another one in another language: %s',
    async (path) => {
      const { headers, status } = await new Student(await fresh()).get(`/s/study-abroad/${path}`)
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('private, max-age=300')
      expect(headers.get('vary')).toMatch(/Accept-Language, Cookie/)
    },
  )

  it('has no script or style in the page, and nothing of anybody else', async () => {
    for (const [kind, answer] of await answers(await fresh())) {
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
      const html = await answer.text()
      expect(html, kind).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)|<style|\sstyle="|\son[a-z]+="|javascript:/i)
      for (const [, address = ''] of html.matchAll(/\s(?:src|href|action)="([^"]*)"/g)) {
        expect(address, kind).toMatch(/^(?:[/#?]|mailto:|data:,$)/)
      }
    }
  })

  it('keeps its headers and cookies when it is compressed, and says that it varies', async () => {
    const { ports } = await fresh()
    const app = createApp(() => ports, compressed)
    const { style } = assetUrls(ports.assets)
    for (const [path, accepted, coding] of [
      ['/s/study-abroad?lang=zh-Hant', 'gzip, deflate, br', 'br'],
      ['/s/study-abroad', 'gzip, br;q=0', 'gzip'],
      [style, 'br, gzip', 'br'],
      [style, 'gzip', 'gzip'],
      [style, 'br', 'br'],
      ['/nothing', 'gzip;q=1.0', 'gzip'],
    ] as const) {
      const headers = { 'accept-encoding': accepted }
      const plain = await app.request(`${origin}${path}`)
      const small = await app.request(`${origin}${path}`, { headers })
      expect(small.headers.get('content-encoding')).toBe(coding)
      const unpack = coding === 'br' ? brotliDecompressSync : gunzipSync
      const masked = (text: string) => text.replace(/[\w-]{12,}/g, '')
      expect(masked(unpack(await small.clone().arrayBuffer()).toString())).toBe(masked(await plain.clone().text()))
      expect(small.headers.get('vary')).toContain('Accept-Encoding')
      expect(plain.headers.get('vary')).toContain('Accept-Encoding')
      for (const name of ['content-security-policy', 'cache-control', 'content-type', 'referrer-policy']) {
        expect(small.headers.get(name), name).toBe(plain.headers.get(name))
      }
      expect(small.headers.getSetCookie()).toEqual(plain.headers.getSetCookie())
      expect(small.status).toBe(plain.status)
    }
  })

  it('of an asset that is kept says that it has not changed, compressed or not', async () => {
    const { ports } = await fresh()
    const app = createApp(() => ports, compressed)
    const { style, script } = assetUrls(ports.assets)
    const ask = (tag: string, path = style) =>
      app.request(`${origin}${path}`, { headers: { 'accept-encoding': 'br', 'if-none-match': tag } })
    const whole = await ask('')
    const tag = whole.headers.get('etag') ?? ''
    expect(whole.status).toBe(200)
    for (const known of [tag, `"other", ${tag}`]) {
      const cached = await ask(known)
      expect([cached.status, await cached.text(), cached.headers.get('etag')]).toEqual([304, '', tag])
      expect(cached.headers.get('cache-control')).toContain('immutable')
    }
    expect((await ask('"other"')).status).toBe(200)
    expect((await ask(tag, script)).status).toBe(200)
  })

  it('of a file in parts is sent as it is, and packed as a whole stands for no part of it', async () => {
    const file = (c: Context<AppEnv>, status: 200 | 206) =>
      c.body('codes'.repeat(99), status, { 'Content-Type': 'text/html', ETag: '"tag"', 'Accept-Ranges': 'bytes' })
    const app = new Hono<AppEnv>()
      .use(compressed)
      .get('/whole', (c) => file(c, 200))
      .get('/part', (c) => file(c, 206))
    const encodingOf = async (path: string) => {
      const { headers } = await app.request(path, { headers: { 'accept-encoding': 'br' } })
      return ['content-encoding', 'etag', 'accept-ranges'].map((name) => headers.get(name))
    }
    expect([await encodingOf('/whole'), await encodingOf('/part')]).toEqual([
      ['br', 'W/"tag"', null],
      [null, '"tag"', 'bytes'],
    ])
  })

  it('over http promises no https', async () => {
    const world = await fresh({ origin: 'http://localhost:8787' })
    const student = await begun(world)
    expect((await student.get('/s/study-abroad')).headers.get('strict-transport-security')).toBeNull()
  })
})

describe('every cookie', () => {
  async function cookies(from: string): Promise<string[]> {
    const world = await fresh({ origin: from })
    const lines: string[] = []
    const student = new Student(world)
    const send_ = student.send.bind(student)
    student.send = async (path, init) => {
      const answer = await send_(path, init)
      lines.push(...answer.headers.getSetCookie())
      return answer
    }
    await student.get('/s/study-abroad?lang=zh-Hant')
    await student.post(`/i/${await invite(world.ports, world.study.id, '2026-12-31T00:00:00.000Z')}`)
    await student.complete({ Q02: 3, Q04: 1 })
    const { html } = await student.open('/s/study-abroad/voucher')
    await student.post(/(\/v\/[0-9a-z]{28})/.exec(html)?.[1] ?? '')
    await student.post('/sign-out')
    return lines
  }

  it('is HttpOnly, SameSite=Lax, Secure and __Host- over https', async () => {
    const lines = await cookies(origin)
    const names = new Set(lines.map((line) => line.split('=')[0]))
    expect([...names]).toEqual(
      expect.arrayContaining(
        [
          'lang',
          'start-study-abroad',
          'invitation-study-abroad',
          'respondent-study-abroad',
          'voucher-study-abroad',
          'staff',
        ].map((it) => `__Host-${it}`),
      ),
    )
    for (const line of lines) {
      expect(line).toMatch(/; HttpOnly(;|$)/)
      expect(line).toMatch(/; SameSite=Lax(;|$)/)
      expect(line).toMatch(/; Secure(;|$)/)
      expect(line).toMatch(/; Path=\/(;|$)/)
      expect(line).not.toContain('Domain')
    }
  })

  it('has a plain name and no Secure over http, and is HttpOnly and SameSite=Lax all the same', async () => {
    const lines = await cookies('http://localhost:8787')
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines) {
      expect(line).not.toMatch(/__Host-|; Secure/)
      expect(line).toMatch(/; HttpOnly(;|$)/)
      expect(line).toMatch(/; SameSite=Lax(;|$)/)
    }
  })
})

describe('a write', () => {
  const writes = [
    '/s/study-abroad/p/start',
    '/s/study-abroad/p/places',
    '/s/study-abroad/go',
    '/s/study-abroad/reward',
    '/s/study-abroad/resume',
    '/i/00000',
    '/v/00000',
    '/sign-in/00000',
    '/sign-out',
    '/nothing',
  ]
  const strangers: [string, string | undefined][] = [
    ['no Origin', undefined],
    ['Origin null', 'null'],
    ['another origin', 'https://evil.example'],
    ['a subdomain', 'https://www.study.example.org'],
    ['a parent domain', 'https://example.org'],
    ['a name that begins like ours', 'https://study.example.org.evil.example'],
    ['http for https', 'http://study.example.org'],
    ['another port', 'https://study.example.org:8443'],
    ['ours with a path', 'https://study.example.org/'],
    ['ours in capitals', 'HTTPS://STUDY.EXAMPLE.ORG'],
  ]
  const share = shared()

  it.each(strangers)('with %s is refused on every route, and nothing changes', async (_, from) => {
    const world = share()
    const student = await begun(world)
    const before = await everything(world)
    for (const path of writes) {
      const { origin: _ours, ...headers } = form('').headers as Record<string, string>
      const body = new URLSearchParams({ Q05: '3', revision: '0', go: 'next' }).toString()
      const answer = await student.send(path, {
        method: 'POST',
        body,
        headers: from === undefined ? headers : { ...headers, origin: from },
      })
      expect(answer.status, path).toBe(403)
      expect(textOf(await answer.text()), path).toContain('Sent from another site')
    }
    expect(await everything(world)).toBe(before)
  })

  it('by another method is refused politely', async () => {
    const world = share()
    for (const method of ['PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      for (const path of ['/s/study-abroad', '/s/study-abroad/p/start', '/']) {
        expect([404, 405]).toContain((await ask(world, path, { method, headers: { origin } })).status)
        expect((await ask(world, path, { method })).status).toBe(403)
      }
    }
    expect([200, 204, 404, 405]).toContain((await ask(world, '/s/study-abroad', { method: 'OPTIONS' })).status)
  })

  it('of over 64 KB is refused, whether it says its length, lies, or comes in pieces', async () => {
    const world = share()
    const before = await everything(world)
    const large = `Q01=4&C0a=1&x=${'a'.repeat(65 * 1024)}`
    const pieces = () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (let i = 0; i < 70; i++) controller.enqueue(new Uint8Array(1_024).fill(97))
          controller.close()
        },
      })
    const sent = [
      form(large),
      form(large, { 'content-length': String(large.length) }),
      form('', { 'content-length': '99999999' }),
      form(pieces()),
      form(pieces(), { 'transfer-encoding': 'chunked' }),
    ]
    for (const init of sent) {
      const answer = await ask(world, at('start'), init)
      expect(answer.status).toBe(413)
      expect(textOf(await answer.text())).toContain('Too much at once')
    }
    expect(await everything(world)).toBe(before)
  })

  it('of just under 64 KB is read', async () => {
    const world = share()
    expect((await ask(world, at('start'), form(`Q01=4&x=${'a'.repeat(63 * 1024)}`))).status).toBe(200)
  })
})

describe('a body that no browser of ours sends', () => {
  const share = shared()
  const odd: [string, BodyInit, Record<string, string>?][] = [
    ['malformed percent-encoding', 'Q05=%E0%A4%A&%=%&%zz=1&revision=%'],
    ['NUL', 'Q05=%00&Q05.text=%00&%00=1'],
    ['lone surrogates', 'Q05.text=%ED%A0%80&Q05=%ED%BF%BF'],
    ['1,000 fields', Array.from({ length: 1_000 }, (_, i) => `f${i}=${i}`).join('&')],
    ['1,000 values of one field', Array.from({ length: 1_000 }, (_, i) => `Q05=${i}`).join('&')],
    ['a field twice', 'Q05=3&Q05=4'],
    ['__proto__ and friends', '__proto__=1&constructor=1&toString=1&Q05.__proto__=1&hasOwnProperty=1'],
    ['a huge number', 'Q05=99999999999999999999&revision=99999999999999999999'],
    ['numbers that are none', 'Q05=NaN&revision=Infinity'],
    [
      'multipart',
      '--x\r\ncontent-disposition: form-data; name="Q05"\r\n\r\n3\r\n--x--',
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
    ['JSON', '{"Q05":3}', { 'content-type': 'application/json' }],
    ['nothing', ''],
    ['bytes', new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
  ]

  it.each(odd)('%s: the page again with its messages, and nothing is stored', async (_, body, headers = {}) => {
    const world = share()
    const student = await begun(world)
    const before = await everything(world)
    for (const extra of ['', '&lang=zh-Hans', '&draft=1', '&go=back']) {
      if (extra !== '' && typeof body !== 'string') continue
      const answer = await student.send(at('places'), {
        ...form(typeof body === 'string' ? body + extra : body, headers),
      })
      expect([200, 303, 409, 422]).toContain(answer.status)
      if (extra === '') expect(answer.status).toBe(422)
    }
    const pages = (await everything(world)).replace(
      /"progress_at":"[^"]*"|"revision(?:_before)?":\d+|"language":"[^"]*"/g,
      '',
    )
    expect(pages.length - before.length, 'at most a draft with nothing in it').toBeLessThan(200)
    expect(world.logged.filter((line) => Number(line.status) >= 500)).toEqual([])
  })

  it.each([
    '%00',
    '%0d%0aset-cookie:x=1',
    '%ED%A0%80',
    '%E0%A4%A',
    '%F0%9F%92%A5',
    '..',
    '%2e%2e%2f',
    '%22%3E%3Cscript%3E',
    'a'.repeat(3_000),
    '__proto__',
    'constructor',
  ])('an address with %s in it is not found', async (part) => {
    const world = share()
    for (const path of [
      `/s/${part}`,
      `/s/${part}/go`,
      `/s/${part}/p/start`,
      `/s/study-abroad/p/${part}`,
      `/s/study-abroad/end/${part}`,
      `/s/${part}/voucher`,
    ]) {
      const student = new Student(world)
      for (const answer of [await student.get(path), await student.post(path)]) {
        if (answer.status === 303) expect(answer.headers.get('location')).toMatch(/^\/s\/study-abroad/)
        else expect([200, 302, 401, 404], path).toContain(answer.status)
      }
    }
    expect(world.logged.filter((line) => Number(line.status) >= 500)).toEqual([])
  })

  it('cookies and headers of any kind do no harm', async () => {
    const world = share()
    for (const cookie of [
      '=',
      ';;;',
      '__Host-lang=%',
      '__Host-lang=xx',
      '__Host-respondent-study-abroad=%00',
      `a=${'b'.repeat(9_000)}`,
      '__proto__=1',
    ]) {
      expect((await ask(world, '/s/study-abroad', { headers: { cookie } })).status).toBe(200)
    }
    for (const accept of ['', '*/*', 'x', 'application/json;q=0.1, text/html']) {
      expect((await ask(world, '/nothing', { headers: { accept } })).headers.get('content-type')).toMatch(/^text\/html/)
    }
  })
})

describe('a caller that asks for JSON', () => {
  const share = shared()
  const json = { accept: 'application/json' }

  it.each<[string, number, (world: World) => Promise<Response>]>([
    ['not_found', 404, (world) => ask(world, '/nothing', { headers: json })],
    ['bad_origin', 403, (world) => ask(world, '/s/study-abroad/go', { method: 'POST', headers: json })],
    ['too_large', 413, (world) => ask(world, at('start'), form('x'.repeat(70_000), json))],
    ['signed_out', 401, (world) => ask(world, '/s/study-abroad/voucher', { headers: json })],
    ['link_invalid', 404, (world) => ask(world, '/v/x', form('', json))],
  ])('is told %s as a problem with status %i', async (code, status, request) => {
    const world = share()
    const answer = await request(world)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    const problem = (await answer.json()) as Record<string, unknown>
    expect(problem).toMatchObject({ type: `urn:honorarium:${code}`, status })
    expect(problem.title).toBeTruthy()
    expect(problem.requestId).toBe(answer.headers.get('x-request-id'))
  })

  it('is told faults of a form with 422, each with its field and message', async () => {
    const student = await begun(share())
    student.headers.accept = 'application/json'
    const answer = await send(student, 'places', { Q05: ['77'] })
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await answer.json()).toMatchObject({
      status: 422,
      errors: [{ field: 'Q05', code: 'unknown_code', detail: 'Please choose one of the options offered.' }],
    })
  })

  it('is told of a conflict and of a wrong resume code too', async () => {
    const student = await begun(share())
    await send(student, 'places', { Q05: ['3'] })
    student.headers.accept = 'application/json'
    const conflict = await send(student, 'places', { Q05: ['4'] })
    expect(conflict.status).toBe(409)
    expect(await conflict.json()).toMatchObject({ type: 'urn:honorarium:conflict', status: 409 })
    const wrong = await student.post('/s/study-abroad/resume', { code: 'x' })
    expect(wrong.status).toBe(422)
    expect(await wrong.json()).toMatchObject({ status: 422, errors: [{ field: 'code' }] })
  })

  it('is told of a failure as a problem without its cause', async () => {
    const world = await fresh()
    interpose(world, (real) => ({ ...real, read: () => Promise.reject(new Error('secret table')) }))
    const answer = await ask(world, '/s/study-abroad', { headers: json })
    expect(answer.status).toBe(500)
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await answer.text()).not.toContain('secret')
  })
})

describe('a database that has too much to do', () => {
  it.each([
    'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
    'timeout exceeded when trying to connect',
    'sorry, too many clients already',
    'database is locked',
  ])('is said to be busy, and asked again soon: %s', async (message) => {
    const world = await fresh()
    const cause = new Error(message)
    interpose(world, (real) => ({ ...real, read: () => Promise.reject(new Error('No connection', { cause })) }))
    const answer = await ask(world, '/s/study-abroad')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await answer.text()).toContain('Many people are here at the moment')
  })
})

describe('a disk without room, or a Postgres that is being restarted', () => {
  it.each([
    'database or disk is full',
    'could not extend file "base/5/1": No space left on device',
    'D1_ERROR: Exceeded maximum DB size',
    'Postgres at db.example.org/money gives no connection: connect ECONNREFUSED 127.0.0.1:5432',
    'terminating connection due to administrator command',
    'Connection terminated unexpectedly',
  ])('is no fault of the page, which says to come again: %s', async (message) => {
    const world = await fresh()
    interpose(world, (real) => ({ ...real, read: () => Promise.reject(new Error(message)) }))
    const answer = await ask(world, '/s/study-abroad')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await answer.text()).toContain('What you saved before is safe')
  })
})

describe('a failure', () => {
  it('shows people a plain page with a number to give, and no cause', async () => {
    const world = await fresh()
    interpose(world, (real) => ({ ...real, read: () => Promise.reject(new Error('secret table')) }))
    const answer = await ask(world, '/s/study-abroad')
    expect(answer.status).toBe(500)
    const html = await answer.text()
    expect(html).toContain(answer.headers.get('x-request-id'))
    expect(html).not.toMatch(/secret|\.ts:\d|at [A-Z]\w+\./)
  })

  it('before the app has anything to work with is answered too', async () => {
    const app = createApp(() => Promise.reject(new Error('no keys')))
    const { error } = console
    console.error = () => undefined
    try {
      const answer = await app.request('https://study.example.org/')
      expect(answer.status).toBe(503)
      expect(await answer.text()).not.toContain('no keys')
    } finally {
      console.error = error
    }
  })
})

describe('/healthz', () => {
  it('is 200 while the database answers, and 503 once it is closed', async () => {
    const world = await fresh()
    const well = await ask(world, '/healthz')
    expect(well.status).toBe(200)
    expect(await well.json()).toEqual({ status: 'ok' })
    await world.ports.db.close()
    const ill = await ask(world, '/healthz')
    expect(ill.status).toBe(503)
    const database = 'It could not be looked at: the log says why.'
    expect(await ill.json()).toEqual({ status: 'not ok', checks: { database } })
    const unready = await ask(world, '/readyz')
    expect([unready.status, unready.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await unready.json()).toEqual({ status: 'not ready', checks: { database } })
  })
})

describe('HEAD', () => {
  it('answers as GET does, without a body', async () => {
    const world = await fresh()
    const { style } = assetUrls(world.ports.assets)
    for (const path of ['/s/study-abroad', '/healthz', style, '/nothing', at('start')]) {
      const got = await ask(world, path)
      const headed = await ask(world, path, { method: 'HEAD' })
      expect(headed.status, path).toBe(got.status)
      expect(headed.headers.get('content-type'), path).toBe(got.headers.get('content-type'))
      expect(headed.headers.get('content-security-policy'), path).toBe(got.headers.get('content-security-policy'))
      expect(await headed.text(), path).toBe('')
    }
  })
})

describe('the first page', () => {
  it('of a start form holds nothing that a second visitor shares', async () => {
    const world = await fresh()
    const [one, two] = await Promise.all([1, 2].map((seed) => new Student(world, seed).open(at('start'))))
    expect(hidden(one?.html ?? '').start).not.toBe(hidden(two?.html ?? '').start)
  })
})

it('a page that is shown without a connection has the content policy of one that was sent', async () => {
  const student = await begun(await fresh())
  const page = await student.get('/s/study-abroad/go')
  const sent = await student.get(page.headers.get('location') ?? '')
  const path = /\/s\/study-abroad\/p\/worker-\w+\.js/.exec(await sent.text())?.[0] ?? ''
  const worker = await (await student.get(path)).text()
  const policy = JSON.stringify(sent.headers.get('content-security-policy'))
  expect(worker.replace(/\s/g, '')).toContain(`'Content-Security-Policy':${policy}`.replace(/\s/g, ''))
})
