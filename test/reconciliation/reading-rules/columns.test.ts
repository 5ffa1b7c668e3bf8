/** The columns page: tried on the file, confirmed, said anew after a refusal, and never a dead end. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { gzipped } from '../../../simulation/statements/pack.ts'
import { sweepStatements } from '../../../src/reconciliation/statements/work.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { finishWork } from '../../support/finish-work.ts'
import type { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

type Fields = Record<string, string>

const bytes = (text: string) => new TextEncoder().encode(text)
const file = bytes('Date,Description,Amount,Ref\n13/11/2026,TRF H1,-22.00,A1\n14/11/2026,TRF H2,-22.00,A2\n')
const right = {
  day: 'Date',
  dayFormat: 'DD/MM/YYYY',
  by: 'sign',
  amount: 'Amount',
  below: 'debit',
  decimal: '.',
  reference: 'Ref',
  rows: '2',
}

async function site() {
  const world = await fresh()
  return { world, browser: await signedIn(world, 'preparer') }
}

/** Uploads a file. @returns where the browser is sent */
async function upload(
  { browser, world }: { browser: Student; world: World },
  content: Uint8Array<ArrayBuffer>,
  given: Fields = {},
) {
  const body = new FormData()
  body.append('file', new File([content], 'list.csv'))
  for (const [name, value] of Object.entries({ account: 'manual:HKD', ...given })) body.append(name, value)
  const headers = { origin: world.ports.settings.origin }
  const response = await browser.send('/finance/statements', { method: 'POST', body, headers })
  return response.headers.get('location') ?? ''
}

/** The fields of the page's form as they stand when it offers to read the file so; none otherwise. */
function confirmation(html: string): Fields {
  return /formaction="[^"]*\/columns"/.test(html) ? fieldsIn(html) : {}
}

function fieldsIn(html: string): Fields {
  const inputs = [...html.matchAll(/<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)]
  const areas = [...html.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)</g)]
  const selects = [...html.matchAll(/<select[^>]*name="([^"]*)".*?<\/select>/gs)].map(([all, name]) => [
    all,
    name,
    /<option value="([^"]*)" selected/.exec(all)?.[1] ?? /<option value="([^"]*)"/.exec(all)?.[1],
  ])
  return Object.fromEntries([...inputs, ...areas, ...selects].map(([, name, value]) => [name ?? '', value ?? '']))
}

/** Fills the page in, and tries what is said. */
async function tryOut(browser: Student, path: string, fields: Fields) {
  const { html } = await browser.open(path)
  const response = await browser.post(`${path}/try`, { ...fieldsIn(html), ...fields })
  expect(response.status).toBe(200)
  return response.text()
}

/** Tries and confirms. */
async function confirm(browser: Student, path: string, fields: Fields) {
  const html = await tryOut(browser, path, fields)
  expect((await browser.post(path, confirmation(html))).status).toBe(303)
}

const idIn = (path: string) => /statement_\w+/.exec(path)?.[0] ?? ''
const chosen = (html: string, name: string) =>
  new RegExp(`<select id="${name}".*?<option value="([^"]*)" selected`, 's').exec(html)?.[1]

it('asks in groups beside the first lines, and for nothing that the amount format does not use', async () => {
  const at = await site()
  const { html } = await at.browser.open(await upload(at, file))
  expect([...html.matchAll(/<legend>([^<]*)/g)].map(([, legend]) => legend)).toEqual([
    'Day',
    'Amounts',
    'What a line is',
    'Balance, and where the lines end',
  ])
  const [group = ''] = /<legend>Amounts.*?<\/fieldset>/s.exec(html) ?? []
  const css = readFileSync('src/platform/http/assets/staff.css', 'utf8')
  const usedBy = (way: string) => {
    const [, hidden = ''] =
      new RegExp(
        `\\.mapping:has\\(\\[name="by"\\] option\\[value="${way}"\\]:checked\\)\\s*\\.field:has\\(([^)]*)`,
      ).exec(css) ?? []
    const left = hidden.split(', ').map((id) => id.slice(1))
    return [...group.matchAll(/ name="(\w+)"/g)].flatMap(([, name = '']) => (left.includes(name) ? [] : [name]))
  }
  const always = ['decimal', 'currency', 'fee', 'fee2', 'feeInside']
  expect(usedBy('sign')).toEqual(['by', 'amount', 'below', ...always])
  expect(usedBy('columns')).toEqual(['by', 'debit', 'credit', ...always])
  for (const way of ['balance', 'newest']) expect(usedBy(way)).toEqual(['by', 'amount', ...always])
  const words = ['debitWords', 'creditWords', 'neitherWords']
  expect(usedBy('word')).toEqual(['by', 'amount', 'direction', ...words, ...always])
})

