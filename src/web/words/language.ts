export type Language = 'fr' | 'ar'

/** The same tree of words in another language: texts stay texts, sentences keep their placeholders. */
export type WordsOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : WordsOf<T[K]>
}

export const languages: readonly Language[] = ['fr', 'ar']

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/** Keeps a number, a reference, a login or a Latin name readable inside an Arabic sentence. */
export function ltr(text: string): string {
  return `\u2066${text}\u2069`
}

/** «01, Cadres» in French, «01، Cadres» in Arabic: each language has its own comma. */
export function listed(texts: readonly string[], language: Language): string {
  return texts.join(language === 'ar' ? '، ' : ', ')
}

/** What stands between a place and what is said of it: French alone sets a space before its colon. */
export function colon(language: Language): string {
  return language === 'fr' ? '\u00a0: ' : ': '
}

/** Isolates a name whose own direction is unknown. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`
}

/** «9 500»: thousands apart by a narrow space that does not break, nor reverse in Arabic. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, '\u202f')
}
