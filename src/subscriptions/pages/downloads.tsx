import { letterTitle } from '../../letters/letter-title.ts'
import type { LetterKind } from '../../letters/letter.ts'
import { BackLink } from '../../web/components/back-link.tsx'
import { ButtonLink } from '../../web/components/button.tsx'
import { PageHead } from '../../web/components/page-head.tsx'
import { Layout } from '../../web/layout.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'

/** The three letters of the leaflet, with when each one is for (product A10, public version). */
export function DownloadsPage() {
  const { words } = useVisit()
  const { downloads } = words.subscriptions
  return (
    <Layout title={downloads.title}>
      <BackLink href={paths.employers()}>{words.home.employers.title}</BackLink>
      <PageHead title={downloads.title} lead={downloads.lead} />
      <LetterChoice kind="password_reset" slug="mot-de-passe" when={downloads.reset.when} />
      <LetterChoice kind="email_update" slug="adresse-e-mail" when={downloads.update.when} />
      <LetterChoice kind="renewal" slug="reabonnement" when={downloads.renewal.when} />
      <p class="muted">{downloads.other}</p>
    </Layout>
  )
}

interface ChoiceProps {
  readonly kind: LetterKind
  readonly slug: string
  readonly when: string
}

function LetterChoice({ kind, slug, when }: ChoiceProps) {
  const { fund, language, words } = useVisit()
  const title = letterTitle(kind, fund.name)[language]
  return (
    <section>
      <h2>{title}</h2>
      <p>{when}</p>
      <p>
        <ButtonLink href={paths.downloads.letter({ kind: slug })} hidden={`: ${title}`}>
          {words.subscriptions.downloads.fill}
        </ButtonLink>
      </p>
    </section>
  )
}
