const MAX_RESIDENT_BYTES = 512 * 1024 * 1024;
const LOOK_EVERY_MS = 20;

/** Decoders work beside the event loop, which therefore stays free to watch them. */
export function endWhenTooLarge(): void {
	setInterval(() => {
		if (process.memoryUsage.rss() > MAX_RESIDENT_BYTES) process.kill(process.pid, "SIGKILL");
	}, LOOK_EVERY_MS).unref();
}
