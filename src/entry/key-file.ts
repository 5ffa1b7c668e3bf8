import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { newKeySet } from '../outside/key-set.ts'

/** The key set in this file; made, readable by its owner only, when it is missing. */
export async function keyFile(path: string): Promise<string> {
  try {
    if ((statSync(path).mode & 0o077) !== 0 && process.platform !== 'win32') {
      throw new Error(
        `${path} can be read by others than its owner: chmod 600 it, and rotate the keys if they may have leaked.`,
      )
    }
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const made = `${JSON.stringify(await newKeySet(), null, 2)}\n`
  try {
    writeFileSync(path, made, { mode: 0o600, flag: 'wx' })
    return made
  } catch (error) {
    // Another process made it a moment ago: that one counts.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(path, 'utf8')
    throw error
  }
}
