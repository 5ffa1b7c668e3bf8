/** The first page of a study says what that study says of itself, and nothing of another one. */
import { describe, expect, it } from 'vitest'
import { languages } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { studyAbroadAbout } from '../../../src/journey/setup/study-abroad-about.ts'
import { textOf } from '../../support/begun.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'
import { ask, option, page, small, text } from '../../survey/questionnaire/small.ts'

const questionnaire = small([
  page('place', [ask('Q1', 'single', { options: [option(1), option(2)] }), ask('N', 'note', {})], { lease: true }),
  page('more', [ask('Q2', 'nps', { low: text('low'), high: text('high') })]),
])

const ofAnotherStudy = /student|升学|留学|升學|abroad|Hong Kong|\bage\b/i

async function landingOf(about?: typeof studyAbroadAbout, code = 'small') {
  const settings = about === undefined ? {} : { about }
  const world = await fresh({
    study: (study) => {
      const { about: _, ...others } = study.settings
      return {
        ...study,
        questionnaire: code === 'small' ? questionnaire : studyAbroad,
        settings: { ...others, ...settings },
      }
    },
  })
  const headers = (language: string) => ({ headers: { 'accept-language': language } })
  return Promise.all(
    languages.map(async (language) => (await new Student(world).send('/s/study-abroad', headers(language))).text()),
  )
}

describe('the first page of a study', () => {
  it('names the languages that the study is offered in, and no other', async () => {
    const world = await fresh({
      study: (study) => ({ ...study, settings: { ...study.settings, languages: ['en', 'zh-Hans'] } }),
    })
    const html = await (await new Student(world).send('/s/study-abroad')).text()
    expect(html).toContain('简体中文')
    expect(html).not.toContain('繁體中文')
  })

  it('says how many questions that study has at most, those that are only read not counted', async () => {
    const pages = await landingOf()
    expect(pages[languages.indexOf('en')]).toContain('at most 2 questions')
    expect(pages[languages.indexOf('zh-Hans')]).toContain('最多2道题')
    expect(pages[languages.indexOf('zh-Hant')]).toContain('最多2條問題')
  })

  it('says for whom it is and why in the words of the study, and where it has none, none of another study’s', async () => {
    const about = { forWhom: text('Whoever rows.'), why: text('For better boats.') }
    const [own] = await landingOf(about)
    expect(own).toContain('Whoever rows.')
    expect(own).toContain('For better boats.')
    for (const html of await landingOf()) {
      expect(textOf(html.slice(html.indexOf('<dl class="facts">'), html.indexOf('</main>')))).not.toMatch(
        ofAnotherStudy,
      )
      expect(html).not.toContain('class="lead"')
    }
  })

  it('of the study-abroad study that was opened before it could say so, goes on saying it', async () => {
    const pages = await landingOf(undefined, studyAbroad.code)
    for (const [at, language] of languages.entries()) {
      expect(pages[at]).toContain(studyAbroadAbout.forWhom[language])
      expect(pages[at]).toContain(studyAbroadAbout.why[language])
    }
  })
})

it.each([
  [['zh-Hant'], { en: 'zh-Hant', 'zh-Hans': 'zh-Hant', 'zh-Hant': 'zh-Hant' }, 0],
  [['en', 'zh-Hans'], { en: 'en', 'zh-Hans': 'zh-Hans', 'zh-Hant': 'zh-Hans' }, 1],
] as const)('a study in %j is shown in these alone, whoever asks for what', async (offered, seen, others) => {
  const world = await fresh({
    study: (study) => ({ ...study, questionnaire, settings: { ...study.settings, languages: [...offered] } }),
  })
  for (const path of ['', '/p/place', '/privacy', '/status', '/trust', '/resume']) {
    const shown = await Promise.all(
      Object.entries(seen).map(async ([asked, language]) => {
        const at = `/s/study-abroad${path}`
        const html = await (await new Student(world).get(`${at}?lang=${asked}`)).text()
        const by = await new Student(world).send(at, { headers: { 'accept-language': asked } })
        expect(/<html lang="([^"]+)"/.exec(await by.text())?.[1]).toBe(language)
        const menu = /<nav class="languages".*?<\/nav>/s.exec(html)?.[0] ?? ''
        expect({ path, others: [...menu.matchAll(/<(?:a|button)\b[^>]*\slang=/g)].length }).toEqual({ path, others })
        return /<html lang="([^"]+)"/.exec(html)?.[1]
      }),
    )
    expect({ path, shown }).toEqual({ path, shown: Object.values(seen) })
  }
  const visitor = new Student(world)
  const posted = await visitor.post('/s/study-abroad/p/place', { lang: offered[0] === 'en' ? 'zh-Hant' : 'en' })
  expect(await posted.text()).toContain(`<html lang="${offered[0]}"`)
})
