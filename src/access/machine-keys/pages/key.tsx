import { addDays, localDateAt } from '../../../calendar/index.ts'
import { BackLink } from '../../../web/components/back-link.tsx'
import { Actions, Button } from '../../../web/components/button.tsx'
import { DateText } from '../../../web/components/date-text.tsx'
import { DescriptionList } from '../../../web/components/description-list.tsx'
import { Form } from '../../../web/components/form.tsx'
import { Note } from '../../../web/components/note.tsx'
import { PageHead } from '../../../web/components/page-head.tsx'
import { Reference } from '../../../web/components/reference.tsx'
import { paths } from '../../../web/paths.ts'
import { useVisit } from '../../../web/visit.ts'
import { PageFrame } from '../../administration/pages/page-frame.tsx'
import { standingOfKey } from '../machine-key.ts'
import type { KeyView } from '../read-keys.ts'
import { KeyTag } from './key-tag.tsx'
import { WhatItDoes } from './keys.tsx'

/** One key: what it may do, what it did last, and how to end it. */
export function KeyPage({ administration, shown: key }: KeyView) {
  const { words } = useVisit()
  const said = words.keys
  const { now } = administration
  const standing = standingOfKey(key, now)
  return (
    <PageFrame
      title={key.name}
      administration={administration}
      current={paths.administration.information()}
    >
      <BackLink href={paths.administration.keys()}>{said.title}</BackLink>
      <PageHead title={<bdi>{key.name}</bdi>} lead={<KeyTag of={key} now={now} />} />
      {standing === 'suspended' ? <Note tone="warning">{said.suspendedWhy}</Note> : null}
      {standing === 'ends_soon' ? (
        <Note tone="warning" title={said.endsSoon}>
          {said.endsSoonText}
        </Note>
      ) : null}
      <Facts of={key} />
      {standing === 'revoked' || standing === 'expired' ? null : (
        <section>
          <h2>{said.revokeTitle}</h2>
          <p>{said.revokeText}</p>
          <Form action={paths.administration.revokeKey({ id: key.id })}>
            <Actions>
              <Button kind="stop">{said.revoke}</Button>
            </Actions>
          </Form>
        </section>
      )}
    </PageFrame>
  )
}

function Facts({ of: key }: { readonly of: KeyView['shown'] }) {
  const { words } = useVisit()
  const said = words.keys.facts
  const { revokedAt, lastUsedAt, lastRefusedAt, addresses } = key
  return (
    <DescriptionList
      rows={[
        { term: said.service, value: words.administration.services[key.service] },
        { term: said.does, value: <WhatItDoes of={key} /> },
        { term: said.starts, value: <Reference>{`${key.secretStart}…`}</Reference> },
        {
          term: said.made,
          value: <DateText date={key.createdAt} />,
          note: <bdi>{said.by(key.madeBy)}</bdi>,
        },
        {
          term: said.ends,
          value: <DateText date={addDays(localDateAt(key.expiresAt), -1)} />,
        },
        {
          term: said.lastUse,
          value: lastUsedAt ? <DateText date={lastUsedAt} /> : words.keys.neverUsed,
        },
        ...(lastRefusedAt
          ? [
              {
                term: said.lastRefusal,
                value: <DateText date={lastRefusedAt} />,
                note: <a href={refusalsOf(key.id)}>{said.whyRefused}</a>,
              },
            ]
          : []),
        {
          term: said.addresses,
          value:
            addresses.length === 0 ? said.everywhere : <Reference>{addresses.join(' ')}</Reference>,
        },
        ...(revokedAt
          ? [
              {
                term: said.revoked,
                value: <DateText date={revokedAt} />,
                // Of nobody in particular when a backup was restored.
                ...(key.revokedBy ? { note: <bdi>{said.by(key.revokedBy)}</bdi> } : {}),
              },
            ]
          : []),
      ]}
    />
  )
}

/** What the trail says of them. */
function refusalsOf(keyId: string): string {
  return `${paths.administration.trail()}?personne=${keyId}&sorte=refused`
}
