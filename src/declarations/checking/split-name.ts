/** Words that begin a Moroccan family name and belong to the next one. */
const particles = new Set(
  'ABD ABDEL ABOU AIT AL BEN BENT BNOU BOU DE EL IBN IBNOU LA LE MOULAY OU OULAD OULD SIDI'.split(
    ' ',
  ),
)

/**
 * Last name first, as the programs that write one name for two do (contribution-file.md, source c): the first word,
 * with the particles before it. A single word cannot be divided.
 */
export function splitName(
  name: string,
): { readonly lastName: string; readonly firstName: string } | null {
  const words = name.split(' ').filter(Boolean)
  let count = 1
  while (particles.has(words[count - 1] ?? '') && count < words.length - 1) count++
  const firstName = words.slice(count).join(' ')
  return firstName === '' ? null : { lastName: words.slice(0, count).join(' '), firstName }
}
