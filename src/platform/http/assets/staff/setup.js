// A step of a set-up: saved as each field is left, with what is wrong beside it. Without it the buttons do the same.
;(() => {
  const d = document
  const form = d.querySelector('form.setup')
  const status = d.getElementById('saved')
  if (!form || !status || !form.requestSubmit) return
  const touched = new Set() // of a step that nobody has saved before, only what was typed in is told of
  let saving = Promise.resolve()
  let pending = 0
  let isUnsaved = false
  let isStopped = false // somebody else has saved the step: from now on only a button writes over it

  const made = (tag, fields) => Object.assign(d.createElement(tag), fields)
  const say = (text, isBad) => {
    status.textContent = text || status.dataset.failed
    status.className = isBad ? 'status off' : 'status'
  }
  // The control itself, or the group of boxes or the list of rows that has the name.
  const placeOf = (name) =>
    d.getElementById(name) ||
    form.querySelector(`[aria-labelledby="${name}-t"]`) ||
    form.querySelector(`[name="${name}"]`)?.closest('fieldset')
  const describe = (place, id, isWrong) => {
    const others = (place.getAttribute('aria-describedby') || '').split(' ').filter((one) => one && one !== id)
    place.setAttribute('aria-describedby', (isWrong ? [...others, id] : others).join(' '))
    if (place.matches('input, select, textarea')) place.setAttribute('aria-invalid', String(isWrong))
  }
  const show = (faults) => {
    for (const error of form.querySelectorAll('p.error')) {
      const name = error.id.replace(/-e$/, '')
      if (faults[name] !== undefined) continue
      describe(placeOf(name), error.id, false)
      error.remove()
    }
    for (const [name, text] of Object.entries(faults)) {
      const place = placeOf(name)
      const there = d.getElementById(`${name}-e`)
      if (there) there.textContent = text
      if (there || !place || !(form.dataset.told || touched.has(name))) continue
      const error = made('p', { className: 'error', id: `${name}-e`, textContent: text })
      if (place.matches('fieldset, section')) place.firstElementChild.after(error)
      else place.before(error)
      describe(place, error.id, true)
      for (const folded of form.querySelectorAll('details')) folded.open ||= folded.contains(place)
    }
  }
  const save = async () => {
    try {
      const sent = { method: 'POST', body: new URLSearchParams(new FormData(form)) }
      const reply = await fetch(form.action, { ...sent, headers: { Accept: 'application/json' } })
      const { said, mark, faults } = await reply.json()
      if (mark) for (const field of d.querySelectorAll('[name=mark]')) field.value = mark
      say(said, !reply.ok)
      isUnsaved = !reply.ok
      isStopped = reply.status === 409
      if (reply.ok) show(faults)
      else if (mark)
        status.append(' ', made('a', { href: form.action, target: '_blank', textContent: status.dataset.theirs }))
    } catch (_) {
      say('', true)
    }
  }
  form.addEventListener('change', ({ target }) => {
    touched.add(target.name)
    isUnsaved = true
    pending += 1
    saving = saving
      .then(() => isStopped || save())
      .then(() => {
        pending -= 1
      })
  })
  // Buttons and links wait for what is being saved, so that nobody meets a conflict with themselves.
  const wait = (event, then) => {
    event.preventDefault()
    event.stopPropagation()
    saving.then(then)
  }
  const submitted = (event) => {
    if (pending) return wait(event, () => event.target.requestSubmit(event.submitter))
    isUnsaved = false
    // Whoever has chosen a file and goes on means to send it: it is a form of its own.
    const file = d.getElementById('file')
    if (event.target !== form || event.submitter?.value !== 'next' || !file?.files.length) return
    event.preventDefault()
    file.form.requestSubmit()
  }
  d.addEventListener('submit', submitted, true)
  d.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]:not([target])')
    if (link && pending && !event.ctrlKey && !event.metaKey) wait(event, () => location.assign(link.href))
  })
  window.addEventListener('beforeunload', (event) => isUnsaved && event.preventDefault())
})()
