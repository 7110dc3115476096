import { setTimeout as wait } from 'node:timers/promises'

/** What a client was told is done. After every kill it must be there, whole and once. */
export type Acknowledged =
  | { readonly what: 'session'; readonly token: string }
  | { readonly what: 'letter'; readonly reference: string }
  | { readonly what: 'proof'; readonly reference: string; readonly sha256: string }
  | { readonly what: 'taken'; readonly reference: string; readonly by: string }
  | { readonly what: 'viewed'; readonly reference: string; readonly by: string }
  | { readonly what: 'accepted'; readonly reference: string; readonly by: string }
  | { readonly what: 'user'; readonly login: string }
  | { readonly what: 'deposit'; readonly depositId: string; readonly sha256: string }
  | { readonly what: 'checked'; readonly declarationId: string; readonly sha256: string }
  | { readonly what: 'confirmed'; readonly declarationId: string; readonly code: string }
  | { readonly what: 'sent'; readonly declarationId: string }
  | { readonly what: 'drawn_up'; readonly orderId: string }
  | {
      readonly what: 'confirmed_order'
      readonly orderId: string
      readonly by: string
      readonly digest: string
    }
  | { readonly what: 'refused_order' | 'cancelled_order'; readonly orderId: string }
  | { readonly what: 'collected'; readonly collectionId: string }

/** The clients' own memory, outside the program that is killed. */
export class Journal {
  readonly entries: Acknowledged[] = []
  /** Answers that no client should get, by sentence: a journey that only fails proves nothing. */
  readonly surprises = new Map<string, number>()

  acknowledge(entry: Acknowledged): void {
    this.entries.push(entry)
  }

  /** Until so many more things were told: however slow the machine is, a blow meets people at work. */
  async grownBy(more: number): Promise<void> {
    const enough = this.entries.length + more
    while (this.entries.length < enough) await wait(20)
  }

  surprise(sentence: string): void {
    this.surprises.set(sentence, (this.surprises.get(sentence) ?? 0) + 1)
  }

  of<W extends Acknowledged['what']>(what: W): Extract<Acknowledged, { what: W }>[] {
    return this.entries.filter(
      (one): one is Extract<Acknowledged, { what: W }> => one.what === what,
    )
  }
}
