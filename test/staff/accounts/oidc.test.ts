/** Signing in by OpenID Connect: with a real provider, with one that lies, and with none that answers. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '../../../schema/tables.ts'
import { makeSignInLink } from '../../../src/staff/accounts/actions.ts'
import { readStaff } from '../../../src/staff/accounts/session.ts'
import { changeEmail, changePerson, confirmAccount } from '../../../src/staff/people/change.ts'
import { type Lie, lyingProvider, realProvider, throughProvider } from '../../support/sign-in/sign-in-provider.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'
import { linkFor, signedIn } from './member.ts'

let here: World
let provider: Awaited<ReturnType<typeof realProvider>>
let liar: Awaited<ReturnType<typeof lyingProvider>>
beforeAll(async () => {
  const { ports, close } = await world()
  provider = await realProvider(ports.settings.origin)
  liar = await lyingProvider()
  await close()
})
afterAll(() => {
  provider.close()
  liar.close()
})
beforeEach(async () => {
  here = await world()
  here.ports.settings.oidc = provider.oidc
  provider.as = { id: 'kai-1', email: 'kai@example.org', isVerified: true }
})
afterEach(() => here.close())

/** Begins in this browser; the address at the provider. */
async function begin(browser: Student, link?: string): Promise<string> {
  const response = await browser.post('/sign-in/oidc', link === undefined ? {} : { code: link.split('/').at(-1) ?? '' })
  const address = /^0; url=(.*)$/.exec(response.headers.get('refresh') ?? '')?.[1]
  return address ?? expect.fail(`${response.status} ${await response.text()}`)
}
const finish = (browser: Student, back: URL) => browser.post('/sign-in/callback', { query: back.search.slice(1) })

/** All of it; what the last page said, or where it led. */
async function comeIn(browser: Student, link?: string): Promise<string> {
  const back = await throughProvider(await begin(browser, link))
  expect(back.pathname).toBe('/sign-in/callback')
  return outcomeOf(await finish(browser, back))
}
async function outcomeOf(response: Response): Promise<string> {
  if (response.status === 303) return response.headers.get('location') ?? ''
  return /<h1>(.*?)<\/h1>/.exec(await response.text())?.[1] ?? ''
}
const staff = async (name: string) => (await readStaff(here.ports.db, name)) ?? expect.unreachable()
const rows = (table: string) => here.ports.db.read({ sql: `select * from ${table}`, values: [] })

async function owner() {
  await linkFor(here, 'Noor', 'owner')
  return staff('Noor')
}

