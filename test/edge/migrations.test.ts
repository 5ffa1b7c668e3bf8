import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { migrationFiles } from '../../src/platform/db/migration-files.ts'
import { ownDirectory } from '../support/run/memory.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')

// Wrangler starts a workerd for each file, a second of work: so all but the newest migration stand in one, and the
// newest is applied to what these left.
it('wrangler applies every migration to a D1', async () => {
  const folder = mkdtempSync(join(ownDirectory(), 'wrangler-'))
  try {
    mkdirSync(join(folder, 'migrations'))
    writeFileSync(join(folder, 'wrangler.toml'), readFileSync(join(root, 'wrangler.toml')))
    const migrations = migrationFiles()
    const older = {
      name: '0001_older.sql',
      script: migrations
        .slice(0, -1)
        .map(({ script }) => script)
        .join('\n'),
    }
    const files = [older, ...migrations.slice(-1)]
    for (const { name, script } of files) writeFileSync(join(folder, 'migrations', name), script)
    const asked = ['d1', 'migrations', 'apply', 'DB', '--local', '--config', join(folder, 'wrangler.toml')]
    const env = { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG_PATH: join(folder, 'log') }
    // Ends with its output when it fails.
    const { stdout } = await promisify(execFile)(process.execPath, [wrangler, ...asked], { cwd: folder, env })
    for (const { name } of files) expect(stdout).toMatch(new RegExp(`${name}\\S* +│ +✅`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
