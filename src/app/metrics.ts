/** `/metrics`: how the service does, for Prometheus. It is not there unless a token is configured. */
import type { Context } from 'hono'
import { contentType, exposition } from '../platform/metrics/exposition.ts'
import type { AppEnv } from '../ports.ts'
import { databaseMetrics } from './database-metrics.ts'
import { studyMetrics } from './study-metrics.ts'

/** What the database knows, on every runtime, and what this process has measured, where it measures. */
export async function metrics(c: Context<AppEnv>): Promise<Response> {
  const { ports } = c.var
  if (ports.metrics === undefined) return c.notFound()
  if (!(await isBearer(c.req.header('authorization') ?? '', ports.metrics.token))) {
    return c.text('This address asks for `Authorization: Bearer` with METRICS_TOKEN.\n', 401, {
      'WWW-Authenticate': 'Bearer',
    })
  }
  const known = [...(await databaseMetrics(ports)), ...(await studyMetrics(ports))]
  const text = exposition(known) + ((await ports.metrics.measured?.()) ?? '')
  return c.body(text, 200, { 'Content-Type': contentType })
}

/** Takes as long for a token that is nearly right as for any other: what is compared is what both hash to. */
async function isBearer(authorization: string, token: string): Promise<boolean> {
  const hashOf = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  const [given, wanted] = await Promise.all([hashOf(authorization), hashOf(`Bearer ${token}`)])
  return wanted.reduce((difference, byte, i) => difference | (byte ^ (given[i] ?? 0)), 0) === 0
}
