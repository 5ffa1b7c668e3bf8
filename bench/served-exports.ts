/** What the built server holds while it makes files of answers and pages of results for staff, and students open the study's page meanwhile. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as waiting } from 'node:timers/promises'
import { root } from '../test/support/run/programs.ts'
import { forgetPages, type MemoryLimit, type MemoryUse, openMemoryLimit } from './memory-limit.ts'
import { startMeasured, stop } from './server.ts'

const origin = 'https://study.example.org'
const studyPath = '/admin/studies/study-abroad'
const exportsPath = `${studyPath}/exports`
/** In the place of a format: these pages, again and again for a while. */
const pagesOfResults = new Map([
  ['page', `${studyPath}/insights`],
  ['cross', `${studyPath}/insights/crosses?rows=Q12&columns=Q17`],
])
const pagesMs = 10_000
/** So often a student opens the page, and so often memory is looked at, in milliseconds. */
const [visitMs, lookMs] = [20, 100]
const built = join(root, 'dist/service')

interface Resident {
  all: number
  /** Without the pages of files, such as Node's own program, which the system lends. */
  own: number
}

/** In MiB; null where the system does not tell. */
function residentOf(pid: number): Resident | null {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return null
  const text = readFileSync(file, 'utf8')
  const of = (name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0) / 1024)
  return { all: of('VmRSS'), own: of('RssAnon') }
}

/** The most of each figure since the last time that it was asked for, in MiB. */
function peaksOf(limit: MemoryLimit) {
  const names = ['used', 'anonymous', 'files', 'mapped', 'kernel'] as const
  const most = new Map<keyof MemoryUse, number>()
  let before = limit.events()
  return {
    look() {
      const now = limit.use()
      for (const name of names) most.set(name, Math.max(most.get(name) ?? 0, now[name]))
    },
    said() {
      const { read, ended } = limit.events()
      const figures = names.map((name) => `${name} ${Math.round((most.get(name) ?? 0) / 2 ** 20)}`)
      const text = `at most ${figures.join(', ')} MiB; ${read - before.read} pages of programs read again, ${ended} ended for it`
      most.clear()
      before = { read, ended }
      return text
    },
  }
}

interface ServedChoices {
  /** For node, besides production's own. */
  flags: readonly string[]
  /** After so long a download is broken off. */
  mostMs: number
  /** In megabytes: no more the system lets the server use, with the pages of files that it reads. */
  limitMb: number | null
}

/**
 * Serves the data directory, which has the study, as production does, and takes each format as staff do, all from one server.
 * @param formats by their ids, or the name of a page
 */
export async function measureServed(
  dataDirectory: string,
  formats: readonly string[],
  { flags, mostMs, limitMb }: ServedChoices,
): Promise<void> {
  if (!existsSync(built)) throw new Error('Nothing is built yet: run npm run build first')
  const env = { MODE: 'production', ORIGIN: origin, LOG: 'none', KEYS_FILE: join(dataDirectory, 'keys.json') }
  const limit = limitMb === null ? null : openMemoryLimit(limitMb * 1_000_000, join(dataDirectory, 'node-copy'))
  if (limit !== null) {
    const code = readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'))
    forgetPages([join(dataDirectory, 'honorarium.db'), ...code.map((path) => join(built, path))])
  }
  try {
    await takeAll(dataDirectory, formats, { flags, mostMs, env, limit })
  } finally {
    limit?.remove()
  }
}

