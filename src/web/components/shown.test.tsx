import type { JSX } from 'hono/jsx/jsx-runtime'
import { describe, expect, it } from 'vitest'
import { sampleVisit } from '../../../test/support/visit.ts'
import { localDate } from '../../calendar/index.ts'
import { centimes } from '../../money/index.ts'
import { renderPage } from '../render-page.tsx'
import type { Language } from '../words/language.ts'
import { Clock } from './clock.tsx'
import { DateText } from './date-text.tsx'
import { Meter } from './meter.tsx'
import { Money } from './money.tsx'
import { Pagination } from './pagination.tsx'
import { Reference } from './reference.tsx'
import { Sentence } from './sentence.tsx'
import { StatusTag } from './status-tag.tsx'
import { Summary } from './summary.tsx'
import { Table } from './table.tsx'

const show = (node: JSX.Element, language: Language = 'fr') =>
  renderPage(sampleVisit(language), node).replace('<!doctype html>', '')
const hour = 3_600_000

describe('amounts, numbers and dates in both languages', () => {
  it('keeps the digits of an amount in order in Arabic', () => {
    expect(show(<Money amount={centimes(-1_449_011)} />, 'ar')).toBe(
      '<bdi class="money"><bdi dir="ltr">−14\u202f490,11</bdi>\u00a0درهم</bdi>',
    )
  })

  it('leaves the unit to the heading of a column', () => {
    expect(show(<Money amount={centimes(100)} bare />)).not.toContain('DH')
    expect(show(<Money amount={centimes(100)} bare isDifference />)).toContain('>+1,00<')
    expect(show(<Money amount={centimes(0)} bare isDifference />)).toContain('>0,00<')
  })

  it('gives machines the date that it gives people', () => {
    expect(show(<DateText date={localDate('2026-07-15')} />)).toBe(
      '<time datetime="2026-07-15">15 juillet 2026</time>',
    )
  })

  it('isolates a reference from the sentence around it', () => {
    expect(show(<Reference>{'<007>'}</Reference>)).toBe(
      '<bdi dir="ltr" class="reference">&lt;007&gt;</bdi>',
    )
  })

  it('never parts a code that a sentence names', () => {
    const sentence = 'مدرج في أمر التحويل \u2066TR-6TCR-RTMP\u2069 المعد يوم 4 نونبر'
    expect(show(<Sentence>{sentence}</Sentence>, 'ar')).toBe(
      sentence.replace('TR-6TCR-RTMP', '<bdi dir="ltr" class="whole">TR-6TCR-RTMP</bdi>'),
    )
    expect(show(<Sentence>Ordre OP-005839-000003 : 3 000,00 DH</Sentence>)).toContain(
      '>OP-005839-000003<',
    )
    expect(show(<Sentence>Le SALON-AB-CD, 12-13</Sentence>)).not.toContain('bdi')
  })
})

describe('states', () => {
  it('are a word and a shape, never a colour alone', () => {
    const shapes = (['done', 'wait', 'stop', 'info', 'off'] as const).map((tone) => {
      const html = show(<StatusTag tone={tone}>État</StatusTag>)
      expect(html).toContain('État')
      return /<svg.*?>(.*)<\/svg>/.exec(html)?.[1]
    })
    expect(new Set(shapes).size).toBe(5)
  })

  it('say what is left of the 48 hours', () => {
    const clock = (hours: number) =>
      show(<Clock remainingMs={hours * hour} allowedMs={48 * hour} />)
    expect(clock(31.5)).toContain('Il reste 31\u00a0h\u00a030')
    expect(clock(31.5)).toContain('is-off')
    expect(clock(0.25)).toContain('Il reste 15\u00a0min')
    expect(clock(5)).toContain('is-wait')
    expect(clock(-2.4)).toContain('Délai dépassé de 2\u00a0h')
    expect(clock(-2.4)).toContain('is-stop')
  })

  it('say that time does not run while the applicant owes something', () => {
    expect(show(<Clock remainingMs={-hour} allowedMs={48 * hour} paused />)).toContain(
      'Délai en pause',
    )
  })

  it('leave room in a bar for what is rare and nothing for what is absent', () => {
    const html = show(
      <Meter
        parts={[
          { tone: 'done', count: 9999, label: 'prêtes' },
          { tone: 'stop', count: 1, label: 'à corriger' },
          { tone: 'wait', count: 0, label: 'à confirmer' },
        ]}
      />,
    )
    const widths = [...html.matchAll(/width="([\d.]+)%" height="10">/g)].map(([, w]) => Number(w))
    expect(widths).toHaveLength(2)
    expect(widths[1]).toBeGreaterThan(0.9)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 1)
  })
})

describe('lists', () => {
  const columns = [
    { head: 'Nom', cell: (row: { name: string }) => row.name },
    { head: 'Montant', cell: () => '', numeric: true },
  ]

  it('name the row and the column of every cell', () => {
    const html = show(<Table caption="Gens" columns={columns} rows={[{ name: '<i>' }]} />)
    expect(html).toContain('<caption class="visually-hidden">Gens</caption>')
    expect(html).toContain('<th scope="row"><div>&lt;i&gt;</div></th>')
    expect(html).toContain('<th scope="col" class="numeric">Montant</th>')
    expect(html).toContain('data-label="Montant"')
  })

  it('say what to do first instead of showing an empty table', () => {
    const html = show(<Table caption="Gens" columns={columns} rows={[]} empty={<p>Rien</p>} />)
    expect(html).toBe('<p>Rien</p>')
  })

  it('show pages only when there are several, and never lead outside them', () => {
    const page = (n: number, of: number) =>
      show(<Pagination page={n} pages={of} href={(to) => `?page=${to}`} />)
    expect(page(1, 1)).toBe('')
    expect(page(1, 3)).not.toContain('rel="prev"')
    expect(page(3, 3)).not.toContain('rel="next"')
    expect(page(2, 3)).toContain('Page 2 sur 3')
  })

  it('say which answer each «Modifier» changes', () => {
    const html = show(
      <Summary rows={[{ question: 'Raison sociale', answer: 'Atlas', href: '/x' }]} />,
    )
    expect(html).toContain('Modifier<span class="visually-hidden"> (Raison sociale)</span>')
  })
})
