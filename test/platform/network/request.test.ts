/** A provider's server may do anything to a call: there is always an answer, and no exception. */
import { describe, expect, test } from 'vitest'
import { ask } from '../../../src/platform/network/request.ts'

const request = () => new Request('https://provider.example.org/pay', { method: 'POST', body: '{}' })
const never = new Promise<never>(() => {})

describe('asking a provider', () => {
  test('a reply is its status, headers and text', async () => {
    const asked = await ask(async () => new Response('paid', { status: 201, headers: { 'x-a': 'b' } }), request(), {
      timeoutMs: 1_000,
    })
    expect(asked).toMatchObject({ ok: true, status: 201, body: 'paid' })
    expect(asked.ok && asked.headers.get('x-a')).toBe('b')
  })

  test('a refused connection is an answer', async () => {
    const asked = await ask(() => Promise.reject(new TypeError('fetch failed')), request(), { timeoutMs: 1_000 })
    expect(asked).toEqual({ ok: false, why: 'network' })
  })

  test('no reply in time is an answer, even from a fetch that does not heed the signal', async () => {
    expect(await ask(() => never, request(), { timeoutMs: 5 })).toEqual({ ok: false, why: 'timeout' })
  })

  test('a reply whose body never ends is no reply in time', async () => {
    const body = new ReadableStream({ start: (sink) => sink.enqueue(new TextEncoder().encode('{')) })
    expect(await ask(async () => new Response(body), request(), { timeoutMs: 5 })).toEqual({
      ok: false,
      why: 'timeout',
    })
  })

  test('a timeout that the fetch itself reports is one', async () => {
    const asked = await ask(() => Promise.reject(new DOMException('late', 'TimeoutError')), request(), {
      timeoutMs: 1_000,
    })
    expect(asked).toEqual({ ok: false, why: 'timeout' })
  })

  test('the request is stopped when its time is over, and redirects are not followed', async () => {
    let sent: Request | undefined
    await ask(
      (r) => {
        sent = r
        return never
      },
      request(),
      { timeoutMs: 5 },
    )
    expect(sent?.signal.aborted).toBe(true)
    expect(sent?.redirect).toBe('manual')
  })
})
