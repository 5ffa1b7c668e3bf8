/**
 * Writes what follows from the migrations: `schema/schema.sql`, the whole schema on one page, and
 * `schema/needed-rows.ts`, how many rows each table has from its first day. Run it after a new migration: `npm run snapshot`.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrationFiles } from '../platform/db/migration-files.ts'
import { neededRowsPage } from '../platform/db/needed-rows-page.ts'
import { schemaPage } from '../platform/db/schema-page.ts'

const pathOf = (name: string) => fileURLToPath(new URL(`../../schema/${name}`, import.meta.url))
writeFileSync(pathOf('schema.sql'), await schemaPage(migrationFiles()))
writeFileSync(pathOf('needed-rows.ts'), await neededRowsPage(migrationFiles()))
