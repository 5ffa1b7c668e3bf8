import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../support/run/programs.ts'

const cache = join(root, 'node_modules/.cache/typescript')

it('what TypeScript is compiled to lies where only its owner can write, and not among temporary files', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'honorarium-cache-'))
  try {
    const file = join(temporary, 'said.ts')
    writeFileSync(file, 'const said: string | undefined = process.env.TMPDIR\nconsole.log(said)\n')
    const run = () =>
      execFileSync(process.execPath, ['--import', './scripts/typescript.mjs', file], {
        cwd: root,
        env: { ...process.env, TMPDIR: temporary },
        encoding: 'utf8',
      })
    run()
    chmodSync(cache, 0o777)
    expect(run().trim(), 'the program itself finds the directory for temporary files that it was given').toBe(temporary)
    expect(readdirSync(temporary)).toEqual(['said.ts'])
    expect((statSync(cache).mode & 0o777).toString(8)).toBe('700')
    expect(readdirSync(cache)).not.toEqual([])
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
})
