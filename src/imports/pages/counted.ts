/** «7 000»: thousands set apart, as amounts are. */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, '\u202f')
}
