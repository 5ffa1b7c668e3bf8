/** The forms of a page, filled in as somebody might who has to: with what stands in them, and something likely elsewhere. */

export interface PageForm {
  /** Where its button leads; empty for the page's own address. */
  action: string
  isUpload: boolean
  fields: [name: string, value: string][]
}

const likely: Readonly<Record<string, string>> = {
  number: '2',
  date: '2026-11-01',
  email: 'somebody@example.org',
  checkbox: 'on',
}
const words = 'a reason of some length'

/** Every form that posts, once for each of its buttons. */
export function formsIn(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, head = '', inside = '']) => {
    const { method = 'get', action = '', enctype } = attributesOf(head)
    if (method.toLowerCase() !== 'post') return []
    const fields = [...inputsIn(inside), ...choicesIn(inside), ...textsIn(inside)]
    const buttons = tagsIn(inside, 'button').filter(({ type = 'submit' }) => type === 'submit')
    return (buttons.length === 0 ? [{}] : buttons).map((button: Record<string, string>) => ({
      action: button.formaction ?? action,
      isUpload: enctype === 'multipart/form-data',
      fields: button.name === undefined ? fields : [...fields, [button.name, button.value ?? '']],
    }))
  })
}

function inputsIn(html: string): PageForm['fields'] {
  const radios = new Set<string>()
  return tagsIn(html, 'input').flatMap(({ type = 'text', name, value = '' }): PageForm['fields'] => {
    if (name === undefined || type === 'file' || (type === 'radio' && radios.has(name))) return []
    if (type === 'radio') radios.add(name)
    return [[name, value === '' ? (likely[type] ?? words) : value]]
  })
}

function choicesIn(html: string): PageForm['fields'] {
  return [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].flatMap(([, tag = '', inside = '']) => {
    const { name } = attributesOf(tag)
    const option = tagsIn(inside, 'option').find(({ value = '' }) => value !== '')
    return name === undefined || option === undefined ? [] : [[name, option.value ?? '']]
  })
}

function textsIn(html: string): PageForm['fields'] {
  return [...html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].flatMap(([, tag = '', text = '']) => {
    const { name } = attributesOf(tag)
    return name === undefined ? [] : [[name, unescaped(text) || words]]
  })
}

const tagsIn = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}\\b([^>]*)>`, 'g'))].map(([, inside = '']) => attributesOf(inside))

function attributesOf(tag: string): Record<string, string> {
  const all = tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)
  return Object.fromEntries([...all].map(([, name = '', value = '']) => [name, unescaped(value)]))
}

const characters: Readonly<Record<string, string>> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' }
const unescaped = (text: string) =>
  text.replaceAll(/&(quot|#39|lt|gt|amp);/g, (_, name: string) => characters[name] ?? '')
