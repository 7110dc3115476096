/** Points to where reading starts or ends; turned round in Arabic by the style sheet. */
export function Chevron({ to }: { readonly to: 'start' | 'end' }) {
  return (
    <svg class="chevron" viewBox="0 0 8 12" width="8" height="12" aria-hidden="true">
      <path
        d={to === 'start' ? 'M6.5 1l-5 5 5 5' : 'M1.5 1l5 5-5 5'}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
      />
    </svg>
  )
}
