import { describe, expect, it } from 'vitest'
import {
  areAllAccepted,
  type DocumentReview,
  documentAfter,
  documentInHand,
  documentsOf,
  isOpened,
  type Page,
} from './documents.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 9, minute))
const page = (code: string, number: number, change: Partial<Page> = {}): Page => ({
  id: `${code}-${number}`,
  code,
  number,
  fileName: 'piece.pdf',
  mediaType: 'application/pdf',
  size: 1000n,
  sha256: Buffer.alloc(32),
  addedAt: at(0),
  removedAt: null,
  check: 'clean',
  ...change,
})
const accepted = (code: string, seenNumber: number, minute: number): DocumentReview => ({
  code,
  seenNumber,
  verdict: 'accepted',
  reason: '',
  agentName: '',
  at: at(minute),
})
const asked = ['form', 'identity', 'choice'].map((code) => ({
  code,
  fr: code,
  ar: code,
  isRequired: code !== 'choice',
}))
const statesOf = (pages: readonly Page[], reviews: readonly DocumentReview[]) =>
  documentsOf(asked, pages, reviews).map(({ state }) => state)

describe('a document of a claim', () => {
  it('is to review again once a page is added', () => {
    const reviews = [accepted('identity', 1, 1)]
    expect(statesOf([page('identity', 1)], reviews)).toEqual(['empty', 'accepted', 'empty'])
    const more = [page('identity', 1), page('identity', 2, { addedAt: at(2) })]
    expect(statesOf(more, reviews)).toEqual(['empty', 'to_review', 'empty'])
  })

  it('is to review again once one of its pages turns out infected, whatever is left of it', () => {
    const infected = page('identity', 2, { check: 'infected', removedAt: at(5) })
    const pages = [page('identity', 1), infected, page('identity', 3)]
    const [, before] = documentsOf(asked, pages, [accepted('identity', 3, 4)])
    expect([before?.state, before?.isInfected]).toEqual(['to_review', true])
    const [, after] = documentsOf(asked, pages, [accepted('identity', 3, 6)])
    expect(after?.state).toBe('accepted')
    const again = [...pages, page('identity', 4, { addedAt: at(7) })]
    expect(documentsOf(asked, again, [])[1]?.isInfected).toBe(false)
  })

  it('is opened once each of its pages is', () => {
    const pages = [page('identity', 1), page('identity', 2)]
    expect(isOpened({ pages }, new Set(['identity-1']))).toBe(false)
    expect(isOpened({ pages }, new Set(['identity-1', 'identity-2']))).toBe(true)
  })

  it('needs to be accepted before a claim is granted, unless it is optional and empty', () => {
    const pages = [page('form', 1), page('identity', 2)]
    const both = [accepted('form', 1, 1), accepted('identity', 2, 1)]
    expect(areAllAccepted(documentsOf(asked, pages, both))).toBe(true)
    const more = [...pages, page('choice', 3)]
    expect(areAllAccepted(documentsOf(asked, more, both))).toBe(false)
  })
})

describe('the document that an agent reads', () => {
  const pages = [page('form', 1), page('identity', 2)]

  it('is the one asked for, or the first to review, or the first', () => {
    const documents = documentsOf(asked, pages, [accepted('form', 1, 1)])
    expect(documentInHand(documents, '')?.code).toBe('identity')
    expect(documentInHand(documents, 'form')?.code).toBe('form')
    expect(documentInHand(documents, 'choice')?.code).toBe('identity')
    expect(documentInHand(documentsOf(asked, [], []), '')).toBeUndefined()
  })

  it('is followed by the next to review, then round and round', () => {
    const documents = documentsOf(asked, pages, [])
    expect(documentAfter(documents, 'form')?.code).toBe('identity')
    expect(documentAfter(documents, 'identity')?.code).toBe('form')
    expect(documentAfter(documentsOf(asked, [page('form', 1)], []), 'form')).toBeUndefined()
  })
})
