import { setTimeout as wait } from "node:timers/promises";
import { Agent, request } from "undici";
import type { Emulator } from "../../support/emulators/emulator";
import { keyOf } from "./call";
import { driverOf } from "./drivers";

interface WireOptions {
	/** Gives up this long after the request has arrived; waits for ever without it. */
	readonly patienceMs?: number;
}

async function giveUp(controller: AbortController, hasArrived: () => boolean, patienceMs: number): Promise<void> {
	while (!hasArrived()) await wait(5);
	await wait(patienceMs);
	controller.abort();
}

/** What a client on a fresh connection sees of a submit: a status and a body, or the code of what went wrong. */
export async function submitOnWire(emulator: Emulator, { patienceMs }: WireOptions = {}): Promise<string> {
	const { submitPath, body } = driverOf(emulator.gateway);
	const agent = new Agent();
	const controller = new AbortController();
	if (patienceMs !== undefined) void giveUp(controller, () => emulator.ledger.submits.length > 0, patienceMs);
	let seen = "";
	try {
		const answer = await request(emulator.baseUrl + submitPath, {
			dispatcher: agent,
			method: "POST",
			headers: { authorization: `Bearer ${keyOf(emulator)}`, "content-type": "application/json" },
			body: JSON.stringify(body),
			signal: controller.signal,
		});
		seen = `${answer.statusCode} `;
		return seen + (await answer.body.text());
	} catch (problem) {
		return seen + codeOf(problem);
	} finally {
		await agent.destroy();
	}
}

interface Download {
	readonly status: number;
	readonly bytes: Buffer;
	/** Undici's code, where the body did not arrive whole. */
	readonly broken: string | null;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** A film as far as it comes. */
export async function download(
	url: string,
	headers: Readonly<Record<string, string>> = {},
	{ patienceMs, method = "GET" }: WireOptions & { readonly method?: "GET" | "HEAD" } = {},
): Promise<Download> {
	const agent = new Agent();
	const controller = new AbortController();
	const parts: Buffer[] = [];
	if (patienceMs !== undefined) void giveUp(controller, () => parts.length > 0, patienceMs);
	try {
		const answer = await request(url, { dispatcher: agent, method, headers, signal: controller.signal });
		let broken: string | null = null;
		try {
			for await (const part of answer.body) parts.push(part);
		} catch (problem) {
			broken = codeOf(problem);
		}
		return { status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts), broken };
	} finally {
		await agent.destroy();
	}
}

function codeOf(problem: unknown): string {
	if (problem instanceof DOMException) return problem.name;
	if (!(problem instanceof Error) || !("code" in problem)) throw problem;
	return String(problem.code);
}
