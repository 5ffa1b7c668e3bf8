/** The project's own programs, bundled: started through tsx each reads hundreds of files, which takes seconds. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { ownDirectory } from './memory.ts'

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

async function makeBundle(file: string): Promise<string> {
  const outfile = join(ownDirectory(), `${file.replace(/\W+/g, '-')}.mjs`)
  const plugins = [whereItStands, leftOutside]
  const common = { bundle: true, platform: 'node', format: 'esm' } as const
  await build({ ...common, entryPoints: [join(root, file)], outfile, plugins })
  return outfile
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

/** Runs `npm run NAME`'s program with nothing but this environment, and waits for its end. */
export async function runCommand(
  name: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number; out: string; err: string }> {
  const bundle = await bundleOf(fileOf(name))
  const options = { cwd: root, env: { PATH: process.env.PATH, ...env } }
  return new Promise((resolve) => {
    execFile(process.execPath, [bundle, ...args], options, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err })
    })
  })
}

/** Which file the npm script of this name starts, and nothing else. */
function fileOf(name: string): string {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const file = /^node scripts\/run\.mjs (\S+\.ts)$/.exec(scripts[name] ?? '')?.[1]
  if (file === undefined) throw new Error(`npm run ${name} starts no program of ours: ${scripts[name]}`)
  return file
}