describe('a mapping is tried on the first lines', () => {
  it('which are shown as they will be read, and what was shown is confirmed', async () => {
    const { world, browser } = await site()
    const path = await upload({ world, browser }, file)
    const untried = (await browser.open(path)).html
    expect(untried).not.toContain('As it will be read')
    expect(confirmation(untried)).toEqual({})
    const html = await tryOut(browser, path, right)
    for (const text of ['13 November 2026', 'HKD\u00a022.00', 'money out', 'a payment', 'A1', 'A2'])
      expect(html).toContain(text)
    // Looking has written nothing.
    expect(await rowsOf(world, 'statements')).toMatchObject([{ state: 'receiving', mapping: null, told: null }])
    expect(confirmation(html)).toMatchObject(right)
    expect((await browser.post(path, confirmation(html))).headers.get('location')).toContain('said=received')
    await finishWork(world.ports, idIn(path))
    expect(await rowsOf(world, 'statements')).toMatchObject([{ state: 'published', lines_new: 2 }])
  })

  it('with what is wrong on its line, and then it cannot be confirmed', async () => {
    const { world, browser } = await site()
    const mixed = bytes('Date,Amount,Ref\n13/11/2026,-22.00,A1\n14/11/2026,22 and more,A2\n15/11/2026,-1.00,A3\n')
    const path = await upload({ world, browser }, mixed)
    const html = await tryOut(browser, path, { ...right, dayFormat: 'MM/DD/YYYY' })
    expect(html.match(/Cannot be read/g)).toHaveLength(3)
    expect(html).toContain('cannot read the day')
    expect(confirmation(html)).toEqual({})
    const better = await tryOut(browser, path, right)
    expect(better.match(/Cannot be read/g)).toHaveLength(1)
    expect(better).toContain('14/11/2026,22 and more,A2')
    expect(better).toContain('HKD\u00a01.00')
    // Nor by a form that was not offered.
    expect((await browser.post(path, right)).status).toBe(422)
    expect(await rowsOf(world, 'statements')).toMatchObject([{ state: 'receiving' }])
  })

  it.each([
    [
      'the row of the names and the delimiter',
      'Account 1;2;3;4;5\nDate|Amount|Ref\n13/11/2026|-22.00|A1\n',
      { headerRow: '2', delimiter: 'bar', rows: '1' },
    ],
    [
      'where the lines end',
      'Date,Amount,Ref\n13/11/2026,-22.00,A1\nStatement made on 14/11/2026,0.10,x\n',
      { endsAt: 'Statement', rows: '1' },
    ],
    ['a comma for decimals', 'Date;Amount;Ref\n13/11/2026;-22,00;A1\n', { decimal: ',', rows: '1' }],
    ['a last row without a line end', 'Date,Amount,Ref\n13/11/2026,-22.00,A1', { lastRowEnds: 'no', rows: '1' }],
    ['a column of currencies', 'Date,Amount,Ref,Cur\n13/11/2026,-22.00,A1,HKD\n', { currency: 'Cur', rows: '1' }],
    ['times of another zone', 'Date,Amount,Ref\n13/11/2026 23:30,-22.00,A1\n', { zone: 'Asia/Macau', rows: '1' }],
    [
      'words for directions',
      'Date,Amount,Ref,DC\n13/11/2026,22.00,A1,Debit\n',
      { by: 'word', direction: 'DC', debitWords: 'Debit', creditWords: 'Credit', rows: '1' },
    ],
    [
      'balances that follow',
      'Date,Amount,Ref,Bal\n13/11/2026,-22.00,A1,78.00\n14/11/2026,-8.00,A2,70.00\n',
      { balance: 'Bal', chains: 'yes', rows: '', opening: '100.00', closing: '70.00' },
    ],
  ])('%s', async (_, content, given: Fields) => {
    const { world, browser } = await site()
    const path = await upload({ world, browser }, bytes(content))
    const html = await tryOut(browser, path, { ...right, ...given })
    expect(html).not.toContain('Cannot be read')
    expect((await browser.post(path, confirmation(html))).status).toBe(303)
    await finishWork(world.ports, idIn(path))
    expect(await rowsOf(world, 'statements')).toMatchObject([{ state: 'published' }])
  })

  it('with rows of another currency, which are shown as left out, and the rest is confirmed', async () => {
    const { world, browser } = await site()
    const table = bytes('Date,Amount,Ref,Cur\n13/11/2026,-22.00,A1,HKD\n13/11/2026,-5.00,A2,CNY\n')
    const path = await upload({ world, browser }, table)
    const html = await tryOut(browser, path, { ...right, currency: 'Cur', rows: '1' })
    expect(html.match(/Left out: in another currency/g)).toHaveLength(1)
    expect((await browser.post(path, confirmation(html))).headers.get('location')).toContain('said=received')
    await finishWork(world.ports, idIn(path))
    expect(await rowsOf(world, 'statements')).toMatchObject([{ state: 'published', lines_new: 1 }])
  })

  it('with rows of a wallet that moved no money, which are shown as left out and told of', async () => {
    const { world, browser } = await site()
    const wallet = bytes(
      '交易时间,收/支,金额(元)\n2026-11-13 10:00:00,支出,22.00\n2026-11-13 11:00:00,/,5.00\n2026-11-14 10:00:00,收入,1.00\n',
    )
    const path = await upload({ world, browser }, wallet)
    const html = await tryOut(browser, path, { rows: '3' })
    expect(html.match(/Left out: no money moved/g)).toHaveLength(1)
    expect((await browser.post(path, confirmation(html))).headers.get('location')).toContain('said=received')
    await finishWork(world.ports, idIn(path))
    expect(await rowsOf(world, 'statements')).toMatchObject([{ state: 'published', lines_new: 2 }])
    expect((await browser.open(`/finance/statements/${idIn(path)}`)).html).toContain(
      'Left out, as their direction or status says that no money moved: 1 line.',
    )
  })

  it('with a word of warning where amounts without signs all go one way', async () => {
    const { world, browser } = await site()
    const path = await upload({ world, browser }, bytes(new TextDecoder().decode(file).replaceAll('-', '')))
    expect(await tryOut(browser, path, right)).toContain('all of it is read as money in.')
    expect(await tryOut(browser, path, { ...right, below: 'credit' })).toContain('all of it is read as money out.')
    const signed = await upload({ world, browser }, file)
    expect(await tryOut(browser, signed, right)).not.toContain('all of it is read as')
  })

  it('and whatever is changed behind it is tried again before it is read', async () => {
    const { world, browser } = await site()
    const path = await upload({ world, browser }, file)
    const shown = confirmation(await tryOut(browser, path, right))
    const changed = await browser.post(path, { ...shown, below: 'credit' })
    expect(changed.status).toBe(200)
    const html = await changed.text()
    expect(html).toContain('money in</td>')
    expect(await rowsOf(world, 'statements')).toMatchObject([{ state: 'receiving' }])
    expect((await browser.post(path, confirmation(html))).status).toBe(303)
  })

  it('and what was said beside the file is not asked for again', async () => {
    const { world, browser } = await site()
    const path = await upload({ world, browser }, file, { rows: '2', from: '2026-11-13', to: '2026-11-14' })
    const { html } = await browser.open(path)
    for (const text of ['value="2"', 'value="2026-11-13"', 'value="2026-11-14"']) expect(html).toContain(text)
  })

  it('of a packed file as well', async () => {
    const { world, browser } = await site()
    const path = await upload({ world, browser }, await gzipped(file))
    expect(path).toMatch(/\/columns$/)
    const html = await tryOut(browser, path, right)
    expect(html).toContain('13 November 2026')
    await browser.post(path, confirmation(html))
    await finishWork(world.ports, idIn(path))
    expect(await rowsOf(world, 'statements')).toMatchObject([{ state: 'published' }])
  })

  it('and a shape in which it is no table is said, with a way on', async () => {
    const { world, browser } = await site()
    const path = await upload({ world, browser }, file)
    const html = await tryOut(browser, path, { ...right, delimiter: 'bar' })
    expect(html).toContain('cannot be taken for a table')
    const again = await tryOut(browser, path, { ...right, delimiter: 'comma' })
    expect(confirmation(again)).toMatchObject(right)
  })
})

