// Makes pages feel instant and saves as it goes; every page works without it.
;(() => {
  const d = document
  if (!Object.fromEntries) return // too old
  const all = (selector, root) => Array.from(root.querySelectorAll(selector))
  const on = (target, name, act) => target.addEventListener(name, act)
  const each = (selector, root, act) => all(selector, root).forEach(act)
  const here = () => location.pathname + location.search

  let form
  let words = {}
  let known = '' // as the server has it
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
    status.className = mood || 'status'
  }

  const answers = (f) => {
    const fields = new URLSearchParams(new FormData(f))
    fields.delete('revision')
    return fields.toString()
  }
  // What this phone keeps of a form, for its owner only; '' forgets it.
  const kept = (f, text) => {
    const slot = `answers:${f.dataset.mark}${new URL(f.action).pathname}`
    try {
      if (text) localStorage.setItem(slot, text)
      else if (text === '') localStorage.removeItem(slot)
      return localStorage.getItem(slot)
    } catch (_) {}
  }

  const send = (f, fields, isDraft) => {
    const body = new URLSearchParams(fields)
    if (f.elements.revision) body.set('revision', f.elements.revision.value)
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

  // Longer each time, unless woken.
  const failed = (f, tries) => {
    kept(f, answers(f))
    say(words.offline, 'status off')
    return new Promise((resolve) => {
      wake = resolve
      setTimeout(resolve, Math.min(30000, 1000 * 2 ** tries))
    })
  }

  const saveNow = async (f) => {
    for (let tries = 0; f === form && !isOver; tries++) {
      const sent = unsure || answers(f)
      if (sent === known) return
      unsure = sent
      try {
        const reply = await send(f, `${sent}&draft=1`, true)
        if (reply.status >= 500 || reply.status === 429) throw reply
        unsure = ''
        if (reply.status === 401) kept(f, answers(f))
        isOver = reply.status === 409
        if (!reply.ok) return say(words[reply.status])
        f.elements.revision.value = (await reply.json()).revision
        known = sent
        if (answers(f) !== sent) return later()
        kept(f, '')
        if (!isBusy) say(words.saved)
      } catch (_) {
        await failed(f, tries)
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

  const submit = async (f, button) => {
    isBusy = true
    clearTimeout(timer)
    each('button', d, (one) => {
      one.setAttribute('aria-disabled', 'true')
    })
    say(words.sending)
    for (let tries = 0; ; tries++) {
      let fields, reply, html
      try {
        wake()
        await saving
        fields = new URLSearchParams(answers(f))
        if (button) fields.set(button.name, button.value)
        reply = await send(f, fields)
        if ((reply.status >= 500 && tries < 4) || reply.status === 429) throw reply
        html = await reply.text()
      } catch (_) {
        await failed(f, tries)
        continue
      }
      if (reply.status < 500) kept(f, reply.status === 401 ? answers(f) : '')
      if (!show(html, reply)) {
        form = null
        isBusy = false
        return button ? button.click() : f.submit()
      }
      if (fields.has('lang')) {
        known = '' // not saved yet
        later()
      }
      return
    }
  }

  // Puts a page in place of this one; false when it is not one of ours.
  const show = (html, reply) => {
    const url = new URL(reply.url)
    const next = new DOMParser().parseFromString(html, 'text/html')
    if (url.origin !== location.origin || !next.getElementById('main')) return false
    const style = (page) => page.querySelector('[rel=stylesheet]').href
    if (reply.redirected && style(next) !== style(d)) return !location.assign(url) // a new release
    if (url.pathname + url.search !== shown) history.pushState(null, '', url)
    shown = here()
    d.title = next.title
    d.documentElement.lang = next.documentElement.lang
    d.body.replaceWith(d.adoptNode(next.body))
    begin()
    const place = d.getElementById('faults') || d.querySelector('h1')
    place.tabIndex = -1
    place.focus()
    window.scrollTo(0, 0)
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

  const begin = () => {
    isBusy = isOver = false
    unsure = ''
    form = d.querySelector('form[data-live]')
    each('.copy', d, (button) => {
      button.hidden = false
    })
    each('[data-clean]', d, (one) => {
      history.replaceState(null, '', one.dataset.clean)
    })
    if (!form) return
    words = JSON.parse(form.dataset.words)
    known = answers(form)
    const fields = new URLSearchParams(kept(form) || '')
    if (String(fields)) {
      each('input,select,textarea', form, (one) => {
        const values = fields.getAll(one.name)
        if (/box|radio/.test(one.type)) one.checked = values.includes(one.value)
        else if (/^text|^select|^date/.test(one.type) && values.length) one.value = values[0]
      })
      say(words.restored)
      later()
    }
    tidy(form)
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
    const place = link && d.getElementById(link.hash.slice(1))
    if (!place) return
    event.preventDefault()
    const field = place.querySelector('input,select') || place
    field.focus()
    const question = place.closest('.row,.q') || place
    question.scrollIntoView()
  })
  on(d, 'submit', (event) => {
    if (isBusy || event.target === form) event.preventDefault()
    if (isBusy) wake()
    else if (event.target === form) submit(form, event.submitter || pressed)
    else isBusy = event.target.matches('[method=post]:not(.file)')
  })
  const changed = (event) => {
    if (!form || event.target.form !== form) return
    tidy(form, event.target)
    later()
  }
  on(d, 'input', changed)
  on(d, 'change', changed)
  on(d, 'visibilitychange', save)
  on(window, 'online', () => wake())
  on(window, 'pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  on(window, 'popstate', async () => {
    if (here() === shown) return
    shown = here()
    try {
      const reply = await fetch(location.href)
      if (!show(await reply.text(), reply)) throw reply
    } catch (_) {
      location.reload()
    }
  })
  begin()
})()
