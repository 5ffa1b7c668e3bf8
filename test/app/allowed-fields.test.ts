/**
 * Every column, label and field that either desk has, on every page and in every file. A new one fails here until somebody
 * has thought about whether it tells what the other desk does (decision 31), and put it on the list.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '../../schema/tables.ts'
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
  answers = await seenAt('/admin')
  money = await seenAt('/finance')
})

/** Where the pages of each role begin; null of those who see neither an answer nor a voucher. */
const roots: Readonly<Record<Role, '/admin' | '/finance' | null>> = {
  admin: '/admin',
  reviewer: '/admin',
  analyst: '/admin',
  viewer: null,
  preparer: '/finance',
  approver: '/finance',
  auditor: '/finance',
  owner: null,
}

async function seenAt(root: '/admin' | '/finance') {
  const seen = new Map<string, string>()
  for (const role of roles.filter((role) => roots[role] === root)) {
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
