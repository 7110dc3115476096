import { StatusTag } from '../../web/components/status-tag.tsx'
import { useVisit } from '../../web/visit.ts'

/** Whether a source establishes the value, in words. */
export function MarkTag({ illustrative }: { readonly illustrative: boolean }) {
  const { parameters: words } = useVisit().words
  return illustrative ? (
    <StatusTag tone="wait">{words.illustrative}</StatusTag>
  ) : (
    <StatusTag tone="done">{words.sourced}</StatusTag>
  )
}

/** The same as a word alone, for a long list: the exception stands out. */
export function MarkWord({ illustrative }: { readonly illustrative: boolean }) {
  const { parameters: words } = useVisit().words
  return illustrative ? <b>{words.illustrative}</b> : <>{words.sourced}</>
}
