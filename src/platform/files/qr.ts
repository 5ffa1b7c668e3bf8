import { loadedOnce } from '../memory/loaded-once.ts'

const drawing = loadedOnce(() => import('uqr'))

/**
 * A QR code as SVG text. What draws it is loaded with the first one, so that a Worker's start does not evaluate it.
 * @param text what a camera reads from it
 */
export async function qrOf(text: string): Promise<string> {
  const { renderSVG } = await drawing()
  return renderSVG(text, { border: 2 })
}
