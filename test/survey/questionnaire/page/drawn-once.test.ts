import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languages } from '../../../../schema/questionnaire.ts'
import type { Posted } from '../../../../src/platform/http/form.ts'
import type { PageView } from '../../../../src/survey/questionnaire/page/page-view.ts'
import type { ValidationError } from '../../../../src/survey/questionnaire/page/view.ts'
import { sampleErrors, samplePage, samplePosted } from '../../../platform/http/sample-page.ts'
import { questionsIn } from '../../../platform/http/sample-pages.ts'
import { circumstances, picks, walkOn } from '../walks.ts'

type Language = (typeof languages)[number]

/** The page twice: with what is kept of pages before it, and of texts that nothing is kept with. */
function drawnTwice(language: Language, view: PageView, fill: Posted, errors: ValidationError[] = []) {
  const [kept, anew] = [view, structuredClone(view)].map((one) =>
    String(questionsIn(language, { view: one, fill, errors })),
  )
  return { kept, anew }
}

const language = fc.constantFrom(...languages)

test('controls that are drawn once look as they do drawn anew, whoever answers what, and whatever is wrong', () => {
  const fields = Object.entries(samplePosted)
  const filled = fc.subarray(fields).map((some) => Object.fromEntries(some))
  const faults = fc.oneof(fc.constant<ValidationError[]>([]), fc.subarray(sampleErrors))
  const spoilt = fc.record({ field: fc.constantFrom(...fields.map(([name]) => name)), value: fc.string() })
  fc.assert(
    fc.property(language, filled, faults, fc.option(spoilt), (lang, fill, errors, one) => {
      const { kept, anew } = drawnTwice(lang, samplePage, one ? { ...fill, [one.field]: [one.value] } : fill, errors)
      expect(kept).toBe(anew)
    }),
    { numRuns: 60 },
  )
})

test('so do the pages of everybody who answers the real questionnaire, blank and filled in', () => {
  fc.assert(
    fc.property(language, circumstances, picks, (lang, given, pick) => {
      for (const { view, posted } of walkOn({}, given, pick).steps) {
        for (const fill of [{}, posted]) {
          const { kept, anew } = drawnTwice(lang, view, fill)
          expect(kept).toBe(anew)
        }
      }
    }),
    { numRuns: 12 },
  )
})
