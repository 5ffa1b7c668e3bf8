/**
 * Every field of a questionnaire's schema can be set in the editor: a new one without a row here fails. A row has the form as
 * a browser posts it, and whatever it posts stands on the page that it is posted from.
 */
import { describe, expect, it, test } from 'vitest'
import type * as z from 'zod'
import { questionnaireSchema } from '../../../schema/shapes/questionnaire.ts'
import { canonicalOf } from '../../../src/platform/crypto/version.ts'
import { saveDraft } from '../../../src/survey/drafts/save.ts'
import { applyEdit } from '../../../src/survey/editor/apply.ts'
import { type QuestionnaireDocument, stepsTo } from '../../../src/survey/editor/document.ts'
import { readEdits } from '../../../src/survey/editor/form/fields.ts'
import { valueAt } from '../../../src/survey/questionnaire/checks/shape.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { world } from '../../support/world.ts'
import { ask, option, page, row, small, text } from '../questionnaire/small.ts'

const options = [option(1), option(2), option(3)]
const document: QuestionnaireDocument = small(
  [
    page('start', [ask('Q1', 'single', { options }), ask('Q2', 'multi', { options })]),
    page('more', [
      ask('S1', 'single', { options }),
      ask('M1', 'multi', { options }),
      ask('R1', 'rank', { options, max: 2 }),
      ask('G1', 'scale', { options }),
      ask('X1', 'matrix', { rows: [row(1)], scale: options }),
      ask('N1', 'number', { min: 0, max: 9 }),
      ask('Y1', 'year', { min: 2000, max: 2009 }),
      ask('D1', 'date', { min: '2026-01-01', max: '2026-12-31' }),
      ask('T1', 'text', { maxLength: 9 }),
      ask('P1', 'nps', { low: text('low'), high: text('high') }),
      ask('Z1', 'note', {}),
    ]),
    page('other', [ask('Q3', 'text', { maxLength: 9 })]),
  ],
  { sets: { places: options }, lists: { countries: [{ code: 'GB', label: text('Britain') }] }, place: 'Q1' },
)

type Fields = Record<string, string | string[]>
interface Row {
  /** What is in hand, and whose condition. */
  at: string
  cond?: string
  /** The question or fact that a condition is being put together about. */
  about?: string
  fields: Fields
  /** Where the field then stands, and what it is. */
  place: string
  is: unknown
}

const set = (at: string, owner: string, key: string, value: string, is: unknown): Row => ({
  at,
  fields: { [`s/${owner}/${key}`]: value },
  place: `${owner}/${key}`,
  is,
})
const flag = (at: string, owner: string, key: string): Row => set(at, owner, key, '1', true)
const says = (at: string, place: string): Row => ({
  at,
  fields: { [`t/${place}/en`]: 'New' },
  place: `${place}/en`,
  is: 'New',
})
const winter = { 'c.q': 'fact:winter', 'c.how': 'holds', do: 'part' }
const when = (at: string, owner = at): Row => ({
  at,
  cond: owner,
  about: 'fact:winter',
  fields: { 'c.at': owner, ...winter },
  place: `${owner}/when`,
  is: { fact: 'winter' },
})
/** What comes with what is added: codes are chosen, and never given to anything else. */
const added = (at: string, fields: Fields, place: string, is: unknown): Row => ({ at, fields, place, is })

