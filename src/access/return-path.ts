import { areaOf, type Door } from './doors.ts'

const doorway = /^\/(administration|agence)\/connexion(?=$|[/?])/

/**
 * Where to go after signing in: the page that was asked for, if it is one of this space or of «Mon compte»; any other
 * address, of this site or not, is forgotten (quality AT111).
 */
export function returnPath(asked: string | undefined, door: Door): string | undefined {
  if (!asked || asked.length > 500 || !/^\/[a-z]/.test(asked)) return undefined
  // oxlint-disable-next-line no-control-regex
  if (/[\\\u0000-\u0020\u007f]/.test(asked)) return undefined
  const base = 'https://portal.invalid'
  const url = URL.canParse(asked, base) ? new URL(asked, base) : undefined
  if (!url || url.origin !== base || doorway.test(url.pathname)) return undefined
  const isOwn = [areaOf(door), '/mon-compte'].some(
    (area) => url.pathname === area || url.pathname.startsWith(`${area}/`),
  )
  return isOwn ? url.pathname + url.search : undefined
}
