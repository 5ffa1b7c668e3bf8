import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownersInWords } from '../../src/cli/owners-in-words.ts'
import { linkFor } from '../staff/accounts/member.ts'
import { type World, world } from '../support/world.ts'

let here: World
beforeEach(async () => {
  here = await world()
})
afterEach(() => here.close())
const sentence = (name?: string) => ownersInWords(here.ports, here.study, name)

it('says that nobody owns a study, and what to do', async () => {
  expect(await sentence()).toMatch(
    /^Nobody owns study-abroad,[\s\S]*npm run sign-in -- NAME --role owner --study study-abroad$/,
  )
})

it('makes whoever is named an owner, and names those there are', async () => {
  expect(await sentence('Noor Haddad')).toBe(
    'Owned by Noor Haddad. A link to sign in: npm run sign-in -- "Noor Haddad"',
  )
  expect(await sentence('Bo')).toMatch(/^Owned by Bo, Noor Haddad/)
  expect(await sentence()).toMatch(/^Owned by Bo, Noor Haddad/)
})

it('says why somebody cannot own it, and that nobody does', async () => {
  await linkFor(here, 'Omar', 'preparer')
  expect(await sentence('Omar')).toMatch(/^Omar has the role preparer\. [\s\S]*Nobody owns study-abroad/)
})
