/** What staff do with exceptions: take one on, write a note, close it or propose to, match a line, lift a stop. */
import { taken } from '../../../schema/constraints.ts'
import { perform, plan, unexpected } from '../../platform/db/perform.ts'
import { first, type Write } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { lift } from '../../rewards/ledger/provider-books.ts'
import { propose } from '../../staff/approvals/actions.ts'
import type { EffectOf } from '../../staff/approvals/proposal.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import { readAbout } from '../matching/about.ts'
import { type MatchPayload, type MatchRefusal, matchWrites } from '../matching/by-hand.ts'
import { findCandidates } from '../matching/candidates.ts'
import { ruleOfWord } from '../reading-rules/words.ts'
import { type ClosingPayload, closing } from './close.ts'
import { type ClosingRefusal, type ExceptionDetail, needsTwo } from './exception.ts'
import { addExceptionStep, type Exception, exceptionById, exceptionSteps, setOwner } from './store.ts'

type Staff = { id: string }
/** `note`: it takes one; `two_people`: it takes two. */
type Refusal = { refused: 'moved_on' | 'note' | 'two_people' | 'waiting' }

/** The longest note, in characters. */
const longestNote = 500

/** Makes an exception one's own. Somebody else's can be taken over. */
export function takeOn(ports: Ports, staff: Staff, id: string): Promise<{ done: true } | Refusal> {
  return step(ports, staff, { id, what: 'taken_on', more: [setOwner({ id, owner: staff.id })] })
}

/** Adds a note to an open exception. */
export function addNote(ports: Ports, staff: Staff, id: string, note: string): Promise<{ done: true } | Refusal> {
  return isValidNote(note) ? step(ports, staff, { id, what: 'note', note }) : Promise.resolve({ refused: 'note' })
}

/** Closes what moves no money and stops nothing, on the word of one person. */
export async function closeAlone(
  ports: Ports,
  staff: Staff,
  id: string,
  note: string,
): Promise<{ done: true } | Refusal | ClosingRefusal> {
  const exception = await openOne(ports, id)
  if (exception === undefined) return { refused: 'moved_on' }
  if (!isValidNote(note)) return { refused: 'note' }
  if (needsTwo(exception.class)) return { refused: 'two_people' }
  const effect = await closing(ports, exception, { action: 'keep' }, staff.id, note.trim())
  if ('refused' in effect) return effect
  return written(ports, effect)
}

/** Proposes how an exception is closed. What would be refused now is refused now. */
export async function proposeClosing(
  ports: Ports,
  staff: Staff,
  id: string,
  payload: ClosingPayload,
  note: string,
): Promise<{ proposed: string } | Refusal | ClosingRefusal> {
  const exception = await openOne(ports, id)
  if (exception === undefined) return { refused: 'moved_on' }
  if (!isValidNote(note)) return { refused: 'note' }
  const effect = await closing(ports, exception, payload, staff.id, note.trim())
  if ('refused' in effect) return effect
  const { kind } = payload
  const { accountId, detail } = await readAbout(ports, exception)
  const isTaught = kind !== undefined && exception.class === 'unknown_type'
  const rule = isTaught ? await ruleOfWord(ports, accountId, detail.rawType, kind) : null
  const shownPayload = rule === null ? { action: payload.action } : { ...payload, rule }
  return propose(ports, staff, { kind: 'exception_closed', subject: id, payload: shownPayload, reason: note.trim() })
}

