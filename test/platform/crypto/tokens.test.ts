/** What a token is good for, and what it never is, without a page around it. */
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import { describe, expect, it, vi } from 'vitest'
import { nodeSecretKeys } from '../../../src/platform/adapters/node-secret-keys.ts'
import { webSecretKeys } from '../../../src/platform/adapters/web-secret-keys.ts'
import { jsonPart } from '../../../src/platform/crypto/compact.ts'
import { readToken, signToken } from '../../../src/platform/crypto/tokens.ts'
import type { KeyRing, MacKey } from '../../../src/platform/keys/secret-keys.ts'

const at = '2026-03-02T04:00:00.500Z'
const seconds = Math.floor(Date.parse(at) / 1_000)
const after = (more: number) => new Date((seconds + more) * 1_000).toISOString()

const secret = crypto.getRandomValues(new Uint8Array(32))
const key = (kid: string, bytes = crypto.getRandomValues(new Uint8Array(32))) => nodeSecretKeys.macKey(kid, bytes)
const ringOf = (...all: [MacKey, ...MacKey[]]): KeyRing => ({ all, newest: all.at(-1) ?? all[0] })

const old = await key('old')
const newest = await key('new', secret)
const ring = ringOf(old, newest)
const signed = (keys = ring, claims: Record<string, unknown> = {}) =>
  signToken(keys, { purpose: 'respondent', audience: 'study', subject: 'r_1', at, ttlSeconds: 60, claims })
const read = (token: string, keys = ring, when = at) => readToken(keys, 'respondent', 'study', token, when)

/** A token under the newest key, with one thing not as `signToken` makes it. */
function made(change: { header?: object; claims?: object }) {
  return new SignJWT({ sub: 'r_1', aud: 'study', iat: seconds, exp: seconds + 60, ...change.claims })
    .setProtectedHeader({ alg: 'HS256', kid: 'new', typ: 'respondent+jwt', ...change.header })
    .sign(secret)
}

const invalid = { ok: false, fault: 'invalid' }
const good = { ok: true, token: { subject: 'r_1', claims: {} } }

describe('a token', () => {
  it('says whose it is and what was claimed, and nothing of how it was signed', async () => {
    expect(await read(await signed(ring, { scope: 'full', n: 2 }))).toMatchObject({
      token: { subject: 'r_1', claims: { scope: 'full', n: 2 } },
    })
    const found = await read(await signed())
    expect(found.ok && found.token).toEqual(good.token)
  })

  it('is signed under the newest key, and names its purpose', async () => {
    expect(decodeProtectedHeader(await signed())).toEqual({ alg: 'HS256', kid: 'new', typ: 'respondent+jwt' })
  })

  it('under an older key is good for as long as the key is there', async () => {
    const token = await signed(ringOf(old))
    expect(await read(token)).toMatchObject(good)
    expect(await read(token, ringOf(newest))).toEqual(invalid)
  })

  it('is good from whole seconds to whole seconds, and has then expired', async () => {
    for (const times of [1, 2]) {
      const token = await signed(ring, { times })
      expect(await read(token, ring, after(59.999))).toMatchObject({ ok: true, expiresAt: (seconds + 60) * 1_000 })
      expect(await read(token, ring, after(60))).toEqual({ ok: false, fault: 'expired' })
    }
  })

  it('of another purpose or audience is none', async () => {
    const token = await signed()
    expect(await readToken(ring, 'voucher', 'study', token, at)).toEqual(invalid)
    expect(await readToken(ring, 'respondent', 'other', token, at)).toEqual(invalid)
    expect(await read(token)).toMatchObject(good)
    expect(await readToken(ring, 'voucher', 'study', token, at)).toEqual(invalid)
    expect(await readToken(ring, 'respondent', 'other', token, at)).toEqual(invalid)
  })

  it.each([
    ['no type', { header: { typ: undefined } }],
    ['the type of any other', { header: { typ: 'JWT' } }],
    ['another algorithm', { header: { alg: 'HS512' } }],
    ['no key named', { header: { kid: undefined } }],
    ['a key named that is another', { header: { kid: 'old' } }],
    ['an unknown key named', { header: { kid: 'none' } }],
    ['no subject', { claims: { sub: undefined } }],
    ['no end', { claims: { exp: undefined } }],
    ['no beginning', { claims: { iat: undefined } }],
    ['no audience', { claims: { aud: undefined } }],
    ['two audiences', { claims: { aud: ['study', 'other'] } }],
    ['an end that is a text', { claims: { exp: String(seconds + 60) } }],
  ])('with %s is none', async (_, change) => {
    const token = await made(change).catch(() => 'not signed')
    expect(await read(token)).toEqual(invalid)
  })

  it('made by hand as ours are is one', async () => {
    expect(await read(await made({}))).toMatchObject(good)
  })

  it.each(['', 'token', '..', 'a.b.c'])('that is “%s” is none', async (text) => {
    expect(await read(text)).toEqual(invalid)
  })

  it('is refused aloud where the fault is ours', async () => {
    const broken = {
      newest,
      get all(): never {
        throw new RangeError('no keys')
      },
    }
    await expect(read(await signed(), broken)).rejects.toThrow('no keys')
  })

  it('cannot be signed or read under a key that is not for signing', async () => {
    const cipher = await nodeSecretKeys.cipherKey('new', secret)
    // @ts-expect-error a key that encrypts makes no MAC
    await expect(async () => read(await signed(), ringOf(cipher))).rejects.toThrow(TypeError)
  })

  it.each([
    ['a character less', (token: string) => token.slice(0, -1)],
    ['a character more', (token: string) => `${token}A`],
    ['padding', (token: string) => `${token}=`],
    ['another last character that stands for the same bytes', (token: string) => token.slice(0, -1) + next(token)],
    ['a fourth part', (token: string) => `${token}.`],
    [
      'its signature in standard base64',
      (token: string) =>
        token
          .replaceAll('-', '+')
          .replaceAll('_', '/')
          .replace(/[^+/]$/, '+'),
    ],
    ['nothing signed', (token: string) => `${token.slice(0, token.lastIndexOf('.'))}.`],
  ])('with %s is none', async (_, changed) => {
    const token = await signed()
    expect(changed(token)).not.toBe(token)
    expect(await read(changed(token))).toEqual(invalid)
  })

  it('is read by another library, and by WebCrypto as well as by Node', async () => {
    const token = await signed(ring, { scope: 'full', name: '李' })
    const { payload } = await jwtVerify(token, secret, {
      typ: 'respondent+jwt',
      audience: 'study',
      currentDate: new Date(at),
    })
    expect(payload).toMatchObject({ sub: 'r_1', scope: 'full', name: '李', exp: seconds + 60 })
    const web = await webSecretKeys.macKey('new', secret)
    expect(await read(token, ringOf(web))).toMatchObject({ ok: true })
    expect(await signed(ringOf(web), { scope: 'full', name: '李' })).toBe(token)
  })
})

