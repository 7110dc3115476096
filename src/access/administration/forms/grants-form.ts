import { z } from 'zod'
import { choice, optionalLine, ticked } from '../../../web/form.ts'
import type { Words } from '../../../web/words/index.ts'
import { type DeclarationScope } from '../new-user.ts'
import { readDay } from '../../../web/read-day.ts'
import { modes } from '../user.ts'
import type { FormSurroundings } from './surroundings.ts'

/** The section «Télédéclaration»: the mode, the categories; where it may end, the last day of the mandate if it has one. */
export function scopeSchema(
  form: Pick<FormSurroundings, 'words' | 'categories' | 'today'>,
  canEnd: boolean,
) {
  const { mistakes } = form.words.administration
  return z
    .object({
      mode: choice(modes, mistakes.mode),
      categories: z
        .preprocess(asList, z.array(z.string()))
        .refine((chosen) => chosen.length > 0, mistakes.categories)
        .refine(
          (chosen) => chosen.every((one) => form.categories.includes(one)),
          mistakes.categories,
        )
        .transform((chosen) => form.categories.filter((one) => chosen.includes(one))),
      until: optionalLine(mistakes.until, 20).transform((typed, context) => {
        if (typed === '' || !canEnd) return null
        const day = readDay(typed)
        if (day && day >= form.today) return day
        const message = day ? mistakes.untilPast : mistakes.until
        context.addIssue({ code: 'custom', message })
        return z.NEVER
      }),
    })
    .transform(
      ({ mode, categories, until }): DeclarationScope => ({ mode, categories, untilOn: until }),
    )
}

/** The section «Compte Adhérent» of a payment profile: Ordonnateur and/or Validateur. */
export function powersSchema(words: Words) {
  return z
    .object({
      powers: ticked(['maker', 'validator']).refine(
        (powers) => powers.length > 0,
        words.administration.mistakes.powers,
      ),
    })
    .transform(({ powers }) => ({
      isMaker: powers.includes('maker'),
      isValidator: powers.includes('validator'),
    }))
}

function asList(value: unknown): unknown {
  if (value === undefined || value === '') return []
  return Array.isArray(value) ? value : [value]
}
