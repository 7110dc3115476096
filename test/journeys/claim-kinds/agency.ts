import type { Locator, Page } from 'playwright-core'
import { paths } from '../../../src/web/paths.ts'
import { type Office, write } from './office.ts'

const own = paths.agency

/** From the queue, as an agent finds it. */
export async function open(agent: Page, id: string): Promise<void> {
  await agent.goto(`${own.queue()}?type=claim`)
  await agent
    .locator(`main a[href*="${own.claim({ id })}"]`)
    .first()
    .click()
  await agent.waitForURL(`**${own.claim({ id })}*`)
}

/** The card cannot be read: the company is asked for another. */
export async function askForACard(office: Office, id: string): Promise<void> {
  const { agent } = office
  await open(agent, id)
  await review(office, id, 'identity', { motif: 'illegible' })
  const form = agent.locator(`form[action$="${own.askForMore({ id })}"]`)
  await unfold(form)
  await form.locator('button[type=submit]').click()
  await agent.getByText(office.own.agent.done.complement).waitFor()
}

/** Document by document, until each is accepted. */
export async function accept(
  office: Office,
  id: string,
  documents: readonly string[],
): Promise<void> {
  await open(office.agent, id)
  for (const code of documents) await review(office, id, code)
}

/** A document is accepted by who has opened each of its files. */
async function openFiles(agent: Page): Promise<void> {
  const files = agent.locator('main a[href*="/fichiers/"]')
  const links = await files.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  for (const link of links) {
    const answer = await agent.request.get(link)
    if (!answer.ok()) throw new Error(`${link}: ${answer.status()}`)
  }
}

async function review(
  { agent, own: { agent: words } }: Office,
  id: string,
  code: string,
  refused?: { readonly motif: string },
): Promise<void> {
  // The view of the queue travels behind it.
  await agent.locator(`main a.task-name[href*="?piece=${code}"]`).click()
  await agent.waitForURL(`**?piece=${code}*`)
  await openFiles(agent)
  const form = agent.locator(`form[action$="${own.reviewDocument({ id, code })}"]`)
  await form.locator(`[name=avis][value=${refused ? 'refused' : 'accepted'}]`).check()
  if (refused) await form.locator('[name=motif]').selectOption(refused.motif)
  await write(agent, form.locator('button[type=submit]'))
  await agent.getByText(words.done.piece).waitFor()
}

/** Opens the fold that a form stands in, if it stands in one. */
async function unfold(form: Locator): Promise<void> {
  const fold = form.locator('xpath=ancestor::details[1]')
  if ((await fold.count()) > 0 && !(await form.isVisible())) await fold.locator('> summary').click()
}

export interface Decided {
  readonly annuelle?: string
  readonly unique?: string
  readonly raison?: string
  /** Of several beneficiaries whose shares no rule gives, in their order. */
  readonly parts?: readonly string[]
}

/** Granted as the page offers it, or with other amounts and why; proposed where a second agent confirms. */
export async function grant(
  { agent, own: { agent: words } }: Office,
  id: string,
  decided: Decided,
  said: 'decision' | 'propose' = 'decision',
) {
  const form = agent.locator(`form[action$="${own.decideClaim({ id })}"]`)
  await unfold(form)
  await form.locator('[name=decision][value=granted]').check()
  await fill(form, decided)
  await form.locator('button[type=submit]').click()
  await agent.getByText(words.done[said]).waitFor()
}

export async function fixComplement(
  { agent, own: { agent: words } }: Office,
  id: string,
  decided: Decided,
) {
  await open(agent, id)
  const form = agent.locator(`form[action$="${own.fixComplement({ id })}"]`)
  await fill(form, decided)
  await form.locator('button[type=submit]').click()
  await agent.getByText(words.done.arrieres).waitFor()
}

async function fill(form: Locator, { parts = [], ...decided }: Decided): Promise<void> {
  for (const [index, part] of parts.entries())
    await form.locator('[name^=part-]').nth(index).fill(part)
  for (const [name, value] of Object.entries(decided))
    await form.locator(`[name=${name}]`).fill(value)
}

/** Above the amount of one agent: another reads every document too, then confirms. */
export async function confirm({ other, own: { agent: words } }: Office, id: string): Promise<void> {
  await open(other, id)
  const documents = other.locator('main a.task-name')
  const links = await documents.evaluateAll((all) =>
    all.map((one) => one.getAttribute('href') ?? ''),
  )
  for (const link of links) {
    await other.goto(link)
    await openFiles(other)
  }
  await other.getByRole('button', { name: words.agree }).click()
  await other.getByText(words.done.accord).waitFor()
}