const shownFields = (q: string, code: string): Record<string, Row> => ({
  [`${q}.code`]: added(
    'pages/other',
    { add: 'question', 'add.page': 'other', 'add.language': 'en', 'add.type': 'note', 'add.text': 'New' },
    'questions/Q04/code',
    'Q04',
  ),
  [`${q}.type`]: added(
    'pages/other',
    { add: 'question', 'add.page': 'other', 'add.language': 'en', 'add.type': 'text', 'add.text': 'New' },
    'questions/Q04/type',
    'text',
  ),
  [`${q}.text`]: says(`questions/${code}`, `questions/${code}/text`),
  [`${q}.text.text`]: added(
    `questions/${code}`,
    { do: `wording questions/${code}` },
    `questions/${code}/text/0/text/en`,
    code,
  ),
  [`${q}.text.when`]: {
    ...when(`questions/${code}`, `questions/${code}/text/0`),
    fields: { ...winter, 'c.at': `questions/${code}/text/0`, before: `wording questions/${code}` },
  },
  [`${q}.hint`]: says(`questions/${code}`, `questions/${code}/hint`),
  [`${q}.when`]: when(`questions/${code}`),
})
const answeredFields = (q: string, code: string): Record<string, Row> => ({
  ...shownFields(q, code),
  [`${q}.name`]: set(`questions/${code}`, `questions/${code}`, 'name', 'renamed', 'renamed'),
  [`${q}.optional`]: flag(`questions/${code}`, `questions/${code}`, 'optional'),
  [`${q}.draftOnly`]: flag(`questions/${code}`, `questions/${code}`, 'draftOnly'),
  [`${q}.withheld`]: flag(`questions/${code}`, `questions/${code}`, 'withheld'),
})
const itemFields = (q: string, code: string, list: string): Record<string, Row> => {
  const [at, item] = [`questions/${code}`, `questions/${code}/${list}/1`]
  return {
    [`${q}.code`]: added(
      at,
      { [`n/${at}/${list}/en`]: 'New' },
      `${at}/${list}/${list === 'rows' ? 2 : 4}/label/en`,
      'New',
    ),
    [`${q}.label`]: says(at, `${item}/label`),
    [`${q}.short`]: says(at, `${item}/short`),
    [`${q}.when`]: when(at, item),
    ...(list === 'rows' && { [`${q}.name`]: set(at, item, 'name', 'food', 'food') }),
  }
}
const optionFields = (q: string, code: string): Record<string, Row> => {
  const at = `questions/${code}`
  const isChoice = ['S1', 'M1', 'R1'].includes(code)
  const list = code === 'X1' ? 'scale' : 'options'
  const carrying = { before: 'carry' }
  return {
    ...itemFields(q, code, list),
    [`${q}.set`]: added(at, { [`k/${at}/share`]: 'places' }, `${at}/${list}/set`, 'places'),
    ...(isChoice && {
      [`${q}.last`]: flag(at, `${at}/options/1`, 'last'),
      [`${q}.decoy`]: flag(at, `${at}/options/1`, 'decoy'),
      [`${q}.detail`]: set(at, `${at}/options/1`, 'detail', 'text', 'text'),
      [`${q}.detail.list`]: {
        ...set(at, `${at}/options/1`, 'detail', 'countries', 'countries'),
        place: `${at}/options/1/detail/list`,
      },
      [`${q}.always`]: {
        ...flag(at, `${at}/options/1`, 'always'),
        fields: { [`s/${at}/options/1/always`]: '1', ...carrying },
      },
    }),
    ...(code === 'M1' && { [`${q}.exclusive`]: flag(at, `${at}/options/1`, 'exclusive') }),
  }
}
const choiceFields = (q: string, code: string): Record<string, Row> => {
  const at = `questions/${code}`
  return {
    ...optionFields(`${q}.options`, code),
    [`${q}.carry.from`]: added(at, { [`k/${at}/carry`]: 'Q2' }, `${at}/carry/from`, 'Q2'),
    [`${q}.without.q`]: added(at, { [`k/${at}/without`]: 'Q1' }, `${at}/without/q`, 'Q1'),
    [`${q}.without.codes`]: added(
      at,
      { [`k/${at}/without`]: 'Q1', [`kc/${at}/without`]: ['1', '3'], [`ks/${at}/without`]: '1', before: 'without' },
      `${at}/without/codes`,
      [1, 3],
    ),
    [`${q}.shuffle`]: flag(at, at, 'shuffle'),
  }
}
const numbers = (q: string, code: string): Record<string, Row> => ({
  [`${q}.min`]: set(`questions/${code}`, `questions/${code}`, 'min', '1', 1),
  [`${q}.max`]: set(`questions/${code}`, `questions/${code}`, 'max', '5', 5),
})

