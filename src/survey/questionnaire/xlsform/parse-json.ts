/** JSON from outside, no deeper than anything of ours. */

/** Objects and lists within one another. No questionnaire has half as many. */
const deepest = 64

/**
 * The data of a JSON; a byte order mark before it is nothing.
 * @throws SyntaxError for what is none, or is nested without end
 */
export function parseJson(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, '')
  if (depthOf(plain) > deepest) throw new SyntaxError(`more than ${deepest} brackets within one another`)
  return JSON.parse(plain)
}

/** The same; undefined for what is no JSON. */
export function jsonOr(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

function depthOf(text: string): number {
  let [depth, most, isText] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') isText = !isText
    else if (isText && character === '\\') at += 1
    else if (!isText && (character === '{' || character === '[')) most = Math.max(most, ++depth)
    else if (!isText && (character === '}' || character === ']')) depth -= 1
  }
  return most
}
