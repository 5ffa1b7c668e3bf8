/**
 * `npm run messages`: writes the typed modules of the catalogue, `messages/generated/AREA.ts`. `readCatalogue` and
 * `generated` are also what the test of their freshness looks at.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { languages } from '../schema/questionnaire.ts'
import { compileArea, type Tree } from './compile-messages.ts'

const folder = fileURLToPath(new URL('../messages/', import.meta.url))

/** The files of the catalogue: by area, then by language. A file that is not JSON throws. */
export function readCatalogue(): Map<string, Record<string, Tree>> {
  const areas = new Map<string, Record<string, Tree>>()
  const found = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name: language } of found) {
    if (language === 'generated') continue
    for (const file of readdirSync(folder + language).sort()) {
      const area = file.replace(/\.json$/, '')
      const tree = JSON.parse(readFileSync(`${folder}${language}/${file}`, 'utf8')) as Tree
      areas.set(area, { ...areas.get(area), [language]: tree })
    }
  }
  return areas
}

/** What `messages/generated` should have, by the file's name; and what is wrong with the catalogue, a line each. */
export function generated(catalogue = readCatalogue()): { files: Map<string, string>; problems: string[] } {
  const files = new Map<string, string>()
  const problems: string[] = []
  for (const [area, byLanguage] of catalogue) {
    const strangers = Object.keys(byLanguage).filter((language) => !languages.some((known) => known === language))
    for (const language of strangers) problems.push(`messages/${language} is no language of schema/questionnaire.ts`)
    const { code, problems: more } = compileArea(area, byLanguage, languages)
    files.set(`${area}.ts`, code)
    problems.push(...more)
  }
  return { files, problems }
}

/** What `messages/generated` has, by the file's name. */
export function written(): Map<string, string> {
  const names = readdirSync(`${folder}generated`).sort()
  return new Map(names.map((name) => [name, readFileSync(`${folder}generated/${name}`, 'utf8')]))
}

function write(): void {
  const { files, problems } = generated()
  if (problems.length > 0) {
    for (const problem of problems) console.error(problem)
    process.exitCode = 1
    return
  }
  rmSync(`${folder}generated`, { recursive: true, force: true })
  mkdirSync(`${folder}generated`)
  for (const [name, code] of files) writeFileSync(`${folder}generated/${name}`, code)
  console.log(`${files.size} areas written to messages/generated.`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write()
