/** Finance while the server dies under it: batches are prepared, approved and handed out, statements uploaded and read. */
import { makeFile } from '../../simulation/statements/make.ts'
import type { Movement } from '../../simulation/statements/movement.ts'
import { dayAfter } from '../../src/platform/time/zone.ts'
import type { Acknowledged } from './acknowledged.ts'
import { type Browser, formsTo } from './browser.ts'

/** Rows of a statement: staged and matched in two steps each. */
const rowsOfFile = 1_200
const account = 'manual:SGD'

export interface Desk {
  /** Goes on until the server is gone. */
  work(): Promise<void>
}

/** Something was answered that is neither done nor one of the refusals that somebody who repeats a thing may get. */
function unexpected(what: string, { status, location, html }: { status: number; location: string; html: string }) {
  const text = html.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
  return new Error(`${what} was answered ${status} ${location} ${text.slice(0, 600)}`)
}

export function batchesOf(preparer: Browser, approver: Browser, acks: Acknowledged): Desk {
  const open = new Map<string, 'prepared' | 'approved'>()

  async function prepare(): Promise<void> {
    const { html } = await preparer.get('/finance/payouts')
    for (const { hidden, options } of formsTo(html, '/finance/batches')) {
      const made = await preparer.post('/finance/batches', { ...hidden, provider: options[0] ?? '' })
      const id = /\/finance\/batches\/([^?]+)\?/.exec(made.location)?.[1]
      if (made.status !== 303) throw unexpected('Preparing', made)
      if (id === undefined) continue
      acks.add('batch', id)
      open.set(id, 'prepared')
    }
  }

  async function goOn(id: string, state: 'prepared' | 'approved'): Promise<void> {
    const [who, action, kind] =
      state === 'prepared'
        ? ([approver, 'approvals', 'approval'] as const)
        : ([preparer, 'instruction', 'instruction'] as const)
    const done = await who.post(`/finance/batches/${id}/${action}`, {})
    if (done.status !== 303) throw unexpected(action, done)
    if (/said=(approved|instructed)/.test(done.location)) acks.add(kind, id)
    // What says otherwise was done before, and its answer was lost, or is paid by calling a provider.
    if (state === 'prepared') open.set(id, 'approved')
    else open.delete(id)
  }

  return {
    async work() {
      for (;;) {
        await prepare()
        for (const [id, state] of [...open]) await goOn(id, state)
      }
    },
  }
}

/** One account's days, one file a day, each read to its end before the next. */
export function statementsOf(preparer: Browser, acks: Acknowledged): Desk {
  let next: { day: string; openingMinor: number } = { day: '2026-01-05', openingMinor: 0 }
  return {
    async work() {
      for (;;) {
        const { bytes, closingMinor } = await makeFile('camt053', movementsOn(next.day), {
          openingMinor: next.openingMinor,
        })
        const form = new FormData()
        form.set('account', account)
        form.set('file', new Blob([bytes]), `${next.day}.xml`)
        const sent = await preparer.upload('/finance/statements', form)
        const id = /\/finance\/statements\/([^?]+)\?said=(received|same_file)/.exec(sent.location)?.[1]
        if (id === undefined) throw unexpected('A statement', sent)
        acks.add('statement', id)
        await workOn(preparer, id)
        next = { day: dayAfter(next.day), openingMinor: closingMinor }
      }
    },
  }
}

/**
 * As whoever watches its page does; a page that says no more of it has it done. One that was set aside is tried again before
 * the next day is sent, which would leave a hole.
 */
async function workOn(preparer: Browser, id: string): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    await preparer.post(`/finance/statements/${id}/work`, {})
    const { html } = await preparer.get(`/finance/statements/${id}`)
    if (html.includes(`/finance/statements/${id}/again`)) await preparer.post(`/finance/statements/${id}/again`, {})
    else if (!html.includes(`/finance/statements/${id}/work`)) break
  }
}

/** One at which a server died three times is set aside, until a person has it tried again. */
export async function tryAgain(preparer: Browser, id: string): Promise<void> {
  await preparer.post(`/finance/statements/${id}/again`, {})
  await workOn(preparer, id)
}

function movementsOn(day: string): Movement[] {
  return Array.from({ length: rowsOfFile }, (_, i) => ({
    id: `${day.replaceAll('-', '')}${i}`,
    providerId: `P${day}${i}`,
    reference: null,
    at: `${day}T02:00:00.${String(i % 1000).padStart(3, '0')}Z`,
    direction: 'credit',
    amountMinor: 100 + (i % 7),
    currency: account.slice(-3),
    kind: 'topup',
  }))
}
