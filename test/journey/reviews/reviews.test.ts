/** Holding, releasing and rejecting, as an admin does it: by the export reference, and without a word of money. */
import { describe, expect, it } from 'vitest'
import { voucherReference } from '../../../src/rewards/vouchers/voucher.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { claimed, frozen, untilFinal, withAlipay } from '../../support/claimed.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'
import type { World } from '../../support/world.ts'

interface Row {
  id: string
  code_key: string
  ref: string
  state: string
}

const rows = (world: World) =>
  world.ports.db.read<Row>({
    sql: `select vouchers.id, vouchers.code_key, vouchers.state, responses.export_ref as ref
      from vouchers join responses on responses.respondent_id = vouchers.respondent_id order by vouchers.id`,
    values: [],
  })

const stateOf = async (world: World, ref: string) => (await rows(world)).find((row) => row.ref === ref)?.state

async function availableIn(world: World): Promise<number> {
  const balances = await rowsOf<{ available: number }>(world, 'offer_balances')
  return balances.reduce((sum, { available }) => sum + available, 0)
}

async function heldWorld(count = 1) {
  const world = await fresh()
  await addVouchers(world, count, 'held')
  return { world, mei: await signedIn(world, 'admin'), refs: (await rows(world)).map(({ ref }) => ref) }
}

