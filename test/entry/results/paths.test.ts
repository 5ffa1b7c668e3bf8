/** Which requests look through all answers of a study: a runtime with threads has those answered there. */
import { expect, it } from 'vitest'
import { resultsRoutes } from '../../../src/app/results.ts'
import { resultsWorkOf } from '../../../src/app/results-paths.ts'
import { staffRoutes } from '../../../src/app/staff.ts'
import { studentRoutes } from '../../../src/app/students.ts'

const study = '/admin/studies/study-abroad'

it.each([
  ['GET', `${study}/insights`, 'page'],
  ['HEAD', `${study}/insights`, 'page'],
  ['GET', `${study}/insights/charts/Q01.svg`, 'page'],
  ['GET', `${study}/insights/crosses.csv`, 'page'],
  ['POST', `${study}/insights/saved`, null],
  ['POST', `${study}/insights/weights/upload`, null],
  ['GET', `${study}/exports`, 'page'],
  ['GET', `${study}/exports/export_1`, 'page'],
  ['GET', `${study}/exports/export_1/file`, 'file'],
  ['POST', `${study}/exports/export_1/file`, null],
  ['POST', `${study}/exports`, 'writing'],
  ['POST', `${study}/exports/export_1/steps`, 'writing'],
  ['GET', `${study}/responses.csv`, null],
  ['POST', `${study}/responses.csv`, 'file'],
  ['GET', `${study}/figures`, null],
  ['GET', `${study}/insightsful`, null],
  ['GET', '/admin/studies', null],
  ['GET', '/s/insights', null],
  ['DELETE', `${study}/exports`, null],
] as const)('%s %s asks for %s', (method, path, work) => {
  expect(resultsWorkOf(method, path)).toBe(work)
})

it('every route that is answered there is among those that a thread has', () => {
  const named = (routes: typeof staffRoutes) =>
    routes
      .flatMap((app) => app.routes)
      .filter(({ method, path }) => resultsWorkOf(method, path) !== null)
      .map(({ method, path }) => `${method} ${path}`)
  const there = new Set(named(resultsRoutes))
  const all = [...new Set(named([...staffRoutes, ...studentRoutes]))]
  expect(all.filter((route) => !there.has(route))).toEqual([])
  expect(all.length).toBeGreaterThan(10)
})
