/** The study with a day and a note on one of its pages: types that its own questionnaire does without. */
import { studyAbroad } from '../../schema/study-abroad/index.ts'
import { ask, text } from '../survey/questionnaire/small.ts'
import type { WorldOptions } from './world.ts'

const limits = { min: '2026-09-01', max: '2028-08-31' }

/** Puts the note N1 before the questions of the page `places`, and the date D1 behind them. */
export const withDateAndNote: WorldOptions['study'] = (study) => ({
  ...study,
  questionnaire: {
    ...studyAbroad,
    pages: studyAbroad.pages.map((page) => {
      if (page.code !== 'places') return page
      const note = ask('N1', 'note', { text: text('Have your papers at hand') })
      return { ...page, questions: [note, ...page.questions, ask('D1', 'date', { ...limits, text: text('Arrival?') })] }
    }),
  },
})
