/**
 * `npm run prove:data [-- --keep] [-- --out FOLDER]`: writes the answers of some people to every type of question into every
 * format, gives the files to the programs that analysts use, as far as they are on the machine (`pspp`; `Rscript` with haven;
 * `soffice`; `xmllint`), and prints whether they read what our own pages and codebook say. It ends with 1 where one does not.
 *
 * `--schema FILE` is `codebook.xsd` of DDI-Codebook 2.5 (LGPL, from the DDI Alliance), by which the codebook is validated.
 * `--keep` keeps what the programs printed for the test that makes the same files again.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Language, languages } from '../../schema/questionnaire.ts'
import { contentHash, files, otherFiles, people } from './files.ts'
import { havenFindings, pageFindings, workbookFindings } from './findings.ts'
import { days, requests } from './page.ts'
import { psppSyntax } from './pspp.ts'
import { answered } from './records.ts'

const { values } = parseArgs({
  options: { keep: { type: 'boolean', default: false }, out: { type: 'string' }, schema: { type: 'string' } },
})
const out = values.out ?? mkdtempSync(join(tmpdir(), 'honorarium-data-'))
mkdirSync(out, { recursive: true })
const proofFolder = fileURLToPath(new URL('../../test/survey/exports/formats/proof/', import.meta.url))
const script = fileURLToPath(new URL('read-with-haven.R', import.meta.url))
const all = answered(people)
let failures = 0

/** What a program prints; null where it is not on the machine. */
function printed(program: string, ...args: string[]): string | null {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd: out,
    env,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') return null
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stdout}${stderr}`)
  if (stderr.trim() !== '' && program === 'pspp') throw new Error(`${program} says: ${stderr}`)
  return stdout
}

function report(program: string, file: string, findings: readonly string[] | null): void {
  if (findings !== null && findings.length > 0) failures += 1
  const verdict =
    findings === null ? 'not on this machine' : findings.length === 0 ? 'the same' : `${findings.length} differ`
  console.log(`${program.padEnd(12)} ${file.padEnd(28)} ${verdict}`)
  for (const finding of findings?.slice(0, 10) ?? []) console.log(`             ${finding}`)
}

function keep(name: string, text: string): void {
  if (!values.keep) return
  mkdirSync(proofFolder, { recursive: true })
  writeFileSync(join(proofFolder, name), text)
}

const hashes: Record<string, string> = {}
for await (const { name, bytes } of files(all)) {
  writeFileSync(join(out, name), bytes)
  hashes[name] = await contentHash(name, bytes)
}
keep('files.json', `${JSON.stringify(hashes, null, 2)}\n`)
const others: string[] = []
for await (const { name, bytes } of otherFiles(all)) {
  writeFileSync(join(out, name), bytes)
  others.push(name)
}
console.log(`${people} people, ${Object.keys(hashes).length + others.length} files in ${out}`)

writeFileSync(join(out, 'frequencies.sps'), psppSyntax('sav-en.sav', requests, days))
const frequencies = printed('pspp', '-O', 'format=csv', 'frequencies.sps')
if (frequencies !== null) keep('pspp.csv', frequencies)
report('PSPP', 'sav-en.sav', frequencies === null ? null : await pageFindings(frequencies, all))

for (const program of ['sav', 'dta'] as const) {
  for (const language of languages) {
    const name = `${program}-${language}.${program}`
    const lines = printed('Rscript', script, name)
    if (lines !== null) keep(`haven-${program}-${language}.tsv`, lines)
    report('R haven', name, lines === null ? null : havenFindings(program, lines, all, language))
  }
}

for (const language of languages) {
  const name = `xlsx-${language}.xlsx`
  const sheet = firstSheet(name, language)
  if (sheet !== null) keep(`libreoffice-${language}.csv`, sheet)
  report('LibreOffice', name, sheet === null ? null : workbookFindings(sheet, all, language))
}

function firstSheet(name: string, language: Language): string | null {
  // Comma, quotes, UTF-8, from the first row, texts as they are shown.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1'
  const done = printed('soffice', '--headless', '--convert-to', filter, '--outdir', `${out}/sheets`, name)
  if (done === null) return null
  return readFileSync(join(out, 'sheets', /-> .*\/(.*\.csv)/.exec(done)?.[1] ?? `xlsx-${language}.csv`), 'utf8')
}

for (const name of others.filter((name) => name.endsWith('.xml'))) {
  const schema = values.schema === undefined ? [] : ['--nonet', '--schema', values.schema]
  const complaints = printed('xmllint', '--noout', ...schema, name)
  report('xmllint', name, complaints === null ? null : complaints.split('\n').filter((line) => line !== ''))
}
process.exit(failures === 0 ? 0 : 1)
