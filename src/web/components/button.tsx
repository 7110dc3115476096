import type { Child } from 'hono/jsx'

/** `primary` is filled, at most once per screen; `stop` is for what cannot be undone; `link` is quiet. */
export type ButtonKind = 'primary' | 'plain' | 'stop' | 'link'

interface ButtonProps {
  readonly children: Child
  readonly kind?: ButtonKind | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** The same form, sent elsewhere. */
  readonly formaction?: string | undefined
  /** The id of the form, when the button stands outside it. */
  readonly form?: string | undefined
  readonly id?: string | undefined
  readonly describedBy?: string | undefined
  /** Said after the words to those who do not see the row: «Corriger les 412 lignes Salaire». */
  readonly hidden?: string | undefined
  /** All that is said to them, beginning with the words that are seen (WCAG 2.5.3). */
  readonly label?: string | undefined
}

/** Sends the form it stands in; says what it does. Filled unless told otherwise. */
export function Button(props: ButtonProps) {
  const { children, kind = 'primary', describedBy, hidden, label, ...rest } = props
  return (
    <button
      type="submit"
      class={`button is-${kind}`}
      aria-describedby={describedBy}
      aria-label={label}
      {...rest}
    >
      {children}
      {hidden ? <span class="visually-hidden"> {hidden}</span> : null}
    </button>
  )
}

interface ButtonLinkProps {
  readonly href: string
  readonly children: Child
  readonly kind?: ButtonKind | undefined
  readonly download?: boolean | undefined
  /** Said after the words to those who do not see the row: «Modifier Khadija Lahlou». */
  readonly hidden?: string | undefined
  /** The part of that page that opens here instead, where scripts run (`enhance/inplace.js`). */
  readonly opens?: string | undefined
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink(props: ButtonLinkProps) {
  const { href, children, kind = 'plain', download, hidden, opens } = props
  return (
    <a href={href} class={`button is-${kind}`} download={download} data-opens={opens}>
      {children}
      {hidden ? <span class="visually-hidden"> {hidden}</span> : null}
    </a>
  )
}

interface ActionsProps {
  readonly children: Child
  /** Two decisions that must not be mistaken: as far apart as the page allows. */
  readonly apart?: boolean | undefined
}

/** The row of buttons that ends a form or a page. */
export function Actions({ children, apart }: ActionsProps) {
  return <div class={apart ? 'actions is-apart' : 'actions'}>{children}</div>
}