const of = (type: string) => `pages.questions[${type}]`
const rows: Record<string, Row> = {
  title: says('', 'title'),
  facts: added('', { fact: 'door', do: 'fact' }, 'facts', ['door']),
  place: added('', { place: 'S1' }, 'place', 'S1'),
  'rates.rate': added(
    '',
    { 'rate.name': 'CNYHKD', 'rate.rate': '1.09', 'rate.on': '2026-09-01', do: 'rate' },
    'rates/CNYHKD/rate',
    '1.09',
  ),
  'rates.on': added(
    '',
    { 'rate.name': 'CNYHKD', 'rate.rate': '1.09', 'rate.on': '2026-09-01', do: 'rate' },
    'rates/CNYHKD/on',
    '2026-09-01',
  ),
  'lists.code': added(
    'lists/countries',
    { 'nc/lists/countries': 'FR', 'n/lists/countries/en': 'France' },
    'lists/countries/FR/code',
    'FR',
  ),
  'lists.label': says('lists/countries', 'lists/countries/GB/label'),
  'pages.code': added(
    'pages/other',
    { add: 'page', 'add.language': 'en', 'add.title': 'T', 'add.text': 'New', 'add.type': 'text' },
    'pages/page-4/code',
    'page-4',
  ),
  'pages.title': says('pages/start', 'pages/start/title'),
  'pages.when': when('pages/more'),
  'pages.lease': added('pages/start', { do: 'lease start' }, 'pages/start/lease', true),
  'pages.ends.when': {
    ...when('pages/start', 'pages/start/ends/new'),
    place: 'pages/start/ends/0/when',
  },
  'pages.ends.as': {
    ...when('pages/start', 'pages/start/ends/new'),
    fields: { 'c.at': 'pages/start/ends/new', 'c.as': 'under_age', ...winter },
    place: 'pages/start/ends/0/as',
    is: 'under_age',
  },
  'pages.consents.code': added(
    'pages/start',
    { add: 'consent', 'add.page': 'start', 'add.language': 'en', 'add.text': 'I agree' },
    'consents/C1/code',
    'C1',
  ),
  'pages.consents.text': added(
    'pages/start',
    { add: 'consent', 'add.page': 'start', 'add.language': 'en', 'add.text': 'I agree' },
    'consents/C1/text/en',
    'I agree',
  ),
  'pages.consents.when': { ...when('consents/C1'), fields: { 'c.at': 'consents/C1', ...winter, before: 'consent' } },
  ...answeredFields(of('single'), 'S1'),
  ...choiceFields(of('single'), 'S1'),
  ...answeredFields(of('multi'), 'M1'),
  ...choiceFields(of('multi'), 'M1'),
  ...numbers(of('multi'), 'M1'),
  [`${of('multi')}.showAll`]: flag('questions/M1', 'questions/M1', 'showAll'),
  ...answeredFields(of('rank'), 'R1'),
  ...choiceFields(of('rank'), 'R1'),
  [`${of('rank')}.max`]: set('questions/R1', 'questions/R1', 'max', '3', 3),
  ...answeredFields(of('scale'), 'G1'),
  ...optionFields(`${of('scale')}.options`, 'G1'),
  ...answeredFields(of('matrix'), 'X1'),
  ...itemFields(`${of('matrix')}.rows`, 'X1', 'rows'),
  ...optionFields(`${of('matrix')}.scale`, 'X1'),
  [`${of('matrix')}.carry.from`]: added('questions/X1', { 'k/questions/X1/carry': 'Q2' }, 'questions/X1/rows', [
    row(1),
    option(2),
    option(3),
  ]),
  [`${of('matrix')}.shuffle`]: flag('questions/X1', 'questions/X1', 'shuffle'),
  [`${of('matrix')}.attention.code`]: added(
    'questions/X1',
    { do: 'attention questions/X1' },
    'questions/X1/attention/code',
    'A1',
  ),
  [`${of('matrix')}.attention.targets`]: added(
    'questions/X1',
    { 'kc/questions/X1/targets': ['1', '2'], 'ks/questions/X1/targets': '1', before: 'attention questions/X1' },
    'questions/X1/attention/targets',
    [1, 2],
  ),
  [`${of('matrix')}.attention.label`]: {
    ...says('questions/X1', 'questions/X1/attention/label'),
    fields: { 't/questions/X1/attention/label/en': 'New', before: 'attention questions/X1' },
  },
  ...answeredFields(of('nps'), 'P1'),
  [`${of('nps')}.low`]: says('questions/P1', 'questions/P1/low'),
  [`${of('nps')}.high`]: says('questions/P1', 'questions/P1/high'),
  ...answeredFields(of('year'), 'Y1'),
  ...numbers(of('year'), 'Y1'),
  ...answeredFields(of('number'), 'N1'),
  ...numbers(of('number'), 'N1'),
  [`${of('number')}.unit`]: says('questions/N1', 'questions/N1/unit'),
  ...answeredFields(of('text'), 'T1'),
  [`${of('text')}.maxLength`]: set('questions/T1', 'questions/T1', 'maxLength', '20', 20),
  ...answeredFields(of('date'), 'D1'),
  [`${of('date')}.min`]: set('questions/D1', 'questions/D1', 'min', '2026-02-01', '2026-02-01'),
  [`${of('date')}.max`]: set('questions/D1', 'questions/D1', 'max', '2026-11-30', '2026-11-30'),
  ...shownFields(of('note'), 'Z1'),
}

