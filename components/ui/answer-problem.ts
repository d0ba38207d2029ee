interface Asked {
	readonly isError: boolean;
	readonly data:
		| { readonly ok: true }
		| { readonly ok: false; readonly problem: { readonly sentence: string } }
		| undefined;
}

/** Why what was asked was not done: the server's own sentence, or `unreached` where none came back. */
export function answerProblem({ isError, data }: Asked, unreached: string): string | null {
	if (isError) return unreached;
	return data && !data.ok ? data.problem.sentence : null;
}
