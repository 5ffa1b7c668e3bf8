import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the migrations lie: beside the sources, and beside what `npm run build` made of them. */
export const migrationsFolder = join(above('migrations'), 'migrations')

/** What the script of every page is put together from, in this order. */
export const scriptParts = ['words.js', 'merge.js', 'device.js', 'fields.js', 'server.js', 'opened.js', 'enhance.js']

/** Where the style sheets and scripts of the pages lie: in a built program `assets`, else where they are written. */
export function assetsFolder(): string {
  const built = join(dirname(migrationsFolder), 'assets')
  return existsSync(built) ? built : join(dirname(migrationsFolder), 'src/platform/http/assets')
}

/** The nearest folder above this file that holds `name`. */
function above(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, name)) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
