/** What the readers of files throw: the file is at fault, not the program. */
export class UnreadableFile<
  Why extends string = 'container' | 'too_large' | 'too_packed' | 'too_many_files',
> extends Error {
  readonly line: number
  readonly why: Why
  readonly detail: string | null

  /**
   * @param why `container`: what it is packed in is damaged or of a kind that is not read; the others: beyond a limit
   * @param line where in the file, counted from 1; 0 for the file as a whole
   * @param detail amounts and codes, never a name
   */
  constructor(why: Why, line: number, detail: string | null = null) {
    super(`${why} in line ${line}${detail === null ? '' : `: ${detail}`}`)
    this.why = why
    this.line = line
    this.detail = detail
  }
}
