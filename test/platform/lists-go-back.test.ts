/** Whoever goes on in a list can go back: each address that takes the key of a next page takes that of a previous one. */
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Those that go on alone, and why. A new one fails here. */
const onwards: Readonly<Record<string, string>> = {
  'src/survey/insights/texts/page.tsx': 'sealed texts are opened one after the other from the beginning on',
  'src/survey/insights/texts/routes.tsx': 'its addresses',
}

const files = globSync('src/**/*.tsx').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const oneWay = (text: string) =>
  text.includes('rel="next"') !== text.includes('rel="prev"') ||
  /\bbefore: (z|c\.req)/.test(text) !== /\bafter: (z|c\.req)/.test(text) ||
  /[?&](before|after)=\$/.test(text)

it('every list goes back as it goes on', () => {
  const found = files.filter(({ text }) => oneWay(text)).map(({ file }) => file)
  expect(found.sort()).toEqual(Object.keys(onwards).sort())
  // The patterns know the lists that there are.
  expect(files.filter(({ text }) => /\bbefore: (z|c\.req)/.test(text)).length).toBeGreaterThan(7)
})
