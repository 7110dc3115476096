import { Checkbox } from '../../web/components/checkbox.tsx'
import { useVisit } from '../../web/visit.ts'

/** Unticked, a reset of the password leaves the second factor as it is (quality AT28). */
export function LostFactorBox() {
  const { questions, hints } = useVisit().words.subscriptions
  return <Checkbox name="lostFactor" label={questions.lostFactor} hint={hints.lostFactor} />
}
