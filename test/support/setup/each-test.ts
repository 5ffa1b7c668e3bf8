/** Runs in every test file. Modules are kept from one file to the next, so a module of the tests cannot ask for this itself. */
import { afterEach } from 'vitest'
import { closeOpened } from '../run/closing.ts'

afterEach(closeOpened)
