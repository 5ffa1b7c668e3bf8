/** Nobody confirms blind: whatever a proposal carries stands on its page, or here with the reason why it does not. */
import { describe, expect, it } from 'vitest'
import type { ProposalKind } from '../../../../schema/tables.ts'
import { effects } from '../../../../src/app/approval-effects.ts'
import { proposeMatch } from '../../../../src/reconciliation/exceptions/actions.ts'
import { eraseFilesOfClaim } from '../../../../src/rewards/result-files/store.ts'
import { decideProposal } from '../../../../src/staff/approvals/actions.ts'
import { textOf } from '../../../support/begun.ts'
import { staffAs } from '../../../support/claimed.ts'
import { rowsOf } from '../../../support/databases/fresh.ts'
import { signedIn } from '../../accounts/member.ts'
import { payoutFailed, proposals, unmatched } from './proposed.ts'

/** How a leaf of a payload is to be read on the page, or why it is not. */
type Shown = { text: RegExp | string } | { href: string | RegExp } | { not: string }
type Leaf = (value: unknown) => Shown

const says =
  (text: RegExp | string): Leaf =>
  () => ({ text })
const itself: Leaf = (value) => ({ text: String(value) })
/** A file's hash, as people read it. */
const fingerprint: Leaf = (value) => ({ text: String(value).replace('sha256:', 'SHA-256 ') })
const linked =
  (part: string): Leaf =>
  (value) => ({ href: `/finance/${part}/${value}` })
const file: Leaf = (value) => ({ href: new RegExp(`href="/finance/batches/[^"/]+/results/${value}"`) })
const hidden =
  (not: string): Leaf =>
  () => ({ not })
const longDay = /\d{1,2} (January|February|December) 20\d\d/

/** By kind and path of a payload, `*` for a place in a list. */
const leaves: Record<ProposalKind, Record<string, Leaf>> = {
  calendar: {
    calendar: says('Mainland China'),
    day: says('24 December 2026'),
    n: hidden('the number of a row, so that two changes of a day cannot both follow it'),
    'was.kind': says('Until now working day'),
    'was.slow': says('Until now working day Once'),
    kind: says('Once confirmed closed'),
    slow: says(/closed[^.]{0,4}slow/i),
    year: says('Year 2027'),
    'closed.*': says(longDay),
    'working.*': says('20 February 2027'),
    'slow.*.*': says('18 January 2027 – 24 February 2027'),
  },
  payout_failed: {
    attemptId: hidden('an id of ours: its reference is shown'),
    payoutId: linked('payouts'),
    reason: says('The account does not exist'),
    code: itself,
    evidence: fingerprint,
    file,
    'says.reference': itself,
    'says.amountMinor': says(/What the file says of it \S+ CNY 20.00/),
    'says.providerId': itself,
    'says.day': says(/What the file says of it \S+ CNY 20.00 23 November 2026/),
  },
  batch_failed: {
    batchId: linked('batches'),
    'payoutIds.*': linked('payouts'),
    amountMinor: says('CNY 40.00'),
    currency: itself,
    reason: says('Reason'),
    code: itself,
    evidence: fingerprint,
    file,
    'says.messageId': itself,
    'says.paymentIds.*': itself,
  },
  payment_undone: {
    attemptId: hidden('an id of ours: its reference is shown'),
    payoutId: linked('payouts'),
  },
  voucher_voided: { reason: says('Sent to the wrong person'), reference: linked('vouchers') },
  voucher_reissued: { reason: says('Sent to the wrong person'), reference: linked('vouchers') },
  claim_released: { reason: says('Checked manually'), reference: linked('vouchers') },
  match: {
    attempt: hidden('an id of ours: its reference, voucher, payee and payout are shown'),
    'others.*': hidden('an id of ours: its reference, day, voucher and payee are shown'),
    isOnly: says('1 other payout fits as well'),
  },
  exception_closed: {
    action: says('Nothing more to book'),
    kind: says('What it means a payment'),
    'rule.accountId': says('WeChat Pay CNY'),
    'rule.word': itself,
    'rule.kind': says('From now on, lines of WeChat Pay CNY with the type “新业务” are booked as a payment'),
    'rule.before': says('Until now nothing known'),
    'rule.lines': says('Lines so far 1'),
  },
  stop_lifted: {},
  permit: {
    permitId: hidden('all that it says is shown'),
    kind: says(/Who permitted it 海淀区统计局|Why none is needed nobody/),
  },
  budget_topped_up: { amountMinor: says('1,234.00'), currency: says('CNY'), study: itself },
  budget_returned: { amountMinor: says('CNY'), currency: says('CNY'), study: itself },
  word_unlearned: {
    accountId: says('WeChat Pay CNY'),
    word: itself,
    kind: says('What it means a top-up'),
    before: says('Until now a top-up'),
    lines: says('Lines so far 0'),
  },
}

function pathsOf(value: unknown, path: string[] = []): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [[path.join('.'), value]]
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, Array.isArray(value) ? '*' : key]))
}

const cases = Object.entries(proposals).flatMap(([kind, shapes]) =>
  Object.entries(shapes).map(([shape, propose]) => [kind as ProposalKind, shape, propose] as const),
)

