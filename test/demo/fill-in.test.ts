/** The people of the demonstration answer questions of every type, also of those that its own study does without. */
import { expect, test } from 'vitest'
import { postedBy } from '../../demo/fill-in.ts'
import { personOf } from '../../demo/people.ts'
import { pickerOf } from '../../demo/seeded.ts'
import { checkPage } from '../../src/survey/questionnaire/check-answers.ts'
import { pageView } from '../../src/survey/questionnaire/page/page-view.ts'
import { given } from '../survey/questionnaire/small.ts'
import { everyType } from '../survey/questionnaire/types/every-type.ts'

test('what a person sends is accepted, whatever the type', () => {
  for (let n = 0; n < 40; n++) {
    const pick = pickerOf(`person ${n}`)
    const person = personOf(pick, 2026, [])
    const circumstances = given({}, `seed ${n}`)
    for (const page of ['required', 'optional']) {
      const view = pageView(everyType, page, { Q1: 1 }, circumstances)
      const posted = postedBy(person, view, everyType, circumstances, pick)
      const checked = checkPage(everyType, page, { Q1: 1 }, posted, circumstances)
      expect(checked).toMatchObject({ ok: true })
      if (page === 'required') expect(checked.answers).toMatchObject({ R_date: expect.stringMatching(/^202[678]-/) })
      expect(checked.answers).not.toHaveProperty('R_note')
    }
  }
})
