import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { sandboxNames } from '../../demo/providers/registry.ts'
import { registry } from '../../src/rewards/providers/registry.ts'
import { runHere } from '../support/run/here.ts'
import { type Server, type ServerChoices, spawnServer, startServer } from '../support/run/server.ts'
import { isWhole } from '../support/run/whole.ts'

const opened: { directories: string[]; servers: Server[] } = { directories: [], servers: [] }

afterAll(async () => {
  for (const server of opened.servers.splice(0)) {
    server.kill('SIGKILL')
    await server.ended
  }
  for (const directory of opened.directories.splice(0)) rmSync(directory, { recursive: true, force: true })
})

function freshDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'honorarium-start-'))
  opened.directories.push(directory)
  return directory
}

async function start(
  directory: string,
  env: Record<string, string> = {},
  choices: ServerChoices = {},
): Promise<Server> {
  const server = await startServer(directory, { ...choices, env })
  opened.servers.push(server)
  return server
}

const links = (text: string, kind: string) => [...text.matchAll(new RegExp(`http://localhost:\\d+/${kind}\\S*`, 'g'))]

function count(directory: string, table: string): number {
  const file = new SqliteFile(join(directory, 'honorarium.db'), { readonly: true })
  const { n } = file.prepare(`select count(*) n from ${table}`).get() as { n: number }
  file.close()
  return n
}

/** A server takes seconds to start, so facts that do not disturb each other share one: the first who asks starts it. */
function shared<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined
  return () => (made ??= make())
}

/** A demonstration that nobody ends; in the whole matrix as it is installed, where each module is compiled first. */
const demonstration = shared(async () => {
  const directory = freshDirectory()
  return { directory, server: await start(directory, {}, { asInstalled: isWhole }) }
})

/** What a second start should leave alone. */
function storedIn(directory: string) {
  return {
    keys: readFileSync(join(directory, 'keys.json'), 'utf8'),
    rows: ['studies', 'offers', 'invitations', 'staff', 'sign_ins'].map((table) => count(directory, table)),
  }
}

/** The whole life of a server whose surroundings allow everything, up to a SIGINT in the middle of a request. */
const firstRun = shared(async () => {
  const directory = freshDirectory()
  const server = await start(directory, {}, { wrap: ['sh', '-c', 'umask 000; exec "$@"', 'sh'] })
  const modes = ['keys.json', 'honorarium.db', 'honorarium.db-wal', 'honorarium.db-shm'].map((name) => [
    name,
    (statSync(join(directory, name)).mode & 0o777).toString(8),
  ])
  const slow = await halfSent(server.port)
  server.kill('SIGINT')
  // The signal has been taken when nobody is let in any more.
  while (await accepts(server.port));
  const reply = await slow.finish()
  return { directory, modes, reply, printed: server.printed(), code: await server.ended, left: storedIn(directory) }
})

/** Started where the first run ended, printing into a pipe. */
const secondRun = shared(async () => {
  const { directory, left } = await firstRun()
  const server = await start(directory, {}, { piped: true })
  return { server, before: left, after: storedIn(directory), printed: server.printed() }
})

async function reaches({ port }: Server, host: string): Promise<number | 'nobody'> {
  return fetch(`http://${host}:${port}/robots.txt`).then(
    ({ status }) => status,
    () => 'nobody',
  )
}

const bothHosts = async (server: Server) => [await reaches(server, '127.0.0.1'), await reaches(server, '127.0.0.2')]

/** One that everybody reaches, with a real provider. */
const everywhere = shared(async () => {
  const real = { TREMENDOUS_API_KEY: 'a', TREMENDOUS_CAMPAIGN_ID: 'b', TREMENDOUS_WEBHOOK_KEY: 'c' }
  const server = await start(freshDirectory(), { ...real, HOST: '0.0.0.0' })
  return { server, reached: await bothHosts(server), printed: server.printed() }
})

describe('the first start', () => {
  it('prints the survey, one invitation and a sign-in link for each role', async () => {
    const { server } = await demonstration()
    const printed = server.printed()
    expect(links(printed, 's/study-abroad\\n')).toHaveLength(1)
    expect(links(printed, 'i/')).toHaveLength(1)
    const roles = [...printed.matchAll(/^ {2}Sign in as (\w+) +http:\/\/localhost:\d+\/sign-in\/\w+$/gm)].map(
      ([, role]) => role,
    )
    expect(roles).toEqual(['owner', 'admin', 'preparer', 'approver', 'auditor'])
    expect((await fetch(`http://127.0.0.1:${server.port}/s/study-abroad`)).status).toBe(200)
  })

  it('makes a database and a key set that only their owner can read, whatever the surroundings allow', async () => {
    for (const [name, mode] of (await firstRun()).modes) expect(mode, name).toBe('600')
  })

  it('prints no link for staff and starts no sandbox in production', async () => {
    const directory = freshDirectory()
    const data = join(directory, 'data')
    const keys = join(directory, 'keys.json')
    const env = { MODE: 'production', ORIGIN: 'https://study.example.org', KEYS_FILE: keys }
    expect((await runHere('set-up', [], { ...env, DATA_DIR: data })).code).toBe(0)
    const server = await start(data, env)
    const printed = server.printed()
    expect(printed).toContain('https://study.example.org/s/study-abroad')
    expect(printed).not.toMatch(/Sign in as|\/sign-in\/|\/i\/|sandbox/)
    expect(printed).toContain('npm run sign-in -- NAME')
  })
})

