/** Somebody else decides about an objection, and answers it. */
import { first } from '../../../platform/db/together.ts'
import type { Ports } from '../../../ports.ts'
import { decideObjected, type NextStep, type ReviewResult } from '../../../rewards/vouchers/actions.ts'
import type { ReasonFor } from '../../../rewards/vouchers/lifecycle.ts'
import { rejecterOf, undoMinutes } from '../../../rewards/vouchers/rejections.ts'
import { type CameIn, mayHaveBeenOne } from '../../../staff/accounts/counts-as.ts'
import { noteState } from '../judge.ts'
import { putDecision } from './store.ts'
import { longestWords, sealWords } from './words.ts'

/** `release`: the objection is right, and the reward can be claimed; `reject`: it is not, and that is final. */
export type ObjectionWay = 'release' | 'reject'

/**
 * `own`: whoever rejected it cannot decide about the objection; `own_link`: by whose links the two came in, they may be one
 * person; `reply`: it says nothing, or more than is kept
 */
export type ObjectionDecided = ReviewResult | { refused: 'own' | 'own_link' | 'reply' }

/**
 * Decides, for a reason and with an answer to the respondent. Whoever rejected the response is refused by the database.
 * @param seen the step of the review that was decided about
 */
export async function decideObjection(
  ports: Ports,
  staff: CameIn,
  about: { studyId: string; voucherId: string },
  decided: { way: ObjectionWay; reason: ReasonFor<'release'> | ReasonFor<'reject'>; reply: string; seen?: number },
): Promise<ObjectionDecided> {
  const reply = decided.reply.trim()
  if (reply === '' || reply.length > longestWords) return { refused: 'reply' }
  const rejection = await first(ports.db, rejecterOf({ voucherId: about.voucherId }))
  if (rejection !== undefined && rejection.rejectedBy !== staff.id) {
    const to = rejection.actsAt
    const from = new Date(Date.parse(to) - undoMinutes * 60_000).toISOString()
    if (await mayHaveBeenOne(ports.db, staff, { id: rejection.rejectedBy, from, to })) return { refused: 'own_link' }
  }
  const state = decided.way === 'release' ? 'accepted' : 'final'
  const behind = async (step: NextStep) => {
    const place = { respondentId: step.respondentId, n: step.n - 2 }
    const { texts, key } = await sealWords(ports, about.studyId, place, 'reply', reply)
    return [
      putDecision({ ...place, decidedN: step.n, state, by: staff.id, at: step.at, texts, key }),
      ...noteState(step.respondentId, state),
    ]
  }
  return decideObjected(ports, staff, about.voucherId, state, { reason: decided.reason, seen: decided.seen, behind })
}
