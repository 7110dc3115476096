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

export interface ClaimStep {
  readonly step: Step
  readonly byKind: 'profile' | 'agent' | 'system'
  readonly byName: string
  readonly note: string
  readonly at: Date
}
