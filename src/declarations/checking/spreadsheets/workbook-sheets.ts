import { inflatedText } from './inflate.ts'
import type { ZipEntry } from './zip-directory.ts'

/** The sheets of a workbook in their order: the part of the archive that holds each. */
export async function sheetParts(
  entries: ReadonlyMap<string, ZipEntry>,
  archive: Uint8Array,
): Promise<string[]> {
  const read = async (name: string) => {
    const entry = entries.get(name)
    return entry ? inflatedText(entry, archive) : ''
  }
  const workbook = await read('xl/workbook.xml')
  const relations = await read('xl/_rels/workbook.xml.rels')
  const targets = new Map(
    elements(relations, 'Relationship').map((text) => [
      attribute(text, 'Id'),
      attribute(text, 'Target'),
    ]),
  )
  return elements(workbook, 'sheet').map((text) => {
    const target = targets.get(attribute(text, '\\w+:id')) ?? ''
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`
  })
}

function elements(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? []
}

function attribute(element: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(element)?.[1] ?? ''
}
