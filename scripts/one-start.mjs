// Puts what the Worker's start evaluates into one module. esbuild splits it into some eighty, one for each set of
// modules that share it, and the runtime would find, read and link every one of them before the first request.
import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

const start = 'start.js'

/**
 * @param metafile what esbuild says of the modules that it wrote into `outdir`
 * @param outdir where they are, and where the fewer ones then are in their place: `worker.js`, `start.js`, and what is loaded later
 * @param options what every build of the Worker takes
 */
export async function oneStart(metafile, outdir, options) {
  const outputs = new Map(
    Object.entries(metafile.outputs)
      .filter(([path]) => path.endsWith('.js'))
      .map(([path, output]) => [basename(path), output]),
  )
  const atStart = importedAtOnce(outputs, 'worker.js')
  const later = [...outputs.keys()].filter((name) => !atStart.has(name))
  const exported = exportedNames(outputs, atStart)

  await build({
    ...options,
    stdin: {
      contents: [
        `export { default } from './worker.js'`,
        ...[...exported].map(([name, names]) => `export { ${list(names)} } from './${name}'`),
      ].join('\n'),
      resolveDir: outdir,
    },
    outfile: join(outdir, start),
    plugins: [{ name: 'what is loaded later stays beside', setup: besides(atStart) }],
  })
  await build({
    ...options,
    entryPoints: later.map((name) => join(outdir, name)),
    outdir,
    allowOverwrite: true,
    logOverride: { 'ignored-bare-import': 'silent' },
    plugins: [{ name: 'what the start has is taken from it', setup: fromStart(atStart, exported) }],
  })
  for (const name of atStart) for (const file of [name, `${name}.map`]) rmSync(join(outdir, file), { force: true })
  await build({
    ...options,
    // The runtime takes the entry's names for handlers, so that it has no other than the default.
    stdin: { contents: `export { default } from './${start}'`, resolveDir: outdir },
    outfile: join(outdir, 'worker.js'),
    external: [`./${start}`],
    sourcemap: false,
  })
}

/** The names of a module and of what it imports without waiting, and what these import. */
function importedAtOnce(outputs, main) {
  const found = new Set([main])
  for (const name of found)
    for (const { path, kind, external } of outputs.get(name).imports)
      if (kind === 'import-statement' && !external) found.add(basename(path))
  return found
}

/** For each module of the start: what it exports, and how the whole start calls that, since eighty modules have one `a` each. */
function exportedNames(outputs, atStart) {
  const names = new Map()
  let n = 0
  for (const name of atStart)
    if (name !== 'worker.js')
      names.set(
        name,
        outputs.get(name).exports.map((one) => [one, `_${(n++).toString(36)}`]),
      )
  return names
}

const list = (names) => names.map(([one, as]) => `${one} as ${as}`).join(', ')

function besides(atStart) {
  return ({ onResolve }) => {
    onResolve({ filter: /^\.\// }, ({ path }) => (atStart.has(basename(path)) ? undefined : { path, external: true }))
  }
}

function fromStart(atStart, exported) {
  return ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\// }, ({ path, kind }) => {
      if (kind === 'entry-point') return
      return atStart.has(basename(path)) && exported.has(basename(path))
        ? { path: basename(path), namespace: 'start', sideEffects: false }
        : { path, external: true }
    })
    onLoad({ filter: /./, namespace: 'start' }, ({ path }) => ({
      contents: `export { ${exported
        .get(path)
        .map(([one, as]) => `${as} as ${one}`)
        .join(', ')} } from './${start}'`,
    }))
  }
}
