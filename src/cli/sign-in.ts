/**
 * `npm run sign-in -- NAME [--role ROLE] [--study SLUG] [--where edge]` prints a fresh one-time link for one member of
 * staff, and gives them the role; `--remove` ends their sessions and unused links instead.
 */
import { parseArgs } from 'node:util'
import { roles } from '../../schema/tables.ts'
import type { Ports } from '../ports.ts'
import { makeSignInLink, type NewStaff, removeStaff, type StaffRefusal } from '../staff/accounts/actions.ts'
import type { Staff } from '../staff/accounts/store.ts'
import { openWhere, type Where, wheres } from './open-edge.ts'

const usage = `Usage: npm run sign-in -- NAME [--role ${roles.join('|')}] [--study SLUG] [--where edge|edge-remote]
       npm run sign-in -- NAME --remove [--where edge|edge-remote]
The role is needed for a name that is new. It holds in one study with --study, and without it in every study, those that
are opened later as well. A person may have several roles, but those of answers (admin, analyst, reviewer), of money
(preparer, approver, auditor) and owner never in one study. --remove signs someone out everywhere, and their unused
links open nothing any more.`

function asked(): NewStaff & { remove: boolean; where: Where } {
  const options = {
    role: { type: 'string' },
    study: { type: 'string' },
    remove: { type: 'boolean', default: false },
    where: { type: 'string', default: 'here' },
  } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const where = wheres.find((it) => it === values.where)
  if (where === undefined) throw new Error(usage)
  const { remove } = values
  if (positionals.length === 0 || (remove && values.role !== undefined)) throw new Error(usage)
  if (values.study !== undefined && values.role === undefined) throw new Error(usage)
  const role = roles.find((known) => known === values.role)
  if (values.role !== undefined && role === undefined) throw new Error(`There is no role ${values.role}.\n${usage}`)
  return { name: positionals.join(' '), role, study: values.study, remove, where }
}

function why(refusal: StaffRefusal, { name, study }: NewStaff): string {
  switch (refusal.refused) {
    case 'bad_name':
      return 'A name has 1 to 80 characters, all of them visible.'
    case 'role_needed':
      return `${name} is new. Say what they may do: npm run sign-in -- ${JSON.stringify(name)} --role ${roles.join('|')}`
    case 'no_study':
      return `There is no study ${study}. Its name is the part after /s/ in its address.`
    case 'other_desk':
      return `${name} has the role ${refusal.role}. Nobody deals with both answers and money in one study: use another name for another person.`
  }
}

async function makeLink(ports: Ports, who: NewStaff): Promise<string> {
  const made = await makeSignInLink(ports, who)
  if ('refused' in made) throw new Error(why(made, who))
  return `A link for ${made.staff.name} (${rolesOf(made.staff)}), valid once, until ${made.expiresAt}:\n${made.link}`
}

/** Their roles, wherever they have them. */
function rolesOf({ grants, usualRole }: Staff): string {
  return grants.length === 0 ? usualRole : [...new Set(grants.map(({ role }) => role))].join(', ')
}

async function takeOut(ports: Ports, name: string): Promise<string> {
  const staff = await removeStaff(ports, name)
  if (staff === undefined) throw new Error(`Nobody has the name ${name}.`)
  return `${staff.name} (${rolesOf(staff)}) is signed out everywhere, and no link made before lets them in.`
}

try {
  const { remove, where, ...who } = asked()
  const { ports, close } = await openWhere(where, process.env)
  try {
    console.log(await (remove ? takeOut(ports, who.name) : makeLink(ports, who)))
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
