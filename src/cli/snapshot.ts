/** Writes `schema/schema.sql`, the whole schema on one page. Run it after a new migration: `npm run snapshot`. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrationFiles } from '../platform/db/migration-files.ts'
import { schemaPage } from '../platform/db/schema-page.ts'

const path = fileURLToPath(new URL('../../schema/schema.sql', import.meta.url))
writeFileSync(path, await schemaPage(migrationFiles()))
