/** The page of questions over a real app: what it counts, its files, and filters that are given a name. */
import { expect, it } from 'vitest'
import { rejectResponse } from '../../../src/journey/reviews/judge.ts'
import { sweepSegments } from '../../../src/survey/insights/segments/pack.ts'
import { signedIn } from '../../staff/accounts/member.ts'
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

  it('keeps filters under names that tell them apart, and gives one back that was deleted', async () => {
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
