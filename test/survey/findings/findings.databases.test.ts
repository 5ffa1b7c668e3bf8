/** What a study found and what changed: written, published, undone, and read by everybody in their language. */
import { expect, it } from 'vitest'
import {
  editFindings,
  type FindingEdit,
  type FindingList,
  longestFindingText,
  mostFindings,
  noFindings,
} from '../../../src/survey/findings/finding.ts'
import { changeFindings, type FindingsChange, readFindings } from '../../../src/survey/findings/save.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { staffAs } from '../../support/claimed.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'

const desk = '/admin/studies/study-abroad/findings'
const page = '/s/study-abroad/findings'
const write = (found: string, id: number | null = null): FindingEdit => ({
  do: 'write',
  id,
  found: { en: found },
  changed: {},
})

function edited(...edits: FindingEdit[]): FindingList | { refused: string } {
  return edits.reduce<FindingList | { refused: string }>(
    (list, edit) => ('refused' in list ? list : editFindings(list, edit, '2026-11-29')),
    noFindings,
  )
}
const three = [write('one'), write('two'), write('three')]

forEachDatabase((_, open, once) => {
  once.each<[string, FindingEdit[], number[] | string]>([
    ['stand in the order in which they were written', [], [1, 2, 3]],
    ['move up', [{ do: 'up', id: 3 }], [1, 3, 2]],
    ['move down', [{ do: 'down', id: 1 }], [2, 1, 3]],
    [
      'stay where they are at the ends',
      [
        { do: 'up', id: 1 },
        { do: 'down', id: 3 },
      ],
      [1, 2, 3],
    ],
    ['are gone when removed, and their number is not used again', [{ do: 'remove', id: 3 }, write('four')], [1, 2, 4]],
    ['that are gone cannot be changed', [{ do: 'remove', id: 3 }, write('again', 3)], 'unknown'],
    ['that say nothing are none', [write(' \n')], 'empty'],
    ['are no essays', [write('x'.repeat(longestFindingText + 1))], 'too_long'],
    ['are not endless', Array.from({ length: mostFindings }, () => write('more')), 'too_many'],
  ])('findings %s', (_, edits, expected) => {
    const list = edited(...three, ...edits)
    expect('refused' in list ? list.refused : list.findings.map(({ id }) => id)).toEqual(expected)
  })

  it('of two who change findings at once one is told of the other, and each step can be taken back and made again', async () => {
    const world = await fresh({ open })
    const { ports, study } = world
    const staff = await staffAs(world, 'admin')
    const change = (seen: number, change: FindingsChange) =>
      changeFindings(ports, staff, { studyId: study.id, seen, change })
    const both = await Promise.all([change(0, write('one')), change(0, write('two'))])
    expect(both.map((made) => ('refused' in made ? made.refused : 'done')).sort()).toEqual(['done', 'overtaken'])
    world.wait(9 * 60)
    expect(await change(1, { do: 'publish', id: 1 })).toEqual({ done: true })
    const stands = async () => (await readFindings(ports.db, study.id)).list.findings.map((it) => it.publishedOn)
    const published = await stands()
    // It is 17:00 UTC, and the day after for people here.
    expect(published).toEqual(['2026-11-24'])
    expect(await change(2, { do: 'undo' })).toEqual({ done: true })
    expect(await stands()).toEqual([null])
    expect(await change(3, { do: 'undo' })).toEqual({ done: true })
    expect(await stands()).toEqual([])
    expect(await change(4, { do: 'undo' })).toEqual({ refused: 'nothing_there' })
    for (const n of [4, 5]) expect(await change(n, { do: 'redo' })).toEqual({ done: true })
    expect(await stands()).toEqual(published)
    expect(await change(6, { do: 'redo' })).toEqual({ refused: 'nothing_there' })
  })

  once(
    'what is published is read by everybody, in another language where it must, and after the study has closed',
    async () => {
      const world = await fresh({ open })
      const [mei, reader] = [await signedIn(world, 'admin'), new Student(world)]
      const read = async (tag: string) => textOf((await reader.open(`${page}?lang=${tag}`)).html)
      expect(await read('en')).toContain('Nothing here yet')
      const typed = {
        do: 'write',
        revision: '0',
        'found.en': '<b>Fees</b> are\ndear',
        'found.zh-Hans': '学费贵',
        'changed.en': 'A fund.',
      }
      expect((await mei.post(desk, typed)).status).toBe(303)
      expect(await read('en')).not.toContain('dear')
      await mei.post(desk, { do: 'publish', revision: '1', id: '1' })
      const { html } = await reader.open(`${page}?lang=en`)
      expect(html).toContain('&lt;b&gt;Fees&lt;/b&gt; are')
      expect(html).toContain('<p lang="en">dear</p>')
      expect(textOf(html)).not.toContain('Written only in')
      const hant = await read('zh-Hant')
      expect(hant).toContain('学费贵')
      expect(hant).toContain('只有以下語言： 简体中文')
      expect((await rowsOf<{ action: string }>(world, 'audit_entries')).map(({ action }) => action)).toEqual(
        expect.arrayContaining(['findings.changed', 'findings.published']),
      )
      // Whoever comes too late keeps what was typed.
      const late = await mei.post(desk, { do: 'write', revision: '1', 'found.en': 'My long note' })
      expect(late.status).toBe(422)
      expect(await late.text()).toMatch(/has changed the findings in the meantime[\s\S]*My long note/)
      world.wait(400 * 24 * 60)
      expect(await read('en')).toContain('A fund.')
      expect((await reader.get('/s/nowhere/findings')).status).toBe(404)
    },
  )

  once('the page of findings is linked from the page that says whether a study is real', async () => {
    const world = await fresh({ open })
    expect((await new Student(world).open('/s/study-abroad/trust')).html).toContain(`href="${page}"`)
  })
})
