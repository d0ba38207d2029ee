import "server-only";
import type { TaskFailureCode } from "@/lib/gateways/failures";
import type { Problem } from "@/lib/gateways/problem";

/**
 * A last resort, for gateways that give a failed task a sentence and no code. It only chooses what the person is
 * advised to change: that the task failed, and what it cost, is known without it.
 */
const TELLTALES: readonly (readonly [RegExp, TaskFailureCode])[] = [
	[/risk control|policy|policies|moderat|sensitive|safety|prohibited|violat|copyright|nsfw/i, "moderation"],
	[/time[d ]?[ -]?out/i, "gateway-timeout"],
	[/capacity|overload|busy|exhausted/i, "gateway-capacity"],
	[/image|first frame|picture/i, "image"],
	[/invalid|parameter|unsupported/i, "input"],
];

export function failureFromWords(problem: Problem | null): TaskFailureCode {
	const said = [...(problem?.codes ?? []), problem?.words ?? ""].join(" ");
	return TELLTALES.find(([pattern]) => pattern.test(said))?.[1] ?? "gateway-error";
}
