/** From this amount on WeChat wants to know the payee's name, in fen. */
export const namedFromMinor = 200_000
