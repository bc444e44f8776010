/** The reason of an abort after which the same request goes on later from its last checkpoint. */
export const PARKED = "parked";
