/** The pages that set answers beside each other, on the real app: what is counted, what an address may say, what is taken away. */
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '../../../schema/answers.ts'
import { sweepSegments } from '../../../src/survey/insights/segments/pack.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { addResponse } from '../../support/export-rows.ts'
import { parseCsv } from '../../support/parse-csv.ts'
import type { Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'

let here: World
let analyst: Student
const base = '/admin/studies/study-abroad/insights'

/** Home, the place of study, where they go, places that they considered. */
const person = (home: number, place: number, after: number | null, considered: number[]): Answers => ({
  Q02: 3,
  Q03: home,
  Q06: considered,
  Q07: place,
  ...(after !== null && { Q25: after }),
})

beforeAll(async () => {
  here = await world()
  for (let n = 0; n < 6; n++) await addResponse(here, { answers: person(1, 5, n < 4 ? 2 : 1, [2, 5]) })
  // Some are packed, the others are read from their documents.
  await sweepSegments(here.ports)
  for (let n = 0; n < 4; n++) await addResponse(here, { answers: person(2, 6, n < 3 ? 3 : 1, [6]) })
  await addResponse(here, { answers: person(2, 6, null, [6]) })
  await addResponse(here, { state: 'screened_out', answers: null })
  analyst = await signedIn(here, 'analyst')
})
afterAll(() => here.close())

async function pageOf(path: string): Promise<string> {
  const response = await analyst.get(base + path)
  expect(response.status).toBe(200)
  return (await response.text())
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

/** What stands above the picture of a file. */
const linesIn = (svg: string) => [...svg.matchAll(/<text x="12" y="\d+"[^>]*>([^<]*)</g)].map(([, line = '']) => line)

describe('two questions crossed', () => {
  it('show shares, who stands outside, and a test with what it cannot say', async () => {
    const page = await pageOf('/crosses?rows=Q03&columns=Q25')
    expect(page).toContain('Base: 10 who answered both.')
    expect(page).toContain('66.7% 4 of 6')
    expect(page).toMatch(/Hong Kong, China 25\.0% 1 of 4 0\.0% 0 of 4 75\.0% 3 of 4 4 1 /)
    expect(page).toContain('Rows without anybody in the base: Macao, China')
    expect(page).toContain('random tables with the same totals')
    expect(page).toContain('Not a probability sample: 10 of 10 came by the open link.')
  })

  it('hold each option against those who were offered it, and keep the filter', async () => {
    const page = await pageOf('/crosses?rows=Q03&columns=Q06&is.Q03=1')
    expect(page).toContain('Base: 6 who answered both.')
    expect(page).toContain('100.0% 6 of 6')
    const others = await pageOf('/crosses?rows=Q03&columns=Q06')
    expect(others).toMatch(/p is corrected for \d+ tests/)
  })

  it.each([
    ['', 'Choose two questions'],
    ['', 'Base: 11 who answered both.'],
    ['?rows=Q03', 'Choose two questions'],
    ['?rows=Q03&columns=Q03', 'are the same question'],
    ['?rows=Q03&columns=Q99', 'not in this version'],
    ['?rows=Q03&columns=Q25&is.Q03=4', 'Nobody in this choice answered both'],
    ['?rows=Q03&columns=Q10_r1', 'Nobody in this choice'],
  ])('say what to do where the address is %j', async (query, words) => {
    expect(await pageOf(`/crosses${query}`)).toContain(words)
  })

  it('are taken away as a table and as a picture', async () => {
    const csv = await analyst.get(`${base}/crosses.csv?rows=Q03&columns=Q25`)
    expect(csv.headers.get('content-disposition')).toContain('crosses-study-abroad-Q03-Q25.csv')
    const rows = parseCsv(await csv.text())
    expect(rows).toContainEqual(['Q03 1', 'Mainland China', 'Q25 2', 'The mainland', '4', '6', '4', '10', '0'])
    expect(rows).toContainEqual(['Q03 2', 'Hong Kong, China', 'Q25', 'Not shown', '1', '', '', '', '1'])
    const svg = await analyst.get(`${base}/crosses.svg?rows=Q03&columns=Q25&held=out&is.Q03=1`)
    const chartText = linesIn(await svg.text()).join(' ')
    expect(chartText).toMatch(
      /Base: 6 who answered both\. .*Complete responses.* · Responses that wait for a review: left out/,
    )
    expect(chartText).toMatch(/ · Q03 .*\? Mainland China As of \d+ \w+ \d{4}$/)
  })
})

describe('an export of what is filtered', () => {
  it('is one press away, with the filter in words', async () => {
    const page = await (await analyst.get(`${base}/crosses?is.Q03=1&held=out`)).text()
    const [, href = ''] = /href="([^"]*\/exports\?[^"]*)"/.exec(page) ?? []
    const form = await (await analyst.get(href.replaceAll('&amp;', '&'))).text()
    expect(form).toContain('name="filter" value="is.Q03=1"')
    expect(form).toMatch(/<li>Q03 [^<]+\? Mainland China<\/li>/)
    expect(form).toMatch(/value="out" selected/)
  })
})

describe('flows', () => {
  it('begin with home, place of study and after', async () => {
    const page = await pageOf('/flows')
    expect(page).toContain('Base: 10 who answered each of these questions.')
    expect(page).toContain('Mainland China → UK → The mainland 4 40.0%')
    expect(page).toContain('1 of 11 have no answer to Q25')
  })

  it('go through the questions that the address names, and are taken away', async () => {
    expect(await pageOf('/flows?step1=Q03&step2=Q07')).toContain('Hong Kong, China → USA 5 45.5%')
    const csv = await analyst.get(`${base}/flows.csv?step1=Q03&step2=Q07`)
    expect(parseCsv(await csv.text())).toContainEqual(['Mainland China', 'UK', '6'])
    expect(linesIn(await (await analyst.get(`${base}/flows.svg`)).text())).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Flows: /), expect.stringMatching(/^Base: \d+ who/)]),
    )
    expect(await pageOf('/flows?step1=Q03&step2=Q03')).toContain('Choose two to four questions')
  })
})

