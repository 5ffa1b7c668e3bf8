/**
 * `npm run messages`: writes the typed modules of the catalogue, `messages/generated/AREA.ts` (an area may lie in a folder:
 * `studies/setup`), and what the script of the pages says, `words-LANGUAGE.js` of its assets. `readCatalogue` and `generated`
 * are also what the test of their freshness looks at.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { languages } from '../schema/questionnaire.ts'
import { compileArea, type Tree } from './compile-messages.ts'

const folder = fileURLToPath(new URL('../messages/', import.meta.url))
const assets = fileURLToPath(new URL('../src/platform/http/assets/', import.meta.url))
const isOfScript = (name: string) => /^words-[\w-]+\.js$/.test(name)

/** The files of the catalogue: by area, then by language. A file that is not JSON throws. */
export function readCatalogue(): Map<string, Record<string, Tree>> {
  const areas = new Map<string, Record<string, Tree>>()
  const found = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name: language } of found) {
    if (language === 'generated') continue
    for (const file of filesIn(folder + language)) {
      const area = file.replace(/\.json$/, '')
      const tree = JSON.parse(readFileSync(`${folder}${language}/${file}`, 'utf8')) as Tree
      areas.set(area, { ...areas.get(area), [language]: tree })
    }
  }
  return areas
}

/** Files of a folder and of those in it, by their path from it, sorted. */
function filesIn(root: string): string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return entries.map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll('\\', '/')).sort()
}

/** What `messages/generated` should have, by the file's name; and what is wrong with the catalogue, a line each. */
export function generated(catalogue = readCatalogue()): { files: Map<string, string>; problems: string[] } {
  const files = new Map<string, string>()
  const problems: string[] = []
  for (const [area, byLanguage] of catalogue) {
    const strangers = Object.keys(byLanguage).filter((language) => !languages.some((known) => known === language))
    for (const language of strangers) problems.push(`messages/${language} is no language of schema/questionnaire.ts`)
    const { problems: more } = compileArea(area, byLanguage, languages)
    const { code } = compileArea(area, area === 'survey' ? withoutScript(byLanguage) : byLanguage, languages)
    files.set(`${area}.ts`, code)
    if (area === 'survey')
      for (const [language, { script }] of Object.entries(byLanguage))
        files.set(`words-${language}.js`, wordsOf(script))
    problems.push(...more)
  }
  return { files, problems }
}

/** What the script says, `script` of an area, no page says. */
function withoutScript(byLanguage: Record<string, Tree>): Record<string, Tree> {
  const trees = Object.entries(byLanguage).map(([language, { script: _, ...rest }]) => [language, rest])
  return Object.fromEntries(trees) as Record<string, Tree>
}

/** A script for one language, which its pages load once: in each page the words would be sent with each. */
function wordsOf(script: unknown): string {
  const head = `// Written by \`npm run messages\` from \`script\` in messages/LANGUAGE/survey.json.\n// biome-ignore-all format: written by a program\n`
  return `${head}window.texts = ${JSON.stringify(script, null, 2)}\n`
}

/** What `messages/generated` has, and the script's words, by the file's name. */
export function written(): Map<string, string> {
  const names = filesIn(`${folder}generated`)
  const found = names.map((name): [string, string] => [name, readFileSync(`${folder}generated/${name}`, 'utf8')])
  const ofScript = readdirSync(assets).filter(isOfScript)
  return new Map([...found, ...ofScript.map((name): [string, string] => [name, readFileSync(assets + name, 'utf8')])])
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
  for (const [name, code] of files) {
    const path = isOfScript(name) ? assets + name : `${folder}generated/${name}`
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, code)
  }
  console.log(`${files.size} areas written to messages/generated.`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) write()
