/** Gathers log lines for a moment, so that a busy server makes one write for many requests. */
export function lineWriter(everyMs = 50): { write(lines: string): void; flush(): void } {
  let gathered = ''
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (gathered !== '') process.stdout.write(gathered)
    gathered = ''
  }
  return {
    write(lines) {
      gathered += lines
      timer ??= setTimeout(flush, everyMs).unref()
    },
    flush,
  }
}
