import "server-only";

/** Whether this is a system or database error of that code, also where a library wrapped it. */
export function hasCode(error: unknown, code: string): boolean {
	if (!(error instanceof Error)) return false;
	return ("code" in error && error.code === code) || hasCode(error.cause, code);
}
