/** What the address of a page says was just changed, so that the page can say it and offer to undo it. */
import type { Context } from 'hono'
import type { AppEnv } from '../../../ports.ts'

/**
 * @param ways what can be done, as `said` of the address names it
 * @param find what has the id of the address, in the page's study
 * @returns null where the address says nothing, or nothing has that id
 */
export async function changeInAddress<Way extends string, Row>(
  c: Context<AppEnv>,
  ways: readonly Way[],
  find: (id: string) => Promise<Row | undefined>,
): Promise<{ way: Way; of: Row } | null> {
  const { searchParams } = new URL(c.req.url)
  const way = ways.find((one) => one === searchParams.get('said'))
  if (way === undefined) return null
  const of = await find(searchParams.get('id') ?? '')
  return of === undefined ? null : { way, of }
}
