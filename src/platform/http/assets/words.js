// What this script says, which `words-LANGUAGE.js` in front of it brings.
// biome-ignore lint/correctness/noUnusedVariables: enhance.js, which is served behind this file, calls it
const words = (() => {
  // Nothing when it did not come.
  const phrase = (name) => (window.texts ? window.texts[name] : '')

  // A page that takes the place of this one has words of its own, in another language, and may have a script more.
  const speak = (next) => {
    Array.from(next.scripts).forEach(({ src }, i) => {
      const old = document.scripts[i]
      if (i === 1 || (!i && src === old.src)) return
      const script = document.createElement('script')
      script.src = src
      if (i) document.head.append(script)
      else old.replaceWith(script)
    })
  }

  return { phrase, speak }
})()
