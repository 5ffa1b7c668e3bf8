/** The messages between a worker thread and whoever started it. */

/** To the thread: a job, with the size of its file in bytes; that a piece has been taken; or a page of the file. */
export type ToJobThread =
  | { job: string; input: unknown; size: number }
  | { taken: true }
  | { page: number; bytes: Uint8Array }

/** From the thread. `refused`: the file is at fault, as `UnreadableFile` says it; `failed`: the program is. */
export type FromJobThread =
  | { piece: unknown }
  | { wants: number }
  | { done: unknown }
  | { refused: { why: string; line: number; detail: string | null } }
  | { failed: { name: string; message: string } }
