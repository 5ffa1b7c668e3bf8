/** What a test opened and leaves to be closed when it is over. */
const opened: { close(): Promise<unknown> }[] = []

/** Closes it after this test, whatever came of it. */
export function closeAfterwards<T extends { close(): Promise<unknown> }>(one: T): T {
  opened.push(one)
  return one
}

/** After each test, in every file: `setup/each-test.ts` sees to it. */
export async function closeOpened(): Promise<void> {
  await Promise.all(opened.splice(0).map((one) => one.close()))
}
