import { z } from 'zod'
import type { DelegateActor } from '../../actors/actor.ts'
import type { AppContext } from '../../context.ts'
import { type ParsedRib, parseRib } from '../../employers/rib.ts'
import { printedLetter } from '../../letters/printed-letter.ts'
import { answerFile } from '../../web/answer-file.ts'
import {
  choice,
  type Fields,
  line,
  type Mistakes,
  parseForm,
  tick,
  versionOf,
} from '../../web/form.ts'
import { paths } from '../../web/paths.ts'
import { idOf } from '../../web/route-id.ts'
import { attempt, type Page, redirect, show, type Site } from '../../web/site.ts'
import type { Words } from '../../web/words/index.ts'
import { addBankAccount } from './add-bank-account.ts'
import { changePaymentSettings, type SettingsOutcome } from './change-payment-settings.ts'
import { parseCeilings } from './forms/ceilings-form.ts'
import { WeakerConfirmationsPage } from './pages/confirmations.tsx'
import { InformationPage } from './pages/information.tsx'
import { NewAccountPage } from './pages/new-account.tsx'
import { readAccounts, readMandateLetter } from './read-accounts.ts'
import { readAdministration } from './read-administration.ts'
import { removeBankAccount } from './remove-bank-account.ts'
import { renewDebitMandate } from './renew-debit-mandate.ts'

/** «Informations Générales»: the first cell of the band, and what is set there (product A3). */
export function mountInformation(site: Site, app: AppContext): void {
  const own = paths.administration
  site.get(
    own.information.pattern,
    { power: 'company.manage', audit: 'company.show' },
    (page, actor) => showInformation(app, page, actor),
  )
  site.post(
    own.confirmations.pattern,
    { power: 'company.manage', audit: 'company.change_confirmations' },
    (page, actor) => setConfirmations(app, page, actor),
  )
  site.post(
    own.ceilings.pattern,
    { power: 'company.manage', audit: 'company.change_ceilings' },
    (page, actor) => setCeilings(app, page, actor),
  )
  site.get(
    own.accounts.pattern,
    { power: 'company.manage', audit: 'accounts.new' },
    (page, actor) => showNewAccount(app, page, actor),
  )
  site.post(
    own.accounts.pattern,
    { power: 'company.manage', audit: 'accounts.add' },
    (page, actor) => addAccount(app, page, actor),
  )
  site.post(
    own.accountMandate.pattern,
    { power: 'company.manage', audit: 'accounts.renew_mandate' },
    async (page, actor) => {
      const { language, words } = page.var.visit
      const { reference } = await renewDebitMandate(app, actor, { accountId: idOf(page), language })
      return redirect(page, own.information(), words.administration.accounts.added(reference))
    },
  )
  site.post(
    own.accountRemoval.pattern,
    { power: 'company.manage', audit: 'accounts.remove' },
    async (page, actor) => {
      const { account } = await removeBankAccount(app, actor, idOf(page))
      const { removed } = page.var.visit.words.administration.accounts
      return redirect(page, own.information(), removed(account))
    },
  )
  site.get(
    own.accountLetter.pattern,
    { power: 'company.manage', audit: 'accounts.print_mandate', heavy: true },
    async (page, actor) => {
      const letter = await readMandateLetter(app, actor, idOf(page))
      const pdf = await app.pdf.render(printedLetter(letter, app.config.fund))
      return answerFile(page, {
        name: `${letter.reference}.pdf`,
        type: 'application/pdf',
        body: pdf,
      })
    },
  )
}

interface Wrong {
  readonly errors: Mistakes
  readonly typed: Fields
  readonly status: 409 | 422
  /** Which of the two forms. */
  readonly sent?: 'confirmations' | 'ceilings'
}

async function showInformation(app: AppContext, page: Page, actor: DelegateActor, wrong?: Wrong) {
  const administration = await readAdministration(app, actor)
  const own = await readAccounts(app, actor)
  return show(
    page,
    <InformationPage
      administration={administration}
      {...own}
      errors={wrong?.errors}
      typed={wrong?.typed}
      sent={wrong?.sent}
    />,
    wrong?.status,
  )
}

