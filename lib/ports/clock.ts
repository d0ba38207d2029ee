/**
 * Time, so that tests can own it. The domain never asks; services read the clock once per
 * decision and pass the number down.
 */
export interface Clock {
	/** Wall time, milliseconds since 1970 UTC. It may jump; use it for what is shown or stored. */
	nowMs(): number;

	/**
	 * Never goes back and keeps counting while the process is suspended where the system can.
	 * Only differences mean anything. The check *"more than 5 s since the intent was committed"* uses it.
	 */
	monotonicMs(): number;

	/** Resolves after `delayMs`, or at once when `signal` fires; it never rejects. */
	wait(delayMs: number, signal: AbortSignal): Promise<void>;
}
