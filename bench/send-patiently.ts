/** A server that says it is busy, on a machine with much other work, is asked again, as a student's script does. */
import { setTimeout } from 'node:timers/promises'
import { type Answer, type Connection, headerOf } from './connection.ts'

/** A server that is still busy after so many times is not well. */
const mostTimes = 20
/** A server closes a connection that does nothing for five seconds. */
const mostSeconds = 4

/**
 * @param answered told the status of every answer, of those that were only busy as well
 * @returns the first answer that is something else than 503, or the last one
 */
export async function sendPatiently(
  connection: Connection,
  request: Buffer | string,
  answered: (status: number) => void,
): Promise<Answer> {
  for (let times = 1; ; times += 1) {
    const answer = await connection.send(request)
    answered(answer.status)
    if (answer.status !== 503 || times === mostTimes) return answer
    await setTimeout(1000 * Math.min(mostSeconds, Number(headerOf(answer.head, 'retry-after') ?? 1)))
  }
}
