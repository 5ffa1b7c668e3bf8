/**
 * The texts that Alipay's open platform signs, and how they lie in a request and a reply.
 * Source: opendocs.alipay.com, "signing by yourself" and "verifying notices" (RSA2).
 */

/**
 * What an RSA2 signature covers: every parameter with a value but `without`, sorted by name, `k=v` joined with `&`,
 * values as they are (not percent-encoded). A request leaves out `sign`; a notice leaves out `sign` and `sign_type`.
 */
export function signedText(params: Readonly<Record<string, string>>, without: readonly string[]): string {
  return Object.keys(params)
    .filter((name) => !without.includes(name) && params[name] !== '')
    .sort((one, other) => (one < other ? -1 : 1))
    .map((name) => `${name}=${params[name]}`)
    .join('&')
}

/**
 * The value of one member of a JSON object, as the text that it is in `json`: a reply's signature covers exactly that
 * text, and parsing and writing it anew would make another. Only members of the outermost object are looked at.
 * @returns null when `json` is no object or has no such member
 */
export function rawMember(json: string, name: string): string | null {
  let at = skipSpace(json, 0)
  if (json[at] !== '{') return null
  at += 1
  for (;;) {
    at = skipSpace(json, at)
    if (json[at] !== '"') return null
    const keyEnd = endOfString(json, at)
    const key = json.slice(at + 1, keyEnd - 1)
    at = skipSpace(json, keyEnd)
    if (json[at] !== ':') return null
    const start = skipSpace(json, at + 1)
    const end = endOfValue(json, start)
    if (end <= start) return null
    if (key === name) return json.slice(start, end)
    at = skipSpace(json, end)
    if (json[at] !== ',') return null
    at += 1
  }
}

function skipSpace(json: string, from: number): number {
  let at = from
  while (/\s/.test(json[at] ?? '')) at += 1
  return at
}

/** Behind the closing quote. */
function endOfString(json: string, from: number): number {
  let at = from + 1
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1
  return at + 1
}

/** Behind a string, an object, a list, a number or a word. */
function endOfValue(json: string, from: number): number {
  if (json[from] === '"') return endOfString(json, from)
  let depth = 0
  let at = from
  while (at < json.length) {
    const char = json[at] ?? ''
    if (char === '"') {
      at = endOfString(json, at)
      continue
    }
    if (depth === 0 && /[,}\]\s]/.test(char)) return at
    if (char === '{' || char === '[') depth += 1
    if (char === '}' || char === ']') depth -= 1
    at += 1
    if (depth === 0 && (char === '}' || char === ']')) return at
  }
  return at
}
