/** What differs between two versions, and what that does to their data. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Question, Questionnaire } from '../../../schema/questionnaire.ts'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { compareVersions } from '../../../src/survey/drafts/compare/compare.ts'
import { compareTexts } from '../../../src/survey/drafts/compare/words.ts'
import { whyNoCorrection } from '../../../src/survey/drafts/correction.ts'
import { faultsOfPlaces } from '../../../src/survey/drafts/promised.ts'
import { runs } from '../../support/run/whole.ts'
import { ask, option, page, row, small, text } from '../questionnaire/small.ts'

const base = (): Questionnaire =>
  small(
    [
      page('start', [
        ask('Q1', 'single', { options: [option(1), option(2), option(3)] }),
        ask('Q2', 'number', { min: 0, max: 10, unit: text('hours') }),
      ]),
      page('middle', [
        ask('Q3', 'matrix', { rows: [row(1), row(2)], scale: { set: 'degrees' } }),
        ask('Q4', 'scale', { options: { set: 'degrees' } }),
        ask('Q5', 'text', { maxLength: 200, hint: text('briefly') }),
        ask('Q7', 'nps', { low: text('no'), high: text('yes') }),
      ]),
      page('end', [ask('Q6', 'multi', { options: [option(1), option(2)] })], {
        consents: [{ code: 'C1', text: text('I agree') }],
        lease: true,
      }),
    ],
    { sets: { degrees: [option(1), option(2), option(3)] } },
  )

type Edit = (questionnaire: Questionnaire) => void
const question = (of: Questionnaire, code: string) =>
  of.pages.flatMap(({ questions }) => questions).find((one) => one.code === code) as Question & {
    options: ReturnType<typeof option>[]
    rows: ReturnType<typeof row>[]
    max: number
    unit: object
  }
const set =
  (code: string, values: object): Edit =>
  (of) =>
    void Object.assign(question(of, code), values)

/** Each edit, whether it is wording alone, and what is told of it. */
const edits: [string, Edit, boolean, string[]][] = [
  ['nothing', () => undefined, true, []],
  ['the wording of a question', set('Q1', { text: text('Where do you live?') }), true, ['changed text wording']],
  ['a translation', set('Q1', { text: { ...text('Q1'), 'zh-Hant': '問題' } }), true, ['changed text wording']],
  ['what viewers do not see', set('Q1', { withheld: true }), true, ['changed question changed_withheld']],
  ['a hint that is new', set('Q1', { hint: text('One answer') }), true, ['changed hint wording']],
  [
    'a hint that goes',
    (of) => void delete (question(of, 'Q5') as { hint?: unknown }).hint,
    true,
    ['changed hint wording'],
  ],
  [
    'a label',
    (of) => void Object.assign(question(of, 'Q1').options[0] ?? {}, { label: text('one') }),
    true,
    ['changed option wording'],
  ],
  [
    'a label of a set, told once',
    (of) => void Object.assign(of.sets.degrees?.[0] ?? {}, { label: text('low') }),
    true,
    ['changed option wording'],
  ],
  ['the unit', set('Q2', { unit: text('minutes') }), false, ['changed unit changed_unit']],
  [
    'a consent',
    (of) => void Object.assign(of.pages[2]?.consents?.[0] ?? {}, { text: text('I do') }),
    true,
    ['changed consent changed_consent'],
  ],
  [
    'labels that change places',
    (of) => {
      const [one, two] = question(of, 'Q1').options
      if (one && two) [one.label, two.label] = [two.label, one.label]
    },
    false,
    ['changed option labels_moved', 'changed option labels_moved'],
  ],
  [
    'the ends of numbers that change places',
    set('Q7', { low: text('yes'), high: text('no') }),
    false,
    ['changed low labels_moved', 'changed high labels_moved'],
  ],
  ['an option more', (of) => void question(of, 'Q1').options.push(option(4)), false, ['added option new_code']],
  ['an option less', (of) => void question(of, 'Q1').options.pop(), false, ['removed option removed_code']],
  [
    'options in another order',
    (of) => void question(of, 'Q1').options.reverse(),
    false,
    ['moved option order', 'moved option order'],
  ],
  ['a degree more of a scale', (of) => void of.sets.degrees?.push(option(4)), false, ['added option changed_scale']],
  ['a row more', (of) => void question(of, 'Q3').rows.push(row(3)), false, ['added row new_code']],
  ['another range', set('Q2', { max: 20 }), false, ['changed question changed_range']],
  ['another length', set('Q5', { maxLength: 100 }), false, ['changed question changed_range']],
  ['a question that may be left out', set('Q5', { optional: true }), false, ['changed question changed_required']],
  ['a condition', set('Q5', { when: { q: 'Q1', in: [1] } }), false, ['changed question changed_condition']],
  ['options in another order for each', set('Q1', { shuffle: true }), false, ['changed settings changed_setting']],
  [
    'a question more',
    (of) => void of.pages[1]?.questions.push(ask('Q9', 'nps', { low: text('no'), high: text('yes') })),
    false,
    ['added question new_question'],
  ],
  ['a question less', (of) => void of.pages[1]?.questions.pop(), false, ['removed question removed_question']],
  ['questions in another order', (of) => void of.pages[0]?.questions.reverse(), false, ['moved question order']],
  [
    'a question on another page',
    (of) => void of.pages[0]?.questions.push(...(of.pages[1]?.questions.splice(2, 1) ?? [])),
    false,
    ['moved question order'],
  ],
  [
    'pages in another order',
    (of) => void of.pages.splice(0, 2, ...of.pages.slice(0, 2).reverse()),
    false,
    ['moved page order'],
  ],
  [
    'another type',
    (of) => void of.pages[0]?.questions.splice(1, 1, ask('Q2', 'year', { min: 0, max: 10 })),
    false,
    ['changed question changed_type', 'changed unit changed_unit'],
  ],
]

