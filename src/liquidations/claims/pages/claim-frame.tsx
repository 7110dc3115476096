import type { Child } from 'hono/jsx'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Listed } from '../../../web/components/listed.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { StatusTag } from '../../../web/components/status-tag.tsx'
import type { Fields, Mistakes } from '../../../web/form.ts'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { LiquidationPage } from '../../pages/liquidation-page.tsx'
import type { Claim, ClaimState } from '../claim.ts'

/** A form that came back: what was wrong, what was typed. */
export interface SentBack {
  readonly errors?: Mistakes | undefined
  readonly typed?: Fields | undefined
}

interface Props {
  readonly claim: Claim
  readonly title: string
  readonly lead?: Child | undefined
  readonly errors?: Mistakes | undefined
  readonly wide?: boolean | undefined
  readonly children: Child
}

/** One step of a claim: whose it is stays in sight, and the way back to its tasks. */
export function ClaimStepPage({ claim, title, lead, errors, wide, children }: Props) {
  const own = useVisit().words.claims
  return (
    <LiquidationPage
      title={`${title} · ${claim.reference}`}
      place="claims"
      errors={errors}
      wide={wide}
    >
      <BackLink href={paths.claims.claim({ id: claim.id })}>{own.back}</BackLink>
      <p class="muted">
        <ClaimName claim={claim} />
      </p>
      <PageHead title={title} lead={lead} />
      {children}
    </LiquidationPage>
  )
}

/** «LQ-005839-000012, BENNANI YOUSSEF, Départ à l’âge normal». */
function ClaimName({ claim }: { readonly claim: Claim }) {
  const own = useVisit().words.claims
  return (
    <Listed
      items={[
        <Reference>{claim.reference}</Reference>,
        <bdi>{nameOf(claim)}</bdi>,
        own.kinds[claim.kind],
      ]}
    />
  )
}

export function nameOf({ lastName, firstName }: Pick<Claim, 'lastName' | 'firstName'>): string {
  return `${lastName} ${firstName}`
}

const tones = {
  draft: 'info',
  sent: 'info',
  incomplete: 'wait',
  granted: 'done',
  refused: 'stop',
  withdrawn: 'off',
} as const satisfies Record<ClaimState, 'done' | 'wait' | 'stop' | 'info' | 'off'>

export function ClaimTag({ state }: { readonly state: ClaimState }) {
  const own = useVisit().words.claims
  return <StatusTag tone={tones[state]}>{own.states[state]}</StatusTag>
}
