/** 0:04, 1:07. */
export function clockText(seconds: number): string {
	const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
	return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** "4 seconds", "1 minute 7 seconds": what a screen reader says. */
export function spokenClock(seconds: number): string {
	const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
	const minutes = Math.floor(whole / 60);
	const rest = `${whole % 60} ${whole % 60 === 1 ? "second" : "seconds"}`;
	return minutes === 0 ? rest : `${minutes} ${minutes === 1 ? "minute" : "minutes"} ${rest}`;
}
