import type { Page } from './site.ts'

interface Download {
  readonly name: string
  readonly type: string
  readonly body: string | Uint8Array
}

/** Answers with a file to keep, never to run: its name is encoded (RFC 6266), its type is not guessed. */
export function answerFile(page: Page, { name, type, body }: Download): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
  return page.body(bytes, 200, {
    'Content-Type': type,
    'Content-Disposition': contentDisposition(name),
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  })
}

export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
