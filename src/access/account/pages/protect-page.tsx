import { Actions, ButtonLink } from '../../../web/components/button.tsx'
import { Layout } from '../../../web/layout.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'

/** Which second factor suits whom, in plain words, before anything is set up (product U4). */
export function ProtectPage({ next }: { readonly next: string }) {
  const { protect } = useVisit().words.passkeys
  return (
    <Layout title={protect.title}>
      <PageHead title={protect.title} lead={protect.lead} />
      <section>
        <h2>{protect.passkey}</h2>
        <p>{protect.passkeySuits}</p>
        <p class="hint">{protect.passkeyNot}</p>
        <Actions>
          <ButtonLink href={paths.account.addPasskey()} kind="primary">
            {protect.addPasskey}
          </ButtonLink>
        </Actions>
      </section>
      <section>
        <h2>{protect.application}</h2>
        <p>{protect.applicationSuits}</p>
        <Actions>
          <ButtonLink href={paths.account.secondFactor()}>{protect.addApplication}</ButtonLink>
        </Actions>
      </section>
      <section>
        <h2>{protect.securityKey}</h2>
        <p>{protect.securityKeySuits}</p>
      </section>
      <Actions>
        <ButtonLink href={next} kind="link">
          {protect.later}
        </ButtonLink>
      </Actions>
    </Layout>
  )
}
