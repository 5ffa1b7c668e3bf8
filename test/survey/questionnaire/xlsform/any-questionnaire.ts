/** Any questionnaire that meets the schema, finished or not: every type, every flag, texts of any signs in some languages. */
import fc from 'fast-check'
import { languages, type QuestionType } from '../../../../schema/questionnaire.ts'

type Data = Record<string, unknown>

/** A key that may be there; one that is not is left out, as the hash wants it. */
const maybe = (parts: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Data> =>
  fc.record(parts, { requiredKeys: [] })

const awkward = [
  '_x0041_',
  '=1+1',
  'a\r\nb',
  '007',
  '1.50',
  'TRUE',
  '2027-01-02',
  'it\'s "so"',
  ' lead',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as forms name an answer
  '${Q1}',
  '{Q1}',
  'label::x',
]
const sentence = fc
  .oneof(fc.constantFrom(...awkward), fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }))
  .filter((text) => text.trim() !== '' && text.isWellFormed() && !/[\uFFFE\uFFFF]/.test(text))
const text = fc
  .record(Object.fromEntries(languages.map((language) => [language, sentence])), { requiredKeys: [] })
  .filter((words) => Object.keys(words).length > 0)
const flag = fc.constant(true)
const code = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.maxSafeInteger())
const listNames = ['places', 'my list', 'Q1', '国家', 'a:b']
const listName = fc.constantFrom(...listNames)
const fact = fc.constantFrom('winter', 'with, comma', 'x y')

const questions = ['Q1', 'Q2', 'Q3', 'Q4', 'R_other', 'Nowhere']
const condition: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  one: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.record({ q: fc.constantFrom(...questions), in: fc.array(code, { minLength: 1, maxLength: 3 }) }),
    fc.record({ q: fc.constantFrom(...questions), only: fc.array(code, { minLength: 1, maxLength: 2 }) }),
    fc.tuple(fc.constantFrom(...questions), maybe({ min: code, max: code })).map(([q, range]) => ({ q, ...range })),
    fc.record({ q: fc.constantFrom(...questions), answered: flag }),
    fc.record({ fact }),
    fc.record({ all: fc.array(tie('one'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('one'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('one') }),
  ),
})).one

const both = (one: fc.Arbitrary<Data>, other: fc.Arbitrary<Data>) =>
  fc.tuple(one, other).map(([first, second]) => ({ ...first, ...second }))

const option = both(
  fc.record({ code, label: text }),
  maybe({
    short: text,
    when: condition,
    exclusive: flag,
    last: flag,
    detail: fc.oneof(fc.constant('text'), fc.record({ list: listName })),
    decoy: flag,
    always: flag,
  }),
)
const options = fc.oneof(fc.array(option, { minLength: 1, maxLength: 3 }), fc.record({ set: listName }))
const row = both(
  fc.record({ code, label: text }),
  maybe({ short: text, when: condition, name: fc.constantFrom('food', 'Q1', 'a.b') }),
)

const shown = both(
  fc.record({
    text: fc.oneof(
      text,
      fc.array(both(fc.record({ text }), maybe({ when: condition })), { minLength: 1, maxLength: 3 }),
    ),
  }),
  maybe({ hint: text, when: condition }),
)
const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
const answered = both(both(shown, fc.record({ name })), maybe({ optional: flag, draftOnly: flag, withheld: flag }))
const carry = fc.record({ from: fc.constantFrom(...questions) })
const choice = both(
  fc.record({ options }),
  maybe({
    carry,
    without: fc.record({ q: fc.constantFrom(...questions), codes: fc.array(code, { minLength: 1 }) }),
    shuffle: flag,
  }),
)
const day = fc.constantFrom('2026-09-01', '1900-01-01', '2028-02-29')
const attention = fc.record({
  code: fc.constantFrom('A1', 'A2'),
  targets: fc.array(code, { minLength: 1, maxLength: 3 }),
  label: text,
})

const any = {
  picks: fc.integer({ min: 1, max: 9 }),
  places: fc.integer({ min: 1, max: 5 }),
  length: fc.integer({ min: 1, max: 10_000 }),
  rows: fc.array(row, { minLength: 1, maxLength: 3 }),
}

/** What a question of each type is put together from; a type without a line does not compile. */
const partsOf: Record<QuestionType, readonly fc.Arbitrary<Data>[]> = {
  single: [answered, choice],
  multi: [answered, choice, maybe({ min: any.picks, max: any.picks, showAll: flag })],
  rank: [answered, choice, fc.record({ max: any.places })],
  scale: [answered, fc.record({ options })],
  nps: [answered, fc.record({ low: text, high: text })],
  year: [answered, fc.record({ min: code, max: code })],
  number: [answered, fc.record({ min: code, max: code }), maybe({ unit: text })],
  text: [answered, fc.record({ maxLength: any.length })],
  date: [answered, fc.record({ min: day, max: day })],
  note: [shown],
  matrix: [answered, fc.record({ rows: any.rows, scale: options }), maybe({ carry, shuffle: flag, attention })],
}

const question = fc.oneof(
  ...Object.entries(partsOf).map(([type, parts]) => parts.reduce(both, fc.constant<Data>({ type }))),
)

const consent = both(fc.record({ text }), maybe({ when: condition }))
const page = both(
  fc.record({ title: text, questions: fc.array(question, { minLength: 1, maxLength: 3 }) }),
  maybe({
    when: condition,
    consents: fc.array(consent, { maxLength: 2 }),
    ends: fc.array(fc.record({ when: condition, as: fc.constantFrom('under_age', 'screened_out') }), { maxLength: 3 }),
    lease: flag,
  }),
)

interface PageData extends Data {
  questions: Data[]
  consents?: Data[]
}

/** Codes are given here: of a form whose codes stand twice nobody can say what is meant. */
const coded = (pages: PageData[]) => {
  let n = 0
  return pages.map((one, at) => ({
    ...one,
    code: `page-${at}`,
    questions: one.questions.map((each) => ({ ...each, code: questions[n++] ?? `Q${n}x` })),
    ...(one.consents && { consents: one.consents.map((each, m) => ({ ...each, code: `C${at}_${m}` })) }),
  }))
}

export const anyQuestionnaire = both(
  fc.record({
    code: fc.constantFrom('form', 'a-1'),
    title: text,
    facts: fc.uniqueArray(fact),
    // A form that names a list which it lacks cannot be read.
    sets: fc.record(Object.fromEntries(listNames.map((set) => [set, fc.array(option, { maxLength: 2 })]))),
    lists: fc.dictionary(listName, fc.array(fc.record({ code: sentence, label: text }), { maxLength: 2 }), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    rates: fc.constantFrom({}, { CNYHKD: { rate: '1.09', on: '2026-09-01' } }),
    pages: fc.array(page as fc.Arbitrary<PageData>, { minLength: 1, maxLength: 3 }).map(coded),
  }),
  maybe({ place: fc.constantFrom('Q1', 'Nowhere') }),
)
