// Sends a statement's file in pieces, goes on with the work on one, and says how far it has come. Without it the form
// sends the file in one, and a button goes on.
;(() => {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
  const post = async (path, body) => {
    for (let tries = 0; ; tries++) {
      try {
        const reply = await fetch(path, { method: 'POST', body, headers: { Accept: 'application/json' } })
        if (reply.status < 500) return reply
      } catch (_) {
        // The same piece again changes nothing.
      }
      if (tries > 5) throw new Error('gone')
      await pause(1000 * 2 ** tries)
    }
  }

  const work = document.querySelector('form[data-work]')
  const goOn = async () => {
    for (;;) {
      const reply = await post(work.action)
      if (!reply.ok) throw new Error('refused')
      const { done, more, waits } = await reply.json()
      document.getElementById('progress').value = 100 * done
      if (!more) return location.reload()
      if (waits) await pause(5000)
    }
  }
  if (work && window.fetch) {
    work.hidden = true
    goOn().catch(() => {
      work.hidden = false
    })
  }

  const form = document.querySelector('form[data-pieces]')
  const status = document.getElementById('status')
  if (!form || !window.fetch || !Blob.prototype.slice) return
  const size = Number(form.dataset.pieces)
  const bar = document.createElement('progress')
  bar.max = 100

  const send = async (file) => {
    const account = encodeURIComponent(form.elements.account.value)
    const begun = await post(`/finance/statements/pieces?account=${account}`, file.slice(0, size))
    if (!begun.ok) throw new Error('refused')
    const { statementId } = await begun.json()
    const path = `/finance/statements/${statementId}`
    const pieces = Math.ceil(file.size / size)
    for (let n = 2; n <= pieces; n++) {
      bar.value = (100 * (n - 1)) / pieces
      const reply = await post(`${path}/pieces/${n}`, file.slice((n - 1) * size, n * size))
      if (!reply.ok) throw new Error('refused')
    }
    bar.value = 100
    // The rest of the form goes as any form does, so that the answer is the next page.
    const end = document.createElement('form')
    end.method = 'post'
    end.action = `${path}/end`
    const fields = [...new FormData(form)].filter(([name]) => name !== 'file')
    for (const [name, value] of [...fields, ['bytes', file.size]]) {
      const input = document.createElement('input')
      input.type = 'hidden'
      input.name = name
      input.value = value
      end.append(input)
    }
    document.body.append(end)
    end.submit()
  }

  let isPlain = false
  form.addEventListener('submit', (event) => {
    const [file] = form.elements.file.files
    // A small file goes in one, and so does one that could not be sent in pieces: the answer says why.
    if (isPlain || !file || file.size <= size) return
    event.preventDefault()
    event.stopPropagation()
    status.textContent = form.dataset.sending
    status.append(' ', bar)
    send(file).catch(() => {
      isPlain = true
      form.submit()
    })
  })
})()
