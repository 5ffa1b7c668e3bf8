/** The kinds of farms, from what is sold and published: each is looked for apart. */
export const kinds = [
  /** A program opens each page and sends it in a moment, the same answer all down, all from one address. */
  'instant script',
  /** A program sends pages that it never opened, one behind the other, all from one address. */
  'script that skips pages',
  /** People paid by the piece, who tick the same all down in half a minute. */
  'straight-liners',
  /** A bought program with weights for each option, a time between 60 and 120 seconds, and proxies everywhere. */
  'random weights',
  /** The same from proxies that follow on one another in one /24, at a steady beat. */
  'proxies in one /24',
  /** Honest ways through that were recorded, with their times, played again with a few answers changed. */
  'human-speed replay',
  /** A language model with a person to play, asked once a page. */
  'AI, one call a page',
  /** The same, made to wait as people do. */
  'AI at human pace',
  /** One worker who answers again and again for friends' accounts, by the same answers. */
  'twins',
  /** Strangers who answer one another's studies for a few cents, each once. */
  'mutual fill',
] as const
export type Kind = (typeof kinds)[number]
