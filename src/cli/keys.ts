/**
 * `npm run keys` prints a fresh key set; `npm run keys -- add PURPOSE` rotates: it adds a key to the file that the
 * server reads at its next start, or, with `--from`, prints a set with one key more.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { retire } from '../app/retire-key.ts'
import { readConfig } from '../config.ts'
import { dataDirectoryOf, openNode } from '../entry/node-ports.ts'
import { findKeys, replaceSecret } from '../entry/stores/key-file.ts'
import { keyPathOf } from '../entry/stores/key-place.ts'
import { endSessionsOfStudy } from '../journey/devices/end-sessions-of-study.ts'
import {
  type KeySet,
  newKeySet,
  type Purpose,
  parseKeySet,
  purposes,
  withNewKey,
} from '../platform/adapters/key-set.ts'
import { erasePayees, erasePayeesKey, leastDays } from '../rewards/claims/erase.ts'
import { findStudy } from '../survey/studies/store.ts'
import { finishBy, mayFinish, openingOf } from '../survey/studies/study.ts'
import { eraseTexts } from '../survey/texts/erase.ts'

const usage = `Usage: npm run --silent keys                              prints a fresh key set as JSON
       npm run keys -- add tokens|codes|receipts|payees   adds a key to the key set's file; restart the server then
       npm run --silent keys -- add PURPOSE --from FILE   prints the set in FILE (- for standard input) with one key more
       npm run keys -- retire KID                         takes an older key out, when nothing needs it any more
       npm run keys -- erase-study SLUG                    erases all that people typed in a study that is closed
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
  if (config.KEYS !== undefined) throw new Error('KEYS is set, so no file is read: use --from - and set KEYS again.')
  const path = keyPathOf(config, dataDirectoryOf(config))
  const found = findKeys(path)
  if (found === null) throw new Error(`There is no ${path}: \`npm run set-up\` makes one, once.`)
  const set = await withNewKey(parseKeySet(found), purpose)
  replaceSecret(path, asText(set))
  console.log(
    `The newest key for ${purpose} is now ${set.keys.at(-1)?.kid}. Restart the server: it signs with it from then on.`,
  )
}

async function takeOut(kid: string): Promise<void> {
  const { ports, config, close } = await openNode(process.env)
  try {
    const purpose = await retire(ports, kid)
    const path = keyPathOf(config, dataDirectoryOf(config))
    const set = parseKeySet(config.KEYS ?? findKeys(path) ?? '')
    const rest = asText({ keys: set.keys.filter((key) => key.kid !== kid) })
    if (config.KEYS !== undefined) process.stdout.write(rest)
    else replaceSecret(path, rest)
    const say = config.KEYS === undefined ? console.log : console.error
    say(`${kid} (${purpose}) is taken out on purpose. Restart the server, and back the key set up again.`)
  } finally {
    await close()
  }
}

/** Only of a study that is closed and that nobody may finish any more, so that nobody is typing what would go with it. */
async function eraseStudy(slug: string): Promise<void> {
  const { ports, close } = await openNode(process.env)
  try {
    const now = ports.clock.now()
    const study = await findStudy(ports.db, slug, now)
    if (study === undefined) throw new Error(`There is no study ${slug}.`)
    if (openingOf(study, now) !== 'closed') throw new Error(`${slug} is not closed: people may still be typing.`)
    if (mayFinish(study, now))
      throw new Error(`${slug} is closed, and whoever has begun may finish until ${finishBy(study)}.`)
    const isErased = await eraseTexts(ports, 'operator', study.id)
    await endSessionsOfStudy(ports, 'operator', study.id)
    const accounts = await erasePayees(ports, 'operator', { studyId: study.id, olderThanDays: leastDays })
    console.log(
      isErased
        ? `What people typed in ${slug} is erased. Backups from before have it, and its key, until they are deleted.`
        : `Nothing that was typed in ${slug} is left to erase.`,
    )
    const isKeyErased = await erasePayeesKey(ports, 'operator', study.id)
    console.log(`Erased ${accounts} accounts that were paid or over for ${leastDays} days.`)
    if (isKeyErased) console.log('None is left, and the key that they were under is erased, too.')
  } finally {
    await close()
  }
}

try {
  const [first, ...rest] = process.argv.slice(2)
  // The name of a key may begin with a dash.
  const args = first === 'retire' ? [first, '--', ...rest.filter((word) => word !== '--')] : undefined
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { from: { type: 'string' } } })
  const [command, purpose] = positionals
  if (command === undefined && values.from === undefined) process.stdout.write(asText(await newKeySet()))
  else if (command === 'add' && positionals.length === 2) await add(purposeOf(purpose), values.from)
  else if (command === 'erase-study' && purpose !== undefined && positionals.length === 2) await eraseStudy(purpose)
  else if (command === 'retire' && purpose !== undefined && positionals.length === 2) await takeOut(purpose)
  else throw new Error(usage)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
