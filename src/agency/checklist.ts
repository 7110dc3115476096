/** What an agent compares with the signed paper before accepting it (product P5). */
export const checks = ['number', 'signatory', 'signature', 'stamp', 'identity'] as const
export type Check = (typeof checks)[number]

export type Checklist = Readonly<Record<Check, boolean>>

export function checklistOf(ticked: readonly string[]): Checklist {
  return {
    number: ticked.includes('number'),
    signatory: ticked.includes('signatory'),
    signature: ticked.includes('signature'),
    stamp: ticked.includes('stamp'),
    identity: ticked.includes('identity'),
  }
}

export function isComplete(checklist: Checklist): boolean {
  return checks.every((check) => checklist[check])
}
