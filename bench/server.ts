/** The server under test: the real Node entry, with production's memory, and with limits that a benchmark does not meet. */
import { existsSync, readFileSync } from 'node:fs'
import { littleMemory } from '../scripts/little-memory.mjs'
import { type Server, type ServerChoices, startServer } from '../test/support/run/server.ts'

/** Limits of the sites that are measured: nobody's reward runs out, and everybody comes from one network. */
export const limits = {
  LEASE_MINUTES: '1440',
  STARTS_WITHOUT_WORK: '1000000',
  REQUESTS_A_MINUTE: '1000000',
}

/** Starts the server on a data directory and waits until it listens. */
export function startMeasured(dataDirectory: string, choices: ServerChoices = {}): Promise<Server> {
  return startServer(dataDirectory, { ...choices, env: { ...littleMemory, ...choices.env, ...limits } })
}

/** Asks it to stop and waits until it has. */
export async function stop(server: Server): Promise<void> {
  server.kill('SIGINT')
  await server.ended
}

/** Seconds of processor time of a process since it started; null where the system does not tell. */
export function cpuSeconds(pid: number): number | null {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return null
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  // Linux counts it in hundredths of a second.
  return (Number(fields[11]) + Number(fields[12])) / 100
}
