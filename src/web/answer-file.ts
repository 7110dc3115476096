import type { Page } from './site.ts'

interface Download {
  readonly name: string
  readonly type: string
  readonly body: string | Uint8Array
}

interface Streamed extends Omit<Download, 'body'> {
  readonly body: ReadableStream<Uint8Array>
  /** Called once, when all is sent, when it fails, or when the visitor is gone. */
  readonly end: () => void
}

/** The same, written while it is sent: a hundred thousand lines are never held at once. */
export function answerStream(page: Page, { name, type, body, end }: Streamed): Response {
  return page.body(endedBy(body, end), 200, headersOf(name, type))
}

/** Texts, one after the other as they are asked for. */
export function textStream(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await texts.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}

function endedBy(body: ReadableStream<Uint8Array>, end: () => void): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (value) controller.enqueue(value)
        if (!done) return
        end()
        controller.close()
      } catch (error) {
        end()
        throw error
      }
    },
    async cancel(reason) {
      end()
      await reader.cancel(reason)
    },
  })
}

/** Answers with a file to keep, never to run: its name is encoded (RFC 6266), its type is not guessed. */
export function answerFile(page: Page, { name, type, body }: Download): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
  return page.body(bytes, 200, headersOf(name, type))
}

function headersOf(name: string, type: string) {
  return {
    'Content-Type': type,
    'Content-Disposition': contentDisposition(name),
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  }
}

export function contentDisposition(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
