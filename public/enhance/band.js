/** Where you are is in sight, even when the band is wider than the phone. */
export function scrollBand(list) {
  const current = list.querySelector('[aria-current]')
  if (!current || list.scrollWidth <= list.clientWidth) return
  const cell = current.getBoundingClientRect()
  const box = list.getBoundingClientRect()
  list.scrollBy(cell.left + cell.width / 2 - (box.left + box.width / 2), 0)
}
