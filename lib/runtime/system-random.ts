import "server-only";
import { randomBytes } from "node:crypto";
import type { Random } from "@/lib/ports/random";

export const systemRandom: Random = {
	bytes: (count) => randomBytes(count),
	unit: () => Math.random(),
};
