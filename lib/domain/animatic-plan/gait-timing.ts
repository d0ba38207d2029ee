/** One cycle is two steps; picture and footsteps both keep to it. */
export const WALK_CYCLE_SECONDS = 1.12;
export const RUN_CYCLE_SECONDS = 0.68;

export function footfalls(cycleSeconds: number, seconds: number): number[] {
	const step = cycleSeconds / 2;
	return Array.from({ length: Math.floor(seconds / step) }, (_, nth) => Math.round(nth * step * 1000) / 1000);
}
