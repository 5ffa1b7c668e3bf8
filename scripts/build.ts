/** `npm run build` writes what production runs to `dist/service`, as scripts/build-service.ts makes it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildService, sums } from './build-service.ts'

const outdir = fileURLToPath(new URL('../dist/service/', import.meta.url))

const { files } = await buildService()
// Of what lies there only what an earlier build made is taken away: its packages may be installed there.
const before = existsSync(outdir + sums) ? readFileSync(outdir + sums, 'utf8') : ''
for (const [, path = ''] of before.matchAll(/^\S+ {2}(.+)$/gm)) {
  if (!files.has(path)) rmSync(outdir + path, { force: true })
}
for (const [path, contents] of files) {
  mkdirSync(dirname(outdir + path), { recursive: true })
  writeFileSync(outdir + path, contents)
}
console.log(`${files.size} files are in dist/service. Where it is to run: \`npm ci\`, once, and \`node start.js\`.`)
