/**
 * `npm run contact-code -- --study SLUG --request REF [--where edge]` makes the code for somebody who has lost theirs, to be
 * sent to the contact that they gave. It says the same for a contact that nobody has.
 */

import { parseArgs } from 'node:util'
import { codeForContact } from '../journey/requests/by-contact.ts'
import { booksZone, dayOf } from '../platform/time/zone.ts'
import { findStudy } from '../survey/studies/store.ts'
import { openWhere, wheres } from './open-edge.ts'

const usage = `Usage: npm run contact-code -- --study SLUG --request REF [--where edge|edge-remote]
REF is what the page of requests in writing calls the request. A code made before for it is good no more.`

try {
  const { values } = parseArgs({
    options: { study: { type: 'string' }, request: { type: 'string' }, where: { type: 'string', default: 'here' } },
  })
  const where = wheres.find((it) => it === values.where)
  if (values.study === undefined || values.request === undefined || where === undefined) throw new Error(usage)
  const { ports, close } = await openWhere(where, process.env)
  try {
    const study = await findStudy(ports.db, values.study, ports.clock.now())
    if (study === undefined) throw new Error(`There is no study ${values.study}.`)
    const made = await codeForContact(ports, study.id, values.request)
    if (made === undefined) throw new Error(`No request without a code waits under ${values.request} in ${study.slug}.`)
    console.log(`To ${made.contact}, and nowhere else:

If you took part in ${study.slug} and a reward of it went to this contact, this code opens what is kept of you, until ${dayOf(booksZone, made.until)} and once:
${made.code}
Enter it at ${ports.settings.origin}/s/${study.slug}/status. If you did not take part, you need do nothing.`)
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
