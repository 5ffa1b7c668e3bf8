import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { roles } from '../../../schema/tables.ts'
import { may, studiesWith } from '../../../src/staff/permissions/may.ts'
import { homeOf, partsFor } from '../../../src/staff/permissions/parts.ts'
import { type Permission, permissions } from '../../../src/staff/permissions/permissions.ts'
import { roleRules } from '../../../src/staff/permissions/roles.ts'

const everything = Object.keys(permissions) as Permission[]

describe('somebody with a role in one study and another elsewhere', () => {
  const staff = {
    grants: [
      { studyId: 'one', role: 'reviewer' },
      { studyId: 'two', role: 'analyst' },
      { studyId: 'three', role: 'approver' },
    ],
  } as const

  it.each([
    ['reviews.decide', 'one', true],
    ['reviews.decide', 'two', false],
    ['responses.export', 'one', false],
    ['responses.export', 'two', true],
    ['batches.approve', 'three', true],
    ['batches.approve', 'one', false],
    ['reviews.decide', 'unknown', false],
    ['reviews.decide', null, true],
    ['batches.prepare', null, false],
    ['batches.prepare', undefined, false],
  ] as const)('has %s in %s: %s', (permission, studyId, isSo) => {
    expect(may(staff, permission, studyId)).toBe(isSo)
  })

  it('has a permission in the studies of the roles that carry it, each named once', () => {
    expect(studiesWith(staff, 'reviews.view')).toEqual(['one', 'two'])
    expect(studiesWith(staff, 'batches.prepare')).toEqual([])
    const twice = { grants: [...staff.grants, { studyId: 'one', role: 'admin' }] } as const
    expect(studiesWith(twice, 'reviews.view')).toEqual(['one', 'two'])
  })
})

it('nobody has anything without a role, and begins where they are told so', () => {
  expect(everything.filter((permission) => may({ grants: [] }, permission))).toEqual([])
  expect([partsFor({ grants: [] }), homeOf({ grants: [] })]).toEqual([[], '/admin'])
})

it.each([
  ['admin', '/admin'],
  ['analyst', '/admin'],
  ['reviewer', '/admin'],
  ['viewer', '/admin'],
  ['owner', '/admin/studies'],
  ['preparer', '/finance'],
  ['approver', '/finance'],
  ['auditor', '/finance'],
] as const)('%s begins at %s', (role, home) => {
  expect(homeOf({ grants: [{ studyId: 'one', role }] })).toBe(home)
})

it('whoever has a role in studies that are still to come begins where they are made', () => {
  expect(homeOf({ grants: [], usualRole: 'owner' })).toBe('/admin/studies')
  expect(homeOf({ grants: [], usualRole: 'preparer' })).toBe('/finance')
})

it('each role is told of to whoever gives it: in the README, and with its desk in the table of operations', () => {
  const read = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
  const [, inReadme = ''] = /with a role \(([a-z, ]+)\)/.exec(read('README.md')) ?? []
  expect(inReadme.split(', ').sort()).toEqual([...roles].sort())
  const rows = [...read('docs/operations.md').matchAll(/^\| ([a-z]+) \| (answers|money|neither) \|/gm)]
  expect(rows.map(([, role, desk]) => `${role} ${desk}`).sort()).toEqual(
    roles.map((role) => `${role} ${roleRules[role].desk}`).sort(),
  )
})

it('each permission is one that some role has', () => {
  expect(everything.filter((permission) => !roles.some((role) => roleRules[role].may.includes(permission)))).toEqual([])
})

it('an analyst, an auditor and a viewer change nothing', () => {
  // A theme says something about an answer, and leaves it as it is.
  const reading = /\.(view|export|search)$|^texts\.code$/
  for (const role of ['analyst', 'auditor', 'viewer'] as const) {
    expect(roleRules[role].may.filter((permission) => !reading.test(permission))).toEqual([])
  }
})

it('a role of answers carries nothing of money, and a role of money nothing of answers', () => {
  const ofAnswers = (permission: Permission) =>
    /^(account|responses|paradata|flags|insights|texts|findings|reviews|studies|questionnaires|tests|invitations|permits|aggregates)\./.test(
      permission,
    )
  for (const role of roles) {
    const { desk, may } = roleRules[role]
    if (desk === 'answers') expect(may.filter((one) => !ofAnswers(one))).toEqual([])
    if (desk === 'money') expect(may.filter(ofAnswers)).toEqual(['account.view'])
  }
})

it('an owner sees neither an answer nor a voucher, and a viewer no single answer', () => {
  const single =
    /^(responses\.export|paradata|flags|insights|texts|reviews|vouchers|payouts|payees|evidence|statements|exceptions|tests)/
  for (const role of ['owner', 'viewer'] as const) {
    expect(roleRules[role].may.filter((permission) => single.test(permission))).toEqual([])
  }
})

it('before there is a study, the role that somebody has in those to come opens what is of the whole service', () => {
  const newcomer = { grants: [], usualRole: 'admin' } as const
  expect(may(newcomer, 'studies.create')).toBe(true)
  expect(may(newcomer, 'studies.create', 'one')).toBe(false)
  expect(may(newcomer, 'batches.approve')).toBe(false)
  expect(may({ grants: [], usualRole: 'none' }, 'studies.create')).toBe(false)
})
