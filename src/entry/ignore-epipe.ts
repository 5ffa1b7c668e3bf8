/**
 * Lets the server outlive whoever reads its log: without a listener, the first line after they are gone (`| head`, a
 * closed terminal) would end the program. Said once, on standard error, for whoever may still read that.
 */
export function ignoreEpipe(): void {
  let isLogged = false
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', (error) => {
    if (isLogged) return
    isLogged = true
    process.stderr.write(`The log cannot be written any more (${error.message}): the server goes on without it.\n`)
  })
}
