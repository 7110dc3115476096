import type { CheckContext } from '../checking/check-context.ts'
import type { Language } from '../checking/check-words.ts'
import { checkAhead } from './check-ahead.ts'

/** What `public/enhance/check.js` sends. */
interface Asked {
  readonly file: Blob
  readonly context: CheckContext
  readonly language: Language
  /** Asks for the whole verdict too, every finding with its sentence. */
  readonly wantsReport?: boolean
}

// A browser's thread: it ends with the page, or when another file is chosen.
addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data).catch(() => postMessage({ failed: true }))
})

async function answer({ file, context, language, wantsReport }: Asked): Promise<void> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const checked = await checkAhead({ bytes, context, language }, (percent) =>
    postMessage({ percent }),
  )
  const { report, ...shown } = checked
  postMessage({ shown, ...(wantsReport ? { report: report() } : {}) })
}
