const slowest = 5_000

/** Looks from time to time whether what is awaited is there, and opens the page anew when it is. */
export function awaitState(zone) {
  const said = zone.querySelector('[role=status]')
  said.textContent = zone.dataset.text
  look(zone.dataset.state, 1_000)
}

function look(address, wait) {
  setTimeout(async () => {
    try {
      if (!(await isStillAwaited(address))) return location.reload()
    } catch {
      // The line is away: the next look may find it.
    }
    look(address, Math.min(slowest, wait * 1.5))
  }, wait)
}

/** Signed out meanwhile, or gone: the page itself says so. */
async function isStillAwaited(address) {
  const answer = await fetch(address, { headers: { accept: 'application/json' } })
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  return answer.status >= 500 || (answer.ok && isJson && (await answer.json()).state === 'received')
}
