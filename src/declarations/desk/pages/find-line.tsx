import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'

interface Props {
  readonly id: string
  readonly words?: string
}

/** Any line of the file, the good ones included: by member number, name or line. */
export function FindLine({ id, words = '' }: Props) {
  const { desk, frame } = useVisit().words
  return (
    <form method="get" action={paths.declarations.lines({ id })} class="filters" role="search">
      <div class="field is-search">
        <label for="champ-cherche">{desk.findLine}</label>
        <input
          id="champ-cherche"
          name="cherche"
          type="search"
          class="input"
          value={words}
          dir="auto"
          maxlength={80}
          autocomplete="off"
          spellcheck={false}
        />
      </div>
      <div class="filters-actions">
        <button type="submit" class="button is-plain">
          {frame.search}
        </button>
      </div>
    </form>
  )
}
