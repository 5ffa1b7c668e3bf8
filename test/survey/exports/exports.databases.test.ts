/** Exports: what each is of, its bytes, and what becomes of it when somebody withdraws. */
import { beforeEach, describe, expect, it, test } from 'vitest'
import { inEachLanguage } from '../../../schema/text.ts'
import { takeResponseBack } from '../../../src/journey/rights/take-back.ts'
import { sha256 } from '../../../src/platform/crypto/sha256.ts'
import { sha256InSteps } from '../../../src/platform/crypto/sha256-in-steps.ts'
import { maxBoundValues } from '../../../src/platform/db/chunked.ts'
import { first } from '../../../src/platform/db/together.ts'
import { assetUrls } from '../../../src/platform/http/assets.ts'
import { liveStudyKey } from '../../../src/platform/keys/study-keys.ts'
import type { Permission } from '../../../src/staff/permissions/permissions.ts'
import { roleRules } from '../../../src/staff/permissions/roles.ts'
import { allowParadata } from '../../../src/survey/consents/paradata.ts'
import { endedResponses } from '../../../src/survey/exports/ended-responses.ts'
import { byteRange, bytesOfPiece } from '../../../src/survey/exports/export.ts'
import { exportFormats } from '../../../src/survey/exports/formats/index.ts'
import { makeExport } from '../../../src/survey/exports/make.ts'
import { openExport, selectionOfExport, writeExport } from '../../../src/survey/exports/open-export.ts'
import { goOn, sweepExports } from '../../../src/survey/exports/pass.ts'
import { readRecords } from '../../../src/survey/exports/read-records.ts'
import { exportById, exportOf } from '../../../src/survey/exports/store.ts'
import { sweepSegments } from '../../../src/survey/insights/segments/pack.ts'
import { noteJudged } from '../../../src/survey/insights/segments/rewrite.ts'
import { codeTexts } from '../../../src/survey/insights/texts/codings.ts'
import { changeThemes } from '../../../src/survey/insights/texts/themes.ts'
import { forgetStudies } from '../../../src/survey/studies/store.ts'
import type { Value } from '../../../src/survey/variables/variable.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { askTaipa } from '../../support/another-version.ts'
import { everybody, fileOf } from '../../support/answers-file.ts'
import { textOf } from '../../support/begun.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { addResponse, addResponses, made as judged } from '../../support/export-rows.ts'
import { records } from '../../support/parse-csv.ts'
import type { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'
import { alike } from '../questionnaire/small.ts'

const path = '/admin/studies/study-abroad/exports'
const codes = { format: 'csv', language: 'en', held: 'in', filter: '' }

/** Makes an export by the form and gives back the address of its page. */
async function made(admin: Student, given: Record<string, string> = {}, version?: string): Promise<string> {
  const response = await admin.post(path, { ...codes, version: version ?? '', ...given })
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

/** Takes the file away, as its button does. */
async function taken(admin: Student, page: string): Promise<Uint8Array> {
  expect((await admin.post(`${page}/file`)).headers.get('location')).toBe(`${page}/file`)
  const response = await admin.get(`${page}/file`)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

const detailOn = async (admin: Student, page: string, name: string) =>
  new RegExp(`<dt>${name}</dt><dd>(?:<code[^>]*>)?([^<]*)`).exec((await admin.open(page)).html)?.[1]

const rowsIn = (bytes: Uint8Array) => records(new TextDecoder().decode(bytes))

/** What is kept of how somebody answered, and what the checks found. */
const lookedAt = ({ study, ports }: World, id: string) => [
  { sql: 'update responses set paradata = 1 where respondent_id = ?', values: [id] },
  {
    sql: `insert into response_paradata (respondent_id, study_id, questionnaire_version, route, language, pages, network,
  ended_at, looked_at) values (?, ?, ?, 'a', 'en', '{"start":{"ms":20000}}', null, ?, 'done')`,
    values: [id, study.id, study.version, ports.clock.now()],
  },
  {
    sql: `insert into response_flags (respondent_id, name, family, points, facts, rules, flagged_at)
values (?, 'fast', 'pace', 30, '{}', '1', ?), (?, 'twin', 'copy', 40, '{}', '1', ?)`,
    values: [id, ports.clock.now(), id, ports.clock.now()],
  },
]

/** Two at least fill a checkpoint. */
const long = 'x'.repeat(2_000)

forEachDatabase((_, open, once) => {
  let here: World
  let admin: Student
  beforeEach(async () => {
    here = await fresh({ open })
    admin = await signedIn(here, 'admin')
  })

  it('has the size and SHA-256 that its page says, is the same when it is taken again, and goes on where a download broke off', async () => {
    await addResponses(here, 450, { answers: { Q01: 4, Q22: long } })
    const page = await made(admin)
    const bytes = await taken(admin, page)
    expect(rowsIn(bytes)).toHaveLength(450)
    expect(await detailOn(admin, page, 'SHA-256')).toBe(sha256(bytes))
    expect(await detailOn(admin, page, 'Size in bytes')).toBe(String(bytes.length).replace(/\B(?=(\d{3})+$)/g, ','))
    expect(await detailOn(admin, page, 'Responses \\(n\\)')).toBe('450')
    expect(await taken(admin, page)).toEqual(bytes)

    expect(await rowsOf(here, 'export_checkpoints')).not.toEqual([])
    const from = Math.floor(bytes.length * 0.8)
    const tag = `"${sha256(bytes)}"`
    const rest = await admin.send(`${page}/file`, { headers: { Range: `bytes=${from}-`, 'If-Range': tag } })
    expect([rest.status, rest.headers.get('content-range')]).toEqual([
      206,
      `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
    ])
    expect(new Uint8Array(await rest.arrayBuffer())).toEqual(bytes.subarray(from))
    const other = await admin.send(`${page}/file`, { headers: { Range: `bytes=${from}-`, 'If-Range': '"other"' } })
    expect(other.status).toBe(200)
    await other.body?.cancel()
    expect((await admin.send(`${page}/file`, { headers: { Range: `bytes=${bytes.length}-` } })).status).toBe(416)
  })

  once('has those who were there when it was asked for, less who withdrew, and says how many did', async () => {
    const gone = await addResponse(here, { exportRef: 'a', answers: { Q22: 'only mine' } })
    await addResponse(here, { exportRef: 'b' })
    const page = await made(admin)
    await addResponse(here, { exportRef: 'c' })
    expect(rowsIn(await taken(admin, page)).map(({ response }) => response)).toEqual(['a', 'b'])
    expect((await admin.open(page)).html).toContain('Nobody has withdrawn since.')
    here.wait(1)
    expect(await takeResponseBack(here.ports, gone, 'erase')).toEqual({ done: true })
    const after = await taken(admin, page)
    expect(rowsIn(after).map(({ response }) => response)).toEqual(['b'])
    expect(new TextDecoder().decode(after)).not.toContain('only mine')
    const { html } = await admin.open(page)
    expect(html).toContain('1 response has been withdrawn since')
    expect(html).toContain('The data has changed since')
    const part = await admin.send(`${page}/file`, { headers: { Range: 'bytes=5-' } })
    expect(part.status, 'no part of a file that is another by now').toBe(200)
    await part.body?.cancel()
  })

  once('is not made while somebody would be left out whose place is not there yet', async () => {
    await addResponses(here, 2)
    const { clock } = here.ports
    // Each look at this clock is after the time there is for places.
    let at = Date.parse(clock.now())
    const now = () => {
      at += 16_000
      return new Date(at).toISOString()
    }
    here.ports.clock = { ...clock, now }
    try {
      for (const address of [path, '/admin/studies/study-abroad/responses.csv']) {
        const refused = await admin.post(address, { ...codes, version: '' })
        expect([address, refused.status]).toEqual([address, 422])
        expect(await refused.text()).toContain('this one would lack them')
      }
      expect(await rowsOf(here, 'exports')).toEqual([])
    } finally {
      here.ports.clock = clock
    }
    expect(rowsIn(await taken(admin, await made(admin)))).toHaveLength(2)
  })

  once('waits for places in its own study alone, and for no other', async () => {
    await addResponses(here, 2)
    const other = await addResponse(here)
    const broken = await addResponse(here, { exportRef: 'b' })
    const [study = {}] = await rowsOf<Record<string, string>>(here, 'studies')
    const another = { ...study, id: 'another', slug: 'another' }
    const columns = Object.keys(another)
    await judged(here.ports.db, [
      {
        sql: `insert into studies (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
        values: Object.values(another),
      },
      { sql: 'update documents set document = ? where respondent_id = ?', values: ['{', broken] },
      ...[other, broken].map((id) => ({
        sql: 'update responses set study_id = ? where respondent_id = ?',
        values: ['another', id],
      })),
    ])
    expect(rowsIn(await taken(admin, await made(admin)))).toHaveLength(2)
    expect(await rowsOf(here, 'answer_places')).toHaveLength(2)
  })

  once('says of a format that has little room how many labels are cut, and of no other', async () => {
    expect((await admin.open(await made(admin, { format: 'dta' }))).html).toMatch(
      /labels of \d+ variables: the codebook/,
    )
    expect((await admin.open(await made(admin))).html).not.toContain('the codebook has')
  })

  once('is written in steps by whoever asks for the next, and anew when somebody withdrew between them', async () => {
    await addResponses(here, 450)
    const gone = await addResponse(here, { exportRef: 'gone' })
    const staff = await staffAs(here, 'admin')
    const asked = { version: null, format: 'csv', language: null, filter: '', everybody: false }
    const id = await makeExport(here.ports, staff, here.study, asked)
    // Each look at this clock is a second later, so that every batch is a step.
    let at = Date.parse(here.ports.clock.now())
    const now = () => {
      at += 1_000
      return new Date(at).toISOString()
    }
    const clock = { ...here.ports.clock, now }
    const step = () => goOn({ ...here.ports, clock }, here.study, id, 1, 0)
    expect(await step()).toMatchObject({ written: 200, records: 451, sha256: null })
    expect(await step()).toMatchObject({ written: 400, records: 451, sha256: null })
    await takeResponseBack(here.ports, gone, 'withdraw')
    expect(await step()).toMatchObject({ written: 200, records: 450, sha256: null })
    await sweepExports(here.ports)
    const bytes = await taken(admin, `${path}/${id}`)
    expect(rowsIn(bytes)).toHaveLength(450)
    expect(await step()).toMatchObject({ written: 450, bytes: bytes.length, sha256: sha256(bytes) })
  })
  once(
    'is refused where it could never be written to its end, and made in a format that is written in steps',
    async () => {
      await addResponses(here, 201)
      const whole = here.ports.db
      try {
        here.ports.db = { ...whole, mostStatements: 10 }
        for (const format of ['xlsx', 'dta', 'parquet']) {
          const refused = await admin.post(path, { ...codes, format, version: '' })
          expect([format, refused.status]).toEqual([format, 422])
          expect(await refused.text()).toMatch(
            /There are too many responses for this format, .* holds 200 at most, or fewer/,
          )
        }
        for (const format of ['csv', 'sav', 'codebook']) await made(admin, { format })
        await made(admin, { format: 'dta', filter: 'is.Q02=4' })
        here.ports.db = { ...whole, mostStatements: 2 }
        const codebook = await admin.post(path, { ...codes, format: 'codebook', version: '' })
        expect([codebook.status, await codebook.text()]).toEqual([422, expect.stringContaining('holds 200 at most')])
      } finally {
        here.ports.db = whole
      }
      await made(admin, { format: 'dta' })
    },
  )

  it('of few among many looks for them first, and reads their answers alone', async () => {
    await addResponses(here, 120)
    for (const exportRef of ['~', 'm', '0']) await addResponse(here, { exportRef, answers: { Q01: 4, Q02: 4 } })
    const page = await made(admin, { filter: 'is.Q02=4' })
    const { read } = here.ports.db
    const limits: unknown[] = []
    here.ports.db.read = async (query) => {
      if (query.sql.includes('documents.document')) limits.push((await read(query)).length)
      return read(query)
    }
    try {
      const bytes = await taken(admin, page)
      expect(rowsIn(bytes).map(({ response }) => response)).toEqual(['0', 'm', '~'])
      expect(limits).toEqual([3])
      expect(await detailOn(admin, page, 'SHA-256')).toBe(sha256(bytes))
    } finally {
      here.ports.db.read = read
    }
  })

  once('of a study that was corrected often is read by statements that every database takes', async () => {
    await addResponses(here, 30)
    await sweepSegments(here.ports)
    const { questionnaire, version } = here.study
    const asked = { version, dataVersion: version, questionnaire }
    const versions = Array.from({ length: 120 }, (_, at) => ({
      ...asked,
      n: at + 1,
      version: at < 119 ? `v${at}` : version,
    }))
    const { db } = here.ports
    const values: number[] = []
    const read: typeof db.read = (query) => {
      values.push(query.values.length)
      return db.read(query)
    }
    const refsOf = async (records: number, has: (dataVersion: string, place: number) => boolean) => {
      const of = { ...fileOf(here), versions, parts: [{ places: 30 }], records, has }
      const found: Value[] = []
      for await (const batch of readRecords({ ...here.ports, db: { ...db, read } }, of)) {
        found.push(...batch.records.map(([ref]) => ref ?? null))
      }
      return found
    }
    const all = await refsOf(30, () => true)
    expect(new Set(all).size).toBe(30)
    const few = await refsOf(2, (_, place) => place === 3 || place === 20)
    expect([few.length, few.every((ref) => all.includes(ref))]).toEqual([2, true])
    expect(Math.max(...values)).toBeLessThanOrEqual(maxBoundValues)
  })

  once('where statements are counted is read in few of them, and by none that leaves nobody without end', async () => {
    await addResponses(here, 900)
    const staff = await staffAs(here, 'admin')
    const whole = here.ports.db
    const { read } = whole
    let reads = 0
    here.ports.db = {
      ...whole,
      mostStatements: 10,
      read: (query) => {
        if (query.sql.includes('documents.document')) reads += 1
        return read(query)
      },
    }
    try {
      const asked = { version: null, format: 'csv', language: null, filter: '', everybody: false }
      const id = await makeExport(here.ports, staff, here.study, asked)
      // Two reads of 200 and 700; a step here is of one of them.
      expect(await goOn(here.ports, here.study, id, 9_000, 0)).toMatchObject({ written: 200, sha256: null })
      expect(await goOn(here.ports, here.study, id, 9_000, 0)).toMatchObject({ written: 400, sha256: null })
      reads = 0
      expect(rowsIn(await taken(admin, `${path}/${id}`))).toHaveLength(900)
      expect(reads).toBe(2)
    } finally {
      here.ports.db = whole
    }
  })

  once('that one request cannot read is not begun before it is written, and says so', async () => {
    await addResponses(here, 201)
    const whole = here.ports.db
    try {
      here.ports.db = { ...whole, mostStatements: 1_000 }
      const page = await made(admin)
      await judged(whole, [{ sql: 'update exports set sha256 = null', values: [] }])
      here.ports.db = { ...whole, mostStatements: 2 }
      expect((await admin.open(page)).html).toContain('only once the file is written to its end')
      await admin.post(`${page}/file`)
      expect((await admin.get(`${page}/file`)).headers.get('location')).toBe(page)
      here.ports.db = { ...whole, mostStatements: 3 }
      expect((await admin.open(page)).html).not.toContain('only once the file is written to its end')
      expect(rowsIn(await taken(admin, page))).toHaveLength(201)
    } finally {
      here.ports.db = whole
    }
  })

  once('is written by the regular work, whole or in steps; one that fails or is too large keeps no other', async () => {
    await addResponses(here, 30)
    const { ports } = here
    const { db } = ports
    const asked = { language: 'en', filter: '', everybody: false, version: null } as const
    const staff = await staffAs(here, 'admin')
    const ids: string[] = []
    for (const format of ['xlsx', 'csv', 'dta'])
      ids.push(await makeExport(ports, staff, here.study, { ...asked, format }))
    const done = async () => {
      const rows = await rowsOf<{ id: string; sha256: string | null }>(here, 'exports')
      return ids.map((id) => rows.some((row) => row.id === id && row.sha256 !== null))
    }
    const [large, csv, other] = ids
    // The page of one that waits follows it by its script, and says no more of it once it is written.
    const shown = async () => (await admin.get(`${path}/${other}`)).text()
    const script = assetUrls(here.ports.assets).live
    expect(await shown()).toMatch(/data-part="progress">.*<progress max="30" value="0".*data-every/s)
    expect(await shown()).toContain(script)
    // Where statements are counted, one moves each time, whichever.
    while ((await done()).includes(false)) await sweepExports(ports)
    expect(await shown()).not.toContain(script)
    const again = `update exports set sha256 = null, written = 0, bytes = 0, behind = ''`
    await judged(db, [
      { sql: `${again} where id = ?`, values: [csv ?? ''] },
      { sql: `${again}, format = 'gone' where id = ?`, values: [large ?? ''] },
      { sql: `${again}, records = 30000 where id = ?`, values: [other ?? ''] },
    ])
    // Where statements are counted, a run ends when one has moved; what fails before is told by a run that finds nothing else.
    const counting = { ...ports, db: { ...db, mostStatements: 1_000 } }
    await sweepExports(counting).catch(() => undefined)
    expect(await done()).toEqual([false, true, false])
    await expect(sweepExports(counting)).rejects.toThrow('There is no format gone.')
    expect(await done()).toEqual([false, true, false])
  })

  once(
    'has the base: complete, not rejected, held ones as it was chosen; or everybody, however they ended',
    async () => {
      const ids = []
      for (const exportRef of ['accepted', 'held', 'rejected']) ids.push(await addResponse(here, { exportRef }))
      await addResponse(here, { exportRef: 'screened', state: 'screened_out', answers: null })
      await addResponse(here, { exportRef: 'withdrawn', state: 'withdrawn', answers: null })
      await judged(here.ports.db, [...noteJudged(ids[1] ?? '', 'held'), ...noteJudged(ids[2] ?? '', 'rejected')])
      const refs = async (given: Record<string, string>) =>
        rowsIn(await taken(admin, await made(admin, given))).map(({ response }) => response)
      expect(await refs({})).toEqual(['accepted', 'held'])
      expect(await refs({ held: 'out' })).toEqual(['accepted'])
      expect(await refs({ everybody: 'yes' })).toEqual(['accepted', 'held', 'rejected', 'screened', 'withdrawn'])
      const all = rowsIn(await taken(admin, await made(admin, { everybody: 'yes' })))
      expect(all.map(({ status }) => status)).toEqual(['complete', 'held', 'rejected', 'screened_out', 'withdrawn'])
      expect(await refs({ filter: 'is.Q02=3' })).toEqual(['accepted', 'held'])
      expect(await refs({ filter: 'is.Q02=4' })).toEqual([])
    },
  )

  once(
    'of two versions has those who meet the filter by what the newest means, and nobody by what another did',
    async () => {
      const version = await askTaipa(here, here.ports.clock.now())
      await addResponse(here, { exportRef: 'old', answers: { Q02: 3, Q03: 3 } })
      await addResponse(here, { exportRef: 'new', answers: { Q02: 3, Q03: 3 }, version })
      const refs = async (filter: string) =>
        rowsIn(await taken(admin, await made(admin, { filter }))).map(({ response }) => response)
      expect(await refs('is.Q02=3')).toEqual(['new', 'old'])
      expect(await refs('is.Q03=3')).toEqual(['new'])
      expect(await refs('is.Q03_v1=3')).toEqual(['old'])
    },
  )

  once(
    'of a filter that names the codes of one version has those who meet it there, and says what it means',
    async () => {
      const version = await askTaipa(here, here.ports.clock.now())
      await addResponse(here, { exportRef: 'old', answers: { Q02: 3, Q03: 3 } })
      await addResponse(here, { exportRef: 'new', answers: { Q02: 3, Q03: 3 }, version })
      const refsAndWords = async (filter: string, of = '') => {
        const page = await made(admin, { filter }, of)
        return [rowsIn(await taken(admin, page)).map(({ response }) => response), await detailOn(admin, page, 'Filter')]
      }
      const [taipa, macao] = ['Taipa', 'Macao, China'].map((place) => expect.stringMatching(`^Q03 .*\\? ${place}$`))
      expect(await refsAndWords('is.Q03=3&of=1')).toEqual([['old'], macao])
      expect(await refsAndWords('is.Q03=3&of=2')).toEqual([['new'], taipa])
      expect(await refsAndWords('is.Q02=3&of=1')).toEqual([['new', 'old'], expect.stringContaining('Q02')])
      const [none, changed] = await refsAndWords('is.Q03=3&of=1', version)
      expect([none, changed]).toEqual([[], expect.stringContaining('meant something else')])
      const form = textOf((await admin.open(`${path}?is.Q03=3&of=1&v=2`)).html)
      expect(form).toContain('meant something else')
      expect(textOf((await admin.open(`${path}?is.Q03=3&of=1&v=1`)).html)).toMatch(/Q03 [^:]*\? Macao, China/)
    },
  )

  once('stays the same to the byte whatever becomes of somebody who is not in it', async () => {
    const [gone = '', doubted = ''] = [
      await addResponse(here, { exportRef: 'a', answers: { Q01: 3 } }),
      await addResponse(here, { exportRef: 'b', answers: { Q01: 3 } }),
    ]
    const stays = await addResponse(here, { exportRef: 'c', answers: { Q01: 4 } })
    const page = await made(admin, { filter: 'is.Q01=4' })
    const bytes = await taken(admin, page)
    here.wait(1)
    await takeResponseBack(here.ports, gone, 'withdraw')
    await judged(here.ports.db, noteJudged(doubted, 'rejected'))
    // The first text that anybody types makes a key for texts.
    await liveStudyKey(here.ports, here.study.id, 'answers')
    const text = textOf((await admin.open(page)).html)
    expect(text).toContain('The data has not changed')
    expect(text).toContain('1 response has been withdrawn since, of all that there were, whatever the filter')
    expect(await taken(admin, page)).toEqual(bytes)
    await judged(here.ports.db, noteJudged(stays, 'held'))
    expect(textOf((await admin.open(page)).html)).toContain('The data has changed since')
  })

  once(
    'stands by the words of the study: other words are another file, and the first are the first again',
    async () => {
      await addResponse(here)
      const { db } = here.ports
      const [before] = await rowsOf<{ settings: string }>(here, 'studies')
      const settings = JSON.parse(before?.settings ?? '')
      const page = await made(admin, { format: 'ddi' })
      const standsWith = async (more: object) => {
        await judged(db, [
          { sql: 'update studies set settings = ?', values: [JSON.stringify({ ...settings, ...more })] },
        ])
        forgetStudies(db)
        return textOf((await admin.open(page)).html).includes('The data has not changed')
      }
      const { organiser, recipient } = settings
      expect(await standsWith({})).toBe(true)
      expect(await standsWith({ organiser: { ...organiser, en: 'Another' } }), 'who asks').toBe(false)
      expect(await standsWith({ recipient: { ...recipient, name: alike('Nobody') } }), 'what texts leave open').toBe(
        false,
      )
      expect(await standsWith({})).toBe(true)
    },
  )

  once(
    'of times, flags and themes stays the same when others come, and is another when somebody allows none any more',
    async () => {
      const ids: string[] = []
      const come = async () => {
        const id = await addResponse(here)
        await judged(here.ports.db, lookedAt(here, id))
        ids.push(id)
      }
      for (let n = 0; n < 6; n += 1) await come()
      const pages = await Promise.all(['paradata', 'flags', 'themes'].map((format) => made(admin, { format })))
      await come()
      const stands = async (page: string) => textOf((await admin.open(page)).html).includes('The data has not changed')
      for (const page of pages) expect(await stands(page), page).toBe(true)
      const [times = ''] = pages
      expect(rowsIn(await taken(admin, times))).toHaveLength(6)
      await allowParadata(here.ports, { respondentId: ids[0] ?? '', studyId: here.study.id }, true)
      await allowParadata(here.ports, { respondentId: ids[0] ?? '', studyId: here.study.id }, false)
      expect(await stands(times)).toBe(false)
      expect(rowsIn(await taken(admin, times))).toHaveLength(5)
    },
  )

  once('of somebody who was erased there is no trace in a file, whatever its format', async () => {
    const answers = { Q01: 4, Q02: 3, Q14: [1], Q22: 'stays' }
    await addResponse(here, { exportRef: 'b', answers })
    const of = { studyId: here.study.id, question: 'Q22' }
    const staff = await staffAs(here, 'admin')
    await changeThemes(here.ports, staff, { of, seen: 0, change: { do: 'add', name: 'Fees', by: 'Mei' } })
    const all = async () => {
      const files = new Map<string, Uint8Array>()
      for (const { id } of exportFormats) files.set(id, await taken(admin, await made(admin, { format: id })))
      return files
    }
    // Times are told of five at the least.
    for (let n = 0; n < 5; n += 1)
      await judged(here.ports.db, lookedAt(here, await addResponse(here, { exportRef: `c${n}` })))
    const before = await all()
    const gone = await addResponse(here, { exportRef: 'a', answers: { ...answers, Q14: [2], Q22: 'only mine' } })
    await judged(here.ports.db, lookedAt(here, gone))
    await codeTexts(here.ports, staff, of, [{ ref: 'a', seen: [], ticked: [1] }])
    const meanwhile = await all()
    await takeResponseBack(here.ports, gone, 'erase')
    // The clock stands still, so that nothing but the person could make a difference.
    const after = await all()
    for (const { id } of exportFormats) {
      expect(meanwhile.get(id), id).not.toEqual(before.get(id))
      expect(after.get(id), id).toEqual(before.get(id))
    }
    // Where withdrawn ones are in, that there was one is left, and nothing of what was answered or noticed.
    const ofAll = async (format: string) => taken(admin, await made(admin, { format, everybody: 'yes' }))
    for (const id of ['paradata', 'flags', 'themes']) expect(await ofAll(id), id).toEqual(before.get(id))
    const [{ response, status, route, Q02, Q22 } = {}] = rowsIn(await ofAll('csv'))
    expect({ response, status, route, Q02, Q22 }).toEqual({
      response: 'a',
      status: 'withdrawn',
      route: '',
      Q02: '',
      Q22: '',
    })
  })

  once('is another file to a format that writes other bytes of the same data', async () => {
    const page = await made(admin)
    const id = page.split('/').at(-1) ?? ''
    const row = await first(here.ports.db, exportById({ id, studyId: here.study.id }))
    if (row === undefined) throw new Error('no export')
    const opened = await openExport(here.ports, here.study, exportOf(row))
    const stampOf = async (format: typeof opened.format) =>
      (await selectionOfExport(here.ports, { ...opened, format })).stamp
    expect(await stampOf(opened.format)).toBe(row.stamp)
    expect(await stampOf({ ...opened.format, revision: 2 })).not.toBe(row.stamp)
  })

  once('stays the same when the study is called otherwise, where that stands nowhere in it', async () => {
    for (const format of exportFormats) {
      const page = await made(admin, { format: format.id })
      const row = await first(here.ports.db, exportById({ id: page.split('/').at(-1) ?? '', studyId: here.study.id }))
      if (row === undefined) throw new Error('no export')
      const opened = await openExport(here.ports, here.study, exportOf(row))
      const write = async (of: typeof opened) => {
        let text = ''
        for await (const piece of writeExport(here.ports, of, everybody))
          text += Buffer.from(bytesOfPiece(piece)).toString('hex')
        return text
      }
      const renamed = { ...opened, title: inEachLanguage(() => 'Another'), organiser: inEachLanguage(() => 'Others') }
      const isSame = (await write(renamed)) === (await write(opened))
      expect((await selectionOfExport(here.ports, renamed)).stamp === row.stamp, format.id).toBe(isSame)
    }
  })

  once('goes on for an hour after a press, and then takes another one, which is in the trail', async () => {
    await addResponse(here)
    const page = await made(admin)
    await taken(admin, page)
    // Whoever is idle for so long signs in anew, and is the same person.
    here.wait(59)
    expect((await (await signedIn(here, 'admin')).get(`${page}/file`)).status).toBe(200)
    here.wait(1)
    const again = await signedIn(here, 'admin')
    expect((await again.get(`${page}/file`)).headers.get('location')).toBe(page)
    await taken(again, page)
    const entries = await rowsOf<{ action: string }>(here, 'audit_entries')
    expect(entries.filter(({ action }) => action === 'responses.exported')).toHaveLength(2)
  })

  once('is read by nobody who has not pressed its button, and each press is in the trail', async () => {
    await addResponse(here)
    const page = await made(admin)
    const analyst = await signedIn(here, 'analyst')
    expect((await analyst.get(`${page}/file`)).headers.get('location')).toBe(page)
    await taken(analyst, page)
    const trail = (await rowsOf<{ action: string; subject: string }>(here, 'audit_entries'))
      .filter(({ action }) => action.startsWith('export') || action === 'responses.exported')
      .map(({ action, subject }) => `${action} ${subject}`)
      .sort()
    expect(trail).toEqual([`export.made ${page.split('/').at(-1)}`, `responses.exported ${here.study.id}`])
  })

  once('is read along the references, without sorting the study for each page', async () => {
    const { sql, values } = endedResponses({ studyId: 's', versions: ['a', 'b'], after: 'x', limit: 200 })
    const plan = await here.ports.db.read<{ detail: string }>({ sql: `explain query plan ${sql}`, values })
    expect(plan.map(({ detail }) => detail).join('\n')).toMatch(
      /^SEARCH responses [^\n]*export_ref>\?(?![\s\S]*TEMP B-TREE)/,
    )
  })

  once('of page times and of flags is for those alone who may take these, whoever made it', async () => {
    await addResponse(here)
    const analyst = await signedIn(here, 'analyst')
    const rules: { may: readonly Permission[] } = roleRules.analyst
    const { may } = rules
    for (const id of ['paradata', 'flags'] as const) {
      const page = await made(admin, { format: id })
      const meets = async () => [
        (await analyst.open(path)).html.includes(`value="${id}"`),
        (await analyst.post(path, { ...codes, version: '', format: id })).status,
        (await analyst.get(page)).status,
        (await analyst.post(`${page}/file`)).status,
        (await analyst.get(`${page}/file`)).status,
      ]
      expect(await meets(), id).toEqual([true, 303, 200, 303, 200])
      rules.may = may.filter((permission) => permission !== `${id}.export`)
      try {
        expect(await meets(), id).toEqual([false, 422, 404, 404, 404])
        await made(analyst)
      } finally {
        rules.may = may
      }
    }
  })

  once('of a format or version that there is not is refused, and what was chosen is kept', async () => {
    for (const given of [{ format: 'nothing' }, { version: 'f'.repeat(64) }]) {
      const response = await admin.post(path, { ...codes, version: '', everybody: 'yes', ...given })
      expect(response.status).toBe(422)
      expect(await response.text()).toMatch(/name="everybody" value="yes" checked/)
    }
    expect((await admin.get(`${path}/nothing`)).status).toBe(404)
  })
})

describe('a range of bytes', () => {
  test.each([
    [undefined, null],
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['bytes=90-200', { from: 90, to: 99 }],
    ['bytes=-5', { from: 95, to: 99 }],
    ['bytes=100-', undefined],
    ['bytes=0-1,5-6', null],
    ['bytes=-', null],
  ])('%s', (header, range) => {
    expect(byteRange(header, 100)).toEqual(range)
  })
})

test('a hash that is laid down and taken up again anywhere is the hash of the whole', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, at) => at % 251)
  for (const cut of [0, 1, 63, 64, 65, 127, 200, 300]) {
    const begun = sha256InSteps()
    begun.update(bytes.subarray(0, cut))
    const goesOn = sha256InSteps(begun.save())
    goesOn.update(bytes.subarray(cut))
    expect(goesOn.end(), String(cut)).toBe(sha256(bytes))
  }
})
