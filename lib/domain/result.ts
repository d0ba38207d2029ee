/** What a function answers when failing is an expected outcome. Broken invariants throw instead. */
export type Result<Value, Problem> =
	| { readonly ok: true; readonly value: Value }
	| { readonly ok: false; readonly problem: Problem };

export function ok<Value>(value: Value): Result<Value, never> {
	return { ok: true, value };
}

export function refuse<Problem>(problem: Problem): Result<never, Problem> {
	return { ok: false, problem };
}

/** Closes a switch over a union: a new member no longer compiles until it is handled. */
export function unreachable(value: never): never {
	throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
