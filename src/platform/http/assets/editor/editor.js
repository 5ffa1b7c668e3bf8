// The editor of questionnaires: saves by itself when typing stops, shows the preview anew, moves by dragging. Every form
// works without it.
;(() => {
  const d = document
  if (!d.querySelector('form.edit') || !window.fetch || !window.DOMParser) return
  const all = (selector, root) => Array.from((root || d).querySelectorAll(selector))
  const on = (name, act, capture) => d.addEventListener(name, act, capture)
  const isTyped = ({ name }) => /^[ts]\//.test(name) || name === 'boxes'

  let timer
  let saving = Promise.resolve()
  let changed = new Set() // names of fields that were typed in and are not saved yet
  let dragged

  const say = (key, text) => {
    const status = d.getElementById('saved')
    if (!status) return
    status.textContent = text || status.dataset[key] || ''
    status.className = key === 'failed' ? 'status off' : 'status'
  }
  const pageOf = async (reply) => new DOMParser().parseFromString(await reply.text(), 'text/html')
  const post = (form, fields) =>
    fetch(form.action, { method: 'POST', body: new URLSearchParams(fields), headers: { Accept: 'text/html' } })

  // What only shows how things stand is put in place; what is being typed in stays.
  const refresh = (page) => {
    all('[data-part]').forEach((part) => {
      const next = page.getElementById(part.id)
      if (next) part.replaceWith(d.adoptNode(next))
    })
    const revision = page.querySelector('form.edit [name=revision]')
    if (revision) {
      all('[name=revision]').forEach((field) => {
        field.value = revision.value
      })
    }
    look()
  }
  const look = () =>
    all('[data-preview]').forEach((frame) => {
      try {
        frame.contentWindow.location.reload()
      } catch (_) {
        frame.src = String(frame.src)
      }
    })

  // Puts a whole page in place of this one and finds the way back to where one was.
  const show = (page, url) => {
    const main = page.getElementById('main')
    if (!main) return false
    const { id, name, value } = d.activeElement || {}
    const from = window.scrollY
    // What was typed since this page was asked for.
    const since = all('#edit [name]').filter((field) => changed.has(field.name) && field.type !== 'checkbox')
    d.getElementById('main').replaceWith(d.adoptNode(main))
    d.title = page.title
    if (url && url !== location.href) history.pushState(null, '', url)
    window.scrollTo(0, from)
    since.forEach((field) => {
      const next = all('#edit [name]').find((one) => one.name === field.name)
      if (next) next.value = field.value
    })
    const alarm = d.querySelector('#main [role=alert]')
    const same = all('[name],[id]', main).find(
      (one) => (id && one.id === id) || (!id && name && one.name === name && one.value === value),
    )
    const place = alarm || same || d.querySelector('form.edit h2')
    if (place) {
      if (place === alarm || place.matches('h2')) place.tabIndex = -1
      place.focus({ preventScroll: place !== alarm })
    }
    mark()
    return true
  }

  // Only what was typed travels: what another editor changes elsewhere meanwhile is none of it.
  const typed = (form) => {
    const fields = [...new FormData(form)].filter(
      ([name, value]) => !isTyped({ name }) || changed.has(name) || (name === 'boxes' && changed.has(`s/${value}`)),
    )
    return fields.filter(([name]) => !/^(n\/|nc\/|m\/|k|c\.|p\/|about$|add)/.test(name))
  }
  const saveNow = async () => {
    const form = d.getElementById('edit')
    if (!form || !changed.size) return true
    const sent = changed
    const fields = typed(form)
    changed = new Set()
    say('saving')
    try {
      const reply = await post(form, [...fields, ['do', 'save']])
      const page = await pageOf(reply)
      if (reply.ok && page.querySelector('form.edit')) {
        refresh(page)
        say('', form.dataset.saves)
        return true
      }
      if (page.getElementById('main') && reply.status < 500) {
        // What was refused comes with what was typed and with the reason.
        if (reply.status === 409 || reply.status === 422) return !show(page)
        location.reload()
        return false
      }
    } catch (_) {
      // Said below; the next change tries again.
    }
    for (const name of sent) changed.add(name)
    say('failed')
    return false
  }
  const save = () => {
    clearTimeout(timer)
    saving = saving.then(saveNow)
    return saving
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(save, 900)
  }

  const send = async (form, button, more) => {
    clearTimeout(timer)
    await saving
    const fields = [...new FormData(form)]
    if (button?.name) fields.push([button.name, button.value])
    if (more) fields.push(...more)
    changed = new Set()
    say('saving')
    try {
      const reply = await post(form, fields)
      if (reply.status >= 500) throw reply
      if (show(await pageOf(reply), reply.redirected ? reply.url : '')) return
      location.reload()
    } catch (_) {
      for (const [name] of fields) changed.add(name)
      say('failed')
    }
  }

  // A type shows only the fields that it has.
  const fit = (list) => {
    const form = list.closest('form')
    const has = (name, types) =>
      all(`[data-field="${name}"]`, form).forEach((field) => {
        field.hidden = !types.includes(list.value)
      })
    has('add.options', ['single', 'multi', 'rank', 'scale', 'matrix', 'nps'])
    has('add.rows', ['matrix'])
  }
  const mark = () => {
    all('[data-type]').forEach(fit)
    all('[data-item]').forEach((item) => {
      item.draggable = item.closest('.outline') !== null
    })
  }

  on(
    'submit',
    (event) => {
      const form = event.target
      if (!form.matches('#main form.edit, #main .history form')) return
      event.preventDefault()
      event.stopPropagation()
      send(form, event.submitter)
    },
    true,
  )
  on('input', ({ target }) => {
    if (target.form?.id !== 'edit' || !isTyped(target)) return
    changed.add(target.name)
    say('', ' ')
    if (target.type !== 'checkbox' && target.tagName !== 'SELECT') later()
  })
  on('change', ({ target }) => {
    if (target.matches('[data-type]')) return fit(target)
    if (target.matches('[data-about]')) {
      const more = [
        ['do', 'about'],
        ['about', target.value],
      ]
      return send(target.form, null, more)
    }
    // What is picked from a list changes what else there is to pick.
    if (target.matches('[data-send]') && !target.value.startsWith('+')) return send(target.form)
    if (target.form && target.form.id === 'edit' && isTyped(target)) {
      changed.add(target.name)
      save()
    }
  })
  on('click', async (event) => {
    const link = event.target.closest('#main a[href]')
    if (!link || !changed.size || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (await save()) location.assign(link.href)
  })
  on('keydown', (event) => {
    const { key, target } = event
    const form = target.form || d.getElementById('edit')
    if ((event.ctrlKey || event.metaKey) && key === 'Enter' && form?.matches('form.edit')) {
      event.preventDefault()
      send(form)
    }
    const item = target.closest?.('.items [data-item]')
    if (!event.altKey || !item || (key !== 'ArrowUp' && key !== 'ArrowDown')) return
    event.preventDefault()
    send(form, null, [['do', `${key === 'ArrowUp' ? 'up' : 'down'} ${item.dataset.item}`]])
  })

  // Options are dragged by their code, questions in the list of pages by their line.
  const clearOver = () =>
    all('.over').forEach((one) => {
      one.classList.remove('over')
    })
  const kindOf = (item) => item.dataset.item.replace(/[^/]*$/, '')
  on('mousedown', ({ target }) => {
    const handle = target.closest('.items .code')
    if (handle) handle.parentNode.draggable = true
  })
  on('dragstart', (event) => {
    dragged = event.target.closest('[data-item]')
    if (dragged) event.dataTransfer.setData('text/plain', dragged.dataset.item)
  })
  on('dragover', (event) => {
    const over = event.target.closest?.('[data-item]')
    clearOver()
    if (!dragged || !over || kindOf(over) !== kindOf(dragged)) return
    event.preventDefault()
    over.classList.add('over')
  })
  on('drop', (event) => {
    const over = event.target.closest('[data-item]')
    const from = dragged
    dragged = null
    if (!from || !over || over === from || kindOf(over) !== kindOf(from)) return
    event.preventDefault()
    const codeOf = (item) => item.dataset.item.split('/').pop()
    const isDown = from.compareDocumentPosition(over) & Node.DOCUMENT_POSITION_FOLLOWING
    const isSibling = from.parentNode === over.parentNode
    const next = over.nextElementSibling
    const before = isDown && isSibling ? (next ? codeOf(next) : '') : codeOf(over)
    const page = over.parentNode.closest('[data-item^="pages/"]')
    const more = [['do', `put ${from.dataset.item} ${before}`]]
    const form = d.getElementById('edit')
    if (page && !isSibling) more.push(['do.page', codeOf(page)])
    if (form) send(form, null, more)
  })
  on('dragend', ({ target }) => {
    dragged = null
    if (target.closest('.items')) target.draggable = false
    clearOver()
  })

  window.addEventListener('beforeunload', (event) => {
    if (changed.size) event.preventDefault()
  })
  window.addEventListener('popstate', () => location.reload())
  mark()
})()
