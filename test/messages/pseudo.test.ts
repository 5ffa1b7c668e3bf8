/** Whatever a page says that is not in the catalogue stands outside of brackets here. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../schema/tables.ts'
import { everyPage } from '../platform/http/sample-pages.ts'
import { progresses, voucherIn } from '../platform/http/sample-vouchers.ts'
import { cast, signedIn } from '../staff/accounts/member.ts'
import { fresh } from '../support/databases/fresh.ts'
import { Student } from '../support/student.ts'
import { pseudoLocale, unbracketed } from './pseudo.ts'

/** What is stored, typed or the same in every language: names, texts of a study, codes, currencies, addresses. */
const stored = new RegExp(
  [
    ...Object.values(cast),
    ...[
      String.raw`\w[\w ]* en\b( \(typed\))?`,
      'Study\\b',
      'a &lt; b',
      String.raw`\S+@example\.org`,
      String.raw`\bR-1\b`,
    ],
    ...['study-abroad', 'Studying away from home: plans and experiences', String.raw`gov\.cn \S+`],
    ...[String.raw`\b(CNY|HKD|MOP|USD|CSV)\b`, 'Asia/Shanghai', String.raw`\b[A-Z0-9]{4}(-[A-Z0-9]{4})+\b`],
  ].join('|'),
  'g',
)
const isOwn = (said: string) => /\p{L}/u.test(said.replace(stored, ''))

let undo: () => void

// The catalogue is everybody's: other test files of this process read it after this one.
beforeAll(async () => {
  undo = await pseudoLocale()
})
afterAll(() => undo())

describe('no page says what is not in the catalogue', () => {
  test('the pages of students', () => {
    for (const [name, html] of Object.entries(everyPage('en'))) {
      expect(unbracketed(String(html)).filter(isOwn), name).toEqual([])
    }
  })

  test('the voucher, however it stands', () => {
    for (const life of progresses) {
      expect(unbracketed(String(voucherIn('en', life))).filter(isOwn), life.stage).toEqual([])
    }
  })

  test.each(roles)('the pages of staff, for the role %s', async (role) => {
    const world = await fresh()
    await new Student(world).complete()
    const browser = await signedIn(world, role)
    const found: string[] = []
    const seen = new Set<string>()
    const open = ['/admin', '/finance']
    for (let path = open.shift(); path !== undefined && seen.size < 60; path = open.shift()) {
      if (seen.has(path)) continue
      seen.add(path)
      const response = await browser.get(path)
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue
      const html = await response.text()
      found.push(
        ...unbracketed(html)
          .filter(isOwn)
          .map((said) => `${path}: ${said}`),
      )
      for (const [, to = ''] of html.matchAll(/href="(\/(?:admin|finance)[^"#]*)"/g))
        open.push(to.replaceAll('&amp;', '&'))
    }
    expect(found).toEqual([])
  })
})
