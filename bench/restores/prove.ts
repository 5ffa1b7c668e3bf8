/**
 * `npm run prove:restores [-- --postgres FOLDER]` does what docs/operations.md says of backups outside of the embedded database:
 * D1 as it is kept on this machine, and Postgres when there is a folder with its programs (server, pg_dump, pg_restore). Every
 * row has to come back, and the audit has to pass. It ends with 1 when something does not.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { root } from '../../test/support/run/programs.ts'
import { restoreD1 } from './d1.ts'
import { restorePostgres } from './postgres.ts'

const { values } = parseArgs({ options: { postgres: { type: 'string' } } })
const page = readFileSync(`${root}docs/operations.md`, 'utf8')

/** The lines of the page that begin so, as they stand there. */
const linesOf = (beginning: RegExp) =>
  [...page.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .filter((line) => beginning.test(line))

const findings = [
  await restoreD1(linesOf(/^npx wrangler d1 (export|execute) /)),
  ...(values.postgres === undefined ? [] : [await restorePostgres(values.postgres, linesOf(/^pg_(dump|restore) /))]),
]
for (const { line, isWell } of findings) {
  console.log(line)
  if (!isWell) process.exitCode = 1
}
