/** How a command is used, of the text of its file. */
export function usageIn(source: string): string
/** The file that is asked for its usage by these words after node's own name, if any. */
export function askedFor(words: readonly string[]): string | undefined
