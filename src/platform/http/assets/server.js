// Sends a form, and says when a server that is busy is worth another try.
// biome-ignore lint/correctness/noUnusedVariables: enhance.js, which is served behind this file, calls it
const server = (() => {
  const send = (f, fields, isDraft) => {
    const body = new URLSearchParams(new FormData(f))
    for (const name of Array.from(body.keys())) {
      if (!Array.from(f.querySelectorAll('[type=hidden]')).some((one) => one.name === name)) body.delete(name)
    }
    for (const [name, value] of fields) body.append(name, value)
    if (isDraft) body.set('draft', 1)
    const stop = new AbortController()
    const clock = setTimeout(() => stop.abort(), 20000)
    return fetch(f.action, {
      method: 'POST',
      body,
      // Of a page alone, by which the door knows that there are scripts.
      // And to be answered with the page that comes next, in place of its address.
      headers: isDraft ? { Accept: 'application/json' } : { Accept: 'text/html', Prefer: 'return=representation' },
      // What outlives its page is 64 KiB at the most; more would be refused, and look like no connection.
      keepalive: isDraft && String(body).length < 60000,
      signal: stop.signal,
    }).finally(() => clearTimeout(clock))
  }

  // A server that is busy is asked again, when it says or a little later, so that not all come at once; nothing else is.
  const isWorthWaiting = (reply, tries) => {
    const askedSeconds = Number(reply.headers.get('Retry-After'))
    const seconds = askedSeconds || 2 ** tries
    return (
      /^(429|50[234])$/.test(reply.status) &&
      tries < (askedSeconds && reply.status === 503 ? 39 : 4) &&
      seconds <= 20 &&
      new Promise((resolve) => setTimeout(resolve, seconds * (1000 + 500 * Math.random())))
    )
  }

  // Where the page stands that came: led to, or named by an answer that brought it along.
  const placeOf = (reply) => new URL(reply.headers.get('Content-Location') || reply.url, reply.url)
  const isOnward = (reply) => reply.redirected || reply.headers.has('Content-Location')

  return { send, isWorthWaiting, placeOf, isOnward }
})()
