import { expect, test } from "vitest";
import { viewTake } from "@/lib/domain/take/view";
import { aTake, KEY_ID } from "./builders";
import { STATES } from "./samples";

test("a view names no browser, no click, no key and no link of an unsaved film", () => {
	const take = aTake({ state: STATES.saving });
	const text = JSON.stringify(viewTake(take));
	for (const secret of [take.browserId, take.submitKey, KEY_ID, STATES.saving.film.url]) {
		expect(text).not.toContain(secret);
	}
});

test("a view keeps what the screen shows", () => {
	const take = aTake({ state: { ...STATES.saving, film: { url: "https://films.example/1.mp4", expiresAtMs: 9_000 } } });
	expect(viewTake(take)).toMatchObject({
		id: take.id,
		payer: { kind: "own" },
		state: { kind: "saving", tries: 0, film: { expiresAtMs: 9_000 } },
	});
});
