/** The tag of a link: by it a study knows where people came from, a poster say, and nothing of who they are. Pure. */

const shape = /^[a-z0-9][a-z0-9-]{0,31}$/

/** Stands in an address for a tag that cannot be one. */
export const noTag = '-'

/** A tag as staff may make it: 1 to 32 letters, digits and dashes, in lower case; null for anything else. */
export function tagOf(text: string): string | null {
  const tag = text.trim().toLowerCase()
  return shape.test(tag) ? tag : null
}

/**
 * What `?from=` says, to be carried on as far as the first write. Whether staff made it is looked up there alone: whatever
 * else stands in an address, a name say, goes no further than here.
 * @returns null where nothing was said; `noTag` for what is no tag
 */
export function tagFrom(asked: string | undefined): string | null {
  return asked === undefined || asked === '' ? null : (tagOf(asked) ?? noTag)
}
