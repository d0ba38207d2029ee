import "server-only";
import { CRASH_POINTS, type CrashPoint } from "@/lib/services/crash-points";

/**
 * For the chaos suite: dies as by a power switch the nth time a named point is reached (`send:after-start#2`).
 * Without the variable, which only the process's owner can set, nothing happens.
 */
export function makeCrashPoint(wish: string | undefined): (point: CrashPoint) => void {
	if (!wish) return () => {};
	const [name, nth = "1"] = wish.split("#");
	if (!CRASH_POINTS.some((point) => point === name))
		throw new Error(`STORYREEL_CRASH_AT names no crash point: ${wish}`);
	let left = Number(nth);
	return (point) => {
		if (point !== name) return;
		left -= 1;
		if (left === 0) process.kill(process.pid, "SIGKILL");
	};
}
