/**
 * `npm run keys` prints a fresh key set; `npm run keys -- add PURPOSE` rotates: it adds a key to the file that the
 * server reads at its next start, or, with `--from`, prints a set with one key more.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { keyFile, replaceSecret } from '../entry/key-file.ts'
import { dataDirectoryOf } from '../entry/node-ports.ts'
import {
  type KeySet,
  newKeySet,
  type Purpose,
  parseKeySet,
  purposes,
  withNewKey,
} from '../platform/adapters/key-set.ts'

const usage = `Usage: npm run --silent keys                              prints a fresh key set as JSON
       npm run keys -- add tokens|codes|receipts|payees   adds a key to keys.json in DATA_DIR; restart the server then
       npm run --silent keys -- add PURPOSE --from FILE   prints the set in FILE (- for standard input) with one key more
To put a set up on Workers: npm run --silent keys | npx wrangler secret put KEYS`

const asText = (set: KeySet) => `${JSON.stringify(set, null, 2)}\n`

function purposeOf(name: string | undefined): Purpose {
  const purpose = purposes.find((known) => known === name)
  if (purpose === undefined) throw new Error(usage)
  return purpose
}

async function add(purpose: Purpose, from: string | undefined): Promise<void> {
  if (from !== undefined) {
    const set = parseKeySet(readFileSync(from === '-' ? 0 : from, 'utf8'))
    process.stdout.write(asText(await withNewKey(set, purpose)))
    return
  }
  const config = readConfig(process.env)
  if (config.KEYS !== undefined)
    throw new Error('KEYS is set, so keys.json is not read: use --from - and set KEYS again.')
  const path = join(dataDirectoryOf(config), 'keys.json')
  if (!existsSync(path)) throw new Error(`There is no ${path} yet: the first start creates it.`)
  const set = await withNewKey(parseKeySet(await keyFile(path)), purpose)
  replaceSecret(path, asText(set))
  console.log(
    `The newest key for ${purpose} is now ${set.keys.at(-1)?.kid}. Restart the server: it signs with it from then on.`,
  )
}

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { from: { type: 'string' } } })
  const [command, purpose] = positionals
  if (command === undefined && values.from === undefined) process.stdout.write(asText(await newKeySet()))
  else if (command === 'add' && positionals.length === 2) await add(purposeOf(purpose), values.from)
  else throw new Error(usage)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
