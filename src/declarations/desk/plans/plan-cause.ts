import type { Finding } from '../../checking/finding.ts'
import { correctionsByLine } from '../../checking/corrections/safe-corrections.ts'
import { findingsIn } from '../../findings-in.ts'
import { isSameCause } from '../cause.ts'
import type { CauseChange } from '../content-change.ts'
import type { ContentOpen, Plan } from './plan.ts'

/** The engine finds the lines again, corrections unmasked, and puts each correction in its place. */
export async function planCause(content: ContentOpen, cause: CauseChange): Promise<Plan> {
  const isOfCause = ({ code, field }: Finding) =>
    isSameCause({ code, field: field ?? '' }, { code: cause.code, field: cause.field })
  const corrections = correctionsByLine(await findingsIn(content, isOfCause))
  return {
    rewriting: () => ({
      edit(row) {
        const found = corrections.get(row.line)
        return found ? row.corrected(found) : row.text
      },
    }),
    kept: () => ({ correction: { kind: 'cause', code: cause.code, field: cause.field } }),
  }
}
