export const account = {}

export const accountRefusals = {}