describe('two groups', () => {
  it('stand side by side, with intervals where nobody is in both', async () => {
    const page = await pageOf('/compare?a=is.Q03%3D1&b=is.Q03%3D2')
    expect(page).toMatch(/Q03 [^:]*\? A: \d+ responses. B: \d+ responses. Furthest apart: [^:]*, [+−]100.0 points\./)
    expect(page).toContain('A: 6 responses. B: 5 responses.')
    expect(page).toContain('Nobody is in both groups.')
    expect(page).toMatch(/66\.7% \( ?4\/6 ?\)/)
    expect(page).toMatch(/\+66\.7 points \+\d/)
  })

  it('begin with a pair, one press away', async () => {
    const begin = await (await analyst.get(`${base}/compare`)).text()
    const [, href = ''] =
      /href="([^"]*\/compare\?a=[^"]*)"[^>]*>\s*Mainland China and Hong Kong, China/.exec(begin) ?? []
    const page = await pageOf(href.replaceAll('&amp;', '&').replace(base, ''))
    expect(page).toContain('A: 6 responses. B: 5 responses.')
  })

  it('claim no interval of a difference where somebody is', async () => {
    const page = await pageOf('/compare?a=&b=is.Q03%3D2')
    expect(page).toContain('5 people are in both groups')
    expect(page).not.toMatch(/points [+−]/)
  })

  it('are chosen among saved filters, which the other pages use as well', async () => {
    await analyst.post(`${base}/filters`, { query: 'is.Q03=2', name: 'From Hong Kong', do: 'save' })
    expect(await pageOf('/compare')).toContain('Everybody From Hong Kong')
    const html = await (await analyst.get(`${base}/crosses?rows=Q03&columns=Q25`)).text()
    expect(html).toMatch(/crosses\?is\.Q03=2&amp;rows=Q03&amp;columns=Q25&amp;share=row"[^>]*>From Hong Kong/)
  })

  it('are asked for by a filter, and taken away', async () => {
    expect(await pageOf('/compare?is.Q03=1')).toContain('Make the filter above group A')
    const csv = await analyst.get(`${base}/compare.csv?a=is.Q03%3D1&b=is.Q03%3D2`)
    expect(parseCsv(await csv.text()).some((row) => row[0] === 'Q25' && row[2] === 'The mainland')).toBe(true)
  })

  it('are taken away as a workbook of the same figures, and question by question as a picture', async () => {
    const groups = 'a=is.Q03%3D1&b=is.Q03%3D2'
    const csv = parseCsv(await (await analyst.get(`${base}/compare.csv?${groups}`)).text())
    const file = await analyst.get(`${base}/compare.xlsx?${groups}`)
    expect(file.headers.get('content-disposition')).toContain('.xlsx')
    const [sheet] = (await readXlsx(new Uint8Array(await file.arrayBuffer()))).sheets
    const rows = sheet?.rows.map((row) => csv[0]?.map((_, at) => String(row[at] ?? '')))
    expect(rows).toEqual(csv)
    expect(csv.flat().filter((cell) => /^-?\d+\.\d{7}/.test(cell))).toEqual([])
    expect(await (await analyst.get(`${base}/compare?${groups}`)).text()).toContain('compare.svg?a=')
    const svg = await analyst.get(`${base}/compare.svg?${groups}&question=Q25`)
    expect(svg.headers.get('content-type')).toContain('image/svg+xml')
    const drawn = await svg.text()
    expect(linesIn(drawn)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Group A: /), expect.stringMatching(/^Group B: /)]),
    )
    expect(drawn).toContain('The mainland')
    expect(drawn).toMatch(/Group A · n = \d/)
    // A white outline of letters, which the library draws unasked, cannot be read on dark paper.
    expect(drawn).not.toContain('paint-order')
    expect((await analyst.get(`${base}/compare.svg?${groups}&question=Q99`)).status).toBe(404)
  })
})

