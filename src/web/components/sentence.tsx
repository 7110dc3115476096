import type { Child } from 'hono/jsx'

interface Props {
  readonly children: Child
}

/** What the fund calls its papers: «TR-6TCR-RTMP», «OP-005839-000003», «R-2024T3-005839-01». */
const reference = /\b([A-Z]{1,2}(?:-[0-9A-Z]{2,8}){2,3})\b/

/** A sentence that may name one of them: it is read from left to right and never parted at a hyphen. */
export function Sentence({ children }: Props) {
  if (typeof children !== 'string') return <>{children}</>
  return (
    <>
      {children.split(reference).map((piece, index) =>
        index % 2 === 1 ? (
          <bdi dir="ltr" class="whole">
            {piece}
          </bdi>
        ) : (
          piece
        ),
      )}
    </>
  )
}
