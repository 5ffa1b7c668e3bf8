import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
/** What the databases of a run need at most, with room to spare; a container often has 64 MB there. */
const wanted = 2 ** 30
const prefix = 'honorarium-databases-'

/** Where throwaway databases live: in memory, where a flush to the disk costs nothing, or else where temporary files do. */
function place(): string {
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > wanted ? memory : tmpdir()
}

/** A new directory for databases of the run whose main process this is. */
export function databaseDirectory(run = process.pid): string {
  return mkdtempSync(join(place(), `${prefix}${run}-`))
}

let own: string | undefined

/** The directory of this worker's databases; it is gone when the run is over. */
export function ownDirectory(): string {
  own ??= databaseDirectory(process.ppid)
  return own
}

const programs = 'HONORARIUM_TEST_PROGRAMS'

/** Makes the directory of built programs of a run of the tests, for the processes that this one will start. */
export function sharePrograms(): void {
  process.env[programs] ??= databaseDirectory()
}

/** The directory of built programs: all workers of a run of the tests have the same; what runs by itself has its own. */
export function programDirectory(): string {
  return process.env[programs] ?? ownDirectory()
}

/** Removes the directories of this run, and of runs that were killed before they could. */
export function removeDatabases(): void {
  removeLeftovers(prefix, (run) => run === process.pid || !isRunning(run))
}

/** Removes the temporary directories of this prefix, which a process's id follows, where they are no longer needed. */
export function removeLeftovers(of: string, isOver: (pid: number) => boolean = (pid) => !isRunning(pid)): void {
  for (const path of new Set([tmpdir(), memory].filter(existsSync))) {
    for (const name of readdirSync(path)) {
      const pid = name.startsWith(of) ? Number.parseInt(name.slice(of.length), 10) : Number.NaN
      if (!Number.isNaN(pid) && isOver(pid)) removeDirectory(join(path, name))
    }
  }
}

/** Removes what may be another user's, and is then theirs to remove. */
export function removeDirectory(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // See above.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM means that it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
