/** Tokens that are no good: never a voucher, never a stack trace, always a page with a way on. */
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openStudy } from '../../../src/journey/setup/open-study.ts'
import { newKeySet, readKeys } from '../../../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../../src/platform/adapters/node-secret-keys.ts'
import { signToken, type TokenPurpose } from '../../../src/platform/crypto/tokens.ts'
import { at, ready, send, voucherCodeIn } from '../../support/begun.ts'
import { another, everything, fresh } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const cookie = '__Host-respondent-study-abroad'
const voucherCookie = '__Host-voucher-study-abroad'

interface Treasure {
  world: World
  owner: Student
  voucherId: string
}

/** A world with a voucher that is worth stealing. */
async function treasure(): Promise<Treasure> {
  const world = await fresh()
  const { student: owner, last } = await ready(world)
  await send(owner, 'last', last)
  const [voucher] = await world.ports.db.read<{ id: string }>({ sql: 'select id from vouchers', values: [] })
  await openStudy(world.ports, another('other'))
  return { world, owner, voucherId: voucher?.id ?? '' }
}

type Forge = (treasure: Treasure) => string | Promise<string>

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const sign =
  (purpose: TokenPurpose, audience: string): Forge =>
  ({ world, owner }) =>
    signToken(world.ports.keys.tokens, {
      purpose,
      audience,
      subject: owner.respondentId,
      at: world.ports.clock.now(),
      ttlSeconds: 3_600,
      claims: {
        scope: 'full',
      },
    })

function claims({ world, owner }: Treasure) {
  const iat = Date.parse(world.ports.clock.now()) / 1_000
  return { sub: owner.respondentId, aud: 'study-abroad', iat, exp: iat + 3_600, scope: 'full' }
}

