/** Who owns a study that a command has made: without an owner nobody finds it in the browser. */
import type { Ports } from '../ports.ts'
import { findOrAddStaff } from '../staff/accounts/actions.ts'
import { ownersOf } from '../staff/permissions/store.ts'
import { refusalInWords } from './refusal-in-words.ts'

/**
 * Makes somebody an owner of a study, adding them where their name is new, and says who owns it then.
 * @param name whoever is to own it besides those who do
 * @returns lines for whoever ran the command, with what to do where nobody owns it
 */
export async function ownersInWords(
  ports: Ports,
  { id: studyId, slug }: { id: string; slug: string },
  name?: string,
): Promise<string> {
  const who = name === undefined ? undefined : { name, role: 'owner' as const, study: slug }
  const made = who && (await findOrAddStaff(ports, who))
  const lines = made !== undefined && 'refused' in made && who !== undefined ? [refusalInWords(made, who)] : []
  const owners = (await ports.db.read(ownersOf({ studyId }))).map((owner) => owner.name)
  if (owners.length === 0) {
    lines.push(`Nobody owns ${slug}, so that nobody can open or change it. Name an owner, who gets a link to sign in:`)
    lines.push(`npm run sign-in -- NAME --role owner --study ${slug}`)
  } else {
    lines.push(`Owned by ${owners.join(', ')}. A link to sign in: npm run sign-in -- ${JSON.stringify(owners[0])}`)
  }
  return lines.join('\n')
}
