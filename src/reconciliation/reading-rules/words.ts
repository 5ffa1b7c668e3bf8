/** Words of a provider that people teach for an account, one by closing an exception, and unlearn, two of them. */
import type { Write } from '../../platform/db/together.ts'
import { first } from '../../platform/db/together.ts'
import type { Ports } from '../../ports.ts'
import { propose } from '../../staff/approvals/actions.ts'
import { type EffectOf, longestReason } from '../../staff/approvals/proposal.ts'
import { addAudit } from '../../staff/audit-trail/audit.ts'
import type { MovementKind } from '../formats/statement.ts'
import { rememberedWords } from './remembered.ts'
import { isWord } from './rule.ts'
import * as store from './store.ts'

/** What a rule of a word does, told before it is made and when it is taken back. */
export interface WordRuleEffect {
  accountId: string
  word: string
  kind: MovementKind
  /** What the word means so far; null for nothing that is known. */
  before: MovementKind | null
  /** Lines that count and have it; they stay as they were booked. */
  lines: number
}

/** What learning a word would do; null for what cannot be learned. */
export async function ruleOfWord(
  { db }: Pick<Ports, 'db'>,
  accountId: string,
  word: string | undefined,
  kind: MovementKind,
): Promise<WordRuleEffect | null> {
  if (!isWord(word)) return null
  const before = (await rememberedWords(db, accountId)).find((one) => one.word === word)?.kind ?? null
  return { accountId, word, kind, before, lines: await linesWith(db, accountId, word) }
}

/** How many lines that count have a type. */
export async function linesWith(db: Ports['db'], accountId: string, rawType: string): Promise<number> {
  return (await first(db, store.linesOfType({ accountId, rawType })))?.count ?? 0
}

/** What learning a word writes: nothing, when it means that already. Of two at one moment none is lost. */
export async function learnWord(
  { db, clock, ids }: Ports,
  accountId: string,
  word: string | undefined,
  kind: MovementKind,
  actor: string,
): Promise<Write[]> {
  if (!isWord(word)) return []
  if ((await rememberedWords(db, accountId)).find((one) => one.word === word)?.kind === kind) return []
  const at = clock.now()
  return [
    store.addTypeRule({ id: ids.next('rule'), accountId, rawType: word, kind, actor, at }),
    addAudit({ id: ids.next('audit'), actor, action: 'word.learned', subject: `${accountId}/${word}`, at }),
  ]
}

/** Proposes that a word means nothing any more. */
export async function proposeUnlearning(
  ports: Ports,
  staff: { id: string },
  accountId: string,
  word: string,
  note: string,
): Promise<{ proposed: string } | { refused: 'moved_on' | 'note' | 'waiting' }> {
  const reason = note.trim()
  if (reason === '' || reason.length > longestReason) return { refused: 'note' }
  const known = (await rememberedWords(ports.db, accountId)).find((one) => one.word === word)
  if (known === undefined) return { refused: 'moved_on' }
  const { kind } = known
  const lines = await linesWith(ports.db, accountId, word)
  const payload: WordRuleEffect = { accountId, word, kind, before: kind, lines }
  return propose(ports, staff, { kind: 'word_unlearned', subject: `${accountId}/${word}`, payload, reason })
}

/** What confirming that writes, as long as the word means what it did. */
export const wordUnlearned: EffectOf = async (ports, proposal) => {
  const { accountId, word, kind } = JSON.parse(proposal.payload) as WordRuleEffect
  const known = (await rememberedWords(ports.db, accountId)).find((one) => one.word === word)
  if (known?.kind !== kind) return { refused: 'moved_on' }
  const at = ports.clock.now()
  const actor = proposal.proposedBy
  return [
    store.addTypeRule({ id: ports.ids.next('rule'), accountId, rawType: word, kind: 'unknown', actor, at }),
    addAudit({ id: ports.ids.next('audit'), actor, action: 'word.unlearned', subject: `${accountId}/${word}`, at }),
  ]
}
