import type { Refusal } from '../../actors/refusal.ts'

/** What a thread is asked. */
export interface ThreadOrder {
  readonly setting: unknown
  /** The instant of whoever asks, so that one clock decides. */
  readonly now: Date
  readonly task: string
  readonly input: unknown
}

/** What it answers, once. */
export type ThreadAnswer =
  | { readonly value: unknown }
  | { readonly refusal: Pick<Refusal, 'code' | 'details'> }
  | { readonly error: { readonly name: string; readonly message: string; readonly code?: string } }
