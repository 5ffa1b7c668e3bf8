import type { Observe, Ports } from '../../ports.ts'

const unobserved: Observe = (_, work) => work()

/** Watches over a piece of work where somebody wants to know, and else just does it. */
export function observeWith({ observe = unobserved }: Pick<Ports, 'observe'>): Observe {
  return observe
}
