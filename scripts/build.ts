/** `npm run build` writes what production runs to `dist/service`, as scripts/build-service.ts makes it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildService } from './build-service.ts'

const outdir = fileURLToPath(new URL('../dist/service/', import.meta.url))

const { files } = await buildService()
// Only what an earlier build made: its packages may be installed there.
for (const folder of new Set(
  [...files.keys()].filter((path) => path.includes('/')).map((path) => path.split('/')[0]),
)) {
  rmSync(`${outdir}${folder}`, { recursive: true, force: true })
}
for (const [path, contents] of files) {
  mkdirSync(dirname(outdir + path), { recursive: true })
  writeFileSync(outdir + path, contents)
}
console.log(`${files.size} files are in dist/service. Where it is to run: \`npm ci\`, once, and \`node start.js\`.`)
