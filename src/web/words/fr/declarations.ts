export const declarations = {}

export const declarationsRefusals = {}
