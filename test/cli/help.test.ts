/** `--help`, asked of every command of package.json that runs a file. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDays } from '../../demo/opened.ts'
import { type Desk, roles } from '../../schema/tables.ts'
import { askedFor, usageIn } from '../../scripts/help.mjs'
import { leastDays } from '../../src/rewards/claims/erase.ts'
import { roleRules } from '../../src/staff/permissions/roles.ts'
import { root } from '../support/run/programs.ts'

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const words = Object.entries(scripts).map(
  ([name, line]) => [name, line, [...line.split(' '), '--help'].slice(1)] as const,
)
const ofFiles = words.flatMap(([name, , asked]) => {
  const file = askedFor(asked)
  return file === undefined ? [] : [[name, file] as const]
})

it('a command that is a tool of others has its own, and is the only thing that the line runs', () => {
  const files = new Set(ofFiles.map(([name]) => name))
  const others = words.filter(([name]) => !files.has(name))
  expect(others.map(([name]) => name).sort()).toEqual(
    ['dead-code', 'format', 'formatting', 'lint', 'prove:matrix', 'sbom', 'test', 'types'].sort(),
  )
  expect(words.filter(([, line]) => line.includes('&&')).map(([name]) => name)).toEqual(['dead-code'])
})

it.each(ofFiles)(
  'npm run %s: %s says how it is used, and a command of the service every option that it knows',
  (name, file) => {
    const source = readFileSync(join(root, file), 'utf8')
    const usage = usageIn(source)
    expect(usage).toMatch(new RegExp(`npm (run )?(--silent )?${name}`))
    // Nothing runs for it, so that what would be put in then would be missing.
    expect(usage).not.toMatch(/\*\/|^ ?\*|^import |\$\{|…/m)
    if (!/^(src|demo)/.test(file)) return
    const options = [...source.matchAll(/(?:^|[{,])\s*'?([a-z-]+)'?: \{ type: '/gm)].map(([, option]) => `--${option}`)
    expect(options.filter((option) => !usage.includes(option))).toEqual([])
  },
)

it('roles and days that it names are those that there are', () => {
  const usageOf = (file: string) => usageIn(readFileSync(join(root, file), 'utf8'))
  const [, answers, money] =
    /of answers \(([^)]*)\), of money \(([^)]*)\), or owner/.exec(usageOf('src/cli/sign-in.ts')) ?? []
  const at = (desk: Desk) => roles.filter((role) => roleRules[role].desk === desk).join(', ')
  expect([answers, money, 'owner']).toEqual([at('answers'), at('money'), at('neither')])
  expect(usageOf('src/cli/erase-payees.ts')).toContain(`; ${leastDays} at least`)
  expect(usageOf('demo/seed.ts')).toContain(`(${openDays}, or since`)
})

it('asked so, a command does nothing', () => {
  const out = execFileSync(process.execPath, ['scripts/run.mjs', 'src/cli/backup.ts', '--help'], { cwd: root })
  expect(String(out)).toBe(`${usageIn(readFileSync(join(root, 'src/cli/backup.ts'), 'utf8'))}\n`)
  expect(existsSync(join(root, '--help'))).toBe(false)
})
