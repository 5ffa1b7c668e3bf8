/** A thread of its own that looks through the file of the embedded database once, and says what is wrong with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { checkFile } from '../../platform/db/sqlite-file/check-file.ts'

parentPort?.postMessage(checkFile(workerData as string, false))
