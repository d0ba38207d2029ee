import type { StateKind } from "../take/state";
import type { Take } from "../take/take";

const RUNNING: readonly StateKind[] = ["queued", "sending", "rendering", "saving"];

/** `1 running · 7 completed`; unknown outcomes are named only where there are any. */
export function countsText(takes: readonly { readonly state: Pick<Take["state"], "kind"> }[]): string {
	const count = (kinds: readonly StateKind[]) => takes.filter(({ state }) => kinds.includes(state.kind)).length;
	const unknown = count(["outcome-unknown"]);
	const parts = [`${count(RUNNING)} running`, `${count(["ready"])} completed`];
	return [...parts, ...(unknown > 0 ? [`${unknown} unknown`] : [])].join(" · ");
}
