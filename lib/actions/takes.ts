"use server";

import * as z from "zod/mini";
import { type Acted, act } from "@/lib/actions/act";
import { openStream, type TakesStream } from "@/lib/actions/takes-stream";
import { takeIdSchema } from "@/lib/domain/ids";
import { ok } from "@/lib/domain/result";
import { type Order, orderSchema, type Repeat, repeatSchema } from "@/lib/domain/submit/order";
import type { SubmitProblem } from "@/lib/domain/submit/submit-problem";
import { MAX_NAME_CHARS, MAX_NOTE_CHARS } from "@/lib/domain/take/take";
import type { TakeProblem } from "@/lib/domain/take/take-problem";
import type { TakeView } from "@/lib/domain/take/view";
import * as cancelling from "@/lib/services/cancel-take";
import * as checking from "@/lib/services/check-again";
import * as deleting from "@/lib/services/delete-take";
import * as keeping from "@/lib/services/keep-take";
import * as renaming from "@/lib/services/rename-take";
import * as restoring from "@/lib/services/restore-take";
import * as retrying from "@/lib/services/retry-take";
import * as settling from "@/lib/services/settle-unknown";
import { submitFrom } from "@/lib/services/submit-from";
import type { Submitted } from "@/lib/services/submit-take";

const MINUTE_MS = 60_000;
const SUBMITS = { name: "submit", points: 60, perMs: MINUTE_MS };
/** Many people may share one address; a stream of new cookies from one does not get far. */
const SUBMITS_OF_ADDRESS = { name: "submit-address", points: 240, perMs: MINUTE_MS };
const CHECKS = { name: "check-again", points: 20, perMs: MINUTE_MS };

const oneTake = z.object({ takeId: takeIdSchema });
type OneTake = z.infer<typeof oneTake>;

export async function submitTake(order: Order): Promise<Acted<Submitted, SubmitProblem>> {
	const rules = { name: "submitTake", schema: orderSchema, limit: SUBMITS, addressLimit: SUBMITS_OF_ADDRESS };
	return act(rules, order, ({ doors, browserId, address }, input) => submitFrom(doors, address, browserId, input));
}

export async function retryTake(repeat: Repeat): Promise<Acted<Submitted, SubmitProblem>> {
	const rules = { name: "retryTake", schema: repeatSchema, limit: SUBMITS, addressLimit: SUBMITS_OF_ADDRESS };
	return act(rules, repeat, ({ doors, browserId, address }, input) =>
		retrying.retryTake(doors, address, browserId, input),
	);
}

export async function cancelTake(wish: OneTake): Promise<Acted<TakeView, TakeProblem>> {
	return act({ name: "cancelTake", schema: oneTake }, wish, ({ doors, browserId }, { takeId }) =>
		cancelling.cancelTake(doors, browserId, takeId),
	);
}

export async function deleteTake(wish: OneTake): Promise<Acted<null, TakeProblem>> {
	return act({ name: "deleteTake", schema: oneTake }, wish, ({ doors, browserId }, { takeId }) =>
		deleting.deleteTake(doors, browserId, takeId),
	);
}

export async function restoreTake(wish: OneTake): Promise<Acted<TakeView, TakeProblem>> {
	return act({ name: "restoreTake", schema: oneTake }, wish, ({ doors, browserId }, { takeId }) =>
		restoring.restoreTake(doors, browserId, takeId),
	);
}

export async function checkAgain(wish: OneTake): Promise<Acted<null, TakeProblem>> {
	const rules = { name: "checkAgain", schema: oneTake, limit: CHECKS };
	return act(rules, wish, ({ doors, browserId }, { takeId }) => checking.checkAgain(doors, browserId, takeId));
}

const settlement = z.object({ takeId: takeIdSchema, charged: z.enum(["yes", "no"]) });

export async function settleUnknown(wish: z.infer<typeof settlement>): Promise<Acted<TakeView, TakeProblem>> {
	return act({ name: "settleUnknown", schema: settlement }, wish, ({ doors, browserId }, { takeId, charged }) =>
		settling.settleUnknown(doors, browserId, takeId, charged),
	);
}

const keepWish = z.object({ takeId: takeIdSchema, keep: z.boolean() });

export async function keepTake(wish: z.infer<typeof keepWish>): Promise<Acted<TakeView, TakeProblem>> {
	return act({ name: "keepTake", schema: keepWish }, wish, ({ doors, browserId }, { takeId, keep }) =>
		keeping.keepTake(doors, browserId, takeId, keep),
	);
}

const ownWords = z.object({
	takeId: takeIdSchema,
	name: z.exactOptional(z.string().check(z.maxLength(MAX_NAME_CHARS))),
	note: z.exactOptional(z.string().check(z.maxLength(MAX_NOTE_CHARS))),
	star: z.exactOptional(z.boolean()),
});

export async function renameTake(wish: z.infer<typeof ownWords>): Promise<Acted<TakeView, TakeProblem>> {
	return act({ name: "renameTake", schema: ownWords }, wish, ({ doors, browserId }, { takeId, ...words }) =>
		renaming.renameTake(doors, browserId, takeId, words),
	);
}

const OPENINGS = { name: "watch", points: 120, perMs: MINUTE_MS };
/** Each holds memory until its lease ends, whoever reads it. */
const OPENINGS_OF_ADDRESS = { name: "watch-address", points: 1_200, perMs: MINUTE_MS };
const cursorSchema = z.nullable(z.int().check(z.minimum(0)));

/** Everything that happens to this browser's takes after `cursor`; from the beginning where it is `null`. */
export async function watchTakes(cursor: number | null): Promise<TakesStream> {
	const rules = { name: "watchTakes", schema: cursorSchema, limit: OPENINGS, addressLimit: OPENINGS_OF_ADDRESS };
	const opened = await act(rules, cursor, async ({ browserId }, from) => ok({ browserId, from }));
	return openStream(opened);
}
