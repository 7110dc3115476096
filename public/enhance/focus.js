/** The summary of mistakes is where the page starts again; its links put the cursor in the field. */
export function takeFocus(summary) {
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]')
    const field = link && document.getElementById(link.hash.slice(1))
    if (!field) return
    event.preventDefault()
    const label = field.closest('.field') ?? field
    label.scrollIntoView()
    field.focus({ preventScroll: true })
  })
}
