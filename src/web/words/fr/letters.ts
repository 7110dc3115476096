export const letters = {}

export const lettersRefusals = {}
