/** Why a file could not be opened or written where it is to lie: a full disk, or a place that is not for this user. */
import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** What the system, or SQLite, says of a place that cannot be used. */
const refused = /^(SQLITE_(CANTOPEN|READONLY|PERM)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR)/

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? '')

/** Whether an error says that a disk has no room, or that this user may have no more of it. */
export function isFull(error: unknown): boolean {
  return /^(SQLITE_FULL|ENOSPC|EDQUOT)$/.test(codeOf(error))
}

/**
 * One line about a place that cannot be used; undefined for an error that is about something else.
 * @param path the file, or the folder, that was to be opened or written
 */
export function placeTrouble(path: string, error: unknown): string | undefined {
  if (isFull(error)) return `The disk of ${path} is full: make room there, and try again.`
  return refused.test(codeOf(error)) ? `${path} cannot be opened: ${whyRefused(path, error as Error)}.` : undefined
}

function whyRefused(path: string, { message }: Error): string {
  const folder = dirname(path)
  const found = kindOf(folder)
  if (found === 'hidden') return `this user may not look into a folder above ${folder}`
  if (found === 'file') return `${folder} is a file, and no folder`
  if (!may(folder, constants.X_OK)) return `this user may not look into ${folder}`
  if (kindOf(path) === 'folder') return 'it is a folder'
  if (kindOf(path) === 'file' && !may(path, constants.R_OK | constants.W_OK))
    return 'this user may not read and write it'
  if (!may(folder, constants.W_OK)) return `this user may not write into ${folder}`
  return kindOf(path) === 'file' && message.includes('EEXIST') ? 'it is a file, and no folder' : message
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}

function kindOf(path: string): 'file' | 'folder' | 'nothing' | 'hidden' {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined) return 'nothing'
    return found.isDirectory() ? 'folder' : 'file'
  } catch (error) {
    return codeOf(error) === 'ENOTDIR' ? 'file' : 'hidden'
  }
}

/**
 * Whether there is a file.
 * @throws Error with one line when that cannot be said, because this user may not look: it is not missing
 */
export function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    throw new Error(placeTrouble(path, error) ?? (error as Error).message, { cause: error })
  }
}
