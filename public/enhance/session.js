import { bringBack, forget, keep } from './draft.js'

const warningMs = 120_000

/**
 * Two minutes before the session ends, asks whether to stay; once it has ended, keeps what was typed for this
 * person in this tab until the page is opened again. Time is counted from the arrival of the page.
 */
export function watchSession(dialog) {
  const stay = dialog.querySelector('[data-stay]')
  const again = dialog.querySelector('[data-again]')
  const said = dialog.querySelector('[role=status]')
  let endsAt = Date.now() + dialog.dataset.seconds * 1000
  let timer
  bringBack(dialog.dataset.who)
  // Whatever is left was typed by somebody else.
  forget()

  const end = () => {
    keep(dialog.dataset.who)
    said.textContent = dialog.dataset.ended
    stay.hidden = true
    again.hidden = false
    again.focus()
  }
  const look = () => {
    clearTimeout(timer)
    if (!dialog.isConnected || stay.hidden) return
    const left = endsAt - Date.now()
    if (left <= warningMs && !dialog.open) dialog.showModal()
    if (left <= 0) return end()
    timer = setTimeout(look, left > warningMs ? left - warningMs : left)
  }

  stay.addEventListener('click', async () => {
    endsAt = Date.now() + (await renew(dialog.dataset.renew)) * 1000
    if (endsAt - Date.now() > warningMs) dialog.close()
    look()
  })
  // A laptop that slept wakes up here.
  document.addEventListener('visibilitychange', () => document.hidden || look())
  look()
}

/** Asks for any page of one's own, which renews the session, and reads there how long it now lasts. */
async function renew(url) {
  try {
    const answer = await fetch(url, { credentials: 'same-origin' })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return Number(page.querySelector('[data-enhance=session]')?.dataset.seconds ?? 0)
  } catch {
    return 0
  }
}
