import { refuse } from '../../../actors/refusal.ts'

/** How other kinds of file begin: archives, programs, pages, documents. */
const beginnings = [
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  'Rar!\u001a\u0007',
  '7z\u00bc\u00af',
  '\u007fELF',
  'GIF8',
  '%PDF-',
  '<!doctype',
  '<html',
  '<script',
  '<svg',
  '<?php',
].map((beginning) => beginning.toLowerCase())

/** What is written as a page, wherever it stands. */
const page = /<(?:!doctype\s+html|html[\s>]|script[\s>]|\?php)/i

/**
 * Behind the end of an image a telephone leaves its own (a preview, a moving picture), which is not kept. A file of
 * another kind behind it is one file that pretends to be two (quality AT93).
 */
export function refuseHiddenBehind(rest: Buffer): void {
  const text = rest.toString('latin1').toLowerCase()
  const isProgram = text.startsWith('mz')
  if (isProgram || beginnings.some((one) => text.includes(one))) refuse('scans.two_in_one')
}

export function refusePageWithin(text: string): void {
  if (page.test(text)) refuse('scans.two_in_one')
}
