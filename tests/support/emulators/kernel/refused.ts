interface RefusedDetails {
	readonly param?: string;
	/** When trying again helps: sent in the form the fault asked for. */
	readonly retryAfter?: RetryAfter;
	/** Overrules the status the gateway's own table gives this code. */
	readonly status?: number;
}

export interface RetryAfter {
	readonly form: "seconds" | "http-date" | "body" | "none";
	readonly seconds: number;
}

/** The gateway says no, by one of its own codes. Each personality turns it into its documented reply. */
export class Refused extends Error {
	readonly code: string;
	readonly details: RefusedDetails;

	constructor(code: string, message: string, details: RefusedDetails = {}) {
		super(message);
		this.name = "Refused";
		this.code = code;
		this.details = details;
	}
}

/** How a checker says no: the personality knows which of its codes means a bad parameter. */
export type RefuseParameter = (message: string, param: string) => Refused;

export function retryAfterHeaders(wait: RetryAfter | undefined, nowMs: number): Record<string, string> {
	if (wait?.form === "seconds") return { "retry-after": String(wait.seconds) };
	if (wait?.form === "http-date") return { "retry-after": new Date(nowMs + wait.seconds * 1000).toUTCString() };
	return {};
}

export function retryAfterMembers(wait: RetryAfter | undefined): Record<string, number> {
	return wait?.form === "body" ? { retryAfter: wait.seconds } : {};
}
