import { describe, expect, it } from 'vitest'
import { inQueueView, queueViewIn } from './queue-view.ts'

describe('the view of the queue that a case was opened from', () => {
  const view = 'type=claim&retard=on'

  it('goes on to the pages of the agency, beside what they ask and before their part', () => {
    expect(inQueueView(view, '/agence/liquidations/1?piece=identity')).toBe(
      '/agence/liquidations/1?piece=identity&file=type%3Dclaim%26retard%3Don',
    )
    expect(inQueueView('', '/agence/dossiers/1#opposition')).toBe(
      '/agence/dossiers/1?file=#opposition',
    )
  })

  it('opens the queue again as it was narrowed, and whole when it was whole', () => {
    expect(inQueueView(view, '/agence')).toBe(`/agence?${view}`)
    expect(inQueueView('', '/agence')).toBe('/agence?etat=waiting')
  })

  it('leaves alone what names a view already, what is elsewhere, and pages of no case', () => {
    for (const to of ['/agence?type=newcomer', '/agence/x?file=', '/mon-compte', '/agence-x'])
      expect(inQueueView(view, to)).toBe(to)
    expect(inQueueView(null, '/agence/dossiers/1')).toBe('/agence/dossiers/1')
  })

  it('is an address, whatever somebody wrote for it', () => {
    expect(queueViewIn('type=claim\r\nSet-Cookie: a=b')).not.toMatch(/[\r\n]/)
    expect(queueViewIn('x'.repeat(9_000))).toHaveLength(501)
    expect(queueViewIn(undefined)).toBeNull()
  })
})
