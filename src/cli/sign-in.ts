/**
 * `npm run sign-in -- NAME [--role ROLE] [--where edge]` prints a fresh one-time link for one member of staff;
 * `--remove` ends their sessions and unused links instead.
 */
import { parseArgs } from 'node:util'
import { type Role, roles } from '../../schema/tables.ts'
import type { Ports } from '../ports.ts'
import { makeSignInLink, removeStaff, type StaffRefusal } from '../staff/accounts/actions.ts'
import { openWhere, type Where, wheres } from './open-edge.ts'

const usage = `Usage: npm run sign-in -- NAME [--role ${roles.join('|')}] [--where edge|edge-remote]
       npm run sign-in -- NAME --remove [--where edge|edge-remote]
The role is needed for a name that is new; it cannot be changed later. --remove signs someone out everywhere, and their
unused links open nothing any more.`

function asked(): { name: string; role: Role | undefined; remove: boolean; where: Where } {
  const options = {
    role: { type: 'string' },
    remove: { type: 'boolean', default: false },
    where: { type: 'string', default: 'here' },
  } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const where = wheres.find((it) => it === values.where)
  if (where === undefined) throw new Error(usage)
  const { remove } = values
  if (positionals.length === 0 || (remove && values.role !== undefined)) throw new Error(usage)
  const role = roles.find((known) => known === values.role)
  if (values.role !== undefined && role === undefined) throw new Error(`There is no role ${values.role}.\n${usage}`)
  return { name: positionals.join(' '), role, remove, where }
}

function why(refusal: StaffRefusal, name: string): string {
  switch (refusal.refused) {
    case 'bad_name':
      return 'A name has 1 to 80 characters, and none that cannot be seen.'
    case 'role_needed':
      return `${name} is new. Say what they may do: npm run sign-in -- ${JSON.stringify(name)} --role ${roles.join('|')}`
    case 'other_role':
      return `${name} has the role ${refusal.role}. Nobody has two: use another name for another person.`
  }
}

async function makeLink(ports: Ports, name: string, role: Role | undefined): Promise<string> {
  const made = await makeSignInLink(ports, { name, role })
  if ('refused' in made) throw new Error(why(made, name))
  return `A link for ${made.staff.name} (${made.staff.role}), good once, until ${made.expiresAt}:\n${made.link}`
}

async function takeOut(ports: Ports, name: string): Promise<string> {
  const staff = await removeStaff(ports, name)
  if (staff === undefined) throw new Error(`Nobody has the name ${name}.`)
  return `${staff.name} (${staff.role}) is signed out everywhere, and no link made before lets them in.`
}

try {
  const { name, role, remove, where } = asked()
  const { ports, close } = await openWhere(where, process.env)
  try {
    console.log(await (remove ? takeOut(ports, name) : makeLink(ports, name, role)))
  } finally {
    await close()
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
