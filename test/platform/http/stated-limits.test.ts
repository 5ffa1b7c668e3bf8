/** Whoever asks too much is told so: by a page in their language, by JSON for a script, and when to come back. */
import { describe, expect, it } from 'vitest'
import { signedIn } from '../../staff/accounts/member.ts'
import { textOf } from '../../support/begun.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { Student } from '../../support/student.ts'

const titles = {
  en: 'Please wait a moment',
  'zh-CN': '请稍候',
  'zh-HK': '請稍候',
}

/** Everybody who is known by a token, and requests of theirs of each kind. */
const callers: [string, 'respondent' | 'preparer' | 'admin', (browser: Student) => Promise<Response>][] = [
  ['a page of questions', 'respondent', (browser) => browser.get('/s/study-abroad/p/screening')],
  ['a page that is sent', 'respondent', (browser) => browser.post('/s/study-abroad/p/screening', { revision: '1' })],
  ['a voucher that is looked at', 'respondent', (browser) => browser.get('/s/study-abroad/voucher')],
  ['a claim', 'respondent', (browser) => browser.post('/s/study-abroad/voucher/claim', { way: 'alipay' })],
  ['an export of answers', 'admin', (browser) => browser.post('/admin/studies/study-abroad/responses.csv')],
  ['an export of vouchers', 'preparer', (browser) => browser.post('/finance/vouchers.csv')],
  ['an upload', 'preparer', (browser) => browser.post('/finance/statements')],
  ['a page of staff', 'preparer', (browser) => browser.get('/finance')],
]

describe('a caller who asks for more in a minute than anybody presses', () => {
  it.each(callers)('by %s of a %s is told to wait for a minute', async (_, who, ask) => {
    const world = await fresh()
    const browser = who === 'respondent' ? new Student(world) : await signedIn(world, who)
    if (who === 'respondent') await browser.start()
    world.wait(1)
    world.ports.settings = { ...world.ports.settings, requestsAMinute: 3 }
    for (let n = 0; n < 3; n++) expect((await ask(browser)).status).not.toBe(429)
    for (const [language, title] of Object.entries(titles)) {
      browser.headers = { 'accept-language': language }
      browser.cookies.delete('__Host-lang')
      const refused = await ask(browser)
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
      expect(textOf(await refused.text())).toContain(title)
    }
    browser.headers = { accept: 'application/json' }
    const refused = await ask(browser)
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(await refused.json()).toMatchObject({ type: 'urn:honorarium:too_fast', status: 429 })
    // Nobody else waits for them, and a minute later they do not either.
    expect((await new Student(world).get('/s/study-abroad/p/start')).status).toBe(200)
    world.wait(1)
    expect((await ask(browser)).status).not.toBe(429)
  })
})
