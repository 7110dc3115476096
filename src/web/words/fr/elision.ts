/** «d’Omar», «de Karim»: before a name that begins with a vowel, the little word loses its own. */
export const de = (name: string): string => (isElided(name) ? `d’${name}` : `de ${name}`)

/** «qu’Atlas Textile», «que Baraka Services». */
export const que = (name: string): string => (isElided(name) ? `qu’${name}` : `que ${name}`)

/** An h is not elided: most names that begin with one here breathe it («de Hakim»). */
function isElided(name: string): boolean {
  return /^[aeiouàâäéèêëîïôöûü]/i.test(name)
}
