/** The page of threats (docs/security.md) names for each the tests that show what stops it. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const page = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8')
const threats = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (who|---) /.test(line))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| ?|\|$/g, '').trim()))

it.each(threats)('%s %s: is stopped as tests show that are there by that name', (...cells) => {
  expect(cells).toHaveLength(4)
  const named = [...(cells[3] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  const tests = named.filter((name) => name.endsWith('.test.ts'))
  expect(tests).not.toEqual([])
  expect(tests.filter((name) => !existsSync(new URL(`../${name}`, import.meta.url)))).toEqual([])
  // A folder says nothing of which test it is; a command may stand beside one.
  expect(named.filter((name) => !name.endsWith('.test.ts') && !name.startsWith('npm run '))).toEqual([])
})

it('are more than a dozen, and all of them were read', () => {
  expect(threats.length).toBeGreaterThan(12)
})
