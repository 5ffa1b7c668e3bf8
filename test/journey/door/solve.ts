/** Solves a challenge as a browser does, by ALTCHA's own solver. @returns what a browser sends as `proof` */
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

export async function solve(challenge: string): Promise<string> {
  const parsed = JSON.parse(challenge)
  const solution = await solveChallenge({ challenge: parsed, deriveKey })
  return btoa(JSON.stringify({ challenge: parsed, solution }))
}

/** The challenge of a page that asks for work. */
export function challengeIn(html: string): string {
  return (/data-challenge="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
