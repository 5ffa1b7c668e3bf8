/** One call to a provider's server: whatever the network does is an answer, never an exception. */

/** The fetch of the runtime, or of a test. It is handed in, so that no provider reaches out by itself. */
export type Fetch = (request: Request) => Promise<Response>

export type HttpReply =
  | { ok: true; status: number; headers: Headers; body: string }
  /** `timeout`: no whole reply in time; `network`: the connection failed. Either way the other side may have acted. */
  | { ok: false; why: 'timeout' | 'network' }

/**
 * Sends a request and reads the whole reply as text. Redirects are not followed: a signed request is for one server.
 * @param timeoutMs for the reply and all of its body, in milliseconds
 */
export async function ask(fetch: Fetch, request: Request, { timeoutMs }: { timeoutMs: number }): Promise<HttpReply> {
  const stop = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  // Raced as well as aborted, for a fetch that does not heed the signal.
  const late = new Promise<HttpReply>((resolve) => {
    timer = setTimeout(() => {
      resolve({ ok: false, why: 'timeout' })
      stop.abort(new DOMException('no reply in time', 'TimeoutError'))
    }, timeoutMs)
  })
  try {
    return await Promise.race([whole(fetch, new Request(request, { signal: stop.signal, redirect: 'manual' })), late])
  } finally {
    clearTimeout(timer)
  }
}

async function whole(fetch: Fetch, request: Request): Promise<HttpReply> {
  try {
    const response = await fetch(request)
    return { ok: true, status: response.status, headers: response.headers, body: await response.text() }
  } catch (error) {
    const isLate = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
    return { ok: false, why: isLate ? 'timeout' : 'network' }
  }
}
