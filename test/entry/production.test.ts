import { expect, it } from 'vitest'
import { importsOf, textFiles } from '../support/house/tree.ts'

const files = new Map(textFiles().map((file) => [file.path, file]))

/** A file and everything of the project that it loads, at once or later. */
function loadedBy(entry: string): Set<string> {
  const found = new Set([entry])
  for (const path of found) {
    const file = files.get(path)
    if (file === undefined) continue
    for (const { to, typeOnly } of importsOf(file)) if (!typeOnly && files.has(to)) found.add(to)
  }
  return found
}

const notOfTheService = /^(demo|simulation|test|bench)\//

it.each(['src/entry/node.ts', 'src/entry/worker.ts'])('%s loads nothing of the demonstration', (entry) => {
  const loaded = [...loadedBy(entry)]
  expect(loaded).toContain('src/app/sweep.ts')
  expect(loaded.filter((path) => notOfTheService.test(path))).toEqual([])
})

it('the start of a demonstration does', () => {
  expect([...loadedBy('scripts/start.mjs')].some((path) => notOfTheService.test(path))).toBe(true)
})
