/** Every closing of every class: our books, the promises, the day's report and the closing certificate, after each. */
import { describe, expect, it } from 'vitest'
import { proposeClosing } from '../../../src/reconciliation/exceptions/actions.ts'
import { choicesOf } from '../../../src/reconciliation/exceptions/close.ts'
import { closings, usualClosing } from '../../../src/reconciliation/exceptions/closings.ts'
import { actions, type ExceptionDetail } from '../../../src/reconciliation/exceptions/exception.ts'
import { staffAs } from '../../support/claimed.ts'
import { open } from '../../support/paid.ts'
import { expectClosed } from './after-closing.ts'
import { closingCases } from './closing-cases.ts'

it('each closing that a class has is shown below to be possible, and no other is', () => {
  const possible = closingCases.filter(({ becomes }) => typeof becomes !== 'string')
  const shown = new Set(possible.map((one) => `${one.class} ${one.action}`))
  const offered = Object.entries(closings).flatMap(([name, some]) => some.map((action) => `${name} ${action}`))
  expect([...shown].sort()).toEqual(offered.sort())
})

describe.each(closingCases)('$class $how', (one) => {
  const { action, make, becomes } = one
  const is = typeof becomes === 'string' ? `is refused as ${becomes}` : `leaves ${becomes.join(', ')}, and all adds up`

  it(`${action} ${is}`, async () => {
    const { world } = await make(undefined)
    const exception = (await open(world)).find((found) => found.class === one.class)
    if (exception === undefined) throw new Error(`no ${one.class}: ${(await open(world)).map((found) => found.class)}`)
    const preparer = await staffAs(world, 'preparer')
    // What its page offers is what can be done, and what cannot is told there with the same reason.
    const choices = await choicesOf(world.ports, exception)
    expect(choices.map((choice) => choice.action)).toEqual(closings[one.class])
    const usual = usualClosing(exception.class, JSON.parse(exception.detail) as ExceptionDetail)
    const canClose = choices.filter(({ refused }) => refused === null).map((choice) => choice.action)
    if (canClose.length > 0) expect(canClose).toContain(usual)
    expect(choices.find((choice) => choice.action === action)?.refused).toBe(
      typeof becomes === 'string' ? becomes : null,
    )
    for (const other of actions.filter((name) => !closings[one.class].includes(name))) {
      const came = await proposeClosing(world.ports, preparer, exception.id, { action: other }, 'tried')
      expect(came, other).toEqual({ refused: other === 'keep' ? 'differs' : 'not_this' })
    }
    if (typeof becomes === 'string') {
      const came = await proposeClosing(world.ports, preparer, exception.id, { action }, 'tried')
      expect(came).toEqual({ refused: becomes })
    } else await expectClosed(world, exception, action, becomes)
  })
})
