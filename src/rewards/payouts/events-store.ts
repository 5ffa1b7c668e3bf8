/** Which notices of providers have been heard: one that comes again changes nothing. */
import type { Provider } from '../../../schema/tables.ts'
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

export const addEvent = prepareQuery((p: { provider: Provider; eventId: string; at: string }) =>
  sql.insertInto('provider_events').values({ provider: p.provider, event_id: p.eventId, at: p.at }),
)
export const eventById = prepareQuery((p: { provider: Provider; eventId: string }) =>
  sql.selectFrom('provider_events').select('at').where('provider', '=', p.provider).where('event_id', '=', p.eventId),
)
