/** The page of questions over a real app: what it counts, its files, and filters that are given a name. */
import { expect, it } from 'vitest'
import { rejectResponse } from '../../../src/journey/reviews/judge.ts'
import { sweepSegments } from '../../../src/survey/insights/segments/pack.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { askTaipa } from '../../support/another-version.ts'
import { textOf } from '../../support/begun.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { addResponse, addResponses, addVouchers } from '../../support/export-rows.ts'

const address = '/admin/studies/study-abroad/insights'

forEachDatabase((_, open, once) => {
  it('counts what is packed and what is not; under a filter, without held ones, and never what was rejected', async () => {
    const world = await fresh({ open })
    await addResponses(world, 3, { answers: { Q01: 3, Q02: 3 } })
    await sweepSegments(world.ports)
    await addResponses(world, 2, { answers: { Q01: 4, Q02: 1 } })
    await addResponse(world, { state: 'screened_out', answers: null })
    const analyst = await signedIn(world, 'analyst')
    const base = async (query = '') => /n = (\d+)/.exec(textOf(await (await analyst.get(address + query)).text()))?.[1]
    expect([await base(), await base('?is.Q01=4'), await base('?is.Q01=4&is.Q02=3')]).toEqual(['5', '2', '0'])
    const admin = await staffAs(world, 'admin')
    await addVouchers(world, 2, 'held')
    const [{ id = '' } = {}] = await rowsOf<{ id: string }>(world, 'vouchers')
    await rejectResponse(world.ports, admin, id, 'careless_answers')
    expect([await base(), await base('?held=out')]).toEqual(['6', '5'])
  })

  once('keeps filters under names that tell them apart, and gives one back that was deleted', async () => {
    const world = await fresh({ open })
    const analyst = await signedIn(world, 'analyst')
    const post = (form: Record<string, string>) => analyst.post(`${address}/filters`, form)
    const names = async () =>
      (await rowsOf<{ name: string; removed_at: string | null }>(world, 'saved_filters'))
        .filter((row) => row.removed_at === null)
        .map(({ name }) => name)
    expect((await post({ do: 'save', name: ' Young ', query: 'to.Q19=3&is.Q01=3' })).status).toBe(303)
    const both = await Promise.all([1, 2].map(() => post({ do: 'save', name: 'Old', query: 'is.Q01=6' })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    const [id = ''] = (await rowsOf<{ id: string; name: string }>(world, 'saved_filters'))
      .filter(({ name }) => name === 'Young')
      .map((row) => row.id)
    const refused = await post({ do: 'rename', id, name: 'Old' })
    expect(textOf(await refused.text())).toContain('Another saved filter has this name')
    expect((await post({ do: 'remove', id })).status).toBe(303)
    expect(await names()).toEqual(['Old'])
    expect(textOf(await (await analyst.get(`${address}/filters?said=remove&id=${id}`)).text())).toContain(
      '“Young” is deleted.',
    )
    await post({ do: 'restore', id })
    expect((await names()).sort()).toEqual(['Old', 'Young'])
    expect(await (await analyst.get(`${address}/filters`)).text()).toContain(`href="${address}?is.Q01=3&amp;to.Q19=3"`)
  })

  once(
    'a filter that is saved, linked or compared keeps the codes of its version: nobody meets them where they say something else',
    async () => {
      const world = await fresh({ open })
      await addResponses(world, 3, { answers: { Q02: 3, Q03: 3 } })
      await sweepSegments(world.ports)
      const analyst = await signedIn(world, 'analyst')
      for (const [name, query] of [
        ['Macao', 'is.Q03=3'],
        ['Seniors', 'is.Q02=3'],
        ['Before', 'is.Q03=3&is.Q02=3'],
      ] as const) {
        await analyst.post(`${address}/filters`, { do: 'save', name, query })
      }
      // One from before filters named their version says it by when it was saved.
      await world.ports.db.together({
        sql: `update saved_filters set query = 'is.Q02=3&is.Q03=3' where name = 'Before'`,
        values: [],
      })
      const page = async (path: string) => (await analyst.get(path)).text()
      const sentAlong = async (query: string) =>
        [
          ...(await page(`${address}?${query}`)).matchAll(/<input type="hidden" name="(is\.\w+|of)" value="([^"]*)"/g),
        ].map(([, name, value]) => `${name}=${value}`)
      // Addresses that somebody keeps from the page of the only version that there is.
      const bookmarks = [
        `${address}?${['is.Q03=3', ...(await sentAlong('add=Q03'))].join('&')}`,
        /href="([^"]*is\.Q03=3[^"]*held=out[^"]*)"/
          .exec(await page(`${address}?is.Q03=3`))?.[1]
          ?.replaceAll('&amp;', '&'),
      ]
      const version = await askTaipa(world, '2099-01-01T00:00:00.000Z')
      await addResponses(world, 5, { answers: { Q02: 3, Q03: 3 }, version })
      const hrefs = (html: string, text: string) =>
        [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([^<]*)/g)]
          .filter(([, , said]) => said === text)
          .map(([, href = '']) => href.replaceAll('&amp;', '&'))
      const counted = async (path: string | undefined) => {
        const text = textOf(await page(path ?? ''))
        return [/n = (\d+)/.exec(text)?.[1], text.includes('meant something else')]
      }
      for (const one of bookmarks) expect(await counted(one), one).toEqual(['0', true])
      const used = async (name: string, from: string) => counted(hrefs(await page(from), name)[0])
      for (const from of [address, `${address}/filters`]) {
        expect(await used('Macao', from), from).toEqual(['0', true])
        expect(await used('Before', from), from).toEqual(['0', true])
        expect(await used('Seniors', from), from).toEqual(['5', false])
      }
      expect(await used('Macao', `${address}?v=1`)).toEqual(['3', false])
      expect(textOf(await page(`${address}/filters`))).toMatch(/Macao Q03 [^:]*\? nobody meets it here, since/)
      // The way from one version to another, and from a page to a file of it.
      expect(await counted(hrefs(await page(`${address}?is.Q03=3&v=1`), 'Version 2')[0])).toEqual(['0', true])
      expect(await counted(hrefs(await page(`${address}?is.Q03=3`), 'Version 1')[0])).toEqual(['0', true])
      expect(hrefs(await page(`${address}?is.Q03=3&v=1`), 'Export these answers')[0]).toContain('of=1')
      // Of what this version does not ask another may be meant, which reads the address by its own codes then.
      expect(hrefs(await page(`${address}?is.Q03=3`), 'Version 1')[0]).toContain('of=2')
      expect(hrefs(await page(`${address}?is.Q99=3`), 'Version 1')[0]).not.toContain('of=')
      // Nobody knows what the codes of a version are that there is not.
      expect(await counted(`${address}?is.Q02=3&of=99`)).toEqual(['0', true])
      expect(await counted(`${address}?held=out&of=99`)).toEqual(['5', false])
      // One that is saved on the page of another version than its own stays its own.
      const form = /name="query" value="([^"]*)"/.exec(await page(`${address}?is.Q03=3&of=1`))?.[1]
      expect(form).toBe('is.Q03=3&amp;of=1')
      // What is added to one that means the same here names this version's codes, and so does all of it from then on.
      expect(await sentAlong('is.Q02=3&of=1&add=Q03')).toEqual(['is.Q02=3', 'of=2'])
      expect(await sentAlong('is.Q03=3&of=1&add=Q02')).toEqual(['is.Q03=3', 'of=1'])
      // Two groups, one of each version.
      const two = textOf(
        await page(
          `${address}/compare?a=${encodeURIComponent('is.Q03=3&of=1')}&av=1&b=${encodeURIComponent('is.Q03=3&of=1')}&bv=2`,
        ),
      )
      expect(two).toContain('A: 3 responses. B: 0 responses.')
      const own = textOf(await page(`${address}/compare?a=is.Q03%3D3&av=1&b=is.Q03%3D3&bv=2`))
      expect(own).toContain('A: 3 responses. B: 5 responses.')
      const file = await page(`${address}/compare.csv?a=is.Q03%3D3&av=1&b=is.Q03%3D3&bv=2`)
      expect(file).toMatch(/Group A: [^"]*Version 1 · .*Group B: [^"]*Version 2 · /s)
    },
  )

  once('what was typed is not lost when a filter cannot be saved', async () => {
    const world = await fresh({ open })
    const analyst = await signedIn(world, 'analyst')
    const refused = await analyst.post(`${address}/filters`, { do: 'save', name: 'Everybody', query: '' })
    const html = await refused.text()
    expect(refused.status).toBe(422)
    expect(html).toContain('value="Everybody"')
    expect((await analyst.post(`${address}/filters`, { do: 'remove', id: 'none' })).status).toBe(404)
  })

  once('a picture and a table are taken away as files; a text has no picture', async () => {
    const world = await fresh({ open })
    await addResponses(world, 5, { answers: { Q01: 3 } })
    const analyst = await signedIn(world, 'analyst')
    const [svg, csv] = [await analyst.get(`${address}/charts/Q01.svg`), await analyst.get(`${address}/charts/Q01.csv`)]
    expect(svg.headers.get('content-type')).toContain('image/svg+xml')
    expect(await svg.text()).toContain('<title id="chart-t">Picture of Q01')
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="study-abroad-Q01.csv"')
    expect(await csv.text()).toContain('Q01,,3,18 to 22,5,5,1,')
    for (const file of ['Q22.svg', 'Q99.csv', 'Q01.pdf']) {
      expect((await analyst.get(`${address}/charts/${file}`)).status, file).toBe(404)
    }
  })
})
