"use server";

import * as z from "zod/mini";
import { type Acted, act } from "@/lib/actions/act";
import { gatewayIdSchema } from "@/lib/domain/gateway-id";
import type { KeyProblem } from "@/lib/domain/key/key-problem";
import type { KeyView } from "@/lib/domain/key/key-view";
import { ok } from "@/lib/domain/result";
import { limitKey as setLimit } from "@/lib/services/limit-key";
import { removeKey as remove } from "@/lib/services/remove-key";
import { saveKey as save } from "@/lib/services/save-key";
import { testKey as test } from "@/lib/services/test-key";

const MAX_FIELD_CHARS = 4_096;
const MAX_LIMIT_MICROS = 100_000_000_000;
const TESTS = { name: "test-key", points: 20, perMs: 60_000 };
/** Else this server would try strangers' keys out for whoever takes a new cookie for each. */
const TESTS_OF_ADDRESS = { name: "test-key-address", points: 120, perMs: 60_000 };

const oneKey = z.object({ gateway: gatewayIdSchema });
const limitSchema = z.int().check(z.minimum(0), z.maximum(MAX_LIMIT_MICROS));
const newKey = z.object({
	gateway: gatewayIdSchema,
	fields: z.record(z.string().check(z.maxLength(100)), z.string().check(z.maxLength(MAX_FIELD_CHARS))),
	dailyLimitMicros: z.nullable(limitSchema),
});
const newLimit = z.object({ gateway: gatewayIdSchema, dailyLimitMicros: limitSchema });

/** Stores a key and has it tested; what the test says comes by the stream. */
export async function saveKey(wish: z.infer<typeof newKey>): Promise<Acted<KeyView, KeyProblem>> {
	return act(
		{ name: "saveKey", schema: newKey, limit: TESTS, addressLimit: TESTS_OF_ADDRESS },
		wish,
		async ({ doors, browserId }, key) => {
			const saved = await save(doors, browserId, key);
			if (saved.ok) await test(doors, browserId, key.gateway);
			return saved;
		},
	);
}

export async function removeKey(wish: z.infer<typeof oneKey>): Promise<Acted<null>> {
	return act({ name: "removeKey", schema: oneKey }, wish, async ({ doors, browserId }, { gateway }) =>
		ok(await remove(doors, browserId, gateway).then(() => null)),
	);
}

export async function testKey(wish: z.infer<typeof oneKey>): Promise<Acted<null, KeyProblem>> {
	return act(
		{ name: "testKey", schema: oneKey, limit: TESTS, addressLimit: TESTS_OF_ADDRESS },
		wish,
		({ doors, browserId }, { gateway }) => test(doors, browserId, gateway),
	);
}

export async function limitKey(wish: z.infer<typeof newLimit>): Promise<Acted<null>> {
	return act(
		{ name: "limitKey", schema: newLimit },
		wish,
		async ({ doors, browserId }, { gateway, dailyLimitMicros }) =>
			ok(await setLimit(doors, browserId, gateway, dailyLimitMicros).then(() => null)),
	);
}
