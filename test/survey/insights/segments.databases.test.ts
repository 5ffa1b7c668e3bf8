/** Answers by column: what is packed says what the documents say, whoever packs, decides or erases meanwhile. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { counted } from '../../../src/journey/quality/counted.ts'
import { holdResponse } from '../../../src/journey/reviews/hold.ts'
import { rejectResponse, releaseResponse, undoRejected } from '../../../src/journey/reviews/judge.ts'
import { takeResponseBack } from '../../../src/journey/rights/take-back.ts'
import { first, type Query } from '../../../src/platform/db/together.ts'
import { auditDatabase } from '../../../src/reconciliation/integrity/audit.ts'
import { statuses } from '../../../src/survey/insights/segments/about.ts'
import { rebuildSegments } from '../../../src/survey/insights/segments/check.ts'
import { sweepSegments } from '../../../src/survey/insights/segments/pack.ts'
import { layoutOfData, readSegments } from '../../../src/survey/insights/segments/read.ts'
import { noteChange, putFlags } from '../../../src/survey/insights/segments/rewrite.ts'
import { flag } from '../../../src/survey/quality/flag.ts'
import { flagWrites } from '../../../src/survey/quality/store.ts'
import { withoutDraftOnly } from '../../../src/survey/questionnaire/route/page-answers.ts'
import { eraseAnswers, withdrawEnded } from '../../../src/survey/responses/withdraw.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, interpose, rowsOf } from '../../support/databases/fresh.ts'
import { addResponse, addResponses, addVouchers, made } from '../../support/export-rows.ts'
import type { World } from '../../support/world.ts'
import { circumstances, picks, walkOn } from '../questionnaire/walks.ts'

const dataOf = ({ study }: World) => ({ studyId: study.id, dataVersion: study.version })

/** Every response as its columns say, whatever their order. */
async function peopleIn(world: World): Promise<Record<string, unknown>[]> {
  const layout = await layoutOfData(world.ports.db, dataOf(world))
  const names = [...layout.fields.keys()]
  const rows: Record<string, unknown>[] = []
  for await (const segment of readSegments(world.ports, dataOf(world), names)) {
    const columns = names.map((name) => [name, segment.slots(name), layout.fields.get(name)?.slots] as const)
    for (let at = 0; at < segment.size; at += 1) {
      rows.push(
        Object.fromEntries(
          columns.map(([name, slots, known]) => [name, known ? known.valueOf(slots[at] ?? 0) : slots[at]]),
        ),
      )
    }
  }
  return rows.sort((a, b) => Number(a._key) - Number(b._key))
}

const statusesOf = async (world: World) => (await peopleIn(world)).map(({ _status }) => statuses[Number(_status)])

const places = async (world: World) =>
  (await rowsOf(world, 'answer_places')).map(({ n }) => Number(n)).sort((a, b) => a - b)

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n)

