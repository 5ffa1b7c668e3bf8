/** A file's hash as people read it, `SHA-256 1a2b…`, where a text is one as it is kept, `sha256:1a2b…`; any other text as it is. */
export function shownFingerprint(text: string): string {
  return text.replace(/^sha256:/, 'SHA-256 ')
}

/** Whether a text is a file's hash, as it is kept: what a program wrote, and no person's words. */
export function isFingerprint(text: string): boolean {
  return text.startsWith('sha256:')
}
