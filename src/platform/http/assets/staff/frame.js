// What the frame of the staff's pages does with scripts: it says that something posted is being worked on, closes what
// drops down, and goes on with work of many steps. Every page works without it.
;(() => {
  const d = document
  // Its name is no field's: forms have fields called working.
  const working = d.getElementById('working-now')
  let timer

  // Nothing is said of what is done at once. What is a file leaves the page as it is, and is soon over.
  d.addEventListener('submit', (event) => {
    if (event.defaultPrevented || !working) return
    const form = event.target
    const button = event.submitter
    const isDownload = form.matches('.file:not([enctype])')
    if (form.getAttribute('method') === 'post' && !isDownload) pressed('yes')
    clearTimeout(timer)
    timer = setTimeout(() => {
      working.hidden = false
      working.querySelector('[role=status]').textContent = working.dataset.says
      if (button) button.setAttribute('aria-busy', 'true')
      if (isDownload) setTimeout(done, 4000)
    }, 300)
  })
  const done = () => {
    clearTimeout(timer)
    if (!working) return
    working.hidden = true
    working.querySelector('[role=status]').textContent = ''
    for (const one of d.querySelectorAll('[aria-busy]')) one.removeAttribute('aria-busy')
  }
  addEventListener('pageshow', done)

  /** What was kept of the last press in this tab, which is `next` from now on. Some browsers keep nothing. */
  function pressed(next) {
    try {
      const before = sessionStorage.getItem('pressed')
      sessionStorage.setItem('pressed', next)
      return before
    } catch {
      return null
    }
  }

  const drops = () => Array.from(d.querySelectorAll('.drop[open]'))
  d.addEventListener('click', ({ target }) => {
    for (const one of drops()) if (!one.contains(target)) one.open = false
  })
  d.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    for (const one of d.querySelectorAll('.drop[open], .menu[open]')) {
      one.open = false
      one.querySelector('summary').focus()
    }
  })

  // What was wrong with a form, or became of a press, is where the reader begins; an address may name another place.
  const wasPressed = pressed('') === 'yes' && !location.hash
  const begin =
    d.querySelector('main [data-focus], main .faults') || (wasPressed && d.querySelector('main .notice[role]'))
  if (begin) {
    begin.tabIndex = -1
    begin.focus()
  }

  const next = d.querySelector('form[data-goes-on] button')
  if (next) setTimeout(() => next.click(), 400)
})()
