import "server-only";
import type { BrowserId, TakeId } from "@/lib/domain/ids";
import { ok, type Result, refuse } from "@/lib/domain/result";
import type { Labels } from "@/lib/domain/take/take";
import { MISSING, type TakeProblem } from "@/lib/domain/take/take-problem";
import { type TakeView, viewTake } from "@/lib/domain/take/view";
import type { Has } from "@/lib/services/doors";

export type OwnWords = Partial<Pick<Labels, "name" | "note" | "star">>;

/** What a person writes on their take. */
export async function renameTake(
	{ takes }: Has<"takes">,
	browserId: BrowserId,
	id: TakeId,
	words: OwnWords,
): Promise<Result<TakeView, TakeProblem>> {
	const take = await takes.label(browserId, id, words);
	return take ? ok(viewTake(take)) : refuse(MISSING);
}