/** Fields that the engine reads on no question of the type, although its options may have them; and what is never changed. */
const needless = (path: string) =>
  path === 'code' ||
  /^pages\.questions\[(scale|matrix)\]\.(options|scale)\.(exclusive|last|detail|detail\.list|decoy|always)$/.test(
    path,
  ) ||
  /^pages\.questions\[(single|rank)\]\.options\.exclusive$/.test(path) ||
  // Options of a shared list are edited at a question that uses it.
  /^sets\./.test(path)

/** The paths of all that a schema may hold: keys joined by dots, lists as their items, question types in brackets. */
function pathsOf(schema: z.ZodType, path: string): string[] {
  const { def } = schema as unknown as {
    def: Record<string, z.ZodType & z.ZodType[]> & { type: string; shape: object }
  }
  const inner = (next: unknown) => pathsOf(next as z.ZodType, path)
  switch (def.type as string) {
    case 'object':
      return Object.entries(def.shape).flatMap(([key, value]) => pathsOf(value, path === '' ? key : `${path}.${key}`))
    case 'array':
      return inner(def.element)
    case 'record':
      // A text by language is one field.
      return inner(def.valueType)
    case 'optional':
    case 'nullable':
      return inner(def.innerType)
    case 'pipe':
      // A text, which is read into every language.
      return [path]
    case 'union': {
      const kinds = def.options as unknown as z.ZodType[]
      const isTyped = 'discriminator' in def
      return kinds.flatMap((kind) => {
        const type = isTyped && (kind as unknown as { shape: { type: { value: string } } }).shape.type.value
        return pathsOf(kind, type ? `${path}[${type}]` : path)
      })
    }
    default:
      return [path]
  }
}
const paths = [...new Set(pathsOf(questionnaireSchema, ''))].filter((path) => !needless(path))

/** What stands there already when the form is shown. */
function prepared(row: Row): QuestionnaireDocument {
  const { before } = row.fields
  const code = row.at.split('/')[1] ?? ''
  const fields: Record<string, Fields> = {
    carry: { [`k/${row.at}/carry`]: 'Q2' },
    without: { [`k/${row.at}/without`]: 'Q1' },
    consent: { add: 'consent', 'add.page': 'start', 'add.language': 'en', 'add.text': 'I agree' },
  }
  const isPlain = before === undefined || code === ''
  return isPlain ? document : after(document, fields[String(before)] ?? { do: before })
}

function after(shown: QuestionnaireDocument, fields: Fields): QuestionnaireDocument {
  const posted = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]))
  return readEdits(posted, shown).reduce((now, edit) => {
    const done = applyEdit(now, edit)
    if ('fault' in done) throw new Error(`${JSON.stringify(edit)}: ${done.fault}`)
    return done.document
  }, shown)
}

describe('a field of the schema', () => {
  test('has a row here, each of them', () => {
    expect(paths.filter((path) => rows[path] === undefined)).toEqual([])
    expect(Object.keys(rows).filter((path) => !paths.includes(path))).toEqual([])
  })

  test.each(Object.entries(rows))('%s is set by a form', (_, row) => {
    const now = after(prepared(row), row.fields)
    const steps = stepsTo(now, row.place)
    expect(steps && valueAt(now, steps)).toEqual(row.is)
    expect(canonicalOf(now)).not.toBe(canonicalOf(prepared(row)))
  })
})

it('each form has its fields on the page that it is posted from', async () => {
  const here = await world()
  const mei = await signedIn(here, 'admin', 'Mei')
  const path = '/admin/studies/study-abroad/questionnaire/edit'
  let [revision, shown] = [0, '']
  const pages = new Map<string, string>()
  const missing: string[] = []
  for (const [field, row] of Object.entries(rows)) {
    const draft = prepared(row)
    if (canonicalOf(draft) !== shown) {
      const saved = await saveDraft(
        here.ports,
        { id: 'staff_mei' },
        { studyId: here.study.id, revision, document: draft },
      )
      if (!('saved' in saved)) throw new Error(JSON.stringify(saved))
      revision = saved.saved
      shown = canonicalOf(draft)
      pages.clear()
    }
    const query = new URLSearchParams({ at: row.at, cond: row.cond ?? '', about: row.about ?? '' }).toString()
    const html = pages.get(query) ?? (await (await mei.get(`${path}?${query}`)).text())
    pages.set(query, html)
    const { before: _, ...fields } = row.fields
    for (const [name, value] of Object.entries(fields)) {
      const what = name === 'do' ? `name="do" value="${String(value)}"` : `name="${name}"`
      if (!html.includes(what)) missing.push(`${field}: ${what}`)
    }
  }
  expect(missing).toEqual([])
})
