import { describe, expect, it } from 'vitest'
import { createFrame } from '../../src/app/frame.ts'
import { staffRoutes } from '../../src/app/staff.ts'
import { isStaffPath } from '../../src/app/staff-paths.ts'
import { studentRoutes } from '../../src/app/students.ts'
import { importsOf, textFiles } from '../support/house/tree.ts'

/** The paths of these routes, with every parameter as some word. */
const pathsOf = (routes: typeof studentRoutes): string[] =>
  routes.flatMap((some) => some.routes.map(({ path }) => path.replaceAll(/:\w+(\{[^}]*\})?/g, 'word')))

describe('the two halves of the service', () => {
  it('every page of the house is told by its path, and no page of the students is taken for one', () => {
    expect(pathsOf(staffRoutes).length).toBeGreaterThan(40)
    expect(pathsOf(staffRoutes).filter((path) => !isStaffPath(path))).toEqual([])
    expect(pathsOf(studentRoutes).length).toBeGreaterThan(15)
    expect(pathsOf(studentRoutes).filter(isStaffPath)).toEqual([])
  })

  it('what every half answers is not told as the house’s, so that it never wakes it', () => {
    const shared = createFrame([], () => Promise.reject(new Error('no ports'))).routes.map(({ path }) => path)
    expect(shared.filter(isStaffPath)).toEqual([])
  })

  it('a path that only begins like one of the house is not the house’s', () => {
    expect(['/administration', '/financed', '/s/admin', '/finances/'].filter(isStaffPath)).toEqual([])
  })

  it('what only exports and checks need of a question type is not loaded for students', () => {
    const files = new Map(textFiles().map((file) => [file.path, file]))
    const loaded = new Set<string>()
    // The page that shows people their own answers in words is loaded when one of them asks for it.
    const asked = ['src/journey/rights/status.ts']
    const load = (path: string) => {
      const file = files.get(path)
      if (file === undefined || loaded.has(path) || asked.includes(path)) return
      loaded.add(path)
      for (const { to, typeOnly } of importsOf(file)) if (!typeOnly) load(to)
    }
    load('src/app/students.ts')
    const types = 'src/survey/questionnaire/types/'
    expect([...loaded].filter((path) => path.startsWith(`${types}data/`))).toEqual([])
    expect(loaded).toContain(`${types}date.tsx`)
  })
})
