/**
 * Statements that are uploaded, most of them to be refused: at their first byte, in their middle, behind their last line, or
 * when they are to join what is there. They are of accounts that pay nobody, so that what a file holds is all there is.
 */
import { first } from '../src/platform/db/together.ts'
import { dayAfter } from '../src/platform/time/zone.ts'
import type { StatementFormat } from '../src/reconciliation/formats/statement.ts'
import { takeBackByHand } from '../src/reconciliation/statements/discard.ts'
import { receiveStatement, type UploadEnd } from '../src/reconciliation/statements/receive.ts'
import { reopenStatement } from '../src/reconciliation/statements/reopen.ts'
import { coveredDays, listStatements, statementsUpTo } from '../src/reconciliation/statements/store.ts'
import { stepStatement, sweepStatements } from '../src/reconciliation/statements/work.ts'
import type { Campaign } from './campaign.ts'
import { type MakeOptions, makeFile } from './statements/make.ts'
import type { Movement } from './statements/movement.ts'
import { zipped } from './statements/pack.ts'

type Bytes = Uint8Array<ArrayBuffer>
type File = { bytes: Bytes } & Omit<UploadEnd, 'bytes'>

/** The accounts, and in which format a bank gives their statements. */
const accounts = { 'manual:SGD': 'camt053', 'manual:THB': 'csv' } as const satisfies Record<string, StatementFormat>
type AccountId = keyof typeof accounts
const accountIds = Object.keys(accounts) as AccountId[]

const begins = '2026-01-05'

/** What is told of a bank's next day: its day, and what the account held at its beginning. */
interface Next {
  accountId: AccountId
  day: string
  openingMinor: number
}

async function nextOf({ ports: { db } }: Campaign, accountId: AccountId): Promise<Next> {
  const to = (await first(db, coveredDays({ accountId })))?.to ?? null
  if (to === null) return { accountId, day: begins, openingMinor: 0 }
  const last = (await db.read(statementsUpTo({ accountId, to }))).at(-1)
  return { accountId, day: dayAfter(to), openingMinor: last?.closingMinor ?? 0 }
}

/** Money that came in on a day, a few times. */
function movementsOn(day: string, accountId: AccountId, count = 3): Movement[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${day.replaceAll('-', '')}${i}`,
    providerId: `P${day}${i}`,
    reference: null,
    at: `${day}T02:00:0${i}.000Z`,
    direction: 'credit',
    amountMinor: 100 + i,
    currency: accountId.slice(-3),
    kind: 'topup',
  }))
}

async function fileOf({ accountId, day, openingMinor }: Next, options: MakeOptions = {}, count = 3): Promise<File> {
  const movements = movementsOn(day, accountId, count)
  const { bytes, read } = await makeFile(accounts[accountId], movements, { openingMinor, ...options })
  return { bytes, ...read }
}

type Kind = (next: Next) => Promise<File & { accountId?: string }>

/** What comes, and how often out of all: about every third one counts. */
const kinds: { readonly [name: string]: Kind } = {
  'the next day': (next) => fileOf(next),
  'the next day again': (next) => fileOf(next),
  'the next day, in a ZIP': async (next) => inZip(await fileOf(next)),
  'of another account': async (next) => ({ ...(await fileOf(next)), accountId: 'manual:GBP' }),
  'no line at all, and no day': async (next) => {
    const file = await fileOf(next, {}, 0)
    return { ...file, claims: { rows: 0 } }
  },
  'fewer lines than were said': async (next) => ({ ...(await fileOf(next)), claims: { rows: 4 } }),
  'a balance that does not join': (next) => fileOf({ ...next, openingMinor: next.openingMinor + 7 }),
  'a balance that does not follow': (next) => fileOf(next, { fault: 'balance' }),
  'a day too far': (next) => fileOf({ ...next, day: dayAfter(dayAfter(next.day)) }),
  'cut in its middle': async (next) => cut(await fileOf(next), 0.5),
  'cut in its first line': async (next) => cut(await fileOf(next), 0.05),
  'a ZIP that is cut': async (next) => cut(await inZip(await fileOf(next)), 0.6),
  'a line that says something else than before': (next) =>
    fileOf({ ...next, day: begins, openingMinor: next.openingMinor + 1 }, {}, 2),
}

async function inZip(file: File): Promise<File> {
  return { ...file, bytes: await zipped([{ name: new TextEncoder().encode('a'), content: file.bytes }], true) }
}

function cut(file: File, part: number): File {
  return { ...file, bytes: file.bytes.slice(0, Math.ceil(file.bytes.length * part)) }
}

/** Somebody uploads a file. */
export async function upload(campaign: Campaign): Promise<void> {
  const { chance, preparers, ports } = campaign
  const accountId = chance.oneOf(accountIds)
  const kind = chance.oneOf(Object.values(kinds))
  const staff = chance.oneOf(preparers)
  if (accountId === undefined || kind === undefined || staff === undefined) return
  await receiveStatement(ports, staff, { accountId, ...(await kind(await nextOf(campaign, accountId))) })
}

/** The next steps of reading, a few lines each. */
export async function read(campaign: Campaign): Promise<void> {
  const { ports, chance } = campaign
  const statement = chance.oneOf(await newest(campaign))
  if (statement === undefined) return
  for (let steps = 1 + chance.pick(4); steps > 0; steps -= 1) {
    await stepStatement(ports, statement.id, 1 + chance.pick(3))
  }
}

/** Somebody takes a file back, or opens one again that was refused. */
export async function changeOnesMind(campaign: Campaign): Promise<void> {
  const { ports, chance, preparers } = campaign
  const statement = chance.oneOf(await newest(campaign))
  const staff = chance.oneOf(preparers)
  if (statement === undefined || staff === undefined) return
  if (statement.state === 'refused') await reopenStatement(ports, staff, statement.id)
  else await takeBackByHand(ports, staff, statement.id)
}

function newest({ ports }: Campaign) {
  return ports.db.read(listStatements.behind({ from: '~', limit: 12 }))
}

/** Whatever came before: everything that waits comes to its end, and the bank's next day of each account counts. */
export async function checkUploads(campaign: Campaign): Promise<string[]> {
  const { ports, preparers } = campaign
  const [staff] = preparers
  if (staff === undefined) return []
  await sweepStatements(ports)
  const breaches: string[] = []
  for (const accountId of accountIds) {
    const received = await receiveStatement(ports, staff, {
      accountId,
      ...(await fileOf(await nextOf(campaign, accountId))),
    })
    await sweepStatements(ports)
    const [statement] = await ports.db.read(listStatements.behind({ from: '~', limit: 1 }))
    if (!('staged' in received) || statement?.state !== 'published') {
      breaches.push(
        `${accountId} reads no more: ${JSON.stringify(received)}, ${statement?.state} ${statement?.problem}`,
      )
    }
  }
  return breaches
}

/** How many files came to which end, each refusal by its reason. */
export async function uploadsOf({ ports }: Campaign): Promise<Record<string, number>> {
  const ends: Record<string, number> = {}
  for (const { state, problem } of await ports.db.read(listStatements.behind({ from: '~', limit: 1_000 }))) {
    const end = state === 'refused' ? `${state}: ${(JSON.parse(problem ?? '{}') as { why?: string }).why}` : state
    ends[end] = (ends[end] ?? 0) + 1
  }
  return ends
}
