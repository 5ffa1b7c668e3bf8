/** Whatever a page says that is not in the catalogue stands outside of brackets here. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { studyAbroad } from '../../schema/study-abroad/index.ts'
import { roles } from '../../schema/tables.ts'
import { proposeLift } from '../../src/reconciliation/exceptions/actions.ts'
import { instructBatch } from '../../src/rewards/payouts/report.ts'
import { placedTexts } from '../../src/survey/questionnaire/checks/places.ts'
import { everyPage } from '../platform/http/sample-pages.ts'
import { progresses, voucherIn } from '../platform/http/sample-vouchers.ts'
import { cast, signedIn } from '../staff/accounts/member.ts'
import { alipay, approved, claimed, staffAs, withAlipay } from '../support/claimed.ts'
import { rowsOf } from '../support/databases/fresh.ts'
import { filledUp, movementsOf, paidWorld, uploadBytes, uploadStatement } from '../support/paid.ts'
import { isWhole } from '../support/run/whole.ts'
import { Student } from '../support/student.ts'
import { world as makeWorld, type World } from '../support/world.ts'
import { pseudoLocale, unbracketed } from './pseudo.ts'

/** Every text of a questionnaire as pages have it, the longest first, for expressions. */
function wordsOf(questionnaire: typeof studyAbroad): string[] {
  const words = new Set(placedTexts(questionnaire).map(({ text }) => text.en))
  const asWritten = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;')
  const escaped = (text: string) => asWritten(text).replaceAll(/[$()*+./?[\\\]^{|}-]/g, String.raw`\$&`)
  // What fills a place, such as a day, is in brackets: what is left of the text then stands alone.
  const filled = [...words].filter((text) => /\{\w+\}/.test(text)).map((text) => text.replaceAll(/\{\w+\}/g, '').trim())
  return [
    ...[...words].sort((one, other) => other.length - one.length).map(escaped),
    ...filled.map((text) => String.raw`^(Q\w+ )?${escaped(text)}$`),
  ]
}

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
    ...[
      'study-abroad',
      'Studying away from home: plans and experiences',
      ...wordsOf(studyAbroad),
      String.raw`\b[QC]\d\w+\b`,
      // Its places, by which rewards differ.
      ...['Hong Kong, China', 'Macao, China'],
      String.raw`gov\.cn \S+`,
      String.raw`\b[a-z.]+\.(hk|mo)\b\S*`,
    ],
    // Of files: names of columns, a provider's types, ids and references; and formats, which are what they are.
    ...[String.raw`\b(Date|Paid|Ref|X1|R1|ticket 7)\b`, '商家转账', String.raw`\b(H1|\w+_)[0-9A-Za-z]{10,}\b`],
    ...['UTF-8', String.raw`Big5 \(Big5-HKSCS\)`, String.raw`GB 18030 \(GBK\)`, String.raw`Windows-1252 \(Latin-1\)`],
    ...['Windows-1250', String.raw`ISO 8859-15 \(Latin-9\)`],
    ...['YYYYMMDD', 'DDMMYYYY', 'YYMMDD', 'DDMMYY'],
    String.raw`\b(YYYY|YY|MMM|MM|DD)(年|月|日|[ /.,-])?(?=\b|[年月日 ]|$|[YMD])`,
    ...[String.raw`\b(CNY|HKD|MOP|USD|CSV)\b`, 'Asia/Shanghai', String.raw`\b[A-Z0-9]{4}(-[A-Z0-9]{4})+\b`],
  ].join('|'),
  'g',
)
const isOwn = (shown: string) => /\p{L}/u.test(shown.replace(stored, ''))

let undo: () => void

let here: World

// The catalogue is everybody's: other test files of this process read it after this one.
beforeAll(async () => {
  undo = await pseudoLocale()
  here = await busyWorld()
})
afterAll(async () => {
  await here.close()
  undo()
})

/** Something stands everywhere: vouchers, batches, statements of every end, exceptions, proposals, reports. */
async function busyWorld(): Promise<World> {
  const world = await makeWorld()
  await new Student(world).complete()
  const { attempts } = await paidWorld(2, {}, undefined, async () => world)
  const [one, two] = movementsOf(attempts)
  if (one === undefined || two === undefined) throw new Error('no movements')
  const leak = {
    ...filledUp,
    id: '9001',
    providerId: '1',
    reference: 'X1',
    direction: 'debit',
    kind: 'payment',
  } as const
  const late = { ...two, at: '2026-11-24T03:00:00.000Z' }
  await uploadStatement(world, [filledUp, { ...leak, amountMinor: 2_000 }, one, { ...one, id: 'twice' }, late])
  await uploadStatement(world, [filledUp], { fault: 'totals' })
  await uploadBytes(world, new TextEncoder().encode('Date,Paid,Ref\n01/12/2026,-12.50,R1\n'), {
    accountId: 'manual:CNY',
  })
  withAlipay(world, { provider: 'manual', mode: 'file', settlesWithinHours: 6 })
  await claimed(world, 2, (n) => alipay(n + 50))
  const batchId = await approved(world, { provider: 'manual' })
  const preparer = await staffAs(world, 'preparer')
  await instructBatch(world.ports, preparer, batchId)
  const [exception] = await rowsOf<{ id: string }>(world, 'exceptions')
  await proposeLift(world.ports, preparer, exception?.id ?? '', 'ticket 7')
  return world
}

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
    const browser = await signedIn(here, role)
    const found: string[] = []
    const seen = new Set<string>()
    const looked = new Map<string, number>()
    const open = ['/admin', '/finance']
    for (let path = open.shift(); path !== undefined && seen.size < 150; path = open.shift()) {
      // A page for each of many things is looked at a few times: they stand in several states.
      const kind = path.replaceAll(
        /(?<=[?&]at=)[^&]+|\w+_[\w-]{10,}|[A-Z0-9]{4}(-[A-Z0-9]{4})+|\d{4}-\d\d(-\d\d)?/g,
        '*',
      )
      const times = looked.get(kind) ?? 0
      if (seen.has(path) || times >= (isWhole ? 6 : 2)) continue
      seen.add(path)
      looked.set(kind, times + 1)
      const response = await browser.get(path)
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue
      const html = await response.text()
      found.push(
        ...unbracketed(html)
          .filter(isOwn)
          .map((shown) => `${path}: ${shown}`),
      )
      for (const [, to = ''] of html.matchAll(/href="(\/(?:admin|finance)[^"#]*)"/g))
        open.push(to.replaceAll('&amp;', '&'))
    }
    expect(found).toEqual([])
  })
})
