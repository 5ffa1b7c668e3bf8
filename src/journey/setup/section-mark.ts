import { sha256 } from '../../platform/crypto/sha256.ts'
import { canonicalOf } from '../../platform/crypto/version.ts'
import type { Setup, SetupSection } from './setup.ts'

/** Names what a section holds: a page carries it, so that nobody writes over what they have not seen. */
export function sectionMark(setup: Setup, section: SetupSection): string {
  return sha256(canonicalOf(setup[section])).slice(0, 16)
}
