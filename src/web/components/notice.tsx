import { useVisit } from '../visit.ts'
import { Sentence } from './sentence.tsx'
import { Shape } from './shape.tsx'

/** Says once, after a redirect, what has just been done. The region is always there, so that it is announced. */
export function Notice() {
  const { notice } = useVisit()
  return (
    <div role="status" class="notice-region">
      {notice ? (
        <p class="notice">
          <Shape tone="done" />
          <span>
            <Sentence>{notice}</Sentence>
          </span>
        </p>
      ) : null}
    </div>
  )
}
