import { Checkboxes } from '../../../web/components/choices.tsx'
import { useVisit } from '../../../web/visit.ts'

interface Props {
  readonly values?: readonly string[] | undefined
}

/** The powers «Ordonnateur» and «Validateur» (leaflet, E@syPaiement, step 4). */
export function PowersFields({ values }: Props) {
  const { words } = useVisit()
  const own = words.administration.form
  return (
    <Checkboxes
      name="powers"
      label={own.powersLabel}
      values={values ?? []}
      options={[
        { value: 'maker', label: own.maker, hint: own.makerHint },
        { value: 'validator', label: own.validator, hint: own.validatorHint },
      ]}
    />
  )
}
