/** Vitest's global setup of the tests with services: those that a run's files need are there before the first of them. */
import type { TestProject } from 'vitest/node'
import { findBrowserAndFont } from './browser.ts'
import { type Kind, kindOf, kinds } from './kinds.ts'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the run's Postgres; whoever asks makes a database of their own in it. */
    postgresUrl: string
  }
}

let stopPostgres: (() => Promise<void>) | undefined

export async function setup(project: TestProject): Promise<void> {
  const asked = project.vitest.state.getPaths().map(kindOf)
  // Whoever watches may ask for other files later.
  const needed = new Set<Kind>(project.config.watch ? kinds : asked)
  await Promise.all([
    needed.has('browser') && findBrowserAndFont(),
    needed.has('databases') && givePostgres(project),
    needed.has('edge') && giveWorker(project),
  ])
}

export async function teardown(): Promise<void> {
  await stopPostgres?.()
}

async function givePostgres(project: TestProject): Promise<void> {
  const { url, stop } = await startPostgres()
  stopPostgres = stop
  project.provide('postgresUrl', url)
}

async function giveWorker(project: TestProject): Promise<void> {
  const { buildWorker } = await import('./worker.ts')
  project.provide('worker', await buildWorker())
}
