/** Processor time of a Postgres: of the server and of all the processes that it has started. */
import { readdirSync, readFileSync } from 'node:fs'

/** Seconds so far, those of processes that have ended included; null where the system does not tell. */
export function postgresSeconds(pid: number): number | null {
  try {
    const own = fieldsOf(pid)
    let ticks = sum(own.slice(11, 15))
    for (const other of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const fields = fieldsOf(other)
      if (Number(fields[1]) === pid) ticks += sum(fields.slice(11, 13))
    }
    // Linux counts it in hundredths of a second.
    return ticks / 100
  } catch {
    return null
  }
}

const sum = (fields: string[]) => fields.reduce((all, field) => all + Number(field), 0)

/** What comes behind the name in /proc/PID/stat: state, parent, …; nothing of a process that is gone. */
function fieldsOf(pid: number | string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch (error) {
    if (typeof pid === 'number') throw error
    return []
  }
}
