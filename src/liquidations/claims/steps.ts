/** What happened to a claim, as the company follows it (product L5). */
export type Step =
  | 'started'
  | 'sent'
  | 'completed'
  | 'taken'
  | 'asked'
  | 'proposed'
  | 'sent_back'
  | 'granted'
  | 'refused'
  | 'withdrawn'
  | 'revised'
  | 'arrears_paid'
  | 'complemented'
  | 'infected'

export interface ClaimStep {
  readonly step: Step
  readonly byKind: 'profile' | 'agent' | 'system'
  readonly byName: string
  readonly note: string
  readonly at: Date
}

/** One agent has decided, and another has not answered yet. */
export function awaitsSecondAgent(steps: readonly Pick<ClaimStep, 'step'>[]): boolean {
  return steps.findLast(({ step }) => step !== 'infected')?.step === 'proposed'
}

const settling: readonly Step[] = ['granted', 'revised', 'arrears_paid', 'complemented']

/** Arrears were paid after an amount was paid at once, and nobody has said since what is due for them (product L6). */
export function awaitsComplement(steps: readonly Pick<ClaimStep, 'step'>[]): boolean {
  return steps.findLast(({ step }) => settling.includes(step))?.step === 'arrears_paid'
}
