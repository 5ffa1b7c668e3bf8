/** A study of one's own, from a form made elsewhere to its end, by people who never saw the code. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../schema/tables.ts'
import { sweep } from '../../src/app/app.ts'
import { workbookFile } from '../../src/platform/files/workbook.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { answer, begin } from '../support/page.ts'
import { looksRight } from './finance-desk.ts'
import { type Site, visitors } from './site.ts'

const { site, visit } = visitors()

const title = ['label::English (en)', 'label::简体中文 (zh-Hans)', 'label::繁體中文 (zh-Hant)'] as const

const eats = { en: 'Do you eat on campus?', 'zh-Hans': '您在校内用餐吗？', 'zh-Hant': '您在校內用餐嗎？' }

/** As somebody writes it in a spreadsheet: a question, one that depends on it, and a text. */
const canteens = (titles: readonly string[], ...more: string[][]) =>
  workbookFile([
    {
      name: 'survey',
      rows: [
        ['type', 'name', ...title, 'relevant', 'required'],
        ['begin_group', 'eating', 'Eating', '用餐', '用餐', null, null],
        ['select_one yesno', 'eats', ...Object.values(eats), null, 'yes'],
        // biome-ignore lint/suspicious/noTemplateCurlyInString: as forms name an answer
        ['select_one often', 'often', 'How often?', '多久一次？', '多久一次？', '${eats} = "yes"', 'yes'],
        ['end_group', null, null, null, null, null, null],
        ['begin_group', 'last', 'Last', '最后', '最後', null, null],
        ['text', 'wish', 'What do you miss?', '您希望有什么？', '您希望有甚麼？', null, null],
        ['end_group', null, null, null, null, null, null],
      ],
    },
    {
      name: 'choices',
      rows: [
        ['list_name', 'name', ...title],
        ['yesno', 'yes', 'Yes', '是', '是'],
        ['yesno', 'no', 'No', '否', '否'],
        ['often', 'daily', 'Every day', '每天', '每天'],
        ['often', 'weekly', 'Every week', '每周', '每週'],
        ...more,
      ],
    },
    {
      name: 'settings',
      rows: [
        [
          'form_title',
          'form_id',
          'default_language',
          ...title.slice(1).map((one) => one.replace('label', 'honorarium::title')),
        ],
        ['Canteens', 'canteens', 'English (en)', ...titles],
      ],
    },
  ])

/** Somebody of the staff at a screen of their own. */
async function desk(here: Site, name: string, role: Role, width = 1280): Promise<Page> {
  return (await visit(here, { width, as: await signedIn(here, role, name) })).page
}

const press = async (page: Page, name: string | RegExp) => {
  // The first button of some forms is there for the Enter key alone.
  const button = page
    .locator('button:not(.first)')
    .and(page.getByRole('button', { name, exact: typeof name === 'string' }))
  await Promise.all([page.waitForEvent('load'), button.first().click()])
}

/** Fills the fields of a step by their names, and goes on. */
async function step(page: Page, fields: Record<string, string>, checks: readonly string[] = []): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const one = page.locator(`main [name="${name}"]`).first()
    if ((await one.evaluate((element) => element.tagName)) === 'SELECT') await one.selectOption(value)
    else await one.fill(value)
  }
  for (const value of checks) await page.locator(`main input[type=checkbox][value="${value}"]`).first().check()
  await press(page, 'Save and continue')
}

const main = async (page: Page) => (await page.locator('main').textContent()) ?? ''

const choose = (page: Page, bytes: Uint8Array) =>
  page.setInputFiles('main input[type=file]', {
    name: 'canteens.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })

const inEach = (name: string, texts: readonly string[]) =>
  Object.fromEntries(['en', 'zh-Hans', 'zh-Hant'].map((language, at) => [`${name}.${language}`, texts[at] ?? '']))

async function setUp(page: Page): Promise<void> {
  await page.goto('/admin/studies')
  await press(page, 'Set up a study')
  await page.waitForURL('**/study')
  await step(page, {
    slug: 'canteens',
    contact: 'canteens@example.org',
    ...inEach('organiser', ['Canteen office', '食堂办公室', '食堂辦公室']),
  })
  await choose(page, await canteens([]))
  // A chosen file is sent by whatever goes on, and what became of it is shown before anything else.
  await press(page, 'Save and continue')
  expect(await main(page)).toContain('Canteens')
  await press(page, 'Save and continue')
  await press(page, 'Save and continue')
  await step(page, { mainland: 'no' })
  await press(page, 'Save and continue')
  await press(page, 'Add a row')
  await step(
    page,
    {
      'offers.0.currency': 'HKD',
      'offers.0.amount': '22',
      'offers.0.budget': '2200',
      ...inEach('paidWhen', ['Soon', '很快', '很快']),
    },
    ['fps', '0'],
  )
  await press(page, 'Save and continue')
  await page.waitForURL('**/summary')
  await looksRight(page)
}

/** The budget of the new study's only reward. */
async function openBudget(page: Page): Promise<void> {
  await page.goto('/finance/budgets')
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('main tr', { hasText: 'canteens' }).locator('a').first().click(),
  ])
}

/** A second person confirms what waits. */
async function confirm(page: Page): Promise<void> {
  await page.goto('/finance/proposals')
  await press(page, 'Confirm')
}

