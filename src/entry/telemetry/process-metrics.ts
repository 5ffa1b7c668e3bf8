/** What Node knows of this process, under the names that dashboards of Node know. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Family, gauge } from '../../platform/metrics/exposition.ts'

/** A timer that looks how late it is; its histogram is in nanoseconds. */
const resolutionMs = 10

/** Begins to watch the event loop. `families` tells of the time since it was last asked. */
export function processMetrics(): { families(): Family[]; close(): void } {
  const delay = monitorEventLoopDelay({ resolution: resolutionMs })
  delay.enable()
  const startedAt = Date.now() / 1000 - process.uptime()
  return {
    families() {
      const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
      const { user, system } = process.cpuUsage()
      const late = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0)
      const lag = 'How late the event loop was since this was last asked:'
      const families: Family[] = [
        {
          ...gauge('process_cpu_seconds_total', 'Processor time that was spent.', (user + system) / 1e6),
          type: 'counter',
        },
        gauge('process_start_time_seconds', 'When this process began, since 1970.', startedAt),
        gauge('process_resident_memory_bytes', 'Memory that this process has in use.', rss),
        gauge('nodejs_heap_size_used_bytes', 'Heap that is in use.', heapUsed),
        gauge('nodejs_heap_size_total_bytes', 'Heap that is set aside.', heapTotal),
        gauge('nodejs_external_memory_bytes', 'Memory outside the heap that JavaScript holds.', external),
        gauge('nodejs_eventloop_lag_p50_seconds', `${lag} median.`, late(delay.percentile(50))),
        gauge('nodejs_eventloop_lag_p99_seconds', `${lag} 99 of 100 were below.`, late(delay.percentile(99))),
        gauge('nodejs_eventloop_lag_max_seconds', `${lag} the latest.`, delay.count === 0 ? 0 : late(delay.max)),
      ]
      delay.reset()
      return families
    },
    close: () => void delay.disable(),
  }
}