async function setConfirmations(app: AppContext, page: Page, actor: DelegateActor) {
  const { words } = page.var.visit
  const form = parseForm(confirmationsSchema(words), page.var.fields)
  const sent = 'confirmations'
  if (!form.ok) return showInformation(app, page, actor, { ...form, status: 422, sent })
  const done = await attempt(page, () =>
    changePaymentSettings(app, actor, { ...form.value, version: versionOf(page.var.fields) }),
  )
  if (!done.ok) {
    const errors = { '': done.sentence }
    return showInformation(app, page, actor, { errors, typed: {}, status: 409, sent })
  }
  if (done.value === 'to_confirm') {
    const administration = await readAdministration(app, actor)
    const { confirmationsRequired: confirmations, selfConfirmation } = form.value.settings
    return show(
      page,
      <WeakerConfirmationsPage
        administration={administration}
        confirmations={confirmations}
        selfConfirmation={selfConfirmation}
      />,
    )
  }
  return redirect(page, paths.administration.information(), noticeOf(done.value, words))
}

function noticeOf(outcome: Exclude<SettingsOutcome, 'to_confirm'>, words: Words): string {
  const { saved, waiting, unchanged } = words.administration.confirmations
  return { changed: saved, waiting, unchanged }[outcome]
}

/** The most that one order, and one day, may take (product E1). */
async function setCeilings(app: AppContext, page: Page, actor: DelegateActor) {
  const { words } = page.var.visit
  const { fields } = page.var
  const form = parseCeilings(fields, words.administration.ceilings)
  const sent = 'ceilings'
  if (!form.ok) return showInformation(app, page, actor, { ...form, status: 422, sent })
  const change = { settings: form.value, version: versionOf(fields), isConfirmed: true }
  const done = await attempt(page, () => changePaymentSettings(app, actor, change))
  if (!done.ok || done.value === 'to_confirm') {
    const errors = { '': done.ok ? '' : done.sentence }
    return showInformation(app, page, actor, { errors, typed: fields, status: 409, sent })
  }
  const { saved } = words.administration.ceilings
  const notice = done.value === 'changed' ? saved : noticeOf(done.value, words)
  return redirect(page, paths.administration.information(), notice)
}

/** 1 or 2 (leaflet, E@syPaiement, step 1); confirming one's own order goes with 1 only (decision: self-confirmation). */
function confirmationsSchema(words: Words) {
  const own = words.administration.confirmations
  return z
    .object({
      confirmations: choice(['1', '2'], own.needed),
      selfConfirmation: tick(),
      confirmed: tick(),
    })
    .transform(({ confirmations, selfConfirmation, confirmed }, context) => {
      if (confirmations === '2' && selfConfirmation) {
        context.addIssue({ code: 'custom', message: own.selfWithTwo, path: ['selfConfirmation'] })
        return z.NEVER
      }
      const confirmationsRequired: 1 | 2 = confirmations === '1' ? 1 : 2
      return { settings: { confirmationsRequired, selfConfirmation }, isConfirmed: confirmed }
    })
}

async function showNewAccount(app: AppContext, page: Page, actor: DelegateActor, wrong?: Wrong) {
  const administration = await readAdministration(app, actor)
  return show(
    page,
    <NewAccountPage administration={administration} errors={wrong?.errors} typed={wrong?.typed} />,
    wrong?.status,
  )
}

async function addAccount(app: AppContext, page: Page, actor: DelegateActor) {
  const { words, language } = page.var.visit
  const form = parseForm(accountSchema(words), page.var.fields)
  if (!form.ok) return showNewAccount(app, page, actor, { ...form, status: 422 })
  const done = await attempt(page, () => addBankAccount(app, actor, { ...form.value, language }))
  if (!done.ok) {
    const errors = { rib: done.sentence }
    return showNewAccount(app, page, actor, { errors, typed: page.var.fields, status: 409 })
  }
  const notice = words.administration.accounts.added(done.value.reference)
  return redirect(page, paths.administration.information(), notice)
}

function accountSchema(words: Words) {
  const own = words.administration.accounts
  const sentences: Record<Extract<ParsedRib, { ok: false }>['reason'], string> = {
    length: own.ribLength,
    characters: own.ribCharacters,
    key: own.ribKey,
  }
  return z.object({
    rib: z
      .preprocess((value) => (typeof value === 'string' ? value : ''), z.string())
      .transform((typed, context) => {
        const parsed = parseRib(typed)
        if (parsed.ok) return parsed.value
        context.addIssue({ code: 'custom', message: sentences[parsed.reason] })
        return z.NEVER
      }),
    holder: line(own.holderNeeded, words.administration.mistakes.tooLong),
  })
}