describe('an account at a provider', () => {
  it('comes in once a one-time link has bound it, and from then on without a link', async () => {
    const link = await linkFor(here, 'Kai', 'admin')
    const first = new Student(here)
    expect(await (await first.get(link)).text()).toContain('Sign in with Example ID')
    expect(await comeIn(first, link)).toBe('/admin')
    expect((await first.get('/admin')).status).toBe(200)
    expect((await new Student(here).post(link)).status).toBe(410)
    const second = new Student(here)
    expect(await comeIn(second)).toBe('/admin')
    expect(await (await second.get('/admin/sessions')).text()).toContain('Example ID')
    expect(await rows('staff_identities')).toHaveLength(1)
  })

  it('comes in by an address that the owner entered and the provider vouches for, the first time alone', async () => {
    await linkFor(here, 'Kai', 'admin')
    const noor = await owner()
    const { id } = await staff('Kai')
    expect(await changeEmail(here.ports, noor, id, 'KAI@example.org')).toEqual({ done: true })
    provider.as.isVerified = false
    expect(await comeIn(new Student(here))).toBe('Nobody has invited this account')
    provider.as.isVerified = true
    expect(await comeIn(new Student(here))).toBe('/admin')
    // Somebody else gets the mailbox later.
    provider.as.id = 'other-2'
    expect(await comeIn(new Student(here))).toBe('Nobody has invited this account')
  })

  describe('bound by an address that another entered', () => {
    const boundAt = async () => (await rows('staff_identities'))[0] as { at: string }
    /** Noor enters an address of her own as that of somebody. */
    async function asOf(role: Role) {
      await linkFor(here, 'Kai', role)
      const noor = await owner()
      const { id } = await staff('Kai')
      await changeEmail(here.ports, { ...noor, linkBy: 'operators-friend' }, id, 'kai@example.org')
      return { noor, id }
    }

    it('counts as them until another owner confirms it, which neither they nor their links nor its person can', async () => {
      const { noor, id } = await asOf('reviewer')
      expect(await comeIn(new Student(here))).toBe('/admin')
      await linkFor(here, 'Bo', 'owner')
      const bo = await staff('Bo')
      const { at } = await boundAt()
      const sessions = async () =>
        (await rows('staff_sessions')).map((row) => (row as { link_by: string | null }).link_by)
      for (const [who, refused] of [
        [noor, 'own_word'],
        [{ ...bo, linkBy: noor.id }, 'own_word'],
        [{ ...bo, id }, 'own_word'],
        [await staff('Kai'), 'not_yours'],
      ] as const)
        expect(await confirmAccount(here.ports, who, id, at)).toEqual({ refused })
      expect(await comeIn(new Student(here))).toBe('/admin')
      expect(await sessions()).toEqual([noor.id, noor.id])
      expect(await confirmAccount(here.ports, bo, id, at)).toEqual({ done: true })
      expect(await confirmAccount(here.ports, bo, id, at)).toEqual({ refused: 'not_bound' })
      await comeIn(new Student(here))
      expect((await sessions()).sort()).toEqual([null, noor.id, noor.id].sort())
      expect(await rows('audit_entries')).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ action: 'staff.bound', actor: id, subject: `${id} ${noor.id}` }),
          expect.objectContaining({ action: 'staff.account_confirmed', actor: bo.id, subject: id }),
        ]),
      )
    })

    it('lets nobody in who deals with money before that, and every owner is told', async () => {
      const { id } = await asOf('approver')
      const waits = 'Somebody else has to confirm this account'
      for (const _ of ['to be bound', 'once more']) expect(await comeIn(new Student(here))).toBe(waits)
      expect(await rows('staff_sessions')).toEqual([])
      expect(await rows('refused_sign_ins')).toMatchObject([{ reason: 'unconfirmed', count: 2 }])
      const bos = await signedIn(here, 'owner', 'Bo')
      expect(await (await bos.get('/admin/studies')).text()).toContain('The account of one person waits for an owner')
      expect(await (await bos.get('/admin/people')).text()).toContain('By an address that Noor entered')
      const page = await (await bos.get(`/admin/people/${id}`)).text()
      expect(page).toContain('Confirm that it is theirs')
      here.wait(11)
      const bound = (await boundAt()).at
      expect((await bos.post(`/admin/people/${id}/confirm`, { bound })).status).toBe(401)
      await bos.post(await linkFor(here, 'Bo'))
      expect((await bos.post(`/admin/people/${id}/confirm`, { bound })).headers.get('location')).toContain('confirmed')
      expect(await comeIn(new Student(here))).toBe('/finance')
    })

    it('of somebody new as well, and a link lets them in meanwhile', async () => {
      const noors = await signedIn(here, 'owner', 'Noor')
      const invited = { name: 'Kai', email: 'kai@example.org', study: 'study-abroad', role: 'preparer' }
      const page = await (await noors.post('/admin/people', invited)).text()
      const link = /\/sign-in\/[0-9a-z]{26}/.exec(page)?.[0] ?? expect.unreachable()
      expect(await comeIn(new Student(here))).toBe('Somebody else has to confirm this account')
      expect(await comeIn(new Student(here), link)).toBe('/finance')
      const { id } = await staff('Noor')
      expect(await rows('staff_sessions')).toContainEqual(expect.objectContaining({ way: 'oidc', link_by: id }))
    })

    it('stays the word of whoever entered it first, when another owner sends the same address once more', async () => {
      const { noor, id } = await asOf('reviewer')
      await linkFor(here, 'Bo', 'owner')
      await changeEmail(here.ports, await staff('Bo'), id, ' Kai@Example.org ')
      expect(await comeIn(new Student(here))).toBe('/admin')
      expect(await rows('staff_sessions')).toMatchObject([{ link_by: noor.id }])
      expect(await confirmAccount(here.ports, noor, id, (await boundAt()).at)).toEqual({ refused: 'own_word' })
    })

    it('entered by themselves is theirs', async () => {
      const noor = await owner()
      await changeEmail(here.ports, noor, noor.id, 'kai@example.org')
      await comeIn(new Student(here))
      expect(await rows('staff_sessions')).toMatchObject([{ staff_id: noor.id, link_by: null }])
    })

    it('cannot be confirmed by whoever entered the address, whatever was read', async () => {
      await asOf('reviewer')
      await comeIn(new Student(here))
      for (const by of ['vouched_by', 'staff_id']) {
        const write = { sql: `update staff_identities set confirmed_by = ${by}`, values: [] }
        expect(await here.ports.db.together(write)).toMatchObject({ breach: { on: 'staff_identities_by_another' } })
      }
    })
  })

  it.each([
    ['kai-1', 'Kai'],
    ['Kai', 'Kai'],
  ])('is nobody without an invitation, whatever it is called: %s', async (id, name) => {
    await linkFor(here, name, 'admin')
    provider.as.id = id
    const browser = new Student(here)
    expect(await comeIn(browser)).toBe('Nobody has invited this account')
    expect((await browser.get('/admin')).status).toBe(401)
    expect(await rows('staff_sessions')).toEqual([])
    expect(await rows('refused_sign_ins')).toMatchObject([{ way: 'oidc', reason: 'not_invited', count: 1 }])
  })

  it('is not bound beside another by a link that somebody else made; a first one is, and so is any by the command line', async () => {
    const noor = await owner()
    await linkFor(here, 'Kai', 'admin')
    const byNoor = async () => {
      const made = await makeSignInLink(here.ports, { name: 'Kai' }, { ...noor, linkBy: 'somebody' })
      return 'link' in made ? made.link : expect.unreachable()
    }
    expect(await comeIn(new Student(here), await byNoor())).toBe('/admin')
    const { id } = await staff('Kai')
    expect(await rows('staff_sessions')).toMatchObject([
      { staff_id: id, way: 'oidc', link_by: noor.id, link_as: 'somebody' },
    ])
    provider.as.id = 'noor-2'
    expect(await comeIn(new Student(here), await byNoor())).toBe('You have an account here already')
    expect(await rows('staff_identities')).toHaveLength(1)
    expect(await rows('refused_sign_ins')).toMatchObject([{ reason: 'has_identity', count: 1 }])
    expect(await comeIn(new Student(here), await linkFor(here, 'Kai'))).toBe('/admin')
    expect(await rows('staff_identities')).toHaveLength(2)
    provider.as.id = 'kai-1'
    await comeIn(new Student(here))
    expect((await rows('staff_sessions')).map((row) => (row as { link_by: unknown }).link_by).sort()).toEqual(
      [null, null, noor.id].sort(),
    )
  })

  it('of somebody else is not bound by a link, and the link is not used up', async () => {
    await comeIn(new Student(here), await linkFor(here, 'Kai', 'admin'))
    const link = await linkFor(here, 'Omar', 'preparer')
    expect(await comeIn(new Student(here), link)).toBe('This account is somebody else’s')
    expect((await new Student(here).post(link)).status).toBe(303)
  })

  it('is let in no more once its person is suspended or removed', async () => {
    await comeIn(new Student(here), await linkFor(here, 'Kai', 'admin'))
    const noor = await owner()
    const { id } = await staff('Kai')
    await changePerson(here.ports, noor, id, 'suspend')
    expect(await comeIn(new Student(here))).toBe('You have no access now')
    await changePerson(here.ports, noor, id, 'remove')
    expect(await comeIn(new Student(here))).toBe('Nobody has invited this account')
  })

  it('is unbound by an owner, with the address that would bind it again and all sessions, but not as the last way in', async () => {
    const kais = new Student(here)
    await comeIn(kais, await linkFor(here, 'Kai', 'admin'))
    const { id } = await staff('Kai')
    const noors = new Student(here)
    await noors.post(await linkFor(here, 'Noor', 'owner'))
    await changeEmail(here.ports, await staff('Noor'), id, 'kai@example.org')
    const page = await (await noors.get(`/admin/people/${id}`)).text()
    expect(page).toContain(new URL(provider.oidc.issuer).host)
    const bound = /name="bound" value="([^"]+)"/.exec(page)?.[1] ?? expect.unreachable()
    const unbind = async (at: string) =>
      (await noors.post(`/admin/people/${id}/unbind`, { bound: at })).headers.get('location')
    expect(await unbind('2020-01-01')).toBe(`/admin/people/${id}?said=not_bound`)
    expect(await unbind(bound)).toBe(`/admin/people/${id}?said=last_way`)
    expect((await kais.get('/admin')).status).toBe(200)
    await linkFor(here, 'Kai')
    expect(await unbind(bound)).toBe(`/admin/people/${id}?said=unbound`)
    expect((await kais.get('/admin')).status).toBe(401)
    expect(await comeIn(new Student(here))).toBe('Nobody has invited this account')
    expect(await rows('audit_entries')).toContainEqual(
      expect.objectContaining({ action: 'staff.unbound', subject: id }),
    )
    here.wait(11)
    expect((await noors.post(`/admin/people/${id}/unbind`, { bound })).status).toBe(401)
  })

  it('comes in while somebody acts late, whose form is then taken', async () => {
    const noors = new Student(here)
    await comeIn(noors, await linkFor(here, 'Noor', 'owner'))
    const { id } = await staff('Noor')
    here.wait(11)
    const fields = { study: 'study-abroad', role: 'viewer' }
    noors.headers = { ...noors.headers, 'content-length': '100' }
    const late = await (await noors.post(`/admin/people/${id}/roles`, fields)).text()
    expect(late).toContain('Sign in with Example ID in another tab')
    expect(await comeIn(noors)).toBe('/admin/studies')
    expect((await noors.post(`/admin/people/${id}/roles`, fields)).headers.get('location')).toContain('other_desk')
  })
})

