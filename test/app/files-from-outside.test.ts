/** What reads files from outside, with its limits and where it is done: the list in docs/operations.md has all of it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { jobs } from '../../src/app/jobs.ts'
import * as limits from '../../src/platform/files/limits.ts'
import { importsOf, textFiles } from '../support/house/tree.ts'

const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
const section = /## Files from outside\n([\s\S]*?)\n## /.exec(page)?.[1] ?? ''
const limitOf = new Map<string, number>(Object.entries(limits))
const source = textFiles().filter(({ path }) => /^src\/.*\.tsx?$/.test(path))

/** The files of the source that load one of these, whatever they are themselves. */
const loading = (what: RegExp, apart: RegExp) =>
  source
    .filter(({ path }) => !apart.test(path))
    .filter((file) => importsOf(file).some(({ to, typeOnly }) => !typeOnly && what.test(to)))
    .map(({ path }) => path)
    .sort()

describe('the list of what reads files', () => {
  it('names each job that is offloaded, and nothing that is none', () => {
    const named = [...section.matchAll(/`([a-z ZIP]+)` job/g)].map(([, name]) => name)
    expect([...new Set(named)].sort()).toEqual([...jobs.keys()].sort())
  })

  it('names limits that there are, as they are', () => {
    for (const [, name = '', said = ''] of section.matchAll(/`(\w+)` \(([\d,]+)\)/g)) {
      expect([name, limitOf.get(name)]).toEqual([name, Number(said.replaceAll(',', ''))])
    }
    expect(section.match(/`\w+` \([\d,]+\)/g)?.length).toBeGreaterThan(10)
  })
})

describe('readers of files are loaded', () => {
  it.each<[string, RegExp, RegExp, string[]]>([
    [
      'by jobs, and by what those are made of',
      /^src\/(platform\/files\/(csv-read|workbook|xlsx-read|xlsx-text|html\/table-text|xml\/read|zip|inflate)|reconciliation\/formats\/(open-file|read|csv\/(sniff-csv|preview)))\.ts$/,
      /^src\/(platform\/files|reconciliation\/formats)\//,
      [
        'src/reconciliation/statements/account.ts',
        'src/reconciliation/statements/several/inspect-file.ts',
        'src/rewards/payment-files/results-pain002.ts',
        'src/rewards/payment-files/results-table.ts',
        'src/survey/insights/weights/upload.ts',
        'src/survey/questionnaire/xlsform/xlsform.ts',
      ],
    ],
    [
      'from forms by the pages that take files',
      /^src\/platform\/http\/upload\.ts$/,
      /^$/,
      [
        'src/journey/lifecycle/permit/routes.tsx',
        'src/journey/setup/routes.tsx',
        'src/reconciliation/statements/routes.tsx',
        'src/rewards/payment-files/routes.ts',
        'src/survey/drafts/pages/upload-routes.tsx',
        'src/survey/insights/weights/routes.tsx',
      ],
    ],
  ])('%s', (_what, which, apart, expected) => {
    expect(loading(which, apart)).toEqual(expected)
  })

  it('and large bodies are let in by the same pages alone', () => {
    const limiting = source.filter(({ text }) => /hono\/body-limit|\blimitedTo\b/.test(text)).map(({ path }) => path)
    expect(limiting.sort()).toEqual([
      'src/journey/lifecycle/permit/routes.tsx',
      'src/journey/setup/routes.tsx',
      'src/platform/http/safety.ts',
      'src/reconciliation/statements/routes.tsx',
      'src/rewards/payment-files/routes.ts',
      'src/survey/drafts/pages/upload-routes.tsx',
      'src/survey/insights/weights/routes.tsx',
    ])
  })
})
