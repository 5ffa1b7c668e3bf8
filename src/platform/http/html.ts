import type { HtmlEscapedString } from 'hono/utils/html'

/** Markup that is safe to send: what JSX makes, and what `c.html` takes. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>
