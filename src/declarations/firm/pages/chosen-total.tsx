import { Button } from '../../../web/components/button.tsx'
import { Money } from '../../../web/components/money.tsx'
import { TickedSum } from '../../../web/components/ticked-sum.tsx'
import { useVisit } from '../../../web/visit.ts'
import { colon } from '../../../web/words/language.ts'
import { type Ready, totalOf } from '../ready.ts'

/** The button that counts again, and sends nothing. */
export const recount = { name: 'geste', value: 'compter' } as const

/** What the ticked declarations come to: it follows the ticks; without a script, it is counted again in one press. */
export function ChosenTotal({ chosen }: { readonly chosen: readonly Ready[] }) {
  const { words, language } = useVisit()
  const said = words.firm.send
  return (
    <>
      <TickedSum />
      <noscript>
        <p>
          {said.chosen(chosen.length) + colon(language)}
          <strong>
            <Money amount={totalOf(chosen, 'total')} />
          </strong>
        </p>
      </noscript>
    </>
  )
}

export function Recount() {
  const said = useVisit().words.firm.send
  return (
    <noscript>
      <Button kind="plain" {...recount}>
        {said.recount}
      </Button>
    </noscript>
  )
}