it.each([
  ['?is.Q03=1', null, /^Complete responses, .* · Q03 .*Mainland China$/],
  ['/crosses?rows=Q03&columns=Q06&is.Q03=1&held=out', /^Q03 .*, by Q06 /, /left out · Q03 .*Mainland China$/],
  ['/flows?is.Q03=1', /^Flows: Q03 /, / · Q03 .*Mainland China$/],
  ['/compare?a=is.Q03%3D1&b=is.Q03%3D2', null, /^Group A: .*Mainland China$/],
])('%s says on paper, where no form is printed, what it shows and whom it counts', async (path, shown, counted) => {
  const page = await (await analyst.get(base + path)).text()
  const paper = /<div class="on-paper">(.*?)<\/div>/.exec(page)?.[1] ?? ''
  expect(paper).toMatch(shown === null ? /^<p/ : /^<h2/)
  const [first = '', second = ''] = paper.split(/<[^>]+>/).filter((line) => line !== '')
  if (shown !== null) expect(first).toMatch(shown)
  expect(shown === null ? first : second).toMatch(counted)
})

it.each([
  ['/charts/Q25.csv?is.Q03=1', /^Complete responses, .* · Q03 .*Mainland China$/],
  ['/crosses.csv?rows=Q03&columns=Q06&is.Q03=1', /^Complete responses, .* · Q03 .*Mainland China$/],
  ['/flows.csv?is.Q03=1&held=out', /left out · Q03 .*Mainland China$/],
  ['/compare.csv?a=is.Q03%3D1&b=is.Q03%3D2', /^Group A: .*Mainland China$/],
])('%s says whom it counts, in lines as wide as its table', async (path, counted) => {
  const rows = parseCsv(await (await analyst.get(base + path)).text())
  expect(rows.flat().filter((cell) => counted.test(cell))).toHaveLength(1)
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1)
})
