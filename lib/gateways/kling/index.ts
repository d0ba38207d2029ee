import "server-only";
import { KLING } from "@/lib/domain/catalog/kling";
import { createApi } from "@/lib/gateways/api";
import type { Http } from "@/lib/gateways/http";
import { RULES } from "@/lib/gateways/kling/errors";
import { composeRequest, nameTask, readSubmitted, readTask, readTasks } from "@/lib/gateways/kling/map";
import { isGenuine } from "@/lib/gateways/kling/verify-signature";
import { readHint } from "@/lib/gateways/read-callback";
import { unclear } from "@/lib/gateways/read-look";
import { readProbe } from "@/lib/gateways/read-probe";
import { readStart } from "@/lib/gateways/read-start";
import type { Access, Gateway } from "@/lib/ports/gateway";

/** A query for a task nobody has: free, and answered with an empty list to whoever holds a good key. */
const FREE_QUERY = "/tasks?task_ids=1";

export function createKling({ baseUrl, http }: { readonly baseUrl: string; readonly http: Http }): Gateway {
	const api = createApi({ http, baseUrl, bearer: "apiKey" });
	const look = (remoteIds: readonly string[], access: Access) =>
		api.get(`/tasks?task_ids=${remoteIds.map(encodeURIComponent).join(",")}`, access);
	return {
		id: KLING.id,
		compose: composeRequest,
		async start(request, access) {
			return readStart(await api.pay(request, access), readSubmitted, RULES);
		},
		async status(remoteId, access) {
			return readTask(await look([remoteId], access), remoteId);
		},
		async statusMany(remoteIds, access) {
			const answer = await look(remoteIds, access);
			return new Map(remoteIds.map((remoteId) => [remoteId, readTask(answer, remoteId)]));
		},
		async findByOurId({ dispatchId }, access) {
			const answer = await api.get(`/tasks?external_task_ids=${encodeURIComponent(dispatchId)}`, access);
			const tasks = readTasks(answer);
			if (!tasks) return unclear(answer, RULES);
			const ours = tasks.find((task) => task.external_id === dispatchId);
			return ours ? { kind: "found", remoteId: ours.id } : { kind: "absent" };
		},
		async probe(access) {
			return readProbe(await api.get(FREE_QUERY, access), RULES, () => null);
		},
		readCallback(callback) {
			const { headers, secret } = callback;
			if (secret !== null && !isGenuine(callback, secret)) return { kind: "forged" };
			const hint = readHint(callback, nameTask);
			return hint.kind === "hint" ? { ...hint, eventId: headers["webhook-id"] ?? hint.eventId } : hint;
		},
	};
}
