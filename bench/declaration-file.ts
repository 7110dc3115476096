import { exampleLine } from '../src/declarations/checking/example-line.ts'

/** A file of many people, each line good; with `badShare`, that share of them has one mistake in a field that blocks. */
export function declarationFile(employerNumber: string, lines: number, badShare = 0): Uint8Array {
  const every = badShare === 0 ? Infinity : Math.round(1 / badShare)
  const text: string[] = []
  for (let index = 0; index < lines; index += 1) {
    const salary = String(900_000 + ((index * 7_919) % 3_000_000)).padStart(10, '0')
    const isBad = index % every === every - 1
    text.push(
      exampleLine({
        employerNumber,
        memberNumber: String(1_000_000 + index).padStart(9, '0'),
        identityNumber: `BE${100_000 + index}`,
        staffNumber: `A${String(index % 100_000).padStart(5, '0')}`,
        salary: isBad ? `${salary.slice(0, 3)}O${salary.slice(4)}` : salary,
      }),
      '\r\n',
    )
  }
  return new TextEncoder().encode(text.join(''))
}
