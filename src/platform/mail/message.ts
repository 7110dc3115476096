import type { Language } from '../../web/words/language.ts'

/** A mail is data first; one renderer makes its text and its HTML. */
export type Block =
  | { readonly paragraph: string }
  | { readonly link: { readonly label: string; readonly url: string } }
  /** A code or a reference, on its own line, left to right. */
  | { readonly code: string }
  | { readonly list: readonly { readonly label: string; readonly value: string }[] }

export interface Message {
  readonly subject: string
  readonly blocks: readonly Block[]
}

/** What the renderer of a mail is given besides its own props. */
export interface MailSurroundings {
  readonly language: Language
  readonly fundName: string
  /** The only base of links (never a request's Host). */
  readonly baseUrl: string
  /** The token of the link that goes with the mail; empty when there is none. */
  readonly token: string
  /** The six digits that go with the mail, derived like the token. */
  readonly code: string
}

/** One kind of mail. Props are kept in the database until it is sent: never a secret among them. */
export interface MailTemplate<Props extends Record<string, unknown>> {
  readonly name: string
  readonly write: (props: Props, surroundings: MailSurroundings) => Message
}

export function mailTemplate<Props extends Record<string, unknown>>(
  name: string,
  write: MailTemplate<Props>['write'],
): MailTemplate<Props> {
  return { name, write }
}
