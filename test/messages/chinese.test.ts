/** How the catalogue's Chinese is set, by the rules of `chinese-typography.ts`. */
import { parse, type Token } from '@messageformat/parser'
import { expect, test } from 'vitest'
import { leavesOf } from '../../scripts/compile-messages.ts'
import { readCatalogue } from '../../scripts/messages.ts'
import { typographyFaults } from '../support/chinese-typography.ts'

/** Every text that a message can become, with `￼` for what is filled in. */
function textsOf(tokens: readonly Token[]): string[] {
  return tokens.reduce<string[]>(
    (texts, token) => {
      const parts =
        token.type === 'content'
          ? [token.value]
          : 'cases' in token
            ? token.cases.flatMap((one) => textsOf(one.tokens))
            : ['￼']
      return texts.flatMap((text) => parts.map((part) => text + part))
    },
    [''],
  )
}

/** Names that Chinese pages write as their owners do. */
const allowed = /^common\.channels\./

test.each(['zh-Hans', 'zh-Hant'] as const)('every message in %s is set as Chinese is', (language) => {
  const faults = [...readCatalogue()].flatMap(([area, byLanguage]) =>
    leavesOf(byLanguage[language] ?? {})
      .filter(([path]) => !allowed.test(`${area}.${path}`))
      .flatMap(([path, message]) =>
        textsOf(parse(message)).flatMap((text) =>
          typographyFaults(text, language).map((fault) => `${area}.${path} (${text}) ${fault}`),
        ),
      ),
  )
  expect(faults).toEqual([])
})
