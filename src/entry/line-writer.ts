/** A pipe takes so much in one piece, whoever else writes into it (PIPE_BUF, which is 4,096 bytes on Linux). */
const pieceBytes = 4_096

/**
 * Gathers log lines for a moment, so that a busy server makes few writes for many requests. Each write is whole lines,
 * and so few that those of another process do not come in between.
 */
export function lineWriter(
  everyMs = 50,
  out: (text: string) => void = (text) => void process.stdout.write(text),
): { write(lines: string): void; flush(): void } {
  let gathered = ''
  let bytes = 0
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (gathered !== '') out(gathered)
    gathered = ''
    bytes = 0
  }
  return {
    write(lines) {
      const more = Buffer.byteLength(lines)
      if (bytes + more > pieceBytes) flush()
      gathered += lines
      bytes += more
      timer ??= setTimeout(flush, everyMs).unref()
    },
    flush,
  }
}
