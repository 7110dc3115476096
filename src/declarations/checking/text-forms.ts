const ligatures: Readonly<Record<string, string>> = {
  œ: 'OE',
  Œ: 'OE',
  æ: 'AE',
  Æ: 'AE',
  ß: 'SS',
  ø: 'O',
  Ø: 'O',
  ł: 'L',
  Ł: 'L',
}

/** The fund's alphabet: upper case without accents; apostrophes go, as payroll programs drop them; hyphens become spaces. */
export function fundLetters(text: string): string {
  return text
    .replace(/[œŒæÆßøØłŁ]/g, (letter) => ligatures[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’‘`´ʼ]/g, '')
    .replace(/[-\u2010-\u2015.\u00a0\u202f]/g, ' ')
    .toUpperCase()
}

/** A name without what people write in two ways: spaces, hyphens, apostrophes, accents, case. */
export function sameLetters(name: string): string {
  return fundLetters(name).replace(/[^A-Z]/g, '')
}

/** UTF-8 that some program once read as Windows-1252 («Ã‰» for «É»), or bytes already lost. */
export function isGarbled(text: string): boolean {
  return text.includes('\ufffd') || /[ÃÂØÙ][^A-Za-z '\-À-ÖØ-öø-ÿ]/.test(text)
}

export function isAllDigits(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 48 || code > 57) return false
  }
  return text.length > 0
}

/** Letters A to Z, digits and spaces: the fund's alphabet. */
export function isFundText(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const isIn = code === 32 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)
    if (!isIn) return false
  }
  return true
}

export function isAllZeros(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) !== 48) return false
  return text.length > 0
}

export function isBlank(text: string): boolean {
  return text.length === 0 || (text.charCodeAt(0) <= 32 && text.trim() === '')
}
