import { describe, expect, it } from "vitest";
import type { ShareGrant } from "@/lib/domain/share/grant";
import type { Take } from "@/lib/domain/take/take";
import type { Bench } from "../support/bench";
import { aGrant, FAILED, NOW, newBrowserId, newShareId, newTakeId, newTokenHash, ready, rendering } from "./builders";
import { clickInto } from "./steps";

export function shareStoreContract(bench: () => Bench): void {
	const stores = () => bench().stores;
	const shares = () => bench().stores.shares;
	const film = () => clickInto(stores(), ready());

	async function share(take: Take, changes: Partial<ShareGrant> = {}, tokenHash = newTokenHash()) {
		const grant = aGrant(take.id, changes);
		const outcome = await shares().create({ grant, browserId: take.browserId, tokenHash });
		return { grant, tokenHash, outcome };
	}

	describe("sharing", () => {
		it("opens a film by its link's hash", async () => {
			const take = await film();
			const { grant, tokenHash, outcome } = await share(take, { title: 'Rain; "again" 雨', showsWords: false });
			expect(outcome).toBe("created");
			expect(await shares().findByToken(tokenHash)).toEqual({ grant, take });
			expect(await shares().findByToken(newTokenHash())).toBeNull();
		});

		it.each([
			["rendering", rendering()],
			["failed", FAILED],
		])("is refused for a take that is %s", async (_, state) => {
			const take = await clickInto(stores(), state);
			expect((await share(take)).outcome).toBe("missing");
		});

		it("is refused for somebody else's film and a missing one alike", async () => {
			const take = await film();
			expect((await share({ ...take, browserId: newBrowserId() })).outcome).toBe("missing");
			expect((await share({ ...take, id: newTakeId() })).outcome).toBe("missing");
			expect(await shares().list(take.browserId)).toEqual([]);
		});

		it("lists a browser's links, newest first, ended ones too", async () => {
			const take = await film();
			const first = await share(take, { createdAtMs: NOW - 5, expiresAtMs: NOW - 1 });
			const second = await share(take, { createdAtMs: NOW - 4 });
			expect(await shares().list(take.browserId)).toEqual([second.grant, first.grant]);
			expect(await shares().list(newBrowserId())).toEqual([]);
		});

		it("ends by revoking; the first moment stands", async () => {
			const take = await film();
			const { grant, tokenHash } = await share(take);
			expect(await shares().revoke(take.browserId, grant.id, NOW + 7)).toBe("revoked");
			expect(await shares().revoke(take.browserId, grant.id, NOW + 9)).toBe("revoked");
			expect((await shares().findByToken(tokenHash))?.grant.revokedAtMs).toBe(NOW + 7);
		});

		it("cannot be ended by somebody else", async () => {
			const take = await film();
			const { grant, tokenHash } = await share(take);
			expect(await shares().revoke(newBrowserId(), grant.id, NOW)).toBe("missing");
			expect(await shares().revoke(take.browserId, newShareId(), NOW)).toBe("missing");
			expect((await shares().findByToken(tokenHash))?.grant.revokedAtMs).toBeNull();
		});

		it("keeps a film's media until the last live link ends", async () => {
			const take = await film();
			expect(await shares().liveUntilMs(take.id, NOW)).toBeNull();
			await share(take, { expiresAtMs: NOW + 10 });
			await share(take, { expiresAtMs: NOW + 20 });
			const revoked = await share(take, { expiresAtMs: NOW + 30 });
			await shares().revoke(take.browserId, revoked.grant.id, NOW);
			expect(await shares().liveUntilMs(take.id, NOW)).toBe(NOW + 20);
			expect(await shares().liveUntilMs(take.id, NOW + 20)).toBeNull();
		});

		it("of the same token twice is impossible", async () => {
			const take = await film();
			const { tokenHash } = await share(take);
			await expect(share(take, {}, tokenHash)).rejects.toThrow();
			expect(await shares().list(take.browserId)).toHaveLength(1);
		});
	});
}
