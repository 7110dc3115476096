import { hourMs } from '../calendar/index.ts'
/** Twenty minutes without a click, ten hours in all (quality: sessions). */
export const idleMs = 20 * 60_000
export const absoluteMs = 10 * hourMs
