import { acceptEncoding } from './connection.ts'

/** A form that is ready to be sent. */
export interface Post {
  path: string
  cookie: string
  /** `application/x-www-form-urlencoded`. */
  body: string
}

/** The whole request, with what a browser would send and the server reads. */
export function requestOf(port: number, { path, cookie, body }: Post): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    'Accept: text/html',
    acceptEncoding,
    'Accept-Language: zh-CN,zh;q=0.9',
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(cookie === '' ? [] : [`Cookie: ${cookie}`]),
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}
