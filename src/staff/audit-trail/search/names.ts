/** Names for the ids in audit entries: of staff and of studies. Nobody else has a name there. */
import { accountsMessages } from '../../../../messages/generated/accounts.ts'
import { payoutsMessages } from '../../../../messages/generated/payouts.ts'
import { auditMessages } from '../../../../messages/generated/studies/audit.ts'
import type { Language } from '../../../../schema/questionnaire.ts'
import type { Database } from '../../../platform/db/together.ts'
import { everyStaff } from '../../accounts/store.ts'
import { studySlugs } from '../../permissions/store.ts'
import { timeless } from './timeless.ts'

/** A piece of an actor or a subject: with its name, or null where it is shown as it is. */
export interface NamedPart {
  id: string
  name: string | null
}

export interface StaffNames {
  /** Names of staff, for a list to pick from. */
  staff: readonly string[]
  /** The id behind a name of staff; what is no name is itself. */
  idOf(typed: string): string
  /** The pieces of an actor or a subject as they are shown: a role's subject is a person, the role and the study. */
  named(text: string): NamedPart[]
}

/** Reads whom and what there are. */
export async function readNames(db: Pick<Database, 'read'>, language: Language): Promise<StaffNames> {
  const staff = await db.read(everyStaff({}))
  const studies = await db.read(studySlugs({}))
  const names = new Map<string, string>([
    ...Object.entries(payoutsMessages(language).providers),
    ...Object.entries(auditMessages(language).actors),
    ...Object.entries(accountsMessages(language).roles),
    ...staff.map(({ id, name }) => [id, name] as const),
    ...studies.map(({ id, slug }) => [id, slug] as const),
  ])
  return {
    staff: staff.map(({ name }) => name),
    idOf: (typed) => staff.find(({ name }) => name === typed)?.id ?? typed,
    named: (text) =>
      timeless(text)
        .split(' ')
        .map((id) => ({ id, name: names.get(id) ?? null })),
  }
}

/** The pieces as one text, for a file. */
export function inOneText(pieces: readonly NamedPart[]): string {
  return pieces.map(({ id, name }) => name ?? id).join(' ')
}