const forged: [string, Forge][] = [
  ['a wrong signature', ({ owner }) => owner.token.replace(/.{6}$/, (end) => (end === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA'))],
  ['no signature', ({ owner }) => owner.token.replace(/[^.]*$/, '')],
  [
    'a payload changed after signing',
    ({ owner }) => {
      const [head, payload = '', signature] = owner.token.split('.')
      const read = JSON.parse(Buffer.from(payload, 'base64url').toString())
      return [head, part({ ...read, exp: read.exp + 1 }), signature].join('.')
    },
  ],
  ["another study's audience", sign('respondent', 'other')],
  ['no audience of ours', sign('respondent', 'staff')],
  ...(['start', 'invitation', 'voucher', 'staff'] as const).map((purpose): [string, Forge] => [
    `the purpose ${purpose}`,
    sign(purpose, 'study-abroad'),
  ]),
  ['alg none', (it) => `${part({ alg: 'none', typ: 'respondent+jwt' })}.${part(claims(it))}.`],
  [
    'alg none with a known kid',
    (it) =>
      `${part({ alg: 'none', kid: it.world.ports.keys.tokens.newest.kid, typ: 'respondent+jwt' })}.${part(claims(it))}.`,
  ],
  [
    'HS256 under the public key of the receipts',
    (it) => {
      const [jwk] = it.world.ports.keys.jwks.keys as { kid: string }[]
      const text = `${part({ alg: 'HS256', kid: jwk?.kid, typ: 'respondent+jwt' })}.${part(claims(it))}`
      return `${text}.${createHmac('sha256', JSON.stringify(jwk)).update(text).digest('base64url')}`
    },
  ],
  [
    'HS256 under an empty key',
    (it) => {
      const { kid } = it.world.ports.keys.tokens.newest
      const text = `${part({ alg: 'HS256', kid, typ: 'respondent+jwt' })}.${part(claims(it))}`
      return `${text}.${createHmac('sha256', '').update(text).digest('base64url')}`
    },
  ],
  [
    'an unknown kid',
    async (it) => {
      const { tokens } = await readKeys(JSON.stringify(await newKeySet()), nodeSecretKeys)
      return signToken(tokens, {
        purpose: 'respondent',
        audience: 'study-abroad',
        subject: it.owner.respondentId,
        at: it.world.ports.clock.now(),
        ttlSeconds: 3_600,
      })
    },
  ],
  [
    'our kid on a foreign key',
    async (it) => {
      const { tokens } = await readKeys(JSON.stringify(await newKeySet()), nodeSecretKeys)
      const ring = { all: tokens.all, newest: { ...tokens.newest, kid: it.world.ports.keys.tokens.newest.kid } }
      return signToken(ring, {
        purpose: 'respondent',
        audience: 'study-abroad',
        subject: it.owner.respondentId,
        at: it.world.ports.clock.now(),
        ttlSeconds: 3_600,
      })
    },
  ],
  [
    'the key for codes',
    ({ world, owner }) =>
      signToken(world.ports.keys.codes, {
        purpose: 'respondent',
        audience: 'study-abroad',
        subject: owner.respondentId,
        at: world.ports.clock.now(),
        ttlSeconds: 3_600,
      }),
  ],
  [
    'an unknown critical header',
    (it) =>
      `${part({ alg: 'HS256', crit: ['x'], x: 1, kid: it.world.ports.keys.tokens.newest.kid })}.${part(claims(it))}.AAAA`,
  ],
  ['nothing in it', () => ''],
  ['a word', () => 'token'],
  ['dots only', () => '..'],
  ['a header that is no object', () => `${Buffer.from('null').toString('base64url')}.e30.AAAA`],
  ['10 KB of garbage', () => 'x.'.repeat(5_000)],
  ['10 KB in one part', () => 'A'.repeat(10_000)],
]

/** Expects that a browser with these cookies sees no voucher anywhere, and ways on. */
async function expectNothing(world: World, name: string, value: string): Promise<void> {
  const before = await everything(world)
  const thief = new Student(world)
  thief.cookies.set(name, value)
  for (const path of [
    '/s/study-abroad/voucher',
    '/s/study-abroad/go',
    at('screening'),
    '/s/study-abroad',
    '/s/study-abroad/reward',
  ]) {
    const page = await thief.open(path)
    expect(page.status, path).toBeLessThan(500)
    expect(voucherCodeIn(page.html), path).toBeNull()
    expect(page.html, path).not.toMatch(/checked|at .*\.ts:\d/)
    expect(page.html, path).toMatch(/<a class="button|<form/)
  }
  const voucher = await thief.open('/s/study-abroad/voucher')
  expect(voucher.status).toBe(401)
  expect(voucher.html).toContain('href="/s/study-abroad/resume"')
  const sent = await thief.post(at('last'), { Q30: '2001', revision: '0', go: 'next' })
  expect(sent.status).toBe(401)
  expect(await everything(world)).toBe(before)
  expect(world.logged.filter((line) => line.failure !== undefined)).toEqual([])
}

describe('a respondent token', () => {
  it.each(forged)('with %s opens nothing', async (_, forge) => {
    const it = await treasure()
    await expectNothing(it.world, cookie, await forge(it))
  })

  it('that has expired opens nothing, after 180 days and not before', async () => {
    const { world, owner } = await treasure()
    const { token } = owner
    world.wait(179 * 24 * 60)
    expect(voucherCodeIn((await owner.open('/s/study-abroad/go')).html)).not.toBeNull()
    world.wait(2 * 24 * 60)
    await expectNothing(world, cookie, token)
  })

  it('of someone who is not there opens nothing', async () => {
    const { world } = await treasure()
    const token = await signToken(world.ports.keys.tokens, {
      purpose: 'respondent',
      audience: 'study-abroad',
      subject: 'r_nobody',
      at: world.ports.clock.now(),
      ttlSeconds: 60,
      claims: { scope: 'full' },
    })
    await expectNothing(world, cookie, token)
  })

  it('of a respondent of another study opens nothing, even under the right audience', async () => {
    const { world } = await treasure()
    const stranger = new Student(world)
    await stranger.start('other')
    const token = await signToken(world.ports.keys.tokens, {
      purpose: 'respondent',
      audience: 'study-abroad',
      subject: stranger.respondentId,
      at: world.ports.clock.now(),
      ttlSeconds: 60,
      claims: { scope: 'full' },
    })
    await expectNothing(world, cookie, token)
  })

  it('is no voucher cookie, no start form, no invitation and no staff session', async () => {
    const { world, owner } = await treasure()
    await expectNothing(world, voucherCookie, owner.token)
    const newcomer = new Student(world)
    const before = await everything(world)
    const started = await newcomer.post(at('start'), { start: owner.token, Q01: '4', C0a: '1' })
    expect(started.status).toBe(200)
    expect([...newcomer.cookies.keys()]).not.toContain(cookie)
    newcomer.cookies.set('__Host-staff', owner.token)
    for (const path of ['/admin', '/finance']) expect((await newcomer.open(path)).status).toBe(401)
    expect(await everything(world)).toBe(before)
  })
})

describe('a start form', () => {
  it('that is not ours, or too old, is drawn again with what was typed and begins nothing', async () => {
    const world = await fresh()
    const before = await everything(world)
    const student = new Student(world)
    const { html } = await student.open(at('start'))
    const { start = '' } = hidden(html)
    for (const token of ['', 'x', `${start}x`, start.replace(/^./, 'X')]) {
      const again = await student.post(at('start'), { start: token, Q01: '4', C0a: '1' })
      const drawn = await again.text()
      expect(drawn).toMatch(/name="Q01" value="4" checked/)
      expect(hidden(drawn).start).not.toBe(token)
    }
    world.wait(121)
    const late = await (await student.post(at('start'), { start, Q01: '4', C0a: '1' })).text()
    expect(late).toMatch(/name="Q01" value="4" checked/)
    expect(await everything(world)).toBe(before)
    expect((await student.post(at('start'), { ...hidden(late), Q01: '4', C0a: '1' })).status).toBe(303)
  })

  it('of another study begins nothing here', async () => {
    const { world } = await treasure()
    const student = new Student(world)
    const { html } = await student.open(at('start', 'other'))
    const before = await everything(world)
    expect((await student.post(at('start'), { ...hidden(html), Q01: '4', C0a: '1' })).status).toBe(200)
    expect(await everything(world)).toBe(before)
  })
})

describe('a voucher cookie', () => {
  it.each([
    ['of another study', 'voucher', 'other'],
    ['of another purpose', 'respondent', 'study-abroad'],
  ] as const)('%s opens nothing', async (_, purpose, audience) => {
    const { world, voucherId } = await treasure()
    const token = await signToken(world.ports.keys.tokens, {
      purpose,
      audience,
      subject: voucherId,
      at: world.ports.clock.now(),
      ttlSeconds: 60,
    })
    await expectNothing(world, voucherCookie, token)
  })

  it('under the other study shows nothing there either', async () => {
    const { world, voucherId } = await treasure()
    const token = await signToken(world.ports.keys.tokens, {
      purpose: 'voucher',
      audience: 'other',
      subject: voucherId,
      at: world.ports.clock.now(),
      ttlSeconds: 60,
    })
    const thief = new Student(world)
    thief.cookies.set('__Host-voucher-other', token)
    const page = await thief.open('/s/other/voucher')
    expect(page.status).toBe(401)
    expect(voucherCodeIn(page.html)).toBeNull()
  })
})
