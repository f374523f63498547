/** What a backup or a restore will not do; its message is a whole sentence for the person at the command line. */
export class Refusal extends Error {}
