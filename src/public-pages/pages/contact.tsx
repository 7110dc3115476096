import { DescriptionList } from '../../web/components/description-list.tsx'
import { useVisit } from '../../web/visit.ts'

/** How to reach the Agence Virtuelle: the same three ways everywhere. */
export function Contact() {
  const { fund, words } = useVisit()
  const { contact } = words.home
  return (
    <DescriptionList
      rows={[
        { term: contact.to, value: <bdi>{fund.contact}</bdi> },
        {
          term: contact.post,
          value: (
            <bdi>
              {fund.agencyName}
              {fund.agencyAddress.map((line) => (
                <>
                  <br />
                  {line}
                </>
              ))}
            </bdi>
          ),
        },
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
            <a href={`tel:${fund.agencyPhone.replace(/[^+\d]/g, '')}`}>
              <bdi dir="ltr">{fund.agencyPhone}</bdi>
            </a>
          ),
        },
      ]}
    />
  )
}
