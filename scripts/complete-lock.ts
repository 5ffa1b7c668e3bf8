// `npm run lock`, after a change of dependencies: adds to package-lock.json the packages of other platforms that npm left out.
//
// Biome, workerd and their like come as one small package per platform. Where a registry (a mirror, say) does not carry all of
// them, npm leaves those out of the lock, and then `npm ci` refuses the lock, here and on the platforms left out. An entry with
// version and platform is enough for npm; what it lacks is the checksum, which npm adds itself wherever it finds the package.
import './help.mjs'
import { readFileSync, writeFileSync } from 'node:fs'
import { type Lock, missingFromLock } from './missing-from-lock.ts'

const file = new URL('../package-lock.json', import.meta.url)
const lock: Lock = JSON.parse(readFileSync(file, 'utf8'))

for (const { name, version, neededBy } of missingFromLock(lock)) {
  const { cpu, libc, os } = platformOf(name)
  // In npm's own order, so that npm has nothing to rearrange.
  lock.packages[`node_modules/${name}`] = { version, cpu, dev: neededBy.dev, libc, optional: true, os }
  console.log(`${name} ${version}`)
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)

/** Reads `…-linux-x64-musl` and the like. `windows` and a bare `64` are workerd's words for win32 and x64. */
function platformOf(name: string): { cpu: string[]; libc: string[] | undefined; os: string[] } {
  const found = /-(android|darwin|freebsd|linux|win32|windows)-(arm64|arm|ia32|x64|64)(-musl|-gnu)?$/.exec(name)
  if (!found) throw new Error(`The name ${name} does not tell its platform: add it to package-lock.json by hand.`)
  const [, os = '', cpu = '', libc] = found
  return {
    cpu: [cpu === '64' ? 'x64' : cpu],
    libc: libc === undefined ? undefined : [libc === '-musl' ? 'musl' : 'glibc'],
    os: [os === 'windows' ? 'win32' : os],
  }
}
