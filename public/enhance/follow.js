const every = 2000

/** A part of the page that tells of work under way is asked for again; when the work is done, the whole page is. */
export function followWork(part) {
  const timer = setInterval(async () => {
    if (!part.isConnected) return clearInterval(timer)
    if (document.hidden) return
    const answer = await fetch(location.href).catch(() => null)
    if (!answer?.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const now = page.querySelector('[data-enhance~=follow]')
    if (now) return part.replaceChildren(...now.childNodes)
    clearInterval(timer)
    location.reload()
  }, every)
}
