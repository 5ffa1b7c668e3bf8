/** Translations of the draft that a questionnaire from a file lacks: kept where what they translate is the same. */
import { expect, it } from 'vitest'
import type { Text } from '../../../schema/questionnaire.ts'
import { readableDraft } from '../../../src/survey/drafts/draft.ts'
import type { QuestionnaireDocument } from '../../../src/survey/editor/document.ts'
import { keepTranslations } from '../../../src/survey/editor/kept-translations.ts'
import { ask, option, page, small } from '../questionnaire/small.ts'

const all = { en: 'Red', 'zh-Hans': '红', 'zh-Hant': '紅' }

/** A questionnaire whose question, its first option and a shared label say this. */
function saying(words: Partial<Text>, pages: readonly ['one' | 'two', 'one' | 'two'] = ['one', 'two']) {
  const label = words as Text
  const questions = {
    one: ask('Q1', 'single', { options: [option(1, { label }), option(2)], text: label }),
    two: ask('Q2', 'scale', { options: { set: 'shared' } }),
  }
  const document: unknown = {
    ...small(
      pages.map((name) => page(name, [{ ...questions[name] }])),
      { sets: { shared: [option(1), option(2)] } },
    ),
    sets: { shared: [option(1, { label }), option(2)] },
  }
  return document as QuestionnaireDocument
}

const afterEdit = (given: QuestionnaireDocument, draft: QuestionnaireDocument) => {
  const read = readableDraft(given)
  return read.ok ? keepTranslations(given, read.questionnaire, draft) : expect.unreachable('it can be read')
}
const places = ['questions/Q1/text', 'questions/Q1/options/1/label', 'sets/shared/1/label']
const each = (...languages: string[]) => places.map((at) => ({ at, languages }))

it.each([
  ['nothing is lacking', all, all, all, [], []],
  ['the source is the same', { en: 'Red' }, all, all, each('zh-Hans', 'zh-Hant'), []],
  ['but for blanks around it', { en: ' Red\n' }, all, { ...all, en: ' Red\n' }, each('zh-Hans', 'zh-Hant'), []],
  ['one is written anew in the file', { en: 'Red', 'zh-Hans': '赤' }, all, null, [], each('zh-Hant')],
  ['the source is another', { en: 'Blue' }, all, null, [], each('zh-Hans', 'zh-Hant')],
  ['there is no language that both have', { 'zh-Hans': '红' }, { en: 'Red' }, null, [], each('en')],
  ['the draft has none either', { en: 'Red' }, { en: 'Red' }, null, [], []],
  ['the source is in Chinese', { 'zh-Hant': '紅' }, all, all, each('en', 'zh-Hans'), []],
])('%s', (_, given, before, after, expected, outdated) => {
  const found = afterEdit(saying(given), saying(before))
  expect(found.document).toEqual(saying(after ?? given))
  expect(found).toMatchObject({ kept: expected, outdated })
})

it('a question that has moved keeps them, and what is new has none to keep', () => {
  const moved = afterEdit(saying({ en: 'Red' }, ['two', 'one']), saying(all))
  expect(moved.document).toEqual(saying(all, ['two', 'one']))
  const other = saying({ en: 'Red' })
  const renamed = structuredClone(other)
  Object.assign(renamed.pages[0]?.questions[0] ?? {}, { code: 'Q9' })
  expect(afterEdit(renamed, saying(all)).kept.map(({ at }) => at)).toEqual(['sets/shared/1/label'])
})
