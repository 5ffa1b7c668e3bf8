/** Members of staff at a browser. */
import type { Role } from '../../../schema/tables.ts'
import { makeSignInLink } from '../../../src/staff/accounts/actions.ts'
import { Student } from '../../support/student.ts'
import type { World } from '../../support/world.ts'

/** The path of a fresh sign-in link, with a role in one study (a slug) or in all. */
export async function linkFor(world: World, name: string, role?: Role, study?: string): Promise<string> {
  const made = await makeSignInLink(world.ports, { name, role, study })
  if ('refused' in made) throw new Error(made.refused)
  return new URL(made.link).pathname
}

/** Who plays each role, unless somebody else is named. */
export const cast: Record<Role, string> = {
  owner: 'Noor',
  admin: 'Mei',
  analyst: 'Kai',
  reviewer: 'Rosa',
  viewer: 'Vera',
  preparer: 'Omar',
  approver: 'Ada',
  auditor: 'Ivo',
}

/** A browser in which someone with this role has signed in; in this study alone if one is named. */
export async function signedIn(world: World, role: Role, name: string = cast[role], study?: string): Promise<Student> {
  const browser = new Student(world)
  const response = await browser.post(await linkFor(world, name, role, study))
  if (response.status !== 303) throw new Error(`Signing in answered ${response.status}: ${await response.text()}`)
  return browser
}
