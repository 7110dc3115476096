import { BackLink } from '../../web/components/back-link.tsx'
import { DateText } from '../../web/components/date-text.tsx'
import { DescriptionList } from '../../web/components/description-list.tsx'
import { EmptyState } from '../../web/components/empty-state.tsx'
import { Sheet } from '../../web/components/figure.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Table } from '../../web/components/table.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { type KeptMail, shownMails } from '../kept-mail.ts'
import type { MailPiece } from '../mail-text.ts'

/** The mails of a demonstration, newest first. */
export function MailsPage({ mails }: { readonly mails: readonly KeptMail[] }) {
  const { words } = useVisit()
  const text = words.home.mails
  return (
    <Layout title={text.title} wide>
      <PageHead title={text.title} lead={text.lead} />
      <Table
        caption={text.caption}
        rows={mails}
        empty={<EmptyState title={text.empty}>{text.emptyNext}</EmptyState>}
        columns={[
          {
            head: text.subject,
            cell: ({ id, subject }) => (
              <a href={paths.mail({ id })}>
                <bdi>{subject || text.noSubject}</bdi>
              </a>
            ),
          },
          { head: text.to, cell: ({ to }) => <bdi dir="ltr">{to}</bdi> },
          { head: text.at, cell: ({ at }) => <DateText date={at} /> },
        ]}
      />
      {mails.length >= shownMails ? <p class="muted">{text.limited(shownMails)}</p> : null}
    </Layout>
  )
}

interface MailProps {
  readonly mail: KeptMail
  readonly pieces: readonly MailPiece[]
}

/** One mail as its reader would see its text; only the portal's own addresses can be followed. */
export function MailPage({ mail, pieces }: MailProps) {
  const { words } = useVisit()
  const text = words.home.mails
  return (
    <Layout title={mail.subject || text.noSubject}>
      <BackLink href={paths.mails()}>{text.title}</BackLink>
      <PageHead title={<bdi>{mail.subject || text.noSubject}</bdi>} />
      <DescriptionList
        rows={[
          { term: text.to, value: <bdi dir="ltr">{mail.to}</bdi> },
          { term: text.at, value: <DateText date={mail.at} /> },
        ]}
      />
      <Sheet>
        <div class="mail-text" dir="auto">
          {pieces.map(({ text: piece, href }) =>
            href ? (
              <a href={href} dir="ltr">
                {piece}
              </a>
            ) : (
              piece
            ),
          )}
        </div>
      </Sheet>
    </Layout>
  )
}
