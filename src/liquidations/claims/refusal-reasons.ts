import type { Words } from '../../web/words/index.ts'

/** What is wrong with a document most often: said in the reader's own language. */
export const refusalReasons = [
  'illegible',
  'incomplete',
  'other_person',
  'other_document',
  'too_old',
  'unsigned',
] as const
type RefusalReason = (typeof refusalReasons)[number]

/** A reason of the list in words, or what the agent wrote. */
export function tellReason(reason: string, { claims }: Pick<Words, 'claims'>): string {
  const known: Readonly<Record<RefusalReason, string>> = claims.refusalReasons
  const listed = refusalReasons.find((one) => one === reason)
  return listed ? known[listed] : reason
}
