/**
 * What the checks cost: at submission, the pure part and what it writes; across responses, one step among a million of
 * traces. Run it alone: `npm run bench:checks -- [responses]`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { pickerOf } from '../demo/seeded.ts'
import { studyAbroad } from '../schema/study-abroad/index.ts'
import { modelOf } from '../src/survey/quality/copies/answer-model.ts'
import { vectorOf } from '../src/survey/quality/copies/answer-vector.ts'
import { comparerOf, scaleOf } from '../src/survey/quality/copies/comparer.ts'
import { bandsOfAnswers, hashBands } from '../src/survey/quality/copies/min-hash.ts'
import { ownFlags } from '../src/survey/quality/own.ts'
import type { Visit } from '../src/survey/quality/visit.ts'
import { completeResponse } from './complete-response.ts'

const seed = 'c0ffee00c0ffee00'
const circumstances = { seed, facts: {} }

/** The median of some runs, in microseconds. */
function timed(runs: number, act: (n: number) => unknown): number {
  const times: number[] = []
  for (let n = 0; n < runs; n += 1) {
    const began = performance.now()
    act(n)
    times.push(performance.now() - began)
  }
  times.sort((one, other) => one - other)
  return Math.round((times[runs >> 1] ?? 0) * 1000)
}

const say = (what: string, microseconds: number) =>
  console.log(`${what.padEnd(64)} ${String(microseconds).padStart(9)} µs`)

const pick = pickerOf('checks')
const whole = Array.from({ length: 200 }, () => completeResponse(pick, circumstances))
const visit: Visit = { ms: 30_000, at: 1, base: 0, done: 1, again: 0, n: 4 }
const usual = { activeMs: 300_000, pages: Object.fromEntries(studyAbroad.pages.map(({ code }) => [code, 30_000])) }
const completed = whole.map(({ answers, pages, asked }) => ({
  circumstances,
  answers,
  asked,
  visits: new Map(pages.map((page) => [page, visit])),
  birthAgrees: 1 as const,
  at: '2026-11-29T10:00:00.000Z',
  baseline: usual,
  isKeyKnown: () => true,
}))
const at = <Thing>(things: readonly Thing[], n: number): Thing => things[n % things.length] as Thing
timed(2_000, (n) => ownFlags(at(completed, n)))
say(
  'checks at submission, the pure part',
  timed(5_000, (n) => ownFlags(at(completed, n))),
)

const schemaFile = new SqliteFile(':memory:')
schemaFile.exec(`create table response_paradata (respondent_id text not null primary key, study_id text, questionnaire_version text,
  route text, language text, pages text, network text, ended_at text, looked_at text);
  create index due on response_paradata (ended_at, respondent_id) where looked_at = '';
  create index routes on response_paradata (study_id, questionnaire_version, route, language, ended_at);
  create index networks on response_paradata (network, ended_at) where network is not null;
  create index of_study on response_paradata (study_id, ended_at, respondent_id)`)
const addRow = schemaFile.prepare('insert into response_paradata values (?, ?, ?, ?, ?, ?, ?, ?, ?)')
schemaFile.exec('begin')
const writing = timed(20_000, (n) => {
  const pages = JSON.stringify(Object.fromEntries(at(completed, n).visits))
  addRow.run(`r_${n}`, 's_1', 'v', 'r', 'en', pages, `n${n % 99}`, `2026-11-29T10:${n}`, '')
})
schemaFile.close()
say('its row, in the transaction that is there anyway', writing)

const vectors = whole.map(({ answers }) => vectorOf(answers, () => false))
const bands = vectors.map((vector) =>
  hashBands(
    [...vector].map(([item, answer]) => `${item}=${answer}`),
    bandsOfAnswers,
  ),
)
say(
  `traces of one response (${vectors[0]?.size} items)`,
  timed(500, (n) =>
    hashBands(
      [...at(vectors, n)].map(([item, answer]) => `${item}=${answer}`),
      bandsOfAnswers,
    ),
  ),
)
const sample = Array.from({ length: 600 }, (_, n) => at(vectors, n))
const pieces: number[] = []
let since = performance.now()
const piece = async () => {
  pieces.push(Math.round((performance.now() - since) * 1000))
  since = performance.now()
}
const learned = await modelOf(sample, piece)
await scaleOf(learned, sample, piece)
say(
  'a model from 600 responses',
  pieces.reduce((sum, one) => sum + one, 0),
)
say('the longest piece of it, between two turns of others', Math.max(...pieces))
const { itemsOf, twinsAmong } = comparerOf({ ...learned, scale: 1 })
const items = vectors.map(itemsOf)
say(
  'comparing two that are known',
  timed(2_000, (n) => twinsAmong(vectors.length, at(items, n), at(items, n + 7))),
)

const responses = Number(process.argv[2] ?? 1_000_000)
const directory = mkdtempSync(join(tmpdir(), 'checks-'))
try {
  const db = new SqliteFile(join(directory, 'traces.db'))
  db.pragma('journal_mode = off')
  db.pragma('synchronous = off')
  db.exec(`create table response_signatures (respondent_id text not null, kind text not null, band bigint not null,
    hash text not null, study_id text not null, primary key (respondent_id, kind, band))`)
  const add = db.prepare('insert into response_signatures values (?, ?, ?, ?, ?)')
  // Of each band half are alone, and the other half are as often as a thousandth of them all.
  const hashOf = (band: number, n: number) =>
    n % 2 === 0 ? `${band}.${n.toString(36).padStart(14, '0')}` : `${band}.${(n % 1999).toString(36).padStart(14, 'x')}`
  const began = performance.now()
  for (let first = 0; first < responses; first += 50_000) {
    db.exec('begin')
    for (let n = first; n < Math.min(responses, first + 50_000); n += 1) {
      const id = `r_${n.toString(36).padStart(12, '0')}`
      for (let band = 0; band < bandsOfAnswers.bands; band += 1)
        add.run(id, 'answers', band, hashOf(band, n * 7 + band), 's_1')
    }
    db.exec('commit')
  }
  db.exec('create index response_signatures_hash on response_signatures (hash, study_id)')
  console.log(
    `${responses} responses, ${responses * bandsOfAnswers.bands} traces, made in ${Math.round((performance.now() - began) / 1000)} s`,
  )
  const one = `select respondent_id, kind from (select respondent_id, kind from response_signatures
    where hash = ? and study_id = ? and respondent_id <> ? limit 25)`
  const four = db.prepare([one, one, one, one].join(' union all '))
  const look = (n: number) => {
    for (let band = 0; band < bandsOfAnswers.bands; band += 4) {
      four.all([0, 1, 2, 3].flatMap((more) => [hashOf(band + more, n * 13), 's_1', 'r_new']))
    }
  }
  say('finding candidates among them, warm', timed(2_000, look))
  db.close()
} finally {
  rmSync(directory, { recursive: true, force: true })
}
console.log(`(${at(bands, 0).length} traces a response)`)
