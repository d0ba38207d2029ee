import * as z from "zod/mini";

/** Milliseconds since 1970, UTC. */
export const instantSchema = z.int().check(z.minimum(0));
