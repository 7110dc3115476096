/** Where you are is in sight, even when the band is wider than the phone; so is the cell that has the focus. */
export function scrollBand(list) {
  const current = list.querySelector('[aria-current]')
  if (current) bringToMiddle(list, current)
  list.addEventListener('focusin', ({ target }) => bringToMiddle(list, target))
}

function bringToMiddle(list, cell) {
  if (list.scrollWidth <= list.clientWidth) return
  const { left, width } = cell.getBoundingClientRect()
  const box = list.getBoundingClientRect()
  list.scrollBy(left + width / 2 - (box.left + box.width / 2), 0)
}
