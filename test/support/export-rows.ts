/** Rows written straight into the database, where many are needed and how they came about does not matter. */
import type { Answers, Facts } from '../../schema/answers.ts'
import type { ResponseState, VoucherState } from '../../schema/tables.ts'
import type { Database, Write } from '../../src/platform/db/together.ts'
import { sql } from '../../src/reconciliation/tables.ts'
import { transfer } from '../../src/rewards/ledger/ledger.ts'
import { holdFromTheStart } from '../../src/rewards/vouchers/reviews-store.ts'
import { addFirstStep, addVoucher } from '../../src/rewards/vouchers/store.ts'
import { referenceHash } from '../../src/rewards/vouchers/voucher.ts'
import { noteJudged } from '../../src/survey/insights/segments/rewrite.ts'
import { addRespondent } from '../../src/survey/respondents/store.ts'
import type { World } from './world.ts'

/** A query that Kysely made, as the database port takes it. */
export function query(compilable: { compile(): { sql: string; parameters: readonly unknown[] } }): Write {
  const { sql, parameters } = compilable.compile()
  return { sql, values: parameters as Write['values'] }
}

export interface SomeResponse {
  state?: ResponseState
  version?: string
  answers?: Answers | null
  exportRef?: string
  startedAt?: string
  endedAt?: string
  seed?: string
  facts?: Facts
}

/** Adds a response with its document and gives back its respondent's id. */
export async function addResponse(world: World, given: SomeResponse = {}): Promise<string> {
  const [{ id, writes }] = [responseRows(world, given)]
  await made(world.ports.db, writes)
  return id
}

export async function addResponses(world: World, count: number, given: SomeResponse = {}): Promise<void> {
  for (let at = 0; at < count; at += 100) {
    const some = Array.from({ length: Math.min(100, count - at) }, () => responseRows(world, given).writes)
    await made(world.ports.db, some.flat())
  }
}

function responseRows(world: World, given: SomeResponse): { id: string; writes: Write[] } {
  const { ports, study } = world
  const id = ports.ids.next('r')
  const endedAt = given.endedAt ?? ports.clock.now()
  const startedAt = given.startedAt ?? new Date(Date.parse(endedAt) - 8 * 60_000).toISOString()
  const state = given.state ?? 'complete'
  const shownOnDay = state === 'in_progress' || ports.settings.smallestGroup > 1 ? null : endedAt.slice(0, 10)
  const answers = given.answers === undefined ? { Q01: 4, Q02: 3 } : given.answers
  const response = sql.insertInto('responses').values({
    respondent_id: id,
    study_id: study.id,
    questionnaire_version: given.version ?? study.version,
    state,
    revision: 2,
    revision_before: 1,
    seed: given.seed ?? ports.ids.random(16),
    facts: JSON.stringify(given.facts ?? {}),
    language_start: 'en',
    language: 'zh-Hans',
    unrewarded: 0,
    export_ref: given.exportRef ?? ports.ids.random(13),
    started_at: startedAt,
    progress_at: endedAt,
    ended_at: state === 'in_progress' ? null : endedAt,
    shown_from: shownOnDay,
    shown_to: shownOnDay,
    paradata: 0,
    judged: null,
    packed: 0,
  })
  const writes = [
    addRespondent({ id, studyId: study.id, invitationId: null, resumeHash: `hash of ${id}`, at: startedAt }),
    query(response),
  ]
  if (answers !== null) {
    const document = { respondent_id: id, document: JSON.stringify(answers), texts: null, texts_key: null }
    writes.push(query(sql.insertInto('documents').values(document)))
  }
  return { id, writes }
}

/** Adds complete responses with vouchers of the study's first offer, unless told, and moves the money as completing does. */
export async function addVouchers(
  world: World,
  count: number,
  state: VoucherState & ('issued' | 'held'),
  { offer: nth = 0, answers }: { offer?: number; answers?: Answers } = {},
): Promise<void> {
  const { ports, study } = world
  const offer = study.offers[nth]
  if (offer === undefined) throw new Error('The study has no offer.')
  const at = ports.clock.now()
  for (let done = 0; done < count; done += 1) {
    const { id: respondentId, writes } = responseRows(world, answers === undefined ? {} : { answers })
    const id = ports.ids.next('v')
    const codeKey = ports.keys.codes.newest.kid
    const move = { offerId: offer.id, amountMinor: offer.amountMinor, at }
    const debited = { ...move, id: ports.ids.next('t'), debit: 'available', credit: 'reserved' } as const
    const credited = { ...move, id: ports.ids.next('t'), debit: 'reserved', credit: 'liability' } as const
    await made(ports.db, [
      ...writes,
      ...(state === 'held' ? [...holdFromTheStart(respondentId, at), ...noteJudged(respondentId, 'held')] : []),
      addFirstStep({ voucherId: id, state, move: `>${state}`, at }),
      addVoucher({
        id,
        studyId: study.id,
        offerId: offer.id,
        respondentId,
        currency: offer.currency,
        amountMinor: offer.amountMinor,
        taxMinor: offer.taxMinor,
        codeKey,
        state,
        at,
        expiresAt: null,
        replaces: null,
        referenceHash: await referenceHash(ports.keys, { id, codeKey }),
      }),
      ...transfer(debited, credited),
    ])
  }
}

/** Makes the writes, or says what refused them. */
export async function made(db: Database, writes: Write[]): Promise<void> {
  const outcome = await db.together(...writes)
  if (!outcome.done) throw new Error(`refused by ${outcome.breach.kind} ${outcome.breach.on}`)
}
