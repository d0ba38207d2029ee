import "server-only";

type Closer = () => void | Promise<void>;

/**
 * Shared by our http server and by every copy of this module that Next makes (pages, handlers, actions and
 * instrumentation each have their own), hence kept on `globalThis`.
 */
interface Lifecycle {
	phase: "starting" | "ready" | "draining";
	/** Why the product could not come up; the server says it and ends. */
	failure: unknown;
	readonly whenDraining: Set<Closer>;
	readonly whenEnding: Set<Closer>;
}

declare global {
	var storyreelLifecycle: Lifecycle | undefined;
}

function lifecycle(): Lifecycle {
	globalThis.storyreelLifecycle ??= {
		phase: "starting",
		failure: undefined,
		whenDraining: new Set(),
		whenEnding: new Set(),
	};
	return globalThis.storyreelLifecycle;
}

export function currentPhase(): Lifecycle["phase"] {
	return lifecycle().phase;
}

export function markReady(): void {
	lifecycle().phase = "ready";
}

export function failToStart(failure: unknown): void {
	lifecycle().failure = failure;
}

export function startFailure(): unknown {
	return lifecycle().failure;
}

/** Called the moment the server is told to end: stop claiming work, close long-lived streams. Answers how to take it back. */
export function onDrain(closer: Closer): () => void {
	lifecycle().whenDraining.add(closer);
	return () => lifecycle().whenDraining.delete(closer);
}

/** Called once when no request is in flight any more: close the database, release locks. */
export function onEnd(closer: Closer): () => void {
	lifecycle().whenEnding.add(closer);
	return () => lifecycle().whenEnding.delete(closer);
}

async function runAll(closers: Set<Closer>): Promise<void> {
	const outcomes = await Promise.allSettled([...closers].map(async (closer) => closer()));
	for (const outcome of outcomes) {
		if (outcome.status === "rejected") console.error("Closing down:", outcome.reason);
	}
}

export function drain(): Promise<void> {
	lifecycle().phase = "draining";
	return runAll(lifecycle().whenDraining);
}

export function end(): Promise<void> {
	return runAll(lifecycle().whenEnding);
}
