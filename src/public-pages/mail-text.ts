export interface MailPiece {
  readonly text: string
  /** Set for an address of this portal: only those can be followed. */
  readonly href?: string
}

/** The text of a mail, with the addresses of this portal made into links; another site's stays plain text. */
export function mailPieces(text: string, origin: string): MailPiece[] {
  return text
    .split(/(https?:\/\/[^\s<>"\u2066-\u2069]+)/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const address = ownAddress(piece, origin)
      return address ? { text: piece, href: address } : { text: piece }
    })
}

function ownAddress(piece: string, origin: string): string | undefined {
  if (!/^https?:\/\//.test(piece) || !URL.canParse(piece)) return undefined
  const url = new URL(piece)
  return url.origin === origin ? url.pathname + url.search : undefined
}
