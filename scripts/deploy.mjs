// `npm run deploy` brings the schema of the remote D1 up to date and then puts up the Worker; what stands after `--` goes to
// `wrangler deploy`.
import { spawnSync } from 'node:child_process'

for (const args of [
  ['d1', 'migrations', 'apply', 'DB', '--remote'],
  ['deploy', ...process.argv.slice(2)],
]) {
  const { status } = spawnSync('wrangler', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? 1)
}
