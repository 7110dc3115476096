import { followCookie } from '../../subscriptions/follow-pass.ts'
import { Note } from '../../web/components/note.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Reference } from '../../web/components/reference.tsx'
import { Table } from '../../web/components/table.tsx'
import { firstPasswordCookie } from '../../access/recovery/first-password-cookie.ts'
import {
  deviceCookie,
  doorCookie,
  guestCookie,
  languageCookie,
  sessionCookie,
} from '../../web/cookies.ts'
import { Layout } from '../../web/layout.tsx'
import { noticeCookieName } from '../../web/site.ts'
import { useVisit } from '../../web/visit.ts'
import { Contact } from './contact.tsx'

/** Who publishes the portal, what it keeps, for how long, with which cookies. */
export function LegalPage() {
  const { demonstration, fund, words } = useVisit()
  const { legal } = words.home
  return (
    <Layout title={legal.title}>
      <PageHead title={legal.title} />
      {demonstration ? <Note tone="warning">{legal.demonstration}</Note> : null}
      <h2>{legal.publisherTitle}</h2>
      <p>{legal.publisher(fund.name)}</p>
      <Contact />
      <h2>{legal.dataTitle}</h2>
      {legal.data.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <h2>{legal.keepTitle}</h2>
      <ul>
        {legal.keep.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <h2>{legal.cookiesTitle}</h2>
      <p>{legal.cookiesLead}</p>
      <Cookies />
      <h2>{legal.securityTitle}</h2>
      <p>{legal.security(fund.agencyEmail)}</p>
    </Layout>
  )
}

const cookieNames = [
  ['guest', guestCookie],
  ['session', sessionCookie],
  ['follow', followCookie],
  ['language', languageCookie],
  ['device', deviceCookie],
  ['door', doorCookie],
  ['firstPassword', firstPasswordCookie],
  ['notice', noticeCookieName],
] as const

function Cookies() {
  const { words } = useVisit()
  const { legal } = words.home
  return (
    <Table
      caption={legal.cookiesTitle}
      rows={cookieNames.map(([key, name]) => ({ name, ...legal.cookies[key] }))}
      columns={[
        { head: legal.cookieName, cell: ({ name }) => <Reference>{name}</Reference> },
        { head: legal.cookieUse, cell: ({ use }) => use },
        { head: legal.cookieLife, cell: ({ life }) => life },
      ]}
    />
  )
}
