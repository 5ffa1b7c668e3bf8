import { databases } from './databases.ts'
import { sqliteBesideThread } from './sqlite-database.ts'
import type { Opened } from './test-database.ts'

interface Way {
  name: string
  openBound(): Promise<Opened>
}

/**
 * Every way to a database that serves or that tests go by: they are one port only as far as the same facts hold of each.
 * Most tests ask D1 over a socket, and what they show of it rests on this.
 */
export const everyWay: readonly Way[] = databases.flatMap((one): Way[] => {
  if (one.name === 'sqlite') return [one, sqliteBesideThread]
  return one.name === 'd1' ? [one, { name: 'd1 over a socket', openBound: one.open }] : [one]
})
