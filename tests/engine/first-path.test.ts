import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { GATEWAY_NAMES } from "../support/emulators/kernel/personality";
import { openStage } from "./support/stage";

const stage = openStage(GATEWAY_NAMES);

it.each(GATEWAY_NAMES)(
	"brings a click to a film that lies here, byte for byte the one %s was paid for",
	async (name) => {
		const engine = stage.engine(name);
		const { ledger } = stage.emulator(name);
		const { id } = await engine.submit(name);
		const ready = await engine.until(id, "ready");
		if (ready.kind !== "ready") throw new Error("unreachable");

		expect(ledger.totals).toMatchObject({ submits: 1, charges: 1 });
		expect(ledger.submits[0]?.freshConnection).toBe(true);
		expect(ready.media).toMatchObject({
			sha256: ledger.charges[0]?.filmSha256,
			width: 1280,
			height: 720,
			hasAudio: true,
		});
		expect(ready.media.seconds).toBeCloseTo(5, 0);
		const hash = createHash("sha256");
		for await (const chunk of (await engine.doors.media.read(`film/${ready.media.mediaId}`, null)) ?? [])
			hash.update(chunk);
		expect(hash.digest("hex")).toBe(ready.media.sha256);
		expect((await engine.receipt(id)).end.kind).toBe("ready");
		expect(engine.warnings).toEqual([]);
	},
);
