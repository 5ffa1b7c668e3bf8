/** What commands about people say when they refuse. */
import { roles } from '../../schema/tables.ts'
import type { NewStaff, StaffRefusal } from '../staff/accounts/actions.ts'

/** Why a person could not be added, or not be given a role, and what to do. */
export function refusalInWords(refusal: StaffRefusal, { name, study }: NewStaff): string {
  switch (refusal.refused) {
    case 'bad_name':
      return 'A name has 1 to 80 characters, all of them visible.'
    case 'role_needed':
      return `${name} is new. Say what they may do: npm run sign-in -- ${JSON.stringify(name)} --role ${roles.join('|')}`
    case 'no_study':
      return noStudy(study)
    case 'not_here':
      return `${name} is suspended or has left, which an owner says on the page of people.`
    case 'email_taken':
      return 'Somebody else has that address.'
    case 'other_desk':
      return `${name} ${refusal.role === null ? 'had a role of another desk there' : `has the role ${refusal.role}`}. Nobody deals with both answers and money in one study: use another name for another person.`
  }
}

/** That no study has this slug. */
export const noStudy = (study: string | undefined) =>
  `There is no study ${study}. Its name is the part after /s/ in its address.`
