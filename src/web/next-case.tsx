import { Button } from './components/button.tsx'
import { HiddenFields } from './components/form.tsx'
import { paths } from './paths.ts'
import { useVisit } from './visit.ts'

interface Props {
  /** The view of the queue to go on in; null: the agent's own first one. */
  readonly query: string | null
  readonly label: string
  readonly kind?: 'primary' | 'link'
}

/** Takes the most urgent case and opens it; the key `n` presses it. */
export function NextButton({ query, label, kind = 'primary' }: Props) {
  const { url } = useVisit()
  return (
    <form method="post" action={paths.agency.nextWork()} data-enhance="next">
      <HiddenFields queueView={query} />
      <input type="hidden" name="ici" value={url.split('?')[0]} />
      <Button kind={kind}>{label}</Button>
    </form>
  )
}
