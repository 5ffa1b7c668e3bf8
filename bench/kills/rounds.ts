/** One kill after another: the server is started, worked on until it dies, and looked at. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { forgetElections } from '../../src/platform/elections/elect.ts'
import { bundleOf } from '../../test/support/run/programs.ts'
import type { Server } from '../../test/support/run/server.ts'
import type { Acknowledged } from './acknowledged.ts'
import { Browser } from './browser.ts'
import type { Kill } from './phases.ts'
import type { Site } from './site.ts'
import { batchesOf, type Desk, statementsOf, tryAgain } from './staff.ts'
import { isGone, type Students } from './students.ts'

const connections = 8
/** A named moment that has not come by then is left to chance. */
const longestMs = 40_000

/** Approving takes a sign-in of the last ten minutes. */
const freshForMs = 300_000

/** In the end everything that waits is given so long: a step at which a server died is tried again a minute later. */
const tickMs = 500
const leastTicks = 30
const mostTicks = 360

export interface Rounds {
  kills: Record<string, number>
  wrong: string[]
  /** Statements at which the server died three times, and which somebody had tried again. */
  setAside: number
  /** How long a start took after a kill, in milliseconds. */
  startsMs: number[]
}

/** Signs staff in, before the first kill. */
export async function campaignOn(site: Site, students: Students, acks: Acknowledged, say: (text: string) => void) {
  const made: Rounds = { kills: {}, wrong: [], setAside: 0, startsMs: [] }
  const first = await site.start()
  const signIn = async (browser: Browser, name: string, role: string) => {
    const { out, err } = await site.command('sign-in', [name, '--role', role])
    const path = /\/sign-in\/\w+/.exec(out)?.[0]
    if (path === undefined) throw new Error(err)
    await browser.post(path, {})
  }
  const [preparer, approver] = [new Browser(site.base), new Browser(site.base)]
  let signedInAt = performance.now()
  const signAllIn = async () => {
    await signIn(preparer, 'Omar', 'preparer')
    await signIn(approver, 'Ada', 'approver')
    signedInAt = performance.now()
  }
  await signAllIn()
  const desks = [batchesOf(preparer, approver, acks), statementsOf(preparer, acks)]
  first.kill('SIGTERM')
  await first.ended

  async function load(): Promise<void> {
    const ended = (desk: Desk) =>
      desk.work().catch((error) => {
        if (!isGone(error)) throw error
      })
    let isOver = false
    const ticking = async () => {
      while (!isOver) {
        await site.providers.tick().catch(() => undefined)
        await wait(500)
      }
    }
    const ticks = ticking()
    const ends = await Promise.allSettled([students.work(site.base, connections), ...desks.map(ended)])
    isOver = true
    await ticks
    for (const end of ends) if (end.status === 'rejected') made.wrong.push(String(end.reason))
  }

  /** @returns how it was killed */
  async function until(server: Server, kill: Exclude<Kill, { migration: number }>): Promise<string> {
    let isOver = false
    const ended = server.ended.then(() => {
      isOver = true
    })
    const goal = 'afterCount' in kill ? acks.total() + kill.afterCount : Number.POSITIVE_INFINITY
    const latest = performance.now() + ('during' in kill ? kill.afterMs : longestMs)
    while (!isOver && acks.total() < goal && performance.now() < latest) await Promise.race([ended, wait(5)])
    const isMet = isOver && 'phase' in kill
    if ('afterCount' in kill) await Promise.race([ended, wait(kill.afterMs)])
    server.kill('SIGKILL')
    await ended
    if (isMet) return kill.phase.name
    return 'during' in kill ? `during a ${kill.during}` : 'at a moment by chance'
  }

  return {
    async round(kill: Kill): Promise<void> {
      if ('migration' in kill) {
        const how = `during a migration: ${kill.side === 'before' ? 'before the flush' : 'after the commit'}`
        made.kills[how] = (made.kills[how] ?? 0) + 1
        made.wrong.push(...(await migrationKilled(site, kill)))
        return
      }
      if ('during' in kill && kill.during === 'start') {
        await startKilled(site, kill.afterMs)
        made.kills['during a start'] = (made.kills['during a start'] ?? 0) + 1
        return
      }
      const began = performance.now()
      const server = await site.start('phase' in kill ? kill : undefined)
      made.startsMs.push(performance.now() - began)
      if (performance.now() - signedInAt > freshForMs) {
        // The server may die in the middle of it: then it is the next round's.
        await signAllIn().catch((error) => {
          if (!isGone(error)) throw error
        })
      }
      const work = load()
      const backup = 'during' in kill ? await backUp(site) : null
      const how = await until(server, kill)
      await backup?.kill()
      await work
      made.kills[how] = (made.kills[how] ?? 0) + 1
      const db = site.open()
      const { wrong } = await acks.lookFor(db)
      // As when some minutes have gone by: until then nobody does the periodic work in the place of one that was killed.
      await db.together(forgetElections({}))
      await db.close()
      made.wrong.push(...wrong)
      const killed = Object.values(made.kills).reduce((sum, n) => sum + n, 0)
      say(
        `${killed}. ${how}: ${acks.count('voucher')} vouchers, ${acks.count('claim')} claims, ${students.left()} left; ${wrong.length} wrong`,
      )
    },
    /** Everything that waits comes to its end, and the server stops as it is told to. */
    async finish(): Promise<Rounds> {
      const server = await site.start()
      const db = site.open()
      const aside = await db.read<{ id: string }>({
        sql: `select id as "id" from statements where state = 'quarantined' order by account_id, period_from`,
        values: [],
      })
      await db.close()
      for (const { id } of aside) await tryAgain(preparer, id)
      made.setAside = aside.length
      for (let i = 0; i < leastTicks || (i < mostTicks && !(await areRead(site))); i++) {
        await site.providers.tick()
        await wait(tickMs)
      }
      server.kill('SIGTERM')
      const code = await server.ended
      if (code !== 0) made.wrong.push(`The last stop ended with ${code}`)
      return made
    },
  }
}

/** A new site whose making dies in a migration is made by the next try, and holds together. In words, what is wrong. */
async function migrationKilled(site: Site, { migration, side }: { migration: number; side: 'before' | 'after' }) {
  const env = await site.elsewhere()
  const phase = { name: '', sql: 'insert into migrations', side }
  const died = await site.built('set-up', env, { phase, nth: migration })
  const again = await site.built('set-up', env)
  // The keys are there already when the first try came so far.
  const done = again === 0 ? 0 : await site.built('set-up', env)
  const audited = await site.built('audit', env)
  return died === 'SIGKILL' && done === 0 && audited === 0
    ? []
    : [`After a kill at migration ${migration} (${died}): set-up ${again}, audit ${audited}`]
}

/** Whether no statement is being read any more. */
async function areRead(site: Site): Promise<boolean> {
  const db = site.open()
  const waiting = await db.read({ sql: `select id from statements where state = 'staging' limit 1`, values: [] })
  await db.close()
  return waiting.length === 0
}

/** A start that does not come to its end. */
async function startKilled(site: Site, afterMs: number): Promise<void> {
  const server = await site.spawn()
  await wait(afterMs)
  server.kill('SIGKILL')
  await server.ended
}

/** `npm run backup`, in a process that is killed as well. */
async function backUp(site: Site): Promise<{ kill(): Promise<unknown> }> {
  const to = join(site.directory, 'backup-cut.db')
  rmSync(to, { force: true })
  const child = spawn(process.execPath, [await bundleOf('src/cli/backup.ts'), to], {
    env: { ...site.env, DATA_DIR: site.data },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  return {
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}
