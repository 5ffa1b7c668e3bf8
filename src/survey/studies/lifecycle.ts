/** Which moves a study can make, from which state. Pure; the table of legal moves in the database says the same. */
import type { StudyState } from '../../../schema/tables.ts'

export const studyMoves = {
  start: { from: ['ready'], to: 'open' },
  pause: { from: ['open'], to: 'paused' },
  resume: { from: ['paused'], to: 'open' },
  close: { from: ['ready', 'open', 'paused'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
} as const satisfies Record<string, { from: readonly StudyState[]; to: StudyState }>

export type StudyMove = keyof typeof studyMoves

/** In the order in which they are offered. */
export const moveNames = Object.keys(studyMoves) as readonly StudyMove[]

/** Whether a study in this state can make this move. */
export function canMove(state: StudyState, move: StudyMove): boolean {
  const from: readonly StudyState[] = studyMoves[move].from
  return from.includes(state)
}

/** The moves of a study in this state, in the order in which they are offered. */
export function movesFrom(state: StudyState): StudyMove[] {
  return moveNames.filter((move) => canMove(state, move))
}

/**
 * When a study that closes now is closed from: now, unless its window had ended before; and never before it would have
 * opened, because a window has a beginning before its end.
 */
export function closedFrom({ opensAt, closesAt }: { opensAt: string; closesAt: string | null }, now: string): string {
  const ends = [now, ...(closesAt === null ? [] : [closesAt])].map((at) => Date.parse(at))
  return new Date(Math.max(Math.min(...ends), Date.parse(opensAt) + 1)).toISOString()
}
