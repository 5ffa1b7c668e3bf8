/** The pages of the audit trail, as an auditor sees them. */
import { expect, it } from 'vitest'
import { sealAudit } from '../../../src/staff/audit-trail/seal.ts'
import { rowsOf } from '../../support/databases/fresh.ts'
import { closeAfterwards } from '../../support/run/closing.ts'
import { hidden, type Student } from '../../support/student.ts'
import { type World, world } from '../../support/world.ts'
import { signedIn } from '../accounts/member.ts'

async function audited(): Promise<{ here: World; ivo: Student }> {
  const here = closeAfterwards(await world())
  await signedIn(here, 'preparer')
  const ivo = await signedIn(here, 'auditor')
  return { here, ivo }
}

it('finds what somebody did by their name, in words, and keeps what was looked for in the address', async () => {
  const { ivo } = await audited()
  const { html } = await ivo.open('/admin/audit?actor=Omar&action=staff.signed_in')
  expect(html).toMatch(/<th[^>]*>Signed in<\/th>/)
  expect(html).toContain('Omar')
  expect(html.match(/<tr role="row">/g)).toHaveLength(2)
  expect(html).toContain('value="Omar"')
  expect(html).toContain('<option value="staff.signed_in" selected="">')
  expect(html).toContain('/admin/audit.csv?actor=Omar&amp;action=staff.signed_in')
  const nothing = await ivo.open('/admin/audit?actor=Nobody')
  expect(nothing.html).toContain('Clear one of them')
})

it('is read from its beginning where the address says so, page by page and back', async () => {
  const { here, ivo } = await audited()
  const at = here.ports.clock.now()
  const ids = Array.from({ length: 60 }, () => here.ports.ids.next('audit')).sort()
  await here.ports.db.together(
    ...ids.map((id, n) => ({
      sql: `insert into audit_entries (id, actor, action, subject, at) values (?, 'x', 'a${n}', 'y', ?)`,
      values: [id, at],
    })),
  )
  const actionsOn = (html: string) => [...html.matchAll(/<code>(a\d+)<\/code>/g)].map(([, action]) => action)
  const first = await ivo.open('/admin/audit?actor=x&sort=when')
  expect(actionsOn(first.html).slice(0, 2)).toEqual(['a0', 'a1'])
  expect(first.html).toContain('aria-sort="ascending"')
  const [, next = ''] = /rel="next" href="([^"]+)"/.exec(first.html) ?? []
  const second = await ivo.open(next.replaceAll('&amp;', '&'))
  expect(actionsOn(second.html)).toEqual(Array.from({ length: 10 }, (_, n) => `a${n + 50}`))
  const [, previous = ''] = /rel="prev" href="([^"]+)"/.exec(second.html) ?? []
  expect(actionsOn((await ivo.open(previous.replaceAll('&amp;', '&'))).html)).toEqual(actionsOn(first.html))
  expect(actionsOn((await ivo.open('/admin/audit?actor=x')).html)[0]).toBe('a59')
})

it('names a provider and the matching of statements as people do, in each language', async () => {
  const { here, ivo } = await audited()
  for (const actor of ['alipay', 'statement', 'sweep']) {
    await here.ports.db.together({
      sql: "insert into audit_entries (id, actor, action, subject, at) values (?, ?, 'attempt.succeeded', 'a_1', ?)",
      values: [here.ports.ids.next('audit'), actor, here.ports.clock.now()],
    })
  }
  for (const [language, names] of [
    ['en', ['Alipay', 'automatic matching', 'the regular work']],
    ['zh-Hans', ['支付宝', '自动匹配', '定时任务']],
  ] as const) {
    const { html } = await ivo.open(`/admin/audit?lang=${language}`)
    for (const name of names) expect(html).toContain(name)
    expect(html).not.toMatch(/<td[^>]*>\s*(alipay|statement|sweep)\s*</)
  }
})

it('shows an action that has no words as its code', async () => {
  const { here, ivo } = await audited()
  const entry = { id: here.ports.ids.next('audit'), at: here.ports.clock.now() }
  await here.ports.db.together({
    sql: "insert into audit_entries (id, actor, action, subject, at) values (?, 'x', 'constructor.name', 'y', ?)",
    values: [entry.id, entry.at],
  })
  expect((await ivo.open('/admin/audit')).html).toContain('<code>constructor.name</code>')
})

it('a file of what was found is an entry of the trail, which says what was looked for', async () => {
  const { here, ivo } = await audited()
  const file = await (await ivo.post('/admin/audit.csv?actor=Omar')).text()
  expect(file.trim().split('\r\n')).toHaveLength(2)
  expect(file).toMatch(/,Omar,staff\.signed_in,Signed in,/)
  const [omar] = (await rowsOf<{ id: string; name: string }>(here, 'staff')).filter(({ name }) => name === 'Omar')
  const exported = (await rowsOf<{ action: string; subject: string }>(here, 'audit_entries')).filter(
    ({ action }) => action === 'audit.exported',
  )
  expect(exported.map(({ subject }) => subject)).toEqual([`actor=${omar?.id}`])
})

it('the chain is checked as far as it was sealed by yesterday, and an entry that was changed is named', async () => {
  const { here, ivo: today } = await audited()
  here.wait(5)
  await sealAudit(here.ports)
  expect((await today.open('/admin/audit/chain')).html).toContain('Nothing was sealed before today')
  here.wait(24 * 60)
  const ivo = await signedIn(here, 'auditor')
  const { html } = await ivo.open('/admin/audit/chain')
  const whole = await (await ivo.post('/admin/audit/chain', hidden(html))).text()
  expect(whole).toMatch(/Seals 1 to \d+ hold/)
  await here.ports.db.together({
    sql: "update audit_entries set actor = 'nobody' where action = 'staff.added'",
    values: [],
  })
  const broken = await (await ivo.post('/admin/audit/chain', hidden(html))).text()
  expect(broken).toContain('The chain is broken')
  expect(broken).toMatch(/Seal \d+ does not fit its entry/)
  expect(broken).not.toContain('hold:')
})

it('whoever looks again and again learns from no page and no file how much was left out in between', async () => {
  const { here } = await audited()
  here.wait(5)
  await sealAudit(here.ports)
  here.wait(24 * 60)
  const ivo = await signedIn(here, 'auditor')
  const seen = async () => {
    const { html } = await ivo.open('/admin/audit/chain')
    const checked = await (await ivo.post('/admin/audit/chain', { after: '0', first: '1' })).text()
    const beyond = await (await ivo.post('/admin/audit/chain', { after: '1000000', first: '1' })).text()
    return [html, checked, beyond, (await ivo.open('/admin/audit')).html]
  }
  const before = await seen()
  const lines = async () => (await (await ivo.post('/admin/audit.csv')).text()).trim().split('\r\n')
  const file = await lines()
  for (const action of ['response.withdrawn', 'response.erased', 'claim.made']) {
    const entry = { id: here.ports.ids.next('audit'), at: here.ports.clock.now() }
    await here.ports.db.together({
      sql: 'insert into audit_entries (id, actor, action, subject, at) values (?, ?, ?, ?, ?)',
      values: [entry.id, 'holder', action, 'x', entry.at],
    })
    here.wait(1)
    await sealAudit(here.ports)
  }
  // That the file was taken is the one entry more, which is theirs.
  expect((await lines()).slice(0, file.length)).toEqual(file)
  const after = await seen()
  expect(after.slice(0, 3)).toEqual(before.slice(0, 3))
  expect(file[0]).not.toContain('seal')
})
