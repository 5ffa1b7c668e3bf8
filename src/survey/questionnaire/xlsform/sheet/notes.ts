/** What reading a form has to tell, gathered as it is read. */
import type { Added, FormFault, FormFaultCode, LeftOut, LeftOutWhy } from '../form.ts'

/** A row of a sheet, as far as one has to say where it is. */
interface Placed {
  table: { name: string }
  cell(field: string): string
}

export class Notes {
  readonly faults: FormFault[] = []
  readonly leftOut: LeftOut[] = []
  readonly added: Added[] = []
  readonly #told = new Set<string>()

  /** Something without which the form cannot be read. */
  fault(sheet: string, cell: string, code: FormFaultCode, values: Record<string, string> = {}): void {
    this.faults.push({ sheet, cell, code, values })
  }

  faultAt(row: Placed, field: string, code: FormFaultCode, values: Record<string, string> = {}): void {
    this.fault(row.table.name, row.cell(field), code, values)
  }

  /** Something that could not be taken. */
  leave(row: Placed, field: string, what: string, why: LeftOutWhy): void {
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
