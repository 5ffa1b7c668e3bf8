/** What is kept of a set-up is what was typed: whatever it is, however it goes in and out. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { languages } from '../../../schema/questionnaire.ts'
import { beginSetup } from '../../../src/journey/setup/actions.ts'
import { type SetupField, sectionFields } from '../../../src/journey/setup/fields.ts'
import { withSection } from '../../../src/journey/setup/read-form.ts'
import { readSetup, type Setup, sectionNames, setupSchema } from '../../../src/journey/setup/setup.ts'
import { normalizeText } from '../../../src/platform/http/form.ts'
import { signedIn } from '../../staff/accounts/member.ts'
import { staffAs } from '../../support/claimed.ts'
import { fresh } from '../../support/databases/fresh.ts'
import { formOf } from './typed.ts'

/** Anything a person may type on a line, tags and quotes among it. */
const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('<b>"&\'', '2027-13-01T09:00', '', '简体', '0'),
  )
  .map((text) => normalizeText(text.replace(/[\r\n]/g, ' ')))

function typedInto(field: SetupField): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'texts':
    case 'longTexts':
      return fc.record(Object.fromEntries(languages.map((language) => [language, line])))
    case 'checks':
      return fc.uniqueArray(
        line.filter((one) => one !== ''),
        { maxLength: 3 },
      )
    case 'rows':
      return fc.array(fc.record(Object.fromEntries(field.fields.map((one) => [one.name, typedInto(one)]))), {
        maxLength: 2,
      })
    default:
      return line
  }
}

const setups = fc
  .record(
    Object.fromEntries(
      sectionNames.map((name) => [
        name,
        fc.record(Object.fromEntries(sectionFields[name].map((field) => [field.name, typedInto(field)]))),
      ]),
    ),
  )
  .map((typed) => setupSchema.parse(typed))

it('a set-up that is saved and read is the same', () => {
  fc.assert(
    fc.property(setups, (setup) => {
      expect(readSetup(JSON.stringify(setup))).toEqual(setup)
    }),
    { numRuns: 100 },
  )
})

const sorted = (setup: Setup | null) =>
  JSON.parse(JSON.stringify(setup, (_, value) => (isTexts(value) ? [...value].sort() : value)))
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

it('a page that is sent as it was shown changes nothing', async () => {
  const here = await fresh()
  const admin = await signedIn(here, 'admin')
  const staff = await staffAs(here, 'admin')
  await fc.assert(
    fc.asyncProperty(setups, async (typed) => {
      const setup = { ...typed, saved: [...sectionNames] }
      const id = await beginSetup(here.ports, staff, setup)
      for (const section of sectionNames) {
        const page = await admin.get(`/admin/setups/${id}/${section}`)
        expect(page.status).toBe(200)
        const sent = withSection(setup, section, formOf(await page.text()))
        // Boxes are sent in the order of the page.
        expect(sorted(sent)).toEqual(sorted(setup))
      }
      expect((await admin.get(`/admin/setups/${id}/summary`)).status).toBe(200)
    }),
    { numRuns: 6 },
  )
})
