// What this script says, which `words-LANGUAGE.js` in front of it brings.
// biome-ignore lint/correctness/noUnusedVariables: enhance.js, which is served behind this file, calls it
const words = (() => {
  // Nothing when it did not come.
  const said = (name) => (window.texts ? window.texts[name] : '')

  // A page in another language that takes the place of this one has words of its own.
  const speak = (next) => {
    const [old, { src }] = [document, next].map((page) => page.querySelector('script'))
    if (src === old.src) return
    const script = document.createElement('script')
    script.src = src
    old.replaceWith(script)
  }

  return { said, speak }
})()
