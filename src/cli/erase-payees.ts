/**
 * `npm run erase-payees -- --study SLUG --older-than DAYS [--where edge]` erases the accounts of claims that have been
 * paid or over for so many days. What was erased stands on the study's closing certificate.
 */
import { parseArgs } from 'node:util'
import { erasePayees, erasePayeesKey, leastDays } from '../rewards/claims/erase.ts'
import { findStudy } from '../survey/studies/store.ts'
import { openWhere, wheres } from './open-edge.ts'

const usage = `Usage: npm run erase-payees -- --study SLUG --older-than DAYS [--where edge|edge-remote]
DAYS are counted from the day on which a claim was paid or ended; 30 at least. It cannot be undone.`

try {
  const { values } = parseArgs({
    options: {
      study: { type: 'string' },
      'older-than': { type: 'string' },
      where: { type: 'string', default: 'here' },
    },
  })
  const where = wheres.find((it) => it === values.where)
  const days = /^\d{1,5}$/.test(values['older-than'] ?? '') ? Number(values['older-than']) : null
  if (values.study === undefined || days === null || days < leastDays || where === undefined) throw new Error(usage)
  const { ports, close } = await openWhere(where, process.env)
  try {
    const study = await findStudy(ports.db, values.study, ports.clock.now())
    if (study === undefined) throw new Error(`There is no study ${values.study}.`)
    const erased = await erasePayees(ports, 'operator', { studyId: study.id, olderThanDays: days })
    const isKeyErased = await erasePayeesKey(ports, 'operator', study.id)
    console.log(`Erased ${erased} accounts of ${study.slug}. A keyed hash of each is kept, so that none is paid twice.`)
    if (isKeyErased) console.log('None is left, and the key that they were under is erased, too.')
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