describe('what comes back', () => {
  const again = 'Please start again'
  const refused = 'Example ID did not let you in'

  it('to another browser, twice, or late signs nobody in', async () => {
    const link = await linkFor(here, 'Kai', 'admin')
    const browser = new Student(here)
    const back = await throughProvider(await begin(browser, link))
    const copy = browser.tab()
    expect(await outcomeOf(await finish(new Student(here), back))).toBe(again)
    const elsewhere = new Student(here)
    await begin(elsewhere)
    expect(await outcomeOf(await finish(elsewhere, back))).toBe(again)
    expect(await outcomeOf(await finish(browser, back))).toBe('/admin')
    expect(await outcomeOf(await finish(browser, back))).toBe(again)
    // A copy of the cookie does not help: the provider takes a code once.
    expect(await outcomeOf(await finish(copy, back))).toBe(refused)
    const late = new Student(here)
    const lateBack = await throughProvider(await begin(late))
    here.wait(11)
    expect(await outcomeOf(await finish(late, lateBack))).toBe(again)
  })

  it('with the name of another issuer, or as a refusal, signs nobody in', async () => {
    await comeIn(new Student(here), await linkFor(here, 'Kai', 'admin'))
    for (const change of [
      (query: URLSearchParams) => query.set('iss', 'https://other.example'),
      (query: URLSearchParams) => {
        query.delete('code')
        query.set('error', 'access_denied')
      },
    ]) {
      const browser = new Student(here)
      const back = await throughProvider(await begin(browser))
      change(back.searchParams)
      expect(await outcomeOf(await finish(browser, back))).toBe(refused)
      expect((await browser.get('/admin')).status).toBe(401)
    }
  })

  it('is read without a change: a GET shows a button', async () => {
    const browser = new Student(here)
    const back = await throughProvider(await begin(browser, await linkFor(here, 'Kai', 'admin')))
    expect((await browser.get(`/sign-in/callback${back.search}`)).status).toBe(200)
    expect(await rows('staff_sessions')).toEqual([])
    expect(await outcomeOf(await finish(browser, back))).toBe('/admin')
  })

  async function liedTo(lie: Lie): Promise<string> {
    here.ports.settings.oidc = liar.oidc
    const browser = new Student(here)
    const { searchParams } = new URL(await begin(browser, await linkFor(here, 'Kai', 'admin')))
    liar.next.nonce = searchParams.get('nonce') ?? ''
    liar.next.lie = lie
    const back = new URL(`https://x.example/sign-in/callback?code=1&state=${searchParams.get('state')}`)
    return outcomeOf(await finish(browser, back))
  }

  it('is believed when it is true (so that the refusals below are not for another reason)', async () => {
    expect(await liedTo({})).toBe('/admin')
  })

  it.each<[string, Lie]>([
    ['another nonce', { claims: { nonce: 'other' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another issuer', { claims: { iss: 'https://other.example' } }],
    ['another audience', { claims: { aud: 'other' } }],
    ['its time over', { claims: { exp: 1_600_000_000 } }],
    ['no signature (alg none)', { signed: 'not' }],
    ['the signature of a key that nobody knows', { signed: 'otherwise' }],
  ])('in an id token with %s signs nobody in', async (_, lie) => {
    expect(await liedTo(lie)).toBe(refused)
    expect(await rows('staff_sessions')).toEqual([])
    expect(await rows('sign_in_uses')).toEqual([])
  })
})

it('a provider that is down is said to be, and links still work', async () => {
  here.ports.settings.oidc = { ...provider.oidc, issuer: 'http://127.0.0.1:9' }
  const browser = new Student(here)
  const link = await linkFor(here, 'Kai', 'admin')
  const response = await browser.post('/sign-in/oidc')
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('One-time links still work')
  expect((await browser.post(link)).headers.get('location')).toBe('/admin')
})
