// A program that only prints, and says by how many megabytes it has grown after its first documents.
import { createPdfRenderer } from '../../src/platform/pdf/render-pdf.ts'
import { frenchLetter } from './printed-letters.ts'

const renderer = createPdfRenderer()

async function megabytesAfter(count: number): Promise<number> {
  for (let index = 0; index < count; index += 1) {
    const rows = [{ label: 'Nom', value: `Société ${index}` }]
    await renderer.render({ ...frenchLetter, blocks: [{ kind: 'rows', rows }] })
  }
  return process.memoryUsage().rss / 1_000_000
}

const before = await megabytesAfter(40)
process.stdout.write(String((await megabytesAfter(120)) - before))
