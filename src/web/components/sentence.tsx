interface Props {
  readonly children: string
}

/** What the fund calls a letter or an order («TR-6TCR-RTMP»), as `platform/code.ts` writes it. */
const code = /\b([A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4})\b/

/** A sentence that may name one of the fund's papers: its code is read from left to right and never parted at a hyphen. */
export function Sentence({ children }: Props) {
  const pieces = children.split(code)
  return (
    <>
      {pieces.map((piece, index) =>
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
