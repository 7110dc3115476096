import type { Readable } from 'node:stream'
import { askClamd } from './clamd.ts'

/** Where a ClamAV listens. */
export type ScannerAddress =
  | { readonly host: string; readonly port: number }
  | { readonly path: string }

/** Looks for viruses in what somebody sent. It answers, or throws: nothing is taken for clean because nobody looked. */
export interface Scanner {
  look(content: Readable | Uint8Array, deadlineMs: number): Promise<ScanVerdict>
}

export type ScanVerdict =
  | { readonly found: null }
  /** The name of what was found. */
  | { readonly found: string }

export function clamScanner(address: ScannerAddress): Scanner {
  return { look: (content, deadlineMs) => askClamd(address, content, deadlineMs) }
}

/** `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`; nothing when it is neither. */
export function parseScannerAddress(text: string): ScannerAddress | undefined {
  if (text.startsWith('unix:/')) return { path: text.slice('unix:'.length).replace(/^\/\/+/, '/') }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'tcp:' || !url.hostname || !url.port || url.pathname.length > 1)
    return undefined
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
}
