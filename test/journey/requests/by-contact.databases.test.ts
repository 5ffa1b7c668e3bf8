/** Who has lost their code is let in by where their reward went, and nobody on the way learns whose it is. */
import { expect, it } from 'vitest'
import { codeForContact, registerByContact } from '../../../src/journey/requests/by-contact.ts'
import { requestRef } from '../../../src/journey/requests/due.ts'
import { claimVoucher } from '../../../src/rewards/claims/claim.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { alipay, claimed, issued, withAlipay } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import type { World, WorldOptions } from '../../support/world.ts'

const page = '/admin/studies/study-abroad/requests'
const status = '/s/study-abroad/status'
const phone = alipay(1).fields.phone ?? ''

async function site(open: WorldOptions['open']) {
  const world = await fresh({ open })
  withAlipay(world)
  const [voucher] = await claimed(world, 2)
  const came = world.ports.clock.now().slice(0, 10)
  const desk = () => signedIn(world, 'admin')
  const register = async (contact: string) => (await desk()).post(page, { contact, kind: 'erase', came })
  return { world, voucher, desk, register }
}

/** The code of the one request that waits and was not answered. */
async function codeOf(world: World): Promise<string> {
  const rows = await rowsOf(world, 'contact_requests')
  const request = rows.find((row) => row.done_at === null && row.used_at === null)
  const made = await codeForContact(world.ports, world.study.id, requestRef(String(request?.id)))
  if (made === undefined) throw new Error('no code')
  return made.code
}

/** Whether the code of a stranger's browser opens the status page. */
async function opens(world: World, code: string): Promise<Student | null> {
  const student = new Student(world)
  const answer = await student.post(status, { code })
  return answer.status === 303 ? student : null
}

