import { ok, type Result, refuse } from "../result";

export const MAX_KEPT = 10;

export function canKeepMore(keptCount: number): Result<null, string> {
	if (keptCount < MAX_KEPT) return ok(null);
	return refuse(`You keep ${MAX_KEPT} takes already. Let one of them go first.`);
}
