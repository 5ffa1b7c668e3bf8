/** Many at once on one clock: whoever is due next does one thing and says how long they wait until their next. */

/** What somebody does: each yield is a wait, in milliseconds of the simulation's time. */
export type Course = AsyncGenerator<number, void, void>

interface Due {
  at: number
  /** Whoever came first is first where two are due at once, so that a seed comes to the same end. */
  n: number
  course: Course
}

export interface Scheduler {
  /** @param at milliseconds since 1970 */
  add(at: number, course: Course): void
  /**
   * Goes on until nobody waits any more, or it is stopped.
   * @param moveTo sets the clock, in milliseconds since 1970
   */
  run(moveTo: (at: number) => Promise<void>, isStopped?: () => boolean): Promise<void>
}

export function newScheduler(): Scheduler {
  const heap: Due[] = []
  let count = 0
  const isBefore = (one: Due, other: Due) => one.at < other.at || (one.at === other.at && one.n < other.n)

  function push(due: Due): void {
    let at = heap.length
    heap.push(due)
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || !isBefore(due, parent)) break
      heap[at] = parent
      at = above
    }
    heap[at] = due
  }

  function pop(): Due | undefined {
    const top = heap[0]
    const last = heap.pop()
    if (top === undefined || last === undefined || heap.length === 0) return top
    let at = 0
    for (;;) {
      const [left, right] = [heap[at * 2 + 1], heap[at * 2 + 2]]
      const isRight = left !== undefined && right !== undefined && isBefore(right, left)
      const child = isRight ? right : left
      if (child === undefined || !isBefore(child, last)) break
      heap[at] = child
      at = at * 2 + (isRight ? 2 : 1)
    }
    heap[at] = last
    return top
  }

  return {
    add(at, course) {
      push({ at, n: count++, course })
    },
    async run(moveTo, isStopped = () => false) {
      for (let due = pop(); due !== undefined && !isStopped(); due = pop()) {
        await moveTo(due.at)
        const { value, done } = await due.course.next()
        if (done !== true) push({ at: due.at + Math.max(0, Math.round(value)), n: count++, course: due.course })
      }
    },
  }
}
