/** What a first start sets up: the study, and, for a demonstration, links for every role. */
import { networkInterfaces } from 'node:os'
import type { Config } from '../src/config.ts'
import { openStudy } from '../src/journey/setup/open-study.ts'
import type { Ports } from '../src/ports.ts'
import { makeSignInLink } from '../src/staff/accounts/actions.ts'
import { invite } from '../src/survey/respondents/actions.ts'
import { listStudies } from '../src/survey/studies/store.ts'
import type { PretendedServers } from './sandbox-servers.ts'
import { studyAbroadStudy } from './study-abroad.ts'

const aYearMs = 365 * 24 * 3_600_000

/** Opens the study when there is none. True when it did. */
export async function setUp(ports: Ports): Promise<boolean> {
  const now = ports.clock.now()
  if ((await listStudies(ports.db, now)).length > 0) return false
  const opened = await openStudy(ports, studyAbroadStudy(now))
  return opened.done
}

/**
 * The lines that a start prints: where the survey is, and after the first start of a demonstration who may do what.
 * @param pretended where the pretended providers are, if there are any
 */
export async function welcome(
  ports: Ports,
  config: Config,
  isNew: boolean,
  pretended: PretendedServers['addresses'] | null = null,
): Promise<string[]> {
  const [study] = await listStudies(ports.db, ports.clock.now())
  const { origin } = ports.settings
  const lines = [`Honorarium listens on ${origin}`, '']
  if (origin.startsWith('http:') && new URL(origin).hostname !== 'localhost') {
    lines.push('Warning: ORIGIN is not https, so cookies are sent in the clear and have plain names.', '')
  }
  lines.push(...aboutAddress(origin, config))
  if (study === undefined) return lines
  const about = pretended === null ? [] : aboutPretended(pretended, study.slug)
  lines.push(`  Survey               ${origin}/s/${study.slug}`)
  if (!isNew || config.MODE === 'production') {
    lines.push('  Staff                npm run sign-in -- NAME   (a fresh one-time link)', '')
    return [...lines, ...about]
  }
  const expiresAt = new Date(Date.parse(ports.clock.now()) + aYearMs).toISOString()
  lines.push(`  Invitation           ${origin}/i/${await invite(ports, study.id, expiresAt)}`)
  for (const [name, role] of [
    ['Demo admin', 'admin'],
    ['Demo preparer', 'preparer'],
    ['Demo approver', 'approver'],
    ['Demo auditor', 'auditor'],
  ] as const) {
    const made = await makeSignInLink(ports, { name, role })
    if ('link' in made) lines.push(`  Sign in as ${role.padEnd(8)}  ${made.link}`)
  }
  return [
    ...lines,
    '',
    ...about,
    "Every role's link in one terminal is for this demonstration only: set MODE=production for a real study.",
    'Sign-in links work once, within an hour; `npm run sign-in -- NAME` makes a fresh one.',
    '',
  ]
}

/** Where the pretended providers are, at every start of a demonstration that has no real one. */
function aboutPretended({ wechat, alipay, tremendous, phone }: PretendedServers['addresses'], slug: string): string[] {
  return [
    'Payments go to sandbox providers. They keep nothing once this program ends; each lists the payments that it received:',
    `  WeChat Pay           ${wechat}`,
    `  Alipay               ${alipay}`,
    `  Tremendous           ${tremendous}`,
    `  A phone with WeChat  ${phone}/s/${slug}/voucher   (a browser on this machine, as if inside WeChat)`,
    '',
  ]
}

/** For whoever left ORIGIN as it is: what is sent from a page under any other address is refused. */
function aboutAddress(origin: string, config: Config): string[] {
  const isDefault = new URL(origin).hostname === 'localhost'
  if (config.MODE === 'production' || !isDefault) return []
  return [
    'Use exactly this address: forms sent from another, 127.0.0.1 say, are refused.',
    `For a phone on the same network: ORIGIN=http://${ownAddress() ?? 'ADDRESS-OF-THIS-MACHINE'}:${config.PORT} npm start`,
    '',
  ]
}

/** Where others on the same network find this machine, when it has such an address. */
function ownAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((some) => some ?? [])
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}
