import { handwriting, type Point, strokeThrough, unsteady } from './handwriting.ts'

const pen = '#1e3a8a'
const stampInk = '#5b21b6'

const svg = (width: number, height: number, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${inside}</svg>`

const drawn = (strokes: string, width: number) =>
  `<path d="${strokes}" fill="none" stroke="${pen}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

/** A number or a date, as somebody writes it on a dotted line. */
export function writtenByHand(text: string): string {
  const { strokes, width } = handwriting(text)
  return svg(
    Math.ceil(width) + 2,
    9,
    `<g transform="translate(1.4 1.2)">${drawn(strokes, 0.55)}</g>`,
  )
}

/** The loops of one person's name, always the same ones. */
export function signature(name: string): string {
  const shake = unsteady(name)
  const points = Array.from({ length: 26 }, (_, index): Point => {
    const turn = (index * Math.PI) / 2
    const reach = index < 8 ? 11 : 6
    return [
      10 + index * 3.1 + Math.cos(turn) * 5 + shake() * 4,
      22 + Math.sin(turn) * reach + shake() * 6,
    ]
  })
  const flourish = strokeThrough([
    [10, 39],
    [44, 34 + shake() * 4],
    [94, 36],
    [70, 42],
  ])
  return svg(104, 46, drawn(`${strokeThrough(points)} ${flourish}`, 1.1))
}

interface Stamped {
  readonly company: string
  readonly city: string
  readonly number: string
}

/** The round stamp of a company, a little askew. */
export function stamp({ company, city, number }: Stamped): string {
  const lines = [...wrapped(company), city, `N° ${number}`]
  const top = 46 - (lines.length - 1) * 4.6
  const words = lines.map(
    (text, index) =>
      `<text x="46" y="${(top + index * 9.2 + 2).toFixed(1)}" font-family="Noto Sans" font-weight="bold" font-size="7" text-anchor="middle" fill="${stampInk}">${escaped(text)}</text>`,
  )
  const ring = (radius: number, width: number) =>
    `<circle cx="46" cy="46" r="${radius}" fill="none" stroke="${stampInk}" stroke-width="${width}"/>`
  return svg(
    92,
    92,
    `<g transform="rotate(-9 46 46)" opacity="0.82">${ring(43, 1.8)}${ring(39.5, 0.7)}${words.join('')}</g>`,
  )
}

function wrapped(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 16)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.slice(0, 3)
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
