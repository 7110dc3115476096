import { type HTMLElement, parse } from 'node-html-parser'

/** What came back, with its forms and words within reach. */
export interface Screen {
  readonly status: number
  readonly headers: Headers
  readonly body: string
  /** The same to the byte: of a file, its mark too. */
  readonly bytes: Uint8Array
  readonly url: string
  readonly document: HTMLElement
  /** All the visible words, spaces folded. */
  readonly text: string
  readonly title: string
  /** Messages of the error summary. */
  readonly mistakes: string[]
}

type Typed = Readonly<Record<string, string | readonly string[] | File>>

/** A browser without JavaScript: it keeps cookies, follows redirects and sends forms as a browser would. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #fetch: (request: Request) => Promise<Response>
  readonly #origin: string

  constructor(fetch: (request: Request) => Promise<Response>, origin: string) {
    this.#fetch = fetch
    this.#origin = origin
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Screen> {
    return this.request(path, { headers }, true)
  }

  /** One request, redirects not followed. */
  raw(path: string, init: RequestInit = {}): Promise<Screen> {
    return this.request(path, init, false)
  }

  /** Fills the form that posts to `action` (or the page's only other form) on a screen, and follows the answer. */
  async submit(screen: Screen, typed: Typed, action?: string): Promise<Screen> {
    const button = buttonTo(screen, action)
    const form = (button?.closest('form') as HTMLElement | undefined) ?? formOf(screen, action)
    const address = button ? action : form.getAttribute('action')
    const target = new URL(address ?? screen.url, this.#origin + screen.url)
    const pressed = button?.getAttribute('name')
    const body = fill(form, {
      ...(pressed ? { [pressed]: button?.getAttribute('value') ?? '' } : {}),
      ...typed,
    })
    return this.request(target.pathname + target.search, { method: 'POST', body }, true)
  }

  /** Posts fields as they are, with no page before. */
  post(path: string, fields: Record<string, string>): Promise<Screen> {
    return this.request(path, { method: 'POST', body: new URLSearchParams(fields) }, false)
  }

  async request(path: string, init: RequestInit, follow: boolean): Promise<Screen> {
    const headers = new Headers(init.headers)
    if (this.cookies.size > 0) {
      headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    }
    if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', this.#origin)
    const request = await withLength(
      new Request(this.#origin + path, { ...init, headers, redirect: 'manual' }),
    )
    const response = await this.#fetch(request)
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const location = response.headers.get('location')
    if (follow && response.status === 303 && location) {
      await response.arrayBuffer()
      const next = new URL(location, this.#origin + path)
      return this.request(next.pathname + next.search, {}, true)
    }
    return screenOf(response, path)
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';')
    const at = pair.indexOf('=')
    const name = pair.slice(0, at)
    if (attributes.some((one) => one.trim().toLowerCase() === 'max-age=0'))
      this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(at + 1))
  }
}

/** Browsers announce the length of a form; `Request` does not, so the visitor does it for it. */
async function withLength(request: Request): Promise<Request> {
  if (request.method !== 'POST' || request.headers.has('content-length')) return request
  const body = await request.arrayBuffer()
  const headers = new Headers(request.headers)
  headers.set('content-length', String(body.byteLength))
  return new Request(request.url, { method: 'POST', headers, body, redirect: 'manual' })
}

async function screenOf(response: Response, url: string): Promise<Screen> {
  return new Answer(response, url, new Uint8Array(await response.arrayBuffer()))
}

/** Read as far as it is asked about: most answers are looked at for their status, or by a word. */
class Answer implements Screen {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  readonly url: string
  readonly body: string
  #document: HTMLElement | undefined
  #text: string | undefined

  constructor({ status, headers }: Response, url: string, bytes: Uint8Array) {
    this.status = status
    this.headers = headers
    this.url = url
    this.bytes = bytes
    this.body = new TextDecoder().decode(bytes)
  }

  get document(): HTMLElement {
    this.#document ??= parse(this.body)
    return this.#document
  }

  get text(): string {
    this.#text ??= this.document.querySelector('body')?.structuredText.replace(/\s+/g, ' ') ?? ''
    return this.#text
  }

  get title(): string {
    return this.document.querySelector('title')?.text ?? ''
  }

  get mistakes(): string[] {
    return this.document.querySelectorAll('.error-summary li').map((one) => one.text.trim())
  }
}

/** A button that sends its form elsewhere than the form says. */
function buttonTo(screen: Screen, action: string | undefined): HTMLElement | undefined {
  if (action === undefined) return undefined
  return screen.document.querySelector(`button[formaction="${action}"]`) ?? undefined
}

function formOf(screen: Screen, action: string | undefined): HTMLElement {
  const forms = screen.document.querySelectorAll('form[method="post"]')
  const wanted = action
    ? forms.filter((form) => (form.getAttribute('action') ?? screen.url).startsWith(action))
    : forms.filter((form) => form.getAttribute('action') !== '/quitter')
  const form = wanted.find((one) => one.getAttribute('action') === action) ?? wanted[0]
  if (!form)
    throw new Error(
      `no form${action ? ` to ${action}` : ''} on ${screen.url} (${screen.status}): ${screen.text.slice(0, 300)}`,
    )
  return form
}

function fill(form: HTMLElement, typed: Typed): FormData | URLSearchParams {
  const body =
    form.getAttribute('enctype') === 'multipart/form-data' ? new FormData() : new URLSearchParams()
  for (const [name, value] of [...alreadyThere(form, typed), ...entriesOf(typed)]) {
    body.append(name, value as string)
  }
  return body
}

/** Hidden fields, texts already filled, boxes already ticked, selected options: unless typed over. */
function alreadyThere(form: HTMLElement, typed: Typed): [string, string][] {
  const fields = form.querySelectorAll('input, textarea, select').filter((field) => {
    const name = field.getAttribute('name')
    return name !== undefined && name !== '' && !(name in typed)
  })
  return fields.flatMap((field) => {
    const name = field.getAttribute('name') ?? ''
    // A new password is typed twice, as by anybody whose browser runs no script.
    const twice = name.endsWith('Again') ? typed[name.slice(0, -5)] : undefined
    if (typeof twice === 'string') return [[name, twice] as [string, string]]
    return valueOf(field).map((value): [string, string] => [name, value])
  })
}

function valueOf(field: HTMLElement): string[] {
  if (field.tagName === 'TEXTAREA') return [field.text]
  if (field.tagName === 'SELECT') {
    const chosen = field.querySelector('option[selected]') ?? field.querySelector('option')
    return chosen ? [chosen.getAttribute('value') ?? chosen.text] : []
  }
  const type = field.getAttribute('type') ?? 'text'
  if (type === 'file' || type === 'submit') return []
  if (type === 'checkbox' || type === 'radio') {
    return field.hasAttribute('checked') ? [field.getAttribute('value') ?? 'on'] : []
  }
  return [field.getAttribute('value') ?? '']
}

function entriesOf(typed: Typed): [string, string | File][] {
  return Object.entries(typed).flatMap(([name, value]): [string, string | File][] =>
    typeof value === 'string' || value instanceof File
      ? [[name, value]]
      : value.map((one) => [name, one]),
  )
}
