import { expect, it } from "vitest";
import type { Notice, Notifier } from "@/lib/ports/notifier";
import { ChangeHub } from "@/lib/services/change-hub";
import { newBrowser } from "../engine/support/engine";

async function openHub() {
	const hub = new ChangeHub();
	const heards: ((notice: Notice) => void)[] = [];
	const notifier: Notifier = {
		async listen(_channel, heard) {
			heards.push(heard);
			return async () => {};
		},
	};
	await hub.listen(notifier);
	return { hub, tell: (text: string) => heards.map((heard) => heard({ kind: "told", text })) };
}

it("wakes whoever came after one that stopped, however often that one stops", async () => {
	const { hub, tell } = await openHub();
	const browserId = newBrowser();
	const woken: string[] = [];
	const stop = hub.subscribe(browserId, () => woken.push("first"));
	stop();
	const stopSecond = hub.subscribe(browserId, () => woken.push("second"));
	stop();
	tell(browserId);
	expect(woken).toEqual(["second"]);
	stopSecond();
	tell(browserId);
	expect(woken).toEqual(["second"]);
});
