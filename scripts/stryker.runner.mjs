/**
 * Runs the tests of a part inside StrykerJS's own process. Starting Vitest for each change takes seconds and the tests of
 * the pure parts take milliseconds; here the packages stay loaded, and the engine and its tests are evaluated afresh for each
 * change, so that nothing a changed module prepared is left to the next.
 */
import { globSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { format } from 'node:util'
import { commonTokens, declareClassPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { DryRunStatus, determineHitLimitReached, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import { transformSync } from 'esbuild'
import fc from 'fast-check'
import { parts } from './stryker.config.mjs'

// A property that fails has been noticed: no need to find its smallest example, nor to try a hundred.
fc.configureGlobal({ numRuns: 5, endOnFailure: true })

/** What Vitest's `expect` asks of the worker that it thinks it runs in. */
globalThis.__vitest_worker__ = { config: { expect: {}, snapshotOptions: {} }, filepath: '', rpc: {} }
const { expect } = await import('vitest')

let collected = []
let names = []
const add = (name, run) => collected.push({ name: [...names, name].join(' '), run })
function group(name, body) {
  names.push(name)
  body()
  names.pop()
}
/** A row's name as Vitest writes it: `%s` in turn, `$key` of an object, the row's number after a name that comes again. */
const named = (template, row) =>
  format(
    template.replace(/\$(\w+)/g, (_, key) => row[0]?.[key]),
    ...row.slice(0, template.match(/%[sdifjoO]/g)?.length ?? 0),
  )
const each = (one) => (rows) => (name, body) => {
  for (const row of rows) {
    const given = Array.isArray(row) ? row : [row]
    one(named(name, given), () => body(...given))
  }
}
globalThis.__plainTests__ = {
  expect,
  test: Object.assign(add, { each: each(add) }),
  describe: Object.assign(group, { each: each(group) }),
}

const shim = `export const { expect, test, describe } = globalThis.__plainTests__; export const it = test
const none = () => {}; export { none as beforeEach, none as afterEach, none as beforeAll, none as afterAll }`
const compiled = new Map()
let round = 0

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'vitest' && context.parentURL?.includes('?round='))
      return { url: 'plain:vitest', shortCircuit: true }
    const found = next(specifier, context)
    const isOwn = found.url.startsWith('file:') && !found.url.includes('/node_modules/') && /\.tsx?$/.test(found.url)
    // What is changed and what tests it is evaluated afresh; what they build on never looks at either.
    const isFresh = /\/(src\/survey|test)\//.test(found.url)
    return isOwn ? { ...found, url: `${found.url}?round=${isFresh ? round : 0}`, shortCircuit: true } : found
  },
  load(url, context, next) {
    if (url === 'plain:vitest') return { format: 'module', source: shim, shortCircuit: true }
    if (!url.includes('?round=')) return next(url, context)
    const path = fileURLToPath(url.split('?')[0])
    if (!compiled.has(path)) compiled.set(path, compile(path))
    return { format: 'module', source: compiled.get(path), shortCircuit: true }
  },
})

function compile(path) {
  const loader = path.endsWith('x') ? 'tsx' : 'ts'
  return transformSync(readFileSync(path, 'utf8'), { loader, jsx: 'automatic', jsxImportSource: '#markup' }).code
}

class PlainRunner {
  static inject = [commonTokens.options]

  constructor(options) {
    this.bail = !options.disableBail
    this.space = globalThis.__stryker__ ??= {}
  }

  capabilities() {
    return { reloadEnvironment: true }
  }

  async dryRun({ coverageAnalysis }) {
    const { tests } = await this.#run(undefined, coverageAnalysis === 'perTest')
    const failed = tests.find(({ status }) => status === TestStatus.Failed)
    if (failed) return { status: DryRunStatus.Error, errorMessage: `${failed.name}: ${failed.failureMessage}` }
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.space.mutantCoverage }
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    this.space.hitCount = hitLimit === undefined ? undefined : 0
    this.space.hitLimit = hitLimit
    this.space.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined
    const result = await this.#run(testFilter, false, activeMutant.id)
    const endless = determineHitLimitReached(this.space.hitCount, hitLimit)
    this.space.activeMutant = undefined
    return toMutantRunResult(endless ?? result)
  }

  async #run(filter, cover, mutant) {
    collected = []
    names = []
    round += 1
    const all = []
    try {
      for (const file of globSync(parts[process.env.PART ?? 'money'].tests)) {
        collected = []
        await import(pathToFileURL(file).href)
        all.push(...collected.map((one) => ({ ...one, file, id: `${relative('.', file)}#${one.name}` })))
      }
    } catch (error) {
      if (mutant === undefined) throw error
      // A module that cannot even be loaded is noticed by every test.
      const failed = { id: 'load', name: 'load', timeSpentMs: 0, status: TestStatus.Failed, failureMessage: `${error}` }
      return { status: DryRunStatus.Complete, tests: [failed] }
    }
    if (mutant !== undefined) this.space.activeMutant = mutant
    const chosen = filter && new Set(filter)
    const tests = []
    for (const { id, name, file, run } of all) {
      if (chosen && !chosen.has(id)) continue
      if (cover) this.space.currentTestId = id
      const started = performance.now()
      const result = { id, name, fileName: file, status: TestStatus.Success }
      try {
        await run()
      } catch (error) {
        Object.assign(result, { status: TestStatus.Failed, failureMessage: `${error?.message ?? error}` })
      }
      this.space.currentTestId = undefined
      tests.push({ ...result, timeSpentMs: performance.now() - started })
      if (mutant !== undefined && this.bail && result.status === TestStatus.Failed) break
    }
    return { status: DryRunStatus.Complete, tests }
  }
}

/** How a question is drawn is nearly all markup, which the tests of pages look at: only what decides is changed. */
const markup = {
  shouldIgnore(path) {
    const isDrawn =
      path.isJSXElement() ||
      (path.isFunctionDeclaration() && /^[A-Z]/.test(path.node.id?.name ?? '')) ||
      (path.isObjectProperty() && path.node.key.name === 'draw')
    return isDrawn ? 'It draws.' : undefined
  },
}

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'plain', PlainRunner),
  declareValuePlugin(PluginKind.Ignore, 'markup', markup),
]
