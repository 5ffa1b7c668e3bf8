import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerSecondStudy, makeSecondStudy } from '../journey/setup/second-study.ts'
import { codeShown, ready, send, textOf } from '../support/begun.ts'
import { balances, expectBooksToBalance } from '../support/books.ts'
import { hidden, Student } from '../support/student.ts'
import { type Edge, openEdge } from './edge.ts'

let edge: Edge
beforeAll(async () => {
  edge = await openEdge()
})
afterAll(() => edge?.close())

describe('inside workerd, on D1', () => {
  it('a student goes the whole way to a voucher, and the books balance', async () => {
    const student = new Student(edge)
    const { path, html } = await student.complete()
    expect(path).toBe('/s/study-abroad/voucher')
    expect(textOf(html)).toContain('CNY 20.00')
    expect([...student.cookies.keys()]).toContain('__Host-respondent-study-abroad')
    await expectBooksToBalance(edge)
  })

  it('opening the link again shows the same voucher', async () => {
    const student = new Student(edge, 2)
    await student.complete()
    const code = await codeShown(student)
    expect(code).not.toBeNull()
    expect(await codeShown(student)).toBe(code)
  })

  it('twenty submits at once make one voucher', async () => {
    const before = (await edge.ports.db.read({ sql: 'select id from vouchers', values: [] })).length
    const { student, last } = await ready(edge, { seed: 3 })
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(student.tab(), 'last', last)))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([303]))
    const after = (await edge.ports.db.read({ sql: 'select id from vouchers', values: [] })).length
    expect(after - before).toBe(1)
    await expectBooksToBalance(edge)
  })

  it('the cron trigger gives the money of leases back whose time is up', async () => {
    await ready(edge, { seed: 4 })
    const reserved = async () => (await balances(edge)).reduce((sum, balance) => sum + balance.reserved, 0)
    const held = await reserved()
    expect(held).toBe(2_000)
    await edge.cron()
    expect(await reserved()).toBe(held)
    const past = "update leases set expires_at = '2020-01-01T00:00:00.000Z' where state = 'open'"
    await edge.ports.db.together({ sql: past, values: [] })
    await edge.cron()
    expect(await reserved()).toBe(0)
    await expectBooksToBalance(edge)
  })

  it('a form with nothing filled in is refused in the language of the reader', async () => {
    const student = new Student(edge)
    student.headers = { 'accept-language': 'zh-HK' }
    const { html } = await student.open('/s/study-abroad/p/start')
    const reply = await student.post('/s/study-abroad/p/start', hidden(html))
    expect(reply.status).toBe(422)
    expect(textOf(await reply.text())).toContain('請回答這條問題。')
  })

  it('a second study is described, budgeted by two people, opened and answered', async () => {
    await makeSecondStudy(edge)
    expect(await answerSecondStudy(edge, 'because of the ferry')).toContain('CNY')
    await expectBooksToBalance(edge)
  })
})
