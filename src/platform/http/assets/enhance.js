// Makes pages feel instant and saves as it goes; every page works without it.
;(() => {
  const d = document
  if (!Object.fromEntries) return // too old
  const { answers, fill, remember, forget, latestOf, revisionOf, shelve, clear } = device
  const { tidy, mend, mark, goTo, goToLong, copy, ready } = fields
  const { send, isWorthWaiting, placeOf, isOnward } = server
  const { phrase, speak } = words
  const all = (selector, root) => Array.from((root || d).querySelectorAll(selector))
  const on = (target, name, act) => target.addEventListener(name, act)
  const each = (selector, root, act) => all(selector, root).forEach(act)
  const here = () => location.pathname + location.search
  const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

  let form
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

  const keep = (f) => device.keep(f, known, sent)
  const say = (text, mood) => {
    const status = d.getElementById('status')
    if (!status) return
    status.textContent = text.replace('{kept}', phrase(form && device.isKept(form) ? 'kept' : 'unkept'))
    status.className = `status ${mood || ''}`
  }

  // No reply came: longer each time, unless woken.
  const offline = (f, tries) => {
    keep(f)
    say(phrase('offline'), 'off')
    return Promise.race([
      after(Math.min(30000, 1000 * 2 ** tries)),
      new Promise((resolve) => {
        wake = resolve
      }),
    ])
  }
  const refused = (text, status) => say(text || phrase('failed').replace('{status}', status), 'off')

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
    mark(joined.differing, phrase('differs'))
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
      const result = await reply.json().catch(() => ({}))
      if (f !== form) return
      if (reply.ok && !(result.revision >= 0)) {
        // Not from the service: a network that asks to sign in, say.
        await offline(f, tries++)
        continue
      }
      unsure = ''
      if (reply.ok) {
        f.elements.revision.value = result.revision
        known = now
        if (answers(f) !== now) return later()
        keep(f)
        return isBusy || say(phrase(result.partly ? 'partly' : 'saved'))
      }
      if (reply.status === 409 && result.conflict) {
        if (await meet(f).catch(() => true)) continue
        isOver = true
        return say(phrase('conflict'), 'off')
      }
      if (reply.status === 503) say(phrase('busy'), 'off')
      const wait = isWorthWaiting(reply, tries++)
      if (wait) await wait
      else {
        // Whoever signs in again, in another tab say, goes on here, and whoever makes a text shorter.
        isOver = reply.status < 429 && ![401, 413].includes(reply.status)
        const detail = result.title && `${result.title}\n${result.detail}`
        return refused(result.over ? phrase('over') : reply.status === 401 ? phrase('signedOut') : detail, reply.status)
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
    say(phrase('sending'))
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
      if (reply.status === 503) say(phrase('busy'), 'off')
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
      const isOn = reply.ok && isOnward(reply)
      if (isOn && !(button && button.value === 'back')) {
        if (f.dataset.mark) forget(device.pathOf(f))
        else remember(null)
      }
      if (!show(page, reply, isOn ? null : { known, sent })) {
        form = null
        isBusy = false
        return button ? button.click() : f.submit()
      }
      return
    }
    lock(false)
    say(phrase('offline'), 'off')
  }

  // Puts a page in place of this one; false when it is not one of ours. `before`: it has the same answers, still to be saved.
  const show = (next, reply, before) => {
    const url = placeOf(reply)
    if (url.origin !== location.origin || !next.getElementById('main')) return false
    const made = (page) => page.querySelector('[rel=stylesheet]').href + page.scripts[1].src
    if (isOnward(reply) && made(next) !== made(d)) return !location.assign(url) // a new release
    if (url.pathname + url.search !== shown) history.pushState(null, '', url)
    shown = here()
    d.title = next.title
    d.documentElement.lang = next.documentElement.lang
    d.body.replaceWith(d.adoptNode(next.body))
    speak(next)
    window.scrollTo(0, 0)
    begin(before)
    const first = d.querySelector('#faults a')
    const place = d.querySelector('h1')
    place.tabIndex = -1
    place.focus()
    if (first) goTo(first)
    return true
  }

  const begin = (before) => {
    const page = `<!doctype html>${d.documentElement.outerHTML}`
    isBusy = isOver = false
    unsure = ''
    sent = []
    form = d.querySelector('form[data-live]')
    ready()
    // Whoever comes back to what a form was answered with is shown its address, not asked to send it again.
    remember(history.state)
    each('[data-clean]', d, (one) => remember(null, one.dataset.clean))
    each('[data-over]', d, (one) => clear(one.dataset.over).catch(() => {}))
    if (!form) return
    const now = answers(form)
    const isAside = form.dataset.aside !== undefined
    const held = !before && !isAside && latestOf(form)
    if (held && form.dataset.live !== 'keep') form.autocomplete = 'off' // a browser fills in what is older, later
    known = now
    if (before && !isAside) {
      known = before.known
      sent = before.sent
      keep(form)
    } else if (held && held.fields !== now) {
      sent = held.sent || []
      // A page that was put aside may be older than what the server has of it since, which is kept here as well.
      const isOlder = held.revision > Number(revisionOf(form))
      if (isOlder || held.revision === revisionOf(form)) fill(form, held.fields)
      else if (held.revision) isOver = !join(form, held.known, held.sent, held.fields, now, revisionOf(form))
      if (isOlder || isOver) {
        form.elements.revision.value = held.revision
        known = held.known
      }
    }
    tidy(form)
    if (isOver || answers(form) !== now) say(phrase(isOver ? 'conflict' : 'restored'), isOver && 'off')
    if (!isOver) later()
    shelve(form, page)
    if (form.dataset.mark) device.tellWhatIsKept(form)
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
    else if (isOurs) goToLong(form, event.submitter || pressed) || submit(form, event.submitter || pressed)
    else {
      if (target.matches('.note[data-mark]')) forget(device.pathOf(target))
      isBusy = target.matches('[method=post]:not(.file)')
    }
  })
  const changed = (event) => {
    if (!form || event.target.form !== form) return
    tidy(form, event.target)
    mend(event.target, phrase('left'))
    keep(form)
    later()
  }
  on(d, 'input', changed)
  on(d, 'change', changed)
  on(d, 'visibilitychange', save)
  on(d, 'freeze', save)
  on(window, 'pagehide', save)
  on(window, 'online', () => wake())
  on(window, 'pageshow', ({ persisted }) => persisted && location.reload())
  on(window, 'popstate', async () => {
    if (here() === shown) return
    save()
    const asked = here()
    shown = asked
    try {
      const reply = await fetch(location.href)
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
      // The reader went on before it came.
      if (here() !== asked) return
      if (!show(page, reply)) throw reply
    } catch (_) {
      location.reload()
    }
  })
  begin()
})()
