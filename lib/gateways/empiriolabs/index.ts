import "server-only";
import { EMPIRIOLABS } from "@/lib/domain/catalog/empiriolabs";
import { createApi } from "@/lib/gateways/api";
import { RULES, TEXT_ONLY_RULES } from "@/lib/gateways/empiriolabs/errors";
import { composeRequest, isTextOnly, readJob, readSubmitted } from "@/lib/gateways/empiriolabs/map";
import type { Http } from "@/lib/gateways/http";
import { readProbeRefusal } from "@/lib/gateways/read-probe";
import { readStart } from "@/lib/gateways/read-start";
import type { Gateway } from "@/lib/ports/gateway";

/** No upload, no cancel, no callback and no look-up are published, so none is here. */
export function createEmpirioLabs({ baseUrl, http }: { readonly baseUrl: string; readonly http: Http }): Gateway {
	const api = createApi({ http, baseUrl, bearer: "apiKey" });
	return {
		id: EMPIRIOLABS.id,
		compose: composeRequest,
		async start(request, access) {
			return readStart(await api.pay(request, access), readSubmitted, isTextOnly(request) ? TEXT_ONLY_RULES : RULES);
		},
		// Always asked for here: its own poll_url may name another host, which must not see the key.
		async status(remoteId, access) {
			return readJob(await api.get(`/v1/jobs/${encodeURIComponent(remoteId)}`, access));
		},
		// It publishes no free call for the purpose. A job nobody has is answered 404, but only to a good key.
		async probe(access) {
			const answer = await api.get("/v1/jobs/storyreel-key-test", access);
			return answer.status === 404 ? { kind: "good", balance: null } : readProbeRefusal(answer, RULES);
		},
	};
}
