// What the fields of a form do with one another, and with the errors that they are told of.
// biome-ignore lint/correctness/noUnusedVariables: enhance.js, which is served behind this file, calls it
const fields = (() => {
  const d = document
  const all = (selector, root) => Array.from(root.querySelectorAll(selector))
  const each = (selector, root, act) => all(selector, root).forEach(act)

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
      if (!area.nextSibling) {
        area.after(d.createElement('p'))
        area.nextSibling.id = `${area.id}-n`
        area.setAttribute('aria-describedby', `${area.getAttribute('aria-describedby') || ''} ${area.id}-n`.trim())
      }
      const note = area.nextSibling
      // A browser that holds to it would cut off what is pasted, without a word.
      if (area.maxLength > 0) area.dataset.most = area.maxLength
      area.removeAttribute('maxlength')
      const left = area.dataset.most - Array.from(area.value.trim().normalize('NFC')).length
      if (left < 0) area.setAttribute('aria-invalid', 'true')
      else if (note.className) area.removeAttribute('aria-invalid')
      note.className = left < 0 ? 'error' : ''
      note.textContent = (left < 0 ? words.phrase('tooMany') : area.dataset.left).replace('{n}', Math.abs(left))
    })
  }

  // An error goes as soon as its field holds something else: later, the button that is being pressed would move away.
  const mend = (field, left) => {
    const id = field.name.replace(/\./g, '-')
    const question = field.closest('.q')
    ;[id, id.split('-')[0]].forEach((one) => {
      const error = d.getElementById(`${one}-e`)
      if (!error || !field.value) return
      error.remove()
      each(`#faults [href="#${one}"]`, d, (link) => link.parentNode.remove())
    })
    const count = all('#faults li', d).length
    each('#faults h2', d, (title) => {
      title.textContent = left.replace('{n}', count)
    })
    if (!count) each('#faults', d, (faults) => faults.remove())
    if (!question) return
    each('.row.bad', question, (row) => row.querySelector('.error') || row.classList.remove('bad'))
    if (question.querySelector('.error')) return
    question.classList.remove('bad')
    each('[aria-invalid]', question.parentNode, (one) => question.contains(one) && one.removeAttribute('aria-invalid'))
  }

  // Questions whose answer differs elsewhere.
  const mark = (codes, text) =>
    codes.forEach((code) => {
      const [place] = all(`[id="${code}"]`, d)
      const question = place ? place.closest('.q') : null
      if (!question || question.querySelector('.differs')) return
      const note = d.createElement('p')
      note.className = 'differs'
      note.textContent = text
      question.append(note)
    })

  // In place of sending: to a text that is too long, which its own note says. Back and another language lose nothing of it.
  const goToLong = (f, button) => {
    const [note] = all('[data-left] + .error', f)
    return note && button && button.value === 'next' && goTo({ hash: `#${note.previousSibling.id}` })
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

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy)
    } catch (_) {
      getSelection().selectAllChildren(button.previousElementSibling)
      d.execCommand('copy')
    }
    button.textContent = button.dataset.done
  }

  const ready = () => {
    each('[name=typed]', d, (one) => {
      one.value = one.value || '0.0'
    })
    each('.copy', d, (button) => {
      button.hidden = false
    })
    // A code behind `#` was sent to nobody. Once it is typed in, neither the address nor the way back has it.
    each('[data-hash]', d, (one) => {
      if (location.hash.length < 9) return
      one.value = decodeURIComponent(location.hash.slice(1))
      history.replaceState(null, '', location.pathname)
    })
  }

  // How often something is typed and pasted, never what: only where its reader has allowed that.
  d.addEventListener('input', ({ target, inputType }) => {
    const place = target.form ? target.form.elements.typed : null
    if (!inputType || !place) return
    const counts = place.value.split('.')
    counts[/Paste|Drop/.test(inputType) ? 1 : 0]++
    place.value = counts.join('.')
  })

  return { tidy, mend, mark, goTo, goToLong, copy, ready }
})()
