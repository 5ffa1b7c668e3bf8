/** What people do with exceptions of the bank's accounts. They ask the bank what happened, and wait where it has not told all. */

import { closeAlone, proposeClosing } from '../../src/reconciliation/exceptions/actions.ts'
import { exceptionClosed } from '../../src/reconciliation/exceptions/close.ts'
import { type Action, needsTwo } from '../../src/reconciliation/exceptions/exception.ts'
import { type Exception, openExceptions } from '../../src/reconciliation/exceptions/store.ts'
import { decideProposal } from '../../src/staff/approvals/actions.ts'
import { waitingAbout } from '../../src/staff/approvals/store.ts'
import type { Campaign } from '../campaign.ts'

/** What closes an exception of each class; what is not here answers itself once the bank has told all. */
const actionOf: Partial<Record<Exception['class'], Action>> = {
  late: 'keep',
  return_after_success: 'reopen',
  balance_break: 'book',
  missing_in_ledger: 'keep',
}

/** Those of accounts that the bank keeps. */
export async function openOnes({ ports, bank }: Campaign): Promise<Exception[]> {
  const accounts = new Set(bank.files.map(({ accountId }) => accountId))
  const all = await ports.db.read(openExceptions({ ofClass: '', fromAt: '', fromId: '', limit: 200 }))
  return all.filter(({ accountId, provider, currency }) => accounts.has(accountId ?? `${provider}:${currency}`))
}

/** Somebody closes an exception, or proposes to and another one confirms it, as whatever waits about it. */
export async function workOff(campaign: Campaign): Promise<void> {
  const one = campaign.chance.oneOf((await openOnes(campaign)).filter((exception) => exception.class in actionOf))
  if (one !== undefined) await close(campaign, one)
}

export async function close({ ports, chance, preparers, approvers }: Campaign, one: Exception): Promise<void> {
  const action = actionOf[one.class]
  const maker = chance.oneOf(preparers)
  const checker = chance.oneOf(approvers)
  if (action === undefined || maker === undefined || checker === undefined) return
  if (!needsTwo(one.class)) {
    await closeAlone(ports, maker, one.id, 'Seen.')
    return
  }
  await proposeClosing(ports, maker, one.id, { action }, 'The bank says so.')
  // Perhaps the one that was proposed by somebody who was cut before anybody could confirm it.
  const waiting = await ports.db.read(waitingAbout({ subject: one.id }))
  const proposal = waiting.find(({ kind }) => kind === 'exception_closed')
  if (proposal !== undefined) await decideProposal(ports, checker, proposal.id, 'confirmed', exceptionClosed)
}
