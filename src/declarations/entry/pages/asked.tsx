import { Note } from '../../../web/components/note.tsx'
import { useVisit } from '../../../web/visit.ts'
import { adviceFor } from '../../finding-words.ts'
import type { FindingRow } from '../../store/declarations.ts'

/** What the latest check asks about somebody. */
export function Asked({ findings }: { readonly findings: readonly FindingRow[] }) {
  const { words, language } = useVisit()
  return (
    <>
      {findings.map((found) => (
        <Note
          tone={found.severity === 'blocking' ? 'stop' : 'warning'}
          title={words.entry.lastCheck}
        >
          {adviceFor(found, language)}
        </Note>
      ))}
    </>
  )
}