describe('after a refusal', () => {
  /** A file that is read wrongly: its lines are fine, and their number was said wrongly. */
  async function refused() {
    const one = await site()
    const path = await upload(one, file)
    const fields = { ...right, rows: '3' }
    await confirm(one.browser, path, fields)
    await finishWork(one.world.ports, idIn(path))
    expect(await rowsOf(one.world, 'statements')).toMatchObject([{ state: 'refused' }])
    return { ...one, page: path.replace('/columns', '') }
  }

  it('the columns are said anew, beginning with what was chosen', async () => {
    const { world, browser, page } = await refused()
    expect((await browser.open(page)).html).toContain('Change the columns')
    const path = (await browser.post(`${page}/reopen`)).headers.get('location') ?? ''
    const { html } = await browser.open(path)
    expect([chosen(html, 'dayFormat'), chosen(html, 'amount'), chosen(html, 'reference')]).toEqual([
      'DD/MM/YYYY',
      'Amount',
      'Ref',
    ])
    // It shows at once how it would be read.
    expect(html).toContain('13 November 2026')
    // And what was said beside the file is there.
    expect(confirmation(html).rows).toBe('3')
    expect((await browser.post(path, { ...confirmation(html), rows: '2' })).status).toBe(303)
    await finishWork(world.ports, idIn(path))
    const states = (await rowsOf(world, 'statements')).map(({ state }) => state)
    expect(states.sort()).toEqual(['published', 'refused'])
    expect(await rowsOf(world, 'statement_chunks')).toEqual([])
    // The refused one keeps its reason, and offers nothing that cannot be done.
    const old = (await browser.open(page)).html
    expect(old).toContain('Rejected as a whole')
    expect(old).not.toContain('Change the columns')
    expect((await browser.post(`${page}/reopen`)).headers.get('location')).toContain('said=gone')
  })

  it('of two who say them anew at once, the file goes to one', async () => {
    const { world, browser, page } = await refused()
    const both = await Promise.all([browser.post(`${page}/reopen`), browser.post(`${page}/reopen`)])
    const paths = both.map((response) => response.headers.get('location') ?? '')
    expect(paths.filter((path) => path.endsWith('/columns'))).toHaveLength(1)
    expect(paths.filter((path) => path.endsWith('said=gone'))).toHaveLength(1)
    expect(await rowsOf(world, 'statements')).toHaveLength(2)
  })

  it('the same file that is uploaded again begins with what was chosen, and its file is kept for a day', async () => {
    const { world, browser, page } = await refused()
    world.wait(25 * 60)
    await sweepStatements(world.ports)
    expect(await rowsOf(world, 'statement_chunks')).toEqual([])
    const later = await signedIn(world, 'preparer')
    expect((await later.open(page)).html).not.toContain('Change the columns')
    const path = await upload({ world, browser: later }, file)
    expect(chosen((await later.open(path)).html, 'dayFormat')).toBe('DD/MM/YYYY')
    expect(browser).not.toBe(later)
  })

  it('a layout that says by a word where the money went is not read by the signs of the one before', async () => {
    const { world, browser } = await site()
    const path = await upload({ world, browser }, file)
    await confirm(browser, path, right)
    await finishWork(world.ports, idIn(path))
    const other = bytes('Date,Details,Amount,Ref,D/C\n15/11/2026,TRF H3,22.00,A3,D\n')
    const { html } = await browser.open(await upload({ world, browser }, other))
    expect(fieldsIn(html)).toMatchObject({
      by: 'word',
      direction: 'D/C',
      debitWords: 'D',
      amount: 'Amount',
      reference: 'Ref',
    })
  })

  it('a column that the bank has renamed is asked for, and the others are as they were', async () => {
    const { world, browser } = await site()
    const path = await upload({ world, browser }, file)
    await confirm(browser, path, right)
    await finishWork(world.ports, idIn(path))
    const renamed = bytes('Date,Description,Sum,Ref\n15/11/2026,TRF H1,-22.00,A3\n')
    const asked = await upload({ world, browser }, renamed)
    expect(asked).toMatch(/\/columns$/)
    const { html } = await browser.open(asked)
    expect([chosen(html, 'dayFormat'), chosen(html, 'reference')]).toEqual(['DD/MM/YYYY', 'Ref'])
    expect(html).not.toContain('As it will be read')
  })
})