/** Proposes that the line of an exception pays an attempt. What else it could be goes along, for whoever confirms it. */
export async function proposeMatch(
  ports: Ports,
  staff: Staff,
  id: string,
  { attempt }: Pick<MatchPayload, 'attempt'>,
  note: string,
): Promise<{ proposed: string } | Refusal | MatchRefusal> {
  const exception = await openOne(ports, id)
  if (exception === undefined) return { refused: 'moved_on' }
  if (!isValidNote(note)) return { refused: 'note' }
  const about = await readAbout(ports, exception)
  const effect = await matchWrites(ports, about, { attemptId: attempt, decisionId: 'none', actor: staff.id, note })
  if ('refused' in effect) return effect as MatchRefusal
  const seen = await findCandidates(ports, exception, about.detail)
  const others = (seen?.attempts ?? []).flatMap(({ id: other }) => (other === attempt ? [] : [other]))
  const payload: MatchPayload = {
    attempt,
    others,
    isOnly: seen?.isOnly ?? false,
    ...(seen?.begun === attempt ? { isBegun: true } : {}),
  }
  return propose(ports, staff, { kind: 'match', subject: id, payload, reason: note.trim() })
}

/** Proposes that payments go on although the exception that stopped them is open. */
export async function proposeLift(
  ports: Ports,
  staff: Staff,
  id: string,
  note: string,
): Promise<{ proposed: string } | Refusal> {
  const exception = await openOne(ports, id)
  if (exception === undefined || !(await isStopping(ports, exception))) return { refused: 'moved_on' }
  if (!isValidNote(note)) return { refused: 'note' }
  return propose(ports, staff, { kind: 'stop_lifted', subject: id, payload: {}, reason: note.trim() })
}

/** What confirming that writes: the step of the exception's history sees to it that one stop is lifted once. */
export const stopLifted: EffectOf = async (ports, proposal) => {
  const exception = await openOne(ports, proposal.subject)
  if (exception?.accountId == null || !(await isStopping(ports, exception))) return { refused: 'moved_on' }
  const steps = await ports.db.read(exceptionSteps({ id: exception.id }))
  const { proposedBy: actor, reason: note } = proposal
  const at = ports.clock.now()
  return [
    addExceptionStep({ id: exception.id, n: (steps.at(-1)?.n ?? 0) + 1, what: 'stop_lifted', actor, note, at }),
    addAudit({ id: ports.ids.next('audit'), actor, action: 'account.stop_lifted', subject: exception.id, at }),
    lift(exception.accountId),
  ]
}

/** Whether an exception still stops its account. */
export async function isStopping({ db }: Pick<Ports, 'db'>, exception: Exception): Promise<boolean> {
  const { stops } = JSON.parse(exception.detail) as ExceptionDetail
  if (stops !== true || exception.closedAt !== null) return false
  return !(await db.read(exceptionSteps({ id: exception.id }))).some(({ what }) => what === 'stop_lifted')
}

async function openOne({ db }: Pick<Ports, 'db'>, id: string): Promise<Exception | undefined> {
  const exception = await first(db, exceptionById({ id }))
  return exception?.closedAt === null ? exception : undefined
}

async function step(
  ports: Ports,
  staff: Staff,
  { id, what, note = '', more = [] }: { id: string; what: string; note?: string; more?: readonly Write[] },
): Promise<{ done: true } | Refusal> {
  if ((await openOne(ports, id)) === undefined) return { refused: 'moved_on' }
  const { db, clock, ids } = ports
  const at = clock.now()
  const n = ((await db.read(exceptionSteps({ id }))).at(-1)?.n ?? 0) + 1
  return written(ports, [
    addExceptionStep({ id, n, what, actor: staff.id, note: note.trim(), at }),
    ...more,
    addAudit({ id: ids.next('audit'), actor: staff.id, action: `exception.${what}`, subject: id, at }),
  ])
}

function written({ db }: Ports, rows: readonly Write[]): Promise<{ done: true } | { refused: 'moved_on' }> {
  return perform(db, 'A step of an exception', async () =>
    plan<{ done: true } | { refused: 'moved_on' }>({
      rows,
      done: { done: true },
      refused: ({ on }) => (on === taken.exceptionStep ? { refused: 'moved_on' } : unexpected),
    }),
  )
}

/** Whether a note is one: neither empty nor too long. */
export function isValidNote(note: string): boolean {
  return note.trim().length > 0 && note.trim().length <= longestNote
}
