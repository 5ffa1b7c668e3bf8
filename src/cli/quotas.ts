/**
 * `npm run quotas -- --study SLUG` prints how full the cells of a study are; with `--cell CELL --limit N`, as many as N may
 * count in that one from now on. `--where edge|edge-remote` is the Worker's D1.
 */
import { parseArgs } from 'node:util'
import { setLimit } from '../survey/quotas/limit.ts'
import { cellsOfStudy } from '../survey/quotas/store.ts'
import { findStudy } from '../survey/studies/store.ts'
import { openWhere, wheres } from './open-edge.ts'

const refusals = {
  not_found: (cell: string) => `There is no cell ${cell}.`,
  counted: (cell: string) => `More responses than that count in ${cell} already, and whoever has a place keeps it.`,
} as const

function asked() {
  const { values } = parseArgs({
    options: {
      study: { type: 'string' },
      cell: { type: 'string' },
      limit: { type: 'string' },
      where: { type: 'string', default: 'here' },
    },
  })
  const { study, cell } = values
  const where = wheres.find((it) => it === values.where)
  const limit = values.limit === undefined ? undefined : Number(values.limit)
  if (study === undefined) throw new Error('Which study? --study SLUG')
  if (where === undefined) throw new Error(`--where is one of ${wheres.join(', ')}.`)
  if ((cell === undefined) !== (limit === undefined)) throw new Error('--cell and --limit go together.')
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0 && limit <= 100_000_000)) {
    throw new Error('--limit is a number from 0 to 100000000.')
  }
  return { slug: study, where, change: cell === undefined || limit === undefined ? null : { cell, limit } }
}

try {
  const { slug, where, change } = asked()
  const { ports, close } = await openWhere(where, process.env)
  try {
    const study = await findStudy(ports.db, slug, ports.clock.now())
    if (study === undefined) throw new Error(`There is no study ${slug}.`)
    if (change !== null) {
      const limited = await setLimit(ports, study.id, change.cell, change.limit)
      if ('refused' in limited) throw new Error(refusals[limited.refused](change.cell))
    }
    const cells = await ports.db.read(cellsOfStudy({ studyId: study.id }))
    if (cells.length === 0) console.log(`${slug} has no quotas.`)
    for (const { cell, cap, open, held, accepted } of cells) {
      const full = open + held + accepted >= cap ? ', full' : ''
      console.log(`${cell}: ${open} answering, ${held} held, ${accepted} accepted, of ${cap}${full}`)
    }
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
