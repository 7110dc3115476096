/**
 * French puts a space before «: ; ? ! »» and after ««», and no line may break there. Words are written with ordinary
 * spaces and made right here, once, whoever shows them: a page, a mail, a printed form.
 */
export function frenchSpaces<T>(words: T): T {
  return spaced(words) as T
}

/** What is quoted stands apart from its quotation marks, whatever it is: «Z» is written with its two spaces. */
export function frenchQuotes(text: string): string {
  return text.replace(/«(?=\S)/g, '«\u00a0').replace(/(?<=\S)»/g, '\u00a0»')
}

function spaced(value: unknown): unknown {
  if (typeof value === 'string') return spacedText(value)
  if (typeof value === 'function') return (...values: unknown[]) => spaced(value(...values))
  if (Array.isArray(value)) return value.map(spaced)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, spaced(each)]))
}

function spacedText(text: string): string {
  return text.replace(/ (?=[:;?!»%])/g, '\u00a0').replace(/« /g, '«\u00a0')
}