describe('a change of a questionnaire', () => {
  it.each(edits)('%s', (_, edit, isWording, expected) => {
    const [before, after] = [base(), base()]
    edit(after)
    expect(compareVersions(before, after).map(({ did, part, effect }) => `${did} ${part.of} ${effect}`)).toEqual(
      expected,
    )
    expect(whyNoCorrection(before, after) === null).toBe(isWording)
    // Told from the other side, what came has gone.
    const turned = compareVersions(after, before).map(({ did }) => did)
    const opposite = { added: 'removed', removed: 'added', moved: 'moved', changed: 'changed' }
    expect(turned.sort()).toEqual(expected.map((line) => opposite[line.split(' ')[0] as 'added']).sort())
  })

  it('labels that have changed places are told by their questions', () => {
    const [before, after] = [base(), base()]
    edits.find(([name]) => name === 'labels that change places')?.[1](after)
    expect(whyNoCorrection(before, after)).toEqual({ labelsMoved: ['Q1'] })
  })

  it('a unit that is another is told by its question, in whichever language', () => {
    const after = base()
    set('Q2', { unit: { ...text('hours'), 'zh-Hant': '分鐘' } })(after)
    expect(whyNoCorrection(base(), after)).toEqual({ unitsChanged: ['Q2'] })
  })

  it('a place for which something is promised may not go, and any other may', () => {
    const after = base()
    question(after, 'Q1').options.splice(1, 2)
    expect(faultsOfPlaces(base(), after, [0, 2, 9])).toEqual([{ path: 'place', message: 'Q1 has no option 2' }])
    expect(faultsOfPlaces(base(), after, [0, 1])).toEqual([])
    expect(faultsOfPlaces(base(), { ...base(), place: undefined }, [1])).toHaveLength(1)
    // A draft may name a set that it lacks.
    expect(faultsOfPlaces(base(), { ...base(), place: 'Q4', sets: {} }, [1])).toHaveLength(1)
    expect(faultsOfPlaces(base(), { ...base(), place: undefined }, [0])).toEqual([])
  })

  it('nothing differs between a version of many pages and itself', () => {
    expect(compareVersions(studyAbroad, structuredClone(studyAbroad))).toEqual([])
    expect(whyNoCorrection(studyAbroad, structuredClone(studyAbroad))).toBeNull()
  })
})

it('word by word, both texts can be read from what is shown', () => {
  const words = fc.array(fc.constantFrom('how', 'long', ' ', '多', '久', ', ', 'is', '?', '\n'), { maxLength: 30 })
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(''), other.join('')]
      const pieces = compareTexts(before, after)
      const without = (did: string) =>
        pieces
          .filter((piece) => piece.did !== did)
          .map((piece) => piece.text)
          .join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
    { numRuns: runs(200) },
  )
  expect(compareTexts('How many hours?', 'How many minutes?').map(({ did, text }) => `${did}:${text}`)).toEqual([
    'same:How many ',
    'removed:hours',
    'added:minutes',
    'same:?',
  ])
})
