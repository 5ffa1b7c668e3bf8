/**
 * Traces, by OpenTelemetry's API: where no SDK was registered in front of the program, nothing is traced. Names and
 * attributes are words of the program, patterns of routes and figures: no address, id, code or anything of a person.
 *
 * A caller's `traceparent` is not read. Anybody can send one, and proxies pass it on: strangers would choose what is
 * sampled, and whose trace a request of theirs belongs to.
 */
import { setTimeout as wait } from 'node:timers/promises'
import {
  type Attributes,
  context,
  ProxyTracerProvider,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { CommitWatch } from '../../platform/metrics/commit-watch.ts'
import type { Activity, AppEnv, Observe } from '../../ports.ts'

export interface Tracing {
  /** Puts a request under a span of its own. */
  request: MiddlewareHandler<AppEnv>
  /** Puts work under a span. */
  observe: Observe
  /** A call of `together` is a span, and in it the flush that ended it. */
  waits: NonNullable<CommitWatch['waits']>
  /** Waits for a moment until what was traced has left this process. */
  flush(): Promise<void>
}

/** Whoever receives the traces may be away: nobody waits for it any longer, in milliseconds. */
const flushWithinMs = 2_000

/** Null where nobody listens, so that nothing is spent. */
export function openTracing(): Tracing | null {
  const provider = trace.getTracerProvider()
  if (provider instanceof ProxyTracerProvider && provider.getDelegateTracer('honorarium') === undefined) return null
  // An SDK may have brought a copy of the API, whose proxy is of another class.
  const registered = (provider as Partial<ProxyTracerProvider>).getDelegate?.() ?? provider
  return tracingWith(trace.getTracer('honorarium'), registered)
}

function tracingWith(tracer: Tracer, provider: TracerProvider & { forceFlush?(): Promise<void> }): Tracing {
  return {
    async request(c, next) {
      const { method } = c.req
      const span = tracer.startSpan(method, {
        kind: SpanKind.SERVER,
        attributes: { 'http.request.method': method },
      })
      await inside(span, next)
      const route = routePath(c, -1)
      const { status } = c.res
      span.updateName(`${method} ${route}`)
      span.setAttributes({ 'http.route': route, 'http.response.status_code': status })
      // The same as in the log.
      if (c.var.requestId !== undefined) span.setAttribute('honorarium.request', c.var.requestId)
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },

    async observe(activity, work, outcomeOf) {
      const { name, attributes } = described(activity)
      const kind = activity.kind === 'provider_call' ? SpanKind.CLIENT : SpanKind.INTERNAL
      const span = tracer.startSpan(name, { kind, attributes })
      try {
        const result = await inside(span, work)
        if (outcomeOf !== undefined) span.setAttribute('honorarium.outcome', outcomeOf(result))
        return result
      } catch (error) {
        // Its message may quote somebody's answer.
        span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name })
        throw error
      } finally {
        span.end()
      }
    },

    waits() {
      // What nobody's span is around, such as a heartbeat, would be a trace of its own each time.
      if (trace.getActiveSpan() === undefined) return undefined
      const span = tracer.startSpan('commit')
      const below = trace.setSpan(context.active(), span)
      return (flush) => {
        if (flush === null) span.setStatus({ code: SpanStatusCode.ERROR })
        else {
          const { calls, beganAt, endedAt } = flush
          const startTime = performance.timeOrigin + beganAt
          tracer
            .startSpan('flush', { startTime, attributes: { 'honorarium.group_size': calls } }, below)
            .end(performance.timeOrigin + endedAt)
        }
        span.end()
      }
    },

    async flush() {
      const flushed = provider.forceFlush?.().catch(() => undefined)
      await Promise.race([flushed, wait(flushWithinMs, undefined, { ref: false })])
    },
  }
}

function inside<Result>(span: Span, work: () => Promise<Result>): Promise<Result> {
  return context.with(trace.setSpan(context.active(), span), work)
}

function described(activity: Activity): { name: string; attributes: Attributes } {
  switch (activity.kind) {
    case 'sweep_part': {
      const { part } = activity
      return { name: part === 'sweep' ? part : `sweep ${part}`, attributes: { 'honorarium.part': part } }
    }
    case 'statement_step':
      return { name: 'statement step', attributes: {} }
    case 'provider_call': {
      const { provider, call } = activity
      return { name: `${call} ${provider}`, attributes: { 'honorarium.provider': provider, 'honorarium.call': call } }
    }
  }
}
