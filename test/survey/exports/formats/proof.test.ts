/**
 * What PSPP, R's haven and LibreOffice printed of our files when `npm run prove:data -- --keep` was last run. The files that
 * are made here have the same bytes; so what those programs printed is still true, and it is what our pages say.
 */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contentHash, files, people } from '../../../../bench/data/files.ts'
import { havenFindings, pageFindings, workbookFindings } from '../../../../bench/data/findings.ts'
import { answered } from '../../../../bench/data/records.ts'
import { languages } from '../../../../schema/questionnaire.ts'

const all = answered(people)
const proofFile = (name: string) => readFileSync(new URL(`proof/${name}`, import.meta.url), 'utf8')

test('the files are byte for byte those that the programs read', async () => {
  const hashes: Record<string, string> = {}
  for await (const { name, bytes } of files(all)) hashes[name] = await contentHash(name, bytes)
  expect(
    hashes,
    'where a change was meant, raise the `revision` of the format: `npm run prove:data -- --keep`, with PSPP, R and LibreOffice there',
  ).toEqual(JSON.parse(proofFile('files.json')))
})

test('PSPP counts what the page of questions shows, question by question', async () => {
  expect(await pageFindings(proofFile('pspp.csv'), all)).toEqual([])
})

test('a count of PSPP that were another one would be seen', async () => {
  const changed = proofFile('pspp.csv').replace(/^(Table: Q05_2\n.*\nValid,1),\d+/m, '$1,9999')
  expect(await pageFindings(changed, all)).toEqual([expect.stringMatching(/^Q05_2 1: \d+, PSPP 9999$/)])
})

test('R reads the labels, missing values and counts of the files for SPSS and Stata in every language', () => {
  for (const program of ['sav', 'dta'] as const) {
    for (const language of languages) {
      const name = `haven-${program}-${language}.tsv`
      expect(havenFindings(program, proofFile(name), all, language), name).toEqual([])
    }
  }
})

test('LibreOffice shows every cell of the workbook in words, in every language', () => {
  for (const language of languages) {
    expect(workbookFindings(proofFile(`libreoffice-${language}.csv`), all, language), language).toEqual([])
  }
})
