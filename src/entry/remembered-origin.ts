/** The address that the service last started with, kept beside its data: commands print links of it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaceSecret } from './stores/key-file.ts'

const pathIn = (dataDirectory: string) => join(dataDirectory, 'origin')

/** Notes the origin (`https://survey.example.org`); written whole or not at all. */
export function rememberOrigin(dataDirectory: string, origin: string): void {
  if (rememberedOrigin(dataDirectory) !== origin) replaceSecret(pathIn(dataDirectory), `${origin}\n`)
}

/** The origin that was noted; undefined when there is none. */
export function rememberedOrigin(dataDirectory: string): string | undefined {
  try {
    return readFileSync(pathIn(dataDirectory), 'utf8').trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