describe('an admin', () => {
  it('releases a held response, and may hold it again', async () => {
    const { world, mei, refs } = await heldWorld()
    const [ref = ''] = refs
    expect(textOf((await mei.open('/admin/reviews')).html)).toContain(`${ref} Held`)
    const released = await mei.post(`/admin/reviews/${ref}/release`, { reason: 'looks_genuine' })
    expect(released.status).toBe(303)
    const page = textOf((await mei.open(released.headers.get('location') ?? '')).html)
    expect(page).toContain('Released. Its reward can be claimed, unless finance has ended it.')
    expect(page).toContain(`${ref} Accepted`)
    expect(page).toContain('Looks genuine')
    expect(await stateOf(world, ref)).toBe('issued')
    await mei.post(`/admin/reviews/${ref}/hold`, { reason: 'careless_answers' })
    expect(await stateOf(world, ref)).toBe('held')
    const steps = await rowsOf(world, 'voucher_steps')
    expect(steps.map(({ reason }) => reason)).toEqual([null, 'looks_genuine', 'careless_answers'])
    expect(new Set(steps.slice(1).map(({ actor }) => actor)).size).toBe(1)
  })

  it('rejects a held response, and its money is available again', async () => {
    const { world, mei, refs } = await heldWorld()
    const [ref = ''] = refs
    const before = await availableIn(world)
    await mei.post(`/admin/reviews/${ref}/reject`, { reason: 'automated' })
    expect(await stateOf(world, ref)).toBe('held')
    expect(await availableIn(world)).toBe(before)
    const page = textOf((await mei.open(`/admin/reviews?ref=${ref}`)).html)
    expect(page).toContain(`${ref} Rejected`)
    expect(page).toContain('Until then it can be undone')
    await untilFinal(world)
    expect(await stateOf(world, ref)).toBe('rejected')
    expect((await availableIn(world)) - before).toBe(2000)
    const later = await signedIn(world, 'admin')
    expect(textOf((await later.open(`/admin/reviews?ref=${ref}`)).html)).toContain(`${ref} Rejected for good`)
    expect(page).toContain('No responses are held.')
  })

  it('undoes a rejection for an hour, which nobody was told of, and not after', async () => {
    const { world, refs } = await heldWorld()
    const [ref = ''] = refs
    let mei = await signedIn(world, 'admin')
    for (const expected of ['Undone. It is held again', 'Its state has changed in the meantime']) {
      const form = (await mei.open('/admin/reviews')).html
      const n = /name="ticked" value="[0-9a-z]+ ([0-9]+)"/.exec(form)?.[1] ?? ''
      await mei.post(`/admin/reviews/${ref}/reject`, { reason: 'automated', n })
      if (expected.startsWith('Its')) {
        world.wait(60)
        mei = await signedIn(world, 'admin')
      }
      const undone = await mei.post(`/admin/reviews/${ref}/undo`, { n: String(Number(n) + 1) })
      expect(textOf((await mei.open(undone.headers.get('location') ?? '')).html)).toContain(expected)
    }
    expect((await mei.open(`/admin/reviews?ref=${ref}`)).html).not.toContain('/undo"')
  })

  it('waits from the day of the hold for what was accepted for long, also when a rejection is undone', async () => {
    const world = await fresh()
    await addVouchers(world, 1, 'issued')
    const [{ ref } = { ref: '' }] = await rows(world)
    world.wait(30 * 24 * 60)
    const mei = await signedIn(world, 'admin')
    await mei.post(`/admin/reviews/${ref}/hold`, { reason: 'careless_answers' })
    const held = async () => textOf((await mei.open('/admin/reviews')).html)
    const due = /due by [0-9A-Za-z ]+/.exec(await held())?.[0]
    expect(due).toContain('December 2026')
    expect(await held()).not.toContain('Late')
    await mei.post(`/admin/reviews/${ref}/reject`, { reason: 'automated' })
    await mei.post(`/admin/reviews/${ref}/undo`, {})
    expect(await held()).toContain(due ?? '')
    expect(await held()).not.toContain('Late')
  })

  it.each([
    ['release', ''],
    ['release', 'automated'],
    ['reject', 'looks_genuine'],
    ['hold', 'lost_link'],
  ])('is asked for a reason when it is to %s for %j', async (way, reason) => {
    const { world, mei, refs } = await heldWorld()
    const [ref = ''] = refs
    const response = await mei.post(`/admin/reviews/${ref}/${way}`, { reason })
    expect(textOf((await mei.open(response.headers.get('location') ?? '')).html)).toContain('Choose a reason')
    expect(await stateOf(world, ref)).toBe('held')
  })

  it('is told when it is too late to reject, and never whether it is too late to hold', async () => {
    const { world, mei, refs } = await heldWorld()
    const [ref = ''] = refs
    await mei.post(`/admin/reviews/${ref}/release`, { reason: 'checked_by_hand' })
    const late = await mei.post(`/admin/reviews/${ref}/reject`, { reason: 'automated' })
    expect(textOf((await mei.open(late.headers.get('location') ?? '')).html)).toContain(
      'Its state has changed in the meantime',
    )
    withAlipay(world)
    const [claim] = await claimed(world)
    await frozen(world)
    const inBatch = (await rows(world)).find(({ id }) => id === claim?.id)?.ref ?? ''
    // Too late to stop the batch: the page says the same as of any other, and the voucher stays where it is.
    const frozenOne = await mei.post(`/admin/reviews/${inBatch}/hold`, { reason: 'duplicate_person' })
    expect(textOf((await mei.open(frozenOne.headers.get('location') ?? '')).html)).toContain(`${inBatch} Held`)
    expect(await stateOf(world, inBatch)).toBe('claimed')
  })

  it('pages through what is held, the oldest day first, each once, and back', async () => {
    const { world } = await heldWorld(27)
    world.wait(24 * 60)
    await addVouchers(world, 4, 'held')
    const mei = await signedIn(world, 'admin')
    const all = await rows(world)
    /** The pages from an address on, by the links to the next or to the previous one. */
    const pagesFrom = async (from: string, rel: 'next' | 'prev') => {
      const pages: { at: string; refs: string[] }[] = []
      for (let at: string | undefined = from; at !== undefined && pages.length < 5; ) {
        const { html } = await mei.open(at)
        pages.push({ at, refs: [...html.matchAll(/id="held-([0-9a-z]{13})"/g)].map(([, ref = '']) => ref) })
        at = new RegExp(`rel="${rel}" href="(/admin/reviews\\?held(?:After)?=[0-9a-z]+)#held"`).exec(html)?.[1]
      }
      return pages
    }
    const pages = await pagesFrom('/admin/reviews', 'next')
    expect(pages).toHaveLength(2)
    const back = await pagesFrom(pages.at(-1)?.at ?? '', 'prev')
    expect(back.map(({ refs }) => refs)).toEqual(pages.toReversed().map(({ refs }) => refs))
    const seen = pages.flatMap(({ refs }) => refs)
    const days = [all.slice(0, 27), all.slice(27)].map((part) => part.map(({ ref }) => ref).sort())
    expect(seen).toEqual(days.flat())
  })

  it.each(['/admin/reviews?ref=1%20or%201', '/admin/reviews?held=%00', '/admin/reviews?after=%27'])(
    'finds nothing at %s',
    async (path) => {
      const { mei } = await heldWorld()
      expect((await mei.get(path)).status).toBe(404)
    },
  )

  it('sees held responses in an order that finance does not see their vouchers in', async () => {
    const { world, mei } = await heldWorld(20)
    const omar = await signedIn(world, 'preparer')
    const all = await rows(world)
    const references = await Promise.all(
      all.map(({ id, code_key }) => voucherReference(world.ports.keys, { id, codeKey: code_key })),
    )
    const seen = (html: string, names: readonly string[]) =>
      names.map((name, i) => ({ i, at: html.indexOf(name) })).sort((a, b) => a.at - b.at)
    const finance = (await omar.open('/finance/vouchers?state=open')).html
    const admin = (await mei.open('/admin/reviews')).html
    const ofFinance = seen(finance, references)
    const ofAdmin = seen(
      admin,
      all.map(({ ref }) => `held-${ref}`),
    )
    expect([...ofFinance, ...ofAdmin].every(({ at }) => at > 0)).toBe(true)
    const order = (some: { i: number }[]) => some.map(({ i }) => i)
    expect(order(ofFinance)).not.toEqual(order(ofAdmin))
    expect(order(ofFinance).reverse()).not.toEqual(order(ofAdmin))
  })

  it('learns nothing of vouchers and money, and finance nothing of responses', async () => {
    const { world, mei, refs } = await heldWorld(3)
    await mei.post(`/admin/reviews/${refs[0]}/release`, { reason: 'looks_genuine' })
    const pages = [await mei.open('/admin/reviews'), await mei.open(`/admin/reviews?ref=${refs[0]}`)]
    const text = pages.map(({ html }) => html).join('\n')
    expect(text).not.toMatch(/CNY|HKD|MOP|20\.00/)
    for (const { id, code_key } of await rows(world)) {
      expect(text).not.toContain(id.slice(2, 11))
      expect(text).not.toContain(await voucherReference(world.ports.keys, { id, codeKey: code_key }))
    }
    for (const role of ['preparer', 'approver', 'auditor'] as const) {
      const finance = await signedIn(world, role)
      expect((await finance.get('/admin/reviews')).status).toBe(403)
      expect((await finance.post(`/admin/reviews/${refs[1]}/release`, { reason: 'other' })).status).toBe(403)
    }
  })
})
