import { describe, expect, it } from "vitest";
import { receiveCallback } from "@/lib/services/receive-callback";
import { settleUnknown } from "@/lib/services/settle-unknown";
import { startEmulator } from "../support/emulators/emulator";
import { openServer } from "../support/http-server";
import { Engine, START_MS } from "./support/engine";
import { openStage } from "./support/stage";

const stage = openStage(["evolink", "kling"]);

const PUBLIC = { PUBLIC_URL: "https://reel.example.org" };

interface Delivered {
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

function deliver(engine: Engine, { path, headers, body }: Delivered) {
	const [, , , gateway = "", token = ""] = path.split("/");
	return receiveCallback(engine.doors, { gateway, token, address: "192.0.2.1", headers, body: Buffer.from(body) });
}

/** The address that the request named, as a callback to it would be. */
async function addressed(engine: Engine, id: Parameters<Engine["find"]>[0], task: string): Promise<Delivered> {
	const dispatch = await engine.doors.queue.findDispatch(id);
	const { callback_url: url } = JSON.parse(dispatch?.request.body ?? "{}");
	return { path: new URL(url).pathname, headers: {}, body: JSON.stringify({ id: task, status: "completed" }) };
}

describe("a callback", () => {
	it("is asked for only at an address that the gateway can reach", async () => {
		const reachable = stage.engine("evolink", { env: PUBLIC });
		const { id } = await reachable.submit("evolink");
		await reachable.step();
		const bodies = stage
			.emulator("evolink")
			.ledger.submits.map(({ bodyBase64 }) => Buffer.from(bodyBase64, "base64").toString());
		expect(JSON.parse(bodies[0] ?? "")).toMatchObject({
			callback_url: expect.stringMatching(/^https:\/\/reel\.example\.org\/api\/callbacks\/evolink\/o[\w-]{43}$/),
		});
		expect((await reachable.doors.queue.findDispatch(id))?.callbackTokenHash).toMatch(/^[0-9a-f]{64}$/);

		for (const url of ["http://reel.example.org", "https://10.0.0.1", "https://localhost:3000", "https://reel.lan"]) {
			stage.emulator("evolink").reset();
			const engine = stage.engine("evolink", { env: { PUBLIC_URL: url } });
			await engine.submit("evolink");
			await engine.step();
			const [submit] = stage.emulator("evolink").ledger.submits;
			expect(Buffer.from(submit?.bodyBase64 ?? "", "base64").toString()).not.toContain("callback_url");
		}
	});

	it("only wakes a look, whatever it claims", async () => {
		const engine = stage.engine("evolink", { env: PUBLIC });
		const { id } = await engine.submit("evolink");
		await engine.step();
		const { state } = await engine.find(id);
		if (state.kind !== "rendering") throw new Error(`It is ${state.kind}.`);
		const forged = await addressed(engine, id, state.remoteId);
		expect(await deliver(engine, forged)).toBe("noted");
		await engine.step();
		expect((await engine.find(id)).state.kind).toBe("rendering");
		expect(stage.emulator("evolink").ledger.charges[0]?.looks).toBe(1);
	});

	it("that comes twice wakes nobody twice", async () => {
		const engine = stage.engine("evolink", { env: PUBLIC });
		const { id } = await engine.submit("evolink");
		await engine.step();
		const notice = await addressed(engine, id, "task-unified-1");
		expect(await deliver(engine, notice)).toBe("noted");
		expect(await engine.step()).toBe(1);
		expect(await deliver(engine, notice)).toBe("noted");
		expect(await engine.step()).toBe(0);
	});

	it("at an address nobody gave out is unknown", async () => {
		const engine = stage.engine("evolink", { env: PUBLIC });
		const body = JSON.stringify({ id: "task-unified-1", status: "completed" });
		const strangers = ["/api/callbacks/evolink/o-guessed", "/api/callbacks/nobody/x", "/api/callbacks/animatic/x"];
		for (const path of strangers) expect(await deliver(engine, { path, headers: {}, body })).toBe("unknown");
	});

	it("ends a doubt, and a look confirms it", async () => {
		const engine = stage.engine("evolink", { env: PUBLIC });
		const { faults, ledger } = stage.emulator("evolink");
		faults.add({ operation: "submit", fault: { kind: "reset" } });
		faults.add({ operation: "list", fault: { kind: "status", status: 500 } });
		const { id } = await engine.submit("evolink");
		await engine.settle(3_600_000);
		expect((await engine.find(id)).state.kind).toBe("outcome-unknown");
		await deliver(engine, await addressed(engine, id, ledger.charges[0]?.taskId ?? ""));
		await engine.until(id, "ready");
		expect(ledger.totals.charges).toBe(1);
	});

	it("brings a film after all to a take that the person has settled", async () => {
		const engine = stage.engine("evolink", { env: PUBLIC });
		const { faults, ledger } = stage.emulator("evolink");
		faults.add({ operation: "submit", fault: { kind: "reset" } });
		faults.add({ operation: "list", fault: { kind: "status", status: 500 } });
		const { id } = await engine.submit("evolink");
		await engine.settle(3_600_000);
		await settleUnknown(engine.doors, engine.browserId, id, "yes");
		await deliver(engine, await addressed(engine, id, ledger.charges[0]?.taskId ?? ""));
		await engine.until(id, "ready");
		expect((await engine.receipt(id)).end.kind).toBe("ready");
	});
});

describe("Kling's signature", () => {
	it("is required where the operator's secret is known, and opens the door when it is right", async () => {
		const heard: Delivered[] = [];
		const { url } = await openServer(async (request, response) => {
			const parts: Buffer[] = [];
			for await (const part of request) parts.push(part);
			const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
			heard.push({ path: request.url ?? "", headers, body: Buffer.concat(parts).toString() });
			response.writeHead(204).end();
		});
		const kling = await startEmulator("kling", { startMs: START_MS, deliverCallbacksTo: url });
		const engine = new Engine(stage.bench, [kling], { env: PUBLIC });
		await engine.submit("kling");
		await engine.step();
		await engine.pass(60_000);
		await kling.close();
		const [notice] = heard;
		if (!notice) throw new Error("Kling called nobody.");
		const { headers, ...rest } = notice;
		const isSigned = "webhook-signature" in headers;
		expect(isSigned).toBe(true);
		expect(await deliver(engine, notice)).toBe("noted");
		expect(await deliver(engine, { ...rest, headers: { ...headers, "webhook-signature": "v1,AAAA" } })).toBe("unknown");
	});
});
