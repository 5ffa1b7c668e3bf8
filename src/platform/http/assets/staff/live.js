// Keeps a page of figures up to date while somebody looks: it is fetched anew every half a minute or as its page says, and what has changed is
// put in place. Nothing moves under the reader: neither the focus nor the place on the page.
;(() => {
  const d = document
  const says = d.getElementById('live-says')
  if (!says || !window.fetch) return
  const everyMs = Number(says.dataset.every) || 30000
  // A session ends by itself when nobody is there: asking on would keep it open.
  const mostIdleMs = 20 * 60000
  let seenAt = Date.now()
  let tag = ''
  let isAsking = false

  const here = () => {
    if (Date.now() - seenAt > mostIdleMs) says.textContent = ''
    seenAt = Date.now()
  }
  for (const name of ['pointerdown', 'keydown', 'scroll']) addEventListener(name, here, { passive: true })

  const parts = (page) => Array.from(page.querySelectorAll('[data-part]'))
  const put = (page) => {
    const next = new Map(parts(page).map((one) => [one.dataset.part, one]))
    const now = parts(d)
    if (now.length !== next.size) return location.reload()
    let isChanged = false
    for (const one of now) {
      const other = next.get(one.dataset.part)
      // What is unfolded stays so.
      const folds = one.querySelectorAll('details')
      if (other) {
        for (const [at, fold] of other.querySelectorAll('details').entries()) fold.open = !!folds[at] && folds[at].open
      }
      // What the reader is in stays as it is until the next time.
      if (!other || other.innerHTML === one.innerHTML || one.contains(d.activeElement)) continue
      one.replaceChildren(...d.adoptNode(other).childNodes)
      isChanged = true
    }
    const at = d.getElementById('live-at')
    const newer = page.getElementById('live-at')
    if (at && newer) at.textContent = newer.textContent
    if (isChanged) says.textContent = says.dataset.changed
  }

  const ask = async () => {
    if (isAsking || d.hidden) return
    if (Date.now() - seenAt > mostIdleMs) {
      says.textContent = says.dataset.paused
      return
    }
    isAsking = true
    try {
      const headers = tag ? { 'If-None-Match': tag } : {}
      const reply = await fetch(location.href, { headers, cache: 'no-store', redirect: 'error' })
      if (reply.status === 200) {
        tag = reply.headers.get('ETag') || ''
        put(new DOMParser().parseFromString(await reply.text(), 'text/html'))
      }
    } catch (_) {
      // No reply came: the next one is asked for in its time.
    }
    isAsking = false
  }
  setInterval(ask, everyMs)
  d.addEventListener('visibilitychange', ask)
})()
