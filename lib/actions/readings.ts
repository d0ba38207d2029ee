"use server";

import * as z from "zod/mini";
import { type Acted, act } from "@/lib/actions/act";
import { resolutionSchema } from "@/lib/domain/draft";
import { gatewayIdSchema } from "@/lib/domain/gateway-id";
import { takeIdSchema } from "@/lib/domain/ids";
import type { Receipt } from "@/lib/domain/receipt/receipt";
import { ok, refuse } from "@/lib/domain/result";
import { MISSING, type TakeProblem } from "@/lib/domain/take/take-problem";

const SAMPLES = 50;

/** What one take cost. It outlives the take. */
export async function readReceipt(wish: unknown): Promise<Acted<Receipt, TakeProblem>> {
	const rules = { name: "readReceipt", schema: z.object({ takeId: takeIdSchema }) };
	return act(rules, wish, async ({ doors, browserId }, { takeId }) => {
		const receipt = await doors.receipts.find(browserId, takeId);
		return receipt ? ok(receipt) : refuse(MISSING);
	});
}

/** How long films like this one took here, in milliseconds. */
export async function readLearnedTimes(bucket: unknown): Promise<Acted<readonly number[]>> {
	const schema = z.object({ gateway: gatewayIdSchema, resolution: resolutionSchema, seconds: z.int() });
	return act({ name: "readLearnedTimes", schema }, bucket, async ({ doors }, wanted) =>
		ok(await doors.learnedTimes.list(wanted, SAMPLES)),
	);
}
