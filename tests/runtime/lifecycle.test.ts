import { afterEach, describe, expect, test, vi } from "vitest";
import {
	currentPhase,
	drain,
	end,
	failToStart,
	markReady,
	onDrain,
	onEnd,
	startFailure,
} from "@/lib/runtime/lifecycle";

afterEach(() => {
	globalThis.storyreelLifecycle = undefined;
});

describe("the life of the server", () => {
	test("goes from starting over ready to draining", async () => {
		const phases = [currentPhase()];
		markReady();
		phases.push(currentPhase());
		await drain();
		expect([...phases, currentPhase()]).toEqual(["starting", "ready", "draining"]);
	});

	test("is shared by every copy of the module in the process", async () => {
		markReady();
		vi.resetModules();
		const copy = await import("@/lib/runtime/lifecycle");
		expect(copy.markReady).not.toBe(markReady);
		expect(copy.currentPhase()).toBe("ready");
	});

	test("asks what registered to close, unless it took that back", async () => {
		const closed: string[] = [];
		onDrain(() => void closed.push("stream"));
		onDrain(async () => void closed.push("worker"));
		onDrain(() => void closed.push("gone"))();
		onEnd(() => void closed.push("database"));
		await drain();
		expect(closed).toEqual(["stream", "worker"]);
		await end();
		expect(closed).toEqual(["stream", "worker", "database"]);
	});

	test("is not held up by one that fails to close", async () => {
		const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
		const closed: string[] = [];
		onEnd(() => {
			throw new Error("stuck");
		});
		onEnd(() => void closed.push("database"));
		await end();
		expect(closed).toEqual(["database"]);
		expect(complaint).toHaveBeenCalledOnce();
		complaint.mockRestore();
	});

	test("remembers why the product could not come up", () => {
		expect(startFailure()).toBeUndefined();
		const failure = new Error("in use");
		failToStart(failure);
		expect(startFailure()).toBe(failure);
	});
});
