/** Kinds of environment variables that providers are configured with. */
import * as z from 'zod'

/** Some text. */
export const text = z.string().min(1).optional()

/** Where an interface is reached; `fallback` unless it is said. */
export const base = (fallback: string) =>
  z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .default(fallback)

/** A key as PEM; where a variable cannot hold lines, `\\n` stands for their ends. */
export const pem = z
  .string()
  .transform((value) => value.replaceAll('\\n', '\n').trim())
  .refine((value) => /^-----BEGIN [A-Z ]+-----[\s\S]+-----END [A-Z ]+-----$/.test(value), 'is no PEM')
  .optional()
