import "server-only";
import { type Bill, NO_BILL } from "@/lib/domain/bill";
import { canonicalJson } from "@/lib/domain/draft/canonical-json";
import { countedUsdMicros } from "@/lib/domain/receipt/counted";
import { updateReceipt } from "@/lib/domain/receipt/update-receipt";
import type { TakeState } from "@/lib/domain/take/state";
import type { Take } from "@/lib/domain/take/take";
import type { StateChange } from "@/lib/ports/take-queue";
import type { Has } from "@/lib/services/doors";

type Money = Pick<StateChange, "receipt" | "countedMicros">;

const NOTHING_NEW: Money = { receipt: null, countedMicros: null };

/** What a new state and a gateway's own figures change about the money; nothing where they change nothing. */
export async function billTake(
	{ receipts }: Has<"receipts">,
	{ id, browserId }: Pick<Take, "id" | "browserId">,
	state: TakeState,
	bill: Bill = NO_BILL,
): Promise<Money> {
	const before = await receipts.find(browserId, id);
	if (!before) return NOTHING_NEW;
	const receipt = updateReceipt(before, bill, state);
	if (canonicalJson(receipt) === canonicalJson(before)) return NOTHING_NEW;
	// Mostly a gateway charges what was reserved.
	const counted = countedUsdMicros(receipt);
	return { receipt, countedMicros: counted === countedUsdMicros(before) ? null : counted };
}
