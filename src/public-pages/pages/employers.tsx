import { BackLink } from '../../web/components/back-link.tsx'
import { Door, Doors } from '../../web/components/door.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'
import { ContactDoor } from './contact.tsx'
import { serviceDoors } from './home.tsx'

/** «Entreprise adhérente»: every place a company goes to, with who goes there (product P1). */
export function EmployersPage() {
  const { words } = useVisit()
  const { employers, services } = words.home
  return (
    <Layout title={employers.title} wide>
      <BackLink href={paths.home()}>{words.frame.breadcrumbHome}</BackLink>
      <PageHead title={employers.title} lead={employers.lead} />
      <Doors>
        <Door
          title={employers.startTitle}
          links={[
            {
              label: services.subscription,
              href: paths.subscription.start(),
              note: employers.subscription,
              strong: true,
            },
            {
              label: services.administration,
              href: paths.signIn.administration(),
              note: employers.administration,
            },
            { label: services.downloads, href: paths.downloads.list(), note: employers.letters },
          ]}
        />
        <Door
          title={employers.servicesTitle}
          note={employers.servicesNote}
          links={serviceDoors.map(({ name, slug }) => ({
            label: services[name],
            href: paths.signIn.service({ service: slug }),
            note: employers[name],
          }))}
        />
        <ContactDoor title={employers.contactTitle} />
      </Doors>
    </Layout>
  )
}
