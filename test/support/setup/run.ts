/** Vitest's global setup of every project: what the run keeps in memory goes with it. */
import { removeDatabases } from '../run/memory.ts'

export function setup(): void {}

export function teardown(): void {
  removeDatabases()
}
