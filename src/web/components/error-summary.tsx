import type { Mistakes } from '../form.ts'
import { useVisit } from '../visit.ts'
import { fieldId } from './form-state.ts'
import { Sentence } from './sentence.tsx'

interface Props {
  /** By field; the mistake named '' belongs to the whole form and is a sentence without a link. */
  readonly errors: Mistakes
  readonly prefix?: string | undefined
}

/** Every mistake of a form, first on the page, each a link to its field in the same words. */
export function ErrorSummary({ errors, prefix }: Props) {
  const { words } = useVisit()
  const mistakes = Object.entries(errors)
  if (mistakes.length === 0) return null
  return (
    <div
      class="error-summary"
      role="alert"
      aria-labelledby="erreurs-titre"
      id="erreurs"
      tabindex={-1}
      autofocus
      data-enhance="focus"
    >
      <p class="error-title" id="erreurs-titre">
        {words.frame.errorSummaryTitle}
      </p>
      <ul>
        {mistakes.map(([name, sentence]) => (
          <li>
            {name === '' ? (
              <Sentence>{sentence}</Sentence>
            ) : (
              <a href={`#${fieldId(name, prefix)}`}>
                <Sentence>{sentence}</Sentence>
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