async function takeAll(
  dataDirectory: string,
  formats: readonly string[],
  {
    flags,
    mostMs,
    env,
    limit,
  }: Omit<ServedChoices, 'limitMb'> & { env: Record<string, string>; limit: MemoryLimit | null },
): Promise<void> {
  const server = await startMeasured(dataDirectory, { built, flags: [...flags], env, wrap: limit?.wrap ?? [] })
  const { port, pid } = server
  const peaks = limit && peaksOf(limit)
  const ask = (method: string, path: string, cookie = '', body = '') =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { host: 'study.example.org', origin, cookie, 'content-type': 'application/x-www-form-urlencoded' }
      request({ port, host: 'localhost', method, path, headers }, resolve).on('error', reject).end(body)
    })
  const whole = async (answer: IncomingMessage) => {
    for await (const _ of answer);
    return answer
  }
  const download = (path: string, cookie: string) =>
    new Promise<{ bytes: number; status: number | undefined }>((resolve, reject) => {
      const got = { bytes: 0, status: 200 as number | undefined }
      const headers = { host: 'study.example.org', origin, cookie }
      const asked = request({ port, host: 'localhost', path, headers })
      const done = () => {
        clearTimeout(late)
        resolve(got)
        asked.destroy()
      }
      const late = setTimeout(done, mostMs)
      asked.on('error', (error) => (got.bytes > 0 ? done() : reject(error)))
      asked.on('response', (answer) => {
        got.status = answer.statusCode
        answer.on('data', (piece: Uint8Array) => {
          got.bytes += piece.length
        })
        answer.on('end', done).on('error', done)
      })
      asked.end()
    })
  const memoryText = (resident: Resident | null) =>
    resident === null ? '?' : `${resident.all} MiB (${resident.own} its own)`
  try {
    console.log(`the server before: ${memoryText(residentOf(pid))}; ${flags.join(' ')}`)
    peaks?.look()
    if (peaks !== null) console.log(`  ${peaks.said()}`)
    const staff = ['sign-in.js', 'Bench', '--role', 'admin']
    const link = execFileSync(process.execPath, staff, {
      cwd: built,
      env: { ...process.env, ...env, DATA_DIR: dataDirectory },
      encoding: 'utf8',
    })
    const { pathname, search } = new URL(/https:\S+/.exec(link)?.[0] ?? '')
    const signedIn = await whole(await ask('POST', pathname + search))
    const cookie = (signedIn.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
    const pages = async (path: string) => {
      const until = performance.now() + Math.min(pagesMs, mostMs)
      const got = { bytes: 0, status: 200 as number | undefined }
      while (performance.now() < until) {
        const answer = await ask('GET', path, cookie)
        got.status = answer.statusCode
        for await (const piece of answer) got.bytes += (piece as Uint8Array).length
      }
      return got
    }
    const made = async (format: string) => {
      const { headers, statusCode } = await whole(
        await ask('POST', exportsPath, cookie, `format=${format}&language=en&held=in`),
      )
      if (headers.location === undefined) throw new Error(`${format} was answered with ${statusCode}`)
      await whole(await ask('POST', `${headers.location}/file`, cookie))
      return `${headers.location}/file`
    }
    for (const format of formats) {
      const page = pagesOfResults.get(format)
      const file = page ?? (await made(format))
      const began = performance.now()
      const waits: number[] = []
      const under = new Set<Promise<unknown>>()
      let due = began
      const visits = setInterval(() => {
        for (; due <= performance.now(); due += visitMs) {
          const since = due
          const one = ask('GET', '/s/study-abroad')
            .then(whole)
            .then(() => waits.push(performance.now() - since))
          under.add(one.finally(() => under.delete(one)))
        }
      }, visitMs)
      const most: Resident = { all: 0, own: 0 }
      const looks = setInterval(() => {
        const now = residentOf(pid)
        most.all = Math.max(most.all, now?.all ?? 0)
        most.own = Math.max(most.own, now?.own ?? 0)
        peaks?.look()
      }, lookMs)
      // What counts before its first byte, or reads more than once, may say nothing for long.
      const { bytes, status } = page === undefined ? await download(file, cookie) : await pages(page)
      if (status !== 200) throw new Error(`${format} was answered with ${status}`)
      const seconds = (performance.now() - began) / 1000
      clearInterval(visits)
      clearInterval(looks)
      await Promise.all(under)
      const p99 = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0
      const speed = `${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s`
      console.log(
        `${format.padEnd(12)} ${speed.padStart(22)}  at most ${memoryText(most)}  students' p99 ${p99.toFixed(0)} ms`,
      )
      if (peaks !== null) console.log(`  ${peaks.said()}`)
      await waiting(lookMs)
    }
  } finally {
    await stop(server)
  }
}