describe('a proposal', () => {
  it.each(cases)('%s (%s) shows all that it carries, to whoever decides it', async (kind, _shape, propose) => {
    const { world, proposalId, payload } = await propose()
    // A permit is no matter of the money desk.
    const [role, list] =
      kind === 'permit' ? (['owner', '/admin/proposals'] as const) : (['approver', '/finance/proposals'] as const)
    const ada = await signedIn(world, role)
    for (const path of [`${list}/${proposalId}`, list]) {
      const { html } = await ada.open(path)
      const text = textOf(html)
      for (const [leaf, value] of pathsOf(payload)) {
        const shown = leaves[kind][leaf]?.(value)
        if (shown === undefined) throw new Error(`${leaf} of ${kind} is neither shown nor left out for a reason`)
        if ('text' in shown) expect(text, leaf).toMatch(shown.text)
        if ('href' in shown) {
          expect(html, leaf).toMatch(typeof shown.href === 'string' ? `href="${shown.href}"` : shown.href)
        }
      }
      // A file's hash is said once, whatever is made of it.
      const { evidence } = payload as { evidence?: unknown }
      if (typeof evidence === 'string' && evidence.startsWith('sha256:')) {
        expect(text.split(evidence.replace('sha256:', 'SHA-256 '))).toHaveLength(2)
      }
      expect(html).toContain('value="confirmed"')
      expect(text).not.toMatch(/undefined|\[object/)
    }
  })

  it('is shown once it was decided as well, and to nobody without a part in it', async () => {
    const { world, proposalId } = await payoutFailed()
    const ada = await staffAs(world, 'approver')
    await decideProposal(world.ports, ada, proposalId, 'confirmed', effects.payout_failed.effectOf)
    const ivo = await signedIn(world, 'auditor')
    const text = textOf((await ivo.open(`/finance/proposals/${proposalId}`)).html)
    expect(text).toContain('AC01')
    expect(text).toMatch(/Confirmed\s*Ada/)
    const mei = await signedIn(world, 'admin')
    expect((await mei.get(`/finance/proposals/${proposalId}`)).status).toBe(403)
    expect((await ivo.get('/finance/proposals/none')).status).toBe(404)
  })
})

describe('the evidence of a failure', () => {
  it('is the file itself, for who decides, until the payees of its batch are erased', async () => {
    const { world, proposalId, batchId, bytes } = await payoutFailed()
    const [ada, ivo] = [await signedIn(world, 'approver'), await signedIn(world, 'auditor')]
    const { html } = await ada.open(`/finance/proposals/${proposalId}`)
    const address = new RegExp(`href="(/finance/batches/${batchId}/results/[^"]+)"`).exec(html)?.[1] ?? ''
    expect((await ada.open(address)).html).toContain(`action="${address}"`)
    const answer = await ada.post(address)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
    expect(answer.headers.get('content-disposition')).toMatch(/filename="results-.*\.csv"/)
    const actions = (await rowsOf(world, 'audit_entries')).map(({ action }) => action)
    expect(actions.filter((action) => action === 'evidence.viewed')).toHaveLength(1)
    // At rest it tells nobody anything, and it is of its own batch alone.
    const [piece] = await rowsOf<{ content: string }>(world, 'result_file_pieces')
    expect(piece?.content).not.toContain(Buffer.from(bytes).toString('base64').slice(0, 20))
    expect((await ada.post(address.replace(batchId, 'batch_other'))).status).toBe(404)
    expect((await ivo.post(address)).status).toBe(403)
    const claims = await rowsOf<{ id: string }>(world, 'claims')
    await world.ports.db.together(eraseFilesOfClaim({ claimId: claims[0]?.id ?? '' }))
    expect((await ada.post(address)).status).toBe(404)
    expect(textOf((await ada.open(`/finance/proposals/${proposalId}`)).html)).toContain('The file was erased')
  })
})

describe('a match by hand', () => {
  it('has the line beside the payout, and what else it could be, as who proposed it saw it', async () => {
    const { world, exception, attempts } = await unmatched()
    const [chosen, other] = attempts
    const made = await proposeMatch(
      world.ports,
      await staffAs(world, 'preparer'),
      exception.id,
      { attempt: chosen?.id ?? '' },
      'x',
    )
    // What has changed since does not change what was seen.
    await world.ports.db.together({
      sql: 'update attempts set amount_minor = 1 where id = ?',
      values: [other?.id ?? ''],
    })
    const ada = await signedIn(world, 'approver')
    const { html } = await ada.open(`/finance/proposals/${'proposed' in made ? made.proposed : ''}`)
    const text = textOf(html)
    expect(text).toContain('The line beside the payout')
    expect(text).toContain('CNY 20.00')
    expect(text).toContain('The line’s reference is not this payout’s.')
    for (const attempt of attempts) expect(text).toContain(attempt.reference)
    expect(text.match(/study-abroad/g)?.length).toBeGreaterThanOrEqual(1)
    // On the exception's own page it waits, can be decided, and is not proposed once more.
    const there = await ada.open(`/finance/exceptions/${exception.id}`)
    expect(textOf(there.html)).toContain('Waiting for a second person')
    expect(there.html).toContain('value="confirmed"')
    const omar = await signedIn(world, 'preparer')
    const own = await omar.open(`/finance/exceptions/${exception.id}`)
    expect(own.html).toContain('value="withdrawn"')
    expect(own.html).not.toContain('name="match-note"')
    expect(own.html).toContain('name="closing-note"')
  })
})
