/** Wrong codes are slowed, by network, and nobody is locked out: sign-in, resume, voucher and invitation codes. */
import { expect, it } from 'vitest'
import { forgetWrongCodes } from '../../../src/platform/network/wrong-codes.ts'
import { invite } from '../../../src/survey/respondents/actions.ts'
import { linkFor } from '../../staff/accounts/member.ts'
import { codeShown, ready, send, textOf } from '../../support/begun.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

function from(world: World, address: string, language = 'en'): Student {
  const browser = new Student(world)
  browser.headers = { 'accept-language': language, 'x-test-address': address }
  return browser
}

const wrong = (n: number) => `${'0'.repeat(20)}${n}`
const stranger = '198.51.100.1'

/** Each way of bringing a code, and where a right one comes from. */
const ways: Record<
  string,
  { bring: (browser: Student, code: string) => Promise<Response>; right: (world: World) => Promise<string> }
> = {
  'a sign-in link': {
    bring: (browser, code) => browser.post(`/sign-in/${code}`),
    right: async (world) => (await linkFor(world, 'Mei', 'admin')).split('/').at(-1) ?? '',
  },
  'a resume code': {
    bring: (browser, code) => browser.post('/s/study-abroad/resume', { code }),
    right: async (world) => {
      const { student } = await ready(world)
      return /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec((await student.open('/s/study-abroad/p/last')).html)?.[0] ?? ''
    },
  },
  'a voucher’s code': {
    bring: (browser, code) => browser.post('/v', { code }),
    right: async (world) => {
      const { student, last } = await ready(world)
      await send(student, 'last', last)
      return (await codeShown(student)) ?? ''
    },
  },
  'an invitation, looked at': {
    bring: (browser, code) => browser.get(`/i/${code}`),
    right: (world) => invite(world.ports, world.study.id, '2027-01-01T00:00:00.000Z'),
  },
  'an invitation, taken': {
    bring: (browser, code) => browser.post(`/i/${code}`),
    right: (world) => invite(world.ports, world.study.id, '2027-01-01T00:00:00.000Z'),
  },
}

forEachDatabase((_, open, once) => {
  once.each(Object.entries(ways))(
    '%s is waited for after ten wrong ones in a minute, on its network alone',
    async (_, { bring, right }) => {
      const world = await fresh({ open })
      const code = await right(world)
      const tried = from(world, stranger)
      for (let n = 0; n < 10; n++) expect((await bring(tried, wrong(n))).status).toBeOneOf([404, 422])
      const refused = await bring(from(world, stranger, 'zh-HK'), code)
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
      expect(textOf(await refused.text())).toContain('輸錯的次數太多')
      // The holder is elsewhere, and notices nothing.
      expect((await bring(from(world, '203.0.113.9'), code)).status).toBeLessThan(400)
      world.wait(1)
      expect((await bring(from(world, '198.51.100.99'), code)).status).not.toBe(429)
    },
  )

  it('a hundred wrong ones on one day leave one a minute, and the next day begins anew', async () => {
    const world = await fresh({ open })
    const tried = from(world, stranger)
    const statuses = async (count: number) => {
      const found: number[] = []
      for (let n = 0; n < count; n++) found.push((await tried.post('/v', { code: wrong(n) })).status)
      return found
    }
    for (let minutes = 0; minutes < 10; minutes++) {
      expect(new Set(await statuses(10))).toEqual(new Set([404]))
      world.wait(1)
    }
    for (let minutes = 0; minutes < 3; minutes++) {
      expect(await statuses(2)).toEqual([404, 429])
      world.wait(1)
    }
    world.wait(24 * 60)
    expect(new Set(await statuses(10))).toEqual(new Set([404]))
    world.wait(25 * 60)
    await forgetWrongCodes(world.ports)
    expect(await rowsOf(world, 'wrong_codes')).toEqual([])
  })

  it('thirty wrong ones at once are told no more than ten', async () => {
    const world = await fresh({ open })
    const replies = await Promise.all(
      Array.from({ length: 30 }, (_, n) => from(world, stranger).post('/v', { code: wrong(n) })),
    )
    expect(replies.filter(({ status }) => status === 404)).toHaveLength(10)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(20)
  })

  it('wrong ones for one code from many networks leave each network one a minute, and its owner passes at once', async () => {
    const world = await fresh({ open })
    const code = await ways['a voucher’s code']?.right(world)
    const guess = (n: number) => `${code?.slice(0, -4)}${String(n).padStart(4, '0')}`
    const network = (n: number) => from(world, `192.0.${n}.1`)
    for (let n = 0; n < 10; n++) expect((await network(n).post('/v', { code: guess(n) })).status).toBe(404)
    const tried = async (n: number) => (await network(n).post('/v', { code: guess(n) })).status
    expect([await tried(20), await tried(20), await tried(21), await tried(21)]).toEqual([404, 429, 404, 429])
    // Another code is none of theirs, and whoever has the right one waits for nobody elsewhere.
    expect((await network(22).post('/v', { code: wrong(1) })).status).toBe(404)
    expect((await network(22).post('/v', { code: wrong(2) })).status).toBe(404)
    expect((await network(23).post('/v', { code: code ?? '' })).status).toBe(303)
    world.wait(1)
    expect([await tried(20), await tried(20)]).toEqual([404, 404])
  })

  once('a household of IPv6 is a network (/64), and its neighbour is another', async () => {
    const world = await fresh({ open })
    for (let n = 0; n < 10; n++) await from(world, `2001:db8:1:2::${n}`).post('/v', { code: wrong(n) })
    expect((await from(world, '2001:db8:1:2:ffff::1').post('/v', { code: wrong(11) })).status).toBe(429)
    expect((await from(world, '2001:db8:1:3::1').post('/v', { code: wrong(12) })).status).toBe(404)
  })

  once.each(Object.entries(ways))('%s that waits is told so in JSON to whoever asks for it', async (_, { bring }) => {
    const world = await fresh({ open })
    for (let n = 0; n < 10; n++) await bring(from(world, stranger), wrong(n))
    const script = from(world, stranger)
    script.headers.accept = 'application/json'
    const refused = await bring(script, wrong(11))
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(await refused.json()).toMatchObject({ type: 'urn:honorarium:too_many_codes', status: 429 })
  })

  once('right ones do not count', async () => {
    const world = await fresh({ open })
    const code = await invite(world.ports, world.study.id, '2027-01-01T00:00:00.000Z')
    for (let n = 0; n < 15; n++) expect((await from(world, stranger).post(`/i/${code}`)).status).toBe(303)
    expect(await rowsOf(world, 'wrong_codes')).toEqual([])
  })
})
