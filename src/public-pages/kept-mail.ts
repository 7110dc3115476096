import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** A mail of the demonstration, as the folder keeps it (decision: /courriels exists only in a demonstration). */
export interface KeptMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly at: Date
}

const schema = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.coerce.date(),
})

const nameOfMail = /^([0-9a-f-]{36})\.json$/
export const shownMails = 100

/** The newest mails, newest first. A file that is not a mail is passed over: the folder is anybody's to look into. */
export async function listKeptMails(dataFolder: string): Promise<KeptMail[]> {
  const folder = path.join(dataFolder, 'mail')
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(
    names
      .filter((name) => nameOfMail.test(name))
      .map(async (name) => ({ name, at: (await stat(path.join(folder, name))).mtimeMs })),
  )
  const newest = files.sort((a, b) => b.at - a.at).slice(0, shownMails)
  const mails = await Promise.all(newest.map(({ name }) => readMail(path.join(folder, name))))
  return mails.filter((mail) => mail !== undefined).sort((a, b) => b.at.getTime() - a.at.getTime())
}

export async function findKeptMail(dataFolder: string, id: string): Promise<KeptMail | undefined> {
  return nameOfMail.test(`${id}.json`)
    ? readMail(path.join(dataFolder, 'mail', `${id}.json`))
    : undefined
}

async function readMail(file: string): Promise<KeptMail | undefined> {
  const content = await readFile(file, 'utf8').catch(() => undefined)
  if (content === undefined) return undefined
  try {
    return schema.parse(JSON.parse(content))
  } catch {
    return undefined
  }
}
