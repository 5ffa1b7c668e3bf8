/** While others wait in front, requests are begun a few a turn of the event loop. */

/**
 * Node takes on one connection a turn, and would answer in one turn all requests that have come by connections that are open
 * already: with a hundred of those, a new connection in a queue of hundreds waits for seconds. So few are begun in each, and
 * turns are short. Where nobody waits in front, turns of their own only cost.
 */
const begunInATurn = 2

/**
 * A listener that begins what comes in its order, at once or soon. Whose sender has gone is not begun.
 * @param begin the listener that answers
 * @param asked called with each request as soon as it has come
 * @param isCrowded whether connections wait to be taken on
 */
export function inTurns<Request extends { destroyed: boolean }, Answer>(
  begin: (request: Request, answer: Answer) => unknown,
  asked: (request: Request) => unknown,
  isCrowded: () => boolean,
): (request: Request, answer: Answer) => void {
  const waiting: (readonly [Request, Answer])[] = []
  function turn(): void {
    const now = waiting.splice(0, begunInATurn)
    if (waiting.length > 0) setImmediate(turn)
    for (const [request, answer] of now) if (!request.destroyed) begin(request, answer)
  }
  return (request, answer) => {
    asked(request)
    if (waiting.length === 0) {
      if (!isCrowded()) return void begin(request, answer)
      setImmediate(turn)
    }
    waiting.push([request, answer])
  }
}
