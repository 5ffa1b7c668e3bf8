// What this device keeps while a response is in progress: what is typed, and the pages for when there is no connection.
// biome-ignore lint/correctness/noUnusedVariables: enhance.js, which is served behind this file, calls it
const device = (() => {
  const d = document
  const all = (selector, root) => Array.from(root.querySelectorAll(selector))

  const answers = (f) => {
    const fields = new URLSearchParams(new FormData(f))
    all('[type=hidden],[data-secret]', f).forEach((one) => {
      fields.delete(one.name)
    })
    return fields.toString()
  }

  // A browser that refuses (a hundred in half a minute are too many for some) stops nothing.
  const remember = (state, url) => {
    try {
      history.replaceState(state, '', url)
    } catch (_) {
      return
    }
  }

  // Of a form: at once, with each letter, and a tab apart from the others.
  let isBlocked = false
  const slotOf = (f) => `answers:${f.dataset.mark}${new URL(f.action).pathname}:`
  const stored = (act) => {
    try {
      return act(localStorage)
    } catch (_) {
      isBlocked = true
    }
  }
  const tabOf = () => {
    try {
      const tab = sessionStorage.getItem('tab') || Math.random().toString(36).slice(2)
      sessionStorage.setItem('tab', tab)
      return tab
    } catch (_) {
      return ''
    }
  }
  const forget = (start) =>
    stored((store) =>
      Object.keys(store).forEach((key) => {
        if (key.startsWith('answers:') && key.includes(start)) store.removeItem(key)
      }),
    )
  const valueIn = (field) => (field ? field.value : undefined)
  const revisionOf = (f) => valueIn(f.elements.revision)
  const keep = (f, known, sent) => {
    const fields = answers(f)
    const { mark, aside } = f.dataset
    // Before the first page is agreed to, only the tab's own history remembers.
    if (!mark) remember({ fields })
    else if (aside === undefined)
      stored((store) =>
        store.setItem(
          slotOf(f) + tabOf(),
          JSON.stringify({
            at: Date.now(),
            revision: revisionOf(f),
            shown: valueIn(f.elements.shown),
            typed: valueIn(f.elements.typed),
            known,
            sent: sent.slice(-9),
            fields,
          }),
        ),
      )
    if (isBlocked) warn(f)
  }
  // Whether what stands in the form is on the device as well.
  const isKept = (f) => f.dataset.mark && f.dataset.aside === undefined && !isBlocked
  const warn = (f) =>
    all('[data-note]', f).forEach((note) => {
      note.hidden = false
      if (isBlocked) note.textContent = words.phrase(f.elements.revision ? 'blocked' : 'blockedForm')
    })
  const latestOf = (f) => {
    if (!f.dataset.mark) return 'fields' in Object(history.state) ? history.state : null
    const slot = slotOf(f)
    const tab = tabOf()
    return stored((store) => {
      const found = Object.keys(store).filter((key) => key.startsWith(slot))
      const all = found.map((key) => ({ own: key === slot + tab, ...JSON.parse(store.getItem(key)) }))
      const [latest] = all.sort((a, b) => b.own - a.own || b.at - a.at)
      // What was typed goes with the page that it was typed on: since when that was there, it says, and what was counted.
      for (const name of ['shown', 'typed']) {
        const value = Object(latest)[name]
        if (value && f.elements[name]) f.elements[name].value = value
      }
      return latest
    })
  }

  const fill = (f, text) => {
    const fields = new URLSearchParams(text)
    all('input,select,textarea', f).forEach((one) => {
      const values = fields.getAll(one.name)
      const more = one.closest('details')
      if (/box|radio/.test(one.type)) one.checked = values.includes(one.value)
      // To be given what it holds would end what is being composed in it, in some browsers.
      else if (/^text|^select|^date/.test(one.type) && values.length && one.value !== values[0]) one.value = values[0]
      if (more && one.checked) more.open = true
    })
  }
  const pathOf = (f) => slotOf(f).slice('answers:'.length)
  const tellWhatIsKept = (f) => {
    stored((store) => {
      store.setItem('answers:', '')
      store.removeItem('answers:')
    })
    warn(f)
  }

  // The pages of a response in progress are there without a connection, until it ends.
  const shelve = (f, page) => {
    const { worker } = f.dataset
    const headers = { 'Content-Type': 'text/html; charset=utf-8' }
    const shelved = async () => {
      // To ask for either may be refused as well.
      const { serviceWorker } = navigator
      if (!worker || !serviceWorker || !window.caches || d.getElementById('faults')) return
      const shelf = await caches.open(worker)
      await shelf.put(location.pathname, new Response(page, { headers }))
      await serviceWorker.register(worker)
      const assets = all('[rel=stylesheet],script[src]', d.head).map((one) => one.href || one.src)
      for (const one of assets) if (!(await shelf.match(one))) await shelf.add(one)
    }
    shelved().catch(() => {})
  }
  const clear = async (over) => {
    forget(over)
    if (!navigator.serviceWorker || !window.caches) return
    const all = await navigator.serviceWorker.getRegistrations()
    for (const one of all) if (one.scope.includes(over)) await one.unregister()
    for (const name of await caches.keys()) if (name.includes(over)) await caches.delete(name)
  }

  return { answers, fill, remember, keep, latestOf, forget, pathOf, revisionOf, isKept, tellWhatIsKept, shelve, clear }
})()
