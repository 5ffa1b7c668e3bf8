// Loaded into the server under test: it is killed as soon as a thread is asked to read a step of a statement.
import { Worker } from 'node:worker_threads'

const { postMessage } = Worker.prototype
Worker.prototype.postMessage = function (message, ...rest) {
  if (message.job === 'read a step') process.kill(process.pid, 'SIGKILL')
  return postMessage.call(this, message, ...rest)
}
