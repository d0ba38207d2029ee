import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Reply } from "./exchange";
import type { Fault } from "./fault-kinds";

type Ending = "whole" | "fin" | "reset" | "hang";

/** What leaves on the wire once a fault has had its way with the reply. */
interface Delivery {
	readonly reply: Reply | null;
	readonly ending: Ending;
	readonly bytesPerSecond: number | null;
}

function planDelivery(reply: Reply, fault: Fault | null): Delivery {
	const whole = { reply, ending: "whole", bytesPerSecond: null } satisfies Delivery;
	const half = Math.floor(reply.body.length / 2);
	switch (fault?.kind) {
		case "reset":
		case "fin":
			return { ...whole, reply: null, ending: fault.kind };
		case "silence":
			return { ...whole, reply: null, ending: "hang" };
		case "truncated":
			if (fault.form === "short") return { ...whole, reply: { ...reply, body: reply.body.subarray(0, half) } };
			return { ...whole, reply: keepBytes(reply, half), ending: fault.form === "stall" ? "hang" : "fin" };
		case "cut":
			return { ...whole, reply: keepBytes(reply, fault.afterBytes), ending: fault.how ?? "reset" };
		case "stall":
			return { ...whole, reply: keepBytes(reply, fault.afterBytes), ending: "hang" };
		case "slow":
			return { ...whole, bytesPerSecond: fault.bytesPerSecond ?? null };
		default:
			return whole;
	}
}

/** The same promise of length, fewer bytes to back it. */
function keepBytes(reply: Reply, count: number): Reply {
	return {
		...reply,
		body: reply.body.subarray(0, count),
		declaredLength: reply.declaredLength ?? reply.body.length,
	};
}

/** Sends the reply as the fault lets it; answers the status the client was shown, or null for none. */
export async function deliver(
	response: ServerResponse,
	reply: Reply,
	fault: Fault | null,
	noteBytes: (count: number) => void,
): Promise<number | null> {
	const { reply: sent, ending, bytesPerSecond } = planDelivery(reply, fault);
	if (!sent) {
		endAbruptly(response, ending);
		return null;
	}
	const declaredLength = sent.declaredLength ?? sent.body.length;
	response.writeHead(sent.status, { ...sent.headers, "content-length": String(declaredLength) });
	if (ending === "hang") response.flushHeaders();
	await writeBody(response, sent.body, bytesPerSecond, noteBytes);
	const isShort = response.req.method !== "HEAD" && sent.body.length < declaredLength;
	if (ending === "whole" && !isShort) response.end();
	else endAbruptly(response, ending === "whole" ? "fin" : ending);
	return sent.status;
}

function endAbruptly(response: ServerResponse, ending: Ending): void {
	if (ending === "reset") response.socket?.resetAndDestroy();
	else if (ending !== "hang") response.socket?.destroySoon();
}

async function writeBody(
	response: ServerResponse,
	body: Buffer,
	bytesPerSecond: number | null,
	noteBytes: (count: number) => void,
): Promise<void> {
	const step = bytesPerSecond === null ? 64 * 1024 : Math.max(1, Math.floor(bytesPerSecond / 20));
	for (let at = 0; at < body.length && !response.destroyed; at += step) {
		const part = body.subarray(at, at + step);
		await new Promise<void>((resolve) => {
			response.once("close", resolve);
			response.write(part, () => {
				response.off("close", resolve);
				resolve();
			});
		});
		noteBytes(part.length);
		if (bytesPerSecond !== null) await wait(50);
	}
}
