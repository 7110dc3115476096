import { refuse } from '../actors/refusal.ts'
import type { AppContext } from '../context.ts'
import { paths } from '../web/paths.ts'
import { show, type Site } from '../web/site.ts'
import { findKeptMail, listKeptMails } from './kept-mail.ts'
import { mailPieces } from './mail-text.ts'
import { AccessibilityPage } from './pages/accessibility.tsx'
import { EmployersPage } from './pages/employers.tsx'
import { HelpPage } from './pages/help.tsx'
import { HomePage } from './pages/home.tsx'
import { LegalPage } from './pages/legal.tsx'
import { MailPage, MailsPage } from './pages/mails.tsx'
import { readMeasuredDelay } from './read-measured-delay.ts'
import { readNextDeadline } from './read-next-deadline.ts'

const power = 'site.visit'

/** The pages that anybody may read (product P1), and the mails of a demonstration. */
export function mountPublicPages(site: Site, app: AppContext): void {
  site.get(paths.home.pattern, { power, audit: 'home.read' }, async (page) =>
    show(
      page,
      <HomePage
        deadline={await readNextDeadline(app)}
        measuredDelay={await readMeasuredDelay(app)}
      />,
    ),
  )
  site.get(paths.employers.pattern, { power, audit: 'home.employers' }, (page) =>
    show(page, <EmployersPage />),
  )
  site.get(paths.help.pattern, { power, audit: 'home.help' }, (page) => show(page, <HelpPage />))
  site.get(paths.legal.pattern, { power, audit: 'home.legal' }, (page) => show(page, <LegalPage />))
  site.get(paths.accessibility.pattern, { power, audit: 'home.accessibility' }, (page) =>
    show(page, <AccessibilityPage />),
  )
  mountMails(site, app)
}

/** Real mail is nobody else's to read: outside a demonstration these pages do not exist (decision: demonstration). */
function mountMails(site: Site, app: AppContext): void {
  const { dataFolder, demonstration, url } = app.config
  site.get(paths.mails.pattern, { power, audit: 'mails.list' }, async (page) => {
    if (!demonstration) return refuse('web.not_found')
    return show(page, <MailsPage mails={await listKeptMails(dataFolder)} />)
  })
  site.get(paths.mail.pattern, { power, audit: 'mails.read' }, async (page) => {
    if (!demonstration) return refuse('web.not_found')
    const mail = await findKeptMail(dataFolder, page.req.param('id') ?? '')
    if (!mail) return refuse('web.not_found')
    return show(page, <MailPage mail={mail} pieces={mailPieces(mail.text, new URL(url).origin)} />)
  })
}
