/** The rows of the queue in front of a study: turns and who holds them. */
import { prepareQuery } from '../../platform/db/together.ts'
import { sql } from '../tables.ts'

/** One more turn behind the last one of a network, or from now on; the check refuses one that is too far off. */
export const addTurn = prepareQuery((p: { network: string; turnMs: number; askedMs: number }) =>
  sql
    .insertInto('start_queues')
    .values({ network: p.network, turn_ms: p.turnMs, asked_ms: p.askedMs })
    .onConflict((oc) =>
      oc.column('network').doUpdateSet((eb) => ({
        turn_ms: eb
          .case()
          .when('start_queues.turn_ms', '>', eb.ref('excluded.asked_ms'))
          .then(eb(eb('start_queues.turn_ms', '+', eb.ref('excluded.turn_ms')), '-', eb.ref('excluded.asked_ms')))
          .else(eb.ref('excluded.turn_ms'))
          .end(),
        asked_ms: eb.ref('excluded.asked_ms'),
      })),
    ),
)

/** Whose turn the network's last one is. */
export const takeLastTurn = prepareQuery((p: { respondentId: string; network: string }) =>
  sql.insertInto('start_places').values((eb) => ({
    respondent_id: p.respondentId,
    network: p.network,
    turn_ms: eb.selectFrom('start_queues').select('turn_ms').where('start_queues.network', '=', p.network),
  })),
)

/** When the turn of a start is. */
export const turnOfStart = prepareQuery((p: { respondentId: string }) =>
  sql.selectFrom('start_places').select(['network', 'turn_ms']).where('respondent_id', '=', p.respondentId),
)

/** How many turns of a network are due until this one, this one included. */
export const turnsUntil = prepareQuery((p: { network: string; now: number; turnMs: number }) =>
  sql
    .selectFrom('start_places')
    .select((eb) => eb.fn.countAll<number>().as('turns'))
    .where('network', '=', p.network)
    .where('turn_ms', '>', p.now)
    .where('turn_ms', '<=', p.turnMs),
)

export const forgetPlaces = prepareQuery((p: { beforeMs: number }) =>
  sql.deleteFrom('start_places').where('turn_ms', '<', p.beforeMs),
)
export const forgetQueues = prepareQuery((p: { beforeMs: number }) =>
  sql.deleteFrom('start_queues').where('turn_ms', '<', p.beforeMs),
)
