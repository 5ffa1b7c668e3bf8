/** What can be crossed of the study of studying abroad, and where answers stand on it. */
import { describe, expect, it } from 'vitest'
import { studyAbroad } from '../../../schema/study-abroad/index.ts'
import { aboutAxes } from '../../../src/survey/insights/axes/about.ts'
import { axesOf } from '../../../src/survey/insights/axes/axes-of.ts'
import type { Axis, OneAxis } from '../../../src/survey/insights/axes/axis.ts'
import { dictionaryOf } from '../../../src/survey/variables/dictionary.ts'

const version = { n: 1, version: 'v', dataVersion: 'v', questionnaire: studyAbroad }
const axes = axesOf(dictionaryOf([version], {}))
const axis = (key: string) => axes.find((one) => one.key === key) as OneAxis
const placesOf = ({ placeOf, categories, missing }: OneAxis, values: (number | null)[]) =>
  values.map((value) => {
    const place = placeOf(value)
    return categories[place]?.key ?? `beside: ${missing[place - categories.length]?.label.en}`
  })

describe('a side', () => {
  it('is a question of one answer, with what is no answer beside it', () => {
    const after = axis('Q25')
    expect(after).toMatchObject({ kind: 'one', isTested: true, question: 'Q25' })
    expect(placesOf(after, [1, 8, null])).toEqual(['1', '8', 'beside: Not shown'])
  })

  it('is a question of several picks, each option with its column', () => {
    const considered = axes.find(({ key }) => key === 'Q06') as Axis
    expect(considered.kind).toBe('several')
    expect(considered.categories.slice(0, 2)).toMatchObject([
      { key: '1', column: 'Q06_1' },
      { key: '2', column: 'Q06_2' },
    ])
  })

  it('is each row of a matrix, the first place of a rank, and no text', () => {
    const keys = axes.map(({ key }) => key)
    expect(keys.filter((key) => /^Q16_\d+$/.test(key)).length).toBeGreaterThan(2)
    expect(keys.filter((key) => /_r\d$/.test(key)).every((key) => key.endsWith('_r1'))).toBe(true)
    expect(keys).not.toContain('Q28')
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is the three groups of a net promoter score, and bands of numbers, which are not tested', () => {
    const nps = axis('Q27')
    expect(placesOf(nps, [0, 6, 7, 8, 9, 10])).toEqual(['0–6', '0–6', '7–8', '7–8', '9–10', '9–10'])
    expect(nps.isTested).toBe(false)
    const started = axis('Q09')
    expect(started.categories.length).toBeGreaterThan(2)
    expect(placesOf(started, [-1, null]).every((place) => place.startsWith('beside'))).toBe(true)
  })

  it('is what is known of the response itself: languages, doors, weeks from Monday on, versions where there are several', () => {
    const about = aboutAxes({ firstDay: '2026-11-25', lastDay: '2026-12-08', versions: [1, 3] })
    const placesAt = (key: string, values: (string | number | null)[]) => {
      const one = about.find((it) => it.key === key)
      return values.map((value) => one?.categories[one.placeOf(value)]?.key)
    }
    expect(placesAt('_language', ['en', 'zh-Hant', null])).toEqual(['en', 'zh-Hant', undefined])
    expect(placesAt('_door', ['open_link', 'invitation'])).toEqual(['open_link', 'invitation'])
    expect(placesAt('_day', ['2026-11-25', '2026-11-29', '2026-11-30', '2026-12-08', null])).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-30',
      '2026-12-07',
      undefined,
    ])
    expect(placesAt('_version', [3, 2])).toEqual(['3', undefined])
    expect(
      aboutAxes({ firstDay: '2026-11-25', lastDay: '2026-12-08', versions: [1] }).map(({ key }) => key),
    ).not.toContain('_version')
  })
})
