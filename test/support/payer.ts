/** A provider that answers as the test says, and remembers what it was asked. */
import type { Channel, Provider } from '../../schema/tables.ts'
import type { PayAnswer, PayeeLogin, Payer, PayOrder } from '../../src/ports.ts'
import { toPayer } from '../../src/rewards/providers/manifest.ts'
import { byHand } from '../../src/rewards/providers/manual/client.ts'
import { manual } from '../../src/rewards/providers/manual/manifest.ts'
import { registry } from '../../src/rewards/providers/registry.ts'

export interface Asked {
  what: 'send' | 'query' | 'cancel'
  reference: string
  order?: PayOrder
}

export interface ScriptedPayer extends Payer {
  asked: Asked[]
  /** What it answers from now on; a function sees what is asked, and may act as a provider that is slow or gone. */
  answer: (asked: Asked) => PayAnswer | Promise<PayAnswer>
}

export interface PayerChoices {
  provider?: Provider
  channels?: readonly Channel[]
  mode?: Payer['mode']
  settlesWithinHours?: number
  login?: PayeeLogin
}

/** Paying by hand, as it is always there. */
export const manualPayer = () => toPayer(manual, byHand)

/** One that pays Alipay accounts and succeeds at once, unless told otherwise. */
export function scriptedPayer(choices: PayerChoices = {}): ScriptedPayer {
  const { provider = 'alipay', channels = ['alipay'], mode = 'push', settlesWithinHours = 1, login } = choices
  const payer: ScriptedPayer = {
    provider,
    channels,
    carries: manual.carries,
    mode,
    settlesWithinHours,
    // As its manifest says.
    ...('everyOffer' in registry[provider] ? { everyOffer: true as const } : {}),
    ...(login === undefined ? {} : { login }),
    asked: [],
    answer: () => ({ state: 'succeeded', code: null }),
    send: (order) => ask({ what: 'send', reference: order.reference, order }),
    query: ({ reference }) => ask({ what: 'query', reference }),
    cancel: ({ reference }) => ask({ what: 'cancel', reference }),
  }
  async function ask(asked: Asked): Promise<PayAnswer> {
    payer.asked.push(asked)
    return payer.answer(asked)
  }
  return payer
}
