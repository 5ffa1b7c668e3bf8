import { expect, it } from 'vitest'
import { intentOf } from '../../../src/journey/answering/intent.ts'

it.each([
  [{ draft: ['1'] }, { is: 'save_draft' }],
  // The script saves what the form holds, which names no button.
  [{ draft: ['1'], go: ['next'], lang: ['en'] }, { is: 'save_draft' }],
  [{ lang: ['zh-Hans'] }, { is: 'switch_language', language: 'zh-Hans' }],
  [{ lang: ['zxx'] }, { is: 'submit' }],
  [{ go: ['back'] }, { is: 'go_back' }],
  [{ go: ['next'] }, { is: 'submit' }],
  [{ go: ['anything'] }, { is: 'submit' }],
  [{}, { is: 'submit' }],
])('a page of questions that posts %j means %j and nothing else', (posted, intent) => {
  expect(intentOf({ Q01: ['4'], ...posted })).toEqual(intent)
})
