/** The privacy notice names everybody to whom money's details go. */
import { expect, it } from 'vitest'
import { textOf } from '../../support/begun.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { scriptedPayer } from '../../support/payer.ts'
import { Student } from '../../support/student.ts'

it('a way of paying that a provider has for every offer is in the privacy notice, as it is on the first page', async () => {
  const world = await fresh()
  const open = async () => textOf((await new Student(world).open('/s/study-abroad/privacy')).html)
  expect(await open()).not.toContain('gift link')
  Object.assign(world.ports, { payers: [scriptedPayer({ provider: 'tremendous', channels: ['gift'] })] })
  expect(await open()).toContain('gift link by e-mail')
})
