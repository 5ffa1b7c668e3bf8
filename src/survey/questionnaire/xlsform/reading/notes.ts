/** What reading a form has to tell, gathered as it is read. */
import type { Added, FormFault, FormFaultCode, LeftOut, LeftOutWhy } from '../form.ts'
import type { Row } from './table.ts'

export class Notes {
  readonly faults: FormFault[] = []
  readonly leftOut: LeftOut[] = []
  readonly added: Added[] = []
  readonly #told = new Set<string>()

  /** Something without which the form cannot be read. */
  fault(sheet: string, cell: string, code: FormFaultCode, values: Record<string, string> = {}): void {
    this.faults.push({ sheet, cell, code, values })
  }

  faultAt(row: Row, field: string, code: FormFaultCode, values: Record<string, string> = {}): void {
    this.fault(row.table.name, row.cell(field), code, values)
  }

  /** Something that could not be taken. */
  leave(row: Row, field: string, what: string, why: LeftOutWhy): void {
    const one = { sheet: row.table.name, cell: row.cell(field), what, why }
    // A cell may be looked at more than once.
    const key = JSON.stringify(one)
    if (!this.#told.has(key)) this.leftOut.push(one)
    this.#told.add(key)
  }

  /** Something that was put in or changed. */
  add(code: Added['code'], values: Record<string, string> = {}): void {
    this.added.push({ code, values })
  }
}
