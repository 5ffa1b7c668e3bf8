// Works before a start: tries one key after the other until one begins as the server said, in threads of their own, and
// sends the form. The same file is the thread's program. Speaks the challenges of ALTCHA (PBKDF2, counters of 32 bits).
;(() => {
  const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) || [], (two) => Number.parseInt(two, 16))

  // In a thread: every `step`th key from `from` on.
  const work = async ({ data: { parameters, from, step } }) => {
    const { cost, keyLength, keyPrefix } = parameters
    const [nonce, salt, wanted] = [parameters.nonce, parameters.salt, keyPrefix].map(bytesOf)
    const password = new Uint8Array(nonce.length + 4)
    password.set(nonce)
    const view = new DataView(password.buffer)
    for (let counter = from, tries = 1; ; counter += step, tries++) {
      view.setUint32(nonce.length, counter)
      const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
      const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: cost }
      const derived = new Uint8Array(await crypto.subtle.deriveBits(how, key, keyLength * 8))
      if (wanted.every((byte, i) => byte === derived[i])) {
        const derivedKey = Array.from(derived, (byte) => byte.toString(16).padStart(2, '0')).join('')
        return postMessage({ counter, derivedKey })
      }
      if (tries % 20 === 0) postMessage(20)
    }
  }
  if (typeof document === 'undefined') {
    self.onmessage = (message) =>
      work(message).catch(() => {
        postMessage(null)
      })
    return
  }

  const { src } = document.currentScript
  const form = document.querySelector('form[data-challenge]')
  if (!form || form.dataset.working) return
  form.dataset.working = true
  const [working, waiting] = ['working', 'waiting'].map((id) => document.getElementById(id))
  const bar = working.querySelector('progress')
  const threads = []
  const show = (isWorking) => {
    working.hidden = !isWorking
    waiting.hidden = isWorking
  }
  const end = (name, value) => {
    clearTimeout(late)
    threads.forEach((one) => {
      one.terminate()
    })
    form.elements[name].value = value
    // Otherwise taken away meanwhile, by another page in its place.
    return form.isConnected
  }
  const solved = (solution) => {
    if (!end('proof', solution)) return
    show(false)
    form.querySelector('button').click()
  }
  // By the browser itself: the page that shows a place frames another, which a page put in place of this may not.
  const giveUp = () => {
    if (end('queue', '1')) form.submit()
  }
  // A device that is too slow for it waits for a turn instead.
  const late = setTimeout(giveUp, 15000)
  let tried = 0
  show(true)
  try {
    if (!crypto.subtle) return giveUp()
    const challenge = JSON.parse(form.dataset.challenge)
    const { parameters } = challenge
    // Half of what there is: the phone stays usable.
    const step = Math.max(1, Math.min(4, Math.floor((navigator.hardwareConcurrency || 2) / 2)))
    for (let from = 0; from < step; from++) {
      const thread = new Worker(src)
      thread.onerror = giveUp
      thread.onmessage = ({ data }) => {
        if (data === null) return giveUp()
        if (data.derivedKey) return solved(btoa(JSON.stringify({ challenge, solution: data })))
        tried += data
        bar.value = tried / form.dataset.most
      }
      threads.push(thread)
      thread.postMessage({ parameters, from, step })
    }
  } catch (_) {
    giveUp()
  }
})()
