/**
 * `npm run sign-in -- NAME [--role ROLE] [--study SLUG] [--where edge]` prints a fresh one-time link for one member of
 * staff, and gives them the role; `--remove` ends their sessions and unused links instead.
 */
import { parseArgs } from 'node:util'
import { roles } from '../../schema/tables.ts'
import type { Ports } from '../ports.ts'
import { makeSignInLink, type NewStaff, removeStaff, tidyName } from '../staff/accounts/actions.ts'
import { readStaff } from '../staff/accounts/session.ts'
import type { Staff } from '../staff/accounts/store.ts'
import { takeRole } from '../staff/permissions/take.ts'
import { type EdgePlace, openWhere, wheres } from './open-edge.ts'
import { noStudy, refusalInWords } from './refusal-in-words.ts'

const usage = `Usage: npm run sign-in -- NAME [--role ROLE] [--study SLUG] [--where edge|edge-remote]
       npm run sign-in -- NAME --role ROLE --take-back [--study SLUG] [--where edge|edge-remote]
       npm run sign-in -- NAME --remove [--where edge|edge-remote]
ROLE is one of those of answers (admin, analyst, reviewer, viewer), of money (preparer, approver, auditor), or owner. It
is needed for a name that is new. It holds in one study with --study, and without it in every study, those that are
opened later as well. A person may have several roles, but of these three kinds only one in one study. --take-back takes
the role away, in that study or in all of them, at once; it makes no link. --remove signs someone out everywhere, and
their unused links open nothing any more.`

function asked(): NewStaff & { remove: boolean; takeBack: boolean; where: EdgePlace } {
  const options = {
    role: { type: 'string' },
    study: { type: 'string' },
    remove: { type: 'boolean', default: false },
    'take-back': { type: 'boolean', default: false },
    where: { type: 'string', default: 'here' },
  } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const where = wheres.find((it) => it === values.where)
  if (where === undefined) throw new Error(usage)
  const { remove, 'take-back': takeBack } = values
  if (positionals.length === 0 || (remove && values.role !== undefined)) throw new Error(usage)
  if ((takeBack || values.study !== undefined) && values.role === undefined) throw new Error(usage)
  const role = roles.find((known) => known === values.role)
  if (values.role !== undefined && role === undefined) throw new Error(`There is no role ${values.role}.\n${usage}`)
  return { name: positionals.join(' '), role, study: values.study, remove, takeBack, where }
}

async function makeLink(ports: Ports, who: NewStaff): Promise<string> {
  const made = await makeSignInLink(ports, who)
  if ('refused' in made) throw new Error(refusalInWords(made, who))
  return `A link for ${made.staff.name} (${rolesOf(made.staff)}), valid once, until ${made.expiresAt}:\n${made.link}`
}

/** Their roles, wherever they have them. */
function rolesOf({ grants, usualRole }: Staff): string {
  return grants.length === 0 ? usualRole : [...new Set(grants.map(({ role }) => role))].join(', ')
}

async function takeBack(ports: Ports, { name, role, study }: NewStaff): Promise<string> {
  const staff = await readStaff(ports.db, tidyName(name))
  if (staff === undefined || role === undefined) throw new Error(`Nobody has the name ${name}.`)
  const left = await takeRole(ports, staff, role, study)
  if ('refused' in left) {
    if (left.refused === 'last_owner') throw new Error(`${name} is the last owner there. Make somebody else one first.`)
    throw new Error(left.refused === 'no_study' ? noStudy(study) : `${name} does not have the role ${role} there.`)
  }
  return `${name} does not have the role ${role} any more${study === undefined ? '' : ` in ${study}`}. Left: ${rolesOf(left)}.`
}

async function takeOut(ports: Ports, name: string): Promise<string> {
  const staff = await removeStaff(ports, name)
  if (staff === undefined) throw new Error(`Nobody has the name ${name}.`)
  return `${staff.name} (${rolesOf(staff)}) is signed out everywhere, and no link made before lets them in.`
}

try {
  const { remove, takeBack: isTaken, where, ...who } = asked()
  const { ports, close } = await openWhere(where, process.env)
  try {
    console.log(await (remove ? takeOut(ports, who.name) : isTaken ? takeBack(ports, who) : makeLink(ports, who)))
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
