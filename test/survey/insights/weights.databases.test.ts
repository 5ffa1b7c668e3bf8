/** Margins over a real app: uploaded, looked at, kept, taken away, and what is counted and exported by them. */
import { expect, it } from 'vitest'
import { noteJudged } from '../../../src/survey/insights/segments/rewrite.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { askTaipa } from '../../support/another-version.ts'
import { textOf } from '../../support/begun.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { addResponse, addResponses, made } from '../../support/export-rows.ts'
import { records } from '../../support/parse-csv.ts'
import type { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const results = '/admin/studies/study-abroad/insights'
const address = `${results}/weights`
const exports = '/admin/studies/study-abroad/exports'
const half = 't.Q01.3=50&t.Q01.4=50'

type Open = NonNullable<NonNullable<Parameters<typeof fresh>[0]>['open']>

/** Sixty of one answer and forty of another; one who is in no base. */
async function answeredWorld(open: Open): Promise<World> {
  const world = await fresh({ open })
  await addResponses(world, 60, { answers: { Q01: 3, Q02: 3 } })
  await addResponses(world, 30, { answers: { Q01: 4, Q02: 1 } })
  await addResponses(world, 10, { answers: { Q01: 4, Q02: 3 } })
  await addResponse(world, { state: 'screened_out', answers: null })
  return world
}

const pageText = async (student: Student, path: string) => textOf(await (await student.get(path)).text())

/** Keeps margins and gives back their id. */
async function addWeights(world: World, student: Student, name: string, margins = half): Promise<string> {
  const response = await student.post(address, { do: 'save', name, margins })
  expect(response.status).toBe(303)
  const id = new URL(response.headers.get('location') ?? '', 'https://x').searchParams.get('id') ?? ''
  expect((await rowsOf<{ id: string }>(world, 'margin_sets')).map((row) => row.id)).toContain(id)
  return id
}

forEachDatabase((_, open, once) => {
  once(
    'results are weighted by margins that were kept: shares, n and effective n, pictures, tables and tests',
    async () => {
      const world = await answeredWorld(open)
      const analyst = await signedIn(world, 'analyst')
      const preview = await pageText(analyst, `${address}?${half}`)
      expect(preview).toContain('Each margin is met within 0.1 points after 1 round.')
      expect(preview).toMatch(/Effective n 96 .*1\.04 .*0\.83 .*1\.25/s)
      expect(await rowsOf(world, 'margin_sets')).toEqual([])
      const id = await addWeights(world, analyst, 'Register')
      const page = await pageText(analyst, `${results}?weight=${id}`)
      expect(page).toContain(
        'Weighted by “Register (1)”: of 100 people in the base, effective n = 96; design effect 1.04',
      )
      expect(page).toContain('n = 100, effective n = 96')
      const csv = await (await analyst.get(`${results}/charts/Q02.csv?weight=${id}`)).text()
      // Thirty of 1.25, and the others: 60 of 0.8333 and ten of 1.25.
      expect(csv).toMatch(/Q02,,1,[^,]*,37\.5,99\.998,0\.37500\d,/)
      expect(csv).toContain('Weighted by “Register (1)”')
      expect(await (await analyst.get(`${results}/charts/Q02.svg?weight=${id}`)).text()).toContain('effective n = 96')
      const crossed = await pageText(analyst, `${results}/crosses?rows=Q01&columns=Q02&weight=${id}`)
      expect(crossed).toContain('Rao and Scott')
      expect(crossed).toContain('n = 100, effective n = 96')
      // Flows are counted without weights: the page says so, and what is taken away of it.
      for (const flows of ['flows', 'flows.csv', 'flows.svg']) {
        const text = await (await analyst.get(`${results}/${flows}?step1=Q01&step2=Q02&weight=${id}`)).text()
        expect([flows, text]).toEqual([flows, expect.stringContaining('Flows are counted without weights.')])
      }
      const groups = `a=is.Q02%3D1&b=is.Q02%3D3&weight=${id}`
      expect(await pageText(analyst, `${results}/compare?${groups}`)).toContain('· Effective n: A 30, B 68')
      const compared = await (await analyst.get(`${results}/compare.csv?${groups}`)).text()
      // Sixty of 0.8333 among those and ten of 1.25.
      expect(compared).toMatch(/Q01,[^,]*,[^,]*,0,37\.5,0,[^,]*,[^,]*,49\.998,62\.498,0\.79999/)
      // Under a filter everybody keeps the weight that all gave them.
      const some = await (await analyst.get(`${results}/charts/Q02.csv?is.Q01=4&weight=${id}`)).text()
      expect(some).toMatch(/Q02,,1,[^,]*,37\.5,50,0\.75,/)
      // Forty people who count 50 are forty in a picture as well; of nobody nothing is said that is no number.
      const crosses = `${results}/crosses`
      const picture = async (file: string) =>
        (await analyst.get(`${crosses}.${file}&rows=Q01&columns=Q02&weight=${id}`)).text()
      expect(await picture('svg?is.Q01=4')).toContain('n = 40, effective n = 40 · Weighted by “Register (1)”')
      expect(await picture('csv?is.Q01=5')).toMatch(/Weighted by “Register \(1\)”,,,,0\r?\n/)
    },
  )

  it('margins of a name that there is become its next version, once for two presses; one that was deleted comes back', async () => {
    const world = await answeredWorld(open)
    const analyst = await signedIn(world, 'analyst')
    const first = await addWeights(world, analyst, 'Register')
    const both = await Promise.all(
      [1, 2].map(() => analyst.post(address, { do: 'save', name: 'Register', margins: 't.Q01.3=40&t.Q01.4=60' })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([303, 303])
    const listed = async () =>
      (await rowsOf<{ name: string; n: number; removed_at: string | null }>(world, 'margin_sets'))
        .filter((row) => row.removed_at === null)
        .map(({ name, n }) => `${name} ${n}`)
        .sort()
    expect(await listed()).toEqual(['Register 1', 'Register 2'])
    expect((await analyst.post(address, { do: 'remove', id: first })).status).toBe(303)
    expect(await listed()).toEqual(['Register 2'])
    expect(await pageText(analyst, `${results}?weight=${first}`)).toContain('Weighted by “Register (1)”')
    await analyst.post(address, { do: 'restore', id: first })
    expect(await listed()).toEqual(['Register 1', 'Register 2'])
    const actions = (await rowsOf<{ action: string }>(world, 'audit_entries')).map(({ action }) => action)
    expect(actions.filter((action) => action.startsWith('weights.'))).toEqual(
      expect.arrayContaining(['weights.saved', 'weights.removed', 'weights.restored']),
    )
  })

  once(
    'a file has each weight in a column, sav declares it, and both are made again to the byte after margins are deleted',
    async () => {
      const world = await answeredWorld(open)
      const admin = await signedIn(world, 'admin')
      const id = await addWeights(world, admin, 'Register')
      const file = async (format: string, more: Record<string, string> = {}) => {
        const form = {
          format,
          language: 'en',
          held: 'in',
          version: world.study.version,
          filter: `weight=${id}`,
          ...more,
        }
        const response = await admin.post(exports, form)
        expect(response.status).toBe(303)
        const page = response.headers.get('location') ?? ''
        const take = async () => {
          await admin.post(`${page}/file`)
          return new Uint8Array(await (await admin.get(`${page}/file`)).arrayBuffer())
        }
        return { page, take }
      }
      const [csv, sav] = [await file('csv', { everybody: 'yes' }), await file('sav')]
      const bytes = await csv.take()
      const weights = records(new TextDecoder().decode(bytes)).map((row) => `${row.Q01} ${row.weight}`)
      expect(
        Object.entries(Object.groupBy(weights.sort(), (one) => one)).map(([one, all]) => [one, all?.length]),
      ).toEqual([
        [' ', 1],
        ['3 0.8333', 60],
        ['4 1.25', 40],
      ])
      expect(await pageText(admin, csv.page)).toContain('Weighted by “Register (1)”')
      const stata = await file('dta')
      expect(new TextDecoder().decode(await stata.take())).toContain('svyset [pweight=weight]')
      const codebook = await file('codebook')
      expect(new TextDecoder().decode(await codebook.take())).toContain('counted without weights')
      expect(await pageText(admin, csv.page)).toContain('Programs use it only when told to.')
      expect(await pageText(admin, sav.page)).toContain('WEIGHT OFF')
      expect(await pageText(admin, stata.page)).toContain('svyset')
      expect(await pageText(admin, codebook.page)).toContain('in this file are unweighted')
      expect(await pageText(admin, (await file('flags')).page)).toContain('This file has no weights.')
      const header8 = new DataView((await sav.take()).buffer)
      expect(header8.getInt32(76, true)).toBeGreaterThan(0)
      await admin.post(address, { do: 'remove', id })
      expect(await csv.take()).toEqual(bytes)
      const plain = await file('csv', { filter: '' })
      expect(new TextDecoder().decode(await plain.take())).not.toContain('weight')
    },
  )

  once(
    'margins whose codes say something else in a later version weight nothing of it, and pages and files say so',
    async () => {
      const world = await fresh({ open })
      const { db } = world.ports
      const admin = await signedIn(world, 'admin')
      const answer = async (version: string) => {
        await addResponses(world, 6, { answers: { Q01: 3, Q02: 3, Q03: 2 }, version })
        await addResponses(world, 4, { answers: { Q01: 4, Q02: 3, Q03: 3 }, version })
      }
      await answer(world.study.version)
      const places = await addWeights(world, admin, 'Places', 't.Q03.2=50&t.Q03.3=50')
      const ages = await addWeights(world, admin, 'Ages', half)
      const version = await askTaipa(world, '2099-01-01T00:00:00.000Z')
      await answer(version)
      const changed = 'Q03: when these margins were kept, the codes of its answers said something else'
      // Of margins from before they named their version, when they were kept says which it was.
      for (const margins of ['t.Q03.2=50&t.Q03.3=50&of=1', 't.Q03.2=50&t.Q03.3=50']) {
        await made(db, [{ sql: 'update margin_sets set margins = ? where id = ?', values: [margins, places] }])
        const page = await pageText(admin, `${results}?weight=${places}`)
        expect(page).toContain(changed)
        expect(page).toContain('These figures are not weighted.')
        expect(await pageText(admin, `${results}?weight=${places}&v=1`)).toContain('effective n')
        const change = /href="([^"]*t\.Q03\.2=50[^"]*)"/.exec(await (await admin.get(address)).text())?.[1] ?? ''
        expect(change).toContain('of=1')
        expect(await pageText(admin, change.replaceAll('&amp;', '&'))).toContain(changed)
        const asked = { format: 'csv', language: 'en', held: 'in', filter: `weight=${places}` }
        expect((await admin.post(exports, { ...asked, version })).status).toBe(422)
        expect((await admin.post(exports, { ...asked, version: world.study.version })).status).toBe(303)
      }
      expect(await pageText(admin, `${results}?weight=${ages}`)).toContain('effective n')
      // Typed anew, they are the next of their name, and name the codes of the version that they were typed for.
      const anew = await addWeights(world, admin, 'Places', 't.Q03.2=50&t.Q03.3=50')
      expect(await pageText(admin, `${results}?weight=${anew}`)).toContain('Weighted by “Places (2)”')
      expect(await pageText(admin, `${results}?weight=${anew}&v=1`)).toContain(changed)
    },
  )

  once('a table that is uploaded is checked cell by cell, and nothing is kept of it', async () => {
    const world = await answeredWorld(open)
    const analyst = await signedIn(world, 'analyst')
    const upload = async (text: string) => {
      const body = new FormData()
      body.set('file', new File([text], 'margins.csv'))
      const headers = { origin: world.ports.settings.origin }
      const response = await analyst.send(`${address}/upload`, { method: 'POST', body, headers })
      return [response.status, textOf(await response.text())] as const
    }
    expect((await upload('question,answer,share\nQ01,3,50\nQ01,4,50'))[1]).toContain('Keep these margins')
    expect((await upload('question,answer,share\nQ01,3,50\nQ01,4,52'))[1]).toContain('add up to 102, not to 100')
    expect((await upload('question,answer,share\nQ01,3,50\nQ01,77,50'))[1]).toContain('no answer with the code 77')
    expect((await upload('question,answer,share\nQ01,3,50\nQ01,5,50'))[1]).toContain('nobody gave the answer')
    expect((await upload('question,answer,share\nQ01,3,95\nQ01,4,5'))[1]).toContain('Weights would reach from 0.13')
    expect(await upload('Q01,3')).toEqual([422, expect.stringContaining('Line 1 is not')])
    expect(await rowsOf(world, 'margin_sets')).toEqual([])
  })

  once('a file says so where its margins fit no longer, since everybody of an answer was rejected', async () => {
    const world = await answeredWorld(open)
    const admin = await signedIn(world, 'admin')
    const answers = { Q01: 5, Q02: 3 }
    const few = [await addResponse(world, { answers }), await addResponse(world, { answers })]
    const filter = `weight=${await addWeights(world, admin, 'Register', 't.Q01.3=58&t.Q01.4=39&t.Q01.5=3')}`
    const asked = { format: 'csv', language: 'en', held: 'in', version: world.study.version, filter }
    const file = (await admin.post(exports, asked)).headers.get('location') ?? ''
    const empty = 'the column of weights is empty'
    expect(await pageText(admin, file)).not.toContain(empty)
    await world.ports.db.together(...few.flatMap((id) => noteJudged(id, 'rejected')))
    expect(await pageText(admin, file)).toContain(empty)
  })

  once(
    'margins that do not fit weight nothing, and it is said: on pages, where they are kept, and in files',
    async () => {
      const world = await answeredWorld(open)
      const admin = await signedIn(world, 'admin')
      expect((await admin.post(address, { do: 'save', name: 'Wrong', margins: 't.Q01.3=95&t.Q01.4=5' })).status).toBe(
        422,
      )
      const id = await addWeights(world, admin, 'Register')
      await addResponses(world, 5, { answers: { Q01: 5, Q02: 3 } })
      expect(await pageText(admin, `${results}?weight=${id}`)).toContain('effective n = 101')
      await addResponses(world, 600, { answers: { Q01: 3, Q02: 3 } })
      const page = await pageText(admin, `${results}?weight=${id}`)
      expect(page).toContain('do not fit these answers: These figures are not weighted. Weights would reach from')
      expect(page).not.toContain('effective n')
      expect(await pageText(admin, `${results}?weight=nothing`)).toContain('There are no margins of this name')
      const asked = { format: 'csv', language: 'en', held: 'in', version: world.study.version, filter: `weight=${id}` }
      const refused = await admin.post(exports, asked)
      expect([refused.status, textOf(await refused.text())]).toEqual([
        422,
        expect.stringContaining('These margins do not fit'),
      ])
    },
  )
})
