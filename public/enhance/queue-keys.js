/** The agents' queue by keyboard: j and k move, Enter opens, r takes the file or gives it back. */
export function moveByKeys(queue) {
  const rows = [...queue.querySelectorAll('tr[data-href]')]
  let current = -1
  const moveTo = (index) => {
    if (!rows[index]) return
    rows[current]?.classList.remove('is-current')
    current = index
    rows[current].classList.add('is-current')
    // The link takes the focus, so that Enter opens and a screen reader says where we are.
    rows[current].querySelector('a')?.focus({ preventScroll: true })
    rows[current].scrollIntoView({ block: 'nearest' })
  }
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === 'j') moveTo(current + 1)
    else if (event.key === 'k') moveTo(Math.max(0, current - 1))
    else if (event.key === 'r') rows[current]?.querySelector('button')?.click()
    else return
    event.preventDefault()
  })
  queue.addEventListener('focusin', (event) => {
    const index = rows.indexOf(event.target.closest('tr[data-href]'))
    if (index >= 0 && index !== current) {
      rows[current]?.classList.remove('is-current')
      current = index
      rows[current].classList.add('is-current')
    }
  })
}

function isTyping(element) {
  return element.matches?.('input, select, textarea, [contenteditable]') ?? false
}
