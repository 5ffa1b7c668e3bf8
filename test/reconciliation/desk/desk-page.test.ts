/** The words of the desk, by who looks. */
import { expect, it } from 'vitest'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { addVouchers } from '../../support/export-rows.ts'

it('asks whoever works on exceptions to close them, and tells an auditor whose they are', async () => {
  const world = await fresh()
  await addVouchers(world, 1, 'issued')
  await world.ports.db.together({
    sql: `insert into exceptions (id, class, subject, currency, amount_minor, detail, opened_at)
    values ('e_1', 'state_conflict', 'a_1', 'CNY', 5, '{}', ?)`,
    values: [world.ports.clock.now()],
  })
  const deskOf = async (role: 'preparer' | 'approver' | 'auditor') =>
    textOf((await (await signedIn(world, role)).open('/finance')).html)
  expect(await deskOf('preparer')).toMatch(/1 open exception(?!,)/)
  expect(await deskOf('approver')).not.toContain('open exception')
  expect(await deskOf('auditor')).toContain('1 open exception, for preparers to work on')
})

it('calls offers in the check of all books what they are called elsewhere', async () => {
  const world = await fresh()
  await addVouchers(world, 1, 'issued')
  const books = await (await signedIn(world, 'auditor')).open('/finance/books?check=now&lang=zh-Hans')
  expect(textOf(books.html)).toContain('奖励HK$22.00（中国香港） · study-abroad')
})
