/**
 * What happened, for the person who runs the server: a stable name and facts that are ids, kinds, counts or times.
 * Never contents: no prompts, no keys, no links, no gateway's words.
 */
export interface Log {
	info(event: string, facts: LogFacts): void;
	/** Something deserves a look. */
	warn(event: string, facts: LogFacts): void;
	/** Something is broken; `problem` is the error behind it. */
	error(event: string, facts: LogFacts, problem: unknown): void;
}

export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;
