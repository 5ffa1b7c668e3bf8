// Where tsx keeps what it has compiled: a directory of this clone's own, which only its owner can read or write.
//
// Left alone, tsx runs what it finds under a name in the system's temporary directory, which another user of the machine
// can make first and fill with code of theirs.
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The variable that says where temporary files go. */
export const temporary = process.platform === 'win32' ? 'TEMP' : 'TMPDIR'

/**
 * The directory, made where it is missing.
 * @throws Error with one line when it is another user's, or no directory
 */
export function privateCache(path = fileURLToPath(new URL('../node_modules/.cache/typescript', import.meta.url))) {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const found = lstatSync(path)
  const owner = process.geteuid?.() ?? found.uid
  if (!found.isDirectory() || found.uid !== owner) {
    throw new Error(`${path} is not a directory of your own: remove it, or run this as the user whose it is.`)
  }
  if (process.platform !== 'win32' && (found.mode & 0o777) !== 0o700) chmodSync(path, 0o700)
  return path
}
