import { expect, it } from 'vitest'
import { forEachDatabase } from '../../support/databases/databases.ts'
import { Student } from '../../support/student.ts'
import { world } from '../../support/world.ts'
import { linkFor } from './member.ts'

forEachDatabase((_, open) => {
  it('lets one of twenty in who use a sign-in link at the same time', async () => {
    const here = await world({ open })
    try {
      const link = await linkFor(here, 'Mei', 'admin')
      const browsers = Array.from({ length: 20 }, () => new Student(here))
      const answers = await Promise.all(browsers.map((browser) => browser.post(link)))
      const statuses = answers.map(({ status }) => status).sort()
      expect(statuses).toEqual([303, ...Array.from({ length: 19 }, () => 410)])
      expect(browsers.filter(({ cookies }) => cookies.size > 0)).toHaveLength(1)
      expect(await here.ports.db.read({ sql: 'select * from staff_sessions', values: [] })).toHaveLength(1)
      const signed = { sql: `select * from audit_entries where action = 'staff.signed_in'`, values: [] }
      expect(await here.ports.db.read(signed)).toHaveLength(1)
    } finally {
      await here.close()
    }
  })
})
