/** Vitest's global setup of every project: its workers share what they build, and what the run keeps in memory goes with it. */
import { removeDatabases, sharePrograms } from '../run/memory.ts'

export function setup(): void {
  sharePrograms()
}

export function teardown(): void {
  removeDatabases()
}
