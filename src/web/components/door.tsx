import type { Child } from 'hono/jsx'

/** The doors of a page, side by side when there is room. */
export function Doors({ children }: { readonly children: Child }) {
  return <div class="doors">{children}</div>
}

interface DoorProps {
  readonly title: Child
  readonly note?: Child | undefined
  readonly links: readonly {
    readonly label: Child
    readonly href: string
    /** One line under the link. */
    readonly note?: Child | undefined
    /** The one most people come for. */
    readonly strong?: boolean | undefined
  }[]
}

/** One door: a name, and the places behind it. */
export function Door({ title, note, links }: DoorProps) {
  return (
    <section class="door">
      <h2>{title}</h2>
      {note ? <p>{note}</p> : null}
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href} class={link.strong ? 'is-strong' : undefined}>
              {link.label}
            </a>
            {link.note ? <p class="hint">{link.note}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
