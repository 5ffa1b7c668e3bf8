/** Parts of pages that look the same for everybody: drawn once, and kept for as long as the questionnaire that they are of. */
import { raw } from 'hono/html'
import type { Text } from '../../../../schema/questionnaire.ts'
import type { Html } from '../../../platform/http/html.ts'
import type { Draw } from './draw.ts'

const cache = new WeakMap<Text, Map<string, Html>>()

/**
 * The markup of a control that is not filled in, on a page without errors.
 * @param text what it shows, as it stands in the questionnaire; a text that was made for one response is never met again
 * @param what names the control: everything that decides its markup besides the language and the text
 */
export function drawnOnce({ language }: Draw, text: Text, what: string, make: () => Html): Html {
  let parts = cache.get(text)
  if (parts === undefined) {
    parts = new Map()
    cache.set(text, parts)
  }
  const name = `${language} ${what}`
  let part = parts.get(name)
  if (part === undefined) {
    part = raw(String(make()))
    parts.set(name, part)
  }
  return part
}
