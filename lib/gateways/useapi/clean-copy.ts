import "server-only";
import { NO_BILL } from "@/lib/domain/bill";
import { USEAPI } from "@/lib/domain/catalog/useapi";
import type { Answer, Api } from "@/lib/gateways/api";
import { stated } from "@/lib/gateways/numbers";
import { finished, isWebAddress, unclear } from "@/lib/gateways/read-look";
import { RULES } from "@/lib/gateways/useapi/errors";
import { downloadSchema, type Work } from "@/lib/gateways/useapi/wire";
import { withEmail } from "@/lib/gateways/useapi/with-email";
import type { Access, LookOutcome } from "@/lib/ports/gateway";

const COMES_LATER: readonly number[] = [408, 429, 502, 503, 504];

/** The file a finished task names is watermarked; the clean one is asked for, and where there is none that is said. */
export async function askCleanCopy(api: Api, work: Work, look: Answer, access: Access): Promise<LookOutcome> {
	const context = { entry: USEAPI, answer: look, bill: NO_BILL };
	const { resource: url, duration } = work.resource;
	const film = { expiresAtMs: null, seconds: stated(duration === null ? null : duration / 1_000) };
	// Two works, or two types, would come as one archive.
	const answer = await api.get(
		withEmail("/assets/download", access, { workIds: work.workId, fileTypes: "MP4" }),
		access,
	);
	if (COMES_LATER.includes(answer.status)) return unclear(answer, RULES);
	const clean = answer.isOk ? downloadSchema.safeParse(answer.json).data?.cdnUrl : undefined;
	if (clean !== undefined && isWebAddress(clean)) return finished({ ...film, url: clean }, context);
	const caveat = "useapi.net gave no copy without the watermark; it documents that one for paid Kling accounts.";
	return finished({ ...film, url, caveat }, context);
}
