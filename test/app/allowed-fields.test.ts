/**
 * Every column, label and field that either desk has, on every page and in every file. A new one fails here until somebody
 * has thought about whether it tells what the other desk does (decision 31), and put it on the list.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { everyClass } from '../reconciliation/exceptions/every-class.ts'
import { signedIn } from '../staff/accounts/member.ts'
import { addVouchers } from '../support/export-rows.ts'
import type { World } from '../support/world.ts'
import { allowedOfAnswers, allowedOfMoney } from './allowed-fields.ts'
import { everyField } from './fields.ts'

let here: World
let answers: Map<string, string>
let money: Map<string, string>
beforeAll(async () => {
  here = (await everyClass()).world
  await addVouchers(here, 3, 'held')
  answers = await seenBy(['admin', 'reviewer', 'analyst'], '/admin')
  money = await seenBy(['preparer', 'approver', 'auditor'], '/finance')
})

async function seenBy(
  roles: readonly ('admin' | 'reviewer' | 'analyst' | 'preparer' | 'approver' | 'auditor')[],
  root: string,
) {
  const seen = new Map<string, string>()
  for (const role of roles) {
    const found = await everyField(await signedIn(here, role), [root], root)
    for (const [name, path] of found) if (!seen.has(name)) seen.set(name, path)
  }
  return seen
}

/** Named so that a failure says where each was seen. */
const strange = (seen: Map<string, string>, allowed: ReadonlySet<string>) =>
  [...seen].filter(([name]) => !allowed.has(name))

describe('nothing is shown that is not on the list', () => {
  it('of the desk of answers', () => {
    // What was asked is what the study is for.
    const beside = new Map([...answers].filter(([name]) => !/^in a file (Q\d|C0|AC\b|AC_target)/.test(name)))
    expect(beside.size).toBeGreaterThan(15)
    expect(strange(beside, allowedOfAnswers)).toEqual([])
  })

  it('of the desk of money', () => {
    expect(money.size).toBeGreaterThan(60)
    expect(strange(money, allowedOfMoney)).toEqual([])
  })
})
