import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'

export interface Envelope {
  /** Same id, same mail: a second delivery attempt overwrites, or is recognised by its Message-ID. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly at: Date
}

export interface Mailer {
  send(envelope: Envelope): Promise<void>
  close(): void
}

/** Real mail. The address is given already parsed, so that no part of it is read as another recipient. */
export function smtpMailer(url: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
  })
  return {
    async send(envelope) {
      await transport.sendMail({
        messageId: `<${envelope.id}@guichet>`,
        from: envelope.from,
        to: { name: '', address: envelope.to },
        subject: envelope.subject,
        text: envelope.text,
        html: envelope.html,
        date: envelope.at,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
    close: () => transport.close(),
  }
}

/** Without a mail server, mail is kept in a folder, one JSON file each, and read at /courriels in a demonstration. */
export function folderMailer(folder: string): Mailer {
  return {
    async send(envelope) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = path.join(folder, `${envelope.id}.json`)
      await writeFile(`${file}.part`, JSON.stringify(envelope, null, 2), { mode: 0o600 })
      await rename(`${file}.part`, file)
    },
    close: () => undefined,
  }
}