/** Another character whose upper four bits are the same, of which only the upper four count at the end of 32 bytes. */
function next(token: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  return alphabet[alphabet.indexOf(token.at(-1) ?? '') ^ 1] ?? ''
}

describe('a token that was found good', () => {
  /** A key whose every MAC is the same three bytes, and that counts how often it was asked. */
  const counting = () => {
    const mac = vi.fn(() => new Uint8Array(3))
    return { mac, keys: ringOf({ kid: 'new', mac }) }
  }

  it('is not verified again, but under another ring of keys', async () => {
    const { mac, keys } = counting()
    const token = await signed(keys)
    mac.mockClear()
    for (let n = 0; n < 3; n++) expect(await read(token, keys)).toMatchObject(good)
    expect(mac).toHaveBeenCalledTimes(1)
    await read(token, ringOf(old, keys.newest))
    expect(mac).toHaveBeenCalledTimes(2)
  })

  it('is forgotten once five thousand others were found good after it', async () => {
    const { mac, keys } = counting()
    const head = jsonPart({ alg: 'HS256', kid: 'new', typ: 'respondent+jwt' })
    const claims = { sub: 'r_1', aud: 'study', iat: seconds, exp: seconds + 60 }
    const tokens = Array.from({ length: 5_001 }, (_, n) => `${head}.${jsonPart({ ...claims, n })}.AAAA`)
    const [first = '', second = ''] = tokens
    for (const token of tokens.slice(0, -1)) await read(token, keys)
    await read(first, keys)
    expect(mac).toHaveBeenCalledTimes(5_000)
    // One that is no good puts none of them out.
    expect(await read(`${head}.${jsonPart({ ...claims, aud: 'other' })}.AAAA`, keys)).toEqual(invalid)
    await read(first, keys)
    expect(mac).toHaveBeenCalledTimes(5_001)
    await read(tokens.at(-1) ?? '', keys)
    await read(second, keys)
    expect(mac).toHaveBeenCalledTimes(5_002)
    await read(first, keys)
    expect(mac).toHaveBeenCalledTimes(5_003)
  })
})
