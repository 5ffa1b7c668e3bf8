/** Somebody else decides about an objection, and answers it. */
import type { Ports } from '../../../ports.ts'
import { decideObjected, type Ended } from '../../../rewards/vouchers/actions.ts'
import type { ReasonFor } from '../../../rewards/vouchers/lifecycle.ts'
import type { Staff } from '../../../staff/accounts/store.ts'
import { noteState } from '../judge.ts'
import { putDecision } from './store.ts'
import { longestWords, sealWords } from './words.ts'

/** `release`: the objection is right, and the reward can be claimed; `reject`: it is not, and that is final. */
export type ObjectionWay = 'release' | 'reject'

/** `own`: whoever rejected it cannot decide about the objection; `reply`: it says nothing, or more than is kept. */
export type ObjectionDecided = Ended | { refused: 'own' | 'reply' }

/**
 * Decides, for a reason and with an answer to the respondent. Whoever rejected the response is refused by the database.
 * @param seen the step of the review that was decided about
 */
export async function decideObjection(
  ports: Ports,
  staff: Pick<Staff, 'id'>,
  about: { studyId: string; voucherId: string },
  decided: { way: ObjectionWay; reason: ReasonFor<'release'> | ReasonFor<'reject'>; reply: string; seen?: number },
): Promise<ObjectionDecided> {
  const reply = decided.reply.trim()
  if (reply === '' || reply.length > longestWords) return { refused: 'reply' }
  const state = decided.way === 'release' ? 'accepted' : 'final'
  return decideObjected(ports, staff, about.voucherId, state, decided.reason, decided.seen, async (step) => {
    const place = { respondentId: step.respondentId, n: step.n - 2 }
    const { texts, key } = await sealWords(ports, about.studyId, place, 'reply', reply)
    return [
      putDecision({ ...place, decidedN: step.n, state, by: staff.id, at: step.at, texts, key }),
      ...noteState(step.respondentId, state),
    ]
  })
}
