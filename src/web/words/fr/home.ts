export const home = {}

export const homeRefusals = {}
