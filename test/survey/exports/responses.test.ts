import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answers } from '../../../schema/answers.ts'
import { wholeText } from '../../../schema/text.ts'
import { canonicalJson, versionOf } from '../../../src/platform/crypto/version.ts'
import type { Database } from '../../../src/platform/db/together.ts'
import { streamed } from '../../../src/platform/http/download.ts'
import { formatOf } from '../../../src/survey/exports/formats/index.ts'
import { writeExport } from '../../../src/survey/exports/open-export.ts'
import { sweepSegments } from '../../../src/survey/insights/segments/pack.ts'
import { columns } from '../../../src/survey/questionnaire/columns.ts'
import { addQuestionnaire } from '../../../src/survey/studies/store.ts'
import { startFacts } from '../../../src/survey/studies/study.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { everybody, fileOf } from '../../support/answers-file.ts'
import { addResponse, addResponses, made } from '../../support/export-rows.ts'
import { parseCsv, records } from '../../support/parse-csv.ts'
import { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

const path = '/admin/studies/study-abroad/responses.csv'
const own = ['response', 'version', 'status', 'lang_start', 'lang_end', 'day', 'route']
const hostile = `=HYPERLINK("https://evil.example"),\n"quoted", 'single', ＝1+1; =2`

let here: World
let admin: Student
beforeEach(async () => {
  here = await world()
  admin = await signedIn(here, 'admin')
})
afterEach(() => here.close())

/** What was typed, from a cell of the file of codes: its escapes are those of JSON. */
function typed(cell = ''): string {
  return JSON.parse(`"${cell.replaceAll('"', '\\"')}"`) as string
}

async function file(query = ''): Promise<string> {
  const response = await admin.post(path + query)
  expect(response.status).toBe(200)
  // text() would take the byte order mark away.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
}

describe('the file of codes', () => {
  it('has every column of the version and no row when nobody has answered', async () => {
    const [header, ...rows] = parseCsv(await file())
    expect(header).toEqual([...own, ...columns(here.study.questionnaire).map(({ name }) => name)])
    expect(new Set(header).size).toBe(header?.length)
    expect(rows).toEqual([])
  })

  it('has the same columns whatever was answered', async () => {
    const [before] = parseCsv(await file())
    await addResponse(here, { answers: { Q01: 4, Q02: 4, Q17: [1, 0] } })
    await addResponse(here, { answers: null, state: 'screened_out' })
    const [after] = parseCsv(await file())
    expect(after).toEqual(before)
  })

  it('is raw: no byte order mark, no guard, and text comes back as it was typed', async () => {
    await addResponse(here, { answers: { Q22: hostile, Q28: '-1' } })
    const text = await file()
    expect(text.startsWith('response,')).toBe(true)
    const [row = {}] = records(text)
    expect([typed(row.Q22), typed(row.Q28)]).toEqual([hostile, '-1'])
  })

  it('has one response on one line, whatever was typed', async () => {
    const breaks = ['one\ntwo, "2"\n\n-last', 'a\r\nb', 'a\u2028b\u0085c', 'back\\nslash \\', '\\']
    for (const [n, Q22] of breaks.entries()) {
      await addResponse(here, { exportRef: `r${n}`, answers: { Q22, Q08: 90, 'Q08.text': Q22 } })
    }
    const text = await file()
    const lines = text.split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    // The header, a line for each, and nothing behind the last.
    expect(lines).toHaveLength(breaks.length + 2)
    expect(records(text).map((row) => typed(row.Q22))).toEqual(breaks)
    expect(records(text).map((row) => typed(row.Q08_90_text))).toEqual(breaks)
    expect(records(text)[0]?.Q22).toBe('one\\ntwo, "2"\\n\\n-last')
  })

  it('has nothing typed that could be taken for a code or a blank', async () => {
    const likeCodes = [
      '-1',
      '98',
      ' 4',
      '1.5',
      '1,000',
      '1e5',
      '+7',
      '９８',
      '(2)',
      '50%',
      '0x1F',
      'NaN',
      'n/a',
      'NULL',
    ]
    likeCodes.push('-inf', '.', '−1', '-１', '1_000', '1d5', '-0x1p-2', '-NaN', '1.#IND', '#N/A', '<NA>', '.a')
    for (const [at, text] of likeCodes.entries()) {
      await addResponse(here, { exportRef: `t${at}`, answers: { Q22: text, Q08: 90, 'Q08.text': text } })
    }
    await addResponse(here, { exportRef: 'without', answers: { Q22: -1, Q08: -1 } })
    const rows = new Map(records(await file()).map((row) => [row.response, row]))
    for (const [at, text] of likeCodes.entries()) {
      const row = rows.get(`t${at}`) ?? {}
      for (const cell of [row.Q22, row.Q08_90_text]) {
        expect(cell, text).toMatch(/^\\u[\da-f]{4}/)
        expect(typed(cell)).toBe(text)
      }
      expect(row.Q08).toBe('90')
    }
    expect(rows.get('without')).toMatchObject({ Q22: '-1', Q08: '-1' })
  })

  it('has nothing typed that a spreadsheet could run, and all of it comes back', async () => {
    const run = [
      '=1+1',
      '+x',
      '-x',
      '@x',
      '\tx',
      '\rx',
      '  =x',
      '＝x',
      '＋x',
      '－x',
      '＠x',
      'a;=x',
      'a; －x',
      '=cmd|x!A1',
    ]
    for (const [at, text] of run.entries()) {
      await addResponse(here, { exportRef: `t${at}`, answers: { Q22: text, Q08: 90, 'Q08.text': text, Q28: '-1' } })
    }
    const rows = new Map(records(await file()).map((row) => [row.response, row]))
    for (const [at, text] of run.entries()) {
      const { Q22, Q08_90_text } = rows.get(`t${at}`) ?? {}
      for (const cell of [Q22, Q08_90_text]) {
        for (const part of (cell ?? '').split(/[;\t]/)) expect(part).not.toMatch(/^[\s"']*[=+\-@＝＋－＠\t\r]/)
        expect(typed(cell), text).toBe(text)
      }
    }
  })

  it('has what was picked from a list or a calendar, and ordinary texts, as they are', async () => {
    const plain = '2 years; I’d say 98 % of it'
    await addResponse(here, { answers: { Q03: 5, 'Q03.text': 'FR', Q09: 2024, Q22: plain } })
    expect(records(await file())[0]).toMatchObject({ Q03_5_text: 'FR', Q09: '2024', Q22: plain })
  })

  it('has one column of 0 and 1 for each option of a multi, blank where it was not shown', async () => {
    await addResponse(here, { exportRef: 'a', answers: { Q14: [1, 6] } })
    await addResponse(here, { exportRef: 'b', answers: {} })
    const [picked, unseen] = records(await file())
    expect([1, 2, 3, 6].map((code) => picked?.[`Q14_${code}`])).toEqual(['1', '0', '0', '1'])
    expect(unseen?.Q14_1).toBe('')
  })

  it('says of each response its version, status, languages and day, nothing finer, and not how long it took', async () => {
    await addResponse(here, {
      exportRef: 'ref',
      startedAt: '2026-11-22T23:50:00.000Z',
      endedAt: '2026-11-23T00:01:29.000Z',
    })
    const [row] = records(await file())
    expect(own.map((name) => row?.[name])).toEqual([
      'ref',
      here.study.version,
      'complete',
      'en',
      'zh-Hans',
      '2026-11-23',
      expect.stringMatching(/^[\da-z]{1,8}$/),
    ])
    expect(await file()).not.toMatch(/\d\d:\d\d/)
  })

  it('holds what ended: those still answering are not in it, a withdrawn one has no answers', async () => {
    await addResponse(here, { exportRef: 'a', state: 'in_progress', answers: null })
    await addResponse(here, { exportRef: 'b', state: 'withdrawn', answers: { Q01: 4 } })
    await addResponse(here, { exportRef: 'c', state: 'screened_out', answers: null })
    await addResponse(here, { exportRef: 'd' })
    const rows = records(await file())
    expect(rows.map(({ response, status, Q01 }) => [response, status, Q01])).toEqual([
      ['b', 'withdrawn', ''],
      ['c', 'screened_out', ''],
      ['d', 'complete', '4'],
    ])
  })

  it('stands in the order of the random references, across pages', async () => {
    await addResponses(here, 503)
    const refs = records(await file()).map(({ response }) => response)
    expect(refs).toHaveLength(503)
    expect(refs).toEqual([...new Set(refs)].sort())
  })

  it('has a safe name and is not kept by anybody on the way', async () => {
    const response = await admin.post(`${path}?labels=en`)
    const name = `responses-study-abroad-${here.study.version.slice(0, 8)}-en.csv`
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
    expect(response.headers.get('content-type')).toContain('text/csv; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    await response.body?.cancel()
  })

  it('holds what students really answered', async () => {
    const students = [1, 2, 3].map((seed) => new Student(here, seed))
    for (const student of students) await student.complete({ Q02: 4, Q04: 1 })
    const documents = await here.ports.db.read<{ document: string }>({
      sql: 'select document from documents',
      values: [],
    })
    const ages = documents.map(({ document }) => (JSON.parse(document) as Answers).Q09)
    const rows = records(await file())
    expect(rows.map(({ Q09 }) => Number(Q09)).sort()).toEqual(ages.sort())
    for (const row of rows) {
      expect(row).toMatchObject({ status: 'complete', Q02: '4', Q04: '1', C0a: '1' })
      expect(row.AC).toMatch(/^[1-5]|97$/)
      expect(row.AC_target).toMatch(/^[1-5]$/)
      expect(row.Q30).toBeUndefined()
    }
  })

  it('has one file for each version that was answered', async () => {
    const { questionnaire } = here.study
    const older = {
      ...questionnaire,
      title: wholeText({ en: 'Older', 'zh-Hans': '旧', 'zh-Hant': '舊' }),
      pages: questionnaire.pages.slice(0, 3),
    }
    const version = versionOf(older)
    const at = here.ports.clock.now()
    await made(here.ports.db, [addQuestionnaire({ version, document: canonicalJson(older), at })])
    await addResponse(here, { exportRef: 'old', version })
    await addResponse(here, { exportRef: 'new' })
    const old = records(await file(`?version=${version}`))
    expect(old.map(({ response }) => response)).toEqual(['old'])
    expect(Object.keys(old[0] ?? {})).toEqual([...own, ...columns(older).map(({ name }) => name)])
    expect(records(await file()).map(({ response }) => response)).toEqual(['new'])
    const page = await (await admin.get('/admin')).text()
    expect(page).toContain(`responses.csv?version=${version}`)
    expect(page).toContain(`responses.csv?version=${here.study.version}`)
  })

  it.each(['?version=unknown', '?version=%00', '?version=%ED%A0%80', '?labels=zxx', '?labels='])(
    'is not found for %j',
    async (query) => {
      for (const ask of ['get', 'post'] as const) expect((await admin[ask](path + query)).status, ask).toBe(404)
    },
  )

  it('of a study that is not there is not found', async () => {
    for (const slug of ['nothing', '%00', '%FF', '..%2F..']) {
      expect((await admin.get(`/admin/studies/${slug}/responses.csv`)).status, slug).toBe(404)
    }
  })
})

describe('the file with labels', () => {
  it('begins with a byte order mark, so that Excel reads Chinese', async () => {
    expect((await file('?labels=zh-Hans')).charCodeAt(0)).toBe(0xfeff)
  })

  it.each([
    ['en', 'Q02 Which stage of studying away from home are you at?', 'studying now', 'Mainland China'],
    ['zh-Hans', 'Q02 您', '正在就读', '中国内地'],
    ['zh-Hant', 'Q02 您', '正在就讀', '中國內地'],
  ] as const)('says in %s what was asked and answered', async (language, header, stage, place) => {
    await addResponse(here, { answers: { Q02: 3, Q04: 1 } })
    const [row = {}] = records(await file(`?labels=${language}`))
    const named = (code: string) => Object.keys(row).find((name) => name.startsWith(`${code} `)) ?? ''
    expect(named('Q02').startsWith(header)).toBe(true)
    expect(row[named('Q02')]?.toLowerCase()).toBe(stage.toLowerCase())
    expect(row[named('Q04')]).toBe(place)
  })

  it('names every column by its code and words, each once, and leaves no placeholder of the study open', async () => {
    const [header = []] = parseCsv(await file('?labels=en'))
    const [codes = []] = parseCsv(await file())
    expect(header).toHaveLength(codes.length)
    expect(new Set(header).size).toBe(header.length)
    codes.slice(own.length).forEach((code, at) => {
      expect(header[at + own.length]?.startsWith(`${code} `), code).toBe(true)
    })
    const facts = Object.keys(startFacts(here.study.settings, here.study.opensAt))
    for (const name of header) for (const fact of facts) expect(name).not.toContain(`{${fact}}`)
  })

  it('labels ranks, rows, lists and blanks, and keeps numbers as numbers', async () => {
    await addResponse(here, {
      answers: { Q03: 5, 'Q03.text': 'FR', Q09: 2024, Q10: [1, 3], Q11: { 1: 5, AC: 2 }, Q14: [1], Q22: -1, Q27: 9 },
    })
    const text = await file('?labels=en')
    const [row = {}] = records(text)
    const at = (code: string) => row[Object.keys(row).find((name) => name.startsWith(`${code} `)) ?? '']
    expect(at('Q03_5_text')).toBe('France')
    expect(at('Q09')).toBe('2024')
    expect(at('Q10_r1')?.toLowerCase()).toContain('career')
    expect(at('Q10_r3')).toBe('(left blank)')
    expect(at('Q11_1')).toBe('Very important')
    expect(at('Q14_1')).toBe('1')
    expect(at('Q14_2')).toBe('0')
    expect(at('Q22')).toBe('(left blank)')
    expect(at('Q27')).toBe('9')
  })

  it.each([
    [1, 'en', 'yes'],
    [0, 'en', 'no'],
    [0, 'zh-Hans', '否'],
    [-1, 'en', '(left blank)'],
  ] as const)('says of a birth year whether it agreed (%i) in words of %s: %s', async (agrees, language, expected) => {
    await addResponse(here, { answers: { Q09: 2024, 'Q30.agrees': agrees } })
    const [row = {}] = records(await file(`?labels=${language}`))
    expect(row[Object.keys(row).find((name) => name.startsWith('Q30_agrees ')) ?? '']).toBe(expected)
  })

  it('holds nothing that a spreadsheet would run', async () => {
    await addResponse(here, { answers: { Q22: hostile, Q28: '@SUM(A1)', Q08: 90, 'Q08.text': '－1' } })
    const cells = parseCsv((await file('?labels=en')).replace(/^\uFEFF/, '')).flat()
    for (const cell of cells) if (!/^-?\d+$/.test(cell)) expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/)
    expect(cells).toContain("'@SUM(A1)")
    expect(cells).toContain("'－1")
    expect(cells.find((cell) => cell.includes('HYPERLINK'))).toBe(`'${hostile.replace('; =2', "; '=2")}`)
  })
})

describe('the audit trail', () => {
  it('says who exported which study, once for each file', async () => {
    await file()
    await file('?labels=en')
    const sql = `select actor, subject from audit_entries where action = 'responses.exported'`
    const [staff] = await here.ports.db.read<{ id: string }>({ sql: 'select id from staff', values: [] })
    const entry = { actor: staff?.id, subject: here.study.id }
    expect(await here.ports.db.read({ sql, values: [] })).toEqual([entry, entry])
  })

  it('has nothing to say of who only opened the address of a file, and finds the button there', async () => {
    const { html } = await admin.open(`${path}?labels=en`)
    expect(html).toContain(`action="${path}?labels=en"`)
    const sql = `select * from audit_entries where action = 'responses.exported'`
    expect(await here.ports.db.read({ sql, values: [] })).toEqual([])
    expect(records((await file('?labels=en')).replace(/^\uFEFF/, ''))).toEqual([])
  })

  it('has nothing to say of a refused export', async () => {
    await admin.post(`${path}?version=unknown`)
    await new Student(here).post(path)
    const sql = `select * from audit_entries where action = 'responses.exported'`
    expect(await here.ports.db.read({ sql, values: [] })).toEqual([])
  })
})

describe('streaming', () => {
  function counted(): { db: Database; reads: number[] } {
    const reads: number[] = []
    const read: Database['read'] = async (query) => {
      const rows = await here.ports.db.read(query)
      reads.push(rows.length)
      return rows
    }
    return { db: { ...here.ports.db, read }, reads }
  }
  it('reads at most 200 responses at a time, and the next only when the last were taken', async () => {
    await addResponses(here, 503)
    await sweepSegments(here.ports)
    const { db, reads } = counted()
    const reader = streamed(writeExport({ ...here.ports, db }, fileOf(here), everybody)).getReader()
    expect(reads).toEqual([])
    await reader.read()
    expect(reads).toEqual([])
    await reader.read()
    expect(reads).toEqual([200])
    while (!(await reader.read()).done);
    expect(reads).toEqual([200, 200, 103])
  })

  it('stops reading when the reader goes away', async () => {
    await addResponses(here, 503)
    await sweepSegments(here.ports)
    const { db, reads } = counted()
    const reader = streamed(writeExport({ ...here.ports, db }, fileOf(here), everybody)).getReader()
    await reader.read()
    await reader.read()
    await reader.cancel()
    expect(reads).toEqual([200])
  })

  it('stops reading when the reader goes away before there is a piece', async () => {
    await addResponses(here, 503)
    await sweepSegments(here.ports)
    const format = formatOf('dta')
    if (format === undefined) throw new Error('There is no such format.')
    const gone = new AbortController()
    const { db, reads } = counted()
    const leaving: Database = {
      ...db,
      read: async (query) => {
        const rows = await db.read(query)
        left ??= reader.cancel()
        return rows
      },
    }
    let left: Promise<void> | undefined
    const opened = { ...fileOf(here, 'en'), format }
    const { signal } = gone
    const pieces = writeExport({ ...here.ports, db: leaving }, opened, { ...everybody, records: 503 }, { signal })
    const reader = streamed(pieces, () => gone.abort()).getReader()
    while (!(await reader.read()).done);
    await left
    expect(reads).toEqual([200])
  })

  it('breaks off when the database fails, rather than end as if that were all', async () => {
    await addResponses(here, 600)
    await sweepSegments(here.ports)
    const { db, reads } = counted()
    const failing: Database = {
      ...db,
      read: async (query) => {
        if (reads.length > 0) throw new Error('the disk is gone')
        return db.read(query)
      },
    }
    await expect(
      new Response(streamed(writeExport({ ...here.ports, db: failing }, fileOf(here), everybody))).text(),
    ).rejects.toThrow('the disk is gone')
  })
})
