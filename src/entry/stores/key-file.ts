import { randomUUID } from 'node:crypto'
import { chmodSync, linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { newKeySet, parseKeySet, withMissingKeys } from '../../platform/adapters/key-set.ts'
import { placeTrouble } from '../../platform/db/sqlite-file/place-trouble.ts'

/**
 * The key set in this file; made, readable by its owner only, when it is missing. One from before a purpose existed gets
 * a key for it. For a demonstration and for `npm run set-up` alone: nothing else ever makes keys.
 */
export async function keyFile(path: string): Promise<string> {
  const found = findKeys(path) ?? (await made(path))
  const set = parseKeySet(found)
  const whole = await withMissingKeys(set)
  if (whole === set) return found
  const text = `${JSON.stringify(whole, null, 2)}\n`
  replaceSecret(path, text)
  return text
}

/**
 * The text of a key set's file; null when there is none.
 * @throws Error with one line when others than its owner may read it
 */
export function findKeys(path: string): string | null {
  try {
    if ((statSync(path).mode & othersOf(path)) !== 0 && process.platform !== 'win32') {
      throw new Error(
        `${path} can be read by others than its owner: chmod 600 it, and rotate the keys if they may have leaked.`,
      )
    }
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Error(placeTrouble(path, error) ?? (error as Error).message, { cause: error })
  }
}

/**
 * The bits of a mode by which others may read a file. What systemd hands to one service as a credential is root's and
 * readable by that service by an access list, of which the mode shows its mask in the place of the group.
 */
function othersOf(path: string): number {
  return dirname(path) === process.env.CREDENTIALS_DIRECTORY ? 0o007 : 0o077
}

/** Puts a new text in the place of a secret file, whole or not at all, readable by its owner only. */
export function replaceSecret(path: string, text: string): void {
  const beside = `${path}.new`
  rmSync(beside, { force: true })
  try {
    writeFileSync(beside, text, { mode: 0o600, flag: 'wx', flush: true })
    chmodSync(beside, 0o600)
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

async function made(path: string): Promise<string> {
  const text = `${JSON.stringify(await newKeySet(), null, 2)}\n`
  // Written beside it and then linked, so that no other process ever reads half of it.
  const beside = `${path}.${randomUUID()}.new`
  try {
    writeFileSync(beside, text, { mode: 0o600, flush: true })
    linkSync(beside, path)
    return text
  } catch (error) {
    // Another process made it a moment ago: that one counts.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(path, 'utf8')
    throw error
  } finally {
    rmSync(beside, { force: true })
  }
}
