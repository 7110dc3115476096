import { Reference } from './reference.tsx'

interface Props {
  readonly name: string
  /** Its N° Adhérent. */
  readonly number: string
}

/** A company in a list, told from another of a like name by its number. */
export function CompanyName({ name, number }: Props) {
  return (
    <>
      <bdi>{name}</bdi>{' '}
      <small>
        <Reference>{number}</Reference>
      </small>
    </>
  )
}
