import * as fc from 'fast-check'

/** Properties try the same cases at every run; `PROPERTY_SEED=7` for others, and a failure names its own. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_126) })
