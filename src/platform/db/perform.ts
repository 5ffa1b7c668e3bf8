/**
 * An action in three steps: read, decide, write together. A constraint that refuses the write may say that what was read
 * is stale; then all three are done again, a bounded number of times.
 *
 * @example
 * return perform(db, 'Approving a batch', async () => {
 *   const batch = await first(db, batchById({ id }))
 *   if (batch === undefined) return { refused: 'not_found' }
 *   return plan({
 *     rows: move('batch', batch, step),
 *     audit: addAudit(entry),
 *     done: { approved: true },
 *     refused: (breach) => (breach.on === taken.batchStep ? stale(breach) : unexpected),
 *   })
 * })
 */
import type { Breach, Database, Write, WriteOutcome } from './together.ts'

type Together = Pick<Database, 'together'>

/** Far more than people or sweeps ever overtake one another; whoever is refused as often has met a defect. */
export const mostTries = 8

/** A constraint has refused what no reading and no race explains: a defect, and never a user's mistake. */
export class UnexpectedBreach extends Error {
  override readonly name = 'UnexpectedBreach'
  readonly breach: Breach
  /** @param action what was being done, as the subject of a sentence */
  constructor(action: string, breach: Breach, tries = 1) {
    const times = tries === 1 ? '' : ` ${tries} times, at last`
    super(`${action} was refused${times} by ${breach.kind} ${breach.on ?? ''}`.trimEnd())
    this.breach = breach
  }
}

/** Says that what was read is no longer so, and has to be read again. */
export class Stale {
  readonly breach: Breach
  constructor(breach: Breach) {
    this.breach = breach
  }
}

/** What an action gives that has to read again, since a constraint refused what it had read. */
export function stale(breach: Breach): Stale {
  return new Stale(breach)
}

/** Says that a refusal is not one of those that an action knows. */
export const unexpected = Symbol('unexpected')

type Refused<Answer> = Answer | Plan<Answer> | Stale | typeof unexpected

/** What was decided: the writes, and what they come to. */
interface PlannedWrites<Answer> {
  rows?: readonly Write[]
  /** The entry in the audit trail, behind the rows that it tells of. */
  audit?: Write | readonly Write[]
  /** Rows that many share, such as balances; last, so that they are held for the shortest time. */
  money?: readonly Write[]
  /** The answer when all of it is written; `Stale` when that was only the first half. */
  done: Answer | Stale
  /** What a refusal means: an answer, another plan instead, or that it was read too long ago. Without it, none is expected. */
  refused?: (breach: Breach) => Refused<Answer> | Promise<Refused<Answer>>
}

export class Plan<Answer> {
  readonly planned: PlannedWrites<Answer>
  constructor(planned: PlannedWrites<Answer>) {
    this.planned = planned
  }
}

/** What an action is to write, and what it answers then. */
export function plan<Answer>(planned: PlannedWrites<Answer>): Plan<Answer> {
  return new Plan(planned)
}

/**
 * Does an action.
 * @param action what is being done, as the subject of a sentence
 * @param decide reads, and gives a plan, an answer that needs no write, or `Stale` when a write of its own was refused
 *   by a race; it is called again from the beginning after each `Stale`, so it may hold nothing from before
 * @throws UnexpectedBreach for a refusal that the plan does not know, and after `mostTries` stale readings
 */
export async function perform<Answer>(
  db: Together,
  action: string,
  decide: () => Promise<Answer | Plan<Answer> | Stale>,
): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const result = await made(db, action, await decide())
    if (!(result instanceof Stale)) return result
    if (tries === mostTries) throw new UnexpectedBreach(action, result.breach, tries)
  }
}

/**
 * Makes what was decided. Whoever waits for the commit holds what comes of it, and none of the writes: many wait at once, and
 * what they hold grows old.
 */
function made<Answer>(
  db: Together,
  action: string,
  decided: Answer | Plan<Answer> | Stale,
): Answer | Stale | Promise<Answer | Stale> {
  if (!(decided instanceof Plan)) return decided
  const { rows = [], audit = [], money = [], done, refused } = decided.planned
  return answerOf(db, action, db.together(...rows, ...[audit].flat(), ...money), { done, refused })
}

async function answerOf<Answer>(
  db: Together,
  action: string,
  writing: Promise<WriteOutcome>,
  { done, refused }: { done: Answer | Stale; refused: PlannedWrites<Answer>['refused'] | undefined },
): Promise<Answer | Stale> {
  const outcome = await writing
  if (outcome.done) return done
  const result = refused === undefined ? unexpected : await refused(outcome.breach)
  if (result === unexpected) throw new UnexpectedBreach(action, outcome.breach)
  return made(db, action, result as Answer | Plan<Answer> | Stale)
}

/**
 * Makes writes that nothing can refuse.
 * @throws UnexpectedBreach when something does
 */
export async function commit(db: Together, action: string, ...writes: Write[]): Promise<void> {
  const outcome = await db.together(...writes)
  if (!outcome.done) throw new UnexpectedBreach(action, outcome.breach)
}
