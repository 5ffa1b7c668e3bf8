/** Rotation is adding a key: what the old ones signed or derived stays good. */
import { describe, expect, it } from 'vitest'
import { type KeySet, newKeySet, type Purpose, readKeys, withNewKey } from '../../../src/platform/adapters/key-set.ts'
import { nodeSecretKeys } from '../../../src/platform/adapters/node-secret-keys.ts'
import { invite } from '../../../src/survey/respondents/actions.ts'
import { at, begun, codeShown, ready, resumeCodeIn, send, voucherCodeIn } from '../../support/begun.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

async function use(world: World, set: KeySet): Promise<void> {
  world.ports.keys = await readKeys(JSON.stringify(set), nodeSecretKeys)
}

async function rotated(set: KeySet): Promise<KeySet> {
  let next = set
  for (const purpose of ['tokens', 'codes', 'receipts'] as Purpose[]) next = await withNewKey(next, purpose)
  return next
}

describe('a key set with newer keys', () => {
  it('keeps tokens, start forms, resume codes, invitations and vouchers', async () => {
    const world = await fresh()
    const set = await newKeySet()
    await use(world, set)
    const { student, last } = await ready(world, { seed: 1 })
    await send(student, 'last', last)
    const code = await codeShown(student)
    const reference = /Reference ([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})/
    const voucherBefore = (await student.open('/s/study-abroad/voucher')).html
    expect(voucherBefore).toMatch(reference)
    const answering = await begun(world, { seed: 2 })
    const resume = resumeCodeIn((await answering.open(at('places'))).html)
    const invitation = await invite(world.ports, world.study.id, '2026-12-31T00:00:00.000Z')
    const opened = new Student(world, 3)
    const start = hidden((await opened.open(at('start'))).html)

    await use(world, await rotated(await rotated(set)))

    expect(await codeShown(student)).toBe(code)
    expect((await student.open('/s/study-abroad/voucher')).html.match(reference)?.[1]).toBe(
      voucherBefore.match(reference)?.[1],
    )
    const finder = new Student(world)
    expect((await finder.post(`/v/${code}`)).headers.get('location')).toBe('/s/study-abroad/voucher')
    expect(voucherCodeIn((await finder.open('/s/study-abroad/voucher')).html)).toBe(code)

    expect(resumeCodeIn((await answering.open(at('places'))).html)).toBe(resume)
    const elsewhere = new Student(world)
    expect((await elsewhere.post('/s/study-abroad/resume', { code: resume ?? '' })).status).toBe(303)
    expect(elsewhere.respondentId).toBe(answering.respondentId)

    const invited = new Student(world)
    expect((await invited.post(`/i/${invitation}`)).headers.get('location')).toBe('/s/study-abroad/go')
    expect((await opened.post(at('start'), { ...start, Q01: '4', C0a: '1' })).status).toBe(303)
  })

  it('signs and derives with the newest', async () => {
    const world = await fresh()
    const set = await newKeySet()
    await use(world, await rotated(set))
    const { student, last } = await ready(world)
    await send(student, 'last', last)
    const [voucher] = await world.ports.db.read<{ code_key: string }>({
      sql: 'select code_key from vouchers',
      values: [],
    })
    expect(voucher?.code_key).toBe(world.ports.keys.codes.newest.kid)
    expect(set.keys.map(({ kid }) => kid)).not.toContain(voucher?.code_key)
    const kid = JSON.parse(Buffer.from(student.token.split('.')[0] ?? '', 'base64url').toString()).kid
    expect(kid).toBe(world.ports.keys.tokens.newest.kid)
    expect(set.keys.map((key) => key.kid)).not.toContain(kid)
  })

  it('without the old ones no longer knows what those signed', async () => {
    const world = await fresh()
    const student = await begun(world)
    await use(world, await newKeySet())
    expect((await student.open(at('places'))).status).toBe(401)
  })
})

describe('/.well-known/jwks.json', () => {
  it('has the public members of every ES256 key and nothing else', async () => {
    const world = await fresh()
    await use(world, await rotated(await newKeySet()))
    const answer = await new Student(world).get('/.well-known/jwks.json')
    expect(answer.status).toBe(200)
    const { keys } = (await answer.json()) as { keys: Record<string, string>[] }
    expect(keys).toHaveLength(2)
    for (const key of keys) {
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
      expect(key).toMatchObject({ alg: 'ES256', crv: 'P-256', kty: 'EC', use: 'sig' })
      await expect(
        crypto.subtle.importKey('jwk', key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']),
      ).resolves.toBeDefined()
    }
  })
})
