import type { Language } from '../words/language.ts'

/** This same page in the other language: its path and query are kept. */
export function otherLanguageUrl(url: string, language: Language): string {
  const [path = '/', query = ''] = url.split('?', 2)
  const parameters = new URLSearchParams(query)
  parameters.set('lang', language)
  return `${path}?${parameters.toString()}`
}
