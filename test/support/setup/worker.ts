import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { Miniflare } from 'miniflare'
import type { D1Binding } from '../../../src/platform/db/d1.ts'
import { door, doorBinding, doorWorker } from '../databases/d1-door.ts'

const run = promisify(execFile)

declare module 'vitest' {
  export interface ProvidedContext {
    /** The Worker as it is deployed, built once for the whole run. */
    worker: BuiltWorker
  }
}

export interface BuiltWorker {
  /** The modules, as Miniflare takes them. */
  manifest: { mainModule: string; modules: Record<string, { type: 'esm'; contents: string }> }
  compatibilityDate: string
  /** The text of every module. */
  code: string
  /** The files that its modules were made of, relative to the project. */
  sources: string[]
  /** What a start evaluates: the entry, and all that it imports without waiting. In bytes, and what gzip leaves. */
  start: Size
  /** All modules together, with those that are loaded when first asked for. */
  whole: Size
}

export interface Size {
  bytes: number
  gzipBytes: number
}

/**
 * Builds the Worker with `wrangler deploy --dry-run`: these are the very files that `npm run deploy` would put up.
 * Throws with what wrangler had to say when the Worker does not build.
 */
export async function buildWorker(): Promise<BuiltWorker> {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const out = mkdtempSync(join(tmpdir(), 'honorarium-worker-'))
  try {
    const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
    const env = { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG_PATH: join(out, 'log') }
    const building = run(process.execPath, [wrangler, 'deploy', '--dry-run', '--outdir', out], { cwd: root, env })
    building.child.stdin?.end()
    await building.catch(({ stdout, stderr }) => {
      throw new Error(`The Worker does not build.\n${stdout}\n${stderr}`)
    })
    const compatibilityDate = compatibilityDateOf(readFileSync(join(root, 'wrangler.toml'), 'utf8'))
    return { ...readWorker(out, compatibilityDate), sources: sourcesIn(join(root, 'dist/worker')) }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

/** What the source maps beside the modules say that these were made of. */
function sourcesIn(folder: string): string[] {
  const maps = readdirSync(folder).filter((file) => file.endsWith('.js.map'))
  const sources = maps.flatMap((file): string[] => JSON.parse(readFileSync(join(folder, file), 'utf8')).sources)
  return [...new Set(sources.map((source) => source.replace(/^(\.\.\/)+/, '')))].sort()
}

function readWorker(folder: string, compatibilityDate: string): Omit<BuiltWorker, 'sources'> {
  const modules: BuiltWorker['manifest']['modules'] = {}
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
    const contents = readFileSync(join(folder, name), 'utf8').replace(/^\/\/# sourceMappingURL=.*\n?/m, '')
    modules[name] = { type: 'esm', contents }
  }
  const textOf = (names: Iterable<string>): string =>
    Array.from(names, (name) => modules[name]?.contents ?? '').join('')
  const code = textOf(Object.keys(modules))
  return {
    manifest: { mainModule: 'worker.js', modules },
    compatibilityDate,
    code,
    start: sizeOf(textOf(imported(modules, 'worker.js'))),
    whole: sizeOf(code),
  }
}

/** The names of a module and of what it imports at once, and what these import. */
export function imported(modules: BuiltWorker['manifest']['modules'], main: string): Set<string> {
  const found = new Set([main])
  for (const name of found) {
    const froms = (modules[name]?.contents ?? '').matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+)"/g)
    for (const [, from = ''] of froms) if (from in modules) found.add(from)
  }
  return found
}

function sizeOf(text: string): Size {
  const bytes = Buffer.from(text)
  return { bytes: bytes.byteLength, gzipBytes: gzipSync(bytes).byteLength }
}

/** The id of the Worker's D1 inside Miniflare. */
const database = 'honorarium'

/**
 * Runs a built Worker in workerd, with an empty D1 as `DB` and the variables given; who starts it disposes of it.
 * `log` is handed every line that the Worker logs.
 */
export function startWorker(
  { manifest, compatibilityDate }: BuiltWorker,
  variables: Record<string, string> = {},
  log: (line: string) => void = () => undefined,
): Miniflare {
  const texts = Object.entries(variables).map(([name, value]) => [name, { type: 'text' as const, value }] as const)
  const env = { ...Object.fromEntries(texts), DB: { type: 'd1' as const, id: database } }
  return new Miniflare({
    telemetry: { enabled: false },
    handleStructuredLogs: ({ message }) => log(message),
    workers: [
      { config: { name: 'honorarium', compatibilityDate, manifest, env } },
      // The same D1, for the test itself: see `databaseOf`.
      doorWorker({ DB: database }),
    ],
  })
}

/** The binding of the Worker's D1, for the test beside it. */
export async function databaseOf(worker: Miniflare): Promise<D1Binding> {
  await worker.ready
  return doorBinding(await worker.unsafeGetDirectURL(door), 'DB')
}

function compatibilityDateOf(toml: string): string {
  const date = /^compatibility_date = "(.+)"$/m.exec(toml)?.[1]
  if (date === undefined) throw new Error('wrangler.toml has no compatibility_date.')
  return date
}
