interface Props {
  readonly label: string
  readonly value: number
  readonly max: number
}

/** How far something has come, in words and as a bar. */
export function Progress({ label, value, max }: Props) {
  return (
    <div class="progress">
      <span>{label}</span>
      <progress value={value} max={max} aria-label={label}>
        {label}
      </progress>
    </div>
  )
}
