/**
 * What production runs on Node: plain JavaScript with its source maps, the migrations and static files beside it, and the
 * package.json and lock of the few packages that it needs. The same sources always give the same bytes.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Metafile, type Plugin } from 'esbuild'
import { usageIn } from './help.mjs'
import { generated } from './messages.ts'
import { packageLicences } from './package-licences.ts'
import { type Lock, type Manifest, productionLock } from './production-lock.ts'
import { shortAsset } from './short-asset.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const outdir = `${root}dist/service`

interface Package {
  name: string
  version: string
  license: string
  scripts: Record<string, string>
  dependencies: Record<string, string>
}

/** Writes files of the project and is of no use without its sources. */
const needsSources = ['snapshot']
/** Loaded for `--where edge` alone, which is for a clone of the project; a built command says so. */
const onlyInClone = ['wrangler']
/**
 * Built into the files for what is used of them alone: loaded whole, as they are installed, they took 5 MiB of the memory of a
 * server and some 8 of a thread that writes a file. What they load themselves comes with them. They are among its packages
 * all the same, so that lists of what is in it name them.
 */
const builtIn = ['zod', '@hono/zod-validator', 'kysely', 'echarts']

/** The file that names all others, each with its checksum. */
export const sums = 'SHA256SUMS'

/** Every built file by its path in the folder, in order of path; the sources that went into it, and the packages. */
export async function buildService(): Promise<{
  files: Map<string, Uint8Array>
  sources: string[]
  packages: string[]
}> {
  const about = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Package
  const programs = programsOf(about)
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    outdir,
    write: false,
    metafile: true,
    entryPoints: {
      'on-node': 'src/entry/on-node.ts',
      // Started by its path, beside whatever it was cut into.
      'program/thread': 'src/entry/threads/thread.ts',
      'program/results-thread': 'src/entry/results/results-thread.ts',
      'program/file-process': 'src/entry/stores/file-process.ts',
      'program/migration-process': 'src/entry/stores/migration-process.ts',
      'program/writer-thread': 'src/entry/stores/writer-thread.ts',
      ...Object.fromEntries(programs.map(([name, file]) => [`program/${name}`, file])),
    },
    chunkNames: 'program/shared-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: [...Object.keys(about.dependencies).filter((name) => !builtIn.includes(name)), ...onlyInClone],
    sourcemap: true,
    sourcesContent: false,
    // See `asAscii`.
    charset: 'ascii',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: '#markup',
    plugins: [compiledMessages()],
  })
  const manifest = manifestOf(about, programs)
  const lock = productionLock(JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8')) as Lock, manifest)
  refuseStrangers(metafile, about, lock)
  const files = new Map<string, Uint8Array>(
    outputFiles.map(({ path, contents, text }) => [
      path.slice(outdir.length + 1).replaceAll('\\', '/'),
      path.endsWith('.js') ? Buffer.from(asAscii(text)) : contents,
    ]),
  )
  const add = (path: string, contents: Uint8Array | string) => files.set(path, Buffer.from(contents))
  for (const program of programs) add(`${program[0]}.js`, launcher(program))
  for (const name of readdirSync(`${root}migrations`))
    add(`migrations/${name}`, readFileSync(`${root}migrations/${name}`))
  const assets = `${root}src/platform/http/assets/`
  for (const name of readdirSync(assets, { recursive: true, encoding: 'utf8' }))
    if (/\.(css|js)$/.test(name)) add(`assets/${name}`, shortAsset(assets + name))
  add('LICENSE', readFileSync(`${root}LICENSE`))
  add('LICENSES-OF-PACKAGES.txt', packageLicences(root, Object.keys(metafile.inputs)))
  add('package.json', asJson(manifest))
  add('package-lock.json', asJson(lock))
  const inOrder = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    files: new Map([...inOrder, [sums, Buffer.from(sumsOf(inOrder))]]),
    sources: Object.keys(metafile.inputs).filter((path) => packageOf(path) === undefined),
    packages: [...new Set(Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []))].sort(),
  }
}

/**
 * A file with one character beyond Latin-1 takes two bytes of memory for each of its characters, and one of more than a megabyte
 * with any beyond ASCII. esbuild writes them as escapes, but in regular expressions, where these mean the same.
 */
const asAscii = (code: string) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** As `sha256sum -c` reads them: what a release was made of can be checked wherever it has come to. */
function sumsOf(files: readonly (readonly [path: string, contents: Uint8Array])[]): string {
  return files.map(([path, contents]) => `${createHash('sha256').update(contents).digest('hex')}  ${path}\n`).join('')
}

/** The server, and each command that is an npm script, by name and file. */
function programsOf({ scripts }: Package): [name: string, file: string][] {
  const commands = Object.entries(scripts).flatMap(([name, command]): [string, string][] => {
    const file = /^node scripts\/run\.mjs (src\/cli\/\S+\.ts)$/.exec(command)?.[1]
    return file === undefined || needsSources.includes(name) ? [] : [[name, file]]
  })
  return [['start', 'src/entry/node.ts'], ...commands]
}

/** Starts a program, once the machine's Node is known to do; a command that is asked for `--help` says how it is used instead. */
function launcher([name, file]: readonly [name: string, file: string]): string {
  const start = `import('./program/${name}.js')`
  if (name === 'start') return `import './on-node.js'\n${start}\n`
  const usage = asAscii(JSON.stringify(usageIn(readFileSync(`${root}${file}`, 'utf8'))))
  return `import './on-node.js'\nif (process.argv.includes('--help')) console.log(${usage})\nelse ${start}\n`
}

function manifestOf(
  { name, version, license, dependencies }: Package,
  programs: readonly (readonly [string, string])[],
): Manifest & Record<string, unknown> {
  return {
    name,
    version,
    license,
    private: true,
    type: 'module',
    engines: { node: '>=22' },
    scripts: Object.fromEntries(programs.map(([program]) => [program, `node ${program}.js`])),
    dependencies,
  }
}

/** The words as the catalogue has them now, whether or not `npm run messages` was run since. */
function compiledMessages(): Plugin {
  const { files, problems } = generated()
  if (problems.length > 0) throw new Error(problems.join('\n'))
  return {
    name: 'messages are compiled',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]messages[\\/]generated[\\/].+\.ts$/ }, ({ path }) => {
        const name = path.replaceAll('\\', '/').replace(/^.*\/messages\/generated\//, '')
        const contents = files.get(name)
        return contents === undefined ? undefined : { contents, loader: 'ts' }
      })
    },
  }
}

/** @throws Error when what was built needs a package that is no dependency, or holds what is not of the service */
function refuseStrangers({ inputs, outputs }: Metafile, { dependencies }: Package, lock: Lock): void {
  const packages = Object.values(outputs).flatMap(({ imports }) =>
    imports.flatMap(({ path, external }) => (external && !path.startsWith('node:') ? [nameOf(path)] : [])),
  )
  const unknown = packages.filter((name) => !(name in dependencies) && !onlyInClone.includes(name))
  const sources = Object.keys(inputs).filter((path) => {
    const name = packageOf(path)
    return name === undefined ? !/^(src|schema|messages)\//.test(path) : !(`node_modules/${name}` in lock.packages)
  })
  if (unknown.length + sources.length > 0) {
    throw new Error(`Not of the service: ${[...new Set([...unknown, ...sources])].join(', ')}.`)
  }
}

/** The package that a source is of, with those that it brings for itself alone; undefined for one of the project. */
const packageOf = (path: string) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]

/** The package of an import: `hono` of `hono/utils/html`, `@noble/hashes` of `@noble/hashes/hmac.js`. */
function nameOf(path: string): string {
  return path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
