import { describe, expect, it } from 'vitest'
import { expectBooksToBalance } from '../../support/books.ts'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { fresh, rewards } from '../../support/databases/fresh.ts'
import { storm } from './storm.ts'

forEachDatabase((name, open) => {
  describe('a short storm of students', () => {
    it('leaves books that balance', async () => {
      const world = await fresh({ open, study: rewards(4, 2, 2) })
      await storm(world, 7, name === 'd1' ? 20 : 60)
      await expectBooksToBalance(world)
      expect(world.logged.filter((line) => Number(line.status) >= 500)).toEqual([])
    })
  })
})
