import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
/** What the databases of a run need at most, with room to spare; a container often has 64 MB there. */
const wanted = 2 ** 30

/** Where throwaway databases live: in memory, where a flush to the disk costs nothing, or else where temporary files do. */
export function databaseDirectory(): string {
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > wanted ? memory : tmpdir()
}

let own: string | undefined

/** A directory for the databases of this process, which goes with it. */
export function ownDirectory(): string {
  if (own !== undefined) return own
  const made = mkdtempSync(join(databaseDirectory(), `honorarium-databases-${process.pid}-`))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  own = made
  return made
}
