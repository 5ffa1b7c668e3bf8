/**
 * Environment variables as a program reads them: each says what it takes, what holds where it is not set, and what it is for.
 * Written here, since it is one page, and a library of schemas is half of what a Worker's start would evaluate.
 */

export interface Setting<T> {
  /** What it is for, as docs/settings.md says it. */
  readonly means: string
  /** What holds where the variable is not set. */
  readonly unset: T
  /** @throws SettingMistake when it takes no such value */
  readonly read: (given: unknown) => T
  /** The same setting, with what it is for. */
  describe(means: string): Setting<T>
}

/** Settings by the names of their variables. */
export type SettingsByName = Readonly<Record<string, Setting<unknown>>>

/** What settings come to. */
export type SettingValues<Some extends SettingsByName> = { [Name in keyof Some]: Some[Name]['unset'] }

/** What is wrong with a value, in words that follow the name of its setting; the value is not quoted, as it may be a secret. */
export class SettingMistake extends Error {}

/**
 * A setting of what is read from its text.
 * @param read throws SettingMistake, with what the text should be
 */
export function parsed<T>(read: (text: string) => T, unset: T): Setting<T> {
  return setting((given) => {
    if (typeof given !== 'string') throw new SettingMistake('is no text')
    return read(given)
  }, unset)
}

/** Some text that fits a pattern, which `says` in words. */
export function matchingText(fits?: RegExp, says?: string): Setting<string | undefined>
export function matchingText(fits: RegExp, says: string, unset: string): Setting<string>
export function matchingText(fits = /./s, says = 'is empty', unset?: string): Setting<string | undefined> {
  return parsed((given) => {
    if (!fits.test(given)) throw new SettingMistake(says)
    return given
  }, unset)
}

/** A whole number within bounds, which are among what it takes. */
export function integer(unset: number, min: number, max: number): Setting<number> {
  return setting((given) => {
    const isNumber = typeof given === 'number' || (typeof given === 'string' && given.trim() !== '')
    const number = isNumber ? Number(given) : Number.NaN
    if (Number.isInteger(number) && number >= min && number <= max) return number
    throw new SettingMistake(`is no whole number from ${min} to ${max}`)
  }, unset)
}

/** One of these words. */
export function oneOf<const Word extends string>(words: readonly Word[], unset: NoInfer<Word>): Setting<Word> {
  return parsed((given) => {
    const word = words.find((one) => one === given)
    if (word === undefined) throw new SettingMistake(`is none of ${words.join(', ')}`)
    return word
  }, unset)
}

const noAddress = 'is no address such as https://survey.example.org'

/** An address with http or https, without spaces around it. @throws SettingMistake when it is none */
export function httpAddress(given: string): string {
  const address = given.trim()
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) throw new SettingMistake(noAddress)
  return address
}

/** What variables come to, and a line for each mistake in them; one that is empty is not set. */
export function readSettings<Some extends SettingsByName>(
  settings: Some,
  env: Readonly<Record<string, unknown>>,
): { values: SettingValues<Some>; mistakes: string[] } {
  const values: Record<string, unknown> = {}
  const mistakes: string[] = []
  for (const [name, { read, unset }] of Object.entries(settings)) {
    const given = env[name]
    try {
      values[name] = given === undefined || given === '' ? unset : read(given)
    } catch (error) {
      if (!(error instanceof SettingMistake)) throw error
      mistakes.push(`${name}: ${error.message}`)
    }
  }
  return { values: values as SettingValues<Some>, mistakes }
}

function setting<T>(read: (given: unknown) => T, unset: T, means = ''): Setting<T> {
  return { means, unset, read, describe: (description) => setting(read, unset, description) }
}
