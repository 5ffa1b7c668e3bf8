/** A payment that our books call failed is settled, and it comes back: the same on every database. */
import { it } from 'vitest'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { open } from '../../support/paid.ts'
import { expectClosed } from './after-closing.ts'
import { closingCases } from './closing-cases.ts'

forEachDatabase((_, openDatabase) => {
  it.each(closingCases.filter(({ how }) => how === 'the voucher issued again' || how === 'after it was settled'))(
    '$class, $how: $action leaves $becomes, and all adds up',
    async ({ class: name, action, make, becomes }) => {
      const { world } = await make(openDatabase)
      const exception = (await open(world)).find((one) => one.class === name)
      if (exception === undefined || typeof becomes === 'string') throw new Error(`no ${name}`)
      await expectClosed(world, exception, action, becomes)
    },
  )
})
