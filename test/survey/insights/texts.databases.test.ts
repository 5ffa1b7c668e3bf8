/** What people typed: read and searched a few at a time, and sorted into themes by several people at once. */
import { expect, it } from 'vitest'
import { themes } from '../../../src/survey/exports/formats/themes.ts'
import { sweepSegments } from '../../../src/survey/insights/segments/pack.ts'
import { codeTexts, countThemes } from '../../../src/survey/insights/texts/codings.ts'
import { textQuestions } from '../../../src/survey/insights/texts/questions.ts'
import { mostRead, pageSize, searchTexts } from '../../../src/survey/insights/texts/search-texts.ts'
import {
  currentThemeId,
  editThemes,
  idsOf,
  mostThemes,
  noThemes,
  type ThemeEdit,
  type ThemeList,
  themeLetter,
} from '../../../src/survey/insights/texts/theme-list.ts'
import { changeThemes, readThemes, type ThemesChange } from '../../../src/survey/insights/texts/themes.ts'
import { eraseAnswers } from '../../../src/survey/responses/withdraw.ts'
import { eraseTexts } from '../../../src/survey/texts/erase.ts'
import { aboutVariables } from '../../../src/survey/variables/about.ts'
import { exportOf } from '../../app/collected.ts'
import { linkFor, signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { addResponse, addResponses, made } from '../../support/export-rows.ts'
import { records } from '../../support/parse-csv.ts'
import type { World } from '../../support/world.ts'

const desk = '/admin/studies/study-abroad/insights/texts'
const add = (name: string): ThemeEdit => ({ do: 'add', name, by: 'Mei' })

function edited(...edits: ThemeEdit[]): ThemeList | { refused: string } {
  return edits.reduce<ThemeList | { refused: string }>(
    (list, edit) => ('refused' in list ? list : editThemes(list, edit)),
    noThemes,
  )
}

const themesOf = (world: World) => ({ studyId: world.study.id, question: 'Q22' })

/** Texts of which each is found under its reference. */
async function texts(world: World, given: Readonly<Record<string, string | -1>>) {
  const added: Record<string, string> = {}
  for (const [exportRef, Q22] of Object.entries(given)) {
    added[exportRef] = await addResponse(world, { exportRef, answers: { Q01: 4, Q22 } })
  }
  return added
}

async function look(world: World, asked: Partial<Parameters<typeof searchTexts>[3]> = {}) {
  const { versions } = await textQuestions(world.ports.db, world.study)
  return searchTexts(world.ports, themesOf(world), versions, { search: '', among: 'all', after: '', ...asked })
}

/** What the file of themes has of one response. */
async function themesFile({ ports, study }: World, ref: string, respondent: string): Promise<string> {
  const dictionary = { variables: aboutVariables([]), sets: [], questions: [], columns: new Map() }
  const batches = (async function* () {
    yield { records: [[ref, 'v', 'complete', 'en', 'en', '2026-11-23', 8]], respondents: [respondent] }
  })()
  const { title } = study.questionnaire
  const { organiser } = study.settings
  const around = { language: null, title, organiser, about: null, at: '', count: 1, isContinued: true, db: ports.db }
  let text = ''
  for await (const piece of themes.write(dictionary, batches, around)) text += piece
  return text
}

forEachDatabase((_, open, once) => {
  once.each<[string, ThemeEdit[], unknown]>([
    ['one name once, whatever its case', [add('Fees'), add(' fees ')], { refused: 'same' }],
    ['no name', [add('  ')], { refused: 'empty' }],
    ['a name that is too long', [add('x'.repeat(81))], { refused: 'too_long' }],
    [
      'more than there is room for',
      Array.from({ length: mostThemes + 1 }, (_, n) => add(`t${n}`)),
      { refused: 'too_many' },
    ],
    [
      'what is gone',
      [add('Fees'), { do: 'remove', id: 1 }, { do: 'rename', id: 1, name: 'Dear' }],
      { refused: 'unknown' },
    ],
    ['a theme into itself', [add('Fees'), { do: 'merge', id: 1, into: 1 }], { refused: 'unknown' }],
  ])('themes refuse %s', (_, edits, refused) => {
    expect(edited(...edits)).toEqual(refused)
  })

  once('a theme that was merged counts as the one it was merged into, however often, and a removed one as none', () => {
    const list = edited(
      ...['a', 'b', 'c', 'd'].map(add),
      { do: 'merge', id: 1, into: 2 },
      { do: 'merge', id: 2, into: 3 },
      { do: 'remove', id: 4 },
    ) as ThemeList
    expect([0, 1, 2, 3, 4, 5].map((id) => currentThemeId(list, id))).toEqual([0, 3, 3, 3, null, null])
    expect(idsOf(list, 3)).toEqual([3, 1, 2])
    expect([1, 26, 27, 53].map(themeLetter)).toEqual(['A', 'Z', 'AA', 'BA'])
  })

  it('themes are changed by one person at a time, and every change can be taken back; a theme gives its id to no other', async () => {
    const world = await fresh({ open })
    const staff = await staffAs(world, 'admin')
    const of = themesOf(world)
    const change = (seen: number, change: ThemesChange) => changeThemes(world.ports, staff, { of, seen, change })
    const both = await Promise.all([change(0, add('Fees')), change(0, add('Queues'))])
    expect(both.map((made) => ('refused' in made ? made.refused : 'done')).sort()).toEqual(['done', 'overtaken'])
    expect(await change(1, { do: 'undo' })).toEqual({ done: true })
    expect(await change(2, add('Housing'))).toEqual({ done: true })
    expect((await readThemes(world.ports.db, of)).list.themes.map(({ id, name }) => [id, name])).toEqual([
      [2, 'Housing'],
    ])
    expect(await change(3, { do: 'redo' })).toEqual({ refused: 'nothing_there' })
  })

  it('two who sort the same texts at once do not undo each other, and a merge counts a text once until it is undone', async () => {
    const world = await fresh({ open })
    const { db } = world.ports
    const [mei, wong] = [await staffAs(world, 'admin'), await staffAs(world, 'admin', 'Wong')]
    const of = themesOf(world)
    const { r1 = '', r2 = '' } = await texts(world, { r1: 'dear', r2: 'slow and dear' })
    for (const [seen, name] of ['Fees', 'Queues'].entries()) {
      await changeThemes(world.ports, mei, { of, seen, change: add(name) })
    }
    await Promise.all([
      codeTexts(world.ports, mei, of, [
        { ref: 'r1', seen: [], ticked: [1] },
        { ref: 'r2', seen: [], ticked: [1] },
      ]),
      codeTexts(world.ports, wong, of, [
        { ref: 'r1', seen: [], ticked: [0] },
        { ref: 'r2', seen: [], ticked: [1, 2] },
      ]),
    ])
    const sorted = async () =>
      Object.fromEntries((await look(world)).texts.map(({ ref, themes }) => [ref, [...themes].sort()]))
    expect((await sorted()).r2).toEqual([1, 2])
    // Somebody whose page is older takes away the one that they had ticked, and nothing else.
    expect(await codeTexts(world.ports, mei, of, [{ ref: 'r2', seen: [1], ticked: [] }])).toBe(1)
    expect((await sorted()).r2).toEqual([2])
    expect(await codeTexts(world.ports, mei, of, [{ ref: 'r2', seen: [2], ticked: [2] }])).toBe(0)
    await codeTexts(world.ports, mei, of, [
      { ref: 'r2', seen: [2], ticked: [1, 2] },
      { ref: 'r1', seen: [1], ticked: [0] },
    ])
    const count = async () => countThemes(db, of, (await readThemes(db, of)).list)
    expect(await count()).toEqual({
      themes: [
        { id: 1, texts: 1 },
        { id: 2, texts: 1 },
      ],
      none: 1,
      coded: 2,
    })
    await changeThemes(world.ports, wong, { of, seen: 2, change: { do: 'merge', id: 2, into: 1 } })
    expect(await count()).toEqual({ themes: [{ id: 1, texts: 1 }], none: 1, coded: 2 })
    const lines = [await themesFile(world, 'r1', r1), await themesFile(world, 'r2', r2)].join('')
    expect(lines).toBe('r1,v,2026-11-23,Q22,,\r\nr2,v,2026-11-23,Q22,A,Fees\r\n')
    await changeThemes(world.ports, wong, { of, seen: 3, change: { do: 'undo' } })
    expect((await count()).themes).toHaveLength(2)
  })

  once('what was sorted goes with the answers of whoever takes them back, and does not come again', async () => {
    const world = await fresh({ open })
    const staff = await staffAs(world, 'admin')
    const of = themesOf(world)
    const { r1 = '' } = await texts(world, { r1: 'dear' })
    await changeThemes(world.ports, staff, { of, seen: 0, change: add('Fees') })
    await codeTexts(world.ports, staff, of, [{ ref: 'r1', seen: [], ticked: [1] }])
    expect(await rowsOf(world, 'text_codings')).toHaveLength(1)
    await made(world.ports.db, eraseAnswers(r1))
    await codeTexts(world.ports, staff, of, [{ ref: 'r1', seen: [], ticked: [1] }])
    expect(await rowsOf(world, 'text_codings')).toEqual([])
    expect((await look(world)).texts).toEqual([])
  })

  it('texts are found by their words, whatever their case and width, and by what they were sorted into', async () => {
    const world = await fresh({ open })
    const staff = await staffAs(world, 'admin')
    const of = themesOf(world)
    await texts(world, { r1: 'FEES are dear', r2: '學費太貴', r3: 'ｆｅｅｓ', r4: -1, r5: 'Queues' })
    await changeThemes(world.ports, staff, { of, seen: 0, change: add('Fees') })
    await codeTexts(world.ports, staff, of, [
      { ref: 'r3', seen: [], ticked: [1] },
      { ref: 'r5', seen: [], ticked: [0] },
    ])
    const found = async (asked: Parameters<typeof look>[1]) => (await look(world, asked)).texts.map(({ ref }) => ref)
    expect(await found({})).toEqual(['r1', 'r2', 'r3', 'r5'])
    expect(await found({ search: 'fees' })).toEqual(['r1', 'r3'])
    expect(await found({ search: '太貴' })).toEqual(['r2'])
    expect(await found({ among: { themes: [1] } })).toEqual(['r3'])
    expect(await found({ among: { themes: [0] } })).toEqual(['r5'])
    expect(await found({ among: { inNone: [0, 1] } })).toEqual(['r1', 'r2'])
    expect(await found({ among: { inNone: [0, 1] }, search: 'fees', after: 'r1' })).toEqual([])
  })

  once(
    'responses are filtered by the themes of their texts, merged ones among them, in figures and in files',
    async () => {
      const world = await fresh({ open })
      const staff = await staffAs(world, 'admin')
      const of = themesOf(world)
      await texts(world, { r1: 'dear', r2: 'slow', r3: 'both', r4: 'fine', r5: -1 })
      await changeThemes(world.ports, staff, { of, seen: 0, change: add('Fees') })
      await changeThemes(world.ports, staff, { of, seen: 1, change: add('Queues') })
      await sweepSegments(world.ports)
      await codeTexts(world.ports, staff, of, [
        { ref: 'r1', seen: [], ticked: [1] },
        { ref: 'r2', seen: [], ticked: [2] },
        { ref: 'r3', seen: [], ticked: [1, 2] },
        { ref: 'r4', seen: [], ticked: [0] },
      ])
      const mei = await signedIn(world, 'admin')
      const insights = '/admin/studies/study-abroad/insights'
      const base = async (filter: string) =>
        /n = (\d+)/.exec(textOf(await (await mei.get(`${insights}?${filter}`)).text()))?.[1]
      const inFile = async (filter: string) =>
        records(await exportOf(mei, 'csv', filter)).map(({ response }) => response)
      expect(await base('is._theme_Q22=1')).toBe('2')
      expect(await inFile('is._theme_Q22=1')).toEqual(['r1', 'r3'])
      expect(await inFile('is._theme_Q22=0.2')).toEqual(['r2', 'r3', 'r4'])
      expect(await inFile('is._theme_Q22=7')).toEqual([])
      expect(await inFile('is._theme_Q22=2&is.Q01=5')).toEqual([])
      // More than a statement of D1 takes values: what the list does not have is nobody's.
      expect(await base(`is._theme_Q22=${Array.from({ length: 250 }, (_, at) => at + 1).join('.')}`)).toBe('3')
      await changeThemes(world.ports, staff, { of, seen: 2, change: { do: 'merge', id: 2, into: 1 } })
      expect(await inFile('is._theme_Q22=1')).toEqual(['r1', 'r2', 'r3'])
      const page = textOf(await (await mei.get(`${insights}?is._theme_Q22=1`)).text())
      expect(page).toMatch(/Themes of Q22 .*Fees/)
      // An address from before the merge means the other; of one that is removed there is nobody, and the text waits again.
      expect(await inFile('is._theme_Q22=2')).toEqual(['r1', 'r2', 'r3'])
      expect(textOf(await (await mei.get(`${insights}?is._theme_Q22=2`)).text())).toMatch(/Themes of Q22 [^:]*\? Fees/)
      await changeThemes(world.ports, staff, { of, seen: 3, change: { do: 'remove', id: 1 } })
      expect(await inFile('is._theme_Q22=1')).toEqual([])
      await mei.post(`${desk}/Q22/read`)
      const waiting = textOf(await (await mei.get(`${desk}/Q22?theme=uncoded`)).text())
      expect(['dear', 'slow', 'both', 'fine'].filter((one) => waiting.includes(one))).toEqual(['dear', 'slow', 'both'])
      expect(textOf(await (await mei.get(`${desk}/Q22?theme=1`)).text())).not.toContain('dear')
      await changeThemes(world.ports, staff, { of, seen: 4, change: { do: 'undo' } })
      for (const more of ['/crosses?rows=Q01&columns=Q02', '/flows?', '/compare?b=is._theme_Q22%3D1'])
        expect((await mei.get(`${insights}${more}&is._theme_Q22=1`)).status, more).toBe(200)
    },
  )

  once('a look reads so many responses and no more, and the next goes on behind them', async () => {
    const world = await fresh({ open })
    await addResponses(world, mostRead, { answers: { Q01: 4 } })
    await texts(world, { '~needle': 'a needle', '~~last': 'another' })
    const first = await look(world, { search: 'needle' })
    expect(first).toMatchObject({ texts: [], lookedAt: mostRead })
    const second = await look(world, { search: 'needle', after: first.next ?? '' })
    expect(second.texts.map(({ text }) => text)).toEqual(['a needle'])
    expect(second).toMatchObject({ lookedAt: 2, next: null })
  })

  once('a page has so many texts, and tells a text whose key was erased', async () => {
    const world = await fresh({ open })
    await texts(world, Object.fromEntries(Array.from({ length: pageSize + 1 }, (_, n) => [`r${n + 100}`, `text ${n}`])))
    const { texts: some, next } = await look(world)
    expect(some).toHaveLength(pageSize)
    expect((await look(world, { after: next ?? '' })).texts).toHaveLength(1)
    await eraseTexts(world.ports, 'somebody', world.study.id)
    expect((await look(world)).texts[0]?.text).toBe(null)
  })

  once(
    'an analyst reads once the trail says so, adds a theme, sorts and goes on by one form; a page writes nothing',
    async () => {
      const world = await fresh({ open })
      await texts(world, { r1: '<b>dear</b>', r2: 'slow' })
      const mei = await signedIn(world, 'analyst')
      expect(textOf(await (await mei.get(desk)).text())).toContain('Q22')
      expect(await (await mei.get(`${desk}/Q22`)).text()).not.toContain('dear')
      const opened = await mei.post(`${desk}/Q22/read?search=e`)
      expect(opened.headers.get('location')).toBe(`${desk}/Q22?search=e`)
      const before = await rowsOf<{ action: string; subject: string }>(world, 'audit_entries')
      expect(before).toContainEqual(expect.objectContaining({ action: 'texts.viewed', subject: world.study.id }))
      const page = await (await mei.get(`${desk}/Q22`)).text()
      expect(page).toContain('&lt;b&gt;dear&lt;/b&gt;')
      expect(await rowsOf(world, 'audit_entries')).toEqual(before)
      // A name that was typed is meant, whichever button was pressed; and one that is refused is not lost.
      await mei.post(`${desk}/Q22`, { do: 'code', revision: '0', new: 'Fees', 'was/r1': '', 'is/r1': '0' })
      const late = await mei.post(`${desk}/Q22`, {
        do: 'add',
        revision: '0',
        new: 'Queues',
        'was/r1': '0',
        'is/r1': '1',
      })
      expect(late.status).toBe(422)
      expect(await late.text()).toMatch(/has changed the themes meanwhile[\s\S]*value="Queues"/)
      const after = await (await mei.get(`${desk}/Q22?theme=1`)).text()
      expect(textOf(after)).toContain('1 text has been sorted')
      expect(after).toContain('100.0%')
      expect(after).toMatch(/name="is\/r1" value="1" checked/)
      expect(after).not.toContain('slow')
      // The entry is of whoever read, and of a day.
      const other = await signedIn(world, 'analyst', 'Lin')
      expect(await (await other.get(`${desk}/Q22`)).text()).not.toContain('slow')
      world.wait(12 * 60 - 1)
      await mei.post(await linkFor(world, 'Kai'))
      expect(await (await mei.get(`${desk}/Q22`)).text()).toContain('slow')
      world.wait(2)
      expect(await (await mei.get(`${desk}/Q22`)).text()).not.toContain('slow')
      const reviewer = await signedIn(world, 'reviewer')
      expect((await reviewer.get(`${desk}/Q22`)).status).toBe(403)
      expect((await mei.get(`${desk}/Q01`)).status).toBe(404)
    },
  )
})
