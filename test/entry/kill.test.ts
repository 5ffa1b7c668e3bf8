import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Connection } from '../../bench/connection.ts'
import { requestOf } from '../../bench/post.ts'
import { prepare, type Ready } from '../../bench/prepare.ts'
import { limits } from '../../bench/server.ts'
import { root } from '../support/run/programs.ts'
import { startServer } from '../support/run/server.ts'

const students = 160
const connections = 32
/** The server is killed when so many have been told that they are done: by count, so a slow machine shows the same. */
const killAfter = 64

let directory: string
let ready: Ready[]
const acknowledged = new Set<string>()

/**
 * Sends every response's last page at once over several connections; `seen` is told of each answer. Whoever is told that the
 * server is busy, as it is on a machine that does much else, comes again behind the others.
 */
async function submitAll(
  port: number,
  responses: Ready[],
  seen: (response: Ready, status: number) => void,
  atOnce = connections,
) {
  const queue = [...responses]
  const sender = async () => {
    const connection = await Connection.open(port)
    try {
      for (let response = queue.shift(); response !== undefined; response = queue.shift()) {
        const { status } = await connection.send(requestOf(port, response.post))
        if (status === 503) queue.push(response)
        else seen(response, status)
      }
    } catch {
      // The server is gone, and with it what was on its way.
    } finally {
      connection.close()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sender))
}

function rows<Row>(sql: string, ...values: string[]): Row[] {
  const file = new SqliteFile(join(directory, 'honorarium.db'))
  try {
    return file.prepare(sql).all(...values) as Row[]
  } finally {
    file.close()
  }
}

const vouchersOf = (respondentId: string) =>
  rows<{ id: string }>('select id from vouchers where respondent_id = ?', respondentId).map(({ id }) => id)

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'honorarium-kill-'))
  ready = await prepare(directory, students)
  const server = await startServer(directory, { env: limits })
  await submitAll(server.port, ready, ({ respondentId }, status) => {
    if (status === 303) acknowledged.add(respondentId)
    if (acknowledged.size === killAfter) server.kill('SIGKILL')
  })
  expect(await server.ended).toBe('SIGKILL')
})

afterAll(() => rmSync(directory, { recursive: true, force: true }))

describe('after the server was killed while students were submitting', () => {
  it('some had been told that they were done, and some had not', () => {
    expect(acknowledged.size).toBeGreaterThanOrEqual(killAfter)
    expect(acknowledged.size).toBeLessThan(students)
  })

  it('every voucher that was acknowledged is there, once', () => {
    for (const respondentId of acknowledged) expect(vouchersOf(respondentId), respondentId).toHaveLength(1)
  })

  it('no response is complete without its voucher, its document and its audit entry, nor the other way about', () => {
    const complete = rows<{ id: string }>("select respondent_id id from responses where state = 'complete' order by 1")
    expect(rows('select respondent_id id from vouchers order by 1')).toEqual(complete)
    expect(rows('select respondent_id id from documents order by 1')).toEqual(complete)
    const audited = "select subject id from audit_entries where action = 'response.complete' order by 1"
    expect(rows(audited)).toEqual(complete)
  })

  it('answers are kept either as pages or as one document, never as both or neither', () => {
    const odd = `
      select r.respondent_id from responses r
      where (r.state = 'complete') = exists (select 1 from saved_pages p where p.respondent_id = r.respondent_id)`
    expect(rows(odd)).toEqual([])
  })

  it("each offer's balances are the sums of its transfers, and its total is the sum of its parts", () => {
    const accounts = ['available', 'reserved', 'liability', 'clearing', 'paid']
    const moved = accounts.map(
      (account) =>
        `coalesce(sum(case when credit = '${account}' then amount_minor when debit = '${account}' then -amount_minor end), 0) ${account}`,
    )
    const summed = rows(`select offer_id, ${moved} from transfers group by offer_id order by offer_id`)
    expect(rows(`select offer_id, ${accounts} from offer_balances order by offer_id`)).toEqual(summed)
    expect(rows(`select * from offer_balances where total <> ${accounts.join(' + ')}`)).toEqual([])
    const owed = rows<{ minor: number }>('select sum(amount_minor) minor from vouchers')
    expect(rows('select sum(liability) minor from offer_balances')).toEqual(owed)
  })

  it('where a voucher or a lease stands is its last step, and a lease is used when its response is complete', () => {
    const vouchers = `
      select v.id from vouchers v
      where not exists (select 1 from voucher_steps s where s.voucher_id = v.id and s.n = v.n and s.state = v.state)
        or v.n <> (select max(n) from voucher_steps s where s.voucher_id = v.id)`
    const leases = `
      select l.respondent_id from leases l join responses r on r.respondent_id = l.respondent_id
      where l.n <> (select max(n) from lease_steps s where s.respondent_id = l.respondent_id)
        or (l.state = 'used') <> (r.state = 'complete')`
    expect(rows(vouchers)).toEqual([])
    expect(rows(leases)).toEqual([])
  })

  it('the file is whole', () => {
    expect(rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(rows('pragma foreign_key_check')).toEqual([])
  })

  it('killed once more, between the commit of some and the reply to them, it has lost nothing and made nothing twice', async () => {
    // Two groups may be on their way: whoever was in the first has been told by the time that the fourth is committed.
    const STRIKE = JSON.stringify({ sql: 'into "vouchers"', side: 'after', nth: 4 })
    const flags = ['--import', join(root, 'bench/kills/strike.mjs')]
    const server = await startServer(directory, { env: { ...limits, STRIKE }, flags })
    const acknowledgedRefs = new Set(acknowledged)
    await submitAll(
      server.port,
      ready.filter(({ respondentId }) => !acknowledged.has(respondentId)),
      ({ respondentId }, status) => status === 303 && acknowledged.add(respondentId),
      8,
    )
    expect(await server.ended).toBe('SIGKILL')
    expect(acknowledged.size).toBeGreaterThan(acknowledgedRefs.size)
    const vouchers = rows<{ id: string }>('select respondent_id id from vouchers')
    // Some are done of which nobody was told.
    expect(vouchers.length).toBeGreaterThan(acknowledged.size)
    expect(new Set(vouchers.map(({ id }) => id)).size).toBe(vouchers.length)
    for (const respondentId of acknowledged) expect(vouchersOf(respondentId), respondentId).toHaveLength(1)
  })

  it('the same files serve again: whoever submits once more ends with exactly one voucher', async () => {
    const before = new Map([...acknowledged].map((id) => [id, vouchersOf(id)]))
    const server = await startServer(directory, { env: limits })
    const unsure = ready.filter(({ respondentId }) => !acknowledged.has(respondentId))
    const sample = ready.filter(({ respondentId }) => acknowledged.has(respondentId)).slice(0, 8)
    const statuses = new Set<number>()
    // Everybody presses twice.
    await submitAll(server.port, [...unsure, ...unsure, ...sample], (_, status) => statuses.add(status))
    server.kill('SIGTERM')
    expect(await server.ended).toBe(0)

    expect([...statuses]).toEqual([303])
    for (const { respondentId } of unsure) expect(vouchersOf(respondentId), respondentId).toHaveLength(1)
    for (const [respondentId, vouchers] of before) expect(vouchersOf(respondentId)).toEqual(vouchers)
  })
})
