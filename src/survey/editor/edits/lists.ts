/** What a questionnaire has for all of its questions: facts, long lists, the question about the place, rates. */
import { valueAt } from '../../questionnaire/checks/shape.ts'
import { type QuestionnaireDocument, stepsTo, withValue } from '../document.ts'
import type { Edited, EditOf } from '../edit.ts'
import { whoNames } from '../references.ts'
import { listName } from './parts.ts'

type Done = Edited<QuestionnaireDocument>

/** A name of a fact that is listed here. */
export const factName = /^[a-z][a-z0-9_]{0,39}$/

/** Lists a fact, so that conditions and texts may name it. */
export function addFact(document: QuestionnaireDocument, { fact }: EditOf<'add_fact'>): Done {
  if (!factName.test(fact)) return { fault: 'not_so' }
  return document.facts.includes(fact)
    ? { fault: 'taken' }
    : { document: { ...document, facts: [...document.facts, fact] } }
}

/** Takes a fact off the list when nothing names it. */
export function removeFact(document: QuestionnaireDocument, { fact }: EditOf<'remove_fact'>): Done {
  if (!document.facts.includes(fact)) return { fault: 'not_found' }
  const by = whoNames(document, fact)
  if (by.length > 0) return { fault: 'referred_to', by }
  return { document: { ...document, facts: document.facts.filter((one) => one !== fact) } }
}

/** Begins a long list. */
export function addList(document: QuestionnaireDocument, { list }: EditOf<'add_list'>): Done {
  if (!listName.test(list) || list in Object.prototype) return { fault: 'not_so' }
  if (Object.hasOwn(document.lists, list)) return { fault: 'taken' }
  return { document: { ...document, lists: { ...document.lists, [list]: [] } }, added: `lists/${list}` }
}

/** Adds an entry at the end of a long list. Its code is what is stored, such as that of a country. */
export function addEntry(document: QuestionnaireDocument, { list, code, label }: EditOf<'add_entry'>): Done {
  const steps = /^lists\/[^/]+$/.test(list) ? stepsTo(document, list) : null
  const entries = steps && valueAt(document, steps)
  if (!steps || !Array.isArray(entries)) return { fault: 'not_found' }
  if (!/^[A-Za-z0-9_.-]{1,40}$/.test(code)) return { fault: 'not_so' }
  if (entries.some((entry) => entry.code === code)) return { fault: 'taken' }
  return { document: withValue(document, steps, [...entries, { code, label }]), added: `${list}/${code}` }
}

/** Names the question by which offers are chosen. */
export function editPlace(document: QuestionnaireDocument, { question }: EditOf<'place'>): Done {
  if (question === null) {
    const { place: _, ...others } = document
    return { document: 'place' in document ? others : document }
  }
  if (stepsTo(document, `questions/${question}`) === null) return { fault: 'not_found' }
  return { document: { ...document, place: question } }
}

/** Pins a rate of exchange, or takes it away. One that stands is not replaced: whoever means another takes it away first. */
export function editRate(document: QuestionnaireDocument, { name, rate }: EditOf<'rate'>): Done {
  if (rate === null) {
    if (!Object.hasOwn(document.rates, name)) return { fault: 'not_found' }
    const { [name]: _, ...rates } = document.rates
    return { document: { ...document, rates } }
  }
  if (Object.hasOwn(document.rates, name)) return { fault: 'taken' }
  if (!/^[A-Z]{3,12}$/.test(name) || !/^\d{1,9}(\.\d{1,9})?$/.test(rate.rate)) return { fault: 'not_so' }
  return { document: { ...document, rates: { ...document.rates, [name]: rate } } }
}
