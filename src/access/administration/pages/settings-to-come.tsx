import { formatDateTime } from '../../../calendar/index.ts'
import { type Dirhams, formatDirhams } from '../../../money/index.ts'
import { Note } from '../../../web/components/note.tsx'
import { useVisit } from '../../../web/visit.ts'
import type { Administration } from '../read-administration.ts'

interface Props {
  readonly administration: Administration
  /** Beside which of the forms. */
  readonly of: 'confirmations' | 'ceilings'
}

/** What was decided and does not count yet, and what does until then. */
export function SettingsToCome({ administration: { employer, settingsToCome }, of }: Props) {
  const { words, language } = useVisit()
  const { confirmations: own, ceilings } = words.administration
  if (!settingsToCome) return null
  const amount = (ceiling: Dirhams | null) =>
    ceiling === null ? ceilings.none : formatDirhams(ceiling, language)
  const { confirmationsRequired, selfConfirmation, orderCeiling, dailyCeiling } = employer
  const waits = {
    confirmations:
      settingsToCome.confirmationsRequired !== confirmationsRequired ||
      settingsToCome.selfConfirmation !== selfConfirmation,
    ceilings:
      settingsToCome.orderCeiling !== orderCeiling || settingsToCome.dailyCeiling !== dailyCeiling,
  }
  if (!waits[of]) return null
  const inForce = {
    confirmations: [
      own.inForce(confirmationsRequired),
      ...(selfConfirmation ? [own.selfInForce] : []),
    ],
    ceilings: [
      ceilings.orderInForce(amount(orderCeiling)),
      ceilings.dayInForce(amount(dailyCeiling)),
    ],
  }
  return (
    <Note
      tone="warning"
      title={own.toComeTitle(formatDateTime(settingsToCome.takesEffectAt, language))}
    >
      <p>{own.toCome(settingsToCome.decidedBy)}</p>
      <ul>
        {inForce[of].map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </Note>
  )
}
