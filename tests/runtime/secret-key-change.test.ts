import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { browserIdSchema } from "@/lib/domain/ids";
import { readEnv } from "@/lib/runtime/env";
import { drain, end } from "@/lib/runtime/lifecycle";
import { openRuntime, runtime } from "@/lib/runtime/runtime";
import { openMeans } from "@/lib/services/find-means";
import { saveKey } from "@/lib/services/save-key";
import { copyCluster } from "../storage/support/embedded-dir";
import { testDir } from "../support/test-dir";

const A = "the secret that this server began with";
const B = "the secret that came in its place later";
const SECRET = "sk-of-a-person-1234";
const browserId = browserIdSchema.parse(randomBytes(32).toString("hex"));

afterEach(async () => {
	await close();
});

async function open(dataDir: string, secrets: Readonly<Record<string, string>>): Promise<void> {
	await openRuntime(readEnv({ DATA_DIR: dataDir, ...secrets }));
}

async function close(): Promise<void> {
	await drain();
	await end();
	globalThis.storyreelLifecycle = undefined;
	globalThis.storyreelRuntime = undefined;
}

async function readSecret(): Promise<string | null> {
	const { doors } = runtime();
	const key = await doors.keys.findCurrent(browserId, "evolink");
	return key && (openMeans(doors, key)?.secrets.apiKey ?? null);
}

/** The boot's own sweep, whose end nobody announces. */
async function untilSealedAnew(): Promise<void> {
	const { doors } = runtime();
	await expect
		.poll(async () => (await doors.keys.listAll(null, 10)).map(({ sealed }) => doors.vault.isUpToDate(sealed)))
		.toEqual([true]);
}

describe("changing SECRET_KEY", () => {
	it("keeps people's keys, over two restarts of the product", { timeout: 120_000 }, async () => {
		const dataDir = testDir();
		await copyCluster(dataDir);
		await open(dataDir, { SECRET_KEY: A });
		const wish = { gateway: "evolink", fields: { apiKey: SECRET }, dailyLimitMicros: null } as const;
		expect(await saveKey(runtime().doors, browserId, wish)).toMatchObject({ ok: true });
		await close();

		await open(dataDir, { SECRET_KEY: B, SECRET_KEY_PREVIOUS: A });
		expect(await readSecret()).toBe(SECRET);
		await untilSealedAnew();
		await close();

		await open(dataDir, { SECRET_KEY: B });
		expect(await readSecret()).toBe(SECRET);
		await close();

		await open(dataDir, { SECRET_KEY: A });
		expect(await readSecret()).toBeNull();
	});
});
