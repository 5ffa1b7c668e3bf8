/** What the checks find as a response is completed, and what a door that asks them makes of it. */
import { describe, expect, it } from 'vitest'
import { holdDoubted } from '../../../src/journey/quality/hold-doubted.ts'
import type { NewStudy } from '../../../src/journey/setup/open-study.ts'
import type { Posted } from '../../../src/platform/http/form.ts'
import { addReportOnly, forgetReportOnly } from '../../../src/survey/quality/report-only.ts'
import { at, begun, textOf } from '../../support/begun.ts'
import { balances, expectBooksToBalance } from '../../support/books.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, reward, rowsOf, shared } from '../../support/databases/fresh.ts'
import { hidden, type Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

const study = (given: NewStudy): NewStudy => ({ ...given, openLinkPolicy: 'check' })

interface FlagRow {
  respondent_id: string
  name: string
  family: string
  facts: string
}

const flagsOf = async (world: World, student: Student, family?: string) =>
  (await rowsOf<FlagRow>(world, 'response_flags'))
    .filter((row) => row.respondent_id === student.respondentId && (family === undefined || row.family === family))
    .map(({ name }) => name)
    .sort()

const voucherOf = async (world: World, student: Student) =>
  (await rowsOf<{ respondent_id: string; state: string }>(world, 'vouchers')).find(
    (row) => row.respondent_id === student.respondentId,
  )?.state

/** What somebody does with one page: gives the fields to send beside the answers. */
type Way = (student: Student, page: string, html: string, posted: Posted) => Promise<Record<string, string>>

/** Reads each page for half a minute. Answers with what is right for the row that checks attention, and the age. */
async function walk(world: World, student: Student, way: Way = async (_, __, html) => hidden(html)): Promise<void> {
  let { path, html } = await student.open('/s/study-abroad/go')
  for (let pages = 0; pages < 20; pages += 1) {
    if (path.endsWith('/p/~review')) {
      const answer = await student.post(path, { ...hidden(html), go: 'next' })
      ;({ path, html } = await student.open(answer.headers.get('location') ?? path))
      continue
    }
    const page = /\/p\/([a-z-]+)$/.exec(path)?.[1]
    if (page === undefined) return
    const posted = await student.sample(page, { Q02: 3, Q04: 1, Q05: 3, Q09: 2024, Q30: 2001 })
    const row = /<th[^>]*>|name="(Q11\.\d+)"/.test(html) ? attentionField(html) : null
    if (row !== null) posted[row.field] = [row.target]
    world.wait(0.5)
    const answer = await student.post(path, { ...posted, ...(await way(student, page, html, posted)), go: 'next' })
    ;({ path, html } = await student.open(answer.headers.get('location') ?? path))
  }
}

function attentionField(html: string): { field: string; target: string } | null {
  const asked = /Please choose “([^”]+)” on this row[\s\S]*?name="(Q11\.\d+)"/.exec(html)
  if (asked === null) return null
  const target = asked[1] === 'Not at all important' ? '1' : '2'
  return { field: asked[2] ?? '', target }
}

forEachDatabase((_, open, once) => {
  describe('completing', () => {
    it('through a door that asks the checks issues to somebody who reads, and holds a program that never opens a page', async () => {
      const world = await fresh({ open, study })
      const reader = await begun(world, { seed: 1, stopBefore: 'screening' })
      await walk(world, reader)
      const program = await begun(world, { seed: 2, stopBefore: 'screening' })
      await walk(world, program, async () => ({ revision: '0' }))
      expect([await voucherOf(world, reader), await voucherOf(world, program)]).toEqual(['issued', 'held'])
      expect(await flagsOf(world, program, 'automation')).toEqual(['page_never_issued'])
      const pageText = textOf((await program.open('/s/study-abroad/status')).html)
      expect(pageText).toContain('A page was sent that our server had not shown before.')
      const [balance] = (await balances(world)).filter(({ reserved, liability }) => reserved + liability > 0)
      expect(balance).toMatchObject({ reserved: 0, liability: 2 * reward })
      await expectBooksToBalance(world)
    })

    once('holds nobody by a flag that is report-only in that study', async () => {
      const world = await fresh({ open, study })
      const { db, clock } = world.ports
      const program = { way: async () => ({ revision: '0' }), name: 'page_never_issued' }
      const held = await begun(world, { seed: 2, stopBefore: 'screening' })
      await walk(world, held, program.way)
      const counted = { studyId: world.study.id, decided: 20, released: 11, at: clock.now() }
      await db.together(addReportOnly({ ...counted, name: program.name }))
      forgetReportOnly(db)
      const later = await begun(world, { seed: 3, stopBefore: 'screening' })
      await walk(world, later, program.way)
      expect([await voucherOf(world, held), await voucherOf(world, later)]).toEqual(['held', 'issued'])
      expect(await flagsOf(world, later, 'automation')).toEqual([program.name])
      expect(await holdDoubted(world.ports, later.respondentId)).toBe(false)
    })

    const share = shared({ open, study })

    once.each<[string, Way, string[]]>([
      ['a page’s token sent to the next one', tokenOfTheFirst(), ['page_out_of_order']],
      [
        'the token of somebody else',
        async (_, __, html) => ({ ...hidden(html), shown: 'mb1abc00-aaaaaaaaaa' }),
        ['page_never_issued'],
      ],
      [
        'no waiting',
        async (student, _, html) => {
          student.world.wait(-0.5)
          return hidden(html)
        },
        ['page_too_fast'],
      ],
    ])('%s is found', async (_, way, names) => {
      const student = await begun(share(), { seed: 3, stopBefore: 'screening' })
      await walk(share(), student, way)
      expect(await flagsOf(share(), student, 'automation')).toEqual(names)
    })

    once.each<[string, Way]>([
      ['read and sent', async (_, __, html) => hidden(html)],
      [
        'sent twice, after a lost reply',
        async (student, page, html, posted) => {
          await student.post(at(page), { ...posted, ...hidden(html), go: 'next' })
          return hidden(html)
        },
      ],
      [
        'saved as it goes',
        async (student, page, html) => {
          await student.post(at(page), { ...hidden(html), draft: '1' })
          return hidden((await student.open(at(page))).html)
        },
      ],
      [
        'opened in a second tab and sent from the first',
        async (student, page, html) => {
          await student.tab().open(at(page))
          return hidden(html)
        },
      ],
      [
        'left by Back and opened again',
        async (student, page, html) => {
          const back = await student.post(at(page), { ...hidden(html), go: 'back' })
          await student.open(back.headers.get('location') ?? '')
          return hidden((await student.open(at(page))).html)
        },
      ],
      [
        'seen in another language',
        async (student, page, html) => {
          const other = await student.post(at(page), { ...hidden(html), lang: 'en' })
          return hidden(await other.text())
        },
      ],
      [
        'sent with something missing, and mended',
        async (student, page, html) => {
          const refused = await student.post(at(page), { ...hidden(html), go: 'next' })
          return refused.status === 422 ? hidden(await refused.text()) : hidden(html)
        },
      ],
      [
        'begun on one device and sent from another',
        async (student, page) => {
          const elsewhere = await student.tab().open(at(page))
          student.world.wait(0.5)
          return hidden(elsewhere.html)
        },
      ],
      [
        'kept for two hours without a connection',
        async (student, _, html) => {
          student.world.wait(120)
          return hidden(html)
        },
      ],
    ])('nothing of automation is found in a page %s', async (_, way) => {
      const student = await begun(share(), { seed: 4, stopBefore: 'screening' })
      await walk(share(), student, way)
      expect(await voucherOf(share(), student)).toBeDefined()
      expect(await flagsOf(share(), student, 'automation')).toEqual([])
    })

    once.each<[boolean, string, object | undefined]>([
      [true, '12.1', { keys: 12, pastes: 1 }],
      [false, '12.1', undefined],
      // As the page comes: without scripts nobody counts, which is not nought.
      [true, '', undefined],
    ])(
      'typing and pasting is counted where it is allowed (%s) and was (%s), and nowhere else',
      async (isAllowed, typed, counted) => {
        const student = await begun(share(), { seed: 6, stopBefore: 'screening' })
        const { db } = share().ports
        const allowed = isAllowed ? 1 : 0
        await db.together({
          sql: 'update responses set paradata = ? where respondent_id = ?',
          values: [allowed, student.respondentId],
        })
        await walk(share(), student, async (_, __, html) => ({ ...hidden(html), ...(typed !== '' && { typed }) }))
        const rows = await rowsOf<{ respondent_id: string; pages: string }>(share(), 'response_paradata')
        const row = rows.find(({ respondent_id }) => respondent_id === student.respondentId)
        expect(JSON.parse(row?.pages ?? '').factors.typed).toEqual(counted)
        expect(await voucherOf(share(), student)).toBeDefined()
      },
    )

    once('the time of each page counts five minutes at the most, and is kept with the response', async () => {
      const student = await begun(share(), { seed: 5, stopBefore: 'screening' })
      await walk(share(), student, async (_, page, html) => {
        if (page === 'money') student.world.wait(90)
        return hidden(html)
      })
      const rows = await rowsOf<{ respondent_id: string; pages: string }>(share(), 'response_paradata')
      const pages = JSON.parse(rows.find((row) => row.respondent_id === student.respondentId)?.pages ?? '') as Record<
        string,
        { ms: number }
      >
      const responses = await rowsOf<{ respondent_id: string; active_ms: number }>(share(), 'responses')
      const active = responses.find((row) => row.respondent_id === student.respondentId)?.active_ms
      expect(pages).toMatchObject({ money: { ms: 300_000 }, factors: { ms: 30_000 } })
      expect(active).toBe(Object.values(pages).reduce((sum, { ms }) => sum + ms, 0))
    })
  })
})

/** The token of the first page is sent with each. */
function tokenOfTheFirst(): Way {
  let first: Record<string, string> | undefined
  return async (_, __, html) => {
    first ??= hidden(html)
    return { ...hidden(html), shown: first.shown ?? '' }
  }
}
