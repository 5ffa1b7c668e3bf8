/** What describes a file of answers, counted from the very records that stand in it. */
import { describe, expect, it } from 'vitest'
import { languages } from '../../../../schema/questionnaire.ts'
import { codebookCsv } from '../../../../src/survey/exports/formats/codebook/csv.ts'
import { codebookPage } from '../../../../src/survey/exports/formats/codebook/page.tsx'
import { ddi } from '../../../../src/survey/exports/formats/ddi/ddi.ts'
import { records as linesOf } from '../../../support/parse-csv.ts'
import { fileOf, sampleRecords } from './sample-dictionary.ts'
import { type Node, textOf, treeOf } from './xml-tree.ts'

/** The days that these responses ended on, as the dictionary's `day` would have them. */
describe('DDI-Codebook 2.5', () => {
  it('has its parts in the order of the schema', async () => {
    const book = await codebook()
    expect(book.name).toBe('codeBook')
    expect(book.attributes).toMatchObject({ xmlns: 'ddi:codebook:2_5', version: '2.5' })
    expect(book.children.map(({ name }) => name)).toEqual(['docDscr', 'stdyDscr', 'fileDscr', 'dataDscr', 'otherMat'])
    const order = ['labl', 'qstn', 'invalrng', 'universe', 'sumStat', 'catgry', 'varFormat']
    for (const one of all(book, 'var')) {
      const places = one.children.map(({ name }) => order.indexOf(name))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places).not.toContain(-1)
    }
  })

  it('describes each variable, with its question, who was asked, and what is missing, in every language', async () => {
    const book = await codebook()
    const [q1, q3] = [variableOf(book, 'Q1'), variableOf(book, 'Q3')]
    expect(
      all(q1, 'labl')
        .slice(0, languages.length)
        .map((label) => label.attributes['xml:lang']),
    ).toEqual([...languages])
    expect(all(q1, 'qstnLit').map(textOf)).toContain('What of Q1?')
    expect(all(q1, 'item').map(({ attributes }) => attributes.VALUE)).toEqual(['-1', '98'])
    expect(all(q3, 'universe').map(textOf)).toContain('those who picked "one" at Q1')
    expect(q1.attributes).toMatchObject({
      files: 'F1',
      intrvl: 'discrete',
      nature: 'nominal',
      representationType: 'code',
    })
    expect(q3.attributes).toMatchObject({ intrvl: 'contin', representationType: 'numeric' })
    expect(variableOf(book, 'Q5').attributes).toMatchObject({ representationType: 'datetime' })
  })

  it('says how often each code stands in the file', async () => {
    const book = await codebook()
    const counts = all(variableOf(book, 'Q1'), 'catgry').map((one) => all(one, 'catStat').map(textOf).join())
    const recordCounts = [1, 2, -1, 98].map((code) => String(sampleRecords.filter(([, q1]) => q1 === code).length))
    expect(counts).toEqual(recordCounts)
    expect(all(book, 'caseQnty').map(textOf)).toEqual([String(sampleRecords.length)])
    const sums = Object.fromEntries(
      all(variableOf(book, 'Q3'), 'sumStat').map((one) => [one.attributes.type, textOf(one)]),
    )
    expect(sums).toEqual({ vald: '9', invd: '3', min: '0', max: '12' })
  })

  it('joins the options of a question as a set, by the ids of their variables', async () => {
    const [set] = all(await codebook(), 'varGrp')
    expect(set?.attributes).toMatchObject({ type: 'multipleResp', var: 'V_Q2_1 V_Q2_2' })
  })
})

it('the page says the same, once for each option, and has nothing that it would have to fetch', async () => {
  const page = String(await fileOf(codebookPage, sampleRecords))
  expect(page).toContain('one &amp; &quot;only&quot; &lt;b&gt;')
  expect(page).not.toMatch(/<b>|src=|href=|http/)
  const cells = (name: string) =>
    [
      ...(new RegExp(`<code>${name}</code>.*?</tr>`, 's').exec(page)?.[0].matchAll(/<td class="number">(\d+)/g) ?? []),
    ].map(([, n]) => Number(n))
  const of = (at: number) =>
    [1, 0, -1, null].map((code) => sampleRecords.filter((record) => record[at] === code).length)
  expect(cells('Q2_1')).toEqual(of(2))
  expect(cells('Q2_2')).toEqual(of(3))
})

it('the table has a line for each code, which says whether it is a missing one and how often it stands there', async () => {
  const lines = linesOf(String(await fileOf(codebookCsv, sampleRecords)).replace('\uFEFF', ''))
  const entries = lines
    .filter(({ column }) => column === 'Q1')
    .map(({ code, missing, n, en }) => [code, missing, n, en])
  const count = (code: number) => String(sampleRecords.filter(([, q1]) => q1 === code).length)
  expect(entries).toEqual([
    ['', '', String(Number(count(1)) + Number(count(2))), 'What of Q1?'],
    ['1', '', count(1), 'one & "only" <b>'],
    ['2', '', count(2), '二'],
    ['-1', '1', count(-1), 'left blank'],
    ['98', '1', count(98), 'do not know'],
  ])
})

const codebook = async () => treeOf(String(await fileOf(ddi, sampleRecords)))

function all(node: Node, name: string): Node[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

function variableOf(book: Node, name: string): Node {
  const found = all(book, 'var').find(({ attributes }) => attributes.name === name)
  if (found === undefined) throw new Error(`There is no variable ${name}.`)
  return found
}
