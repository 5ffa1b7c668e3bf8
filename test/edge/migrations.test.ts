import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { migrationFiles } from '../../src/platform/db/migration-files.ts'
import { ownDirectory } from '../support/run/memory.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

// Wrangler starts a workerd for each of them, which takes its time on a busy machine.
it('wrangler applies every migration to a D1', async () => {
  const folder = mkdtempSync(join(ownDirectory(), 'wrangler-'))
  try {
    const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
    const asked = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', folder]
    const env = { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG_PATH: join(folder, 'log') }
    // Ends with its output when it fails.
    const { stdout } = await promisify(execFile)(process.execPath, [wrangler, ...asked], { cwd: root, env })
    for (const { name } of migrationFiles()) expect(stdout).toMatch(new RegExp(`${name}\\S* +│ +✅`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