describe('HOST', () => {
  it('is localhost alone unless it is set', async () => {
    expect(await bothHosts((await demonstration()).server)).toEqual([200, 'nobody'])
    expect((await everywhere()).reached).toEqual([200, 200])
  })
})

describe('sandbox providers', () => {
  const names = [...sandboxNames.map((name) => registry[name].name), 'A phone with WeChat']
  const addressesOf = (printed: string) =>
    names.map((name) => new RegExp(`^ {2}${name} +(http\\S+)`, 'm').exec(printed)?.[1] ?? '')

  it('have ports of their own in a demonstration, each says that it is not the real one, and the phone is in WeChat', async () => {
    const addresses = addressesOf((await demonstration()).server.printed())
    const phone = addresses.pop() ?? ''
    for (const address of addresses) {
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
      expect(await (await fetch(address ?? '')).text()).toContain('it stands in for it')
    }
    const page = await (await fetch(phone.replace('/voucher', '').replace('localhost', '127.0.0.1'))).text()
    expect(page).toContain('/sandbox-phone/bridge.js')
    // They go with their server.
    const [ended] = addressesOf((await firstRun()).printed)
    expect(ended).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    await expect(fetch(ended ?? '')).rejects.toThrow()
  })

  it('are not there beside a real one', async () => {
    expect((await everywhere()).printed).not.toContain('sandbox')
  })

  it('stay away when a setting is wrong, which is one line and the exit code 1', async () => {
    const server = await spawnServer(freshDirectory(), {
      env: { TREMENDOUS_API_KEY: 'a', TREMENDOUS_CAMPAIGN_ID: 'b' },
    })
    opened.servers.push(server)
    expect(await server.ended).toBe(1)
    expect(server.complained()).toMatch(/^TREMENDOUS_WEBHOOK_KEY: missing, and TREMENDOUS_API_KEY is set: .*\n$/)
    expect(server.printed()).toBe('')
  })
})

describe('the second start', () => {
  it('keeps the study, the keys and the staff, and prints no second seed', async () => {
    const { before, after, printed } = await secondRun()
    // How each role gets in again is said by a command, which makes the link.
    expect(printed).not.toMatch(/\/sign-in\/|\/i\//)
    expect(links(printed, 's/study-abroad\\n')).toHaveLength(1)
    expect(after).toEqual(before)
  })
})

describe('a port that is taken', () => {
  it('is one clear line and the exit code 1, and sets nothing up', async () => {
    const { directory, server: first } = await demonstration()
    const other = mkdtempSync(join(directory, 'other-'))
    const second = await spawnServer(other, { port: first.port })
    opened.servers.push(second)
    expect(await second.ended).toBe(1)
    expect(second.complained()).toBe(
      `Port ${first.port} is taken: stop what listens there, or choose another with PORT=…\n`,
    )
    expect(second.printed()).toBe('')
    if (existsSync(join(other, 'honorarium.db'))) expect(count(other, 'studies')).toBe(0)
  })
})

describe('SIGINT', () => {
  it('lets a request in flight finish, takes no new one, and stops with 0', async () => {
    const { reply, code } = await firstRun()
    expect(reply).toContain('No questionnaire matches this code')
    expect(code).toBe(0)
  })

  it('a second time cuts off who is still sending, and stops with 0', async () => {
    const { server } = await everywhere()
    const slow = await halfSent(server.port)
    server.kill('SIGINT')
    while (await accepts(server.port));
    server.kill('SIGINT')
    expect(await server.ended).toBe(0)
    expect(await slow.over).toBe('')
  })
})

describe('a caller that hangs up half way', () => {
  it('is no failure, so that nobody can bury those that are', async () => {
    const { server } = await demonstration()
    const slow = await halfSent(server.port)
    slow.hangUp()
    await expect.poll(server.printed).toContain('"status":499')
    expect(server.printed()).not.toContain('failure')
  })
})

describe('a log that nobody reads any more', () => {
  it('does not stop the server, which says so where it still can', async () => {
    const { server } = await secondRun()
    const address = `http://127.0.0.1:${server.port}/s/study-abroad`
    server.stopReading()
    expect((await fetch(address)).status).toBe(200)
    await expect.poll(server.complained).toContain('the server goes on without it')
    expect((await fetch(address)).status).toBe(200)
    server.kill('SIGINT')
    expect(await server.ended).toBe(0)
    expect(server.complained().trim().split('\n')).toHaveLength(1)
  })
})

/** A request whose head the server has taken, as its `100 Continue` shows, and whose body is still to come. */
async function halfSent(port: number): Promise<{ finish(): Promise<string>; hangUp(): void; over: Promise<string> }> {
  const socket = connect({ port, host: '127.0.0.1' })
  let received = ''
  const head = [
    'POST /s/study-abroad/resume HTTP/1.1',
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    'Content-Type: application/x-www-form-urlencoded',
    'Expect: 100-continue',
    'Content-Length: 11',
  ]
  socket.setEncoding('utf8').on('data', (text) => {
    received += text
  })
  const over = new Promise<string>((resolve) =>
    socket.once('close', () => resolve(received.split('\r\n\r\n')[1] ?? '')),
  )
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  while (!received.includes('100 Continue')) await new Promise((resolve) => socket.once('data', resolve))
  return {
    over,
    async finish() {
      socket.write('code=abcdef')
      await over
      return received
    },
    hangUp() {
      socket.destroy()
    },
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}
