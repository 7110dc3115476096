/** done: finished, good. wait: somebody must act or answer. stop: blocked, refused. info: to know. off: inactive. */
export type Tone = 'done' | 'wait' | 'stop' | 'info' | 'off'

/** A state's shape, drawn rather than coloured in: it survives printing and forced colours. */
export function Shape({ tone }: { readonly tone: Tone }) {
  return (
    <svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <Drawing tone={tone} />
    </svg>
  )
}

function Drawing({ tone }: { readonly tone: Tone }) {
  switch (tone) {
    case 'done':
      return <circle cx="6" cy="6" r="5" fill="currentColor" />
    case 'wait':
      return <rect x="1.5" y="1.5" width="9" height="9" rx="2" fill="currentColor" />
    case 'stop':
      return <path d="M6 0l6 6-6 6-6-6z" fill="currentColor" />
    case 'info':
      return <path d="M4.5 0h3v3h-3zM4.5 4.5h3V12h-3z" fill="currentColor" />
    case 'off':
      return <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="2" />
  }
}
