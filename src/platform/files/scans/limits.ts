import { refuse } from '../../../actors/refusal.ts'

/** A scan of a signed form: one file, ten megabytes, PDF, JPEG or PNG by its content. */
export const scanLimits = { maxBytes: 10 * 1024 * 1024, maxFiles: 1 } as const

/** An A3 sheet at 600 dots per inch is 9 921 × 14 031; the largest telephones take 16 320 × 12 240. */
const longestSide = 16_384
const mostPixels = 200_000_000

/** A form is a page, a claim's document a few; nobody reads a hundred. */
export const mostPages = 100

/** Said by the file's own header: nothing has been decoded yet (quality AT94). */
export function refuseTooManyPixels(width: number, height: number): void {
  const isTooLong = Math.max(width, height) > longestSide
  if (isTooLong || width * height > mostPixels) {
    refuse('scans.too_many_pixels', { width: String(width), height: String(height) })
  }
  if (width === 0 || height === 0) refuse('scans.damaged')
}
