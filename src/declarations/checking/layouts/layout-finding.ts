import type { ByteSource } from '../byte-source.ts'
import { decodeDeclaration } from '../decode.ts'
import { type Finding, type FindingCode, finding } from '../finding.ts'
import { type Recognised, recogniseLayout } from './recognise-layout.ts'

/** Why a file is in none of our layouts; nothing when it is in one. */
export function layoutFinding(source: ByteSource): Finding | null {
  const decoded = decodeDeclaration(source)
  if (!decoded.ok) return decoded.findings[0] ?? null
  const recognised = recogniseLayout(decoded)
  if (recognised.kind === 'fixed' || recognised.kind === 'csv') return null
  return notALayout(recognised)
}

export function notALayout(recognised: Exclude<Recognised, { kind: 'fixed' | 'csv' }>): Finding {
  if (recognised.kind === 'empty') return onFile('file_empty')
  if (recognised.kind === 'ebds') return onFile('layout_of_the_cnss')
  if (recognised.kind === 'headless') return onFile('header_missing')
  const params = { length: String(recognised.firstLength), expected: '190' }
  return onFile('layout_unknown', params)
}

function onFile(code: FindingCode, params: Record<string, string> = {}): Finding {
  return finding({ line: 1, column: 1, field: null }, code, { params })
}
