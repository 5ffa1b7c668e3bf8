/**
 * `npm run set-up` makes what a new site needs and has not: keys, the database, the first study; and says what it made.
 * In production nothing else makes any of them.
 */
import { parseArgs } from 'node:util'
import { howStaffGetIn, whereItIs } from '../entry/welcome.ts'
import { openFirstStudy } from '../journey/setup/first-study.ts'
import { openWhere, wheres } from './open-edge.ts'

const usage = `Usage: npm run set-up [-- --new-database] [--where edge|edge-remote]
--new-database says that the key set which is there already is meant for a database that is still empty.`

try {
  const { values } = parseArgs({
    options: { where: { type: 'string', default: 'here' }, 'new-database': { type: 'boolean', default: false } },
  })
  const where = wheres.find((it) => it === values.where)
  if (where === undefined) throw new Error(usage)
  const choices = { to: 'set-up', besideKeys: values['new-database'] } as const
  const { ports, made, close } = await openWhere(where, process.env, choices)
  try {
    if (await openFirstStudy(ports)) made.push('Opened the first study, study-abroad, with its budgets.')
    console.log(made.length === 0 ? 'Everything is there already: nothing was made.' : made.join('\n'))
    console.log([...(await whereItIs(ports)), ...howStaffGetIn].slice(1).join('\n'))
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
