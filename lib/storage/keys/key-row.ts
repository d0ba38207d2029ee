import "server-only";
import * as z from "zod";
import { gatewayIdSchema } from "@/lib/domain/gateway-id";
import { browserIdSchema, keyIdSchema } from "@/lib/domain/ids";
import { moneySchema } from "@/lib/domain/money";
import type { StoredKey } from "@/lib/ports/key-store";
import type { keys } from "../schema/keys";
import { sealedSchema } from "../seal/sealed";

const instant = z.int().nonnegative();

const testSchema = z.object({
	atMs: instant,
	result: z.enum(["asked", "good", "wrong-key", "legacy-key", "no-money", "no-account", "unclear"]),
	sentence: z.string(),
	// Tests recorded before balances were kept have none.
	balance: z.nullable(moneySchema).default(null),
});

const storedKeySchema = z.object({
	id: keyIdSchema,
	browserId: browserIdSchema,
	gateway: gatewayIdSchema,
	sealed: sealedSchema,
	lastFour: z.string(),
	account: z.record(z.string(), z.string()),
	dailyLimitMicros: z.int(),
	savedAtMs: instant,
	test: z.nullable(testSchema),
});

export function readKey(row: typeof keys.$inferSelect): StoredKey {
	return storedKeySchema.parse(row);
}
