import { expect, it } from 'vitest'
import { readDraft } from '../../../src/survey/drafts/save.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { atEachWidth } from '../each-width.ts'
import { type Site, visitors } from '../site.ts'

const { site, visit } = visitors()
const path = '/admin/studies/study-abroad/questionnaire/edit'

async function editing(here: Site, name: string, at: string, scripts = true) {
  const visited = await visit(here, { width: 1280, scripts, as: await signedIn(here, 'admin', name) })
  await visited.page.goto(`${path}${at}`)
  return visited
}

async function questionIn(here: Site, code: string) {
  const draft = await readDraft(here.ports.db, here.study.id)
  return draft?.document.pages.flatMap(({ questions }) => questions).find((one) => one.code === code)
}

atEachWidth(
  'the editor reads well in %s',
  async ({ language, see }) => {
    const here = await site()
    const { page } = await visit(here, { language, as: await signedIn(here, 'admin') })
    const looks = [
      '?at=questions/Q09&about=Q04',
      '?at=pages/start',
      '/texts?show=all',
      '',
      '?at=lists/countries&find=HK',
      '?at=questions/Q11',
      '?at=questions/Q07&cond=questions/Q07/text/0&about=fact:winter',
    ]
    for (const at of looks) {
      await page.goto(`${path}${at}`)
      await see(page)
    }
  },
  // Facts, lists and rates of the study have one name in every language.
  (fault) =>
    /another language: (recipient|contact|purpose|from|to|minors|minimum|over|winter|cf|ct|language|en|zh|hans|hant|invited|countries|dest|likert|sat|CNYHKD)$/.test(
      fault,
    ),
)

it.each([true, false])(
  'adds a question with options and a condition, translates it, undoes; scripts: %s',
  async (scripts) => {
    const here = await site()
    const { page, complaints } = await editing(here, 'Mei', '?at=questions/Q09', scripts)
    await page.getByText('Add a question', { exact: true }).click()
    const form = page.locator('#add-question')
    await form.getByLabel('Wording').fill('How did you hear of it?')
    await form.getByLabel('Options, or the scale').fill('From a friend\nFrom a school')
    await form.getByRole('button', { name: 'Add' }).click()
    await page.getByRole('heading', { name: /^Q\d+: One choice/ }).waitFor()
    const code = /questions%2F(Q\d+)/.exec(page.url())?.[1] ?? ''
    expect(await questionIn(here, code)).toMatchObject({ type: 'single', options: [{ code: 1 }, { code: 2 }] })

    const condition = page.getByRole('region', { name: 'When it is shown' })
    await condition.getByLabel('Add a condition about').selectOption('Q01')
    if (!scripts) await condition.getByRole('button', { name: 'Go on' }).click()
    await condition.getByLabel('14 to 17').check()
    await condition.getByRole('button', { name: 'Add this condition' }).click()
    await condition.getByText('‘How old are you?’ is ‘14 to 17’').waitFor()
    expect(await questionIn(here, code)).toMatchObject({ when: { q: 'Q01', in: [2] } })

    await page.locator(`[name="t/questions/${code}/text/zh-Hans"]`).fill('您是怎么知道的？')
    if (!scripts) await page.locator('#edit').getByRole('button', { name: 'Save' }).last().click()
    await expect.poll(() => questionIn(here, code)).toMatchObject({ text: { 'zh-Hans': '您是怎么知道的？' } })
    await page.locator('#history').getByText('Last saved by Mei').waitFor()
    const seen = page.frameLocator('.seen iframe')
    // The preview is drawn anew after a change, and a link that was clicked in the one before leads nowhere.
    const translated = seen.getByText('您是怎么知道的？')
    const looks = async () => {
      if (!(await translated.isVisible())) await seen.getByRole('link', { name: '简体中文' }).click({ timeout: 5_000 })
      return translated.isVisible()
    }
    await expect.poll(() => looks().catch(() => false), { timeout: 60_000 }).toBe(true)

    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => Object.keys((await questionIn(here, code))?.text ?? {})).toEqual(['en'])
    await expect.poll(() => page.locator(`[name="t/questions/${code}/text/zh-Hans"]`).inputValue()).toBe('')
    expect(complaints).toEqual([])
  },
)

it('carries options, words a question for some, checks attention, keeps a long list, says that a translation is right', async () => {
  const here = await site()
  const { page, complaints } = await editing(here, 'Mei', '?at=questions/Q12')
  await page.getByLabel('Options offered').selectOption({ label: 'all of them' })
  const saved = (code: string, is: object) => expect.poll(() => questionIn(here, code)).toMatchObject(is)
  await page.getByLabel('Options offered').selectOption('Q06')
  await saved('Q12', { carry: { from: 'Q06' } })

  await page.getByRole('button', { name: 'Add a wording for some people' }).click()
  const condition = page.getByRole('region', { name: 'When Wording 1 of 2 is shown' })
  await condition.getByLabel('Add a condition about').selectOption('fact:winter')
  await condition.getByRole('button', { name: 'Add this condition' }).click()
  await page.getByText('For those of whom it holds: “winter” is true of this person.').waitFor()
  await saved('Q12', { text: [{ when: { fact: 'winter' } }, {}] })

  await page.goto(`${path}?at=questions/Q20`)
  await page.getByRole('button', { name: 'Add a row that checks attention' }).click()
  await page.getByRole('button', { name: 'Remove the check' }).waitFor()
  await page.locator('[name="kc/questions/Q20/targets"]').first().uncheck()
  await saved('Q20', { attention: { label: { en: 'Please choose “{target}” in this row' } } })
  await expect.poll(async () => Object.entries((await questionIn(here, 'Q20')) ?? {}).length).toBeGreaterThan(0)

  await page.goto(`${path}?at=lists/countries`)
  await page.getByLabel('Code or name').fill('vatican')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByText('1 entry found').waitFor()
  await page.getByLabel(/^Place of/).fill('1')
  await page.getByLabel(/^Place of/).press('Tab')
  const first = async () => (await readDraft(here.ports.db, here.study.id))?.document.lists.countries?.[0]?.code
  await expect.poll(first).toBe('VA')

  await page.goto(`${path}?at=questions/Q09`)
  await page.locator('[name="t/questions/Q09/text/en"]').fill('When did you start?')
  await saved('Q09', { text: { en: 'When did you start?' } })
  await page.reload()
  await page.getByRole('button', { name: 'Still right' }).first().click()
  await expect.poll(() => page.getByRole('button', { name: 'Still right' }).count()).toBe(1)
  expect(complaints).toEqual([])
})

it('two editors are told of each other, and what was typed is there to choose from', async () => {
  const here = await site()
  const mei = await editing(here, 'Mei', '?at=questions/Q09')
  const rosa = await editing(here, 'Rosa', '?at=questions/Q09')
  const field = '[name="t/questions/Q09/text/en"]'
  await mei.page.locator(field).fill('When did you start?')
  await expect.poll(() => questionIn(here, 'Q09')).toMatchObject({ text: { en: 'When did you start?' } })
  await rosa.page.locator(field).fill('In which year?')
  await rosa.page.getByText('Mei saved a change here').waitFor()
  expect(await rosa.page.locator('.quote').textContent()).toBe('When did you start?')
  expect(await rosa.page.locator(field).inputValue()).toBe('In which year?')
  await rosa.page.getByRole('button', { name: 'Save what I typed' }).click()
  await expect.poll(() => questionIn(here, 'Q09')).toMatchObject({ text: { en: 'In which year?' } })
})
