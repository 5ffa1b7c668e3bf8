/** What a start of a demonstration prints: links for every role, and where the sandbox providers are. */
import { networkInterfaces } from 'node:os'
import type { Config } from '../src/config.ts'
import { howStaffGetIn, whereItIs } from '../src/entry/welcome.ts'
import type { Ports } from '../src/ports.ts'
import { registry } from '../src/rewards/providers/registry.ts'
import { makeSignInLink } from '../src/staff/accounts/actions.ts'
import { invite } from '../src/survey/respondents/actions.ts'
import { listStudies } from '../src/survey/studies/store.ts'
import { sandboxNames } from './providers/registry.ts'
import type { SandboxServers } from './sandbox-servers.ts'

/** Who plays each role. */
const people = [
  ['Demo owner', 'owner'],
  ['Demo admin', 'admin'],
  ['Demo preparer', 'preparer'],
  ['Demo approver', 'approver'],
  ['Demo auditor', 'auditor'],
] as const

const aYearMs = 365 * 24 * 3_600_000

/**
 * The lines that a start prints: where the survey is, and after the first start of a demonstration who may do what.
 * @param sandbox where the sandbox providers are, if there are any
 */
export async function welcome(
  ports: Ports,
  config: Config,
  isNew: boolean,
  sandbox: SandboxServers['addresses'] | null = null,
): Promise<string[]> {
  const [study] = await listStudies(ports.db, ports.clock.now())
  const { origin } = ports.settings
  const lines = await whereItIs(ports, aboutAddress(origin, config))
  if (study === undefined) return lines
  const about = sandbox === null ? [] : aboutSandboxes(sandbox, study.slug)
  if (config.MODE === 'production') return [...lines, ...howStaffGetIn, ...about]
  if (!isNew) {
    const again = people.map(([name, role]) => `  Sign in as ${role.padEnd(8)}  npm run sign-in -- "${name}"`)
    return [...lines, ...howStaffGetIn.slice(0, -1), ...again, '', ...about]
  }
  const expiresAt = new Date(Date.parse(ports.clock.now()) + aYearMs).toISOString()
  lines.push(`  Invitation           ${origin}/i/${await invite(ports, study.id, expiresAt)}`)
  for (const [name, role] of people) {
    const made = await makeSignInLink(ports, { name, role })
    if ('link' in made) lines.push(`  Sign in as ${role.padEnd(8)}  ${made.link}`)
  }
  return [
    ...lines,
    '',
    ...about,
    `For a study of your own, sign in as owner: ${origin}/admin/studies`,
    "Every role's link in one terminal is for this demonstration only: set MODE=production for a real study.",
    'Sign-in links work once, within an hour; `npm run sign-in -- NAME` makes a fresh one.',
    '',
  ]
}

/** Where the sandbox providers are, at every start of a demonstration that has no real one. */
function aboutSandboxes(addresses: SandboxServers['addresses'], slug: string): string[] {
  return [
    'Payments go to sandbox providers. They keep nothing once this program ends; each lists the payments that it received:',
    ...sandboxNames.map((name) => `  ${registry[name].name.padEnd(19)}  ${addresses[name]}`),
    `  A phone with WeChat  ${addresses.phone}/s/${slug}/voucher   (a browser on this machine, as if inside WeChat)`,
    '',
  ]
}

/** For whoever left ORIGIN as it is: what is sent from a page under any other address is refused. */
function aboutAddress(origin: string, config: Config): string[] {
  const isDefault = new URL(origin).hostname === 'localhost'
  if (config.MODE === 'production' || !isDefault) return []
  return [
    'Use exactly this address: forms sent from another, 127.0.0.1 say, are refused.',
    `For a phone on the same network: HOST=0.0.0.0 ORIGIN=http://${ownAddress() ?? 'ADDRESS-OF-THIS-MACHINE'}:${config.PORT} npm start`,
    '',
  ]
}

/** Where others on the same network find this machine, when it has such an address. */
function ownAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((some) => some ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}
