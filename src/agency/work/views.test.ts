import { expect, it } from 'vitest'
import { anAgentAtWork } from '../../../test/support/agents.ts'
import { anAgent, signedIn } from '../../../test/support/factories.ts'
import type { Screen } from '../../../test/support/visitor.ts'
import { paths } from '../../web/paths.ts'

const queue = paths.agency.queue()
const setting = anAgentAtWork()

const tabs = (screen: Screen) =>
  screen.document.querySelectorAll('nav.tabs a').map((one) => one.textContent.trim())

async function keep(filters: string, nom: string): Promise<Screen> {
  const screen = await setting.agent.get(`${queue}?${filters}`)
  return setting.agent.submit(screen, { nom }, paths.agency.workViews())
}

const change = (screen: Screen, fields: Record<string, string>) => {
  const own = screen.document
    .querySelectorAll('form')
    .map((form) => form.getAttribute('action') ?? '')
    .find((action) => action.startsWith(`${paths.agency.workViews()}/`))
  return setting.agent.submit(screen, fields, own)
}

it('a view is named, renamed, opened first and forgotten by its setting.agent, and is nobody else’s', async () => {
  const kept = await keep('type=email_update', 'Adresses')
  expect(kept.text).toContain('La vue « Adresses » est enregistrée.')
  await keep('retard=on', 'En retard')
  const view = await setting.agent.get(`${queue}?type=email_update`)
  const taken = await change(view, { nom: 'En retard', geste: 'renommer' })
  expect(taken.mistakes.join()).toMatch(/s’appelle déjà «\sEn retard\s»/)
  expect(taken.body).toContain('value="En retard"')
  const blank = await change(taken, { nom: ' ', geste: 'renommer' })
  expect(blank.status).toBe(422)
  const renamed = await change(blank, { nom: 'E-mails', geste: 'renommer' })
  expect(tabs(renamed)).toEqual(['Toute la file', 'E-mails', 'En retard'])
  await change(renamed, { nom: 'E-mails', geste: 'premiere' })
  expect((await setting.agent.get(queue)).url).toContain('type=email_update')
  const left = await change(await setting.agent.get(queue), { nom: 'E-mails', geste: 'oublier' })
  expect(tabs(left)).toEqual(['Toute la file', 'En retard'])
  const other = await signedIn(setting.site, await anAgent(setting.site))
  expect(tabs(await other.get(queue))).toEqual([])
})

it('a name that is taken is given to what is shown, which is said', async () => {
  await keep('miens=on', 'Du matin')
  const replaced = await keep('etat=all', 'Du matin')
  expect(replaced.text).toContain('La vue « Du matin » montre maintenant ceci')
  expect(tabs(replaced).filter((name) => name === 'Du matin')).toHaveLength(1)
})
