import { useVisit } from '../visit.ts'

interface Props {
  readonly children: string
  /** Offers to copy it. */
  readonly copy?: boolean | undefined
}

/** A number, login, RIB, CIN or hash: left to right in both languages, figures aligned. */
export function Reference({ children, copy }: Props) {
  const { words } = useVisit()
  const text = (
    <bdi dir="ltr" class="reference">
      {children}
    </bdi>
  )
  if (!copy) return text
  return (
    <span data-enhance="copy" data-copy={words.frame.copy} data-copied={words.frame.copied}>
      {text}
    </span>
  )
}
