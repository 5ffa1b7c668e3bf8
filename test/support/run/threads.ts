/** Threads of the service from bundles: one that starts from its sources compiles and loads hundreds of modules. */
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import workerThreads, { type WorkerOptions } from 'node:worker_threads'
import { afterAll, beforeAll } from 'vitest'
import { bundleOf, root } from './programs.ts'

/** Whatever the tests of this file start of these programs, such as `src/entry/threads/thread.ts`, comes from a bundle. */
export function threadsFromBundles(...files: string[]): void {
  const { Worker } = workerThreads
  beforeAll(async () => {
    const made = files.map(async (file) => [pathToFileURL(join(root, file)).href, await bundleOf(file)] as const)
    const bundles = new Map(await Promise.all(made))
    use(
      class extends Worker {
        constructor(program: string | URL, options: WorkerOptions) {
          const bundle = bundles.get(String(program))
          super(bundle ?? program, bundle === undefined ? options : { ...options, execArgv: [] })
        }
      },
    )
  })
  afterAll(() => use(Worker))
}

/** Whoever has imported the class by its name finds this one from now on. */
function use(one: typeof workerThreads.Worker): void {
  workerThreads.Worker = one
  syncBuiltinESMExports()
}
