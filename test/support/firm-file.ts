import { paths } from '../../src/web/paths.ts'
import type { TestSite } from './site.ts'
import type { Screen, Visitor } from './visitor.ts'

/** Sends a firm's file of several companies, and gives what became of its parts. */
export async function sendFirmFile(
  site: TestSite,
  visitor: Visitor,
  content: readonly string[] | Uint8Array,
  name = 'toutes.txt',
): Promise<Screen> {
  const page = await visitor.get(paths.firm.file())
  const bytes =
    content instanceof Uint8Array
      ? content
      : new TextEncoder().encode(content.map((line) => `${line}\r\n`).join(''))
  const fichier = new File([new Uint8Array(bytes)], name, { type: 'text/plain' })
  return whileJobsRun(site, visitor, () => visitor.submit(page, { fichier }, paths.firm.file()))
}

/** What a page that waits for a job leads to, once the job is done. */
export async function whileJobsRun(
  site: TestSite,
  visitor: Visitor,
  act: () => Promise<Screen>,
): Promise<Screen> {
  const jobs = setInterval(() => void site.runJobs().catch(() => undefined), 200)
  try {
    const screen = await act()
    await site.runJobs()
    return await visitor.get(screen.url)
  } finally {
    clearInterval(jobs)
  }
}
