import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { migrationFiles } from '../../src/platform/db/migration-files.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

it('wrangler applies every migration to a D1', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'honorarium-d1-'))
  try {
    const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
    const asked = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', folder]
    const env = { ...process.env, CI: 'true', WRANGLER_SEND_METRICS: 'false', WRANGLER_LOG_PATH: join(folder, 'log') }
    const ran = spawnSync(process.execPath, [wrangler, ...asked], { cwd: root, encoding: 'utf8', env })
    expect(ran.status, `${ran.stdout}${ran.stderr}`).toBe(0)
    for (const { name } of migrationFiles()) expect(ran.stdout).toMatch(new RegExp(`${name}\\S* +│ +✅`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
