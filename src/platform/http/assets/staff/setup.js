// A step of a set-up: saves when a field is left, and puts what is wrong with it beside it. Without it the buttons do the same.
;(() => {
  const d = document
  const form = d.querySelector('form.setup')
  const status = d.getElementById('saved')
  if (!form || !status || !window.fetch || !form.requestSubmit) return
  // Of a step that nobody has saved before, only what was typed in is told of.
  const touched = new Set()
  let saving = null
  let isUnsaved = false
  let isStopped = false // somebody else has saved the step: from now on only a button writes over it

  const say = (text, isBad) => {
    status.textContent = text
    status.className = isBad ? 'status off' : 'status'
  }
  const describe = (field, id, is) => {
    const others = (field.getAttribute('aria-describedby') || '').split(' ').filter((one) => one && one !== id)
    const all = is ? [...others, id] : others
    if (all.length > 0) field.setAttribute('aria-describedby', all.join(' '))
    else field.removeAttribute('aria-describedby')
    if (!is) field.removeAttribute('aria-invalid')
    else if (field.matches('input, select, textarea')) field.setAttribute('aria-invalid', 'true')
  }
  // The control itself, or the group of boxes or the list of rows that has the name.
  const placeOf = (name) =>
    d.getElementById(name) ||
    form.querySelector(`[aria-labelledby="${name}-t"]`) ||
    form.querySelector(`[name="${name}"]`)?.closest('fieldset')
  const show = (faults) => {
    const errors = [...form.querySelectorAll('p.error')]
    for (const error of errors) {
      const name = error.id.replace(/-e$/, '')
      if (faults[name] === undefined) {
        const place = placeOf(name)
        if (place) describe(place, error.id, false)
        error.remove()
      }
    }
    for (const [name, text] of Object.entries(faults)) {
      const place = placeOf(name)
      const there = d.getElementById(`${name}-e`)
      if (there) there.textContent = text
      else if (place && (form.dataset.told || touched.has(name))) {
        const error = Object.assign(d.createElement('p'), { className: 'error', id: `${name}-e`, textContent: text })
        if (place.matches('fieldset, section')) place.firstElementChild.after(error)
        else place.before(error)
        describe(place, error.id, true)
      }
    }
  }
  const save = async () => {
    isUnsaved = true
    try {
      const body = new URLSearchParams(new FormData(form))
      const reply = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } })
      const { said, mark, faults } = await reply.json()
      if (mark) for (const field of d.querySelectorAll('[name=mark]')) field.value = mark
      say(said || status.dataset.failed, !reply.ok)
      isUnsaved = !reply.ok
      if (reply.ok) return show(faults)
      isStopped = reply.status === 409
      const theirs = { href: form.action, target: '_blank', textContent: status.dataset.theirs }
      if (mark) status.append(' ', Object.assign(d.createElement('a'), theirs))
    } catch (_) {
      say(status.dataset.failed, true)
    }
  }
  form.addEventListener('change', ({ target }) => {
    touched.add(target.name)
    isUnsaved = true
    if (!isStopped) saving = (saving || Promise.resolve()).then(save)
  })
  // Buttons and links wait for what is being saved, so that nobody meets a conflict with themselves.
  d.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]')
    if (!link || link.target || !saving || !isUnsaved || isStopped || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    event.preventDefault()
    saving.then(() => location.assign(link.href))
  })
  d.addEventListener(
    'submit',
    (event) => {
      if (!saving) isUnsaved = false
      if (!saving || !event.target.matches('main form')) return
      event.preventDefault()
      event.stopPropagation()
      saving.then(() => {
        saving = null
        event.target.requestSubmit(event.submitter)
      })
    },
    true,
  )
  window.addEventListener('beforeunload', (event) => {
    if (isUnsaved) event.preventDefault()
  })
})()