forEachDatabase((_, open, once) => {
  it('the contact as it was written leads to a code, and the code to what is kept of its holder, once and for two weeks', async () => {
    const { world, voucher, desk, register } = await site(open)
    const written = phone.replace('+86', '0086 ').replace(/(\d{4})$/, '-$1')
    expect((await register(written)).status).toBe(303)
    const due = new Date(Date.parse(world.ports.clock.now()) + 30 * 86_400_000).toISOString().slice(0, 10)
    expect(await rowsOf(world, 'contact_requests')).toMatchObject([{ due_on: due, code_hash: null }])
    expect(textOf((await (await desk()).open(page)).html)).toContain('No code has been made for it yet.')
    expect(JSON.stringify(await rowsOf(world, 'contact_requests'))).not.toContain(phone.slice(-8))
    const first = await codeOf(world)
    const code = await codeOf(world)
    const sent = (await (await desk()).open(page)).html
    expect(textOf(sent)).toContain('A code was made to be sent.')
    expect(await opens(world, first), 'one that was made before').toBeNull()
    world.wait(13 * 24 * 60)
    const student = await opens(world, code)
    expect((await student?.open(status))?.html).toContain('/take-back/erase')
    expect(await opens(world, code), 'twice').toBeNull()
    // The desk is not told that it was brought, which would say that the contact is somebody's.
    const items = (html: string) => /<ul class="points">[\s\S]*?<\/ul>/.exec(html)?.[0]
    expect(items((await (await desk()).open(page)).html)).toBe(items(sent))
    expect(await rowsOf(world, 'contact_requests')).toMatchObject([{ contact: '', used_at: expect.any(String) }])
    await student?.post(`${status}/take-back/erase`)
    const gone = (await rowsOf(world, 'responses')).filter(({ state }) => state === 'withdrawn')
    expect(gone.map((row) => row.respondent_id)).toEqual([voucher?.respondentId])
    const [request] = await rowsOf(world, 'contact_requests')
    const done = await (await desk()).post(`${page}/${request?.id}/done`)
    expect(done.headers.get('location')).toBe(`${page}?said=done`)
    expect(textOf((await (await desk()).open(page)).html)).toContain('Nothing waits.')
    // Another is good for two weeks only.
    await register(alipay(2).fields.phone ?? '')
    const late = await codeOf(world)
    world.wait(14 * 24 * 60)
    expect(await opens(world, late)).toBeNull()
  })

  it('of many who bring a code in one moment, one is let in', async () => {
    const { world, register } = await site(open)
    await register(phone)
    const code = await codeOf(world)
    const came = await Promise.all(Array.from({ length: 6 }, () => opens(world, code)))
    expect(came.filter((student) => student !== null)).toHaveLength(1)
    expect(await rowsOf(world, 'contact_requests')).toMatchObject([{ uses: 1, contact: '' }])
  })

  it('of many that are registered in one moment, fifty wait', async () => {
    const { world } = await site(open)
    const staff = { id: 'staff_1' }
    const asked = { studyId: world.study.id, kind: 'see', cameOn: world.ports.clock.now().slice(0, 10) } as const
    const register = (name: string | number) =>
      registerByContact(world.ports, staff, { ...asked, contact: `${name}@example.org` })
    for (let n = 0; n < 49; n += 1) expect(await register(n)).toHaveProperty('id')
    const outcomes = await Promise.all(['a', 'b', 'c'].map(register))
    expect(outcomes.filter((one) => 'id' in one)).toHaveLength(1)
    expect(outcomes.filter((one) => 'refused' in one && one.refused === 'many')).toHaveLength(2)
    expect(await rowsOf(world, 'contact_requests')).toHaveLength(50)
  })

  once(
    'whoever claimed a voucher that was passed on to them is not let in to the answers of whoever gave it away',
    async () => {
      const { world, register } = await site(open)
      const passedOn = await issued(world, 7)
      expect(await claimVoucher(world.ports, passedOn, alipay(7), 'holder')).toEqual({ claimed: true })
      await register(alipay(7).fields.phone ?? '')
      expect(await opens(world, await codeOf(world))).toBeNull()
    },
  )

  once('the desk sees the same of a contact that nobody has, and a reference is none', async () => {
    const { world, desk, register } = await site(open)
    const [response] = await rowsOf(world, 'responses')
    const guesses = [phone, '+8613999999999', 'nobody@example.org', '6222000000000000', String(response?.export_ref)]
    const seen = []
    for (const contact of guesses) {
      const answer = await register(contact)
      const { html } = await (await desk()).open(answer.headers.get('location') ?? '')
      const request = (await rowsOf(world, 'contact_requests')).find((row) => row.done_at === null)
      const code = await codeOf(world)
      seen.push([answer.status, code.length])
      expect(html).not.toContain(contact)
      expect(html).not.toContain(code)
      expect((await opens(world, code)) !== null, contact).toBe(contact === phone)
      await (await desk()).post(`${page}/${request?.id}/done`)
    }
    expect(new Set(seen.map(String)).size).toBe(1)
  })

  once(
    'guessing is bounded: fifty wait at most, codes that are wrong are slowed, and what is no contact is refused',
    async () => {
      const { world, register } = await site(open)
      for (const [contact, why] of [
        ['', 'Give a mobile number'],
        ['a'.repeat(255), 'Give a mobile number'],
        ['6234 5678', 'Add the country'],
      ] as const) {
        const answer = await register(contact)
        expect([answer.status, textOf(await answer.text())]).toEqual([422, expect.stringContaining(why)])
      }
      for (let n = 0; n < 50; n += 1) expect((await register(`+86138000000${n + 10}`)).status).toBe(303)
      const more = await register('+8613800000099')
      expect([more.status, textOf(await more.text())]).toEqual([422, expect.stringContaining('Fifty requests')])
      const stranger = new Student(world)
      const statuses = []
      for (let n = 0; n < 11; n += 1)
        statuses.push((await stranger.post(status, { code: `guess${n}${'a'.repeat(17)}` })).status)
      expect(statuses).toEqual([...Array(10).fill(422), 429])
    },
  )
})
