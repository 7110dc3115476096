import { useVisit } from '../visit.ts'

interface Props {
  readonly step: number
  readonly steps: number
}

/** «Étape 2 sur 4», with as many dashes. */
export function Steps({ step, steps }: Props) {
  const { words } = useVisit()
  return (
    <p class="steps">
      <span class="steps-dashes" aria-hidden="true">
        {Array.from({ length: steps }, (_, index) => (
          <span class={index < step ? 'is-reached' : undefined}></span>
        ))}
      </span>
      {words.frame.step(step, steps)}
    </p>
  )
}
