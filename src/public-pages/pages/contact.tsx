import { DescriptionList } from '../../web/components/description-list.tsx'
import { Door } from '../../web/components/door.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'

/** The same, in a narrow place: lines instead of terms. */
export function ContactDoor({ title }: { readonly title: string }) {
  const { fund, words } = useVisit()
  return (
    <Door
      title={title}
      note={<Address />}
      links={[
        { label: fund.agencyEmail, href: `mailto:${fund.agencyEmail}` },
        { label: <Phone />, href: telephone(fund.agencyPhone) },
        { label: words.frame.helpAndContact, href: paths.help() },
      ]}
    />
  )
}

function Phone() {
  const { fund } = useVisit()
  return <bdi dir="ltr">{fund.agencyPhone.replaceAll(' ', '\u00a0')}</bdi>
}

function telephone(number: string): string {
  return `tel:${number.replace(/[^+\d]/g, '')}`
}

/** The postal address, to whose attention first, one line each. */
function Address() {
  const { fund } = useVisit()
  return (
    <bdi>
      {[fund.contact, fund.agencyName, ...fund.agencyAddress].map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </bdi>
  )
}

/** How to reach the Agence Virtuelle: the same three ways everywhere. */
export function Contact() {
  const { fund, words } = useVisit()
  const { contact } = words.home
  return (
    <DescriptionList
      rows={[
        { term: contact.post, value: <Address /> },
        {
          term: contact.email,
          value: (
            <a href={`mailto:${fund.agencyEmail}`}>
              <bdi dir="ltr">{fund.agencyEmail}</bdi>
            </a>
          ),
        },
        {
          term: contact.phone,
          value: (
            <a href={telephone(fund.agencyPhone)}>
              <Phone />
            </a>
          ),
        },
      ]}
    />
  )
}
