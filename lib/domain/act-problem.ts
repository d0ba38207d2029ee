/** Why an action was not even tried. `sentence` is ready to be shown. */
export type ActProblem = { readonly sentence: string } & (
	| {
			readonly kind: "not-admitted";
			readonly code: "foreign-page" | "locked" | "unknown-browser" | "history-closed";
	  }
	/** The page and the server no longer speak the same language: reload. */
	| { readonly kind: "malformed" }
	| { readonly kind: "limited"; readonly retryAfterMs: number }
	/** Something broke; whether anything was done is not known. A click may be sent again under its own key. */
	| { readonly kind: "broken" }
);
