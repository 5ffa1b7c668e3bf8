/** A small dictionary with a variable of each kind, and records with every kind of cell, for tests of the writers. */
import type { Database } from '../../../../src/platform/db/together.ts'
import type { ExportFormat, RecordBatch, WriteOptions } from '../../../../src/survey/exports/formats/format.ts'
import type { Code, Dictionary, Value, Variable } from '../../../../src/survey/variables/variable.ts'
import { text } from '../../questionnaire/small.ts'

const code = (code: number, words = `code ${code}`, isMissing = false): Code => ({
  code,
  label: text(words),
  isMissing,
})
const missing = [code(-1, 'left blank', true), code(98, 'do not know', true)]

function variable(name: string, more: Partial<Variable> = {}): Variable {
  const question = name.split('_')[0] ?? name
  const whole: Variable = {
    name,
    column: { name, question, kind: 'answer' },
    question,
    type: 'number',
    measure: 'nominal',
    label: text(`What of ${name}?`),
    part: null,
    codes: [],
    entries: [],
    maxBytes: null,
    wordings: [],
    ...more,
  }
  return whole.column === null ? whole : { ...whole, wordings: [{ version: 'f00d', ...whole }] }
}

const option = (name: string, option: number) =>
  variable(name, {
    column: { name, question: 'Q2', kind: 'option', option },
    question: 'Q2',
    part: text(`option ${option}`),
    codes: [code(1, 'yes'), code(0, 'no'), ...missing.slice(0, 1)],
  })

const single = variable('Q1', { codes: [code(1, 'one & "only" <b>'), code(2, '二'), ...missing] })
const picks = [option('Q2_1', 1), option('Q2_2', 2)]
const amount = variable('Q3', { measure: 'scale', codes: missing.slice(0, 1) })
const open = variable('Q4', { type: 'text', maxBytes: 32_767 })
const day = variable('Q5', { type: 'day', measure: 'scale' })

const asked = (code: string, type: Dictionary['questions'][number]['type'], variables: readonly Variable[]) => ({
  code,
  name: code.toLowerCase(),
  type,
  page: 'start',
  label: text(`What of ${code}?`),
  variables,
  options: [],
  rows: [],
  universe: code === 'Q3' ? text('those who picked "one" at Q1') : null,
})

const sampleDictionary: Dictionary = {
  variables: [
    variable('response', { column: null, question: null, type: 'text', maxBytes: 64 }),
    single,
    ...picks,
    amount,
    open,
    day,
  ],
  sets: [{ name: 'Q2', label: text('What of Q2?'), variables: ['Q2_1', 'Q2_2'] }],
  questions: [
    asked('Q1', 'single', [single]),
    asked('Q2', 'multi', picks),
    asked('Q3', 'number', [amount]),
    asked('Q4', 'text', [open]),
    asked('Q5', 'date', [day]),
  ],
  columns: new Map(),
}

/** Each kind of line end, quotes, what a reader could take for something else, and the longest text there is. */
export const oddTexts = [
  'a\nb\rc\r\nd\u2028e\u2029f\u0085g\vh\fi',
  'she said "no, \'never\'", twice; \\n',
  '👩‍👩‍👧‍👦 🇲🇴 𠮷野家 é',
  '-1',
  'null',
  '=1+1',
  ' \t ',
  `${'好'.repeat(10_922)}!`,
]

export const sampleRecords: Value[][] = [
  ['r1', 1, 1, 0, 12, oddTexts[0] ?? '', '2027-06-05'],
  ['r2', 2, 0, null, null, -1, -1],
  ['r3', 98, null, null, -1, -2, null],
  ['r4', -1, -1, -1, null, null, '1999-12-31'],
  ...oddTexts.map((odd, at): Value[] => [`t${at}`, null, 1, 1, at, odd, '2024-02-29']),
]

/** The file that a format makes of records, which it is given some at a time. */
export async function fileOf(
  format: ExportFormat,
  records: readonly Value[][],
  { dictionary = sampleDictionary, ...more }: Partial<WriteOptions> & { dictionary?: Dictionary } = {},
): Promise<Buffer> {
  const options = {
    language: format.hasLanguage ? ('en' as const) : null,
    title: text('Study & more'),
    organiser: text('An institute'),
    about: { forWhom: text('everybody'), why: text('to know') },
    at: '2027-07-01T08:00:00.000Z',
    count: records.length,
    isContinued: false,
    db: noDatabase,
    ...more,
  }
  const pieces: Buffer[] = []
  for await (const piece of format.write(dictionary, some(records), options))
    pieces.push(Buffer.from(piece as Uint8Array))
  return Buffer.concat(pieces)
}

async function* some(records: readonly Value[][], size = 3): AsyncGenerator<RecordBatch> {
  for (let at = 0; at < records.length; at += size) {
    const batch = records.slice(at, at + size)
    yield { records: batch, respondents: batch.map(([response]) => `respondent of ${response}`) }
  }
}

const noDatabase = new Proxy({} as Database, {
  get: (_, name) => {
    throw new Error(`A writer of records alone asked the database for ${String(name)}.`)
  },
})
