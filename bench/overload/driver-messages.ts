/** What the driver of arrivals is asked for, and what it tells. */
import type { Post } from '../post.ts'

export interface Job {
  port: number
  /** Final POSTs, each of its own response: one that is refused is sent again later. */
  finals: Post[]
  seconds: number
  /** So many arrive each second; null: 32 connections, of which each asks when it has its answer. */
  perSecond: number | null
}

export const kinds = ['final POST', 'page of somebody who has begun', 'landing page'] as const
export type Kind = (typeof kinds)[number]

export interface KindReport {
  /** Milliseconds of the answers that were given, and of the refusals (503). */
  accepted: number[]
  refused: number[]
}

export interface DriverReport {
  seconds: number
  kinds: Record<Kind, KindReport>
  /** Finals that were acknowledged, by their place in the job. */
  acknowledged: number[]
  /** Milliseconds by which the driver itself was late with each arrival, which are in the others as well. */
  late: number[]
  /** Other answers and broken connections, by what they were. */
  strange: Record<string, number>
  /** The most connections that were open at once. */
  connections: number
}
