/** Where the key set lies, and whether that is apart from the database. */
import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import type { Config } from '../../config.ts'

/** The file of the key set: KEYS_FILE, or `keys.json` in the data directory. */
export function keyPathOf({ KEYS_FILE }: Pick<Config, 'KEYS_FILE'>, dataDirectory: string): string {
  return KEYS_FILE === undefined ? join(dataDirectory, 'keys.json') : resolve(KEYS_FILE)
}

/** Whether the file is in the data directory, so that whoever takes or loses one has taken or lost both. */
export function isBesideData(keyPath: string, dataDirectory: string): boolean {
  const way = relative(real(dataDirectory), real(dirname(keyPath)))
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

function real(directory: string): string {
  try {
    return realpathSync(directory)
  } catch {
    return resolve(directory)
  }
}

/** What to do about keys that lie beside the database they open. */
export function moveApart(keyPath: string): string {
  return (
    `${keyPath} lies in the data directory, beside the database that it opens: whoever takes or loses one has both. ` +
    'Keep it apart: set KEYS, or move the file to another volume and say where in KEYS_FILE.'
  )
}
