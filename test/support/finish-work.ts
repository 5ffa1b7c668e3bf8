import type { Ports } from '../../src/ports.ts'
import { stepStatement } from '../../src/reconciliation/statements/work.ts'

/** Makes all steps of a statement, of so many rows each when it is told. */
export async function finishWork(ports: Ports, statementId: string, rows?: number): Promise<void> {
  while (await stepStatement(ports, statementId, rows)) {
    // Each step says whether another one follows.
  }
}
