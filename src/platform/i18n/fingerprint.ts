/** A file's hash as people read it, `SHA-256 1a2b…`, where a text is one as it is kept, `sha256:1a2b…`; any other text as it is. */
export function shownFingerprint(text: string): string {
  return text.replace(/^sha256:/, 'SHA-256 ')
}
