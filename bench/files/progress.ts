/** What all parts of a proof have seen so far, in a file, so that the next part goes on. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

export const phases = ['without files, before', 'while files come', 'without files, after'] as const
export type Phase = (typeof phases)[number]

export interface PhaseProgress {
  latencies: number[]
  loopDelayMs: number
  /** How often a submission was told that the server is busy, and was sent again: its time goes on. */
  busy: number
}

export interface ProofProgress {
  /** The number of the first file that has not been taken up. */
  next: number
  /** How long files were uploaded. */
  seconds: number
  cpuSeconds: number
  /** Resident at most. */
  peakMb: number
  phases: Record<Phase, PhaseProgress>
  /** How often somebody of finance was told that the server is busy, and asked again. */
  deskBusy: number
  /** By what was said. */
  notTaken: Record<string, number>
  /** Lines of the log. */
  failures: string[]
}

/** What a file says, or the beginning. */
export function openProgress(path: string): ProofProgress {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as ProofProgress
  const nothing = () => ({ latencies: [], loopDelayMs: 0, busy: 0 })
  return {
    next: 0,
    seconds: 0,
    cpuSeconds: 0,
    peakMb: 0,
    phases: { [phases[0]]: nothing(), [phases[1]]: nothing(), [phases[2]]: nothing() },
    deskBusy: 0,
    notTaken: {},
    failures: [],
  }
}

export function keep(soFar: ProofProgress, path: string): void {
  writeFileSync(path, JSON.stringify(soFar))
}

/** Adds what one part of the proof has seen. */
export function note({ phases: all }: ProofProgress, name: Phase, seen: PhaseProgress): void {
  const phase = all[name]
  phase.latencies.push(...seen.latencies)
  phase.loopDelayMs = Math.max(phase.loopDelayMs, seen.loopDelayMs)
  phase.busy += seen.busy
}
