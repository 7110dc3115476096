import { randomUUID } from 'node:crypto'
import type { EmployedActor } from '../../actors/actor.ts'
import { refuse } from '../../actors/refusal.ts'
import type { AppContext } from '../../context.ts'
import { isRowId } from '../../platform/db/row-id.ts'
import { answerFile } from '../../web/answer-file.ts'
import { type Mistakes, text } from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import { companyKinds } from './attestation.ts'
import { issueAttestation } from './issue-attestation.ts'
import { issueCareerStatement } from './issue-career-statement.ts'
import { AttestationsPage } from './pages/attestations.tsx'
import { VerificationPage } from './pages/verification.tsx'
import { printedAttestation } from './printed-attestation.ts'
import { readAttestation, readAttestations } from './read-attestations.ts'
import { verifyAttestation } from './verify-attestation.ts'

const power = 'account.read'

/** «Attestations» of «Compte Adhérent», and the public page that checks a code (product C6). */
export function mountAttestations(site: Site, app: AppContext): void {
  const { attestations, attestationPdf } = paths.employerAccount
  site.get(attestations.pattern, { power, audit: 'attestations.list' }, (page, actor) =>
    showAttestations(page, app, actor),
  )
  site.post(attestations.pattern, { power, audit: 'attestation.ask' }, async (page, actor) => {
    const { fields, visit } = page.var
    const kind = companyKinds.find((one) => one === text(fields, 'sorte'))
    if (!kind) return refuse('web.form_expired')
    const id = keyOf(page)
    const done = await attempt(page, () => issueAttestation(app, actor, { id, kind }))
    if (done.ok) return redirect(page, attestations(), visit.words.ledger.attestations.done)
    return showAttestations(page, app, actor, { '': done.sentence })
  })
  site.get(
    attestationPdf.pattern,
    { power, audit: 'attestation.print', heavy: true },
    async (page, actor) => {
      const attestation = await readAttestation(app, actor, idOf(page))
      const fund = { ...app.config.fund, url: app.config.url }
      const body = await app.pdf.render(
        printedAttestation(attestation, fund, page.var.visit.language),
      )
      return answerFile(page, { name: `${attestation.code}.pdf`, type: 'application/pdf', body })
    },
  )
  mountCareerStatements(site, app)
  mountVerification(site, app)
}

/** The statement of a member, asked for on that person's page; it is then printed as any attestation (product C4). */
function mountCareerStatements(site: Site, app: AppContext): void {
  const { memberStatement, attestationPdf } = paths.employerAccount
  site.post(memberStatement.pattern, { power, audit: 'member.print' }, async (page, actor) => {
    const [id, membershipId] = [keyOf(page), idOf(page)]
    const { language } = page.var.visit
    await issueCareerStatement(app, actor, { id, membershipId, language })
    return redirect(page, attestationPdf({ id }))
  })
}

function keyOf(page: Page): string {
  const key = text(page.var.fields, 'cle')
  return isRowId(key) ? key : randomUUID()
}

function mountVerification(site: Site, app: AppContext): void {
  const { start, code } = paths.verification
  const spec = { power: 'site.visit', audit: 'attestation.verify' } as const
  site.get(start.pattern, spec, (page) => verify(page, app, page.req.query('code')))
  site.get(code.pattern, spec, (page) => verify(page, app, page.req.param('code')))
}

async function verify(page: Page, app: AppContext, asked: string | undefined): Promise<Response> {
  const typed = (asked ?? '').trim().slice(0, 60)
  if (asked === undefined) return show(page, <VerificationPage typed="" />)
  const own = page.var.visit.words.ledger.verification
  const sentBack = (sentence: string, status: 422 | 429) =>
    show(page, <VerificationPage typed={typed} errors={{ code: sentence }} />, status)
  if (typed === '') return sentBack(own.missing, 422)
  const found = await attempt(page, () => verifyAttestation(app, typed, page.var.address))
  if (!found.ok) return sentBack(found.sentence, 429)
  if (!found.value) return sentBack(own.unknown, 422)
  return show(page, <VerificationPage typed={typed} attestation={found.value} />)
}

async function showAttestations(
  page: Page,
  app: AppContext,
  actor: EmployedActor,
  errors?: Mistakes,
): Promise<Response> {
  const view = await readAttestations(app, actor)
  return show(
    page,
    <AttestationsPage
      {...view}
      formKeys={{ regularity: randomUUID(), affiliation: randomUUID() }}
      errors={errors}
    />,
    errors ? 409 : 200,
  )
}
