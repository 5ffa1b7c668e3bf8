/** Metrics and traces of a server on Node, as far as somebody has asked for them. */
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Database } from '../../platform/db/together.ts'
import type { CommitWatch } from '../../platform/metrics/commit-watch.ts'
import { exposition, type Family, gauge } from '../../platform/metrics/exposition.ts'
import type { AppEnv, Observe, Payer, Ports } from '../../ports.ts'
import type { Gather } from '../workers/gather-metrics.ts'
import { processMetrics } from './process-metrics.ts'
import { type ServiceMetrics, serviceMetrics } from './service-metrics.ts'
import { openTracing, type Tracing } from './tracing.ts'

export interface Telemetry {
  /** Around every request, outside of all else. */
  around: MiddlewareHandler<AppEnv>[]
  /** For the database's adapter; not there when nobody looks at its commits. */
  commits?: CommitWatch
  clockJumped(direction: 'ahead' | 'back'): void
  /** The ports that it adds: nothing when all is off. With `gather`, what other processes have measured is told as well. */
  portsFor(db: Database, gather?: Gather): Pick<Ports, 'metrics' | 'observe'>
  /** Lets go of what it holds; what was traced leaves this process before. */
  close(): Promise<void>
}

/** @param token who shows it may read `/metrics`; without one nothing is measured */
export function openTelemetry(token: string | undefined): Telemetry {
  const tracing = openTracing()
  const metrics = token === undefined ? null : serviceMetrics()
  const machine = token === undefined ? null : processMetrics()
  const around = [...(metrics === null ? [] : [measured(metrics)]), ...(tracing === null ? [] : [tracing.request])]
  const observe = observing(metrics, tracing)
  const commits = watching(metrics, tracing)
  return {
    around,
    ...(commits === undefined ? {} : { commits }),
    clockJumped: (direction) => metrics?.clockJumped(direction),
    portsFor: (db, gather = (own) => async () => own()) => ({
      ...(observe === undefined ? {} : { observe }),
      ...(token === undefined || metrics === null || machine === null
        ? {}
        : {
            metrics: {
              token,
              measured: measuring(
                gather(() => [
                  ...metrics.families(),
                  gauge('honorarium_commit_waiting', 'Writes that wait for a commit.', db.waiting?.() ?? 0),
                  ...machine.families(),
                ]),
              ),
            },
          }),
    }),
    async close() {
      machine?.close()
      await tracing?.flush()
    },
  }
}

const measuring = (all: () => Promise<Family[]>) => async () => exposition(await all())

/** The same payers, whose calls are watched. */
export function observedPayers(payers: readonly Payer[], observe: Observe | undefined): readonly Payer[] {
  if (observe === undefined) return payers
  return payers.map((payer): Payer => {
    const { provider } = payer
    return {
      ...payer,
      send: (order) => observe({ kind: 'provider_call', provider, call: 'send' }, () => payer.send(order), stateOf),
      query: (order) => observe({ kind: 'provider_call', provider, call: 'query' }, () => payer.query(order), stateOf),
      cancel: (order) =>
        observe({ kind: 'provider_call', provider, call: 'cancel' }, () => payer.cancel(order), stateOf),
    }
  })
}

const stateOf = ({ state }: { state: string }) => state

function measured(metrics: ServiceMetrics): MiddlewareHandler<AppEnv> {
  return async function measured(c, next) {
    const began = performance.now()
    metrics.requestBegan()
    try {
      await next()
    } finally {
      metrics.requestEnded(c.req.method, routePath(c, -1), c.res.status, (performance.now() - began) / 1000)
    }
  }
}

function observing(metrics: ServiceMetrics | null, tracing: Tracing | null): Observe | undefined {
  if (metrics === null) return tracing?.observe
  return async (activity, work, outcomeOf) => {
    const began = performance.now()
    let outcome = 'failed'
    try {
      const result = await (tracing === null ? work() : tracing.observe(activity, work, outcomeOf))
      outcome = outcomeOf?.(result) ?? 'done'
      return result
    } finally {
      metrics.worked(activity, outcome, (performance.now() - began) / 1000)
    }
  }
}

function watching(metrics: ServiceMetrics | null, tracing: Tracing | null): CommitWatch | undefined {
  if (tracing === null) return metrics?.commits
  const flushed: CommitWatch['flushed'] = metrics === null ? () => undefined : metrics.commits.flushed
  return { flushed, waits: tracing.waits }
}
