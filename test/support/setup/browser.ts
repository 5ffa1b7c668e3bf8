import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'

/**
 * A Chromium and a Chinese font are there before the first test of the pages runs.
 * Without a browser the run ends here, because Vitest would bury the one line that says why under a page of its own.
 */
export async function findBrowserAndFont(): Promise<void> {
  // Worth it even where there is a browser already; on a laptop what is there is good enough.
  if (process.env.CI && onPath(shell) === undefined) installWithApt(shell, 'fonts-noto-cjk', 'fontconfig')
  try {
    await findBrowser()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  ensureChineseFont()
}

/**
 * Starts a headless Chromium; whoever starts it closes it. Installs one first where there is none and that is possible.
 * @param isDrawn whether pictures of its pages can be taken. Where not, they are styled, laid out and painted into lists as
 * everywhere, and no memory is there for the pixels, which take a fifth of what going to a page does.
 */
export async function launchBrowser(isDrawn: boolean): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A window's first page is shown by the process of the empty one before it, in the place of another.
      '--renderer-process-limit=1',
      ...(isDrawn ? [] : ['--force-gpu-mem-available-mb=0']),
    ],
  })
}

/**
 * The path of a Chromium that runs: the one named by CHROMIUM or CHROME_PATH, the system's, Playwright's own, or one that
 * it installs now. Throws one line saying what to do when there is none and none can be installed.
 */
async function findBrowser(): Promise<string> {
  for (const name of ['CHROMIUM', 'CHROME_PATH']) {
    const named = process.env[name]
    if (named && !runs(named)) throw new Error(`${name} is ${named}, which does not run: name a Chromium or unset it.`)
    if (named) return named
  }
  const found = systemBrowser() ?? (await playwrightBrowser())
  if (found) return found
  for (const name of [shell, 'chromium']) {
    if (!installWithApt(name, 'fonts-noto-cjk', 'fontconfig')) continue
    const installed = systemBrowser()
    if (installed) return installed
  }
  installWithPlaywright()
  const installed = await playwrightBrowser()
  if (installed) return installed
  throw new Error(
    'No Chromium found and none could be installed: install one, or set CHROMIUM to the path of one. ' +
      'The other tests run with `npx vitest run --exclude "**/*browser{/**,.test.*}"`.',
  )
}

/** Chromium without its windows: it draws the same pages in two thirds of the time. */
const shell = 'chromium-headless-shell'

function systemBrowser(): string | undefined {
  const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const onMac = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome']
  return onPath(...names) ?? onMac.map((app) => join('/Applications', app)).find(runs)
}

/** The first of these programs that is found and runs. */
function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs)
}

async function playwrightBrowser(): Promise<string | undefined> {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return runs(path) ? path : undefined
}

/** On Debian as root. Ubuntu's package of that name is only a signpost to a snap, which does not run in a container. */
function installWithApt(...packages: string[]): boolean {
  if (!isRoot() || !isDebian()) return false
  console.log(`Installing ${packages.join(', ')} with apt-get, which may take a few minutes ...`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], { env, minutes: 5 })
  const ran = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, minutes: 10 })
  if (ran.status !== 0) console.log(`apt-get could not: ${complaint(ran)}`)
  return ran.status === 0
}

function installWithPlaywright(): void {
  console.log("Installing Playwright's Chromium, which may take a few minutes ...")
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  const withLibraries = isRoot() ? ['--with-deps'] : []
  const ran = run(process.execPath, [cli, 'install', 'chromium', '--no-shell', ...withLibraries], { minutes: 5 })
  if (ran.status !== 0) console.log(`Playwright could not: ${complaint(ran)}`)
}

/** Without a Chinese font the pages show boxes, which passes every test but makes a poor screenshot: hence only a warning. */
function ensureChineseFont(): void {
  if (process.platform !== 'linux' || hasChineseFont()) return
  if (installWithApt('fonts-noto-cjk', 'fontconfig') && hasChineseFont()) return
  console.warn('No Chinese font found (fc-list :lang=zh): Chinese shows as boxes. Install one, such as fonts-noto-cjk.')
}

function hasChineseFont(): boolean {
  return run('fc-list', [':lang=zh']).stdout?.trim() !== ''
}

function runs(path: string): boolean {
  return existsSync(path) && run(path, ['--version']).status === 0
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

interface Limits {
  env?: NodeJS.ProcessEnv
  minutes?: number
}

function run(
  command: string,
  args: string[],
  { env = process.env, minutes = 0.5 }: Limits = {},
): SpawnSyncReturns<string> {
  return spawnSync(command, args, {
    env,
    encoding: 'utf8',
    timeout: minutes * 60_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The line that tells most of why a command failed: the first that speaks of an error, or else the last. */
function complaint({ error, stderr, stdout }: SpawnSyncReturns<string>): string {
  const lines = `${stdout ?? ''}\n${stderr ?? ''}`.trim().split('\n')
  return error?.message ?? lines.find((line) => /^E:|error/i.test(line)) ?? lines.at(-1) ?? ''
}
