/**
 * A file at which the whole process dies, three times: the service starts again each time, sets the file aside at the
 * third, goes on with others, and does as a person decides.
 */
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import SqliteFile from 'better-sqlite3'
import { makeFile } from '../../simulation/statements/make.ts'
import { paymentsFrom } from '../../simulation/statements/movement.ts'
import { receiveStatement } from '../../src/reconciliation/statements/receive.ts'
import { openSite } from '../prepare.ts'
import { startMeasured, stop } from '../server.ts'
import { Desk } from './desk.ts'

const flags = ['--import', fileURLToPath(new URL('die-in-a-step.mjs', import.meta.url))]

/** Two files of one account, of which nothing is read yet. */
async function receiveTwo(site: string): Promise<string[]> {
  const { ports, close } = await openSite(site)
  try {
    const [staff] = await ports.db.read<{ id: string }>({ sql: 'select id from staff order by id limit 1', values: [] })
    const ids: string[] = []
    for (const day of [51, 52]) {
      const { bytes } = await makeFile('wechat_fund_bill', paymentsFrom(day, 20), { openingMinor: 100_000_000 })
      const done = await receiveStatement(ports, staff ?? { id: '' }, { accountId: null, bytes })
      if (!('statementId' in done)) throw new Error(`A file was not taken: ${done.refused}`)
      ids.push(done.statementId)
    }
    return ids
  } finally {
    await close()
  }
}

/**
 * @param site a data directory with a study, for which nobody serves
 * @param built the folder of what was built
 * @param link path of a sign-in link of somebody who may upload
 * @param say is told each thing that was seen
 * @throws where something else is seen
 */
export async function provesQuarantine(site: string, built: string, link: string, say: (text: string) => void) {
  const database = <Result>(work: (file: SqliteFile.Database) => Result): Result => {
    const file = new SqliteFile(join(site, 'honorarium.db'))
    try {
      return work(file)
    } finally {
      file.close()
    }
  }
  const stateOf = (id: string) =>
    database((file) => file.prepare('select state, tries from statements where id = ?').get(id)) as {
      state: string
      tries: number
    }
  const must = (is: boolean, what: string) => {
    if (!is) throw new Error(`It is not so that ${what}`)
    say(what)
  }
  const until = async (id: string, state: string) => {
    for (let tries = 0; tries < 300 && stateOf(id).state !== state; tries += 1) await setTimeout(1_000)
    must(stateOf(id).state === state, `${id} is ${state}`)
  }
  /** The three tries are over once half a minute has gone by since the last one. */
  const waitForTries = () =>
    database((file) =>
      file.prepare(`update statements set tried_at = '2026-01-01T00:00:00.000Z' where tries > 0`).run(),
    )

  const ids = await receiveTwo(site)
  const [fatal = '', other = ''] = ids
  for (const times of [1, 2, 3]) {
    const server = await startMeasured(site, { built, flags })
    must(
      (await server.ended) === 'SIGKILL',
      `it starts, and dies in the first step of its sweep, for the ${times}. time`,
    )
    must(stateOf(fatal).tries === times, `${times} tries are written down`)
  }
  waitForTries()
  const server = await startMeasured(site, { built })
  const desk = new Desk(server.port)
  await desk.signIn(link)
  must(
    (await fetch(`http://localhost:${server.port}/s/study-abroad`)).status === 200,
    'it starts a fourth time, and serves',
  )
  await until(fatal, 'quarantined')
  for (const [n, id] of ids.entries()) if (n > 0 && stateOf(id).state !== 'published') await desk.goOn(id)
  must(
    !['receiving', 'staging'].includes(stateOf(other).state),
    `the account’s other file is read: ${stateOf(other).state}`,
  )
  must((await desk.press(fatal, 'again')) === 303, 'somebody says: try again')
  await desk.goOn(fatal)
  must(
    !['receiving', 'staging', 'quarantined'].includes(stateOf(fatal).state),
    `and it is read: ${stateOf(fatal).state}`,
  )
  await stop(server)
}
