/** The project's own programs, bundled: started through tsx each reads hundreds of files, which takes seconds. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { programDirectory } from './memory.ts'

export const root = fileURLToPath(new URL('../../..', import.meta.url))
const require = createRequire(import.meta.url)
const built = new Map<string, Promise<string>>()

/** The bundle of this file of the project, such as `src/cli/audit.ts`, made when it is first asked for. */
export function bundleOf(file: string): Promise<string> {
  const known = built.get(file)
  if (known !== undefined) return known
  const made = makeBundle(file)
  built.set(file, made)
  return made
}

/**
 * The workers of one run of the tests share what is made. Two that ask at the same moment both make it, and either's is
 * right: it is moved into its place whole.
 */
async function makeBundle(file: string): Promise<string> {
  const folder = programDirectory()
  const name = file.replace(/\W+/g, '-')
  const [outfile, sources] = [join(folder, `${name}.mjs`), join(folder, `${name}.json`)]
  if (existsSync(sources) && isNewerThanAll(outfile, JSON.parse(readFileSync(sources, 'utf8')))) return outfile
  const plugins = [whereItStands, leftOutside]
  const common = { bundle: true, platform: 'node', format: 'esm', metafile: true, write: false } as const
  const began = new Date()
  const { outputFiles, metafile } = await build({
    ...common,
    absWorkingDir: root,
    entryPoints: [join(root, file)],
    outfile,
    plugins,
  })
  moveInto(outfile, outputFiles[0]?.contents ?? '', began)
  moveInto(sources, JSON.stringify(Object.keys(metafile.inputs)), began)
  return outfile
}

/** Somebody who watches the tests changes sources in the middle of a run. */
function isNewerThanAll(made: string, sources: string[]): boolean {
  const { mtimeMs } = statSync(made)
  return sources.every(
    (source) => (statSync(join(root, source), { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < mtimeMs,
  )
}

/** A file is there whole or not at all; it counts as made when the making of it began. */
function moveInto(path: string, contents: string | Uint8Array, at: Date): void {
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
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const file = /^node scripts\/run\.mjs (\S+\.ts)$/.exec(scripts[name] ?? '')?.[1]
  if (file === undefined) throw new Error(`npm run ${name} starts no program of ours: ${scripts[name]}`)
  return file
}
