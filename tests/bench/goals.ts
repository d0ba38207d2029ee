import { availableParallelism, loadavg } from "node:os";
import { oneDecimal } from "./figures";

/** One line of a part's table. */
export interface Figure {
	readonly what: string;
	readonly measured: number;
	readonly unit: string;
	/** What the same machine needs for the least that could be done, in the same run. */
	readonly floor?: number;
	/** At most this, unless `goalIs` says otherwise; absent where the figure only explains another. */
	readonly goal?: number;
	readonly goalIs?: "at most" | "at least";
}

/** A missed goal is said, and is no failure: the machine may be slow. A figure that is no number is one. */
export function showFigures(title: string, figures: readonly Figure[]): void {
	console.log(`${title} · load ${oneDecimal(loadavg()[0] ?? Number.NaN)} on ${availableParallelism()} cores`);
	console.table(Object.fromEntries(figures.map((figure) => [figure.what, rowOf(figure)])));
	const broken = figures.filter(({ measured }) => !Number.isFinite(measured));
	if (broken.length > 0) throw new Error(`Not measured: ${broken.map(({ what }) => what).join(", ")}.`);
}

function rowOf({ measured, unit, floor, goal, goalIs = "at most" }: Figure) {
	const isMet = goal !== undefined && (goalIs === "at most" ? measured <= goal : measured >= goal);
	return {
		measured: `${round(measured)} ${unit}`.trim(),
		floor: floor === undefined ? "" : `${round(floor)} ${unit}`.trim(),
		"times the floor": floor === undefined ? "" : round(measured / floor),
		goal: goal === undefined ? "" : `${goalIs === "at most" ? "≤" : "≥"} ${goal} ${unit}`.trim(),
		verdict: goal === undefined ? "" : isMet ? "met" : "missed",
	};
}

/** Small ratios need their second decimal. */
function round(value: number): number {
	return Math.abs(value) < 10 ? Math.round(value * 100) / 100 : oneDecimal(value);
}
