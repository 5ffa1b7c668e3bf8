/** The study-abroad questionnaire. Its codes are stable once the first answer is stored. */
import type { Questionnaire } from '../questionnaire.ts'
import { ageFactNames } from './ages.ts'
import { border } from './border.ts'
import { countries } from './countries.ts'
import { crossing, documents } from './documents.ts'
import { factors } from './factors.ts'
import { last, next } from './life.ts'
import { money, rates } from './money.ts'
import { places } from './places.ts'
import { coursePage, placesPage } from './plans.ts'
import { likert5, sat5 } from './scales.ts'
import { screening } from './screening.ts'
import { start } from './start.ts'
import { text } from './words.ts'

/**
 * The whole questionnaire as data. Its facts:
 * - `recipient`, `contact`, `purpose`: texts, only when answers go to a recipient abroad (consent C0c);
 * - `minors`, `minimum_over_18`, `minimum_over_23`, `minimum_over_28`: from `ageFacts`;
 * - `winter`: true when the calendar has a winter vacation that is not over when the response starts; then
 *   `from` and `to` are its dates, `cf` and `ct` those of the closure in it, as texts (Q21).
 */
export const studyAbroad: Questionnaire = {
  code: 'study-abroad',
  title: text('Studying away from home: plans and experiences', '留学计划与经历', '到外地升學的計劃與經歷'),
  facts: ['recipient', 'contact', 'purpose', ...ageFactNames, 'winter', 'from', 'to', 'cf', 'ct'],
  sets: { dest: places, likert5, sat5 },
  lists: { countries },
  place: 'Q04',
  rates,
  pages: [start, screening, placesPage, coursePage, factors, money, documents, crossing, border, next, last],
}
