import { readdirSync, readFileSync } from 'node:fs'
import { migrationsFolder } from '../adapters/program-folder.ts'
import type { Migration } from './migrations.ts'

/**
 * The migrations in `directory`, in the order of their numbers.
 * @throws Error when a file's name has no number of four digits, or two share one
 */
export function migrationFiles(directory: string = migrationsFolder): Migration[] {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  names.forEach((name, i) => {
    const number = String(i + 1).padStart(4, '0')
    if (!name.startsWith(`${number}_`)) throw new Error(`Expected the migration ${number}_… and found ${name}`)
  })
  return names.map((name) => ({ name, script: readFileSync(`${directory}/${name}`, 'utf8') }))
}
