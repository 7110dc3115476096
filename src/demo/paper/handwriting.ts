/** Capitals and figures as a hand draws them: strokes through points, four units wide and six high. */
const shapes: Readonly<Record<string, string>> = {
  A: '0,6 2,0 4,6|0.8,4 3.2,4',
  B: '0.4,0 0.4,6|0.4,0 3,0.6 3,2.4 0.6,3 3.6,3.6 3.4,5.6 0.4,6',
  C: '3.8,1 2,0 0.2,2 0.2,4.2 2,6 3.8,5',
  D: '0.4,0 0.4,6|0.2,0 3,0.8 3.8,3 3,5.2 0.2,6',
  E: '3.6,0 0.6,0.2 0.5,3 0.6,5.8 3.6,6|0.5,3 2.8,2.9',
  F: '0.5,6 0.5,0.2 3.6,0|0.5,3 2.8,2.9',
  G: '3.8,1 2,0 0.2,2 0.2,4.2 2,6 3.7,5 3.7,3.4 2.2,3.4',
  H: '0.4,0 0.4,6|3.6,0 3.6,6|0.4,3 3.6,3',
  J: '1.4,0 3.8,0|2.8,0 2.7,4.6 1.6,6 0.3,5',
  K: '0.5,0 0.5,6|3.6,0 0.6,3.2 3.8,6',
  L: '0.5,0 0.6,6 3.6,5.8',
  M: '0.2,6 0.5,0 2,4 3.5,0 3.9,6',
  N: '0.4,6 0.4,0 3.6,6 3.6,0',
  P: '0.5,6 0.5,0 3.2,0.4 3.4,2.6 0.6,3.2',
  R: '0.5,6 0.5,0 3.2,0.4 3.2,2.6 0.6,3.1 3.7,6',
  S: '3.5,0.8 1.8,0 0.4,1.4 3.4,4 2.4,6 0.3,5.4',
  T: '0,0.2 4,0|2,0 1.9,6',
  '0': '2,0 0.4,1.6 0.4,4.4 2,6 3.6,4.4 3.6,1.6 2,0',
  '1': '0.8,1.4 2.2,0 2.1,6',
  '2': '0.4,1.4 2,0 3.5,1.4 2.4,3.6 0.3,6 3.8,5.9',
  '3': '0.5,0.6 2.6,0 3.4,1.4 1.7,2.8 3.6,4.2 2.4,6 0.3,5.4',
  '4': '2.6,0 0.2,4 3.8,4|2.9,2.4 2.8,6',
  '5': '3.5,0 0.9,0.1 0.7,2.6 2.8,2.4 3.6,4.2 2.2,6 0.3,5.4',
  '6': '3,0 0.8,2.4 0.4,4.6 2,6 3.6,4.6 2.4,3 0.6,4',
  '7': '0.3,0.2 3.7,0 1.6,6',
  '8': '2,2.8 0.6,1.4 2,0 3.4,1.4 2,2.8 0.4,4.6 2,6 3.6,4.6 2,2.8',
  '9': '3.4,1.6 2,0 0.5,1.6 2,3 3.4,1.6 3.2,4 2,6',
  '/': '0.6,6.6 3.2,-0.4',
}

const advance = 5.2

/** The same for ever, and never quite the same twice in a word. */
export function unsteady(seed: string): () => number {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0
    return ((state >>> 8) & 0xffff) / 0x1_0000 - 0.5
  }
}

export type Point = readonly [number, number]

/** A smooth line through points: each is met half way to the next. */
export function strokeThrough(points: readonly Point[]): string {
  const [first, ...rest] = points
  const last = rest.at(-1)
  if (!first || !last) return ''
  const bends = rest.slice(0, -1).map(([x, y], index) => {
    const [nextX, nextY] = rest[index + 1] ?? last
    return `Q${written([x, y])} ${written([(x + nextX) / 2, (y + nextY) / 2])}`
  })
  return `M${written(first)} ${bends.join(' ')} L${written(last)}`
}

const written = ([x, y]: Point) => `${x.toFixed(2)},${y.toFixed(2)}`

/** Something written by hand, as strokes of a pen; what a hand does not write here is left out. */
export function handwriting(text: string): { readonly strokes: string; readonly width: number } {
  const shake = unsteady(text)
  const strokes = [...text].flatMap((letter, place) =>
    (shapes[letter]?.split('|') ?? []).map((stroke) => {
      const drift = shake() * 0.5
      const points = stroke.split(' ').map((point): Point => {
        const [x = 0, y = 0] = point.split(',').map(Number)
        return [place * advance + x + shake() * 0.35 - y * 0.12, y + drift + shake() * 0.35]
      })
      return strokeThrough(points)
    }),
  )
  return { strokes: strokes.join(' '), width: text.length * advance }
}