forEachDatabase((_, open, once) => {
  it('whatever is answered, it is told from the documents and then from the segments alike', async () => {
    const world = await fresh({ open })
    const walks = fc.sample(fc.tuple(circumstances, picks), { numRuns: 30, seed: 5 })
    const documents = walks
      .map(([given, pick]) => ({ given, walk: walkOn({}, given, pick) }))
      .filter(({ walk }) => walk.end === 'complete')
    for (const { given, walk } of documents) {
      await addResponse(world, { ...given, answers: withoutDraftOnly(studyAbroad, walk.answers) })
    }
    await addResponse(world, { state: 'screened_out', answers: null })
    expect(documents.length).toBeGreaterThan(5)
    const before = await peopleIn(world)
    expect(await sweepSegments(world.ports)).toBe(documents.length + 1)
    expect(await peopleIn(world)).toEqual(before)
    expect(await places(world)).toEqual(upTo(documents.length + 1))
    // Each of the same sweep again finds nothing to do.
    expect(await sweepSegments(world.ports)).toBe(0)
  })

  it('two who pack at once give each response one place, and more are added behind', async () => {
    const world = await fresh({ open })
    await addResponses(world, 40)
    const before = await peopleIn(world)
    await Promise.all([sweepSegments(world.ports), sweepSegments(world.ports)])
    await sweepSegments(world.ports)
    expect(await places(world)).toEqual(upTo(40))
    expect(await peopleIn(world)).toEqual(before)
    await addResponses(world, 7, { answers: { Q01: 5, Q02: 1 } })
    const more = await peopleIn(world)
    await sweepSegments(world.ports)
    expect(await places(world)).toEqual(upTo(47))
    expect(await peopleIn(world)).toEqual(more)
  })

  it('a decision and a withdrawal show where it stands in the same moment, packed or not', async () => {
    const world = await fresh({ open })
    await addVouchers(world, 1, 'held')
    const { ports } = world
    const admin = await staffAs(world, 'admin')
    const voucher = await first<{ id: string; who: string }>(ports.db, {
      sql: 'select id as "id", respondent_id as "who" from vouchers',
      values: [],
    })
    const { id = '', who = '' } = voucher ?? {}
    const stands = []
    for (const isPacked of [false, true]) {
      if (isPacked) expect(await sweepSegments(ports)).toBe(1)
      stands.push(...(await statusesOf(world)))
      await rejectResponse(ports, admin, id, 'careless_answers')
      stands.push(...(await statusesOf(world)))
      await undoRejected(ports, admin, id)
      stands.push(...(await statusesOf(world)))
      await releaseResponse(ports, admin, id, 'looks_genuine')
      stands.push(...(await statusesOf(world)))
      await holdResponse(ports, admin, id, 'other')
    }
    expect(stands).toEqual(['held', 'rejected', 'held', 'complete', 'held', 'rejected', 'held', 'complete'])
    await releaseResponse(ports, admin, id, 'looks_genuine')
    expect(await takeResponseBack(ports, who, 'withdraw')).toEqual({ done: true })
    const [row] = await peopleIn(world)
    expect(new Set(Object.values(row ?? {}))).toEqual(new Set([0, null]))
  })

  once('what is not shown yet is neither packed nor told', async () => {
    const world = await fresh({ open, smallestGroup: 5 })
    await addResponses(world, 3)
    expect(await sweepSegments(world.ports)).toBe(0)
    expect(await peopleIn(world)).toEqual([])
  })

  once(
    'what was erased or found stands so in the segments, and a segment that says something else is made anew',
    async () => {
      const world = await fresh({ open })
      const { ports } = world
      const ids: string[] = []
      for (let n = 0; n < 3; n += 1) ids.push(await addResponse(world, { answers: { Q01: 4, Q02: 3, Q04: 1 } }))
      const [erased = '', flagged = ''] = ids
      await sweepSegments(ports)
      const at = ports.clock.now()
      await made(ports.db, [
        noteChange(flagged),
        ...flagWrites(flagged, [flag('speeder', {}), flag('twin', {})], at),
        putFlags(flagged),
        ...eraseAnswers(erased),
      ])
      const rows = await peopleIn(world)
      expect(rows.map(({ _flags, Q02 }) => [_flags, Q02]).sort()).toEqual([
        [0, null],
        [0, 3],
        [0b1001, 3],
      ])
      const looked = async () =>
        (await auditDatabase(ports, (name) => /^(segments_are_answers|places_are_filled)$/.test(name))).filter(
          ({ ok }) => !ok,
        )
      expect(await looked()).toEqual([])
      await made(ports.db, [
        { sql: `update answer_segments set data = '_' || substr(data, 2) where name = 'Q02'`, values: [] },
        { sql: `delete from answer_segments where name = 'Q04'`, values: [] },
      ])
      expect((await looked()).map(({ breaches }) => breaches.map((one) => one.split(' ')[3]))).toEqual([['Q02', 'Q04']])
      expect(await rebuildSegments(ports)).toBe(2)
      expect(await looked()).toEqual([])
      expect(await peopleIn(world)).toEqual(rows)
      // A place that is lost, and all of them: the responses are counted again from their documents, and packed anew.
      for (const lost of ['n = 2', 'n >= 0']) {
        await made(ports.db, [{ sql: `delete from answer_places where ${lost}`, values: [] }])
        expect((await looked()).map(({ invariant }) => invariant)).toContain('places_are_filled')
        await rebuildSegments(ports)
        expect(await peopleIn(world)).toEqual(rows)
        expect(await sweepSegments(ports)).toBe(lost === 'n = 2' ? 1 : 3)
        expect(await looked()).toEqual([])
        expect(await peopleIn(world)).toEqual(rows)
      }
    },
  )

  once('of a response that ended early and is erased no link stands in the segments', async () => {
    const world = await fresh({ open })
    const { ports, study } = world
    const tag = {
      sql: `insert into source_tags (id, study_id, n, tag, at) values ('t', ?, 5, 'poster', '')`,
      values: [study.id],
    }
    await made(ports.db, [tag])
    for (const state of ['screened_out', 'over_quota', 'screened_out'] as const) {
      const id = await addResponse(world, { state, answers: null })
      await made(ports.db, [{ sql: `update responses set source = 't' where respondent_id = ?`, values: [id] }])
    }
    await sweepSegments(ports)
    const [gone, , full] = await rowsOf<{ respondent_id: string }>(world, 'responses')
    await made(ports.db, [...eraseAnswers(gone?.respondent_id ?? ''), ...eraseAnswers(full?.respondent_id ?? '')])
    expect((await peopleIn(world)).map(({ _source }) => _source).sort()).toEqual([1, 1, 6])
    const checked = await auditDatabase(ports, (name) => name === 'segments_are_answers')
    expect(checked.filter(({ ok }) => !ok)).toEqual([])
  })

  once(
    'a response that changes while it is packed waits for the next run, with all that were packed with it',
    async () => {
      const world = await fresh({ open })
      const ids: string[] = []
      for (let n = 0; n < 2; n += 1) ids.push(await addResponse(world))
      const { db } = world.ports
      let isFirst = true
      interpose(world, (under) => ({
        ...under,
        together: async (...writes) => {
          // Somebody withdraws between the reading and the writing.
          if (isFirst && writes.some(({ sql }) => sql.includes('answer_places'))) {
            isFirst = false
            await made(under, [withdrawEnded({ respondentId: ids[0] ?? '', revision: 2, at: '2026-11-24' })])
          }
          return under.together(...writes)
        },
      }))
      expect(await sweepSegments(world.ports)).toBe(0)
      expect(await places(world)).toEqual([])
      expect(await sweepSegments(world.ports)).toBe(2)
      expect((await statusesOf(world)).sort()).toEqual(['complete', 'gone'])
      world.ports.db = db
    },
  )

  once(
    'a run asks no more of a database that counts than its share, and a full segment is followed by another',
    async () => {
      const world = await fresh({ open })
      const { ports } = world
      await addResponses(world, 4_100)
      const { db, asked } = counted({ ...ports.db, mostStatements: 1_000 })
      /** Whether somebody else had a turn before the second piece was read. */
      const letOthers = async () => {
        let had = false
        setTimeout(() => {
          had = true
        }, 0)
        let pieces = 0
        for await (const _ of readSegments(ports, dataOf(world), ['_status'])) if (++pieces === 2) break
        return had
      }
      expect(await letOthers()).toBe(true)
      let packed = 0
      while (packed < 4_100) {
        const before = asked()
        packed += await sweepSegments({ ...ports, db })
        expect(asked() - before).toBeLessThan(400)
      }
      const segments = (await rowsOf(world, 'answer_segments')).filter(({ name }) => name === '_status')
      expect(segments.map(({ n, filled }) => [n, filled])).toEqual([
        [0, 4_096],
        [1, 4],
      ])
      expect(await statusesOf(world)).toHaveLength(4_100)
      expect(await letOthers()).toBe(true)
      // All columns of a million are read no more than half a million characters at once: what was read before is dropped.
      const held: number[] = []
      const read: typeof ports.db.read = async <Row>(query: Query<Row>) => {
        const rows = await ports.db.read(query)
        const isOfSegments = query.sql.includes('from answer_segments')
        if (isOfSegments) held.push((rows as { data: string }[]).reduce((sum, { data }) => sum + data.length, 0))
        return rows
      }
      const all = [...(await layoutOfData(ports.db, dataOf(world))).fields.keys()]
      for await (const _ of readSegments({ ...ports, db: { ...ports.db, read } }, dataOf(world), all));
      expect(held).toHaveLength(2)
      expect(Math.max(...held)).toBeLessThanOrEqual(500_000)
      // What the audit compares goes on behind the end of a segment.
      const broken = `update answer_segments set data = '_' || substr(data, 2) where name = 'Q02' and n = 1`
      await made(ports.db, [{ sql: broken, values: [] }])
      const [audited] = await auditDatabase(ports, (name) => name === 'segments_are_answers')
      expect(audited?.figures.compared).toBe(2_048)
      expect(audited?.breaches.join()).toContain('another Q02 in segment 1')
    },
  )
})
