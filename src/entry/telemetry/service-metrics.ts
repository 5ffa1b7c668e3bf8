/** What this process counts of its own work, for `/metrics`. */
import type { CommitWatch } from '../../platform/metrics/commit-watch.ts'
import type { Family } from '../../platform/metrics/exposition.ts'
import { counter, histogram } from '../../platform/metrics/instruments.ts'
import type { Activity } from '../../ports.ts'

/** Upper ends of the buckets, in seconds: what a person waits for, what a disk takes, what runs on its own. */
const waited = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const flushed = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]
const worked = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60]
const grouped = [1, 2, 4, 8, 16, 32, 64, 128, 256]

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const submissions = '/s/:study/p/:page'

export type ServiceMetrics = ReturnType<typeof serviceMetrics>

/** Each instrument, in the order of its family. */
const instruments = () => ({
  requests: counter({
    name: 'honorarium_http_requests_total',
    help: 'Requests that were answered, by the pattern of their route.',
    labels: ['method', 'route', 'status'],
  }),
  durations: histogram(
    {
      name: 'honorarium_http_request_duration_seconds',
      help: 'How long requests took.',
      labels: ['method', 'route'],
    },
    waited,
  ),
  submitted: histogram(
    {
      name: 'honorarium_submission_duration_seconds',
      help: 'How long a page that a respondent sent took: accepted; shown again, or kept as a draft; refused; failed.',
      labels: ['outcome'],
      known: [['accepted'], ['shown'], ['refused'], ['failed']],
    },
    waited,
  ),
  flushes: histogram({ name: 'honorarium_commit_duration_seconds', help: 'How long commits took.' }, flushed),
  groups: histogram({ name: 'honorarium_commit_group_size', help: 'How many writes shared a commit.' }, grouped),
  parts: histogram(
    {
      name: 'honorarium_sweep_part_duration_seconds',
      help: 'How long parts of the periodic work took, and all of it (sweep).',
      labels: ['part', 'outcome'],
    },
    worked,
  ),
  steps: histogram(
    {
      name: 'honorarium_statement_step_duration_seconds',
      help: 'How long steps of reading or matching a statement took.',
      labels: ['outcome'],
      known: [['more'], ['done'], ['failed']],
    },
    worked,
  ),
  calls: histogram(
    {
      name: 'honorarium_provider_call_duration_seconds',
      help: 'How long providers took, and what they answered.',
      labels: ['provider', 'call', 'outcome'],
    },
    waited,
  ),
  jumps: counter({
    name: 'honorarium_clock_jumps_total',
    help: "Jumps of the machine's clock by more than five seconds.",
    labels: ['direction'],
    known: [['ahead'], ['back']],
  }),
})

export function serviceMetrics() {
  let inFlight = 0
  const made = instruments()
  const commits: CommitWatch = {
    flushed({ calls, beganAt, endedAt }) {
      made.flushes.observe((endedAt - beganAt) / 1000)
      made.groups.observe(calls)
    },
  }
  return {
    commits,
    requestBegan() {
      inFlight += 1
    },
    requestEnded(method: string, route: string, status: number, seconds: number) {
      inFlight -= 1
      const known = methods.has(method) ? method : 'other'
      made.requests.add(known, route, String(status))
      made.durations.observe(seconds, known, route)
      if (method === 'POST' && route === submissions) made.submitted.observe(seconds, outcomeOf(status))
    },
    worked(activity: Activity, outcome: string, seconds: number) {
      if (activity.kind === 'sweep_part') made.parts.observe(seconds, activity.part, outcome)
      else if (activity.kind === 'statement_step') made.steps.observe(seconds, outcome)
      else made.calls.observe(seconds, activity.provider, activity.call, outcome)
    },
    clockJumped(direction: 'ahead' | 'back') {
      made.jumps.add(direction)
    },
    families(): Family[] {
      const open: Family = {
        name: 'honorarium_http_requests_in_flight',
        help: 'Requests that are not answered yet.',
        type: 'gauge',
        samples: [{ labels: {}, value: inFlight }],
      }
      return [open, ...Object.values(made).map((one) => one.family())]
    },
  }
}

/** A page that was taken leads on; one that has mistakes, or changes its language, is shown again. */
function outcomeOf(status: number): string {
  if (status >= 500) return 'failed'
  if (status >= 400 && status !== 422) return 'refused'
  return status >= 300 && status < 400 ? 'accepted' : 'shown'
}
