import type { JSX } from 'hono/jsx/jsx-runtime'
import { describe, expect, it } from 'vitest'
import { sampleVisit, sampleVisitor } from '../../../test/support/visit.ts'
import { renderPage } from '../render-page.tsx'
import { Checkbox } from './checkbox.tsx'
import { Checkboxes, RadioGroup } from './choices.tsx'
import { DateField } from './date-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FileField } from './file-field.tsx'
import { Form } from './form.tsx'
import { PasswordField } from './password-field.tsx'
import { SelectField } from './select-field.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

const show = (node: JSX.Element) => renderPage(sampleVisit(), node)

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
]

const fields = (
  <>
    <TextField name="name" label="Nom" value="Proposé" />
    <PasswordField name="password" label="Mot de passe" autocomplete="new-password" />
    <SelectField name="category" label="Catégorie" options={options} value="a" />
    <RadioGroup name="civility" label="Civilité" options={options} value="a" />
    <Checkboxes name="services" label="Services" options={options} values={['a']} />
    <DateField name="birth" label="Date" />
    <FileField name="proof" label="Pièce" kinds="PDF" accept=".pdf" maxMegabytes={10} />
    <TextArea name="reason" label="Raison" />
    <Checkbox name="agree" label="Je certifie" />
  </>
)
const names = [
  'name',
  'password',
  'category',
  'civility',
  'services',
  'birth',
  'proof',
  'reason',
  'agree',
]

it('asks only for what a scanner can do where papers are sent', () => {
  const field = (accept: string) =>
    show(<FileField name="f" label="F" kinds="K" accept={accept} maxMegabytes={10} />)
  expect(field('.pdf,.jpg')).toContain('numérisez-le')
  expect(field('.txt,.csv')).not.toContain('numérisez-le')
})

describe('a form', () => {
  it('carries the token of the visit and the employer in hand', () => {
    const html = show(<Form action="/x">{fields}</Form>)
    expect(html).toContain('<input type="hidden" name="csrf" value="jeton-de-la-visite"/>')
    expect(html).toContain('<input type="hidden" name="entreprise" value="0190-employer"/>')
  })

  it('names no employer when none is in hand', () => {
    const visitor = { ...sampleVisitor, employer: null }
    const html = renderPage(sampleVisit('fr', { visitor }), <Form action="/x">{fields}</Form>)
    expect(html).not.toContain('name="entreprise"')
  })

  it('carries the version it was shown and the key that makes it count once', () => {
    const html = show(
      <Form action="/x" version={3} idempotencyKey="k">
        {fields}
      </Form>,
    )
    expect(html).toContain('name="version" value="3"')
    expect(html).toContain('name="cle" value="k"')
  })

  it('lets the server judge: the browser stops nothing', () => {
    expect(show(<Form action="/x">{fields}</Form>)).toContain('novalidate')
  })
})

describe('a form that comes back', () => {
  const typed = {
    csrf: 'x',
    name: '"><script>alert(1)</script>',
    password: 'un secret bien long',
    category: 'b',
    civility: 'b',
    services: ['b'],
    birth: '31/02/1985',
    reason: '</textarea><b>',
    agree: 'on',
  }
  const html = show(
    <Form action="/x" errors={{ name: 'Faux' }} typed={typed}>
      {fields}
    </Form>,
  )

  it('keeps what was typed, as text', () => {
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(html).toContain('&lt;/textarea&gt;&lt;b&gt;')
    expect(html).toContain('value="31/02/1985"')
    expect(html).not.toContain('<script>')
  })

  it('keeps every choice', () => {
    expect(html).toMatch(/<option value="b" selected="">/)
    expect(html).toMatch(/name="civility" value="b" checked=""/)
    expect(html).toMatch(/name="services" value="b" checked=""/)
    expect(html).not.toMatch(/value="a" (checked|selected)/)
    expect(html).toMatch(/name="agree" value="on" checked=""/)
  })

  it('never shows a password again', () => {
    expect(html).not.toContain('un secret bien long')
  })

  it('does not bring back what was proposed when it was emptied', () => {
    const emptied = show(
      <Form action="/x" typed={{ csrf: 'x', name: '' }}>
        {fields}
      </Form>,
    )
    expect(emptied).not.toContain('Proposé')
    expect(emptied).not.toContain('checked')
  })
})

describe('the summary of mistakes', () => {
  const errors = Object.fromEntries(
    names.map((name) => [name, `Corrigez ${name}, s’il vous plaît.`]),
  )
  const html = show(
    <main>
      <ErrorSummary errors={errors} prefix="p-" />
      <Form action="/x" errors={errors} prefix="p-">
        {fields}
      </Form>
    </main>,
  )

  it('takes the focus, with or without scripts', () => {
    expect(html).toMatch(
      /class="error-summary"[^>]* tabindex="-1" autofocus=""[^>]*data-enhance="focus"/,
    )
  })

  it('leads to the input of every kind of field', () => {
    for (const name of names) {
      const id = /href="#([^"]+)">Corrigez (\w+)/g
      const links = new Map([...html.matchAll(id)].map(([, to, of]) => [of, to]))
      expect(html).toMatch(
        new RegExp(`<(input|select|textarea) id="${links.get(name)}"[^>]*name="${name}"`),
      )
    }
  })

  it('says the same words above and beside the field', () => {
    for (const sentence of Object.values(errors)) {
      expect(html.split(sentence)).toHaveLength(3)
    }
  })

  it('ties each mistake to its field for those who do not see it', () => {
    for (const name of names) {
      const id = `champ-p-${name}-erreur`
      expect(html).toContain(`id="${id}"`)
      expect(html).toMatch(new RegExp(`aria-describedby="[^"]*${id}"`))
    }
  })

  it('says a mistake of the whole form without a link', () => {
    expect(show(<ErrorSummary errors={{ '': 'Déjà envoyé.' }} />)).toContain(
      '<li>Déjà envoyé.</li>',
    )
  })

  it('is not there when there is no mistake', () => {
    expect(
      show(
        <p>
          <ErrorSummary errors={{}} />
        </p>,
      ),
    ).toBe('<!doctype html><p></p>')
  })
})

describe('fields and password managers (US24)', () => {
  it('names what it asks for', () => {
    const html = show(fields)
    expect(html).toContain('autocomplete="new-password"')
    const code = show(
      <TextField name="code" label="Code" inputmode="numeric" autocomplete="one-time-code" />,
    )
    expect(code).toContain('autocomplete="one-time-code" inputmode="numeric"')
  })

  it('writes numbers and addresses from left to right in both languages, names as they are', () => {
    const dirOf = (node: JSX.Element) => / dir="(\w+)"/.exec(show(node))?.[1]
    expect(dirOf(<TextField name="a" label="A" type="email" />)).toBe('ltr')
    expect(dirOf(<TextField name="a" label="A" inputmode="numeric" />)).toBe('ltr')
    expect(dirOf(<TextField name="a" label="A" />)).toBe('auto')
  })
})
