import type { XmlDocument } from 'libxml2-wasm'

export type OpenedXml =
  | { readonly ok: true; readonly document: XmlDocument }
  | { readonly ok: false; readonly reason: 'doctype' | 'not_xml' }

/** Some fifteen megabytes of every process: only one that reads a bank's message holds them. */
const load = () => import('libxml2-wasm')

/**
 * Opens XML that somebody else wrote. Whatever declares a document type, an entity or an inclusion is refused before a parser sees
 * it, and the parser has neither network nor external entities (quality AT86). The document is to be disposed of (`using`).
 */
export async function openXml(bytes: Uint8Array): Promise<OpenedXml> {
  const text = decode(bytes)
  if (text === null) return { ok: false, reason: 'not_xml' }
  if (/<!DOCTYPE|<!ENTITY|<!ELEMENT|http:\/\/www\.w3\.org\/2001\/XInclude/i.test(text)) {
    return { ok: false, reason: 'doctype' }
  }
  const { ParseOption, XmlDocument, XmlParseError } = await load()
  try {
    const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NO_XXE })
    return { ok: true, document }
  } catch (error) {
    if (error instanceof XmlParseError) return { ok: false, reason: 'not_xml' }
    throw error
  }
}

/** UTF-8 only: another encoding could hide a declaration from the look above. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/i.exec(text)?.[1]
    return declared && !/^(utf-?8|us-ascii)$/i.test(declared) ? null : text
  } catch {
    return null
  }
}
