import type { IdentityKind } from '../../../platform/secrets/identity.ts'
import { identityKinds } from '../../../platform/secrets/identity.ts'
import { RadioGroup } from '../../../web/components/choices.tsx'
import { TextField } from '../../../web/components/text-field.tsx'
import { useVisit } from '../../../web/visit.ts'

interface Props {
  readonly kind?: IdentityKind | undefined
  readonly hint?: string | undefined
  readonly optional?: boolean | undefined
  /** The number that is kept, masked; null: not shown. */
  readonly kept?: string | null | undefined
}

/** Which document, and its number. */
export function IdentityFields({ kind, hint, optional, kept }: Props) {
  const own = useVisit().words.claims.personStep
  return (
    <>
      <RadioGroup
        name="piece"
        label={own.kind}
        value={kind ?? 'cin'}
        inline
        options={identityKinds.map((one) => ({ value: one, label: own.kinds[one] }))}
      />
      <TextField
        name="numero"
        label={own.numberLabel}
        hint={hint}
        kept={kept}
        width="short"
        dir="ltr"
        autocomplete="off"
        spellcheck={false}
        maxlength={30}
        optional={optional}
      />
    </>
  )
}
