/** How somebody came decides what they are asked, where a questionnaire looks at it; of any other study nothing of it is kept. */
import { expect, it } from 'vitest'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { invite } from '../../../src/survey/respondents/actions.ts'
import { arrivalFacts, sourceFact, tagOfFact } from '../../../src/survey/studies/arrival.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { fresh, rowsOf } from '../../support/databases/fresh.ts'
import { hidden, Student } from '../../support/student.ts'
import type { WorldOptions } from '../../support/world.ts'
import { ask, text } from '../../survey/questionnaire/small.ts'

const facts = ['language_zh_hans', 'invited', 'source_poster_1']

/** Tells each of these facts in a note on the page `places` that is there for nobody else. */
const byFacts: WorldOptions['study'] = (study) => ({
  ...study,
  questionnaire: {
    ...studyAbroad,
    facts: [...studyAbroad.facts, ...facts],
    pages: studyAbroad.pages.map((page) => {
      if (page.code !== 'places') return page
      const notes = facts.map((fact, n) => ask(`N${n}`, 'note', { text: text(`told: ${fact}`), when: { fact } }))
      return { ...page, questions: [...notes, ...page.questions] }
    }),
  },
})

const asked = ['language_en', ...facts, 'recipient']
it.each([
  [{ language: 'en', isInvited: false, from: null }, ['language_en']],
  [{ language: 'zh-Hans', isInvited: false, from: 'poster-1' }, ['language_zh_hans', 'source_poster_1']],
  [{ language: 'zh-Hant', isInvited: true, from: null }, ['invited']],
  [{ language: 'en', isInvited: false, from: 'poster-2' }, ['language_en']],
] as const)('of %j these facts hold', (arrival, holding) => {
  const found = arrivalFacts(asked, arrival)
  expect(Object.keys(found)).toEqual(['language_en', ...facts])
  expect(Object.keys(found).filter((fact) => found[fact])).toEqual(holding)
  expect(arrivalFacts(['recipient', 'winter'], arrival)).toEqual({})
})

it('a tag is known by its fact', () => {
  expect([sourceFact('poster-1'), tagOfFact('source_poster_1'), tagOfFact('invited')]).toEqual([
    'source_poster_1',
    'poster-1',
    null,
  ])
})

it('whoever began in a language, by a personal link or by a tagged link is told what is for them, whatever comes later', async () => {
  const world = await fresh({ study: byFacts })
  const valuesShownTo = async (student: Student) => {
    const { html } = await student.answer({ stopBefore: 'places' })
    return [...html.matchAll(/told: (\w+)/g)].map(([, fact]) => fact)
  }
  const plain = new Student(world, 1)
  await plain.start()
  expect(await valuesShownTo(plain)).toEqual([])

  const start = async (student: Student, query: string) => {
    const { html } = await student.open(`/s/study-abroad/p/start${query}`)
    await student.post('/s/study-abroad/p/start', { ...hidden(html), Q01: '4', C0a: '1' })
  }
  const chinese = new Student(world, 2)
  await start(chinese, '?lang=zh-Hans&from=poster-1')
  expect(await valuesShownTo(chinese)).toEqual(['language_zh_hans', 'source_poster_1'])
  await chinese.open('/s/study-abroad/p/places?lang=en')
  expect(await valuesShownTo(chinese)).toEqual(['language_zh_hans', 'source_poster_1'])

  const code = await invite(world.ports, world.study.id, '2026-11-30T08:00:00.000Z')
  const invited = new Student(world, 3)
  await invited.post(`/i/${code}`)
  await start(invited, '?from=poster-1')
  expect(await valuesShownTo(invited)).toEqual(['invited'])
})

it('a study that asks for none of it keeps none of it', async () => {
  const world = await fresh()
  await new Student(world).start()
  const [row] = await rowsOf<{ facts: string }>(world, 'responses')
  expect(row?.facts).not.toMatch(/language|invited|source/)
})

it('a preview shows each way of coming, and the dry run walks it', async () => {
  const world = await fresh({ study: byFacts })
  const admin = await signedIn(world, 'admin')
  const shown = async (ways: string, language: string) => {
    const { html } = await admin.open(`/admin/studies/study-abroad/preview/live/${ways}/p-places?lang=${language}`)
    return [...html.matchAll(/told: (\w+)/g)].map(([, fact]) => fact)
  }
  expect(await shown('none', 'en')).toEqual([])
  expect(await shown('none', 'zh-Hans')).toEqual(['language_zh_hans'])
  expect(await shown('invited.from-poster-1', 'en')).toEqual(['invited'])
  expect(await shown('from-poster-1', 'en')).toEqual(['source_poster_1'])
  const page = (await admin.open('/admin/studies/study-abroad/preview?at=p-places&from=poster-1&invited=no')).html
  expect(page).toContain('/preview/live/from-poster-1/p-places')
  expect(page).toContain('Tag of the link')
  const dry = (await admin.open('/admin/studies/study-abroad/dry-run')).html
  expect(dry).not.toContain('N2')
})
