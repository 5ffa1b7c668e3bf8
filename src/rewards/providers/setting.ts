/** Kinds of environment variables that providers are configured with. */
import { httpAddress, parsed, type Setting, SettingMistake } from '../../platform/settings/setting.ts'

/** Where an interface is reached; `fallback` unless it is said. */
export const base = (fallback: string): Setting<string> =>
  parsed((given) => httpAddress(given).replace(/\/+$/, ''), fallback)

/** A key as PEM; where a variable cannot hold lines, `\\n` stands for their ends. */
export const pem: Setting<string | undefined> = parsed<string | undefined>((given) => {
  const key = given.replaceAll('\\n', '\n').trim()
  if (!/^-----BEGIN [A-Z ]+-----[\s\S]+-----END [A-Z ]+-----$/.test(key)) throw new SettingMistake('is no PEM')
  return key
}, undefined)
