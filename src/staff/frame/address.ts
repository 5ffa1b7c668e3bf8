/** Addresses of lists: what somebody looks for and where they are stays in the address, so that it can be kept and sent. */
import type { Context } from 'hono'
import type { AppEnv } from '../../ports.ts'

/** The address asked for, with these changes to its query: null takes something out. */
export function addressWith(c: Context<AppEnv>, changes: Readonly<Record<string, string | null>>): string {
  const { pathname, searchParams } = new URL(c.req.url)
  // A language that was chosen is kept in a cookie by then.
  searchParams.delete('lang')
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') searchParams.delete(name)
    else searchParams.set(name, value)
  }
  for (const [name, value] of [...searchParams]) if (value === '') searchParams.delete(name)
  const query = searchParams.toString()
  return query === '' ? pathname : `${pathname}?${query}`
}

/** The addresses of the pages of a list around this one: newer (or earlier in the list) and older. */
export interface Around {
  /** Where the list begins, when this is another page. */
  first?: string | null
  previous: string | null
  next: string | null
}

/**
 * From the keys of a page, as `pageByKey` gives them, with the filters that the address has.
 * @param hash where on the page the list is
 * @param names of the keys in the address, where another list of the page has the usual ones
 */
export function around(
  c: Context<AppEnv>,
  page: { previous: string | null; next: string | null },
  hash = '',
  names = { before: 'before', after: 'after' },
): Around {
  const to = (before: string | null, after: string | null) =>
    addressWith(c, { [names.before]: before, [names.after]: after, said: null }) + hash
  return {
    first: page.previous === null ? null : to(null, null),
    previous: page.previous === null ? null : to(null, page.previous),
    next: page.next === null ? null : to(page.next, null),
  }
}
