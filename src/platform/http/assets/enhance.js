// Makes pages feel instant and saves as it goes; every page works without it.
;(() => {
  const d = document
  if (!Object.fromEntries) return // too old
  const all = (selector, root) => Array.from((root || d).querySelectorAll(selector))
  const on = (target, name, act) => target.addEventListener(name, act)
  const each = (selector, root, act) => all(selector, root).forEach(act)
  const here = () => location.pathname + location.search
  const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

  let form
  let words = {}
  let known = '' // as the server has it
  let sent = [] // by this tab, whatever became of it
  let unsure = '' // sent, no reply: to be sent again
  let isOver = false // no more saving on this page
  let saving
  let timer
  let wake = () => {}
  let pressed
  let isBusy = false
  let shown = here()

  const say = (text, mood) => {
    const status = d.getElementById('status')
    if (!status) return
    status.textContent = text
    status.className = `status ${mood || ''}`
  }

  const answers = (f) => {
    const fields = new URLSearchParams(new FormData(f))
    each('[type=hidden],[data-secret]', f, (one) => fields.delete(one.name))
    return fields.toString()
  }

  // What this device keeps of a form: at once, with each letter, and a tab apart from the others.
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
  const revisionOf = (f) => f.elements.revision && f.elements.revision.value
  const keep = (f) => {
    const fields = answers(f)
    const { mark, aside } = f.dataset
    // Before the first page is agreed to, only the tab's own history remembers.
    if (!mark) history.replaceState({ fields }, '')
    else if (aside === undefined)
      stored((store) =>
        store.setItem(
          slotOf(f) + tabOf(),
          JSON.stringify({ at: Date.now(), revision: revisionOf(f), known, sent: sent.slice(-9), fields }),
        ),
      )
  }
  const kept = (f) => {
    if (!f.dataset.mark) return history.state && history.state.fields && history.state
    const slot = slotOf(f)
    const tab = tabOf()
    return stored((store) => {
      const found = Object.keys(store).filter((key) => key.startsWith(slot))
      const all = found.map((key) => ({ own: key === slot + tab, ...JSON.parse(store.getItem(key)) }))
      return all.sort((a, b) => b.own - a.own || b.at - a.at)[0]
    })
  }

  const fill = (f, text) => {
    const fields = new URLSearchParams(text)
    each('input,select,textarea', f, (one) => {
      const values = fields.getAll(one.name)
      if (/box|radio/.test(one.type)) one.checked = values.includes(one.value)
      else if (/^text|^select|^date/.test(one.type) && values.length) one.value = values[0]
    })
  }

  const send = (f, fields, isDraft) => {
    const body = new URLSearchParams(new FormData(f))
    for (const name of Array.from(body.keys())) {
      if (!all('[type=hidden]', f).some((one) => one.name === name)) body.delete(name)
    }
    for (const [name, value] of fields) body.append(name, value)
    if (isDraft) body.set('draft', 1)
    const stop = new AbortController()
    const clock = setTimeout(() => stop.abort(), 20000)
    return fetch(f.action, {
      method: 'POST',
      body,
      headers: { Accept: isDraft ? 'application/json' : 'text/html' },
      keepalive: isDraft,
      signal: stop.signal,
    }).finally(() => clearTimeout(clock))
  }

  // No reply came: longer each time, unless woken.
  const offline = (f, tries) => {
    keep(f)
    say(words.offline, 'off')
    return Promise.race([
      after(Math.min(30000, 1000 * 2 ** tries)),
      new Promise((resolve) => {
        wake = resolve
      }),
    ])
  }
  // A server that is busy is asked a few times more, when it says; nothing else is.
  const isWorthWaiting = (reply, tries) => {
    const seconds = Number(reply.headers.get('Retry-After')) || 2 ** tries
    return /^(429|50[234])$/.test(reply.status) && tries < 4 && seconds <= 20 && after(seconds * 1000)
  }
  const refused = (text, status) => say(text || words.failed.replace('{status}', status), 'off')

  // Somebody has saved the page meanwhile, this tab itself maybe: true when nothing differs once both are joined.
  const meet = async (f) => {
    const reply = await fetch(f.action, { headers: { Accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    const newer = page.querySelector('form[data-live]')
    if (!newer || !newer.elements.revision || new URL(newer.action).pathname !== new URL(f.action).pathname) return
    return join(f, known, sent, answers(f), answers(newer), revisionOf(newer))
  }
  const join = (f, base, own, mine, theirs, revision) => {
    const joined = merge(base, own, mine, theirs)
    fill(f, joined.fields)
    tidy(f)
    if (!joined.differing.length) {
      f.elements.revision.value = revision
      known = theirs
    }
    joined.differing.forEach((code) => {
      const question = d.getElementById(code) && d.getElementById(code).closest('.q')
      if (!question || question.querySelector('.differs')) return
      const note = d.createElement('p')
      note.className = 'differs'
      note.textContent = words.differs
      question.append(note)
    })
    return !joined.differing.length
  }

  const saveNow = async (f) => {
    for (let tries = 0; f === form && !isOver; ) {
      const now = unsure || answers(f)
      if (now === known) return
      unsure = now
      sent.push(now)
      keep(f)
      let reply
      try {
        reply = await send(f, new URLSearchParams(now), true)
      } catch (_) {
        await offline(f, tries++)
        continue
      }
      const told = await reply.json().catch(() => ({}))
      if (f !== form) return
      unsure = ''
      if (reply.ok) {
        f.elements.revision.value = told.revision
        known = now
        if (answers(f) !== now) return later()
        keep(f)
        return isBusy || say(words.saved)
      }
      if (reply.status === 409 && told.conflict) {
        if (await meet(f).catch(() => true)) continue
        isOver = true
        return say(words.conflict, 'off')
      }
      if (reply.status === 503) say(words.busy, 'off')
      const wait = isWorthWaiting(reply, tries++)
      if (wait) await wait
      else {
        // Whoever signs in again, in another tab say, goes on here.
        isOver = reply.status < 429 && reply.status !== 401
        const detail = told.title && `${told.title}\n${told.detail}`
        return refused(told.over ? words.over : reply.status === 401 ? words.signedOut : detail, reply.status)
      }
    }
  }
  const save = () => {
    if (!form || saving || isBusy || !form.elements.revision) return
    saving = saveNow(form).then(() => {
      saving = null
    })
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(save, 1000)
  }

  const lock = (is) => {
    isBusy = is
    each('button', d, (one) => {
      if (is) one.setAttribute('aria-disabled', 'true')
      else one.removeAttribute('aria-disabled')
    })
  }

  const submit = async (f, button) => {
    lock(true)
    clearTimeout(timer)
    say(words.sending)
    let hasMet = !f.elements.revision || f.dataset.aside !== undefined
    for (let tries = 0; tries < 40; ) {
      let reply, html
      try {
        wake()
        await saving
        const fields = new URLSearchParams(answers(f))
        sent.push(String(fields))
        keep(f)
        if (button) fields.set(button.name, button.value)
        reply = await send(f, fields)
        html = await reply.text()
        if (reply.status === 409 && !hasMet) {
          hasMet = true
          await meet(f)
          continue
        }
      } catch (_) {
        await offline(f, tries++)
        continue
      }
      if (reply.status === 503) say(words.busy, 'off')
      const wait = isWorthWaiting(reply, tries++)
      if (wait) {
        await wait
        continue
      }
      const page = new DOMParser().parseFromString(html, 'text/html')
      const main = page.getElementById('main')
      if (reply.status === 413 || reply.status >= 429 || (!main && !reply.ok)) {
        // The form stays, with what was typed, and says why.
        lock(false)
        return refused(
          main &&
            all('h1,.lead,.small', main)
              .map((one) => one.textContent)
              .join('\n'),
          reply.status,
        )
      }
      const isOn = reply.ok && reply.redirected
      if (isOn && !(button && button.value === 'back')) {
        if (f.dataset.mark) forget(slotOf(f).slice(8))
        else history.replaceState(null, '')
      }
      if (!show(page, reply, isOn ? null : { known, sent })) {
        form = null
        isBusy = false
        return button ? button.click() : f.submit()
      }
      return
    }
    lock(false)
    say(words.offline, 'off')
  }

  // Puts a page in place of this one; false when it is not one of ours. `before`: it has the same answers, still to be saved.
  const show = (next, reply, before) => {
    const url = new URL(reply.url)
    if (url.origin !== location.origin || !next.getElementById('main')) return false
    const style = (page) => page.querySelector('[rel=stylesheet]').href
    if (reply.redirected && style(next) !== style(d)) return !location.assign(url) // a new release
    if (url.pathname + url.search !== shown) history.pushState(null, '', url)
    shown = here()
    d.title = next.title
    d.documentElement.lang = next.documentElement.lang
    d.body.replaceWith(d.adoptNode(next.body))
    window.scrollTo(0, 0)
    begin(before)
    const first = d.querySelector('#faults a')
    const place = d.querySelector('h1')
    place.tabIndex = -1
    place.focus()
    if (first) goTo(first)
    return true
  }

  const goTo = (link) => {
    const place = d.getElementById(link.hash.slice(1))
    if (!place) return
    const field = place.querySelector('input,select') || place
    field.focus()
    const question = place.closest('.row,.q') || place
    question.scrollIntoView()
    return true
  }

  const tidy = (f, box) => {
    const sole = (one) => 'exclusive' in one.dataset
    if (box && box.type === 'checkbox' && box.checked)
      each('input:checked', f, (other) => {
        if (other !== box && other.name === box.name && (sole(box) || sole(other))) other.checked = false
      })
    each('[data-max]', f, (group) => {
      const isFull = all('input:checked', group).length >= group.dataset.max
      each('[type=checkbox]', group, (one) => {
        one.disabled = isFull && !one.checked && !sole(one)
      })
    })
    each('.rank', f, (group) => {
      const picked = all('select[data-rank]', group).map((list) => list.value)
      each('select[data-rank] option', group, (option) => {
        option.disabled = option.value && !option.selected && picked.includes(option.value)
      })
      each('[data-when]', group, (detail) => {
        detail.hidden = !picked.includes(detail.dataset.when)
      })
    })
    each('[data-left]', f, (area) => {
      if (!area.nextSibling) area.after(d.createElement('p'))
      area.nextSibling.textContent = area.dataset.left.replace('{n}', area.maxLength - area.value.length)
    })
  }

  // An error goes as soon as its field holds something else.
  const mend = (field) => {
    const id = field.name.replace(/\./g, '-')
    const question = field.closest('.q')
    ;[id, id.split('-')[0]].forEach((one) => {
      const error = d.getElementById(`${one}-e`)
      if (!error || !field.value) return
      error.remove()
      each(`#faults [href="#${one}"]`, d, (link) => link.parentNode.remove())
    })
    const left = all('#faults li').length
    each('#faults h2', d, (title) => {
      title.textContent = words.left.replace('{n}', left)
    })
    if (!left) each('#faults', d, (faults) => faults.remove())
    each('.row.bad', question, (row) => row.querySelector('.error') || row.classList.remove('bad'))
    if (!question || question.querySelector('.error')) return
    question.classList.remove('bad')
    each('[aria-invalid]', question.parentNode, (one) => question.contains(one) && one.removeAttribute('aria-invalid'))
  }

  // The pages of a response in progress are there without a connection, until it ends.
  const shelve = (page) => {
    const { worker } = form.dataset
    const { serviceWorker } = navigator
    if (!worker || !serviceWorker || !window.caches || d.getElementById('faults')) return
    const headers = { 'Content-Type': 'text/html; charset=utf-8' }
    const shelved = async () => {
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

  const begin = (before) => {
    const page = `<!doctype html>${d.documentElement.outerHTML}`
    isBusy = isOver = false
    unsure = ''
    sent = []
    form = d.querySelector('form[data-live]')
    words = said[d.documentElement.lang] || said.en
    each('.copy', d, (button) => {
      button.hidden = false
    })
    each('[data-clean]', d, (one) => {
      history.replaceState(null, '', one.dataset.clean)
    })
    each('[data-over]', d, (one) => clear(one.dataset.over).catch(() => {}))
    if (!form) return
    const now = answers(form)
    const isAside = form.dataset.aside !== undefined
    const held = !before && !isAside && kept(form)
    known = now
    if (before && !isAside) {
      known = before.known
      sent = before.sent
      keep(form)
    } else if (held && held.fields !== now) {
      sent = held.sent || []
      if (held.revision === revisionOf(form)) fill(form, held.fields)
      else if (held.revision && !join(form, held.known, held.sent, held.fields, now, revisionOf(form))) {
        form.elements.revision.value = held.revision
        known = held.known
        isOver = true
        say(words.conflict, 'off')
      }
    }
    tidy(form)
    if (answers(form) !== now && !isOver) say(words.restored)
    if (!isOver) later()
    if (form.elements.revision) shelve(page)
    if (!form.dataset.mark) return
    stored((store) => {
      store.setItem('answers:', '')
      store.removeItem('answers:')
    })
    each('[data-note]', form, (note) => {
      note.hidden = false
      if (isBlocked) note.textContent = words.blocked
    })
  }

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy)
    } catch (_) {
      getSelection().selectAllChildren(button.previousElementSibling)
      d.execCommand('copy')
    }
    button.textContent = button.dataset.done
  }

  on(d, 'click', (event) => {
    pressed = event.target.closest('button')
    if (event.target.matches('.copy')) copy(event.target)
    const link = event.target.closest('#faults a')
    if (link && goTo(link)) event.preventDefault()
  })
  on(d, 'submit', (event) => {
    const { target } = event
    const isOurs = target === form && form.dataset.live !== 'keep'
    if (isBusy || isOurs) event.preventDefault()
    if (isBusy) wake()
    else if (isOurs) submit(form, event.submitter || pressed)
    else {
      if (target.matches('.note[data-mark]')) forget(slotOf(target).slice(8))
      isBusy = target.matches('[method=post]:not(.file)')
    }
  })
  const changed = (event) => {
    if (!form || event.target.form !== form) return
    tidy(form, event.target)
    if (event.type === 'change') mend(event.target)
    keep(form)
    later()
  }
  on(d, 'input', changed)
  on(d, 'change', changed)
  on(d, 'visibilitychange', save)
  on(d, 'freeze', save)
  on(window, 'pagehide', save)
  on(window, 'online', () => wake())
  on(window, 'pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  on(window, 'popstate', async () => {
    if (here() === shown) return
    save()
    shown = here()
    try {
      const reply = await fetch(location.href)
      if (!show(new DOMParser().parseFromString(await reply.text(), 'text/html'), reply)) throw reply
    } catch (_) {
      location.reload()
    }
  })
  begin()
})()
