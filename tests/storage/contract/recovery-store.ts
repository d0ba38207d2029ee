import { describe, expect, it } from "vitest";
import { newRecovery } from "@/lib/domain/recovery/recovery";
import type { Bench } from "../support/bench";
import { NOW, newBrowserId, newRecoveryId, newTokenHash } from "./builders";

export function recoveryStoreContract(bench: () => Bench): void {
	const recoveries = () => bench().stores.recoveries;

	async function offer(browserId = newBrowserId(), nowMs = NOW) {
		const [recovery, tokenHash] = [newRecovery(newRecoveryId(), nowMs), newTokenHash()];
		await recoveries().offer({ recovery, browserId, tokenHash });
		return { recovery, browserId, tokenHash };
	}

	async function letIn(browserId = newBrowserId(), nowMs = NOW) {
		const offered = await offer(browserId, nowMs);
		const deviceHash = newTokenHash();
		expect(await recoveries().admit(offered.recovery.id, deviceHash, nowMs + 1)).toBe("admitted");
		return { ...offered, deviceHash };
	}

	describe("recovery links", () => {
		it("are found by their token's hash, and may be a browser's first change", async () => {
			const { recovery, browserId, tokenHash } = await offer();
			expect(await recoveries().findByToken(tokenHash)).toEqual({ browserId, recovery });
			expect(await recoveries().findByToken(newTokenHash())).toBeNull();
		});

		it("are replaced while nobody has used them; the devices stay", async () => {
			const { browserId, recovery: used, deviceHash } = await letIn();
			const first = await offer(browserId, NOW + 5);
			const second = await offer(browserId, NOW + 6);
			expect(await recoveries().findByToken(first.tokenHash)).toBeNull();
			expect(await recoveries().list(browserId)).toEqual([second.recovery, { ...used, usedAtMs: NOW + 1 }]);
			expect(await recoveries().findByDevice(deviceHash)).toEqual({ browserId, id: used.id });
		});

		it("let in one device, however many try at once", async () => {
			const { recovery, browserId } = await offer();
			const devices = Array.from({ length: 8 }, newTokenHash);
			const outcomes = await Promise.all(devices.map((device) => recoveries().admit(recovery.id, device, NOW)));
			expect(outcomes.filter((outcome) => outcome === "admitted")).toHaveLength(1);
			const inside = await Promise.all(devices.map((device) => recoveries().findByDevice(device)));
			expect(inside.filter((found) => found !== null)).toEqual([{ browserId, id: recovery.id }]);
		});

		it("let nobody in once they are replaced or revoked", async () => {
			const { recovery, browserId } = await offer();
			await offer(browserId);
			expect(await recoveries().admit(recovery.id, newTokenHash(), NOW)).toBe("taken");
		});

		it("end by revoking, and with them the device's way in", async () => {
			const { recovery, browserId, tokenHash, deviceHash } = await letIn();
			expect(await recoveries().revoke(newBrowserId(), recovery.id)).toBe("missing");
			expect(await recoveries().findByDevice(deviceHash)).not.toBeNull();
			expect(await recoveries().revoke(browserId, recovery.id)).toBe("revoked");
			expect(await recoveries().revoke(browserId, recovery.id)).toBe("missing");
			expect(await recoveries().findByDevice(deviceHash)).toBeNull();
			expect(await recoveries().findByToken(tokenHash)).toBeNull();
		});

		it("are gone with the browser", async () => {
			const { browserId, tokenHash, deviceHash } = await letIn();
			await bench().stores.browsers.forget(browserId);
			expect(await recoveries().findByToken(tokenHash)).toBeNull();
			expect(await recoveries().findByDevice(deviceHash)).toBeNull();
			expect(await recoveries().list(browserId)).toEqual([]);
		});
	});
}
