/**
 * The house rules that a program can check. Each says, when it is broken, what to do instead. When a rule stands in the
 * way of something better, change the rule here, in the same commit, and say why.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { missingFromLock } from '../scripts/missing-from-lock.ts'
import { deadLinks, type Import, importsOf, root, textFiles, withoutComments } from './support/tree.ts'

/** The folders of src that tell the story. Each may use those to its left, never those to its right. */
const features = [
  'ledger', // every movement of money, and the audit trail, which all the others write to
  'staff',
  'proposals', // what takes two people
  'calendar', // which days are open
  'studies',
  'respondents',
  'networks',
  'leases',
  'vouchers',
  'payees', // the channels, what each needs, and keeping it secret
  'claims',
  'endings', // holding, releasing, voiding, reissuing, and time running out
  'payouts', // batches, attempts, and what providers say
  'statements', // what providers and banks say has moved, as files
  'reconciling', // importing those files, matching them with payouts, and what does not fit
  'books', // whether all of it holds, and the export that proves it
  'reports', // what is signed of a day, a month, a study, and what the public may see
  'answers',
  'student', // the student's pages, made of all the above
  'admin',
  'finance',
]

/** What each part of the tree may use, besides itself and packages. */
const ground = ['schema', 'src/ports.ts', 'src/db/together.ts']
const mayUse: Record<string, readonly string[]> = {
  schema: [],
  'src/questionnaire': ['schema'],
  'src/config.ts': [],
  'src/ports.ts': ['schema', 'src/db/together.ts'],
  'src/db': ground,
  'src/outside': [...ground, 'src/config.ts'],
  // One folder a provider: the client, and a fake server that speaks the same wire format.
  'src/providers': [...ground, 'src/config.ts'],
  'src/web': [...ground, 'src/questionnaire'],
  // The whole service, and its halves: the Worker loads the house's only when staff or the clock ask for it.
  'src/app.ts': [...ground, 'src/frame.ts', 'src/house.ts', 'src/students.ts', 'src/sweep.ts'],
  'src/frame.ts': [...ground, 'src/payouts', 'src/web'],
  'src/students.ts': [...ground, 'src/student'],
  'src/house.ts': [...ground, 'src/admin', 'src/finance', 'src/staff', 'src/sweep.ts'],
  'src/house-paths.ts': [],
  'src/sweep.ts': [...ground, ...features.map((name) => `src/${name}`)],
  ...Object.fromEntries(
    features.map((name, i) => [
      `src/${name}`,
      [...ground, 'src/questionnaire', 'src/web', ...features.slice(0, i).map((left) => `src/${left}`)],
    ]),
  ),
}

/** Two that share no id, no order and no table row: what a student said, and where the money goes. */
const apart = [
  ['src/admin/', 'src/finance/'],
  ['src/finance/', 'src/admin/'],
  ['src/finance/', 'src/answers/'],
] as const

