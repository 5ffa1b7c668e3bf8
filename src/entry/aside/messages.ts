/** What the two sides of a worker thread say to each other. */

/** To the thread: a job, or that a piece has been taken. */
export type ToThread = { job: string; input: unknown } | { taken: true }

/** From the thread. `refused`: the file is at fault, as `UnreadableFile` says it; `failed`: the program is. */
export type FromThread =
  | { piece: unknown }
  | { done: unknown }
  | { refused: { why: string; line: number; detail: string | null } }
  | { failed: { name: string; message: string } }
