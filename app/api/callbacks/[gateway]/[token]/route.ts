import { readCappedBody } from "@/lib/runtime/read-capped-body";
import { clientAddress } from "@/lib/runtime/request-facts";
import { runtime } from "@/lib/runtime/runtime";
import { type CallbackReception, MAX_CALLBACK_BYTES, receiveCallback } from "@/lib/services/receive-callback";

type Context = { readonly params: Promise<{ readonly gateway: string; readonly token: string }> };

const STATUS = { noted: 204, unknown: 404, busy: 503 } as const satisfies Record<CallbackReception, number>;

export async function POST(request: Request, { params }: Context): Promise<Response> {
	const body = await readCappedBody(request, MAX_CALLBACK_BYTES);
	if (body === null) return reply(413);
	const { doors } = runtime();
	const address = clientAddress(request.headers);
	const arrived = { ...(await params), address, headers: Object.fromEntries(request.headers), body };
	try {
		return reply(STATUS[await receiveCallback(doors, arrived)]);
	} catch (problem) {
		doors.log.error("callback-not-stored", {}, problem);
		return reply(503);
	}
}

/** Nobody learns from the body what they could not know already. */
function reply(status: number): Response {
	const again: Record<string, string> = status === 503 ? { "retry-after": "10" } : {};
	return new Response(null, { status, headers: { "cache-control": "no-store", ...again } });
}