const files = textFiles()
const code = files.filter(({ path }) => /^(src|schema)\/.*\.tsx?$/.test(path))
const imports = code.flatMap(importsOf).filter(({ to }) => /^(src|schema)\//.test(to))
const mayTouchTheWorld = /^src\/(entry|cli|outside|db)\//
const pickers = /^src\/(entry|cli|outside|db|providers)\//

describe('directions', () => {
  test('a part of the tree uses only what lies below or to the left of it', () => {
    const broken = imports.filter(({ from, to }) => {
      const part = partOf(from)
      return part !== 'free' && partOf(to) !== part && !allowed(part).some((name) => isIn(to, name))
    })
    expect(
      broken.map(said),
      'move what both need to the left, or pass it in; the order stands in tidy.test.ts',
    ).toEqual([])
  })

  test('every folder of src has its place in the order', () => {
    const unknown = code.filter(({ path }) => partOf(path) !== 'free' && mayUse[partOf(path)] === undefined)
    expect(
      unknown.map(({ path }) => path),
      'add the folder to the lists on top of tidy.test.ts',
    ).toEqual([])
  })

  test('only an entry or a command picks an adapter', () => {
    const adapters = /^src\/(outside\/|providers\/|db\/(?!together\.ts))/
    const broken = imports.filter(({ from, to }) => adapters.test(to) && !pickers.test(from))
    expect(broken.map(said), 'take it from the ports instead').toEqual([])
  })

  test('a store only reads and describes writes', () => {
    const broken = imports.filter(
      ({ from, to, typeOnly }) => !typeOnly && /\/store\.ts$/.test(from) && /(actions|routes|pages?)\.tsx?$/.test(to),
    )
    expect(broken.map(said), 'let the action call the store, not the store the action').toEqual([])
  })

  test('a page shows what it is given', () => {
    const broken = imports.filter(
      ({ from, to, typeOnly }) => !typeOnly && /pages?\.tsx$/.test(from) && /(store|actions|routes)\.tsx?$/.test(to),
    )
    expect(broken.map(said), 'read it in the route and hand it to the page').toEqual([])
  })

  test('only its holder can say where a voucher’s money goes', () => {
    const holders = imports.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly &&
        to === 'src/claims/claim.ts' &&
        !/^src\/(student\/|cli\/simulation\/|cli\/seed-payments\.ts$)/.test(from),
    )
    const writers = code.flatMap(({ path, text }) =>
      /^src\/(claims\/(claim|store)|payees\/seal)\.ts$/.test(path)
        ? []
        : linesWith(path, text, /\b(addClaim|sealPayee)\b|insertInto\('claims'\)|insertMany\(\s*'claims'/),
    )
    expect([...holders.map(said), ...writers], 'staff never write a payee: lead the holder to their own page').toEqual(
      [],
    )
  })

  test('what a student said and where the money goes stay apart', () => {
    const broken = imports.filter(({ from, to }) =>
      apart.some(([one, other]) => from.startsWith(one) && to.startsWith(other)),
    )
    expect(broken.map(said), 'admin and finance share nothing of one respondent').toEqual([])
  })
})

describe('the world comes in as arguments', () => {
  const inside = code.filter(({ path }) => path.startsWith('schema/') || !mayTouchTheWorld.test(path))

  test.each([
    { what: 'the time', pattern: /\bDate\.now\b|\bnew Date\(\)/, instead: 'take ports.clock.now()' },
    { what: 'chance', pattern: /\bMath\.random\b/, instead: 'take ports.ids.random(), or a seed' },
    { what: 'ids', pattern: /\bcrypto\.(randomUUID|getRandomValues)\b|\bnanoid\b/, instead: 'take ports.ids.next()' },
    { what: 'the environment', pattern: /\bprocess\.\w/, instead: 'read it in an entry and pass it in' },
    { what: 'Node', pattern: /'node:|\bBuffer\./, instead: 'use what the web platform has: the Worker has no more' },
  ])('$what: only entries, commands and adapters touch it', ({ pattern, instead }) => {
    const broken = inside.flatMap(({ path, text }) => linesWith(path, withoutComments(text), pattern))
    expect(broken, instead).toEqual([])
  })
})

describe('files', () => {
  test('zod comes without its fifty languages', () => {
    const broken = code.flatMap(({ path, text }) => linesWith(path, text, /^import \{.* from 'zod'/))
    expect(broken, "write import * as z from 'zod': the Worker is 63 KiB smaller after gzip").toEqual([])
  })

  // Written apart, so that this file keeps its own rule.
  const leftovers = new RegExp(
    `\\b(${['FIX', 'TO', 'XX'].map((word, i) => word + ['ME', 'DO', 'X'][i]).join('|')})\\b|` +
      `@ts-(${'ignore'}|${'nocheck'})|\\b(test|it|describe|suite)\\.(${['on' + 'ly', 'sk' + 'ip', 'to' + 'do'].join('|')}|skipIf|runIf)\\b`,
  )

  test('no loose ends are left behind', () => {
    const broken = files.flatMap(({ path, text }) => linesWith(path, text, leftovers))
    expect(broken, 'finish it, or write an issue; a test runs or goes').toEqual([])
  })

  test('a file fits in the head', () => {
    // Words and tables are data; the style sheet is served as the one file that it is.
    const data = /^schema\/(study-abroad\/|schema\.sql$)|\.css$/
    const long = files
      .filter(({ path }) => /^(src|schema)\//.test(path) && !data.test(path))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300)
    expect(long, 'split it by idea: most files are under 150 lines, none over 300').toEqual([])
  })

  test('no path of one machine stands in a file', () => {
    const machine = new RegExp(`(^|[\\s"'\`(=:])/(${['work', 'home', 'Users', 'root', 'tmp'].join('|')})/[\\w.-]`)
    const broken = files.flatMap(({ path, text }) => linesWith(path, text, machine))
    expect(broken, 'make it relative, or ask the system (os.tmpdir())').toEqual([])
  })

  test('every text file ends with one newline', () => {
    const broken = files.filter(({ text }) => text !== '' && !/[^\n]\n$/.test(text)).map(({ path }) => path)
    expect(broken, 'npm run format does it for code').toEqual([])
  })

  test('every link within the documents leads somewhere', () => {
    const pages = files.filter(({ path }) => /^([^/]+|docs\/.*)\.md$/.test(path))
    const dead = pages.flatMap((page) => deadLinks(page).map(({ line, to }) => `${page.path}:${line} ${to}`))
    expect(dead, 'mend the link or write the page').toEqual([])
  })
})

describe('installing', () => {
  const read = (path: string) => JSON.parse(readFileSync(root + path, 'utf8'))
  const { scripts, devDependencies } = read('package.json')

  test('package-lock.json knows the packages of every platform', () => {
    const missing = missingFromLock(read('package-lock.json')).map(({ name }) => name)
    expect(missing, 'npm ci would refuse it: run `npm run lock`').toEqual([])
  })

  test('every npm script installs what is missing first', () => {
    const names = Object.keys(scripts).filter((name) => !name.startsWith('pre') && name !== 'lock')
    const without = names.filter((name) => scripts[`pre${name}`] !== 'node scripts/install.mjs')
    expect(without, 'add "preNAME": "node scripts/install.mjs"').toEqual([])
  })

  test('.node-version names the Node that the scripts run on', () => {
    expect(readFileSync(`${root}.node-version`, 'utf8').trim()).toBe(devDependencies.node)
  })
})

/** The part of the tree that a file belongs to: a folder or a file right under src, or schema. Entries and commands are free. */
function partOf(path: string): string {
  if (/^src\/(entry|cli)\//.test(path)) return 'free'
  const [top = '', second = ''] = path.split('/')
  return top === 'src' ? `${top}/${second}` : top
}

function allowed(part: string): readonly string[] {
  return mayUse[part] ?? []
}

function isIn(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}/`)
}

function said({ from, line, to }: Import): string {
  return `${from}:${line} uses ${to}`
}

function linesWith(path: string, text: string, pattern: RegExp): string[] {
  return text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : []))
}