describe('a second study', () => {
  it('is made of a form, tried out, opened softly, answered, paused, asked anew and closed', async () => {
    const here = await site()
    const ada = await desk(here, 'Ada', 'approver')
    const omar = await desk(here, 'Omar', 'preparer')
    const mei = await desk(here, 'Mei', 'admin')
    await setUp(mei)
    await press(mei, /Create/)
    const home = '/admin/studies/canteens'
    expect(new URL(mei.url()).pathname).toBe(home)
    await looksRight(mei)
    // What is not translated yet keeps it from opening, and nobody from going on.
    expect(await main(mei)).toContain('The problems are listed under “Dry run”, and where the questionnaire is edited.')
    await mei.goto(`${home}/questionnaire/edit/texts`)
    await mei.locator('main [name="t/title/zh-Hans"]').fill('食堂')
    await mei.locator('main [name="t/title/zh-Hant"]').fill('食堂')
    // The script saves without leaving the page.
    await mei.locator('main .empty').waitFor()
    await mei.goto(`${home}/questionnaire/publish`)
    await mei.locator('main [name=as][value=correction]').check()
    await press(mei, 'Publish')
    await mei.goto(home)
    expect(await main(mei)).not.toContain(
      'The problems are listed under “Dry run”, and where the questionnaire is edited.',
    )

    for (const [language, asked] of Object.entries(eats)) {
      await mei.goto(`${home}/preview?at=p-eating&in=${language}&width=phone`)
      const inside = mei.frameLocator('main iframe').locator('body')
      await inside.getByText(asked).first().waitFor()
    }

    await openBudget(omar)
    await omar.locator('main [name=amount]').first().fill('2200')
    await omar.locator('main [name=reason]').first().fill('A hundred responses')
    await press(omar, /[Pp]ropose/)
    await confirm(ada)
    await mei.goto(home)
    await mei.locator('[name=soft]').fill('1')
    await press(mei, 'Open the study')

    const { page: phone } = await visit(here, { language: 'zh-Hans' })
    await phone.goto('/s/canteens')
    await begin(phone)
    await answer(phone, { wanted: {} })
    expect(new URL(phone.url()).pathname).toBe('/s/canteens/voucher')

    await sweep(here.ports)
    await mei.goto(`${home}/soft-launch`)
    await looksRight(mei)
    await press(mei, 'Sign and go on')

    const { page: half } = await visit(here, { language: 'en' })
    await half.goto('/s/canteens')
    await begin(half)
    await answer(half, { wanted: {}, stopBefore: 'last' })

    await mei.goto(`${home}/questionnaire/upload`)
    await choose(mei, await canteens(['食堂', '食堂'], ['often', 'never', 'Hardly ever', '很少', '很少']))
    await press(mei, 'Upload and check')
    expect(await main(mei)).toContain('New code: nobody could pick it before')
    await looksRight(mei)
    await press(mei, 'Put it into the draft')
    await mei.goto(`${home}/questionnaire/publish`)
    await mei.locator('main [name=as][value=new]').check()
    await looksRight(mei)
    await press(mei, 'Publish')
    await looksRight(mei)

    // Whoever has begun is asked what they began with, and whoever begins now the new version.
    await half.goto('/s/canteens/p/eating-2')
    expect(await main(half)).not.toContain('Hardly ever')
    await half.goto('/s/canteens/p/last')
    await answer(half, { wanted: {} })
    expect(new URL(half.url()).pathname).toBe('/s/canteens/voucher')
    const { page: third } = await visit(here, { language: 'en' })
    await third.goto('/s/canteens')
    await begin(third)
    await answer(third, { wanted: { Eats: '1' }, stopBefore: 'eating-2' })
    expect(await main(third)).toContain('Hardly ever')
    await answer(third, { wanted: { Often: '3' } })
    expect(new URL(third.url()).pathname).toBe('/s/canteens/voucher')

    await mei.setViewportSize({ width: 360, height: 740 })
    await mei.goto(home)
    await mei.getByText('Pause …').click()
    await press(mei, 'Pause')
    // Whoever reads with a screen reader begins at what came of it; not when the page is read again.
    const begins = () => mei.evaluate(() => document.activeElement?.textContent ?? '')
    expect(await begins()).toBe('The study is paused.')
    await mei.reload()
    expect(await begins()).not.toBe('The study is paused.')
    const { page: late } = await visit(here, { language: 'zh-Hant' })
    await late.goto('/s/canteens')
    expect(await main(late)).toContain('本研究暫停中')
    await press(mei, 'Let people start again')
    await mei.getByText('Close …').click()
    await press(mei, 'Close')
    await late.reload()
    expect(await main(late)).toContain('本研究已結束')

    await openBudget(omar)
    await omar.locator('main form[action$=return] [name=reason]').fill('It is over')
    await looksRight(omar)
    await press(omar, 'Propose that HKD 2,134.00 are given back')
    await confirm(ada)
    await openBudget(omar)
    expect(await main(omar)).toMatch(/Budget\s*HKD\s66\.00\s*Available\s*HKD\s0\.00/)

    // A file for each version, whose columns are its own.
    here.wait(24 * 60)
    await sweep(here.ports)
    const again = await desk(here, 'Mei', 'admin')
    await again.goto('/admin')
    const files = []
    for (const n of [0, 1]) {
      const [download] = await Promise.all([
        again.waitForEvent('download'),
        again.locator('main form[action*="/canteens/"]').getByRole('button', { name: 'CSV · English' }).nth(n).click(),
      ])
      files.push(
        readFileSync(await download.path(), 'utf8')
          .trim()
          .split('\r\n'),
      )
    }
    expect(files.map((lines) => lines.length)).toEqual([2, 3])
    expect(files[0]?.[1]).toContain('Hardly ever')
  })
})
