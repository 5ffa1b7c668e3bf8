/** `npm run set-up -- [--where edge|edge-remote]` opens the study where there is none, and prints the links. */
import { parseArgs } from 'node:util'
import { openWhere, wheres } from '../src/cli/open-edge.ts'
import { openFirstStudy } from '../src/journey/setup/first-study.ts'
import { welcome } from './demonstration.ts'

try {
  const { values } = parseArgs({ options: { where: { type: 'string', default: 'here' } } })
  const where = wheres.find((it) => it === values.where)
  if (where === undefined) throw new Error(`--where is one of ${wheres.join(', ')}.`)
  const { ports, config, close } = await openWhere(where, process.env)
  try {
    const isNew = await openFirstStudy(ports)
    console.log((await welcome(ports, config, isNew)).slice(2).join('\n'))
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
