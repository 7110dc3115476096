import { directionOf, type Language } from '../../web/words/language.ts'
import type { Block, Message } from './message.ts'

/** The text and the HTML of a mail. Everything is escaped; nothing is fetched. */
export function renderMessage(message: Message, language: Language, signature: string) {
  const blocks = message.blocks.map((block) => speaking(block, language))
  return {
    subject: oneLine(message.subject),
    text: [...blocks.map((block) => asText(block, language)), signature].join('\n\n'),
    html: page({ ...message, blocks }, language, signature),
  }
}

/** A link opens in the language of its mail, whatever the browser was last used in. */
function speaking(block: Block, language: Language): Block {
  if (!('link' in block)) return block
  const url = new URL(block.link.url)
  url.searchParams.set('lang', language)
  return { link: { ...block.link, url: url.href } }
}

/** French writes a space before its colon, Arabic none. */
function asText(block: Block, language: Language): string {
  if ('paragraph' in block) return block.paragraph
  if ('link' in block) return `${block.link.label}\n${block.link.url}`
  if ('code' in block) return block.code
  const colon = language === 'fr' ? ' : ' : ': '
  return block.list.map(({ label, value }) => label + colon + value).join('\n')
}

function asHtml(block: Block): string {
  if ('paragraph' in block) return `<p>${escape(block.paragraph)}</p>`
  if ('link' in block) {
    const url = escape(block.link.url)
    return `<p><a href="${url}">${escape(block.link.label)}</a><br><small dir="ltr">${url}</small></p>`
  }
  if ('code' in block) return `<p dir="ltr"><strong>${escape(block.code)}</strong></p>`
  const rows = block.list.map(
    ({ label, value }) =>
      `<tr><th align="start">${escape(label)}</th><td>${escape(value)}</td></tr>`,
  )
  return `<table>${rows.join('')}</table>`
}

function page(message: Message, language: Language, signature: string): string {
  const body = [...message.blocks.map(asHtml), `<p>${escape(signature)}</p>`].join('\n')
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><title>${escape(oneLine(message.subject))}</title></head><body>\n${body}\n</body></html>`
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}
