/** The project's own programs, bundled: started through tsx each reads hundreds of files, which takes seconds. */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { programDirectory } from './memory.ts'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
const require = createRequire(import.meta.url)
const built = new Map<string, Promise<Map<string, string>>>()

/** The bundle of this file of the project, such as `src/cli/audit.ts`, made when it is first asked for. */
export async function bundleOf(file: string): Promise<string> {
  const together = commands().includes(file) ? commands() : [file]
  const name = together === allCommands ? 'commands' : file.replace(/\W+/g, '-')
  const made = built.get(name) ?? makeBundles(name, together)
  built.set(name, made)
  return (await made).get(file) as string
}

let allCommands: readonly string[] | undefined

/** Every program of an npm script that lies in `src/cli`: bundled together, they take a fifth of what they do one by one. */
function commands(): readonly string[] {
  allCommands ??= [...new Set(Object.values(scripts()).flatMap((script) => /\bsrc\/cli\/\S+\.ts/.exec(script) ?? []))]
  return allCommands
}

interface BundleList {
  /** Each program with its bundle. */
  bundles: [file: string, bundle: string][]
  sources: string[]
}

/**
 * The workers of one run of the tests share what is made. Two that ask at the same moment both make it, each in a folder of
 * its own, and either's is right.
 */
async function makeBundles(name: string, files: readonly string[]): Promise<Map<string, string>> {
  const list = join(programDirectory(), `${name}.json`)
  if (existsSync(list)) {
    const { bundles, sources } = JSON.parse(readFileSync(list, 'utf8')) as BundleList
    if (isNewerThanAll(list, sources)) return new Map(bundles)
  }
  const outdir = mkdtempSync(join(programDirectory(), `${name}-`))
  const began = new Date()
  const { metafile } = await build({
    bundle: true,
    platform: 'node',
    format: 'esm',
    metafile: true,
    absWorkingDir: root,
    entryPoints: files.map((file) => join(root, file)),
    outbase: root,
    outdir,
    outExtension: { '.js': '.mjs' },
    // A program that is alone is one file: it starts a little sooner than from hundreds.
    splitting: files.length > 1,
    plugins: [whereItStands, leftOutside],
  })
  const bundles = files.map((file): [string, string] => [file, join(outdir, file.replace(/\.\w+$/, '.mjs'))])
  moveInto(list, JSON.stringify({ bundles, sources: Object.keys(metafile.inputs) } satisfies BundleList), began)
  return new Map(bundles)
}

/** Somebody who watches the tests changes sources in the middle of a run. */
function isNewerThanAll(made: string, sources: string[]): boolean {
  const { mtimeMs } = statSync(made)
  return sources.every(
    (source) => (statSync(join(root, source), { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < mtimeMs,
  )
}

/** A file is there whole or not at all; it counts as made when the making of it began. */
function moveInto(path: string, contents: string, at: Date): void {
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, contents)
  utimesSync(beside, at, at)
  renameSync(beside, path)
}

/** A file that looks for others beside itself finds them, although the bundle lies elsewhere. */
const whereItStands: Plugin = {
  name: 'where it stands',
  setup({ onLoad }) {
    onLoad({ filter: /\/(src|demo|schema|scripts|simulation)\/.*\.(ts|mjs)$/ }, ({ path }) => {
      if (path.includes('/node_modules/')) return undefined
      const text = readFileSync(path, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' }
    })
  },
}

/** What is not of the kind of modules that a bundle is, or large. */
const leftOutside: Plugin = {
  name: 'left outside',
  setup({ onResolve }) {
    onResolve({ filter: /^(better-sqlite3|pg|wrangler)$/ }, ({ path }) => ({
      path: pathToFileURL(require.resolve(path)).href,
      external: true,
    }))
  },
}

/** How a command ended, and what it said. */
export interface Ended {
  code: number
  out: string
  err: string
}

/** Runs `npm run NAME`'s program with nothing but this environment, and waits for its end. */
export async function runCommand(name: string, args: readonly string[], env: Record<string, string>): Promise<Ended> {
  const bundle = await bundleOf(fileOf(name))
  // Longer than any test waits: what does not end by itself is not left behind.
  const options = { cwd: root, env: { PATH: process.env.PATH, ...env }, timeout: 300_000 }
  return new Promise((resolve) => {
    execFile(process.execPath, [bundle, ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err })
    })
  })
}

/** Which file the npm script of this name starts, and nothing else. */
export function fileOf(name: string): string {
  const script = scripts()[name]
  const file = /^node scripts\/run\.mjs (\S+\.ts)$/.exec(script ?? '')?.[1]
  if (file === undefined) throw new Error(`npm run ${name} starts no program of ours: ${script}`)
  return file
}

function scripts(): Record<string, string> {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
}
