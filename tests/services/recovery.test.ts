import { describe, expect, it } from "vitest";
import { browserIdSchema } from "@/lib/domain/ids";
import { MAX_DEVICES } from "@/lib/domain/recovery/recovery";
import { findIdentity } from "@/lib/runtime/find-identity";
import { listRecoveries } from "@/lib/services/list-recoveries";
import { offerRecovery } from "@/lib/services/offer-recovery";
import { redeemRecovery } from "@/lib/services/redeem-recovery";
import type { Engine } from "../engine/support/engine";
import { openStage } from "../engine/support/stage";

const stage = openStage(["evolink"]);
const DAY_MS = 86_400_000;

let devices = 0;

/** Another browser, which shows its own history. */
function newDevice() {
	devices += 1;
	const id = browserIdSchema.parse(devices.toString(16).padStart(64, "0"));
	return { browserId: id, ownId: id, joinedBy: null };
}

async function offer({ doors, browserId }: Engine) {
	const offered = await offerRecovery(doors, browserId);
	if (!offered.ok) throw new Error(offered.problem.sentence);
	return offered.value;
}

function whoIs({ doors }: Engine, reference: string) {
	return findIdentity(doors, new Headers({ cookie: `storyreel=${"o".repeat(43)}; storyreel-joined=${reference}` }));
}

async function bring(engine: Engine) {
	const { token, recovery } = await offer(engine);
	const redeemed = await redeemRecovery(engine.doors, newDevice(), token);
	if (!redeemed.ok) throw new Error(redeemed.problem.sentence);
	return { token, recovery, reference: redeemed.value };
}

describe("a recovery link", () => {
	it("opens the history on another device, once", async () => {
		const engine = stage.engine("evolink");
		const { token, recovery, reference } = await bring(engine);
		expect(await whoIs(engine, reference)).toEqual({
			kind: "joined",
			browserId: engine.browserId,
			recoveryId: recovery.id,
		});
		expect(await redeemRecovery(engine.doors, newDevice(), token)).toMatchObject({
			problem: { kind: "no-such-link" },
		});
	});

	it("answers the same device the same again, whose first answer got lost", async () => {
		const engine = stage.engine("evolink");
		const { token } = await offer(engine);
		const device = newDevice();
		const first = await redeemRecovery(engine.doors, device, token);
		expect(first).toMatchObject({ ok: true });
		expect(await redeemRecovery(engine.doors, device, token)).toEqual(first);
	});

	it("answers it the same again even where SECRET_KEY was changed meanwhile", async () => {
		const [earlier, later] = ["the secret that the server began with", "the secret that came in its place"];
		const engine = stage.engine("evolink", { env: { SECRET_KEY: earlier } });
		const { token } = await offer(engine);
		const device = newDevice();
		const first = await redeemRecovery(engine.doors, device, token);
		const { doors } = stage.engine("evolink", { env: { SECRET_KEY: later, SECRET_KEY_PREVIOUS: earlier } });
		expect(await redeemRecovery(doors, device, token)).toEqual(first);
	});

	it("is over after a day, the device that came by it is not", async () => {
		const engine = stage.engine("evolink");
		const { reference } = await bring(engine);
		const { token } = await offer(engine);
		const later = {
			...engine.doors,
			clock: { ...engine.doors.clock, nowMs: () => engine.doors.clock.nowMs() + DAY_MS },
		};
		expect(await redeemRecovery(later, newDevice(), token)).toMatchObject({ problem: { kind: "no-such-link" } });
		expect(await whoIs(engine, reference)).toMatchObject({ kind: "joined" });
		expect(await listRecoveries(later, engine.browserId, null)).toHaveLength(1);
	});

	it("is of no use where the history already is", async () => {
		const engine = stage.engine("evolink");
		const { token } = await offer(engine);
		const here = { browserId: engine.browserId, ownId: engine.browserId, joinedBy: null };
		expect(await redeemRecovery(engine.doors, here, token)).toMatchObject({ problem: { kind: "already-here" } });
		expect(await redeemRecovery(engine.doors, newDevice(), token)).toMatchObject({ ok: true });
	});

	it("shuts its device out when it is revoked", async () => {
		const engine = stage.engine("evolink");
		const { recovery, reference } = await bring(engine);
		await engine.doors.recoveries.revoke(engine.browserId, recovery.id);
		expect(await whoIs(engine, reference)).toEqual({ kind: "closed" });
	});

	it("gives up the way into one history for another", async () => {
		const [engine, other] = [stage.engine("evolink"), stage.engine("evolink")];
		const first = await bring(engine);
		const { token } = await offer(other);
		const device = { ...newDevice(), browserId: engine.browserId, joinedBy: first.recovery.id };
		expect(await redeemRecovery(other.doors, device, token)).toMatchObject({ ok: true });
		expect(await whoIs(engine, first.reference)).toEqual({ kind: "closed" });
	});

	it("is stored so that the database alone opens nothing", async () => {
		const engine = stage.engine("evolink");
		const { token, reference } = await bring(engine);
		const stored = JSON.stringify(await stage.bench.db.execute("select * from recoveries"));
		expect(stored).toContain(engine.browserId);
		expect(stored).not.toContain(token);
		expect(stored).not.toContain(reference);
	});

	it("is not made for an eleventh device", async () => {
		const engine = stage.engine("evolink");
		for (let made = 0; made < MAX_DEVICES; made += 1) await bring(engine);
		expect(await offerRecovery(engine.doors, engine.browserId)).toMatchObject({
			problem: { kind: "too-many-devices" },
		});
	});
});
