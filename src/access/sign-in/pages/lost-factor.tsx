import { Details } from '../../../web/components/details.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import type { AccountKind } from '../../tables.ts'

/** Who lost the telephone and the recovery codes learns here whom to turn to (quality, MFA). */
export function LostFactor({ kind }: { readonly kind: AccountKind }) {
  const { code, forgotten } = useVisit().words.access
  return (
    <Details summary={code.lostTitle}>
      <p>{code.lost[kind]}</p>
      {kind === 'delegate' ? (
        <p>
          <a href={paths.downloads.letter({ kind: 'mot-de-passe' })}>{forgotten.delegateLetter}</a>
        </p>
      ) : null}
    </Details>
  )
}
