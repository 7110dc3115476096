import { Actions, ButtonLink } from '../../web/components/button.tsx'
import { paths } from '../../web/paths.ts'
import { useVisit } from '../../web/visit.ts'

/** The fund's table, empty, for who has no payroll program that writes the file. */
export function Templates() {
  const said = useVisit().words.declarations.template
  return (
    <section>
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      <Actions>
        {(['xlsx', 'csv'] as const).map((format) => (
          <ButtonLink
            kind="plain"
            href={paths.declarations.template({ file: `modele.${format}` })}
            download
          >
            {said.download[format]}
          </ButtonLink>
        ))}
      </Actions>
    </section>
  )
}
