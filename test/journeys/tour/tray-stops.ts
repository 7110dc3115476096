import { paths } from '../../../src/web/paths.ts'
import { aBatch, aPdf, aPng } from '../../support/scans.ts'
import type { TestSite } from '../../support/site.ts'
import type { Visitor } from '../../support/visitor.ts'
import { longNames, type Stop } from './stop.ts'

/** Scans that wait at the desk: none, some with and without a code, a code that is none, nothing chosen, one not looked into yet. */
export async function trayStops(site: TestSite, who: Visitor): Promise<Stop[]> {
  const address = paths.agency.tray()
  const names = ['20261124_AB-6BV7-JFH1.pdf', `${longNames.company}.png`, 'scan-3.pdf']
  let screen = await who.get(address)
  for (const [index, name] of names.entries()) {
    const bytes = [aBatch(2), aPng(), aPdf(name)][index] ?? aPdf(name)
    const documents = new File([new Uint8Array(bytes)], name)
    screen = await who.submit(screen, { documents, arrivee: 'post' }, address)
  }
  await site.database.ownerQuery(
    `update files set check_state = 'waiting' where purpose = 'desk_scan' and name = 'scan-3.pdf'`,
  )
  const [whole] = await site.database.ownerQuery<{ id: string }>(
    `select scan.id from desk_scans scan join files file on file.id = scan.file_id where file.name = $1`,
    [names[0]],
  )
  const split = paths.agency.splitScan({ id: whole?.id ?? '' })
  return [
    { name: 'the pages of a PDF to share out', who, address: split },
    {
      name: 'the pages of a PDF, with a code that is none',
      who,
      address: split,
      act: async (at) => {
        await at.fill('input[name="page-1"]', 'AB-12')
        await at.click('form[action$="/pages"] button')
      },
    },
    { name: 'the scans that wait at the desk', who, address },
    {
      name: 'a scan with a code that is none',
      who,
      address,
      act: async (at) => {
        await at.fill('input[name^="code-"] >> nth=1', 'AB-12')
        await at.click('form[action$="/rattachement"] button >> nth=0')
      },
    },
    {
      name: 'a scan taken out without a reason',
      who,
      address,
      act: async (at) => {
        await at.click('summary >> nth=1')
        await at.click('details[open] button[name="retirer"]')
      },
    },
    {
      name: 'scans to bring, none chosen',
      who,
      address,
      act: (at) => at.click('form[action$="/numerisations"] button:not([type="button"])'),
    },
  ]
}
