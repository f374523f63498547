/** The utilities that the demo plays. */
export const simulated_kinds = ['water', 'power', 'gas'] as const
export type SimulatedKind = (typeof simulated_kinds)[number]
