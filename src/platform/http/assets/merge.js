// What a device kept of a form, against what the server has of it by now. A form is written as a query string; what
// belongs to one question (Q15.1, Q15.2, Q15.text) goes together.

// biome-ignore lint/correctness/noUnusedVariables: enhance.js, which is served behind this file, calls it
function merge(known, sent, mine, theirs) {
  const codeOf = (name) => name.split('.')[0]
  // As the server keeps texts: trimmed, NFC, lines as they come from any system.
  const parts = (form) => {
    const found = {}
    new URLSearchParams(form).forEach((value, name) => {
      const text = value.replace(/\r\n?/g, '\n').trim().normalize('NFC')
      const code = codeOf(name)
      if (text) found[code] = `${found[code] || ''}${name}=${text}\n`
    })
    return found
  }
  const at = (found, code) => found[code] || ''
  const [base, here, there, ...own] = [known, mine, theirs, ...sent].map(parts)
  const differing = []
  const taken = []
  Object.keys({ ...base, ...here, ...there }).forEach((code) => {
    const text = at(there, code)
    if (at(here, code) === text) return
    const sentOnce = own.map((one) => at(one, code)).filter((one) => one !== at(base, code))
    // Nobody else has changed it, or it is what this tab itself has sent; of that the server drops what cannot be.
    if (text === at(base, code) || sentOnce.includes(text) || (!text && sentOnce.length > 0)) return
    if (at(here, code) === at(base, code)) taken.push(code)
    else differing.push(code)
  })
  const fields = new URLSearchParams()
  const put = (form, isTheirs) =>
    new URLSearchParams(form).forEach((value, name) => {
      if (taken.includes(codeOf(name)) === isTheirs) fields.append(name, value)
    })
  put(mine, false)
  put(theirs, true)
  return { fields: fields.toString(), differing }
}
