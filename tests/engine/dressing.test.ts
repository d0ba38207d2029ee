import { expect, it } from "vitest";
import type { TakeId } from "@/lib/domain/ids";
import type { FilmDresser } from "@/lib/ports/film-dresser";
import { openStage } from "./support/stage";

const stage = openStage(["evolink"]);
const EXTRAS = { hasPoster: true, hasPeaks: true, hasLastFrame: true, flashScore: 0 };

it("dresses two films at once; the third goes back and does not hold a place of the worker", async () => {
	const begun: (() => void)[] = [];
	const dresser: FilmDresser = {
		dress: () => new Promise((resolve) => begun.push(() => resolve(EXTRAS))),
	};
	const engine = stage.engine("evolink", { house: { dresser } });
	const undressed = { ...engine.doors, dresser: null };
	const takes = [await engine.submit("evolink"), await engine.submit("evolink"), await engine.submit("evolink")];
	const isReady = async ({ id }: { readonly id: TakeId }) => (await engine.find(id)).state.kind === "ready";
	while (!(await Promise.all(takes.map(isReady))).every(Boolean)) {
		if ((await engine.step(undressed)) === 0) await engine.pass(5_000);
	}
	for (const { id } of takes) await engine.doors.queue.wake(id, engine.clock.nowMs());

	const claims = await engine.claim(3);
	expect(claims.map(({ take }) => take.state.kind)).toEqual(["ready", "ready", "ready"]);
	const steps = claims.map((claim) => engine.advanceClaim(claim));
	await Promise.race(steps);
	expect(begun).toHaveLength(2);
	for (const finish of begun) finish();
	await Promise.all(steps);

	await engine.pass(3_000);
	const [third, ...others] = await engine.claim(3);
	if (!third) throw new Error("The third film is not due.");
	expect(others).toEqual([]);
	const last = engine.advanceClaim(third);
	while (begun.length < 3) await new Promise(setImmediate);
	begun[2]?.();
	await last;
	for (const { id } of takes) expect((await engine.find(id)).extras).toEqual(EXTRAS);
});
